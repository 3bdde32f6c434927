"""Scenarios of forms.rules.investment."""

from forms.problems import Severity
from tests.forms.rules.projects import cdm, sample
from tests.forms.rules.table import accepted, reported
from tests.scenario import Scenario

INPUTS, SENSITIVITY = "B.5.investment_inputs", "B.5.sensitivity"
DERIVATION = "B.5.benchmark_derivation"


def analysed(**answers: str) -> Scenario:
    """A benchmark analysis of a project IRR before tax, with these answers of B.5 too."""
    scenario = cdm(lifetime="20 years", scale="large", stage="registration").given("B.5.route", "TOOL01")
    told = {"uses_investment_analysis": "yes", "analysis_method": "benchmark", "indicator": "project_irr"}
    for name, words in {**told, **answers}.items():
        scenario.given(f"B.5.{name}", words)
    return scenario


def assessed(years: str, *, left: bool = False) -> Scenario:
    scenario = analysed(assessment_period=years)
    return scenario.given_row(INPUTS, parameter="Residual value of the plant") if left else scenario


def dated(day: str, available: str = "yes") -> Scenario:
    scenario = analysed(decision_date="2010-04-27")
    return scenario.given_row(INPUTS, parameter="Electricity price", date=day, available=available)


def entered(parameter: str, **answers: str) -> Scenario:
    return analysed(**answers).given_row(INPUTS, parameter=parameter)


def derived(words: str, **answers: str) -> Scenario:
    return analysed(indicator_basis="post_tax_nominal", benchmark_derivation=words, **answers)


def varied(*variables: str) -> Scenario:
    scenario = analysed()
    for parameter in ("Total investment", "Electricity price", "Net electricity delivered", "Operation"):
        scenario.given_row(INPUTS, parameter=parameter)
    for variable in variables:
        scenario.given_row(SENSITIVITY, variable=variable)
    return scenario


def results(low: str, base: str, high: str, *, even: str = "", **answers: str) -> Scenario:
    cells = {"indicator_low": low, "indicator_base": base, "indicator_high": high, "break_even": even}
    return analysed(**answers).given_row(SENSITIVITY, variable="Price", **cells)


def flow(*rows: str, stated: str = "10.00") -> Scenario:
    head = "| Year | Revenue | Operating cost | Investment | Cash flow |\n|---|---:|---:|---:|---:|\n"
    return analysed(indicator_value=stated, investment_result=head + "\n".join(rows))


YEARS = ("| 2010 | 0 | 0 | -1,000 | -1,000 |", "| 2011 | 150 | 50 | 0 | 100 |", "| 2012 | 1,150 | 50 | 0 | 1,100 |")

ROWS = (
    reported("INV-01", lambda: assessed("21 years"), at="B.5.assessment_period", severity=Severity.ERROR),
    reported("INV-01", lambda: assessed("9 years", left=True), at="B.5.assessment_period"),
    accepted("INV-01", lambda: assessed("10 years")),
    reported("INV-15", lambda: assessed("10 years"), at="B.5.assessment_period", severity=Severity.WARNING),
    accepted("INV-15", lambda: assessed("10 years", left=True)),
    accepted("INV-15", lambda: assessed("20 years")),
    accepted("INV-01", lambda: assessed("20 years")),
    reported("INV-02", lambda: dated("2010-04-28"), at=INPUTS, severity=Severity.ERROR),
    reported("INV-02", lambda: dated("2010-04-27", "no"), at=INPUTS),
    accepted("INV-02", lambda: dated("2010-04-27")),
    reported("INV-03", lambda: entered("Interest on loans"), at=INPUTS, severity=Severity.WARNING),
    reported("INV-03", lambda: entered("Debt service"), at=INPUTS),
    accepted("INV-03", lambda: entered("Interest on loans", indicator="equity_irr")),
    accepted("INV-03", lambda: entered("Total investment")),
    reported("INV-04", lambda: derived("Cost of equity of 16 %, nominal."), at=DERIVATION, severity=Severity.WARNING),
    reported("INV-04", lambda: derived("WACC, nominal.", indicator="equity_irr"), at=DERIVATION),
    reported("INV-04", lambda: derived("The WACC in real terms."), at=DERIVATION),
    reported("INV-04", lambda: derived("The WACC before tax, nominal."), at=DERIVATION),
    accepted("INV-04", lambda: derived("The WACC after tax, nominal, from the cost of equity.")),
    accepted("INV-04", lambda: derived("The real WACC is made nominal with the inflation that is forecast.")),
    reported("INV-05", lambda: derived("With 60 % debt.", debt_share="50"), at="B.5.debt_share"),
    reported("INV-05", lambda: derived("Debt to equity is 70:30.", debt_share="80"), at="B.5.debt_share"),
    accepted("INV-05", lambda: derived("Share of debt: 50 %", debt_share="50")),
    accepted("INV-05", lambda: derived("Debt/equity 80/20", debt_share="80")),
    reported("INV-06", lambda: varied("Investment", "Output", "O&M"), at=SENSITIVITY, severity=Severity.WARNING),
    reported("INV-06", lambda: varied("Tariff", "Output", "O&M"), at=SENSITIVITY),
    accepted("INV-06", lambda: varied("Investment", "Tariff", "Output", "O&M")),
    reported("INV-10", lambda: results("6", "8", "9", indicator_value="7"), at=SENSITIVITY, severity=Severity.ERROR),
    reported("INV-10", lambda: analysed(indicator_value="7", indicator_with_cers="6"), at="B.5.indicator_with_cers"),
    accepted("INV-10", lambda: results("6", "7", "8", indicator_value="7", indicator_with_cers="8")),
    reported("INV-11", lambda: results("8", "7", "9"), at=SENSITIVITY, severity=Severity.WARNING),
    reported("INV-11", lambda: results("1", "7", "8"), at=SENSITIVITY),
    accepted("INV-11", lambda: results("8.92", "7.67", "6.60")),
    reported("INV-12", lambda: results("6", "8", "11", benchmark_value="10"), at=SENSITIVITY),
    accepted("INV-12", lambda: results("6", "8", "11", benchmark_value="10", even="7")),
    accepted("INV-12", lambda: results("6", "8", "9.9", benchmark_value="10")),
    reported("INV-13", lambda: flow(*YEARS, stated="11.00"), at="B.5.investment_result", severity=Severity.WARNING),
    reported(
        "INV-13",
        lambda: sample("los_cocos").given("B.5.indicator_value", "8.67"),
        at="B.5.investment_result",
    ),
    reported(
        "INV-13",
        lambda: flow(YEARS[0], "| 2011 | 190 | 50 | 0 | 100 |", YEARS[2]),
        at="B.5.investment_result",
    ),
    accepted("INV-13", lambda: flow(*YEARS)),
    accepted("INV-13", lambda: flow(YEARS[0], "| 2011 | unknown | 50 | 0 | 100 |", YEARS[2], stated="3")),
    accepted("INV-13", lambda: sample("los_cocos")),
    reported("ADD-03", lambda: entered("Tariff", analysis_method="simple_cost"), at="B.5.analysis_method"),
    accepted("ADD-03", lambda: entered("Price of CERs", analysis_method="simple_cost")),
    accepted("ADD-03", lambda: entered("Tariff")),
)
