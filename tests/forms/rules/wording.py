"""Scenarios of forms.rules.wording."""

from forms.problems import Severity
from tests.forms.rules.projects import cdm
from tests.forms.rules.table import accepted, reported
from tests.scenario import Scenario


def saying(words: str) -> Scenario:
    return cdm().given("A.1.purpose", words)


ROWS = (
    *(
        reported("QUA-01", lambda words=words: saying(words), at="A.1.purpose", severity=Severity.WARNING)
        for words in (
            "The make is to be confirmed.",
            "The lender is TBD.",
            "It lies in XXX district.",
            "Is that so??",
            "[insert name of the authority]",
        )
    ),
    accepted("QUA-01", lambda: saying("The turbines are confirmed. The lender is determined. Why? Because.")),
    reported("FRM-07", lambda: saying("Power goes to the SENI."), at="A.1.purpose", severity=Severity.WARNING),
    accepted("FRM-07", lambda: saying("Power goes to the national grid (SENI). The SENI is large.")),
    accepted(
        "FRM-07", lambda: saying("Power goes to the SENI.").given_row("P.acronyms", acronym="SENI", meaning="Grid")
    ),
    accepted("FRM-07", lambda: saying("The CDM project earns CERs for CO~2~ from 12 MW.")),
    reported("FRM-15", lambda: saying("The 風 blows."), at="A.1.purpose", severity=Severity.ERROR),
    reported("FRM-15", lambda: saying("שלום"), at="A.1.purpose"),
    reported("FRM-15", lambda: cdm(title="अक्षय ऊर्जा"), at="P.title"),
    accepted("FRM-15", lambda: saying("风力发电 · Вітер · Άνεμος · พลังงานลม · Gió · Žemaitija · CO₂ ≤ 5 m³")),
)
