"""Content made of the methodologies applied: references, conditions, sources, equations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from forms.blocks import (
    Block,
    Cell,
    Column,
    EquationBlock,
    Paragraph,
    Run,
    TableBlock,
    cell,
)
from forms.document import APPROACH_DOCUMENT, Reader, inputs_document
from forms.facts import applied_methodologies
from forms.fieldpath import cell_path
from forms.methodologies.typesetting import latex, latex_symbol, spoken
from forms.methodologies.working import steps_below
from forms.quantities import gases_in_print

if TYPE_CHECKING:
    from forms.methodologies import Methodology
    from forms.methodologies.model import Condition, Equation, Selection

from forms.views.registry import content
from forms.views.symbols import printed_unit


def applied(read: Reader) -> Iterator[tuple[str, Methodology]]:
    """Methodologies applied, each with the row key of its inputs."""
    yield from read.snapshot.methodologies.items()


def of_which(read: Reader, methodology: Methodology, equations: Sequence[object]) -> Iterator[Block]:
    """The name over the equations of one methodology; nothing where only one is applied, or none is shown."""
    if equations and len(read.snapshot.methodologies) > 1:
        yield Paragraph((Run(f"{methodology.code}, version {methodology.version}", frozenset({"bold"})),))


@content("methodologies")
def _methodologies(read: Reader) -> Iterator[Block]:
    columns = (
        Column("Reference"),
        Column("Title", width=4),
        Column("Version"),
        Column("Applied to", width=2),
    )
    shipped = dict(applied(read))
    rows = tuple(
        (
            cell("JI-specific approach" if named.code == "specific" else named.code),
            cell(shipped[named.key].title if named.key in shipped else "This methodology does not ship."),
            cell(named.version),
            cell(named.role or "The whole project"),
        )
        for named in applied_methodologies(read)
    )
    yield TableBlock(columns, rows, empty="No methodology is chosen yet.")


@content("tools")
def _tools(read: Reader) -> Iterator[Block]:
    columns = (Column("Tool"), Column("Title", width=4), Column("Version"), Column("Used by"))
    rows = tuple(
        (cell(call.origin.code), cell(call.origin.title), cell(call.origin.version), cell(methodology.code))
        for _, methodology in applied(read)
        for call in methodology.calls
    )
    yield TableBlock(columns, rows, empty="The methodologies applied call no tool.")


@content("conditions", captioned=True)
def _conditions(read: Reader) -> Iterator[Block]:
    columns = (
        Column("Reference"),
        Column("Applicability condition", width=3),
        Column("Met", width=0.7),
        Column("Justification", width=3),
    )
    for key, methodology in applied(read):
        if not methodology.conditions:
            continue
        document = inputs_document(key)
        rows = tuple(
            (
                cell(_clause(condition, methodology)),
                cell(gases_in_print(condition.text)),
                cell(read.text(f"I.conditions.{condition.id}.met", document)),
                cell(read.text(f"I.conditions.{condition.id}.justification", document)),
            )
            for condition in methodology.conditions
            if read.state(document, f"I.conditions.{condition.id}.met").relevant
        )
        yield TableBlock(columns, rows, caption=f"Applicability of {methodology.code} version {methodology.version}")


def _clause(condition: Condition, methodology: Methodology) -> str:
    """Text and place; a tool that could not be read is marked where the methodology itself is not."""
    is_unread = condition.origin.evidence == "unverified" != methodology.evidence
    mark = "(unverified)" if is_unread and "unverified" not in condition.reference else ""
    return " ".join(part for part in (str(condition.origin), condition.reference, mark) if part)


@content("sources", captioned=True)
def _sources(read: Reader) -> Iterator[Block]:
    columns = (
        Column("Scenario"),
        Column("Source", width=2),
        Column("GHG", width=0.6),
        Column("Included?", width=0.8),
        Column("Justification/explanation", width=3),
    )
    rows = tuple(_source_rows(read))
    yield TableBlock(columns, rows, caption="Emission sources and gases within the project boundary", empty="None yet.")


def _source_rows(read: Reader) -> Iterator[tuple[Cell, ...]]:
    for key, methodology in applied(read):
        document = inputs_document(key)
        for source in methodology.sources:
            base = f"I.sources.{source.id}"
            if read.state(document, f"{base}.included").relevant:
                yield (
                    cell(source.scenario.capitalize()),
                    cell(gases_in_print(source.source)),
                    cell(gases_in_print(source.gas)),
                    cell("Yes" if read.value(f"{base}.included", document) == "yes" else "No"),
                    cell(read.text(f"{base}.justification", document)),
                )
    for key in read.rows("X.sources", APPROACH_DOCUMENT):
        yield _approach_source(read, key)


def _approach_source(read: Reader, key: str) -> tuple[Cell, ...]:
    texts = [
        read.text(cell_path("X.sources", key, column))
        for column in ("scenario", "source", "gas", "included", "justification")
    ]
    return tuple(cell(words) for words in texts)


def equations_in_force(read: Reader, key: str, methodology: Methodology) -> tuple[Equation, ...]:
    """Equations that the chosen options put in force and that the results need, in the order of the text."""
    made = read.results.calculations.get(key)
    if made is None or not read.results.rows:
        return methodology.equations
    index = (read.results.rows[0].period.label,)
    used = {step.symbol for symbol in methodology.results.symbols for step in steps_below(made.explain(symbol, index))}
    in_force = [made.definition(equation.symbol) for equation in methodology.equations if equation.symbol in used]
    return tuple(equation for equation in methodology.equations if equation in in_force)


@content("equations")
def _equations(read: Reader) -> Iterator[Block]:
    for key, methodology in applied(read):
        told: set[str] = set()
        for equation in equations_in_force(read, key, methodology):
            yield equation_block(equation, methodology, told)


def equation_block(equation: Equation, methodology: Methodology, told: set[str] | None = None) -> EquationBlock:
    """A displayed equation with its symbols explained; symbols in `told` are not explained again, new ones join it."""
    return EquationBlock(
        latex=latex(equation),
        number=equation_name(equation, methodology),
        spoken=spoken(equation),
        where=tuple(_where(equation, methodology, set() if told is None else told)),
    )


def equation_name(equation: Equation | Selection, methodology: Methodology) -> str:
    """The number in its text, with the document when it is not the methodology itself."""
    same = equation.origin.code == methodology.code
    return equation.number if same else f"{equation.origin.code} {equation.number}"


def _where(equation: Equation, methodology: Methodology, told: set[str]) -> Iterator[tuple[str, str]]:
    for symbol in (equation.symbol, *sorted(equation.formula.symbols - {equation.symbol})):
        definition = (equation,) if symbol == equation.symbol else methodology.definitions.get(symbol)
        if definition and symbol not in told:
            told.add(symbol)
            first = definition[0]
            yield latex_symbol(symbol, first.indices), _explained(first.description, printed_unit(str(first.unit)))


def _explained(description: str, unit: str) -> str:
    words = gases_in_print(description)
    return words if unit == "–" else f"{words} ({unit})"
