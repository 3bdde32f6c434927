"""What a record of an additionality tool shows from elsewhere: the design document, and TOOL24 and TOOL27."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from forms.additionality import calculations, counts, design_document, neighbours, percent, place, returns
from forms.blocks import Block, Cell, Column, Paragraph, ParameterBlock, TableBlock, cell, text_run
from forms.facts import text
from forms.fieldpath import cell_path
from forms.quantities import format_number
from forms.views.fields import field_blocks, reference_text
from forms.views.registry import content

if TYPE_CHECKING:
    from decimal import Decimal

    from forms.definition import Field, Section
    from forms.document import Reader
    from forms.methodologies.calculation import Calculation

_LONG = frozenset({"prose", "table"})
_STEP = "S"
_OUTCOMES = frozenset({"outcome", "result"})
_OPEN = "(no outcome yet)"


@content("additionality_project")
def _project(read: Reader) -> Iterator[Block]:
    """The project, the route that its design document takes, and the version of the tool that it names."""
    document, section = design_document(read), place(read)
    rows = (
        ("Title", text(read, "P.title")),
        ("Design document", read.form(document).name if document else "not kept in this project"),
        (f"Route in {section}" if section else "Route", read.text(f"{section}.route", document) if section else ""),
        (f"Version of the tool in {section[:1] or 'B'}.1", ", ".join(_versions(read, document, f"{section[:1]}.1"))),
        ("Scale", read.text("P.scale")),
        ("Installed capacity (MW)", read.text("P.capacity")),
        ("Starting date", read.text("P.start_date")),
        ("Publication of the design document", read.text("P.publication_date")),
    )
    yield _box((label, words or "–") for label, words in rows)


def _versions(read: Reader, document: str, section: str) -> Iterator[str]:
    """Versions of the tool of this record in the table of further tools of the design document."""
    tool, table = read.form(read.main).code.partition(" ")[0], f"{section}.other_tools"
    for key in read.rows(table, document) if document and read.field(document, table) else ():
        if read.text(cell_path(table, key, "reference"), document).startswith(tool):
            yield read.text(cell_path(table, key, "version"), document)


def _box(rows: Iterator[tuple[str, str]]) -> ParameterBlock:
    return ParameterBlock("", tuple((label, (Paragraph(text_run(words)),)) for label, words in rows))


# -- what the design document says ----------------------------------------------------------------------------------


@content("additionality_first", captioned=True)
def _first(read: Reader) -> Iterator[Block]:
    """Step 0 in the design document."""
    yield from _argued(read, "first_of_its_kind")


@content("additionality_alternatives", captioned=True)
def _alternatives(read: Reader) -> Iterator[Block]:
    """Alternatives in the design document."""
    yield from _stated(read, "B.4.alternatives", "C.5.1.alternatives", f"{place(read)}.alternatives")


@content("additionality_method", captioned=True)
def _method(read: Reader) -> Iterator[Block]:
    """Method, indicator and their basis in the design document."""
    yield from _argued(read, "analysis_method", "indicator", "indicator_basis")


@content("additionality_barriers", captioned=True)
def _barriers(read: Reader) -> Iterator[Block]:
    """Barriers in the design document."""
    yield from _argued(read, "barriers")


@content("additionality_microscale", captioned=True)
def _microscale(read: Reader) -> Iterator[Block]:
    """What the design document says on the criteria of the microscale."""
    yield from _argued(read, "microscale")


@content("additionality_positive_list", captioned=True)
def _positive_list(read: Reader) -> Iterator[Block]:
    """What the design document says on the positive list."""
    yield from _argued(read, "positive_list")


def _argued(read: Reader, *names: str) -> Iterator[Block]:
    """Answers of the section in which the design document argues additionality."""
    yield from _stated(read, *(f"{place(read)}.{name}" for name in names))


def _stated(read: Reader, *paths: str) -> Iterator[Block]:
    """Answers of the design document as they stand: short ones in a box, long ones below their label."""
    document = design_document(read)
    asked = tuple(found for path in paths if (found := _answered(read, document, path)))
    if not asked:
        yield Paragraph(text_run("The design document says nothing on this yet."), style="missing")
    short = tuple(item for item in asked if item.type not in _LONG)
    if short:
        yield ParameterBlock("", tuple((_place(item), field_blocks(read, document, item)) for item in short))
    for item in asked:
        if item.type in _LONG:
            yield Paragraph(text_run(_place(item)), style="lead")
            yield from field_blocks(read, document, item)


def _answered(read: Reader, document: str, path: str) -> Field | None:
    """The field if the design document asks for it here and has an answer."""
    asked = read.field(document, path) if document else None
    if asked is None or not read.state(document, path).relevant:
        return None
    return None if read.value(path, document) in (None, "", ()) else asked


def _place(asked: Field) -> str:
    section = asked.path.rpartition(".")[0]
    return f"{section}: {asked.label}"


# -- figures --------------------------------------------------------------------------------------------------------


@content("additionality_figures", captioned=True)
def _figures(read: Reader) -> Iterator[Block]:
    """Indicator against benchmark, in the design document and by TOOL27, and what the document says on it."""
    rows = tuple(
        (cell(one.source), cell(_shown(one.indicator)), cell(_shown(one.benchmark)), cell(_verdict(one.is_below)))
        for one in returns(read)
    )
    if rows:
        heads = (Column("From"), Column("Return without CERs (%)", "right"), Column("Benchmark (%)", "right"))
        yield TableBlock((*heads, Column("Below the benchmark?")), rows)
    yield from _argued(read, "investment_result", "spreadsheet")


@content("additionality_sensitivity", captioned=True)
def _sensitivity(read: Reader) -> Iterator[Block]:
    """Variations in the design document, and those of TOOL27."""
    yield from _argued(read, "sensitivity", "sensitivity_conclusion")
    for made in calculations(read, "TOOL27"):
        yield from _variations(made)


def _variations(made: Calculation) -> Iterator[Block]:
    """Each item of the cash flow that makes up more than a fifth of costs or revenues, varied."""
    rows = tuple(_varied(made, item) for item in made.members("i") if made.value("is_varied", (item,)) == 1)
    if rows:
        yield Paragraph(text_run(f"By TOOL27, each varied by {_shown(percent(made.value('change')))} %"), style="lead")
        labels = ("Share (%)", "Return at less (%)", "Return at more (%)", "Break-even (%)")
        yield TableBlock((Column("Item", width=2), *(Column(label, "right") for label in labels)), rows)


def _varied(made: Calculation, item: str) -> tuple[Cell, ...]:
    values = (percent(made.value(symbol, (item,))) for symbol in ("share", "IRR_low", "IRR_high", "break_even"))
    return (cell(item), *(cell(_shown(value)) for value in values))


@content("additionality_common_practice", captioned=True)
def _common_practice(read: Reader) -> Iterator[Block]:
    """Counts of similar plants with F and what follows, and the plants of the design document."""
    rows = tuple(
        (
            cell(one.source),
            cell(format_number(one.every)),
            cell(format_number(one.different)),
            cell("–" if one.share is None else format_number(one.share, 2)),
            cell(_verdict(one.is_common)),
        )
        for one in counts(read)
    )
    if rows:
        heads = (Column("From"), Column("N_all", "right"), Column("N_diff", "right"), Column("F", "right"))
        yield TableBlock((*heads, Column("Common practice?")), rows)
    yield from _argued(read, "common_practice_range", "common_practice")


def _shown(value: Decimal | None) -> str:
    return "–" if value is None else format_number(value, 2)


def _verdict(holds: bool | None) -> str:
    return "–" if holds is None else "yes" if holds else "no"


# -- the way through the steps ----------------------------------------------------------------------------------------


@content("additionality_steps")
def _steps(read: Reader) -> Iterator[Block]:
    """Each step that has an outcome of its own, with it and the evidence that is named."""
    sections = (section for section in read.form(read.main).sections if section.id.startswith(_STEP))
    rows = tuple(_step(read, section) for section in sections if any(map(_is_outcome, section.fields)))
    yield TableBlock((Column("Step", width=3), Column("Outcome", width=3), Column("Evidence", width=2)), rows)


def _is_outcome(asked: Field) -> bool:
    return asked.path.rpartition(".")[2] in _OUTCOMES


def _step(read: Reader, section: Section) -> tuple[Cell, Cell, Cell]:
    if not read.is_relevant(read.main, section):
        return cell(section.title), cell("Not taken"), cell("–")
    asked = [item for item in section.fields if read.state(read.main, item.path).relevant]
    words = [read.text(item.path, read.main) or _OPEN for item in asked if _is_outcome(item)]
    named = dict.fromkeys(name for item in asked for name in _evidence(read, item))
    return cell(section.title), cell("; ".join(words) or "–"), cell("; ".join(named) or "–")


def _evidence(read: Reader, asked: Field) -> Iterator[str]:
    """Titles of the evidence that an answer names, or the rows of a table."""
    document = read.main
    if asked.refers == "P.evidence" and (key := read.text(asked.path, document)):
        yield reference_text(read, document, asked.refers, key)
    for column in asked.columns:
        for row in read.rows(asked.path, document) if column.refers == "P.evidence" else ():
            if key := read.text(cell_path(asked.path, row, column.key), document):
                yield reference_text(read, document, column.refers, key)


@content("debundling_tests")
def _debundling(read: Reader) -> Iterator[Block]:
    """Each small-scale project near by against the four tests of debundling."""
    rows = tuple(_neighbour(read, key, tests) for key, tests in neighbours(read).items())
    labels = ("Same participants", "Same category", "Within two years", "Within 1 km", "Meets all four?")
    heads = (Column("Project", width=3), *(Column(label) for label in labels))
    yield TableBlock(heads, rows, empty="No small-scale project of the same participants is near.")


def _neighbour(read: Reader, key: str, tests: tuple[bool | None, ...]) -> tuple[Cell, ...]:
    every = False if False in tests else None if None in tests else True
    name = read.text(cell_path("P.other_ssc", key, "reference"))
    return (cell(name), *(cell(_verdict(one)) for one in (*tests, every)))
