"""Scenarios of forms.rules.additionality_steps."""

from forms.document import companion_document
from forms.problems import Severity
from tests.forms.rules.projects import cdm
from tests.forms.rules.table import accepted, reported
from tests.scenario import Scenario

# Step 0 not claimed, investment analysis by benchmark, common practice counted: TOOL01, figure 1, straight down.
THROUGH = {
    "A.1.measure": "technology",
    "A.1.area": "country",
    "S0.claimed": "no",
    "S1.b.outcome": "remain",
    "S1.b.way": "investment",
    "S2.a.income": "yes",
    "S2.b.rate": "bonds",
    "S2.c.outcome": "below",
    "S2.d.outcome": "robust",
    "S4.a.outcome": "not_common",
}
SHOWN_BY = ("S1.a.evidence", "S2.b.evidence", "S2.c.evidence", "S2.d.evidence", "S4.a.evidence")
BARRIERS = {
    "S1.b.way": "barriers",
    "S3.a.returns": "yes",
    "S3.a.anyone": "yes",
    "S3.a.alleviated": "yes",
    "S3.a.outcome": "barriers",
    "S3.b.outcome": "one_free",
    "S4.a.outcome": "not_common",
}
BY_BARRIERS = {"A.1.measure": "technology", "S0.claimed": "no", "S1.b.outcome": "remain", **BARRIERS}


def record(form: str, answers: dict[str, str], scenario: Scenario | None = None) -> Scenario:
    """A project with a record of a tool; its document is `document`. An empty answer leaves a place open."""
    scenario = scenario or cdm()
    scenario.given_row("P.documents", form=form)
    scenario.document = companion_document(scenario.last_row)
    for path, words in answers.items():
        scenario.given(path, words, document=scenario.document)
    return scenario


def tool01(changes: dict[str, str] | None = None, *, shown: bool = False, **pdd: str) -> Scenario:
    """The way straight down TOOL01, with changes; `pdd` are answers in B.5 of the design document."""
    scenario = record("tool01_record:07.0.0", THROUGH | (changes or {}))
    for name, words in {"route": "TOOL01", **pdd}.items():
        scenario.given(f"B.5.{name}", words)
    return with_evidence(scenario, SHOWN_BY, laws=True) if shown else scenario


def with_evidence(scenario: Scenario, places: tuple[str, ...], *, laws: bool = False) -> Scenario:
    scenario.given_row("P.evidence", title="Spreadsheet of the investment analysis")
    paper = scenario.last_row
    for path in places:
        scenario.given(path, paper, document=scenario.document)
    return scenario.given_row("S1.b.laws", document=scenario.document, evidence=paper) if laws else scenario


def by_barriers(prevented: str) -> Scenario:
    scenario = record("tool01_record:07.0.0", BY_BARRIERS)
    row = {"alternative": "Power from the grid", "prevented": prevented}
    return scenario.given_row("S3.b.alternatives", document=scenario.document, **row)


def tool21(outcome: str, *, shown: bool = False) -> Scenario:
    """A small project that claims an investment barrier."""
    answers = {"S1.a.kind": "pa", "S1.a.within": "yes", "S1.b.listed": "no", "S1.c.size": "no", "S2.a.claimed": "yes"}
    claims = {f"S2.{letter}.claimed": "no" for letter in "bcd"}
    scenario = record("tool21_record:13.1", {**answers, **claims, "S2.a.outcome": outcome}, cdm(scale="small"))
    scenario.given("B.5.route", "TOOL21")
    return with_evidence(scenario, ("S2.a.evidence",)) if shown else scenario


def first_of_its_kind(*, differs: str) -> Scenario:
    scenario = record("tool23_record:1", {"S2.outcome": "first"}, cdm(crediting_type="fixed"))
    return scenario.given_row("S2.plants", document=scenario.document, plant="El Guanillo", differs=differs)


def conditions(*met: str) -> Scenario:
    scenario = record("tool32_record:1", {"S1.group": "large_grid", "S2.outcome": "met"})
    for answer in met:
        scenario.given_row("S2.conditions", document=scenario.document, met=answer)
    return scenario


def neighbour(*, distance: str) -> Scenario:
    """A project of the same owner and kind, registered last year."""
    scenario = record("tool20_record:1", {"A.1.kind": "pa", "S1.outcome": "none"}, cdm(scale="small"))
    tests = dict.fromkeys(("same_participants", "same_technology", "within_two_years"), "yes")
    return scenario.given_row("P.other_ssc", reference="Unit 1", distance_km=distance, **tests)


def microscale(*, shown: bool) -> Scenario:
    scenario = record("tool19_record:1", {"S1.within": "yes", "S2.condition": "country"}, cdm(scale="small"))
    return with_evidence(scenario, ("S1.evidence", "S2.evidence")) if shown else scenario


def renewal(table: str, outcome: dict[str, str], **row: str) -> Scenario:
    """A second crediting period whose record of the baseline has one row and the outcome of its step."""
    scenario = record("tool11_record:03.0.1", {"A.1.kind": "equipment", **outcome}, cdm(crediting_number="2"))
    return scenario.given_row(table, document=scenario.document, **row)


def forest(answers: dict[str, str], *, route: str = "AR_TOOL02") -> Scenario:
    """A record of the A/R combined tool beside a CDM-AR-PDD."""
    scenario = record("ar_tool02_record:01", {"A.1.lawful": "yes", **answers}, Scenario("cdm_ar_pdd", "05"))
    return scenario.given("P.mechanism", "cdm").given("C.6.route", route)


