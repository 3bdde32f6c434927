"""The printed table of reductions, rounded by formulas from the unrounded cells below it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from forms.results import COLUMNS, Results
from reports.workbook.cells import DAY, GENERAL, Page, Place, with_decimals
from reports.workbook.sets import shown_member

if TYPE_CHECKING:
    from forms.periods import Period
    from reports.workbook.places import Where

_HEADINGS = {
    "baseline": "Baseline emissions (t CO₂e)",
    "project": "Project emissions (t CO₂e)",
    "leakage": "Leakage (t CO₂e)",
    "reductions": "Emission reductions (t CO₂e)",
}
_JI_COLUMNS = ("project", "leakage", "baseline", "reductions")
_WHOLE = with_decimals(0)
_TOTAL = "Total"
_AVERAGE = "Annual average over the crediting period"


@dataclass(frozen=True)
class SummaryData:
    """What the sheet is made from. `labels` are the cells that name the periods."""

    results: Results
    wheres: Sequence[Where]
    labels: Mapping[Period, Place]
    is_ji: bool

    @property
    def columns(self) -> tuple[str, ...]:
        """Columns in the order of the form, without those that no methodology gives."""
        in_order = _JI_COLUMNS if self.is_ji else COLUMNS
        return tuple(column for column in in_order if any(_gives(where, column) for where in self.wheres))


def write_summary(page: Page, data: SummaryData) -> None:
    """Write the printed table, the length of the crediting period, and the unrounded values."""
    page.text(0, 0, "Summary", "title")
    page.text(1, 0, rounding_policy(data.results), "subtitle")
    page.widths(44, *[28] * len(COLUMNS))
    rows = data.results.rows
    if not rows or not data.columns:
        page.text(3, 0, "There are no yearly emission reductions; see the other sheets.", "line")
        return
    months_row = 3 + len(rows) + 5
    first_exact = months_row + 6
    months = _write_period(page, data, months_row)
    exact = _write_exact(page, data, first_exact)
    _write_printed(page, data, 3, exact, months)


def rounding_policy(results: Results) -> str:
    """How the printed tonnes come about."""
    if results.rounding == "nearest":
        return "Years, totals and the annual average are rounded to the nearest tonne, each from unrounded values."
    return (
        "Baseline emissions are rounded down, project emissions and leakage up; reductions and totals follow from the "
        "rounded cells; the annual average is rounded down."
    )


# -- the printed table ------------------------------------------------------------------------------------------------


def _write_printed(page: Page, data: SummaryData, first: int, exact: Mapping[str, list[Place]], months: Place) -> None:
    results = data.results
    section = "E.6" if data.is_ji else "B.6.4"
    page.texts(first, 0, (f"As printed in {section}",), "head")
    for step, column in enumerate(data.columns, start=1):
        page.text(first, step, _HEADINGS[column], "head_right")
    for down, row in enumerate(results.printed_rows, start=1):
        _write_label(page, first + down, data, row.period)
        cells = {column: Place(page.name, first + down, step) for step, column in enumerate(data.columns, start=1)}
        for step, column in enumerate(data.columns, start=1):
            formula = _printed(column, exact[column][down - 1], cells, page.name, results)
            page.formula(first + down, step, formula, row.tonnes.get(column), number_format=_WHOLE)
    _write_printed_totals(page, data, first, exact, months)


def _printed(column: str, exact: Place, cells: Mapping[str, Place], sheet: str, results: Results) -> str:
    """One year of a column by the rounding policy."""
    cell = exact.seen_from(sheet)
    if results.rounding == "nearest":
        return f"={_nearest(cell)}"
    if column == "baseline":
        return f"={_down(cell)}"
    if column in ("project", "leakage"):
        return f"={_up(cell)}"
    less = [cells[name].seen_from(sheet) for name in ("baseline", "project", "leakage") if name in cells]
    return f"={'-'.join(less)}" if len(less) == 3 else "=NA()"


def _exactly(text: str) -> str:
    """Without the last digits of binary arithmetic, which would lose or win a tonne."""
    return f"ROUND({text},6)"


def _nearest(text: str) -> str:
    return f"ROUND({_exactly(text)},0)"


def _down(text: str) -> str:
    """Towards minus infinity: ROUNDDOWN cuts towards zero."""
    return f"IF({text}<0,ROUNDUP({_exactly(text)},0),ROUNDDOWN({_exactly(text)},0))"


def _up(text: str) -> str:
    """Towards plus infinity."""
    return f"IF({text}<0,ROUNDDOWN({_exactly(text)},0),ROUNDUP({_exactly(text)},0))"


def _write_printed_totals(
    page: Page, data: SummaryData, first: int, exact: Mapping[str, list[Place]], months: Place
) -> None:
    results, row = data.results, first + len(data.results.rows) + 1
    page.text(row, 0, _TOTAL, "total_text")
    page.text(row + 1, 0, _AVERAGE)
    for step, column in enumerate(data.columns, start=1):
        total = _total(page.name, first, row, step, exact[column], results)
        place = page.formula(row, step, total, results.printed_total.get(column), style="total", number_format=_WHOLE)
        average = f"{place.seen_from(page.name)}/{months.seen_from(page.name)}*12"
        is_reductions = column == "reductions"
        if data.is_ji and not is_reductions:
            page.text(row + 1, step, "")
            continue
        rounded = _down(average) if is_reductions and results.rounding == "conservative" else _nearest(average)
        value = results.printed_average if is_reductions else _average(results, column)
        made = page.formula(row + 1, step, f"={rounded}", value, number_format=_WHOLE)
        if is_reductions:
            page.book.define("total_emission_reductions", place)
            page.book.define("annual_average", made)


def _total(sheet: str, first: int, row: int, column: int, exact: list[Place], results: Results) -> str:
    if results.rounding == "nearest":
        return f"={_nearest(f'SUM({_span(exact[0], exact[-1], sheet)})')}"
    return f"=SUM({_span(Place(sheet, first + 1, column), Place(sheet, row - 1, column), sheet)})"


def _average(results: Results, column: str) -> Decimal | None:
    total = results.printed_total.get(column)
    return (
        None
        if total is None or not results.months
        else (total / results.months * 12).to_integral_value("ROUND_HALF_UP")
    )


def _span(first: Place, last: Place, sheet: str) -> str:
    return f"{first.seen_from(sheet)}:{last.seen_from(sheet)}"


# -- crediting period and unrounded values ----------------------------------------------------------------------------


def _write_period(page: Page, data: SummaryData, row: int) -> Place:
    """Start, end and months of the crediting period; returns the cell with the months."""
    periods = list(data.labels)
    page.texts(row, 0, ("Crediting period", ""), "head")
    page.text(row + 1, 0, "From")
    page.text(row + 2, 0, "To")
    page.text(row + 3, 0, "Months (part months by their days of 30)")
    for down, (day, period, column) in enumerate(
        ((periods[0].start, periods[0], 1), (periods[-1].end, periods[-1], 2)), start=1
    ):
        place = replace(data.labels[period], column=column)
        page.formula(row + down, 1, f"={place.seen_from(page.name)}", _serial(day), number_format=DAY)
    return page.formula(row + 3, 1, _months_formula(row), data.results.months, number_format="#,##0.##")


def _serial(day: dt.date) -> Decimal:
    """A day as spreadsheets count it."""
    return Decimal((day - dt.date(1899, 12, 30)).days)


def _months_formula(row: int) -> str:
    start, after = f"B{row + 2}", f"(B{row + 3}+1)"
    months = f"(YEAR{after}-YEAR({start}))*12+MONTH{after}-MONTH({start})"
    return f"={months}+(DAY{after}-DAY({start}))/30"


def _write_exact(page: Page, data: SummaryData, first: int) -> dict[str, list[Place]]:
    """The unrounded values of each year, added over the methodologies; returns their cells by column."""
    page.text(first, 0, "Unrounded", "head")
    found: dict[str, list[Place]] = {}
    for step, column in enumerate(data.columns, start=1):
        page.text(first, step, _HEADINGS[column], "head_right")
        found[column] = [
            _write_exact_cell(page, first + down, step, data, down - 1, column)
            for down in range(1, len(data.results.rows) + 1)
        ]
        total = f"=SUM({_span(found[column][0], found[column][-1], page.name)})"
        value = data.results.total.get(column)
        row = first + len(data.results.rows) + 1
        page.formula(row, step, total, value, style="total", number_format=with_decimals(3))
    for down, row_ in enumerate(data.results.rows, start=1):
        _write_label(page, first + down, data, row_.period)
    page.text(first + len(data.results.rows) + 1, 0, _TOTAL, "total_text")
    return found


def _write_exact_cell(page: Page, row: int, step: int, data: SummaryData, position: int, column: str) -> Place:
    results_row = data.results.rows[position]
    parts = [_reference(where, column, results_row.period, page.name) for where in data.wheres]
    value = results_row.tonnes.get(column)
    return page.formula(row, step, f"={'+'.join(parts)}", value, number_format=with_decimals(3))


def _gives(where: Where, column: str) -> bool:
    results = where.calculation.methodology.results
    return bool(getattr(results, column) or (column == "reductions" and results.baseline))


def _reference(where: Where, column: str, period: Period, sheet: str) -> str:
    """The cell of a result; reductions that the methodology does not define are the difference."""
    calculation = where.calculation
    results = calculation.methodology.results
    symbol = getattr(results, column)
    if not symbol and column == "reductions" and results.baseline:
        parts = [
            _reference(where, name, period, sheet)
            for name in ("baseline", "project", "leakage")
            if getattr(results, name)
        ]
        return "-".join(parts)
    if symbol not in calculation.methodology.definitions:
        return "NA()"
    key = (symbol, (period.label,) if calculation.methodology.indices_of(symbol) else ())
    return where.reference(key, sheet) if where.place(key) else "NA()"


def _write_label(page: Page, row: int, data: SummaryData, period: Period) -> None:
    place, shown = data.labels[period], shown_member(period.label)
    look = GENERAL if isinstance(shown, str) else "0"
    page.formula(row, 0, f"={place.seen_from(page.name)}", shown, style="member", number_format=look)
