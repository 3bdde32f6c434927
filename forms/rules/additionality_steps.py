"""Records of tools, mostly of additionality: steps in order, outcomes with evidence, as the design document says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms.additionality import Record, counts, design_document, neighbours, place, records, returns, route
from forms.expressions import expression
from forms.problems import Severity, Step
from forms.quantities import format_number
from forms.rules import Hit, rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from forms.definition import Field, Section
    from forms.document import Reader

_AT_REGISTRATION = ("registration", "post_registration")
_STEP = "S"
_OUTCOMES = frozenset({"outcome", "result"})
_RESULT = "C.result"
# Tools whose text was read in full: their rules may block, those of the others warn.
_READ = frozenset({"TOOL01", "TOOL21", "AR-TOOL02"})
# Routes of B.5 beside which a record of the tool makes sense: TOOL21 refers to TOOL19 and TOOL32 (paragraphs 5 and
# 11), step 0 of TOOL01 and of TOOL02 to TOOL23; a methodology may call for any of them.
_ROUTES = {
    "TOOL01": {"TOOL01"},
    "TOOL02": {"TOOL02"},
    "TOOL19": {"TOOL19", "TOOL21"},
    "TOOL21": {"TOOL21"},
    "TOOL23": {"TOOL01", "TOOL02"},
    "TOOL32": {"TOOL32", "TOOL21"},
    "AR-TOOL02": {"AR-TOOL02"},
}
# Outcomes that claim nothing, so that nothing has to be shown.
_MODEST = {("S0.outcome", "other")}
_NOT_SHOWN = "not_shown"
# Tables whose rows decide an outcome: tool, table, column and cell that speaks against it, in any row or in all rows.
_DECIDED_BY_ROWS = (
    ("TOOL01", "S3.b.alternatives", "prevented", True, all, "S3.b.outcome", "one_free"),
    ("TOOL11", "S1.3.equipment", "ends", True, any, "S1.3.outcome", "goes_on"),
    ("TOOL11", "S1.4.values", "valid", False, any, "S1.4.outcome", "same"),
    ("TOOL23", "S2.plants", "differs", "nothing", any, "S2.outcome", "first"),
    ("TOOL32", "S2.conditions", "met", False, any, "S2.outcome", "met"),
)


def _at_most(record: Record) -> Severity:
    return Severity.ERROR if record.tool in _READ else Severity.WARNING


def _code(read: Reader, path: str, document: str) -> str:
    """The code at a place that is asked; empty when it is not asked or not answered."""
    value = read.value(path, document) if read.field(document, path) else None
    return value if isinstance(value, str) and read.state(document, path).relevant else ""


# -- the order of the steps -----------------------------------------------------------------------------------------


@rule("ADD-11", source="TOOL01 version 7, figure 1 and paragraphs 14 to 65; TOOL21 version 13.1, appendix",
      mechanism="cdm", binding=_AT_REGISTRATION)  # fmt: skip
def every_step_of_a_record_is_concluded(read: Reader) -> Iterator[Hit]:
    """A record of a tool goes through its steps until they lead to a result."""
    for record in records(read):
        opened = "" if record.result else next(_open_outcomes(read, record.document), "")
        if opened:
            title = _title(read, record.document, opened)
            yield Hit(
                opened,
                f"The record of {record.tool} leads to no result yet: “{title}” has no outcome.",
                "Carry out this step; the ones after it follow from its outcome.",
                record.document,
                _at_most(record),
            )


@rule("ADD-12", source="own consistency: a step that is not taken says nothing", mechanism="cdm",
      severity=Severity.WARNING, step=Step.QUALITY)  # fmt: skip
def steps_that_are_not_taken_are_empty(read: Reader) -> Iterator[Hit]:
    """A step of a tool to which the earlier ones do not lead is not answered."""
    for record in records(read):
        for section in _steps(read, record.document):
            answered = _own_answer(read, record.document, section)
            if answered and _is_passed_over(read, record.document, section):
                yield Hit(
                    answered,
                    f"“{section.title}” is answered, but the steps before do not lead to it.",
                    "Clear its answers, or correct the outcome of the step before.",
                    record.document,
                )


def _steps(read: Reader, document: str) -> Iterator[Section]:
    yield from (section for section in read.form(document).sections if section.id.startswith(_STEP))


def _open_outcomes(read: Reader, document: str) -> Iterator[str]:
    """Outcomes that are asked now and missing, in the order of the steps; those that follow from others come last."""
    asked = [item for section in _steps(read, document) for item in section.fields if _is_outcome(item)]
    missing = [
        item for item in asked if read.state(document, item.path).relevant and not _code(read, item.path, document)
    ]
    yield from (item.path for item in sorted(missing, key=lambda item: bool(item.calculate)))


def _is_outcome(asked: Field) -> bool:
    return asked.path.rpartition(".")[2] in _OUTCOMES


def _title(read: Reader, document: str, path: str) -> str:
    return read.form(document).section_of_field[path].title


def _own_answer(read: Reader, document: str, section: Section) -> str:
    """The first place of a section that is answered by hand; empty when none is."""
    typed = (item.path for item in section.fields if not (item.calculate or item.content or item.home))
    return next((path for path in typed if read.value(path, document) not in (None, "", ())), "")


def _is_passed_over(read: Reader, document: str, section: Section) -> bool:
    """Whether the way is known not to lead here; while it is open nothing is said."""
    deciding = expression(section.relevant).paths if section.relevant else ()
    is_known = all(read.value(path, document) is not None for path in deciding)
    return is_known and not read.is_relevant(document, section)


# -- evidence -------------------------------------------------------------------------------------------------------


@rule("ADD-13", source="TOOL01 version 7, paragraphs 33, 40, 54 and 60; TOOL21 version 13.1, paragraph 3",
      mechanism="cdm", binding=_AT_REGISTRATION)  # fmt: skip
def a_concluded_step_names_its_evidence(read: Reader) -> Iterator[Hit]:
    """A step of a tool that is concluded names the document on which it rests."""
    for record in records(read):
        for section in _steps(read, record.document):
            places = _places_of_evidence(read, record.document, section)
            is_named = any(_names(read, record.document, item) for item in places)
            if places and not is_named and _is_concluded(read, record, section):
                yield Hit(
                    places[0].path,
                    f"“{section.title}” is concluded without a document on which it rests.",
                    "Name the document from the list of evidence.",
                    record.document,
                    _at_most(record),
                )


def _places_of_evidence(read: Reader, document: str, section: Section) -> tuple[Field, ...]:
    """Fields and tables of a step that can name evidence and are asked now."""
    if not read.is_relevant(document, section):
        return ()
    asked = (item for item in section.fields if read.state(document, item.path).relevant)
    return tuple(item for item in asked if "P.evidence" in {item.refers, *(column.refers for column in item.columns)})


def _names(read: Reader, document: str, asked: Field) -> bool:
    if asked.refers == "P.evidence":
        return bool(read.value(asked.path, document))
    keys = [column.key for column in asked.columns if column.refers == "P.evidence"]
    return any(read.cell(asked.path, row, key, document) for row in read.rows(asked.path, document) for key in keys)


def _is_concluded(read: Reader, record: Record, section: Section) -> bool:
    """Whether the step has an outcome that claims something: its own, that of the step above, or the result."""
    form = read.form(record.document)
    above = form.section(section.id.rpartition(".")[0])
    for candidate in (section, above):
        outcomes = [item.path for item in candidate.fields if _is_outcome(item)] if candidate else []
        given = [(path, code) for path in outcomes if (code := _code(read, path, record.document))]
        if given:
            return any(code != _NOT_SHOWN and (path, code) not in _MODEST for path, code in given)
    return bool(record.result)


# -- record and design document ---------------------------------------------------------------------------------------


@rule("ADD-14", source="TOOL01 version 7, paragraphs 10, 26, 45, 49, 56 and 65; TOOL21 version 13.1, paragraph 10",
      mechanism="cdm", binding=_AT_REGISTRATION)  # fmt: skip
def a_record_supports_the_route(read: Reader) -> Iterator[Hit]:
    """A record of an additionality tool is one of the route of the design document, and leads to additionality."""
    taken = route(read)
    for record in records(read):
        allowed = _ROUTES.get(record.tool, set())
        if taken and taken != "methodology" and allowed and taken not in allowed:
            yield Hit(
                _RESULT,
                f"The record is of {record.tool}, the route in {place(read)} is {taken}.",
                "Take the route of the record in the design document, or keep a record of the tool that it names.",
                record.document,
                Severity.WARNING,
            )
        elif taken == record.tool and record.result == "not_additional":
            yield Hit(
                _RESULT,
                f"By its steps the project is not additional under {record.tool}, on which {place(read)} rests.",
                "Check the outcome of each step; if they are right, the project cannot be registered by this route.",
                record.document,
                _at_most(record),
            )


@rule("ADD-15", source="TOOL01 version 7, paragraphs 28 and 32", mechanism="cdm", severity=Severity.WARNING)
def a_record_goes_the_way_of_the_design_document(read: Reader) -> Iterator[Hit]:
    """Record and design document make the same analyses, by the same method."""
    document = design_document(read)
    for record in records(read):
        way = _code(read, "S1.b.way", record.document)
        for step, ways in (("investment", {"investment", "both"}), ("barrier", {"barriers", "both"})):
            stated = read.value(f"B.5.uses_{step}_analysis", document) if document and way else None
            if isinstance(stated, bool) and stated is not (way in ways):
                made = "makes" if stated else "makes no"
                yield Hit(
                    "S1.b.way",
                    f"B.5 {made} {step} analysis, the record says otherwise.",
                    "Choose the same steps in both.",
                    record.document,
                )
        yield from _another_method(read, record, document)


def _another_method(read: Reader, record: Record, document: str) -> Iterator[Hit]:
    income = read.value("S2.a.income", record.document) if read.field(record.document, "S2.a.income") else None
    method = _code(read, "B.5.analysis_method", document) if document else ""
    if isinstance(income, bool) and method and income is (method == "simple_cost"):
        yield Hit(
            "S2.a.income",
            "B.5 chooses a method that does not fit this answer: simple cost analysis is for no income besides CERs.",
            "Correct the answer, or the method in B.5.",
            record.document,
        )


@rule("ADD-16", source="TOOL01 version 7, paragraphs 42 and 58; TOOL24 version 3.1, paragraph 18", mechanism="cdm",
      binding=_AT_REGISTRATION)  # fmt: skip
def outcomes_agree_with_the_figures(read: Reader) -> Iterator[Hit]:
    """The outcomes of step 2c and step 4a are those of the figures."""
    for record in records(read):
        for path, said in (*_other_returns(read, record), *_other_counts(read, record)):
            yield Hit(path, said, "Correct the outcome, or the figures.", record.document, _at_most(record))


def _other_returns(read: Reader, record: Record) -> Iterator[tuple[str, str]]:
    """Returns that are not below the benchmark although step 2c says so."""
    path = "S2.c.outcome"
    for one in returns(read) if _code(read, path, record.document) == "below" else ():
        if one.is_below is False:
            yield (
                path,
                f"{_percent(one.indicator)} is not below the benchmark {_percent(one.benchmark)} ({one.source}).",
            )


def _other_counts(read: Reader, record: Record) -> Iterator[tuple[str, str]]:
    """Counts of similar plants that give another outcome than step 4a."""
    path = "S4.a.outcome"
    stated = _code(read, path, record.document)
    for count in counts(read) if stated else ():
        if count.is_common is not (stated == "common"):
            verdict = "common practice" if count.is_common else "not common practice"
            figures = f"N_all {count.every:f} and N_diff {count.different:f} ({count.source})"
            yield path, f"By {figures} the project is {verdict}."


def _percent(value: Decimal | None) -> str:
    return "–" if value is None else f"{format_number(value, 2)} %"


@rule("ADD-17", source="own consistency: an outcome follows from the rows above it", mechanism="cdm",
      severity=Severity.WARNING)  # fmt: skip
def outcomes_agree_with_their_rows(read: Reader) -> Iterator[Hit]:
    """The outcome of a step is the one that the rows of its table give."""
    for record in records(read):
        for path in _against_their_rows(read, record):
            outcome = read.text(path, record.document)
            yield Hit(
                path,
                f"The outcome “{outcome}” does not follow from the rows above it.",
                "Correct the row or the outcome.",
                record.document,
            )


def _against_their_rows(read: Reader, record: Record) -> Iterator[str]:
    """Paths of outcomes that the rows of their tables speak against."""
    document = record.document
    for tool, table, column, speaks_against, decides, path, outcome in _DECIDED_BY_ROWS:
        rows = read.rows(table, document) if tool == record.tool else ()
        against = [read.cell(table, key, column, document) == speaks_against for key in rows]
        if against and decides(against) and _code(read, path, document) == outcome:
            yield path
    is_debundled = record.tool == "TOOL20" and any(all(tests) for tests in neighbours(read).values())
    if is_debundled and _code(read, "S1.outcome", document) == "none":
        yield "S1.outcome"
