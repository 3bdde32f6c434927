"""Scenarios of forms.rules.calculation."""

from dataclasses import replace
from decimal import Decimal

from forms.problems import Severity
from forms.results import Results, Tonnes
from tests.forms.rules.projects import approach, cdm, ji, wind_farm, with_facts, with_values
from tests.forms.rules.table import accepted, reported
from tests.scenario import Scenario

TWICE = {"BE[y]": "M", "ER[y]": "BE[y] * k"}


class MiscountedResults(Results):
    """Results whose total is a hundred tonnes off: what the rules of totals are there to notice."""

    @property
    def printed_total(self) -> Tonnes:
        right = super().printed_total
        return replace(right, reductions=(right.reductions or Decimal(0)) + 100)


def miscounted(scenario: Scenario) -> Scenario:
    results, snapshot = scenario.project.read.results, scenario.project.snapshot
    snapshot.__dict__["results"] = MiscountedResults(
        results.calculations, results.rows, results.months, results.rounding
    )
    return scenario


def saving(tonnes: str, **facts: str) -> Scenario:
    """A JI project that saves these tonnes a year, for two years."""
    return with_facts(approach({"BE[y]": "M"}, M=f"{tonnes} tCO2e"), **facts)


def share(factor: str, rounding: str) -> Scenario:
    """Reductions are this part of the 10 t of the baseline, though nothing is taken off."""
    return with_facts(approach(TWICE, M="10 tCO2e", k=f"{factor} 1"), rounding=rounding)


def with_leakage(tonnes: str, **values: str) -> Scenario:
    """A wind farm whose turbines leave a gap elsewhere."""
    scenario = wind_farm().given_inputs({"I.options.equipment_transferred": "yes"})
    return with_values(scenario, LE_transfer=tonnes, **values)


def rounded_apart() -> Scenario:
    """8.4 t less 0.6 t are 7.8 t; rounded one by one, 8 less 1 are 8."""
    return with_facts(with_leakage("0.6", EG_facility="12"), rounding="nearest")


def generating(megawatt_hours: str, capacity: str = "12") -> Scenario:
    return with_facts(wind_farm(EG_facility=megawatt_hours), capacity=capacity)


def metering_tonnes() -> Scenario:
    """EGR is no electricity, whatever its letters say."""
    return with_facts(approach({"BE[y]": "EGR[y]"}, monitored=True, EGR="500 tCO2e"), capacity="12")


def saying(words: str) -> Scenario:
    return wind_farm().given("A.1.purpose", words)


ROWS = (
    reported("CAL-00", lambda: wind_farm(EF_CM_published=""), at="I.EF_CM_published.value", severity=Severity.ERROR),
    reported("CAL-00", lambda: approach({"BE[y]": "M"}, M=" tCO2e"), at="I.M.value"),
    accepted("CAL-00", wind_farm),
    accepted("CAL-00", lambda: saving("0")),
    reported("CAL-10", lambda: approach({"BE[y]": "M / k"}, M="10 tCO2e", k="0 1"), at="X.equations"),
    accepted("CAL-10", lambda: approach({"BE[y]": "M / k"}, M="10 tCO2e", k="2 1")),
    # An equation that cannot be read is reported as such, and not once more for every year that lacks it.
    accepted("CAL-10", lambda: approach({"BE[y]": "2 * ("}, M="10 tCO2e")),
    reported(
        "CAL-11", lambda: wind_farm(EF_CM_published="-1"), at="I.EF_CM_published.value", severity=Severity.WARNING
    ),
    accepted("CAL-11", wind_farm),
    reported("CAL-01", rounded_apart, at="P.rounding", severity=Severity.ERROR),
    accepted("CAL-01", lambda: with_facts(rounded_apart(), rounding="conservative")),
    reported("JI-E01", lambda: share("0.5", "nearest"), at="P.rounding", severity=Severity.ERROR),
    reported("JI-E01", lambda: share("0.5", "conservative"), at="P.rounding"),
    accepted("JI-E01", lambda: share("0.9", "nearest")),
    accepted("JI-E01", lambda: saving("10.4", rounding="nearest")),
    # Two years of 8.4 t: 8 and 8, but 17 together.
    reported(
        "CAL-02",
        lambda: with_facts(wind_farm(EG_facility="12"), rounding="nearest"),
        at="P.rounding",
        severity=Severity.WARNING,
    ),
    accepted("CAL-02", lambda: wind_farm(EG_facility="12")),
    reported("JI-E02", lambda: miscounted(saving("10")), at="P.rounding", severity=Severity.ERROR),
    accepted("JI-E02", lambda: saving("8.4", rounding="nearest")),
    reported("CAL-07", lambda: cdm(crediting_start="2010-01-01", crediting_length="0 years"), at="P.crediting.length"),
    reported("CAL-07", lambda: ji(crediting_start="2010-01-01", crediting_length="102 years"), at="P.crediting.length"),
    accepted("CAL-07", lambda: cdm(crediting_start="2010-01-01", crediting_length="1 month")),
    reported("CAL-09", lambda: with_leakage("21001"), at="P.crediting.length", severity=Severity.WARNING),
    accepted("CAL-09", lambda: with_leakage("21000")),
    # 12 MW make 105,120 MWh in a year without pause.
    reported("CAL-05", lambda: generating("105121"), at="I.EG_facility.value", severity=Severity.WARNING),
    reported("CAL-05", lambda: generating("30"), at="I.EG_facility.value"),
    accepted("CAL-05", lambda: generating("105120")),
    accepted("CAL-05", lambda: generating("30000")),
    accepted("CAL-05", metering_tonnes),
    reported("CAL-04", lambda: saying("It saves 21,500 t CO~2~e a year."), at="A.1.purpose", severity=Severity.WARNING),
    accepted("CAL-04", lambda: saying("It saves 21,000 t CO~2~e a year, 42,000 tCO2e in all.")),
    accepted("CAL-04", lambda: saying("The country emits 20,000,000 tonnes of CO~2~ a year.")),
    reported("CAL-06", lambda: cdm(rounding="nearest"), at="P.rounding", severity=Severity.WARNING),
    accepted("CAL-06", lambda: cdm(rounding="conservative")),
    accepted("CAL-06", lambda: cdm(rounding="nearest", purpose="archive")),
)
