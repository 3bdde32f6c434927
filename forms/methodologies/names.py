"""The names that a methodology declares, and the expressions that use them."""

from __future__ import annotations

import keyword
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from forms.errors import DefinitionError, UserError
from forms.methodologies.equations import Formula, Scope, Signature, parse
from forms.methodologies.equations.parsing import FOLDS, FUNCTIONS
from forms.methodologies.model import IndexSet, SetKind, TableDefault
from forms.quantities import DIMENSIONLESS, Unit, parse_unit
from forms.spelling import did_you_mean
from forms.tables import table

if TYPE_CHECKING:
    from forms.methodologies.entries import Entry
    from forms.methodologies.equations.nodes import Kind

_TYPES = ("number", "text", "date", "choice", "yes_no")
_TABLE_KEYS = ("table", "column", "match", "dated")
_SET_KINDS: tuple[SetKind, ...] = ("period", "years", "rows", "fixed")
_LEFT_SIDE = re.compile(r"([^\W\d]\w*)\s*(?:\[([^\[\]]*)\])?")


class Names:
    """Sets, options with their codes, and symbols; `without_unit` are symbols whose unit cannot be read."""

    def __init__(self) -> None:
        self.sets: dict[str, IndexSet] = {}
        self.options: dict[str, tuple[str, ...]] = {}
        self.symbols: dict[str, Signature] = {}
        self.without_unit: set[str] = set()

    def is_taken(self, name: str) -> bool:
        """Whether anything goes by that name."""
        return name in self.symbols or name in self.options or name in self.sets

    def declare_set(self, entry: Entry) -> IndexSet:
        """The set of an entry; names are declared first, before anything uses them."""
        set_id, kind = checked_name(entry.needed("id")), entry.needed("kind")
        if set_id in self.sets:
            raise DefinitionError("There are two sets of this id.")
        members = entry.texts("members")
        if kind == "fixed" and not members:
            raise DefinitionError("A fixed set needs members.")
        for known in _SET_KINDS:
            if kind == known:
                made = IndexSet(set_id, known, entry.text("label"), members, entry.text("letter") or set_id)
                self.sets[set_id] = made
                return made
        raise DefinitionError(f"“{kind}” is no kind of set ({', '.join(_SET_KINDS)}).")

    def declare_option(self, entry: Entry) -> None:
        """The name and codes of an option."""
        option_id = checked_name(entry.needed("id"))
        if option_id in self.options or option_id in self.sets:
            raise DefinitionError("This name is used twice.")
        codes = tuple(choice.code for choice in entry.choices())
        if not codes:
            raise DefinitionError("An option needs choices.")
        self.options[option_id] = codes

    def declare_symbol(self, entry: Entry) -> None:
        """The symbol of a parameter, equation or selection, even when its unit cannot be read."""
        symbol, indices = self._left_side(entry)
        if symbol in self.sets or symbol in self.options:
            raise DefinitionError(f"“{symbol}” is also the name of a set or an option.")
        is_number = type_of(entry) == "number"
        codes = tuple(choice.code for choice in entry.choices())
        unit, known = DIMENSIONLESS, self.symbols.get(symbol)
        try:
            unit = self._unit(entry)
        except UserError:
            self.without_unit.add(symbol)
            raise
        finally:
            if known is None:
                self.symbols[symbol] = Signature(indices, is_number, unit, codes)

    def declared(self, entry: Entry) -> tuple[str, tuple[str, ...], Unit]:
        """What an entry declares, checked against what the same symbol declares elsewhere."""
        symbol, indices = self._left_side(entry)
        if symbol not in self.symbols:
            self.declare_symbol(entry)  # says again, and aloud, why it was refused
        unit, declared = self._unit(entry), self.symbols[symbol]
        if indices != declared.indices:
            raise DefinitionError(f"“{symbol}” is declared with other indices: {list(declared.indices)}.")
        if not unit.same_as(declared.unit) and symbol not in self.without_unit:
            raise DefinitionError(f"“{symbol}” is declared in another unit elsewhere: {declared.unit}.")
        return symbol, indices, unit

    def _left_side(self, entry: Entry) -> tuple[str, tuple[str, ...]]:
        """Symbol and indices, from `BE[y]` or from the two keys."""
        text = entry.needed("symbol")
        found = _LEFT_SIDE.fullmatch(text)
        if found is None:
            raise DefinitionError(f"“{text}” is no symbol such as BE or BE[y].")
        inside = tuple(part.strip() for part in (found[2] or "").split(",") if part.strip())
        indices = inside or entry.texts("indices")
        for index in indices:
            if index not in self.sets:
                raise DefinitionError(f"The set “{index}” is not declared." + did_you_mean(index, self.sets))
        if len(set(indices)) != len(indices):
            raise DefinitionError("A symbol cannot have the same index twice.")
        return checked_name(found[1]), indices

    def _unit(self, entry: Entry) -> Unit:
        return parse_unit(entry.text("unit") or ("1" if type_of(entry) != "number" else ""))

    def formula(self, text: str, indices: tuple[str, ...] = (), kinds: tuple[Kind, ...] = ("number",)) -> Formula:
        """An expression over all names."""
        return parse(text, Scope(self.symbols, self.sets, self.options), indices=indices, kinds=kinds)

    def option_formula(self, text: str, kind: Kind) -> Formula:
        """An expression over the options alone."""
        return parse(text, Scope(options=self.options), kinds=(kind,))

    def condition(self, entry: Entry, key: str = "when") -> Formula | None:
        """A condition over the options, None when there is none."""
        text = entry.text(key)
        return self.option_formula(text, "truth") if text else None

    def table_default(self, entry: Entry, indices: tuple[str, ...]) -> TableDefault | None:
        """Where the default of a parameter stands in a table; None when it is in none."""
        data = entry.table("default_table")
        if data is None:
            return None
        if unknown := [key for key in data if key not in _TABLE_KEYS]:
            raise DefinitionError(f"The key “{unknown[0]}” is not known in default_table ({', '.join(_TABLE_KEYS)}).")
        name, column, match = str(data.get("table", "")), str(data.get("column", "")), data.get("match")
        if not isinstance(match, Mapping) or not match:
            raise DefinitionError("default_table needs “match”: what decides on the row.")
        is_dated = data.get("dated") is True
        known = list(table(name)[0])
        for wanted in (column, *match, *(("in_force_from", "in_force_to") if is_dated else ())):
            if wanted not in known:
                raise DefinitionError(f"The table {name} has no column “{wanted}”." + did_you_mean(wanted, known))
        formulas = {str(key): self.formula(str(text), indices, ("number", "text")) for key, text in match.items()}
        return TableDefault(name, column, formulas, is_dated)

    def column(self, text: str, indices: tuple[str, ...]) -> Formula:
        """An input of a selection: an expression, or the bare name of a symbol over the same set."""
        signature = self.symbols.get(text)
        if signature is not None and signature.indices == indices:
            text = f"{text}[{', '.join(indices)}]"
        return self.formula(text, indices, ("number", "text"))


def type_of(entry: Entry) -> str:
    """The type of a parameter; `text = true` is the short form of words."""
    sort = entry.text("type") or ("text" if entry.flag("text", default=False) else "number")
    if sort not in _TYPES:
        raise DefinitionError(f"“{sort}” is no type of parameter ({', '.join(_TYPES)}).")
    return sort


def checked_name(text: str) -> str:
    """The text itself, if it can be a name.

    Raises:
        DefinitionError: it is none, or a word of the equation language.
    """
    if not text.isidentifier():
        raise DefinitionError(f"“{text}” is no name: use letters, digits and _, beginning with a letter.")
    if keyword.iskeyword(text) or text in FOLDS or text in FUNCTIONS:
        raise DefinitionError(f"“{text}” is a word of the equation language; write {text}_ instead.")
    return text
