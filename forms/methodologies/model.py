"""What a methodology version says, as values: sets, options, parameters, equations and what goes with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from forms.methodologies.calculation.plan import Plan
    from forms.methodologies.equations import Formula
    from forms.quantities import Unit

# Beyond thirty powers of ten there is no quantity: the Earth's atmosphere weighs 5e15 tonnes.
MOST_POWERS_OF_TEN = 30

Index = tuple[str, ...]
SetKind = Literal["period", "years", "rows", "fixed"]


def is_a_quantity(value: Decimal) -> bool:
    """False for NaN, infinity and numbers of absurd size, which would only stall the calculation."""
    return value.is_finite() and (-MOST_POWERS_OF_TEN <= value.adjusted() <= MOST_POWERS_OF_TEN or value.is_zero())


@dataclass(frozen=True)
class Origin:
    """The text an entry comes from: the methodology itself, or a tool it calls, and how well that was read."""

    code: str
    version: str
    title: str = ""
    evidence: str = ""

    def __str__(self) -> str:
        return f"{self.code} v{self.version}" if self.version else self.code


@dataclass(frozen=True)
class IndexSet:
    """A set that indexes symbols.

    `period` members are the rows of the crediting period, `years` are year numbers the user lists, `rows` are names
    the user lists, `fixed` are names that the methodology lists. `letter` is the index in print.
    """

    id: str
    kind: SetKind
    label: str = ""
    members: tuple[str, ...] = ()
    letter: str = ""

    @property
    def is_numeric(self) -> bool:
        """True when members are year numbers that can be subtracted and compared."""
        return self.kind in {"period", "years"}


@dataclass(frozen=True)
class Choice:
    """One way an option or a worded parameter can be answered."""

    code: str
    label: str


@dataclass(frozen=True)
class Option:
    """A choice the methodology leaves open; equations say `when` they are in force.

    `derived` is set for an option of a tool that the calling methodology decides by an expression over its own options.
    """

    id: str
    label: str
    choices: tuple[Choice, ...]
    default: str = ""
    source: str = ""
    when: Formula | None = None
    derived: Formula | None = None
    origin: Origin = field(default_factory=lambda: Origin("", ""))


@dataclass(frozen=True)
class Condition:
    """An applicability condition; `requires` is the part of it that a calculation can test."""

    id: str
    text: str
    reference: str = ""
    when: Formula | None = None
    requires: Formula | None = None
    origin: Origin = field(default_factory=lambda: Origin("", ""))


@dataclass(frozen=True)
class EmissionSource:
    """A row of the table of the project boundary (B.3)."""

    id: str
    scenario: str
    source: str
    gas: str
    included: bool = True
    justification: str = ""
    when: Formula | None = None
    terms: tuple[str, ...] = ()
    origin: Origin = field(default_factory=lambda: Origin("", ""))


@dataclass(frozen=True)
class TableDefault:
    """Where a default stands in a table that ships: `column` of the one row whose columns are what `match` gives.

    With `is_dated`, the rows have `in_force_from` and `in_force_to`, and the period decides.
    """

    table: str
    column: str
    match: Mapping[str, Formula] = field(default_factory=dict)
    is_dated: bool = False


@dataclass(frozen=True)
class Parameter:
    """An input: everything that B.6.2 or B.7.1 prints about it, and how it enters the equations.

    With `annual`, the user gives an amount a year and `unit` is that of the amount in a period; see `input_unit`.
    `type` is "number", or "text", "date", "choice", "yes_no" for words per row, which are compared but not counted.
    `initial` is the value for an index outside its set, such as the year before the first.
    """

    symbol: str
    indices: tuple[str, ...]
    unit: Unit
    description: str = ""
    source: str = ""
    kind: str = "fixed"
    type: str = "number"
    choices: tuple[Choice, ...] = ()
    annual: bool = False
    default: str = ""
    default_source: str = ""
    default_table: TableDefault | None = None
    initial: str = ""
    required: bool | Formula = True
    when: Formula | None = None
    minimum: str = ""
    maximum: str = ""
    purpose: str = ""
    method: str = ""
    equipment: str = ""
    frequency: str = ""
    qa_qc: str = ""
    comment: str = ""
    reference: str = ""
    origin: Origin = field(default_factory=lambda: Origin("", ""))

    @property
    def is_number(self) -> bool:
        """False for words, dates and choices."""
        return self.type == "number"

    @cached_property
    def limits(self) -> tuple[Decimal | None, Decimal | None]:
        """The least and the greatest value that is not warned of; None where there is none."""
        least, most = (Decimal(text) if text else None for text in (self.minimum, self.maximum))
        return least, most

    def takes(self, value: Decimal) -> bool:
        """Whether there is no question about a value: a number is asked for, and it is a quantity within the limits."""
        least, most = self.limits
        return (
            self.is_number
            and is_a_quantity(value)
            and (least is None or value >= least)
            and (most is None or value <= most)
        )

    @property
    def input_unit(self) -> str:
        """The unit in which the user gives the value: a year's amount for annual parameters."""
        return f"{self.unit}/yr" if self.annual else str(self.unit)


