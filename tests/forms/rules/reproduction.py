"""Scenarios of forms.rules.reproduction."""

from forms.problems import Severity
from tests.forms.rules.projects import cdm, sample
from tests.forms.rules.table import accepted, reported
from tests.scenario import Scenario

DERIVATION, RESULT = "B.5.benchmark_derivation", "B.5.investment_result"


def saying(words: str) -> Scenario:
    return cdm().given("A.1.purpose", words)


def derived(words: str, benchmark: str) -> Scenario:
    scenario = cdm().given("B.5.route", "TOOL01").given("B.5.uses_investment_analysis", "yes")
    return (
        scenario.given("B.5.analysis_method", "benchmark")
        .given(DERIVATION, words)
        .given("B.5.benchmark_value", benchmark)
    )


def sited(words: str, *factors: str) -> Scenario:
    scenario = cdm().given("B.5.route", "TOOL01").given("B.5.uses_investment_analysis", "yes").given(RESULT, words)
    for factor in factors:
        scenario.given_row("P.sites", name=f"Site {factor}")
        scenario.given_row("P.equipment", name="Turbine", capacity="2", capacity_unit="MW", load_factor=factor)
    return scenario


ROWS = (
    reported("CAL-19", lambda: saying("12 x 2.1 MW = 26.2 MW"), at="A.1.purpose", severity=Severity.WARNING),
    accepted("CAL-19", lambda: saying("12 x 2.1 MW = 25.2 MW")),
    accepted("CAL-19", lambda: saying("12 x 2,100 kW = 25.2 MW")),
    reported("CAL-19", lambda: saying("4.50 % + 1.20 x 5.00 % + 6.00 % = 17.50 %"), at="A.1.purpose"),
    accepted("CAL-19", lambda: saying("4.50 % + 1.20 x 5.00 % + 6.00 % = 16.50 %")),
    reported("CAL-19", lambda: saying("74,200 MWh times 0.730235 t CO2/MWh = 64,183.4 t CO2"), at="A.1.purpose"),
    accepted("CAL-19", lambda: saying("74,200 MWh times 0.730235 t CO2/MWh = 54,183.4 t CO2")),
    accepted("CAL-19", lambda: saying("In 2005-2009 there were 3 plants; EF = 0.7; option 1/2 = none")),
    # The tail of a sum that is not read to its beginning tells nothing.
    accepted("CAL-19", lambda: saying("52516*(1-0.5)*21/1000 = 551.4")),
    # A dash of a list, a number in brackets or a word before it is none of its signs.
    *(
        reported("CAL-19", lambda before=before: saying(f"{before} 12 x 2.1 MW = 26.2 MW"), at="A.1.purpose")
        for before in ("Output –", "As in (a)", "At most")
    ),
    reported("CAL-19", lambda: saying("max 12 x 2.1 MW = 26.2 MW"), at="A.1.purpose"),
    accepted("CAL-19", lambda: sample("los_cocos")),
    reported("INV-09", lambda: derived("Cost of equity 16.5 %, WACC 11.63 %.", "11.36"), at="B.5.benchmark_value"),
    accepted("INV-09", lambda: derived("Cost of equity 16.5 %, WACC 11.63 %.", "11.63")),
    reported("INV-08", lambda: sited("The IRR is 7 %.", "30", "34"), at=RESULT, severity=Severity.WARNING),
    accepted("INV-08", lambda: sited("The IRR is shown for each site.", "30", "34")),
    accepted("INV-08", lambda: sited("The IRR is 7 %.", "30", "30")),
)
