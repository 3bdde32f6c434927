"""Scenarios of forms.rules.additionality."""

from forms.problems import Severity
from tests.forms.rules.projects import cdm, ji, sample
from tests.forms.rules.table import accepted, reported
from tests.scenario import Scenario


def route(code: str, *, form: str = "cdm_pdd", version: str = "12.0", **answers: str) -> Scenario:
    scenario = Scenario(form, version).given("P.stage", "registration")
    for name, words in answers.items():
        scenario.given(f"P.{name}", words)
    return scenario.given("B.5.route", code)


def steps(investment: str, barrier: str) -> Scenario:
    scenario = route("TOOL01", scale="large")
    return scenario.given("B.5.uses_investment_analysis", investment).given("B.5.uses_barrier_analysis", barrier)


def barrier(standing: str) -> Scenario:
    scenario = route("TOOL21", scale="small").given("B.5.uses_barrier_analysis", "yes")
    scenario.given_row("P.evidence", title="Letter of a bank", standing=standing)
    return scenario.given_row("B.5.barriers", kind="investment", claim="No loan", evidence=scenario.last_row)


def alternatives(*names: str, eliminated: str = "B.5") -> Scenario:
    scenario = cdm()
    for name in names:
        scenario.given_row("B.4.alternatives", name=name, eliminated_at="" if name == names[-1] else "B.5")
    if eliminated != "B.5":
        scenario.given_row("B.4.alternatives", name="Grid", eliminated_at=eliminated)
    return scenario


def all_eliminated() -> Scenario:
    scenario = cdm()
    for name in ("Without the CDM", "The grid goes on"):
        scenario.given_row("B.4.alternatives", name=name, eliminated_at="step 2")
    return scenario


def scenarios(*rows: tuple[str, str, str]) -> Scenario:
    scenario = ji()
    for name, plausible, baseline in rows:
        scenario.given_row("B.1.scenarios", scenario=name, plausible=plausible, baseline=baseline)
    return scenario


WITHOUT, TODAY = ("Wind farm without JI", "yes", "no"), ("Present practice goes on", "yes", "yes")


def counted(every: str, different: str) -> Scenario:
    return route("TOOL01").given("B.5.n_all", every).given("B.5.n_diff", different)


def plants(every: str, *rows: tuple[str, str, str]) -> Scenario:
    scenario = counted(every, "1")
    for status, different, reason in rows:
        scenario.given_row("B.5.common_practice", plant="Plant", cdm=status, different=different, reason=reason)
    return scenario


def tool(*, barriers: bool) -> Scenario:
    scenario = ji().given("B.2.route", "cdm_tool_or_method")
    return scenario.given_row("B.2.barriers", barrier="No loan") if barriers else scenario


def varied(*rows: tuple[str, str, str], indicator: str = "5.63") -> Scenario:
    scenario = ji().given_row("B.2.indicators", indicator="IRR", value=indicator, unit="%")
    for variable, change, result in rows:
        scenario.given_row("B.2.sensitivity", variable=variable, change=change, result=result)
    return scenario


def variants(*rows: tuple[str, str]) -> Scenario:
    scenario = ji()
    for change, variant in rows:
        scenario.given_row("B.2.sensitivity", variable="Output", change=change, variant=variant, result="5")
    return scenario


FALLING = (("Investment cost", "-10", "7"), ("Investment cost, base case", "0", "5.63"), ("Investment cost", "10", "4"))


def listed(words: str) -> Scenario:
    return route("TOOL32").given("B.5.positive_list", words)


