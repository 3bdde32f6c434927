"""Scenarios of forms.rules.misspellings."""

from forms.problems import Severity
from tests.forms.rules.projects import cdm, sample
from tests.forms.rules.table import accepted, reported
from tests.scenario import Scenario

PURPOSE = "A.1.purpose"


def saying(words: str) -> Scenario:
    return cdm().given(PURPOSE, words)


ROWS = (
    reported(
        "QUA-07",
        lambda: saying("The Provnice has no other wind farm."),
        at=PURPOSE,
        severity=Severity.INFO,
    ),
    reported("QUA-07", lambda: saying("It generates electrcity."), at=PURPOSE),
    accepted("QUA-07", lambda: saying("It generates electricity, and neighbours were authorised to build the centre.")),
    # A foreign name is left alone, also where it is near to an English word.
    accepted("QUA-07", lambda: saying("Coordinador del Sistema, Juancho, Rudaiciai.")),
    # Nor are names of companies in a dictionary.
    accepted("QUA-07", lambda: cdm().given_row("P.participants", entity="Taisei")),
    reported("QUA-07", lambda: saying("Taisei"), at=PURPOSE),
    accepted("QUA-07", lambda: sample("los_cocos")),
    accepted("QUA-07", lambda: sample("sudenai")),
)
