"""Values that a parameter has from a table that ships, as its box prints them: the value, and the row it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms.answers import ORIGIN_MARK, Origin
from forms.blocks import Block, Column, Paragraph, TableBlock, cell, text_run
from forms.document import inputs_document
from forms.quantities import format_number, gases_in_print, round_nearest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from forms.document import Reader
    from forms.methodologies.calculation import Given
    from forms.methodologies.model import Index, Parameter

_DECIMALS = 6


def values_from_table(read: Reader, document: str, parameter: Parameter) -> Iterator[Block]:
    """One line where one value holds throughout, else a table by row or year; nothing where no row was taken."""
    found = _taken(read, document, parameter)
    if len({(given.entered, given.source) for given in found.values()}) == 1:
        given = next(iter(found.values()))
        yield Paragraph(text_run(f"{_shown(given.entered)}: {_source(given)}"))
    elif found:
        rows = tuple(
            (cell(", ".join(index)), cell(_shown(given.entered)), cell(_source(given)))
            for index, given in found.items()
        )
        yield TableBlock((Column("For"), Column("Value", "right"), Column("Source", width=4)), rows, row_headers=True)


def _taken(read: Reader, document: str, parameter: Parameter) -> dict[Index, Given]:
    if parameter.default_table is None:
        return {}
    made = next((made for key, made in read.results.calculations.items() if inputs_document(key) == document), None)
    given = {} if made is None else made.given
    return {index: entry for (symbol, index), entry in given.items() if symbol == parameter.symbol and entry.source}


def _shown(value: Decimal | str) -> str:
    words = value if isinstance(value, str) else _figures(value)
    return f"{words} {ORIGIN_MARK[Origin.DEFAULT]}"


def _figures(value: Decimal) -> str:
    """As the table prints it; a mean by days is cut to six decimals."""
    exponent = value.as_tuple().exponent
    is_long = isinstance(exponent, int) and exponent < -_DECIMALS
    return format_number(round_nearest(value, _DECIMALS).normalize() if is_long else value)


def _source(given: Given) -> str:
    return gases_in_print(given.source)
