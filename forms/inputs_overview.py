"""The inputs of a methodology at a glance: each in its group, with value, unit, origin, and where a default stands."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from forms import fieldtypes
from forms.answers import Answer, Origin
from forms.document import inputs_document
from forms.fieldpath import cell_path
from forms.inputs import applied_in, matrix_paths, value_path
from forms.quantities import format_amount

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from forms.definition import Field
    from forms.document import Reader
    from forms.methodologies.calculation import Calculation, Fault, Missing
    from forms.methodologies.model import Methodology, Parameter

CREDITING_START = "P.crediting.start"
_PURPOSES = {"baseline": "baseline emissions", "project": "project emissions", "leakage": "leakage"}


@dataclass(frozen=True)
class InputLine:
    """One input. `value` is as shown, empty when missing; `origin` is None where values of several origins stand.

    `source` says where a default or import stands; `is_needed` marks what the calculation waits for.
    """

    path: str
    name: str
    label: str
    value: str = ""
    unit: str = ""
    origin: Origin | None = None
    source: str = ""
    is_needed: bool = False

    @property
    def is_symbol(self) -> bool:
        """True when people know it by its name: a symbol of the methodology."""
        return self.path.endswith(".value")


@dataclass(frozen=True)
class InputGroup:
    """Inputs that belong together; `unused` of the group are not asked with the choices made."""

    title: str
    lines: tuple[InputLine, ...]
    unused: int = 0


@dataclass(frozen=True)
class Obstacle:
    """Why something is not calculated: what is missing or wrong, which equation needs it, and where to mend it.

    `path` begins with `P.` for a project fact; it is empty where nothing can be typed.
    """

    path: str
    name: str
    message: str
    remedy: str = ""
    is_warning: bool = False


def input_groups(read: Reader, document: str) -> tuple[InputGroup, ...]:
    """Options, sets, conditions, sources, then parameters by kind and purpose; groups of nothing are left out."""
    found = _Overview(read, document)
    groups = (found.choices(), found.sets(), found.conditions(), found.sources(), *found.parameters())
    return tuple(group for group in groups if group.lines or group.unused)


def obstacles(read: Reader, document: str) -> tuple[Obstacle, ...]:
    """What is missing first, once for each input, then faults, in the order in which they were met."""
    made = _calculation(read, document)
    if made is None:
        return ()
    missing = {(item.kind, item.symbol): item for item in reversed(made.missing)}
    lacking = [_lacking(made, item) for item in reversed(missing.values())]
    return (*lacking, *(_faulty(made, fault) for fault in made.faults))


def _calculation(read: Reader, document: str) -> Calculation | None:
    made = read.results.calculations.items()
    return next((calculation for key, calculation in made if inputs_document(key) == document), None)


def _lacking(made: Calculation, item: Missing) -> Obstacle:
    places = {"option": f"I.options.{item.symbol}", "set": f"I.sets.{item.symbol}"}
    path = CREDITING_START if _is_period(made, item) else places.get(item.kind, value_path(item.symbol))
    count = sum((other.kind, other.symbol) == (item.kind, item.symbol) for other in made.missing)
    needed = f"needed by {item.needed_by}" if item.needed_by else ""
    times = f"{count} values" if count > 1 else ""
    words = _words_of(made.methodology, item.kind, item.symbol)
    return Obstacle(path, item.symbol, "; ".join(part for part in (words, times, needed) if part))


def _is_period(made: Calculation, item: Missing) -> bool:
    index_set = made.methodology.sets_by_id.get(item.symbol) if item.kind == "set" else None
    return index_set is not None and index_set.kind == "period"


def _words_of(methodology: Methodology, kind: str, name: str) -> str:
    if kind == "option":
        option = methodology.options_by_id.get(name)
        return option.label if option else ""
    if kind == "set":
        index_set = methodology.sets_by_id.get(name)
        return index_set.label if index_set else ""
    definitions = methodology.definitions.get(name)
    return definitions[0].description if definitions else ""


def _faulty(made: Calculation, fault: Fault) -> Obstacle:
    is_input = made.methodology.parameter(fault.symbol) is not None
    name = f"{fault.symbol}[{', '.join(fault.index)}]" if fault.index else fault.symbol
    message = f"{fault.message} Equation {fault.equation_number}." if fault.equation_number else fault.message
    path = value_path(fault.symbol) if is_input else ""
    return Obstacle(path, name, message, fault.remedy, fault.severity == "warning")


class _Overview:
    def __init__(self, read: Reader, document: str) -> None:
        self._read = read
        self._document = document
        self._methodology = applied_in(read, document)
        self._made = _calculation(read, document)
        self._needed = {(item.kind, item.symbol) for item in self._made.missing} if self._made else set()

    def choices(self) -> InputGroup:
        """Options that are asked."""
        asked = [option for option in self._methodology.options if option.derived is None]
        fields = [(f"I.options.{option.id}", option.id) for option in asked]
        return self._group("Choices", fields, "option")

    def sets(self) -> InputGroup:
        """Sets whose members the user lists."""
        tables = [(f"I.sets.{item.id}", item.id) for item in self._methodology.sets]
        known = [(path, name) for path, name in tables if self._read.field(self._document, path) is not None]
        return self._group("Sets", known, "set")

    def conditions(self) -> InputGroup:
        """Each applicability condition, with its answer."""
        fields = [(f"I.conditions.{item.id}.met", item.reference or "–") for item in self._methodology.conditions]
        return self._group("Applicability conditions", fields, "condition")

    def sources(self) -> InputGroup:
        """Emission sources and gases inside the boundary or not."""
        fields = [(f"I.sources.{item.id}.included", item.gas) for item in self._methodology.sources]
        return self._group("Emission sources", fields, "source")

    def parameters(self) -> Iterator[InputGroup]:
        """Values fixed ex ante, then monitored ones, each by what they are for."""
        groups: dict[str, list[Parameter]] = {}
        for wanted in ("fixed", "ex_ante_estimate", "monitored"):
            for parameter in self._methodology.parameters:
                if parameter.kind == wanted:
                    groups.setdefault(_title(parameter), []).append(parameter)
        for title, parameters in groups.items():
            # Several parameters of a symbol stand for one another; which holds is decided by the options.
            fields = dict.fromkeys((value_path(item.symbol), item.symbol) for item in parameters)
            yield self._group(title, list(fields), "value")

    def _group(self, title: str, fields: list[tuple[str, str]], kind: str) -> InputGroup:
        used = [(path, name) for path, name in fields if self._read.state(self._document, path).relevant]
        lines = tuple(self._line(path, name, kind) for path, name in used)
        return InputGroup(title, lines, len(fields) - len(used))

    def _line(self, path: str, name: str, kind: str) -> InputLine:
        field = self._read.field(self._document, path)
        assert field is not None
        is_needed = (kind, name) in self._needed
        if field.type == "table":
            return InputLine(path, name, field.label, self._members(field), is_needed=is_needed)
        if field.indices:
            return self._matrix_line(field, name, is_needed=is_needed)
        answer = self._read.answer(self._document, path)
        if answer is None:
            return self._from_table(field, name, is_needed=is_needed)
        shown = "left blank" if answer.is_blank_on_purpose else fieldtypes.show(answer.value, field)
        unit = field.unit if isinstance(answer.value, Decimal) and field.unit != "1" else ""
        return InputLine(path, name, field.label, shown, unit, answer.origin, answer.note, is_needed)

    def _members(self, table: Field) -> str:
        keys = self._read.rows(table.path, self._document)
        names = [self._read.text(cell_path(table.path, key, "name"), self._document) for key in keys[:3]]
        more = f" and {len(keys) - 3} more" if len(keys) > 3 else ""
        return f"{', '.join(name for name in names if name)}{more}"

    def _matrix_line(self, field: Field, name: str, *, is_needed: bool) -> InputLine:
        answers = self._read.snapshot.of(self._document)
        wanted = matrix_paths(self._read, self._document, field)
        given = [answer for path in wanted if (answer := answers.get(path)) is not None]
        if not given:
            return self._from_table(field, name, is_needed=is_needed)
        origins, notes = {answer.origin for answer in given}, {answer.note for answer in given}
        unit = field.unit if field.unit != "1" else ""
        span = _span(given, field.unit)
        words = span if len(given) == len(wanted) else f"{len(given)} of {len(wanted)}: {span}"
        origin = next(iter(origins)) if len(origins) == 1 else None
        source = next(iter(notes)) if len(notes) == 1 else ""
        return InputLine(field.path, name, field.label, words, unit, origin, source, is_needed)

    def _from_table(self, field: Field, name: str, *, is_needed: bool) -> InputLine:
        """Nothing is given: the value that the calculation took from a table, or none."""
        taken = self._taken.get(name)
        if taken is None or not isinstance(taken[0], Decimal):
            return InputLine(field.path, name, field.label, is_needed=is_needed)
        unit = field.unit if field.unit != "1" else ""
        shown = format_amount(taken[0], field.unit)
        return InputLine(field.path, name, field.label, shown, unit, Origin.DEFAULT, taken[1])

    @property
    def _taken(self) -> Mapping[str, tuple[Decimal | str, str]]:
        """The first value of each symbol that came from a table or from the methodology, with its row."""
        if self._made is None:
            return {}
        entered = reversed(tuple(self._made.given.items()))
        return {symbol: (given.entered, given.source) for (symbol, _), given in entered if given.origin == "default"}


def _span(answers: list[Answer], unit: str) -> str:
    numbers = [answer.value for answer in answers if isinstance(answer.value, Decimal)]
    if not numbers:
        return f"{len(answers)} answers"
    least, most = min(numbers), max(numbers)
    first, last = format_amount(least, unit), format_amount(most, unit)
    return first if least == most else f"{first} to {last}"


def _title(parameter: Parameter) -> str:
    start = "Monitored" if parameter.kind == "monitored" else "Fixed ex ante"
    purpose = parameter.purpose.strip()
    words = _PURPOSES.get(purpose, purpose[:1].lower() + purpose[1:])
    return f"{start}, for {words}" if words else start
