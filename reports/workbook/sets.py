"""The sheet of sets: the years of the crediting period with their part of a year, fuels, plants and the like."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from reports.workbook.cells import Page, Place, with_decimals

if TYPE_CHECKING:
    from forms.methodologies.model import IndexSet
    from forms.periods import Period
    from reports.workbook.places import Where

_FIRST = 3
_HEADS = ("Year or period", "From", "To", "Part of a year")
_GAP = len(_HEADS) + 1


def write_sets(page: Page, wheres: Sequence[Where], periods: Sequence[Period]) -> dict[Period, Place]:
    """Write every set once and note where its members stand; returns the cells with the part of a year."""
    page.text(0, 0, "Sets", "title")
    page.text(1, 0, "What the symbols are indexed by. Labels on other sheets refer to these cells.", "subtitle")
    page.widths(26, 12, 12, 14, 3)
    page.freeze(_FIRST, 0)
    shares = _write_periods(page, wheres, periods)
    column = _GAP if periods else 0
    for where in wheres:
        for index_set in where.calculation.methodology.sets:
            if index_set.kind != "period" and where.calculation.members(index_set.id):
                page.width(column, 30)
                _write_set(page, column, where, index_set)
                column += 1
    return shares


def _write_periods(page: Page, wheres: Sequence[Where], periods: Sequence[Period]) -> dict[Period, Place]:
    if not periods:
        return {}
    page.texts(_FIRST - 1, 0, _HEADS, "head")
    shares: dict[Period, Place] = {}
    labels: list[Place] = []
    for row, period in enumerate(periods, start=_FIRST):
        labels.append(_write_member(page, row, 0, period.label))
        page.day(row, 1, period.start)
        page.day(row, 2, period.end)
        shares[period] = page.formula(row, 3, _share_formula(row + 1), period.fraction, number_format=with_decimals(6))
    for where in wheres:
        for index_set in where.calculation.methodology.sets:
            if index_set.kind == "period":
                places = zip(periods, labels, strict=True)
                where.members.update({(index_set.id, period.label): place for period, place in places})
    page.book.define("set_periods", labels[0], labels[-1])
    return shares


def _share_formula(row: int) -> str:
    """Part of a year from the days in columns B and C: by whole months where they fit, else by days of the year."""
    months = f"((YEAR(C{row}+1)-YEAR(B{row}))*12+MONTH(C{row}+1)-MONTH(B{row}))/12"
    days = f"(C{row}-B{row}+1)/(DATE(YEAR(B{row})+1,1,1)-DATE(YEAR(B{row}),1,1))"
    return f"=IF(DAY(B{row})=DAY(C{row}+1),{months},{days})"


def _write_set(page: Page, column: int, where: Where, index_set: IndexSet) -> None:
    methodology = where.calculation.methodology
    page.text(_FIRST - 2, column, f"{methodology.code}: {index_set.id}", "subtitle")
    page.text(_FIRST - 1, column, index_set.label or index_set.id, "head")
    places = [
        _write_member(page, row, column, member)
        for row, member in enumerate(where.calculation.members(index_set.id), start=_FIRST)
    ]
    members = zip(where.calculation.members(index_set.id), places, strict=True)
    where.members.update({(index_set.id, member): place for member, place in members})
    page.book.define(f"set_{index_set.id}", places[0], places[-1])


def _write_member(page: Page, row: int, column: int, member: str) -> Place:
    """A member; a year stands as a number."""
    shown = shown_member(member)
    if isinstance(shown, Decimal):
        return page.number(row, column, shown, "member", "0")
    page.text(row, column, shown, "member")
    return Place(page.name, row, column)


def shown_member(member: str) -> Decimal | str:
    """The value of the cell that holds a member."""
    is_year = member.isascii() and member.isdecimal() and not member.startswith("0") and len(member) == 4
    return Decimal(member) if is_year else member
