"""Typed access to the tables of a methodology's data; what is missing, of the wrong type or unknown is named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation

from forms.errors import DefinitionError
from forms.methodologies.model import Choice
from forms.spelling import did_you_mean

Data = Mapping[str, object]


def _keys(text: str) -> frozenset[str]:
    return frozenset(text.split())


HEAD_KEYS = _keys(
    "code version kind title scopes scale in_force_from in_force_to source evidence results"
    " set option condition parameter emission_source call equation selection"
)
_COMMON = "symbol indices unit description when reference"
ENTRY_KEYS: Mapping[str, frozenset[str]] = {
    "set": _keys("id kind label members letter"),
    "option": _keys("id label default source choices when"),
    "condition": _keys("id text reference when requires"),
    "parameter": _keys(
        f"{_COMMON} annual source kind default default_source required minimum maximum purpose method equipment"
        " frequency qa_qc comment type text choices default_table initial"
    ),
    "emission_source": _keys("id scenario source gas included justification when terms"),
    "call": _keys("tool id inputs outputs options when"),
    "equation": _keys(f"{_COMMON} number expression erratum initial"),
    "selection": _keys(f"{_COMMON} number function inputs"),
}


class Entry:
    """One table of the data. Every method raises DefinitionError when the value is not what it should be."""

    def __init__(self, data: Data, table: str) -> None:
        self._data = data
        unknown = [key for key in data if key not in ENTRY_KEYS[table]]
        if unknown:
            hint = did_you_mean(unknown[0], ENTRY_KEYS[table], most=1)
            raise DefinitionError(f"The key “{unknown[0]}” is not known here.{hint}")

    def text(self, key: str, default: str = "") -> str:
        """A text, trimmed; whole numbers and decimals are taken as written."""
        value = self._data.get(key, default)
        if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
            raise DefinitionError(f"“{key}” must be a text in quotes.")
        return str(value).strip()

    def needed(self, key: str) -> str:
        """A text that must not be empty."""
        value = self.text(key)
        if not value:
            raise DefinitionError(f"“{key}” is missing.")
        return value

    def number(self, key: str) -> str:
        """A decimal number as text, or nothing."""
        value = self.text(key)
        if value:
            check_number(value, key)
        return value

    def flag(self, key: str, *, default: bool) -> bool:
        """True or false; the words true, false, yes and no also count."""
        value = self._data.get(key, default)
        if isinstance(value, bool):
            return value
        word = str(value).strip().lower()
        if word not in ("true", "false", "yes", "no", ""):
            raise DefinitionError(f"“{key}” must be true or false.")
        return word in ("true", "yes") if word else default

    def is_flag(self, key: str) -> bool:
        """Whether the value is true or false rather than an expression."""
        value = self._data.get(key, True)
        return isinstance(value, bool) or str(value).strip().lower() in ("true", "false", "yes", "no", "")

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, or one text with commas."""
        value = self._data.get(key, ())
        parts = value.split(",") if isinstance(value, str) else value
        if not isinstance(parts, Sequence):
            raise DefinitionError(f"“{key}” must be a list of texts.")
        return tuple(str(part).strip() for part in parts if str(part).strip())

    def mapping(self, key: str) -> dict[str, str]:
        """A table of texts."""
        value = self._data.get(key, {})
        if not isinstance(value, Mapping):
            raise DefinitionError(f"“{key}” must be a table.")
        return {str(name): str(text).strip() for name, text in value.items()}

    def table(self, key: str) -> Data | None:
        """A table of anything, None when it is not there."""
        value = self._data.get(key)
        if value is not None and not isinstance(value, Mapping):
            raise DefinitionError(f"“{key}” must be a table.")
        return value

    def choices(self) -> tuple[Choice, ...]:
        """The entries of `choices`, each with a code and a label."""
        value = self._data.get("choices", ())
        if not isinstance(value, Sequence) or isinstance(value, str):
            raise DefinitionError("“choices” must be a list.")
        return tuple(_choice(entry) for entry in value)


def check_number(text: str, key: str) -> None:
    """Refuse a text that is no decimal number."""
    try:
        finite = Decimal(text).is_finite()
    except InvalidOperation:
        finite = False
    if not finite:
        raise DefinitionError(f"“{key}” is “{text}”, which is not a number. Write it with a decimal point.")


def _choice(entry: object) -> Choice:
    if isinstance(entry, Mapping) and isinstance(entry.get("code"), str):
        return Choice(entry["code"], str(entry.get("label", entry["code"])))
    raise DefinitionError("A choice needs a code and a label.")


def place_of(table: str, entry: Data, position: int) -> str:
    """How an error names an entry: `equation BE[y] (7)`, `parameter EG`, `option 3`."""
    name = entry.get("symbol") or entry.get("id") or entry.get("tool") or position
    number = f" {entry['number']}" if entry.get("number") else ""
    return f"{table} {name}{number}"
