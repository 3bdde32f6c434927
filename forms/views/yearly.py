"""Tables and chart of the results by year (B.6.4, A.4.4.1, E.1 to E.6)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from forms.answers import Origin
from forms.blocks import (
    Block,
    Cell,
    ChartBlock,
    Column,
    Paragraph,
    ParameterBlock,
    TableBlock,
    cell,
    text_run,
)
from forms.facts import crediting_period
from forms.quantities import format_number
from forms.results import Results, Row, Tonnes

if TYPE_CHECKING:
    from forms.document import Reader
    from forms.periods import Duration

from forms.views.methodology import applied, equation_block, of_which
from forms.views.registry import Generator, content
from forms.views.symbols import printed_unit
from forms.views.working import incomplete, typical_index, when_complete, working_blocks

TONNES = printed_unit("tCO2e")
_HEADINGS = {
    "baseline": f"Baseline emissions ({TONNES})",
    "project": f"Project emissions ({TONNES})",
    "leakage": f"Leakage ({TONNES})",
    "reductions": f"Emission reductions ({TONNES})",
}
_JI_HEADINGS = {
    "project": "Estimated project emissions (tonnes of CO₂ equivalent)",
    "leakage": "Estimated leakage (tonnes of CO₂ equivalent)",
    "baseline": "Estimated baseline emissions (tonnes of CO₂ equivalent)",
    "reductions": "Estimated emission reductions (tonnes of CO₂ equivalent)",
}


def tonnes(value: Decimal | None) -> str:
    """Whole tonnes as printed; “–” when missing."""
    return "–" if value is None else format_number(value, 0)


def _year_row(row: Row, columns: Sequence[str]) -> tuple[Cell, ...]:
    values = (
        cell(tonnes(row.tonnes.get(column)), origin=Origin.CALCULATED, trace=f"{column}[{row.period.label}]")
        for column in columns
    )
    return (cell(_period_name(row)), *values)


def _period_name(row: Row) -> str:
    whole_year = row.period.fraction == 1
    label = row.period.label
    return label if whole_year or len(label) > 4 else f"{label} ({row.period.start:%d/%m} to {row.period.end:%d/%m})"


def _total_row(name: str, total: Tonnes, columns: Sequence[str], row: str = "total") -> tuple[Cell, ...]:
    values = (cell(tonnes(total.get(column)), origin=Origin.CALCULATED, trace=f"{column}[{row}]") for column in columns)
    return (cell(name), *values)


@content("yearly_cdm")
@when_complete
def _yearly_cdm(read: Reader) -> Iterator[Block]:
    results, columns = read.results, ("baseline", "project", "leakage", "reductions")
    average = Tonnes(*(_average(results, results.printed_total.get(column)) for column in columns))
    length = crediting_period(read).length
    totals = (
        _total_row("Total", results.printed_total, columns),
        (cell("Total number of crediting years"), cell(_years(length)), cell(""), cell(""), cell("")),
        (
            *_total_row("Annual average over the crediting period", average, columns, "average")[:-1],
            _average_cell(results),
        ),
    )
    heads = (Column("Year", width=2), *(Column(_HEADINGS[column], "right") for column in columns))
    yield TableBlock(heads, tuple(_year_row(row, columns) for row in results.printed_rows), totals, row_headers=True)
    yield from _rounding_note(results)


def _years(length: Duration | None) -> str:
    """Whole years as a number, others in words."""
    return "" if length is None else str(length) if length.months else str(length.years)


def _average(results: Results, total: Decimal | None) -> Decimal | None:
    return total / results.months * 12 if total is not None and results.months else None


def _average_cell(results: Results) -> Cell:
    return cell(tonnes(results.printed_average), origin=Origin.CALCULATED, trace="reductions[average]")


@content("yearly_ji")
@when_complete
def _yearly_ji(read: Reader) -> Iterator[Block]:
    results, columns = read.results, ("project", "leakage", "baseline", "reductions")
    yield from _series(results, columns, tuple(_JI_HEADINGS[column] for column in columns))
    yield from _rounding_note(results)


@content("estimate_ji")
@when_complete
def _estimate_ji(read: Reader) -> Iterator[Block]:
    results = read.results
    heads = (
        Column("Year", width=2),
        Column("Estimate of annual emission reductions in tonnes of CO₂ equivalent", "right"),
    )
    length = ("Length of the crediting period", str(crediting_period(read).length or ""))
    totals = (
        _total_row(
            "Total estimated emission reductions over the crediting period (tonnes of CO₂ equivalent)",
            results.printed_total,
            ("reductions",),
        ),
        (
            cell(
                "Annual average of estimated emission reductions over the crediting period (tonnes of CO₂ equivalent)"
            ),
            _average_cell(results),
        ),
    )
    yield ParameterBlock("", ((length[0], (Paragraph(text_run(length[1])),)),))
    yield TableBlock(
        heads,
        tuple(_year_row(row, ("reductions",)) for row in results.printed_rows),
        totals,
        row_headers=True,
    )
    yield from _rounding_note(results)


def _rounding_note(results: Results) -> Iterator[Block]:
    if results.rounding == "nearest":
        rows = sum((row.tonnes.reductions or Decimal(0) for row in results.printed_rows), Decimal(0))
        total = results.printed_total.reductions or Decimal(0)
        words = "Years and totals are rounded to the nearest tonne from unrounded values."
        if rows != total:
            words += (
                f" The printed rows add up to {tonnes(rows)}; the total of the unrounded values is {tonnes(total)}."
            )
    else:
        words = (
            "Rounded to whole tonnes: baseline emissions down, project emissions and leakage up; "
            "totals are sums of the printed rows."
        )
    yield Paragraph(
        text_run(f"{words} The annual average is the total divided by the months of the crediting period, times 12."),
        style="note",
    )


def _ji_column(column: str, title: str) -> Generator:
    def generate(read: Reader) -> Iterator[Block]:
        results = read.results
        for key, methodology in applied(read):
            symbol = getattr(methodology.results, column)
            equations = methodology.equations_of(symbol)
            yield from of_which(read, methodology, equations)
            for equation in equations:
                yield equation_block(equation, methodology)
            if column == "baseline" and results.is_complete:
                yield from working_blocks(results.calculations[key], symbol, typical_index(results))
        yield from _series(results, (column,), (title,))

    return generate


def _series(results: Results, columns: Sequence[str], titles: Sequence[str]) -> Iterator[Block]:
    if not results.is_complete:
        yield from incomplete(results)
        return
    heads = (Column("Year", width=2), *(Column(title, "right") for title in titles))
    totals = (_total_row("Total (tonnes of CO₂ equivalent)", results.printed_total, columns),)
    yield TableBlock(heads, tuple(_year_row(row, columns) for row in results.printed_rows), totals, row_headers=True)


content("project_emissions_ji")(_ji_column("project", _JI_HEADINGS["project"]))
content("leakage_ji")(_ji_column("leakage", _JI_HEADINGS["leakage"]))
content("baseline_emissions_ji")(_ji_column("baseline", _JI_HEADINGS["baseline"]))
content("difference_ji")(_ji_column("reductions", _JI_HEADINGS["reductions"]))


@content("sum_project_leakage_ji")
@when_complete
def _sum_project_leakage(read: Reader) -> Iterator[Block]:
    results = read.results
    heads = (
        Column("Year", width=2),
        Column("Sum of project emissions and leakage (tonnes of CO₂ equivalent)", "right"),
    )
    rows = tuple((cell(_period_name(row)), _sum_cell(row.tonnes, row.period.label)) for row in results.printed_rows)
    total = (cell("Total (tonnes of CO₂ equivalent)"), _sum_cell(results.printed_total, "total"))
    yield TableBlock(heads, rows, (total,), row_headers=True)


def _sum_cell(made: Tonnes, row: str) -> Cell:
    return cell(tonnes(_plus(made)), origin=Origin.CALCULATED, trace=f"PE+LE[{row}]")


def _plus(made: Tonnes) -> Decimal | None:
    return made.project + made.leakage if made.project is not None and made.leakage is not None else None


@content("chart", captioned=True)
def _chart(read: Reader) -> Iterator[Block]:
    results = read.results
    if not results.is_complete:
        yield Paragraph(text_run("The chart is drawn once the emission reductions are calculated."), style="missing")
        return
    rows = results.printed_rows
    series = tuple((name, tuple(figure(row.tonnes) or Decimal(0) for row in rows)) for name, figure in _SERIES)
    words = "; ".join(f"{row.period.label}: {tonnes(row.tonnes.reductions)}" for row in rows)
    yield ChartBlock(
        caption="Baseline emissions, project emissions and emission reductions by year",
        alternative_text=f"Columns by year. Emission reductions in {TONNES}: {words}.",
        labels=tuple(row.period.label for row in rows),
        series=series,
        unit=TONNES,
    )


_SERIES: tuple[tuple[str, Callable[[Tonnes], Decimal | None]], ...] = (
    ("Baseline emissions", lambda made: made.baseline),
    ("Project emissions and leakage", _plus),
    ("Emission reductions", lambda made: made.reductions),
)
