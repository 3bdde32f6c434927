"""Values that shipped tables have for a parameter, each with its row, source and evidence, ready to be picked."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from fnmatch import fnmatchcase
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from forms.answers import Answer, Origin
from forms.errors import UserError
from forms.quantities import convert, without_trailing_zeros
from forms.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from forms.methodologies.model import Parameter
    from forms.tables import Row

_ABOUT = frozenset({"value", "unit", "source", "evidence", "note", "in_force_from", "in_force_to"})
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class Serving:
    """One rule of `picking.toml`: which table has values for parameters of certain symbols and units."""

    table: str
    title: str
    symbols: tuple[str, ...]
    units: tuple[str, ...] = ()
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    column: str = "value"
    newer_by: tuple[str, ...] = ()

    def suits(self, parameter: Parameter) -> bool:
        """Whether it is about this parameter."""
        fits = any(fnmatchcase(parameter.symbol, pattern) for pattern in self.symbols)
        return fits and (not self.units or str(parameter.unit) in self.units)


@dataclass(frozen=True)
class Offer:
    """A row of a table as a value for a parameter. `value` is in the unit that the parameter is asked in.

    `row` is what names the row, as (column, cell); `printed` the value as the table has it, with its unit. Rows of one
    `family` are editions of each other, the later the greater `edition`; empty where a row has no editions.
    """

    table: str
    title: str
    row: tuple[tuple[str, str], ...]
    value: Decimal
    printed: str
    source: str
    evidence: str
    in_force: str
    family: tuple[tuple[str, str], ...] = ()
    edition: str = ""

    @property
    def key(self) -> str:
        """Table and row in words: the same text for the same row."""
        return f"table {self.table}, {', '.join(f'{column} {cell}' for column, cell in self.row if cell)}"

    @property
    def note(self) -> str:
        """What is kept with a value that was picked."""
        return f"{self.key}: {self.source}"

    @property
    def answer(self) -> Answer:
        """The value as an answer, with where it comes from."""
        return Answer(self.value, Origin.DEFAULT, self.note)


def offers(parameter: Parameter) -> tuple[Offer, ...]:
    """Rows of shipped tables that a parameter may take its value from, in the order of the tables; often none.

    The table that the methodology names for it comes first.
    """
    if not parameter.is_number:
        return ()
    found = [offer for serving in _servings_of(parameter) for offer in _rows(serving, parameter)]
    return tuple({offer.note: offer for offer in found}.values())


def news(parameter: Parameter, answer: Answer | None) -> Offer | None:
    """What the tables say now of a value that was picked: its row with another value, or a later edition of it.

    `None` when nothing is newer, or when the value was not picked. It is information: nothing is changed.
    """
    if answer is None or answer.origin is not Origin.DEFAULT or not answer.note.startswith("table "):
        return None
    every = offers(parameter)
    taken = next((offer for offer in every if answer.note.startswith(f"{offer.key}:")), None)
    if taken is None:
        return None
    if taken.value != answer.value:
        return taken
    later = [offer for offer in every if _is_later_edition(offer, taken)]
    return max(later, key=lambda offer: offer.edition, default=None)


def _is_later_edition(offer: Offer, taken: Offer) -> bool:
    same = (offer.table, offer.family) == (taken.table, taken.family)
    return bool(taken.edition) and same and offer.edition > taken.edition


def _servings_of(parameter: Parameter) -> Iterator[Serving]:
    wanted = parameter.default_table
    if wanted is not None:
        fixed = {column: tuple(_constant(match.source)) for column, match in wanted.match.items()}
        where = {column: cells for column, cells in fixed.items() if cells}
        newer_by = tuple(column for column in table(wanted.table)[0] if column not in wanted.match)
        title = f"Table {wanted.table}"
        yield Serving(wanted.table, title, (), (), where, wanted.column, newer_by if wanted.is_dated else ())
    for serving in servings():
        if serving.suits(parameter) and (wanted is None or serving.table != wanted.table):
            yield serving


def _constant(source: str) -> Iterator[str]:
    """The word that a match compares with, where it is one and not an expression."""
    found = re.fullmatch(r"""\s*(['"])([^'"]*)\1\s*""", source)
    if found:
        yield found[2]


def _rows(serving: Serving, parameter: Parameter) -> Iterator[Offer]:
    for row in table(serving.table):
        if all(row.get(column) in cells for column, cells in serving.where.items()):
            value = _value(row, serving.column, parameter)
            if value is not None:
                yield _offer(serving, row, value)


def _value(row: Row, column: str, parameter: Parameter) -> Decimal | None:
    """The value in the unit of the parameter; `None` where there is no number, or one that measures something else."""
    try:
        printed = Decimal(row.get(column, ""))
        unit = row.get("unit", "")
        same = unit in {"", parameter.input_unit}
        return printed if same else without_trailing_zeros(convert(printed, unit, parameter.input_unit))
    except (InvalidOperation, UserError):
        return None


def _offer(serving: Serving, row: Row, value: Decimal) -> Offer:
    named = tuple((column, cell) for column, cell in row.items() if column not in _ABOUT and column != serving.column)
    days = row.get("in_force_from", ""), row.get("in_force_to", "")
    return Offer(
        table=serving.table,
        title=serving.title,
        row=named,
        value=value,
        printed=f"{row[serving.column]} {row.get('unit', '')}".strip().removesuffix(" 1"),
        source=row.get("source", ""),
        evidence=row.get("evidence", ""),
        in_force=" to ".join(days) if any(days) else "",
        family=tuple((column, cell) for column, cell in named if column not in serving.newer_by),
        edition=_edition(serving, row),
    )


def _edition(serving: Serving, row: Row) -> str:
    """The last year that a column of editions names, or the day from which the row is in force; the first has none."""
    if not serving.newer_by:
        return ""
    years = [year for column in serving.newer_by if column not in _ABOUT for year in _YEAR.findall(row.get(column, ""))]
    return max(years, default=row.get("in_force_from", "") or "0")


@cache
def servings() -> tuple[Serving, ...]:
    """The rules of `picking.toml`, in its order."""
    text = (files("forms") / "tables" / "picking.toml").read_text(encoding="utf-8")
    return tuple(_serving(item) for item in tomllib.loads(text)["serves"])


def _serving(data: Mapping[str, object]) -> Serving:
    where = data.get("where", {})
    return Serving(
        table=str(data["table"]),
        title=str(data["title"]),
        symbols=_texts(data["symbols"]),
        units=_texts(data.get("units", [])),
        where={column: _texts(cells) for column, cells in where.items()} if isinstance(where, dict) else {},
        newer_by=_texts(data.get("newer_by", [])),
    )


def _texts(found: object) -> tuple[str, ...]:
    items: Sequence[object] = found if isinstance(found, list) else []
    return tuple(str(item) for item in items)