@dataclass(frozen=True)
class Equation:
    """A numbered equation: `symbol` over `indices`, in `unit`, as one expression with all its uses."""

    symbol: str
    indices: tuple[str, ...]
    unit: Unit
    formula: Formula
    number: str = ""
    description: str = ""
    when: Formula | None = None
    reference: str = ""
    erratum: str = ""
    initial: str = ""
    origin: Origin = field(default_factory=lambda: Origin("", ""))

    @property
    def expression(self) -> str:
        """The right-hand side as written."""
        return self.formula.source


@dataclass(frozen=True)
class Selection:
    """A membership parameter (1 or 0 a row) that a registered function decides; see `selections`.

    `inputs` gives the function's named arguments as expressions, one value a row or one for all.
    """

    symbol: str
    indices: tuple[str, ...]
    function: str
    inputs: Mapping[str, Formula]
    unit: Unit
    description: str = ""
    when: Formula | None = None
    reference: str = ""
    number: str = ""
    origin: Origin = field(default_factory=lambda: Origin("", ""))


@dataclass(frozen=True)
class ToolCall:
    """A tool that the methodology refers to, with its inputs bound; its equations are joined to the methodology's."""

    id: str
    origin: Origin
    inputs: Mapping[str, str] = field(default_factory=dict)
    outputs: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, str] = field(default_factory=dict)
    when: Formula | None = None

    @property
    def tool(self) -> str:
        """Code and version of the tool, such as `TOOL07:07.0`."""
        return f"{self.origin.code}:{self.origin.version}"


@dataclass(frozen=True)
class Results:
    """Which symbols are the four columns of the table of reductions; empty when there is none."""

    baseline: str = ""
    project: str = ""
    leakage: str = ""
    reductions: str = ""

    @property
    def symbols(self) -> tuple[str, ...]:
        """The symbols that are named, in the order of the columns."""
        return tuple(name for name in (self.baseline, self.project, self.leakage, self.reductions) if name)


Definition = Parameter | Equation | Selection


@dataclass(frozen=True)
class Methodology:
    """One version of a methodology or tool, with the tools it calls already joined in."""

    code: str
    version: str
    title: str = ""
    kind: str = "methodology"
    scopes: tuple[int, ...] = ()
    scale: tuple[str, ...] = ()
    in_force_from: str = ""
    in_force_to: str = ""
    source: str = ""
    evidence: str = "unverified"
    sets: tuple[IndexSet, ...] = ()
    options: tuple[Option, ...] = ()
    # Options of tools that this methodology decides itself; nobody is asked for them.
    derived_options: tuple[Option, ...] = ()
    conditions: tuple[Condition, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    sources: tuple[EmissionSource, ...] = ()
    calls: tuple[ToolCall, ...] = ()
    equations: tuple[Equation, ...] = ()
    selections: tuple[Selection, ...] = ()
    results: Results = Results()

    @property
    def id(self) -> str:
        """Code and version, as `cerulean calculate --methodology` takes them."""
        return f"{self.code}:{self.version}"

    @cached_property
    def definitions(self) -> Mapping[str, tuple[Definition, ...]]:
        """All that defines each symbol; options decide which one is in force."""
        found: dict[str, tuple[Definition, ...]] = {}
        every: tuple[Definition, ...] = (*self.equations, *self.selections, *self.parameters)
        for definition in every:
            found[definition.symbol] = (*found.get(definition.symbol, ()), definition)
        return found

    @cached_property
    def plans(self) -> dict[Index, Plan]:
        """What was decided for options that were chosen; see `calculation.plan`."""
        return {}

    @cached_property
    def sets_by_id(self) -> Mapping[str, IndexSet]:
        """Index sets by id."""
        return {index_set.id: index_set for index_set in self.sets}

    @cached_property
    def options_by_id(self) -> Mapping[str, Option]:
        """Options by id, those that are derived from others included."""
        return {option.id: option for option in (*self.options, *self.derived_options)}

    def indices_of(self, symbol: str) -> tuple[str, ...]:
        """The sets that index a symbol."""
        return self.definitions[symbol][0].indices

    def unit_of(self, symbol: str) -> Unit:
        """The unit in which a symbol is calculated."""
        return self.definitions[symbol][0].unit

    def parameter(self, symbol: str) -> Parameter | None:
        """The first parameter of that symbol, None if there is none."""
        return next((parameter for parameter in self.parameters if parameter.symbol == symbol), None)

    def equations_of(self, symbol: str) -> tuple[Equation, ...]:
        """Every equation that defines a symbol under some option."""
        return tuple(equation for equation in self.equations if equation.symbol == symbol)
