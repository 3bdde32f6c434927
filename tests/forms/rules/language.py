"""Scenarios of forms.rules.language."""

from forms.problems import Severity
from tests.forms.rules.projects import cdm, sample
from tests.forms.rules.table import accepted, reported
from tests.scenario import Scenario

PURPOSE = "A.1.purpose"
SPANISH = """
El parque eólico genera electricidad con veintiséis turbinas y la entrega a la red nacional. Antes del proyecto, las
centrales térmicas producían esa energía con combustibles fósiles importados. El propietario paga a los dueños de los
terrenos una renta anual, y las comunidades vecinas reciben obras de agua potable.
"""


def saying(words: str) -> Scenario:
    return cdm().given(PURPOSE, words)


ROWS = (
    reported("FRM-02", lambda: saying(SPANISH), at=PURPOSE, severity=Severity.WARNING),
    accepted("FRM-02", lambda: sample("los_cocos")),
    accepted("FRM-02", lambda: sample("sudenai")),
    accepted("FRM-02", lambda: saying("Parque eólico Los Cocos.")),
    reported("FRM-08", lambda: saying("It saves 54.183,5 t a year."), at=PURPOSE, severity=Severity.WARNING),
    reported("FRM-08", lambda: saying("It has 25,2 MW."), at=PURPOSE),
    reported("FRM-08", lambda: saying("It delivers 74 200 MWh."), at=PURPOSE),
    reported("FRM-08", lambda: saying("It delivers 74,200 Mwh."), at=PURPOSE),
    accepted(
        "FRM-08", lambda: saying("It delivers 74,200 MWh, or 74.2 GWh, of 25.2 MW at 33.6 %, from 1,000 kW units.")
    ),
)
