"""Scenarios of forms.rules.notation."""

from forms.problems import Severity
from tests.forms.rules.projects import cdm, ji
from tests.forms.rules.table import accepted, reported
from tests.scenario import Scenario


def saying(words: str) -> Scenario:
    return cdm().given("A.1.purpose", words)


ROWS = (
    reported("FRM-12", lambda: saying("N/A"), at="A.1.purpose", severity=Severity.ERROR),
    reported("FRM-12", lambda: cdm(title="n.a."), at="P.title"),
    reported("FRM-12", lambda: cdm(town="-"), at="P.town"),
    reported("FRM-12", lambda: ji().given_row("D.2.data", variable="Not applicable."), at="D.2.data"),
    accepted("FRM-12", lambda: saying("No meter applies, and none is needed.")),
    accepted("FRM-12", lambda: cdm(title="NA wind farm")),
    accepted("FRM-12", cdm),
    *(
        reported("QUA-03", lambda words=words: saying(words), at="A.1.purpose", severity=Severity.WARNING)
        for words in (
            "The project is/is not the first of its kind.",
            "Public funding is used: Yes / No",
            "☒ Renewable ☐ Fixed",
            "Option 1 or option 2 of the template applies.",
            "Please specify the technology.",
            "(Delete as appropriate.)",
            "The plant stands in <name of the town>.",
        )
    ),
    accepted("QUA-03", lambda: saying("The line of 34.5/138 kV, 5 < 7, pays 125 USD/MWh; option 1 applies [1].")),
)
