"""Field paths: the stable name of a place, shared by widget, row, problem, comment and PDF bookmark.

`A.1.purpose` is a field, `A.4.participants[p3].entity` a cell of the row with key `p3`,
`I.FC.value[gas,2002]` a cell of a matrix. Rows are named by key, never by position.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_PATH = re.compile(r"(?P<field>[A-Za-z][\w.\-]*?)(?:\[(?P<row>[^\[\]]+)\](?:\.(?P<column>\w+))?)?")


@dataclass(frozen=True)
class FieldPath:
    """A parsed path: the field, and inside a table or matrix the row key and the column."""

    field: str
    row: str = ""
    column: str = ""

    def __str__(self) -> str:
        if not self.row:
            return self.field
        return cell_path(self.field, self.row, self.column) if self.column else f"{self.field}[{self.row}]"


def parse(path: str) -> FieldPath:
    """Take a path apart.

    Raises:
        ValueError: `path` is not a field path.
    """
    match = _PATH.fullmatch(path)
    if not match:
        msg = f"{path!r} is not a field path"
        raise ValueError(msg)
    return FieldPath(match["field"], match["row"] or "", match["column"] or "")


def field_of(path: str) -> str:
    """The field that a path lies in: `A.4.participants[p3].entity` gives `A.4.participants`."""
    return path.partition("[")[0]


def cell_path(table: str, row: str, column: str) -> str:
    """Path of a table cell."""
    return f"{table}[{row}].{column}"


def matrix_path(field: str, index: tuple[str, ...]) -> str:
    """Path of a matrix cell; the field itself when there is no index."""
    return f"{field}[{','.join(index)}]" if index else field


def is_inside(path: str, field: str) -> bool:
    """True for the field itself, its rows and its cells."""
    return path == field or path.startswith(f"{field}[")
