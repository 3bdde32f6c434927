"""One sheet for the methodology and one for each tool: every value a formula, with the value the engine found."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from forms.errors import UserError
from forms.methodologies.equations import plain
from forms.methodologies.model import Equation, Index
from forms.methodologies.spreadsheet import Term, sheet_formula
from forms.views.symbols import printed_unit
from reports.workbook.blocks import Table
from reports.workbook.cells import Page, Place, as_calculated
from reports.workbook.places import Block, Where, result_blocks, spoken

if TYPE_CHECKING:
    from decimal import Decimal

    from forms.methodologies.calculation import Calculation
    from forms.methodologies.model import Option
    from forms.periods import Period

_BEFORE = ("Symbol", "Equation", "Description", "Unit")
_AFTER = ("As the methodology has it",)


class EquationSheet:
    """A sheet that is laid out first, since formulas look at sheets behind their own, and written then."""

    def __init__(self, page: Page, where: Where, origin: str) -> None:
        self._page = page
        self._where = where
        self._calculation = where.calculation
        self._blocks = result_blocks(where.calculation, origin)
        self._options = _options_shown(where.calculation, origin)
        self._origin = origin
        self._table = Table.over(page, where, self._blocks, _BEFORE, _AFTER)
        self._first = len(self._options) + (6 if self._options else 4)
        self._free = self._table.keep_places(self._blocks, self._first - 1) + 1
        self._has_terms = False
        for block in self._blocks:
            place = where.places.get((block.symbol, ()))
            if place is not None:
                where.names[block.symbol, ()] = page.book.define(block.symbol, place)

    def write(self, shares: Mapping[Period, Place]) -> None:
        """Write heading, choices and formulas. `shares` are the cells with the part of a year of each period."""
        table = self._table
        self._page.text(0, 0, spoken(self._origin), "title")
        self._page.text(1, 0, "Every value is a formula; its numbers are those of the equation itself.", "subtitle")
        self._page.widths(18, 16, 46, 14, *[22] * table.outer, *[14] * table.across, 64)
        self._page.freeze(0, 1)
        self._write_options()
        for row, block, has_head in table.layout(self._blocks, self._first - 1):
            if has_head:
                table.head(row - 1, block)
            self._write_block(row, block, shares)

    def _write_options(self) -> None:
        if self._options:
            self._page.text(3, 0, "Choices made (the formulas are those of these choices)", "section")
        for row, (label, choice, source) in enumerate(self._options, start=4):
            self._page.text(row, 0, f"{label}: {choice}{f' ({source})' if source else ''}", "line")

    def _write_block(self, first: int, block: Block, shares: Mapping[Period, Place]) -> None:
        equation = self._calculation.definition(block.symbol)
        assert isinstance(equation, Equation)
        texts = (block.symbol, equation.number, equation.description, printed_unit(str(equation.unit)))
        values = tuple(_number(self._calculation, symbol, index) for symbol, index in block.keys)
        look = as_calculated(values, str(equation.unit))
        for down, index in enumerate(block.rows):
            row = first + down
            self._table.begin(row, index, block, texts, is_first=down == 0)
            for right, column in enumerate(block.columns):
                self._write_cell(
                    row, self._table.first_value + right, equation, block, block.index(index, column), shares, look
                )
            self._table.blanks(row, len(block.columns))
            shown = f"{_left_side(equation)} = {plain(equation.formula.tree)}" if down == 0 else ""
            self._table.end(row, (shown,), is_first=down == 0)

    def _write_cell(
        self,
        row: int,
        column: int,
        equation: Equation,
        block: Block,
        index: Index,
        shares: Mapping[Period, Place],
        look: str,
    ) -> None:
        if index not in block.present:
            self._page.text(row, column, "")
            return
        value = _number(self._calculation, equation.symbol, index)
        formula = self._formula(equation, index, shares, is_known=value is not None)
        self._page.formula(row, column, formula, value, number_format=look)

    def _formula(self, equation: Equation, index: Index, shares: Mapping[Period, Place], *, is_known: bool) -> str:
        try:
            return sheet_formula(
                equation,
                index,
                lambda symbol, at: self._where.reference((symbol, at), self._page.name),
                calculation=self._calculation,
                share_of=lambda period: shares[period].seen_from(self._page.name),
                terms_of=self._terms_of(equation, index),
            )
        except UserError:
            if is_known:
                raise
            return "=NA()"

    def _terms_of(self, equation: Equation, index: Index) -> Callable[[Sequence[Term]], str]:
        """Puts the terms of a long sum below all else on the sheet, one cell each."""

        def write(terms: Sequence[Term]) -> str:
            name = f"{equation.symbol}[{', '.join(index)}]" if index else equation.symbol
            first = self._terms_heading(name)
            look = as_calculated(tuple(term.value for term in terms))
            for down, term in enumerate(terms):
                texts = (f"{name}, term {down + 1}", equation.number, f"For {', '.join(term.members)}", "")
                self._page.texts(first + down, 0, texts, "quiet")
                column = self._table.first_value
                self._page.formula(first + down, column, term.formula, term.value, number_format=look)
            self._free = first + len(terms) + 1
            return _range(self._page.name, first, len(terms), self._table.first_value)

        return write

    def _terms_heading(self, name: str) -> int:
        """The row below the heading over the terms of one value."""
        if not self._has_terms:
            self._page.text(self._free + 1, 0, "Terms of long sums", "section")
            self._free += 3
            self._has_terms = True
        self._page.text(self._free, 0, f"Terms of {name}", "head")
        return self._free + 1


def _range(sheet: str, first: int, count: int, column: int) -> str:
    start, end = (Place(sheet, row, column).seen_from(sheet) for row in (first, first + count - 1))
    return f"{start}:{end}"


def _left_side(equation: Equation) -> str:
    return f"{equation.symbol}[{', '.join(equation.indices)}]" if equation.indices else equation.symbol


def _number(calculation: Calculation, symbol: str, index: Index) -> Decimal | None:
    return calculation.values.get(symbol, {}).get(index)


def _options_shown(calculation: Calculation, origin: str) -> tuple[tuple[str, str, str], ...]:
    """Label, choice and source of the options that were asked for under this origin."""
    known = calculation.methodology.options_by_id
    chosen = ((known[name], code) for name, code in calculation.options.items() if name in known)
    return tuple(
        (option.label, _label(option, code), option.source)
        for option, code in sorted(chosen, key=lambda pair: list(known).index(pair[0].id))
        if str(option.origin) == origin
    )


def _label(option: Option, code: str) -> str:
    return next((choice.label for choice in option.choices if choice.code == code), code)
