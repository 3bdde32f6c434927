"""Typed access to the tables of a pack; what is missing, of the wrong type or unknown is named with file and key."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation

from forms.definition import EVIDENCE
from forms.errors import DefinitionError


class Entry:
    """One table of a file. What is asked for is ticked off, so that `finish` can name what nobody asked for."""

    def __init__(self, data: object, file: str, key: str = "") -> None:
        self.file = file
        self.key = key
        if not isinstance(data, Mapping):
            raise self.wrong("", "must be a table")
        self._left = dict(data)

    def wrong(self, key: str, message: str) -> DefinitionError:
        """The error that names this file and key."""
        return DefinitionError(message, self.file, ".".join(part for part in (self.key, key) if part))

    def has(self, key: str) -> bool:
        """Whether something was written under this key, and not read yet."""
        return key in self._left

    def text(self, key: str, default: str | None = None) -> str:
        """A text; without a default it must be there."""
        value = self._left.pop(key, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self.wrong(key, "must be a text")
        return value.strip()

    def one_of(self, key: str, allowed: Iterable[str], default: str | None = None) -> str:
        """A text of a closed list."""
        value = self.text(key, default)
        if value not in (known := sorted(allowed)):
            raise self.wrong(key, f"is {value!r}, not one of {', '.join(known)}")
        return value

    def evidence(self, default: str | None = None) -> str:
        """How far the source could be read."""
        return self.one_of("evidence", EVIDENCE, default)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; empty when it is not there."""
        value = self._left.pop(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
            raise self.wrong(key, "must be a list of texts")
        return tuple(value)

    def number(self, key: str) -> Decimal | None:
        """A number in quotes; `None` when it is not there."""
        text = self.text(key, "")
        try:
            return Decimal(text) if text else None
        except InvalidOperation:
            raise self.wrong(key, f"is {text!r}, not a number in quotes") from None

    def integer(self, key: str) -> int:
        """A whole number; 0 when it is not there."""
        value = self._left.pop(key, 0)
        if type(value) is not int:
            raise self.wrong(key, "must be a whole number")
        return value

    def flag(self, key: str) -> bool:
        """True or false; false when it is not there."""
        value = self._left.pop(key, False)
        if not isinstance(value, bool):
            raise self.wrong(key, "must be true or false")
        return value

    def day(self, key: str) -> dt.date | None:
        """A date as 2005-07-22; `None` when it is empty."""
        text = self.text(key, "")
        try:
            return dt.date.fromisoformat(text) if text else None
        except ValueError:
            raise self.wrong(key, f"is {text!r}, not a date like 2005-07-22") from None

    def table(self, key: str) -> Entry:
        """A table; an empty one when it is not there."""
        return Entry(self._left.pop(key, {}), self.file, key)

    def rows(self, key: str) -> Iterator[Entry]:
        """A list of tables, each named by its id or its number."""
        value = self._left.pop(key, [])
        if not isinstance(value, list):
            raise self.wrong(key, "must be a list of tables")
        for number, item in enumerate(value, 1):
            name = item.get("id", number) if isinstance(item, Mapping) else number
            yield Entry(item, self.file, f"{key} {name}")

    def mapping(self, key: str, allowed: Iterable[str]) -> Mapping[str, str]:
        """A table of texts with known keys."""
        entry = self.table(key)
        found = {name: entry.text(name, "") for name in allowed}
        entry.finish()
        return {name: text for name, text in found.items() if text}

    def finish(self) -> None:
        """Refuse what is left over."""
        if self._left:
            raise self.wrong(", ".join(sorted(self._left)), "is not known here")