# A return of 7.67 % against 11.63 %: the wind farm of the sample.
FIGURES = {"uses_investment_analysis": "yes", "analysis_method": "benchmark", "indicator": "project_irr"}
BELOW = {**FIGURES, "indicator_value": "7.67", "benchmark_value": "11.63"}
ABOVE = {**FIGURES, "indicator_value": "12.1", "benchmark_value": "11.63"}

ROWS = (
    accepted("ADD-11", tool01),
    reported("ADD-11", lambda: tool01({"S2.d.outcome": ""}), at="S2.d.outcome", severity=Severity.ERROR,
             stage="registration"),
    reported("ADD-11", lambda: tool01({"S2.d.outcome": ""}), at="S2.d.outcome", severity=Severity.WARNING,
             stage="draft"),
    reported("ADD-11", lambda: tool01({"S4.a.outcome": ""}), at="S4.a.outcome"),
    reported("ADD-11", lambda: record("tool19_record:1", {"S1.within": "yes"}), at="S2.outcome",
             severity=Severity.WARNING, stage="registration"),
    accepted("ADD-12", tool01),
    accepted("ADD-12", lambda: tool01({"S1.b.way": ""})),
    reported("ADD-12", lambda: tool01({"S3.a.outcome": "barriers"}), at="S3.a.outcome"),
    reported("ADD-12", lambda: tool01({"S0.claimed": "yes", "S0.outcome": "first"}), at="S1.b.outcome"),
    accepted("ADD-13", lambda: tool01(shown=True)),
    reported("ADD-13", tool01, at="S2.c.evidence", severity=Severity.ERROR, stage="registration"),
    reported("ADD-13", tool01, at="S1.b.laws"),
    accepted("ADD-13", lambda: tool21("shown", shown=True)),
    reported("ADD-13", lambda: tool21("shown"), at="S2.a.evidence"),
    accepted("ADD-13", lambda: tool21("not_shown")),
    accepted("ADD-13", lambda: microscale(shown=True)),
    reported("ADD-13", lambda: microscale(shown=False), at="S2.evidence", severity=Severity.WARNING,
             stage="registration"),
    accepted("ADD-14", tool01),
    accepted("ADD-14", lambda: tool01(route="methodology")),
    reported("ADD-14", lambda: tool01(route="TOOL02"), at="C.result", severity=Severity.WARNING, stage="registration"),
    reported("ADD-14", lambda: tool01({"S2.c.outcome": "attractive"}), at="C.result", severity=Severity.ERROR,
             stage="registration"),
    reported("ADD-14", lambda: tool21("not_shown"), at="C.result"),
    accepted("ADD-14", lambda: tool21("shown")),
    accepted("ADD-15", lambda: tool01(uses_investment_analysis="yes", uses_barrier_analysis="no")),
    reported("ADD-15", lambda: tool01(uses_investment_analysis="no"), at="S1.b.way"),
    reported("ADD-15", lambda: tool01(uses_barrier_analysis="yes"), at="S1.b.way"),
    accepted("ADD-15", lambda: tool01(**FIGURES)),
    reported("ADD-15", lambda: tool01(uses_investment_analysis="yes", analysis_method="simple_cost"), at="S2.a.income"),
    accepted("ADD-16", lambda: tool01(**BELOW)),
    accepted("ADD-16", tool01),
    reported("ADD-16", lambda: tool01(**ABOVE), at="S2.c.outcome", severity=Severity.ERROR, stage="registration"),
    # TOOL24, paragraph 18: 1 - 2/6 = 0.67 > 0.2 and 6 - 2 = 4 > 3; with three plants the second test fails.
    reported("ADD-16", lambda: tool01(n_all="6", n_diff="2"), at="S4.a.outcome"),
    accepted("ADD-16", lambda: tool01(n_all="3", n_diff="0")),
    reported("ADD-16", lambda: tool01({"S4.a.outcome": "common"}, n_all="0", n_diff="0"), at="S4.a.outcome"),
    accepted("ADD-17", lambda: by_barriers("no")),
    reported("ADD-17", lambda: by_barriers("yes"), at="S3.b.outcome", severity=Severity.WARNING),
    accepted("ADD-17", lambda: first_of_its_kind(differs="source")),
    reported("ADD-17", lambda: first_of_its_kind(differs="nothing"), at="S2.outcome"),
    accepted("ADD-17", lambda: conditions("yes", "yes")),
    reported("ADD-17", lambda: conditions("yes", "no"), at="S2.outcome"),
    accepted("ADD-17", lambda: neighbour(distance="1.2")),
    reported("ADD-17", lambda: neighbour(distance="1.0"), at="S1.outcome"),
    accepted("ADD-17", lambda: renewal("S1.3.equipment", {"S1.3.outcome": "goes_on"}, ends="no")),
    reported("ADD-17", lambda: renewal("S1.3.equipment", {"S1.3.outcome": "goes_on"}, ends="yes"), at="S1.3.outcome"),
    accepted("ADD-17", lambda: renewal("S1.4.values", {"S1.4.outcome": "changed"}, valid="no")),
    reported("ADD-17", lambda: renewal("S1.4.values", {"S1.4.outcome": "same"}, valid="no"), at="S1.4.outcome"),
    # AR-TOOL02, paragraphs 7 and 12: the text was read in full.
    reported("ADD-11", lambda: forest({"S0.before": "yes"}), at="S0.outcome", severity=Severity.ERROR,
             stage="registration"),
    reported("ADD-14", lambda: forest({"S0.before": "no", "S1.b.outcome": "few"}), at="C.result",
             severity=Severity.ERROR, stage="registration"),
    reported("ADD-14", lambda: forest({}, route="AR_TOOL01"), at="C.result", severity=Severity.WARNING,
             stage="registration"),
    accepted("ADD-14", lambda: forest({})),
)  # fmt: skip
