"""What the forms of 2006 show in their own words: tables of CDM-PDD 03 and CDM-SSC-PDD 03, formulae of JI PDD 01.

The figures and texts are those of today's contents; only headings, order and what stands together differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from forms.blocks import Block, Cell, Paragraph, ParameterBlock, Run, TableBlock, cell, text_run
from forms.methodologies.model import Equation, Selection
from forms.views.methodology import applied, equation_block, equations_in_force, of_which
from forms.views.registry import GENERATORS, Generator, content

if TYPE_CHECKING:
    from forms.document import Reader
    from forms.methodologies import Methodology
    from forms.methodologies.model import Definition


# -- results ------------------------------------------------------------------------------------------------

# Where year, project, baseline, leakage and reductions stand in the table of today.
_OLD_ORDER = (0, 2, 1, 3, 4)
_YEAR, _FIRST, _REDUCTIONS = 0, 1, 4
_YEARLY_HEADS = (
    "Year",
    "Estimation of project activity emissions (tonnes of CO2e)",
    "Estimation of baseline emissions (tonnes of CO2e)",
    "Estimation of leakage (tonnes of CO2e)",
    "Estimation of overall emission reductions (tonnes of CO2e)",
)
_ESTIMATE_HEADS = ("Years", "Annual estimation of emission reductions in tonnes of CO2e")
_ESTIMATE_TOTALS = (
    ("Total estimated reductions (tonnes of CO2e)", _REDUCTIONS),
    ("Total number of crediting years", _FIRST),
    ("Annual average over the crediting period of estimated reductions (tonnes of CO2e)", _REDUCTIONS),
)


@content("yearly_cdm_2006")
def _yearly(read: Reader) -> Iterator[Block]:
    """B.6.4 in the old order: project activity, baseline, leakage, overall reductions; then the total alone."""
    for block in GENERATORS["yearly_cdm"](read):
        yield _in_old_order(block) if isinstance(block, TableBlock) else block


def _in_old_order(block: TableBlock) -> TableBlock:
    total = (cell("Total (tonnes of CO2e)"), *_picked(block.totals[0], _OLD_ORDER)[1:])
    rows = tuple(_picked(row, _OLD_ORDER) for row in block.rows)
    return replace(_with_heads(block, _OLD_ORDER, _YEARLY_HEADS), rows=rows, totals=(total,))


@content("estimate_cdm_2006")
def _estimate(read: Reader) -> Iterator[Block]:
    """A.4.4: reductions by year, total, number of crediting years, annual average."""
    for block in GENERATORS["yearly_cdm"](read):
        yield _reductions_alone(block) if isinstance(block, TableBlock) else block


def _reductions_alone(block: TableBlock) -> TableBlock:
    rows = tuple(_picked(row, (_YEAR, _REDUCTIONS)) for row in block.rows)
    named = zip(block.totals, _ESTIMATE_TOTALS, strict=True)
    totals = tuple((cell(name), row[position]) for row, (name, position) in named)
    return replace(_with_heads(block, (_YEAR, _REDUCTIONS), _ESTIMATE_HEADS), rows=rows, totals=totals)


def _picked(row: Sequence[Cell], positions: Sequence[int]) -> tuple[Cell, ...]:
    return tuple(row[position] for position in positions)


def _with_heads(block: TableBlock, positions: Sequence[int], labels: Sequence[str]) -> TableBlock:
    named = zip(positions, labels, strict=True)
    return replace(block, columns=tuple(replace(block.columns[position], label=label) for position, label in named))


# -- participants -------------------------------------------------------------------------------------------

_PARTICIPANT_HEADS = (
    "Name of Party involved (*) ((host) indicates a host Party)",
    "Private and/or public entity(ies) project participants (*) (as applicable)",
    "Kindly indicate if the Party involved wishes to be considered as project participant (Yes/No)",
)


@content("participants_2006")
def _participants(read: Reader) -> Iterator[Block]:
    """A.3 under the headings of the guidelines of 2006, with their note in our words."""
    for block in GENERATORS["participants"](read):
        yield _with_heads(block, (0, 1, 2), _PARTICIPANT_HEADS) if isinstance(block, TableBlock) else block
    yield Paragraph(
        text_run(
            "(*) When the document is published for validation, a Party involved may not yet have approved. "
            "For registration the approval of each Party involved is needed."
        ),
        style="note",
    )


# -- parameters ---------------------------------------------------------------------------------------------

_COMMON_LABELS = {
    "Data/Parameter": "Data / Parameter",
    "Unit": "Data unit",
    "Additional comment": "Any comment",
}
_FIXED_LABELS = {
    **_COMMON_LABELS,
    "Source of data": "Source of data used",
    "Value(s) applied": "Value applied",
    "Choice of data or measurement methods and procedures": (
        "Justification of the choice of data or description of measurement methods and procedures actually applied"
    ),
}
_MONITORED_LABELS = {
    **_COMMON_LABELS,
    "Source of data": "Source of data to be used",
    "Value(s) applied": "Value of data applied for the purpose of calculating expected emission reductions",
    "Measurement methods and procedures": "Description of measurement methods and procedures to be applied",
    "QA/QC procedures": "QA/QC procedures to be applied",
}
# The form of 2006 has no row for these; equipment and frequency are told with the methods.
_LEFT_OUT = frozenset({"Purpose of data"})
_TOLD_WITH_METHODS = frozenset({"Monitoring equipment", "Monitoring frequency"})


@content("parameters_fixed_2006")
def _parameters_fixed(read: Reader) -> Iterator[Block]:
    """B.6.2: what is available at validation."""
    yield from _relabelled(read, "parameters_fixed", _FIXED_LABELS)


@content("parameters_monitored_2006")
def _parameters_monitored(read: Reader) -> Iterator[Block]:
    """B.7.1: what is monitored."""
    yield from _relabelled(read, "parameters_monitored", _MONITORED_LABELS)


def _relabelled(read: Reader, today: str, labels: Mapping[str, str]) -> Iterator[Block]:
    for block in GENERATORS[today](read):
        yield _box_of_2006(block, labels) if isinstance(block, ParameterBlock) else block


def _box_of_2006(block: ParameterBlock, labels: Mapping[str, str]) -> ParameterBlock:
    rows: list[tuple[str, tuple[Block, ...]]] = []
    for label, value in block.rows:
        if label in _TOLD_WITH_METHODS and rows:
            methods, told = rows[-1]
            rows[-1] = (methods, (*told, *_named(label, value)))
        elif label not in _LEFT_OUT:
            rows.append((labels.get(label, label), value))
    return ParameterBlock(block.title, tuple(rows))


def _named(label: str, value: tuple[Block, ...]) -> tuple[Block, ...]:
    """The same blocks, the first led by what they tell."""
    match value:
        case (Paragraph() as first, *others):
            return (replace(first, runs=(Run(f"{label}: "), *first.runs)), *others)
        case _:
            return value


# -- formulae -----------------------------------------------------------------------------------------------


def _formulae(column: str, *, with_those_below: bool) -> Generator:
    """Equations of one column of the results: the last one, or all that it rests on."""

    def generate(read: Reader) -> Iterator[Block]:
        for key, methodology in applied(read):
            last = getattr(methodology.results, column)
            wanted = _rests_on(methodology, last) if with_those_below else {last}
            found = [equation for equation in equations_in_force(read, key, methodology) if equation.symbol in wanted]
            yield from of_which(read, methodology, found)
            for equation in found:
                yield equation_block(equation, methodology)

    return generate


def _rests_on(methodology: Methodology, symbol: str) -> set[str]:
    """The symbol and every symbol that its equations lead down to."""
    found: set[str] = set()
    open_symbols = {symbol}
    while open_symbols:
        found |= open_symbols
        below = {
            name
            for known in open_symbols
            for definition in methodology.definitions.get(known, ())
            for name in _symbols_in(definition)
        }
        open_symbols = below - found
    return found


def _symbols_in(definition: Definition) -> frozenset[str]:
    if isinstance(definition, Equation):
        return frozenset(definition.formula.symbols)
    if isinstance(definition, Selection):
        return frozenset(name for formula in definition.inputs.values() for name in formula.symbols)
    return frozenset()


content("formulae_project_ji")(_formulae("project", with_those_below=True))
content("formulae_baseline_ji")(_formulae("baseline", with_those_below=True))
content("formulae_leakage_ji")(_formulae("leakage", with_those_below=True))
content("formulae_reductions_ji")(_formulae("reductions", with_those_below=False))
