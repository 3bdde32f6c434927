"""Where each value stands: a block of cells a symbol, with the members of its sets beside and above."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from forms.document import SPECIFIC
from forms.methodologies.model import Definition, Equation, Index, Parameter, Selection
from forms.methodologies.references import references

if TYPE_CHECKING:
    from collections.abc import Callable

    from forms.methodologies.calculation import Calculation
    from reports.workbook.cells import Place

Key = tuple[str, Index]
# A set of names stands across only when it is short and the symbol has another index.
_MOST_ACROSS = 12


@dataclass(frozen=True)
class InputNote:
    """What the project says about an input: origin with its mark, source, and what else is to be known."""

    origin: str
    source: str
    note: str


@dataclass(frozen=True)
class Part:
    """A methodology applied, calculated. `describe` is asked about each input by symbol and index."""

    calculation: Calculation
    describe: Callable[[str, Index], InputNote]


@dataclass(frozen=True)
class Block:
    """The cells of one symbol: `rows` by the members of `sets`, `columns` by those of `across` (or one column)."""

    symbol: str
    sets: tuple[str, ...]
    across: str
    rows: tuple[Index, ...]
    columns: tuple[str, ...]
    present: frozenset[Index]

    def index(self, row: Index, column: str) -> Index:
        """The index of a cell."""
        return (*row, column) if self.across else row

    @property
    def keys(self) -> tuple[Key, ...]:
        """Symbol and index of every cell that holds something."""
        all_indices = (self.index(row, column) for row in self.rows for column in self.columns)
        return tuple((self.symbol, index) for index in all_indices if index in self.present)


@dataclass
class Where:
    """Where the values of one methodology stand, filled in while sheets are laid out."""

    calculation: Calculation
    places: dict[Key, Place] = field(default_factory=dict)
    names: dict[Key, str] = field(default_factory=dict)
    members: dict[tuple[str, str], Place] = field(default_factory=dict)
    # Annual inputs that are given once stand in one cell for all years.
    general: dict[Key, Key] = field(default_factory=dict)

    def place(self, key: Key) -> Place | None:
        """The cell of a value; None when it has none."""
        return self.places.get(self.general.get(key, key))

    def reference(self, key: Key, sheet: str) -> str:
        """How a formula on a sheet refers to a value: by name where it has one."""
        key = self.general.get(key, key)
        return self.names.get(key) or self.places[key].seen_from(sheet)


def block_of(symbol: str, sets: Sequence[str], present: Collection[Index], calculation: Calculation) -> Block:
    """Lay out the cells of a symbol at the indices that are present."""
    orders = [_ordered(set_id, at, present, calculation) for at, set_id in enumerate(sets)]
    across = _set_across(sets, orders, calculation)
    outer = len(sets) - 1 if across else len(sets)
    ranks = [{member: rank for rank, member in enumerate(order)} for order in orders]
    rows = sorted({index[:outer] for index in present}, key=lambda row: [ranks[at][key] for at, key in enumerate(row)])
    columns = orders[-1] if across else ("",)
    return Block(symbol, tuple(sets[:outer]), across, tuple(rows), columns, frozenset(present))


def _ordered(set_id: str, at: int, present: Collection[Index], calculation: Calculation) -> tuple[str, ...]:
    """Members of a set; before them those outside it, such as the year before the first."""
    members = calculation.members(set_id)
    others = {index[at] for index in present} - set(members)
    return (*sorted(others), *members)


def _set_across(sets: Sequence[str], orders: Sequence[Sequence[str]], calculation: Calculation) -> str:
    if not sets:
        return ""
    last = calculation.methodology.sets_by_id[sets[-1]]
    is_short = len(sets) > 1 and len(orders[-1]) <= _MOST_ACROSS
    return last.id if last.is_numeric or is_short else ""


def input_blocks(where: Where) -> tuple[Block, ...]:
    """The inputs as they were given; one value for all years where one was given."""
    calculation = where.calculation
    by_symbol: dict[str, list[Index]] = {}
    for symbol, index in calculation.given:
        by_symbol.setdefault(symbol, []).append(index)
    return tuple(_input_block(symbol, by_symbol[symbol], where) for symbol in _in_order(by_symbol, calculation))


def _in_order(symbols: Collection[str], calculation: Calculation) -> tuple[str, ...]:
    """As the methodology lists them."""
    methodology = calculation.methodology
    listed: tuple[Definition, ...] = (*methodology.parameters, *methodology.equations)
    return tuple(dict.fromkeys(entry.symbol for entry in listed if entry.symbol in symbols))


def _input_block(symbol: str, indices: Sequence[Index], where: Where) -> Block:
    calculation = where.calculation
    sets = calculation.methodology.indices_of(symbol)
    kept = tuple(at for at, name in enumerate(sets) if calculation.methodology.sets_by_id[name].kind != "period")
    is_parameter = isinstance(calculation.definition(symbol), Parameter)
    if len(kept) == len(sets) or not is_parameter or _is_given_by_period(symbol, indices, calculation):
        return block_of(symbol, sets, indices, calculation)
    general = {index: tuple(index[at] for at in kept) for index in indices}
    where.general.update({(symbol, index): (symbol, shorter) for index, shorter in general.items()})
    return block_of(symbol, [sets[at] for at in kept], tuple(dict.fromkeys(general.values())), calculation)


def _is_given_by_period(symbol: str, indices: Sequence[Index], calculation: Calculation) -> bool:
    """Whether there is more than one value for all periods: given by year, or in tables that go by dates."""
    given = calculation.inputs.values.get(symbol, {})
    return any(index in given or calculation.given[symbol, index].source for index in indices)


def result_blocks(calculation: Calculation, origin: str) -> tuple[Block, ...]:
    """What is calculated by the equations of one origin (methodology or tool), in the methodology's order."""
    keys = _calculated(calculation)
    found: list[Block] = []
    for symbol, indices in keys.items():
        definition = calculation.definition(symbol)
        if isinstance(definition, Equation) and str(definition.origin) == origin:
            found.append(block_of(symbol, definition.indices, indices, calculation))
    return tuple(found)


