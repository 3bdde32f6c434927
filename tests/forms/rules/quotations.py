"""Scenarios of forms.rules.quotations."""

from forms.problems import Severity
from tests.forms.rules.projects import sample, wind_farm, with_facts
from tests.forms.rules.table import accepted, reported
from tests.scenario import Scenario

STARTED = {"start_date": "2010-05-20", "publication_date": "2010-11-13"}


def saying(words: str) -> Scenario:
    """12.6 MW, 30,000 MWh a year at 0.7123 t/MWh, with its dates."""
    scenario = with_facts(wind_farm(EF_CM_published="0.7123"), capacity="12.6", **STARTED)
    return scenario.given("A.1.purpose", words)


ROWS = (
    *(
        reported("QUA-02", lambda words=words: saying(words), at="A.1.purpose", severity=Severity.WARNING)
        for words in (
            "A wind farm of 12.5 MW.",
            "A wind farm of 12.6 kW.",
            "It delivers 30,500 MWh a year.",
            "It delivers 300.0 GWh a year.",
            "It delivers 36,000 MWh a year.",
            "The factor is 0.7223 t CO~2~/MWh.",
        )
    ),
    accepted("QUA-02", lambda: saying("12.6 MW, or 12,600 kW, make 30.0 GWh at 0.712 t CO~2~/MWh, 38 % load.")),
    accepted("QUA-02", lambda: saying("A neighbour has 8.25 MW and makes 19,000 MWh; the limit is 15 MW.")),
    accepted("QUA-02", lambda: sample("sudenai")),
    *(
        reported("QUA-04", lambda words=words: saying(words), at="A.1.purpose", severity=Severity.WARNING)
        for words in (
            "The start date is 20 May 2011.",
            "The project started with a contract, signed on 21 May 2010.",
            "It was published for comments on 3 October 2010.",
        )
    ),
    accepted("QUA-04", lambda: saying("The start date is 20 May 2010; it was published on 13 November 2010.")),
    accepted("QUA-04", lambda: saying("Works started on 3 October 2010. The day was 31 February 2010.")),
)
