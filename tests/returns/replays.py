"""Submissions that were sent back (domain/returns.md), as faults put into a clean sample.

Each line is one fault of one return: what is changed, and the rule that must report it at which field.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from forms.answers import Answer, Origin
from forms.evidence import attachment
from forms.fieldpath import cell_path
from forms.prose import from_json, to_json
from tests.forms.rules.attachments import FORMULA, VALUE, workbook
from tests.forms.rules.projects import sample
from tests.scenario import Scenario

Change = Callable[[Scenario], object]


@dataclass(frozen=True)
class Replay:
    """A fault of return `number`: put into a sample by `change`, it is reported by `rule` at `place`."""

    number: int
    fault: str
    sample_id: str
    change: Change
    rule: str
    place: str

    def changed(self) -> Scenario:
        """The sample with the fault."""
        scenario = sample(self.sample_id)
        self.change(scenario)
        return scenario


def typed(path: str, words: str, document: str = "") -> Change:
    return lambda scenario: scenario.given(path, words, document=document)


def entered(path: str, words: str) -> Change:
    """An input of the calculation."""
    return typed(path, words, "inputs_m1")


def every(*changes: Change) -> Change:
    def change(scenario: Scenario) -> None:
        for one in changes:
            one(scenario)

    return change


def without(table: str, *rows: str, document: str = "") -> Change:
    def change(scenario: Scenario) -> None:
        for row in rows:
            scenario.project.remove_row(document or scenario.project.read.document_of(table), table, row)

    return change


def added(table: str, **cells: str) -> Change:
    return lambda scenario: scenario.given_row(table, **cells)


def cleared(path: str) -> Change:
    return lambda scenario: scenario.project.clear(scenario.project.read.document_of(path), path)


def overridden(path: str, number: str) -> Change:
    """An input put over another one, without a word."""
    answer = Answer(Decimal(number), Origin.OVERRIDDEN)
    return lambda scenario: scenario.project.put("inputs_m1", path, answer)


def rewritten(path: str, old: str, new: str) -> Change:
    """Words of a narrative put in the place of others."""

    def change(scenario: Scenario) -> None:
        document = scenario.project.read.document_of(path)
        told = to_json(scenario.project.read.value(path))
        changed = exchanged(told, old, new)
        assert changed != told, f"{old!r} is not in {path}"
        scenario.project.put(document, path, Answer(from_json(changed)))

    return change


def exchanged(data: object, old: str, new: str) -> object:
    if isinstance(data, str):
        return data.replace(old, new, 1)
    if isinstance(data, list):
        return [exchanged(item, old, new) for item in data]
    return {key: exchanged(item, old, new) for key, item in data.items()} if isinstance(data, dict) else data


def attached(row: str, sheet: str) -> Change:
    """A spreadsheet in the evidence list, with this in its only sheet."""

    def change(scenario: Scenario) -> None:
        sha = scenario.project.attach(attachment("model.xlsx", workbook(sheet)))
        scenario.project.put("facts", cell_path("P.evidence", row, "file"), Answer(sha))

    return change


def cdm(number: int, fault: str, change: Change, rule: str, place: str) -> Replay:
    return Replay(number, fault, "los_cocos", change, rule, place)


def ji(number: int, fault: str, change: Change, rule: str, place: str) -> Replay:
    return Replay(number, fault, "sudenai", change, rule, place)


SUBMITTED = typed("P.purpose", "submission")
SAMPLED = every(
    typed("B.7.2.uses_sampling", "yes"),
    typed("B.7.2.confidence", "95"),
    typed("B.7.2.precision", "10"),
    typed("B.7.2.sample_size", "102"),
)

REPLAYS = (
    cdm(1, "methodology not in force", every(SUBMITTED, typed("P.prepared_for", "2015-12-15")), "MET-01",
        "P.methodologies"),
    cdm(2, "form not in force", every(SUBMITTED, typed("P.prepared_for", "2015-12-15")), "FRM-01", "P.prepared_for"),
    cdm(2, "another number of CERs in one place", rewritten("B.6.4.note", "54,183", "48,719"), "CAL-04", "B.6.4.note"),
    cdm(2, "another period in one place",
        rewritten("B.6.4.note", "Every row", "The crediting period starts on 1 January 2012. Every row"), "QUA-04",
        "B.6.4.note"),
    ji(3, "another amount in one place", rewritten("A.4.4.how", "18,233", "15,687"), "CAL-04", "A.4.4.how"),
    ji(3, "title differs in the letter",
       added("P.letters", party="Lithuania", title_quoted="Sudenai Wind Power Project", reference="1"), "LOA-02",
       "P.letters"),
    cdm(4, "rows that cannot be split at the end of 2012",
        every(typed("P.crediting.start", "2012-09-01"), typed("P.crediting.rows", "crediting")), "GWP-06",
        "P.crediting.rows"),
    cdm(5, "survey without sampling plan", entered("I.EG_facility.method", "Annual survey of the users"), "MON-03",
        "B.7.2.uses_sampling"),
    ji(5, "equation not correctly written", typed("X.equations[q9].expression", "EG[y] * EF_CO"), "JI-M04",
       "X.equations"),
    ji(5, "equation whose units do not multiply out", typed("X.equations[q9].expression", "EG[y]"), "JI-M04",
       "X.equations"),
    cdm(6, "load factor of another machine", typed("P.equipment[turbine].load_factor", "36.6"), "CAL-14",
        "P.equipment"),
    ji(6, "load factor of another machine", typed("P.equipment[e82l].load_factor", "32.6"), "CAL-14", "P.equipment"),
    cdm(6, "source not traceable", typed("B.5.investment_inputs[price].source", ""), "FRM-03", "B.5.investment_inputs"),
    cdm(7, "three years instead of five", without("I.sets.h", "2005", "2006", document="inputs_m1"), "MET-07",
        "I.sets.h"),
    cdm(7, "empty cell", entered("I.EG_LCMR.value[2005]", ""), "FRM-03", "I.EG_LCMR.value"),
    cdm(8, "net calorific value missing", entered("I.NCV.value[hfo,2007]", ""), "CAL-00", "I.NCV.value"),
    ji(8, "monitored parameter not collected", without("D.2.data", "d1"), "JI-M08", "D.2.data"),
    cdm(8, "barriers without evidence",
        every(typed("B.5.uses_barrier_analysis", "yes"), added("B.5.barriers", kind="investment", claim="No loan")),
        "FRM-03", "B.5.barriers"),
    ji(9, "variable missing in an equation", without("X.parameters", "eta_heat"), "JI-M04", "X.equations"),
    cdm(9, "two capacities", typed("P.capacity", "25.4"), "CAL-13", "P.capacity"),
    cdm(9, "two capacities in text and table", rewritten("A.1.purpose", "25.2 MW", "25.4 MW"), "QUA-02", "A.1.purpose"),
    cdm(9, "real benchmark, nominal indicator", rewritten("B.5.benchmark_derivation", "nominal", "in real terms"),
        "INV-04", "B.5.benchmark_derivation"),
    cdm(10, "debt 80 % here and 50 % there", typed("B.5.debt_share", "80"), "INV-05", "B.5.debt_share"),
    cdm(10, "electricity ten times too large", typed("B.5.investment_inputs[electricity].value", "742,000"), "CAL-15",
        "B.5.investment_inputs"),
    cdm(10, "GWh for MWh in the text", rewritten("A.1.purpose", "74,200 MWh", "742.00 GWh"), "QUA-02", "A.1.purpose"),
    cdm(10, "both alternatives of the template", typed("B.5.first_of_its_kind", "It is/is not the first."), "QUA-03",
        "B.5.first_of_its_kind"),
    cdm(11, "tariff missing in the sensitivity", without("B.5.sensitivity", "price"), "INV-06", "B.5.sensitivity"),
    cdm(11, "two start dates", typed("P.start_date", "2010-06-20"), "DAT-01", "P.start_date"),
    cdm(11, "one return for three sites", every(
        added("P.sites", name="Second site"), added("P.sites", name="Third site"),
        added("P.equipment", name="Other turbine", capacity="2", capacity_unit="MW", load_factor="28.1")),
        "INV-08", "B.5.investment_result"),
    cdm(11, "start date not in the time line", without("B.5.timeline", "start"), "DAT-13", "B.5.timeline"),
    cdm(11, "no time line", cleared("B.5.timeline"), "FRM-03", "B.5.timeline"),
    cdm(12, "assessment period longer than the lifetime", typed("B.5.assessment_period", "50 years"), "INV-01",
        "B.5.assessment_period"),
    cdm(12, "interest in a project IRR", added("B.5.investment_inputs", parameter="Interest on loans"), "INV-03",
        "B.5.investment_inputs"),
    cdm(12, "prior consideration not notified", typed("P.prior_consideration.secretariat_date", ""), "DAT-03",
        "P.prior_consideration.secretariat_date"),
    cdm(13, "spreadsheet protected", attached("investment_sheet", f"{FORMULA}<sheetProtection/>"), "FRM-10",
        "P.evidence"),
    cdm(13, "awareness before the decision not shown", typed("P.start_date", "2008-05-20"), "DAT-07", "B.5.timeline"),
    cdm(14, "confidence below the standard", every(SAMPLED, typed("B.7.2.confidence", "80")), "MON-07",
        "B.7.2.confidence"),
    ji(15, "acronym not explained", rewritten("D.4.reporting", "a monitoring report", "a TIRU report"), "FRM-07",
       "D.4.reporting"),
    cdm(18, "sheet without formulas", attached("er_workbook", VALUE), "FRM-10", "P.evidence"),
    ji(18, "parameter not listed", without("X.parameters", "k_toe"), "JI-M04", "X.equations"),
    ji(19, "figure without its source", typed("X.parameters[eta_heat].source", ""), "JI-G02", "X.parameters"),
    cdm(19, "figure put over another without a reason",
        overridden("I.NCV.value[hfo,2007]", "41.926"), "ORI-01", "I.NCV.value"),
    cdm(20, "meter missing in the diagram",
        added("B.7.3.meters", tag="M3", measures="EG_facility", kind="check", place="Feeder", accuracy="0.5"), "BND-03",
        "B.7.3.meters"),
    cdm(20, "apportioning pasted as values", attached("investment_sheet", VALUE), "FRM-10", "P.evidence"),
    cdm(21, "two percentages for one quantity", rewritten("B.5.conclusion", "7.67 %", "8.67 %"), "QUA-02",
        "B.5.conclusion"),
    cdm(22, "sample size without calculation", SAMPLED, "FRM-03", "B.7.2.calculation"),
    cdm(22, "two sample sizes", every(SAMPLED, typed("B.7.2.calculation", "n = 81, with a reserve 83")), "MON-08",
        "B.7.2.sample_size"),
)  # fmt: skip


@dataclass(frozen=True)
class Beside:
    """A fault of return `number` in a file beside the project: `words` of it contradict the fact `what`."""

    number: int
    fault: str
    words: str
    what: str


BESIDE = (
    Beside(
        2, "another number of CERs in another document", "Emission reductions (CERs)\nTotal 84,719", "total reductions"
    ),
    Beside(
        2, "another period in another document", "Start of the crediting period: 1 January 2012", "start of crediting"
    ),
    Beside(2, "copies of two dates", "Completion date of the PDD: 19 July 2019", "completion of the document"),
    Beside(
        3, "70,248 against 55,687 in another document", "Emission reductions (tCO2e)\n2014 70,248", "reductions in 2014"
    ),
    Beside(3, "versions of one document", "Version number of the PDD: 3", "version of the document"),
)

# Faults of the returns that no rule reports yet: number, fault, what it waits for.
NOT_YET = (
    (3, "type of change differs between five files", "forms of post-registration changes; foreign files"),
    (3, "page missing, page blank", "papers that were not printed by this program"),
    (4, "tonnes before and after 2012 do not add up to the total", "monitoring report"),
    (14, "lower confidence bound used in the result", "monitoring report"),
    (15, "billing cycles differ between report and sheets", "monitoring report, workbook comparison"),
    (16, "redlined against an intermediate revision", "redline"),
    (17, "approval of a post-registration change not stated", "forms of post-registration changes"),
    (20, "single cells pasted among formulas", "workbook comparison"),
    (21, "results above the estimate not explained", "monitoring report"),
    (22, "102 against 81 in another document", "comparison with foreign files"),
)
