"""Which column of a file is what: proposed from heads and contents, and corrected by the user."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from forms.errors import UserError
from forms.quantities import parse_unit, read_number
from forms.series.moments import moment_of

if TYPE_CHECKING:
    from forms.series.sheets import Sheet

Kind = Literal["number", "text", "member", "running"]
VALUE = "value"
_LOOKED_AT = 400
_UNIT_IN_HEAD = re.compile(r"[(\[]\s*([^()\[\]]+?)\s*[)\]]\s*$")
_MOSTLY = 0.5


@dataclass(frozen=True)
class Target:
    """What a column can be: the value, a column of a table, or the index.

    `member` names a row of a set; `running` is a number that counts on, such as the hour or the year, also written as
    date and time. `members` are those known, `is_open` when others may be added.
    """

    key: str
    label: str
    kind: Kind
    unit: str = ""
    required: bool = True
    minimum: Decimal | None = None
    members: tuple[str, ...] = ()
    is_open: bool = True


@dataclass(frozen=True)
class SeriesMapping:
    """How a sheet is read: `head_rows` are passed over, `columns` gives the column (from 0) of each target by key.

    `decimal_sign` is "." or ",", or empty when the file does not tell; `unit` is that of the values in the file,
    empty when it is the unit of the target. A running number without column counts the rows; one beside another, such
    as the year beside the hour, is that of the date and time.
    """

    head_rows: int = 0
    columns: Mapping[str, int] = field(default_factory=dict)
    decimal_sign: str = ""
    unit: str = ""


def propose(sheet: Sheet, targets: Sequence[Target]) -> SeriesMapping:
    """A mapping from what the sheet looks like; columns that cannot be told are left out."""
    numeric = _numeric_columns(sheet)
    head_rows = _head_rows(sheet, numeric)
    heads = _heads(sheet, head_rows)
    columns = _of_moments(sheet, head_rows, targets)
    _find_by_name(columns, heads, targets)
    _fill_in(columns, targets, numeric, sheet.width)
    values = [columns[target.key] for target in targets if target.kind == "number" and target.key in columns]
    sign = "." if sheet.is_typed else _decimal_sign(sheet, head_rows, values)
    unit = _unit(heads[values[0]]) if values and values[0] < len(heads) else ""
    return SeriesMapping(head_rows, columns, sign, unit)


def heads_of(sheet: Sheet, head_rows: int) -> tuple[str, ...]:
    """What stands over each column; its letter where nothing does."""
    heads = _heads(sheet, head_rows)
    return tuple(
        heads[number] if number < len(heads) and heads[number] else letter(number) for number in range(sheet.width)
    )


def letter(column: int) -> str:
    """The name of a column in a spreadsheet: A, B, … Z, AA."""
    above, own = divmod(column, 26)
    return (letter(above - 1) if above else "") + chr(ord("A") + own)


def is_number(text: str) -> bool:
    """True for what can be read as a number, in one way or two."""
    found = read_number(text)
    return (found.value is not None or bool(found.ambiguous)) and not found.unit


def _numeric_columns(sheet: Sheet) -> frozenset[int]:
    rows = sheet.rows[1 : _LOOKED_AT + 1] or sheet.rows
    found = []
    for column in range(sheet.width):
        cells = [row[column] for row in rows if column < len(row) and row[column]]
        if cells and sum(map(is_number, cells)) > _MOSTLY * len(cells):
            found.append(column)
    return frozenset(found)


def _head_rows(sheet: Sheet, numeric: frozenset[int]) -> int:
    """Rows before the first that has numbers in most columns of numbers."""
    for number, row in enumerate(sheet.rows[:50]):
        having = sum(column < len(row) and is_number(row[column]) for column in numeric)
        if numeric and 2 * having > len(numeric):
            return number
    return 0 if numeric else 1


def _heads(sheet: Sheet, head_rows: int) -> tuple[str, ...]:
    return sheet.rows[head_rows - 1] if 0 < head_rows <= len(sheet.rows) else ()


def _of_moments(sheet: Sheet, head_rows: int, targets: Sequence[Target]) -> dict[str, int]:
    """The column of date and time, if there is one: it counts the hours, or whatever is counted first."""
    counted = next((target.key for target in targets if target.kind == "running"), None)
    rows = sheet.rows[head_rows : head_rows + _LOOKED_AT]
    for column in range(sheet.width) if counted is not None else ():
        cells = [row[column] for row in rows if column < len(row) and row[column]]
        if cells and sum(moment_of(cell) is not None for cell in cells) > _MOSTLY * len(cells):
            return {str(counted): column}
    return {}


def _find_by_name(found: dict[str, int], heads: Sequence[str], targets: Sequence[Target]) -> None:
    plain = [_plain(head) for head in heads]
    for tells in (str.__eq__, _begins, _contains):
        for target in targets:
            for name in (target.key, target.label):
                matching = [n for n, head in enumerate(plain) if head and tells(head, _plain(name))]
                free = [number for number in matching if number not in found.values()]
                if target.key not in found and len(free) == 1:
                    found[target.key] = free[0]


def _begins(head: str, name: str) -> bool:
    return head.startswith(name) or name.startswith(head)


def _contains(head: str, name: str) -> bool:
    return name in head or head in name


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w]+", " ", _UNIT_IN_HEAD.sub("", text).casefold()).replace("_", " ").split())


def _fill_in(columns: dict[str, int], targets: Sequence[Target], numeric: frozenset[int], width: int) -> None:
    """Values take the last column of numbers that is free, what names a row the first column that is free."""
    for target in targets:
        free = [number for number in range(width) if number not in columns.values()]
        if target.key in columns or not target.required or not free:
            continue
        if target.kind == "number":
            numbers = [number for number in free if number in numeric]
            left = sum(other.kind != "number" and other.key not in columns for other in targets)
            if numbers and (len(free) > left or left == 0 or width == 1):
                columns[target.key] = numbers[-1]
        elif len(free) > sum(other.kind == "number" and other.key not in columns for other in targets):
            columns[target.key] = free[0]


def _decimal_sign(sheet: Sheet, head_rows: int, columns: Sequence[int]) -> str:
    """The sign that is a decimal sign for sure in most cells; empty when no cell tells."""
    counts = {".": 0, ",": 0}
    for row in sheet.rows[head_rows : head_rows + _LOOKED_AT]:
        for column in columns:
            sign = _sure_sign(row[column]) if column < len(row) else ""
            if sign:
                counts[sign] += 1
    if counts["."] == counts[","]:
        return ""
    return max(counts, key=lambda sign: counts[sign])


def _sure_sign(text: str) -> str:
    last = max(text.rfind("."), text.rfind(","))
    if last < 0:
        return ""
    sign, other = text[last], "," if text[last] == "." else "."
    behind = len(text) - last - 1
    if text.count(sign) > 1:
        return other
    return sign if behind != 3 or other in text or text[:last].lstrip("-+") in {"", "0"} else ""


def _unit(head: str) -> str:
    """A unit in brackets at the end of a head; empty when there is none that is known."""
    found = _UNIT_IN_HEAD.search(head)
    try:
        return str(parse_unit(found[1])) if found else ""
    except UserError:
        return ""