ROWS = (
    reported("ADD-01", lambda: route("TOOL21", scale="large"), at="B.5.route", severity=Severity.ERROR),
    reported("ADD-01", lambda: route("TOOL19", scale="small", ssc_type="I", capacity="5.1"), at="B.5.route"),
    accepted("ADD-01", lambda: route("TOOL19", scale="small", ssc_type="I", capacity="5")),
    accepted("ADD-01", lambda: route("TOOL01", scale="large")),
    reported("ADD-02", lambda: steps("no", "no"), at="B.5.uses_investment_analysis", severity=Severity.ERROR),
    accepted("ADD-02", lambda: steps("no", "yes")),
    accepted("ADD-02", lambda: steps("yes", "no")),
    reported("ADD-04", lambda: barrier("own"), at="B.5.barriers", severity=Severity.WARNING),
    accepted("ADD-04", lambda: barrier("published")),
    reported("ADD-05", lambda: steps("no", "yes"), at="B.5.uses_barrier_analysis", severity=Severity.WARNING),
    accepted("ADD-05", lambda: steps("yes", "yes")),
    reported("ADD-07", lambda: alternatives("Diesel engines", "The grid"), at="B.4.alternatives"),
    reported("ADD-07", lambda: alternatives("Wind farm without the CDM", "Diesel engines"), at="B.4.alternatives"),
    reported("ADD-07", all_eliminated, at="B.4.alternatives"),
    accepted("ADD-07", lambda: alternatives("Wind farm without the CDM", "Supply by the grid")),
    accepted("ADD-07", cdm),
    reported("JI-B02", lambda: scenarios(TODAY), at="B.1.scenarios", severity=Severity.WARNING),
    reported("JI-B02", lambda: scenarios(WITHOUT, ("A gas plant", "yes", "yes")), at="B.1.scenarios"),
    reported("JI-B02", lambda: scenarios(WITHOUT, ("Present practice", "yes", "no")), at="B.1.scenarios"),
    accepted("JI-B02", lambda: scenarios(WITHOUT, TODAY)),
    accepted("JI-B02", ji),
    reported("CPA-01", lambda: counted("10", "6"), at="B.5.n_all", severity=Severity.ERROR),
    accepted("CPA-01", lambda: counted("10", "7")),
    accepted("CPA-01", lambda: counted("50", "40")),
    accepted("CPA-01", lambda: counted("0", "0")),
    reported("CPA-02", lambda: plants("2", ("No", "yes", "Tariff"), ("Registered", "no", "")), at="B.5.n_all"),
    reported("CPA-02", lambda: plants("1", ("No", "yes", "")), at="B.5.common_practice"),
    accepted("CPA-02", lambda: plants("1", ("No", "yes", "Tariff"), ("Registered, 0175", "no", ""))),
    reported("JI-A01", lambda: tool(barriers=False), at="B.2.route", severity=Severity.WARNING),
    accepted("JI-A01", lambda: tool(barriers=True)),
    reported("JI-A04", lambda: varied(FALLING[0], ("Investment cost", "9.9", "4")), at="B.2.sensitivity"),
    reported("JI-A04", lambda: varied(("Output", "-10", "4"), ("Output", "10", "7")), at="B.2.sensitivity"),
    accepted("JI-A04", lambda: varied(*FALLING)),
    accepted("JI-A04", lambda: sample("sudenai")),
    reported("JI-A05", lambda: varied(*FALLING, indicator="5.36"), at="B.2.sensitivity", severity=Severity.WARNING),
    reported("JI-A05", lambda: varied(FALLING[0], FALLING[1], ("Investment cost", "10", "6")), at="B.2.sensitivity"),
    accepted("JI-A05", lambda: varied(*FALLING)),
    reported("JI-A06", lambda: variants(("0", "33,708 MWh/yr"), ("-20", "29,966 MWh/yr")), at="B.2.sensitivity"),
    accepted("JI-A06", lambda: variants(("0", "33,708 MWh/yr"), ("-20", "26,966 MWh/yr"))),
    accepted("JI-A06", lambda: variants(("10", "110 % of the base case"), ("0", "100 %"))),
    reported("ADD-06", lambda: listed("Solar power is on the list."), at="B.5.positive_list", severity=Severity.INFO),
    accepted("ADD-06", lambda: listed("Solar power, TOOL32 version 1.0, valid until 28 November 2017.")),
)
