"""Scenarios of forms.rules.monitoring."""

from forms.fieldpath import cell_path
from forms.problems import Severity
from tests.forms.rules.projects import cdm, ji, sample, wind_farm
from tests.forms.rules.table import accepted, reported
from tests.scenario import Scenario


def measured(equipment: str, qa_qc: str) -> Scenario:
    """A wind farm whose electricity is measured like this."""
    texts = {"I.EG_facility.equipment": equipment, "I.EG_facility.qa_qc": qa_qc, "I.EG_facility.method": "Metering"}
    return wind_farm().given_inputs(texts)


def commented(*, answered: bool) -> Scenario:
    scenario = cdm().given_row("E.2.comments", group="Residents", comment="The masts are noisy.")
    comment = scenario.last_row
    return scenario.given_row("E.3.responses", comment=comment, response="They are moved.") if answered else scenario


def varied(low: str, high: str) -> Scenario:
    return cdm().given_row("B.5.sensitivity", variable="Electricity price", low=low, high=high)


def monitored(*numbers: str, assured: int, proportion: str = "100") -> Scenario:
    """Rows of D.2 with these ID numbers, the first few of them with a row in D.3."""
    scenario, keys = ji(), []
    for number in numbers:
        scenario.given_row("D.2.data", id_number=number, variable="Electricity", proportion=proportion)
        keys.append(scenario.last_row)
    for key in keys[:assured]:
        scenario.given_row("D.3.quality", data=key)
    return scenario


def without_assurance_any_more() -> Scenario:
    """The one row of D.3 now belongs to nothing."""
    scenario = monitored("1", assured=1)
    return scenario.given(cell_path("D.3.quality", scenario.last_row, "data"), "")


def burning(choice: str) -> Scenario:
    """The sample takes the calorific values from the guidelines of the IPCC."""
    return sample("los_cocos").given("I.NCV.choice", choice, document="inputs_m1")


ROWS = (
    reported("MON-01", lambda: cdm().given("B.7.3.archiving", "1 year 11 months"), at="B.7.3.archiving"),
    accepted("MON-01", lambda: cdm().given("B.7.3.archiving", "2 years")),
    accepted("MON-01", lambda: cdm().given("B.7.3.archiving", "24 months")),
    reported(
        "MON-02",
        lambda: measured("Meter", "Calibrated every year"),
        at="I.EG_facility.equipment",
        severity=Severity.WARNING,
    ),
    reported("MON-02", lambda: measured("Meter, class 0.2S", "Read twice"), at="I.EG_facility.qa_qc"),
    accepted("MON-02", lambda: measured("Meter, class 0.2S", "Calibrated every year")),
    accepted("MON-02", lambda: measured("Meter, accurate to ±0.5 %", "Verified by the grid operator")),
    reported("LSC-01", lambda: commented(answered=False), at="E.2.comments"),
    accepted("LSC-01", lambda: commented(answered=True)),
    reported("JI-M02", lambda: monitored("1", "1", assured=2), at="D.2.data"),
    reported("JI-M02", lambda: monitored("1", "2", assured=1), at="D.2.data"),
    reported("JI-M02", without_assurance_any_more, at="D.2.data"),
    accepted("JI-M02", lambda: monitored("1", "2", assured=2)),
    reported("JI-M03", lambda: monitored("1", assured=1, proportion="101"), at="D.2.data"),
    reported("JI-M03", lambda: monitored("1", assured=1, proportion="-1"), at="D.2.data"),
    accepted("JI-M03", lambda: monitored("1", assured=1, proportion="100")),
    reported("INV-07", lambda: varied("-9.9", "10"), at="B.5.sensitivity", severity=Severity.WARNING),
    reported("INV-07", lambda: varied("-10", "9.9"), at="B.5.sensitivity"),
    accepted("INV-07", lambda: varied("-10", "10")),
    reported("MON-05", lambda: burning("The value is well known."), at="I.NCV.choice", severity=Severity.WARNING),
    accepted("MON-05", lambda: burning("No values of the suppliers were available.")),
    accepted("MON-05", lambda: sample("los_cocos")),
)