def origins(calculation: Calculation) -> tuple[str, ...]:
    """Methodology and tools whose equations were used, in the methodology's order."""
    definitions = (calculation.definition(symbol) for symbol in _calculated(calculation))
    return tuple(dict.fromkeys(str(entry.origin) for entry in definitions if isinstance(entry, Equation)))


def spoken(origin: str) -> str:
    """An origin as people call it."""
    return "Approach of the project" if origin.partition(" ")[0] == SPECIFIC else origin


def selection_blocks(calculation: Calculation) -> tuple[Block, ...]:
    """What registered functions select."""
    return tuple(
        block_of(symbol, calculation.methodology.indices_of(symbol), tuple(values), calculation)
        for symbol, values in calculation.values.items()
        if isinstance(calculation.definition(symbol), Selection)
    )


def _calculated(calculation: Calculation) -> Mapping[str, Collection[Index]]:
    """Indices by symbol of what was calculated, and of what is needed and could not be."""
    lacking = _lacking(calculation)
    found: dict[str, dict[Index, None]] = {}
    for equation in calculation.methodology.equations:
        if calculation.definition(equation.symbol) is equation:
            indices = [*calculation.values.get(equation.symbol, {}), *lacking.get(equation.symbol, ())]
            if indices:
                found[equation.symbol] = dict.fromkeys(indices)
    return found


def _lacking(calculation: Calculation) -> Mapping[str, Collection[Index]]:
    """Results, and what they rest on, that have no value because something is missing or at fault."""
    waiting = [key for key in result_keys(calculation) if calculation.value(*key) is None]
    found: dict[str, dict[Index, None]] = {}
    while waiting:
        symbol, index = waiting.pop()
        definition = calculation.definition(symbol)
        if (
            not isinstance(definition, Equation)
            or index in found.get(symbol, {})
            or _is_outside(definition, index, calculation)
        ):
            continue
        found.setdefault(symbol, {})[index] = None
        below = references(definition.formula, index, calculation.run)
        waiting.extend(key for key in below if calculation.value(*key) is None)
    return found


def _is_outside(equation: Equation, index: Index, calculation: Calculation) -> bool:
    return any(key not in calculation.members(name) for name, key in zip(equation.indices, index, strict=True))


def result_keys(calculation: Calculation) -> tuple[Key, ...]:
    """Symbol and index of each cell of the table of reductions."""
    known = [name for name in calculation.methodology.results.symbols if name in calculation.methodology.definitions]
    return tuple(
        dict.fromkeys(
            (symbol, (period.label,) if calculation.methodology.indices_of(symbol) else ())
            for symbol in known
            for period in calculation.inputs.periods
        )
    )
