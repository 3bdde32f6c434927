"""Scenarios of forms.rules.grid."""

from forms.problems import Severity
from tests.forms.rules.projects import sample, wind_farm
from tests.forms.rules.table import accepted, reported
from tests.scenario import Scenario


def grid(symbol: str, index: str, words: str) -> Scenario:
    """The grid of Los Cocos with another figure."""
    return sample("los_cocos").given(f"I.{symbol}.value[{index}]", words, document="inputs_m1")


ROWS = (
    reported("CAL-16", lambda: grid("EG", "coal,2009", "18350000"), at="I.EG.value", severity=Severity.WARNING),
    reported("CAL-16", lambda: grid("FC", "coal,coal,2009", "10422000"), at="I.EG.value"),
    accepted("CAL-16", lambda: grid("EG", "coal,2009", "1900000")),
    accepted("CAL-16", wind_farm),
    reported("CAL-17", lambda: grid("EG", "steam,2009", "1940000"), at="I.EG_system.value", severity=Severity.WARNING),
    reported("CAL-17", lambda: grid("EG_LCMR", "2005", "16100000"), at="I.EG_LCMR.value"),
    accepted("CAL-17", lambda: grid("EG", "steam,2009", "1440000")),
    accepted("CAL-17", lambda: sample("los_cocos")),
    reported("CAL-18", lambda: grid("NCV", "hfo,2007", "39800"), at="I.NCV.value", severity=Severity.WARNING),
    reported("CAL-18", lambda: grid("EF_CO2", "gas,2008", "0.543"), at="I.EF_CO2.value"),
    accepted("CAL-18", lambda: grid("NCV", "hfo,2007", "41.8")),
    accepted("CAL-18", lambda: sample("los_cocos")),
)
