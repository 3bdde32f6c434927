"""Names that every spreadsheet takes: of sheets, and of cells and ranges."""

from __future__ import annotations

import re

_LONGEST_SHEET = 31
_LONGEST_NAME = 200
_NOT_IN_SHEETS = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")
_NOT_IN_NAMES = re.compile(r"[^\w.]+")
_LIKE_A_CELL = re.compile(r"[A-Za-z]{1,3}\d+|[rR]\d*([cC]\d*)?|[cC]\d*")
_RESERVED = {"true", "false", "history"}


class Names:
    """Gives names out, each once; spreadsheets do not tell capitals from small letters."""

    def __init__(self) -> None:
        self._sheets: set[str] = set()
        self._names: set[str] = set()

    def sheet(self, wanted: str) -> str:
        """A legal sheet name that no other sheet has, at most 31 characters."""
        name = _NOT_IN_SHEETS.sub(" ", wanted).strip(" '") or "Sheet"
        return _free(f"{name}_" if name.casefold() in _RESERVED else name, self._sheets, _LONGEST_SHEET, " ({})")

    def cell(self, wanted: str) -> str:
        """A legal name for a cell or range that no other has."""
        name = _NOT_IN_NAMES.sub("_", wanted)
        if not name or not (name[0].isalpha() or name[0] == "_"):
            name = f"_{name}"
        if _LIKE_A_CELL.fullmatch(name) or name.casefold() in _RESERVED:
            name = f"{name}_"
        return _free(name, self._names, _LONGEST_NAME, "_{}")


def _free(name: str, taken: set[str], longest: int, numbered: str) -> str:
    candidate, number = _cut(name, longest), 1
    while candidate.casefold() in taken:
        number += 1
        ending = numbered.format(number)
        candidate = _cut(name, longest - len(ending)) + ending
    taken.add(candidate.casefold())
    return candidate


def _cut(name: str, longest: int) -> str:
    """At most so many characters, as spreadsheets count them: two for those beyond the first 65,536."""
    while len(name.encode("utf-16-le", "replace")) // 2 > longest:
        name = name[:-1]
    return name.rstrip(" '")


def quoted(sheet: str) -> str:
    """A sheet name for use in a formula. Always in quotes: `ACM0002` alone would be a cell."""
    return "'" + sheet.replace("'", "''") + "'"
