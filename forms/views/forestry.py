"""Removals by sinks: the tables of results of A/R and LULUCF forms, and the land added up.

Methodologies write removals as emissions with the sign turned (`forms.results`): net removals of the baseline are
the baseline emissions times -1, those of the project the project emissions times -1. What is claimed is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate
from typing import TYPE_CHECKING

from forms.answers import Origin
from forms.blocks import Block, Cell, ChartBlock, Column, Paragraph, TableBlock, cell, text_run
from forms.facts import Row as FactRow
from forms.facts import crediting_period, text
from forms.quantities import format_number
from forms.views.registry import Generator, content
from forms.views.symbols import printed_unit
from forms.views.working import when_complete
from forms.views.yearly import tonnes

if TYPE_CHECKING:
    from forms.document import Reader
    from forms.results import Results, Row, Tonnes

_TONNES = printed_unit("tCO2e")
_HECTARES = 2


def removals(emissions: Decimal | None) -> Decimal | None:
    """Net removals that are written as emissions, in the same unit; `None` when missing."""
    return None if emissions is None else -emissions


@dataclass(frozen=True)
class _Figure:
    """A column of results: heading, value, and the code of the figure in the margin where its sign is the same."""

    heading: str
    value: Callable[[Tonnes], Decimal | None]
    code: str = ""

    def cell(self, made: Tonnes, row: str) -> Cell:
        trace = f"{self.code}[{row}]" if self.code else ""
        return cell(tonnes(self.value(made)), origin=Origin.CALCULATED, trace=trace)


def _after_leakage(made: Tonnes) -> Decimal | None:
    actual, leakage = removals(made.project), made.leakage
    return actual - leakage if actual is not None and leakage is not None else None


_VALUES: dict[str, tuple[Callable[[Tonnes], Decimal | None], str]] = {
    "baseline": (lambda made: removals(made.baseline), ""),
    "actual": (lambda made: removals(made.project), ""),
    "leakage": (lambda made: made.leakage, "leakage"),
    "after_leakage": (_after_leakage, ""),
    "net": (lambda made: made.reductions, "reductions"),
}


def _figure(column: str, heading: str) -> _Figure:
    value, code = _VALUES[column]
    return _Figure(heading, value, code)


# -- results ------------------------------------------------------------------------------------------------


def _by_year(year: str, figures: Sequence[_Figure], total: str) -> Generator:
    """A row a year and the total."""

    @when_complete
    def generate(read: Reader) -> Iterator[Block]:
        results = read.results
        heads = (Column(year, width=1.5), *(Column(figure.heading, "right") for figure in figures))
        rows = tuple(_row(_name(row), row.tonnes, figures, row.period.label) for row in results.printed_rows)
        totals = (_row(total, results.printed_total, figures, "total"),)
        yield TableBlock(heads, rows, totals, row_headers=True)
        yield Paragraph(text_run(_note(results)), style="note")

    return generate


def _row(name: str, made: Tonnes, figures: Sequence[_Figure], code: str) -> tuple[Cell, ...]:
    return (cell(name), *(figure.cell(made, code) for figure in figures))


def _name(row: Row) -> str:
    is_part = row.period.fraction != 1 and len(row.period.label) <= len("2010")
    return f"{row.period.label} ({row.period.start:%d/%m} to {row.period.end:%d/%m})" if is_part else row.period.label


def _note(results: Results) -> str:
    if results.rounding == "nearest":
        return "Years and totals are rounded to the nearest tonne from unrounded values. A loss is negative."
    return (
        "Rounded to whole tonnes: removals of the baseline and leakage up, actual removals down; totals are sums of "
        "the printed rows. A loss is negative."
    )


content("removals_by_year")(
    _by_year(
        "Year",
        (
            _figure("baseline", "Estimation of baseline net GHG removals by sinks (tonnes of CO2e)"),
            _figure("actual", "Estimation of actual net GHG removals by sinks (tonnes of CO2e)"),
            _figure("leakage", "Estimation of leakage (tonnes of CO2e)"),
            _figure("net", "Estimation of net anthropogenic GHG removals by sinks (tonnes of CO2e)"),
        ),
        "Total (tonnes of CO2e)",
    )
)


def _one_by_year(column: str, heading: str) -> Generator:
    return _by_year("Year", (_figure(column, heading),), f"Total ({_TONNES})")


content("baseline_removals")(_one_by_year("baseline", f"Baseline net GHG removals by sinks ({_TONNES})"))
content("actual_removals")(_one_by_year("actual", f"Actual net GHG removals by sinks ({_TONNES})"))
content("leakage_removals")(_one_by_year("leakage", f"Leakage ({_TONNES})"))
content("project_removals_ji")(_one_by_year("actual", f"Estimated project net removals by sinks ({_TONNES})"))
content("project_less_leakage_ji")(_one_by_year("after_leakage", f"Project net removals less leakage ({_TONNES})"))
content("baseline_removals_ji")(_one_by_year("baseline", f"Estimated baseline net removals by sinks ({_TONNES})"))
content("enhancements_ji")(_one_by_year("net", f"Enhancements of net removals by sinks ({_TONNES})"))
content("enhancements_by_year_ji")(
    _by_year(
        "Year",
        (
            _figure("actual", "Estimated project net anthropogenic removals by sinks (tonnes of CO2 equivalent)"),
            _figure("leakage", "Estimated leakage (tonnes of CO2 equivalent)"),
            _figure("baseline", "Estimated baseline net anthropogenic removals by sinks (tonnes of CO2 equivalent)"),
            _figure("net", "Estimated enhancements of net anthropogenic removals by sinks (tonnes of CO2 equivalent)"),
        ),
        "Total (tonnes of CO2 equivalent)",
    )
)


def _estimate(heading: str, total: str, years: str, average: str) -> Generator:
    """Net removals by year, their total, the length of the crediting period and the annual average."""

    @when_complete
    def generate(read: Reader) -> Iterator[Block]:
        results, figure = read.results, _figure("net", heading)
        length = crediting_period(read).length
        totals = (
            _row(total, results.printed_total, (figure,), "total"),
            (cell(years), cell("" if length is None else str(length) if length.months else str(length.years))),
            (
                cell(average),
                cell(tonnes(results.printed_average), origin=Origin.CALCULATED, trace="reductions[average]"),
            ),
        )
        rows = tuple(_row(_name(row), row.tonnes, (figure,), row.period.label) for row in results.printed_rows)
        yield TableBlock((Column("Years", width=2), Column(heading, "right")), rows, totals, row_headers=True)

    return generate


content("removals_estimate")(
    _estimate(
        "Annual estimation of net anthropogenic GHG removals by sinks in tonnes of CO2e",
        "Total estimated net anthropogenic GHG removals by sinks (tonnes of CO2e)",
        "Total number of crediting years",
        "Annual average over the crediting period of estimated net anthropogenic GHG removals by sinks "
        "(tonnes of CO2e)",
    )
)
content("enhancements_estimate_ji")(
    _estimate(
        "Estimate of annual enhancements of net anthropogenic removals by sinks in tonnes of CO2 equivalent",
        "Total estimated enhancements over the crediting period (tonnes of CO2 equivalent)",
        "Length of the crediting period (years)",
        "Annual average of estimated enhancements over the crediting period (tonnes of CO2 equivalent)",
    )
)


# -- units --------------------------------------------------------------------------------------------------

_UNITS = {
    # 5/CMP.1, annex, paragraphs 36, 38 and 39; paragraph 32 for the five years.
    "tCER": "tCERs are issued for all net removals since the start that still stand at a verification: the last column "
    "of the year in which it takes place.",
    "lCER": "lCERs are issued for the net removals since the verification before: the difference between the last "
    "column of both years. A negative difference is to be replaced.",
}


@content("removals_since_start")
@when_complete
def _since_start(read: Reader) -> Iterator[Block]:
    """Net removals of each year and since the start, what temporary and long-term units are counted from."""
    rows = read.results.printed_rows
    figure = _figure("net", f"Net removals of the year ({_TONNES})")
    sums = accumulate((row.tonnes.reductions or Decimal(0)) for row in rows)
    heads = (
        Column("Year", width=1.5),
        Column(figure.heading, "right"),
        Column(f"Since the start ({_TONNES})", "right"),
    )
    yield TableBlock(
        heads,
        tuple(
            (*_row(_name(row), row.tonnes, (figure,), row.period.label), cell(tonnes(total), origin=Origin.CALCULATED))
            for row, total in zip(rows, sums, strict=True)
        ),
        row_headers=True,
    )
    yield Paragraph(text_run(_UNITS.get(text(read, "P.non_permanence"), "The kind of unit is not chosen yet.")), "note")


@content("removals_chart", captioned=True)
def _chart(read: Reader) -> Iterator[Block]:
    results = read.results
    if not results.is_complete:
        yield Paragraph(text_run("The chart is drawn once the net removals are calculated."), style="missing")
        return
    rows = results.printed_rows
    series = tuple(
        (name, tuple(_VALUES[column][0](row.tonnes) or Decimal(0) for row in rows))
        for column, name in (("baseline", "Baseline"), ("actual", "Project"), ("net", "Net removals"))
    )
    words = "; ".join(f"{row.period.label}: {tonnes(row.tonnes.reductions)}" for row in rows)
    yield ChartBlock(
        caption="Net removals by sinks by year",
        alternative_text=f"Columns by year. Net anthropogenic removals in {_TONNES}: {words}.",
        labels=tuple(row.period.label for row in rows),
        series=series,
        unit=_TONNES,
    )


# -- land ---------------------------------------------------------------------------------------------------


@content("land_total")
def _land_total(read: Reader) -> Iterator[Block]:
    """Hectares of the strata and of the parcels, which are the same land."""
    strata, parcels = area(read, "P.strata"), area(read, "P.land")
    rows = tuple(
        (
            cell(name),
            cell(str(len(read.rows(table)))),
            cell(_hectares(total), origin=Origin.CALCULATED if total else ""),
        )
        for name, table, total in (("Strata", "P.strata", strata), ("Parcels of land", "P.land", parcels))
    )
    heads = (Column("", width=2), Column("Number", "right"), Column("Area (ha)", "right"))
    yield TableBlock(heads, rows, row_headers=True)
    if strata is not None and parcels is not None and strata != parcels:
        words = f"The two areas differ by {_hectares(abs(strata - parcels))} ha."
        yield Paragraph(text_run(words), style="missing")


def area(read: Reader, table: str) -> Decimal | None:
    """Hectares of all rows of a table; `None` when there is no row, or one without an area."""
    areas = [FactRow(read, table, key).number("area") for key in read.rows(table)]
    known = [value for value in areas if value is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(areas) else None


def _hectares(value: Decimal | None) -> str:
    return "–" if value is None else format_number(value, _HECTARES)
