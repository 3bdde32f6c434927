"""Takes in the values that are given: chosen by index, checked, and cut to the part of a year."""

from __future__ import annotations

import datetime as dt
import itertools
import math
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from forms.methodologies.calculation.findings import Fault, Findings
from forms.methodologies.calculation.tables import NoRow, value_from_table
from forms.methodologies.equations import Blocked
from forms.methodologies.model import Parameter, is_a_quantity
from forms.quantities import CALENDAR_YEAR, format_amount

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from forms.methodologies.calculation.inputs import Inputs, InputValue, Key
    from forms.methodologies.calculation.sets import Sets
    from forms.methodologies.equations import Surroundings
    from forms.methodologies.model import Equation, Index, Methodology
    from forms.periods import Period

_WHOLE = Fraction(1)
# Values that nothing may need are taken in only where they are given one by one, or are no more than this.
MOST_SPARE_INPUTS = 5_000


class Given(NamedTuple):
    """An input value as it entered: after default and part of the year; `entered` is what was given, per year.

    `source` names the printed row of a default that was taken from a table.
    """

    value: Decimal | str
    origin: str
    entered: Decimal | str
    fraction: Fraction = _WHOLE
    source: str = ""


def part_of_year(period: Period) -> Fraction:
    """The exact part of a year that a period holds: 1/3 for four months, 122/365 for odd dates."""
    return _WHOLE if period.fraction == 1 else _part(period.fraction)


@lru_cache(maxsize=1024)
def _part(fraction: Decimal) -> Fraction:
    return Fraction(fraction).limit_denominator(366)


class Entered(Mapping["Key", Given]):
    """Given values by symbol and index, looked up in the columns of the symbols."""

    def __init__(self, by_symbol: Mapping[str, Mapping[Index, Given]]) -> None:
        self._by_symbol = by_symbol

    def __getitem__(self, key: Key) -> Given:
        symbol, index = key
        return self._by_symbol[symbol][index]

    def __iter__(self) -> Iterator[Key]:
        return ((symbol, index) for symbol, cells in self._by_symbol.items() for index in cells)

    def __len__(self) -> int:
        return sum(map(len, self._by_symbol.values()))

    def __repr__(self) -> str:
        return f"Entered({len(self)} values)"


class Intake:
    """The given values of one calculation; `given` has those that entered, by symbol."""

    def __init__(self, methodology: Methodology, inputs: Inputs, findings: Findings) -> None:
        self.given: dict[str, dict[Index, Given]] = {}
        self._inputs = inputs
        self._findings = findings
        self._periods = {period.label: period for period in inputs.periods}
        self._shares: dict[str, Fraction] = {"": _WHOLE}
        self._periods_at: dict[Index, int | None] = {}
        self._period_sets = {entry.id for entry in methodology.sets if entry.kind == "period"}

    def entered(self) -> Entered:
        """All values that entered, by symbol and index."""
        return Entered(self.given)

    def can_be_had(self, parameter: Parameter) -> bool:
        """Whether there is any value for it at all."""
        return bool(self._inputs.values.get(parameter.symbol) or parameter.default or parameter.default_table)

    def value(self, parameter: Parameter, index: Index, surroundings: Surroundings) -> Decimal | str:
        """The value of a parameter as it enters: the one given, or its default, or the row of its table.

        Raises:
            Blocked: there is none, or it cannot be used.
        """
        one = self._entering(parameter, index, self._place(parameter, index), surroundings)
        self.given.setdefault(parameter.symbol, {})[index] = one
        return one.value

    def values(
        self, parameter: Parameter, members: Sequence[Sequence[str]], surroundings: Surroundings
    ) -> dict[Index, Given]:
        """All values that enter without a question, at the members of the sets of a parameter; not noted as given.

        A value that holds in all periods is looked at once for all that are equally long.
        """
        listed: Mapping[Index, InputValue] = self._inputs.values.get(parameter.symbol, {})
        indices: Iterable[Index] = itertools.product(*members)
        if math.prod(map(len, members)) > MOST_SPARE_INPUTS:
            indices = (index for index in indices if index in listed)
        period, is_annual, takes = self._period_at(parameter), parameter.annual, parameter.takes
        origins = self._inputs.origins.get(parameter.symbol, {})
        everywhere = origins.get(()) or "typed"
        found: dict[Index, Given] = {}
        shared: dict[tuple[Index, int], Given | None] = {}
        one: Given | None
        for index in indices:
            given = listed.get(index)
            # The greater part by far: looked at here, and not in the calls below, which come to the same.
            if isinstance(given, Decimal) and not is_annual and takes(given):
                one = Given(given, origins.get(index) or everywhere, given)
            elif period is None or given is not None:
                one = self.unquestioned(parameter, index, index, surroundings)
            elif parameter.default_table is not None:
                one = self.unquestioned(parameter, index, self._place(parameter, index), surroundings)
            else:
                at = (*index[:period], *index[period + 1 :])
                sort = at, id(self._share(index[period])) if is_annual else 0
                if sort not in shared:
                    shared[sort] = self.unquestioned(parameter, index, at, surroundings)
                one = shared[sort]
            if one is not None:
                found[index] = one
        return found

    def is_given_by_index(self, parameter: Parameter) -> bool:
        """Whether each value stands for its own index alone: not for every year, nor as the row of a table."""
        return self._period_at(parameter) is None and parameter.default_table is None

    def unquestioned(self, parameter: Parameter, index: Index, at: Index, surroundings: Surroundings) -> Given | None:
        """The value that is given `at` an index, or for all periods, as it enters; None where it raises a question."""
        given = self._inputs.values.get(parameter.symbol, {}).get(at)
        if isinstance(given, Decimal) and parameter.takes(given):
            return self._in_period(parameter, index, given, self._origin(parameter, at))
        self._findings.was_asked = False
        try:
            one = self._entering(parameter, index, at, surroundings)
        except Blocked:
            return None
        return None if self._findings.was_asked else one

    def _in_period(
        self, parameter: Parameter, index: Index, entered: Decimal | str, origin: str, source: str = ""
    ) -> Given:
        """What was given, cut to the part of the year that the period of the index holds."""
        if not parameter.annual or not isinstance(entered, Decimal):
            return Given(entered, origin, entered, _WHOLE, source)
        share = self._share(self._label(parameter, index))
        value = entered if share is _WHOLE else entered * share.numerator / share.denominator
        return Given(value, origin, entered, share, source)

    def _entering(self, parameter: Parameter, index: Index, at: Index, surroundings: Surroundings) -> Given:
        """The value for an index, given `at` that index or for all periods."""
        given = self._inputs.values.get(parameter.symbol, {}).get(at)
        source = ""
        if given is not None:
            entered, origin = self._checked(parameter, index, given, is_default=False), self._origin(parameter, at)
        elif parameter.default_table is not None:
            row, source = self._from_table(parameter, index, surroundings)
            entered, origin = self._checked(parameter, index, row, is_default=False), "default"
        elif parameter.default:
            entered, origin = self._checked(parameter, index, parameter.default, is_default=True), "default"
        else:
            raise self._findings.miss(parameter.symbol, index)
        return self._in_period(parameter, index, entered, origin, source)

    def _from_table(self, parameter: Parameter, index: Index, surroundings: Surroundings) -> tuple[Decimal, str]:
        label = self._label(parameter, index)
        spans = [self._periods[label]] if label in self._periods else list(self._inputs.periods)
        try:
            return value_from_table(parameter, index, surroundings, spans)
        except NoRow as missing:
            remedy = f"Give {parameter.symbol} with its source."
            raise self._findings.fault(parameter.symbol, index, str(missing), remedy, kind="input") from None

    def start_value(self, definition: Parameter | Equation, index: Index, sets: Sets) -> Decimal | str:
        """The value for an index before the first, as in X[y-1]: given for just that index, or declared as `initial`.

        The value that holds in every period is not taken: it says nothing of what lies outside.

        Raises:
            Blocked: there is none.
        """
        symbol, outside = definition.symbol, sets.outside(definition.indices, index)
        for set_id in outside:
            sets.members(set_id)
        given = self._inputs.values.get(symbol, {}).get(index)
        if given is None and definition.initial:
            initial = Decimal(definition.initial)
            self.given.setdefault(symbol, {})[index] = Given(initial, "initial", initial)
            return initial
        if given is None and isinstance(definition, Parameter):
            raise self._findings.fault(symbol, index, *_outside_words(definition, outside, sets), kind="undefined")
        if given is None or (not isinstance(definition, Parameter) and not isinstance(given, Decimal)):
            raise self._findings.miss(symbol, index)
        value: Decimal | str = given if isinstance(given, Decimal) else ""
        if isinstance(definition, Parameter):
            value = self._checked(definition, index, given, is_default=False)
        self.given.setdefault(symbol, {})[index] = Given(value, self._origin(definition, index), value)
        return value

    def _place(self, parameter: Parameter, index: Index) -> Index:
        """The index at which a value is given: just that one, or without the period where it holds in all of them."""
        period = self._period_at(parameter)
        if period is None or index in self._inputs.values.get(parameter.symbol, ()):
            return index
        return (*index[:period], *index[period + 1 :])

    def _period_at(self, parameter: Parameter) -> int | None:
        """Which index is the crediting period; None when none is."""
        indices = parameter.indices
        if indices not in self._periods_at:
            places = (at for at, set_id in enumerate(indices) if set_id in self._period_sets)
            self._periods_at[indices] = next(places, None)
        return self._periods_at[indices]

    def _label(self, parameter: Parameter, index: Index) -> str:
        period = self._period_at(parameter)
        return "" if period is None else index[period]

    def _origin(self, definition: Parameter | Equation, index: Index) -> str:
        origins = self._inputs.origins.get(definition.symbol)
        return (origins.get(index) or origins.get(()) or "typed") if origins else "typed"

    def _checked(self, parameter: Parameter, index: Index, given: InputValue, *, is_default: bool) -> Decimal | str:
        if not parameter.is_number:
            return self._checked_text(parameter, index, given)
        if (is_default and isinstance(given, str)) or (isinstance(given, int) and not isinstance(given, bool)):
            given = Decimal(given)
        if isinstance(given, Decimal) and is_a_quantity(given):
            self._check_range(parameter, index, given)
            return given
        if not isinstance(given, Decimal) or not given.is_finite():
            message = f"“{given}” stands where a number is needed."
            wanted = parameter.input_unit
            remedy = "Give a year, such as 2013." if wanted == CALENDAR_YEAR else f"Give a number in {wanted}."
            raise self._findings.fault(parameter.symbol, index, message, remedy, kind="input")
        message, remedy = f"{given:.6g} is too large or too small to be a quantity.", "Check the exponent."
        raise self._findings.fault(parameter.symbol, index, message, remedy, kind="input")

    def _checked_text(self, parameter: Parameter, index: Index, given: InputValue) -> str:
        text = given.isoformat() if isinstance(given, dt.date) else str(given).strip()
        codes = [choice.code for choice in parameter.choices]
        if codes and text not in codes:
            remedy = f"Choose one of {', '.join(codes)}."
            raise self._findings.fault(
                parameter.symbol, index, f"“{text}” is none of the choices.", remedy, kind="input"
            )
        return text

    def _check_range(self, parameter: Parameter, index: Index, value: Decimal) -> None:
        least, most = parameter.limits
        if least is not None and value < least:
            beyond = f"below the limit of {parameter.minimum}"
        elif most is not None and value > most:
            beyond = f"above the limit of {parameter.maximum}"
        else:
            return
        wanted = parameter.input_unit
        unit = f" {wanted}" if wanted not in {"1", CALENDAR_YEAR} else ""
        message, remedy = f"{format_amount(value, wanted)}{unit} is {beyond}{unit}.", "Check the value and its unit."
        self._findings.note(Fault(parameter.symbol, index, "", message, remedy, "range", "warning"))

    def _share(self, label: str) -> Fraction:
        """The part of a year that a period holds; the same object for periods of the same length."""
        share = self._shares.get(label)
        if share is None:
            share = part_of_year(self._periods[label]) if label in self._periods else _WHOLE
            self._shares[label] = share
        return share


def _outside_words(parameter: Parameter, outside: Sequence[str], sets: Sets) -> tuple[str, str]:
    """What is wrong with an index outside its set, and how to mend it."""
    members = [sets.known_members(set_id) for set_id in outside]
    spans = (f"“{name}” ({known[0]} to {known[-1]})" for name, known in zip(outside, members, strict=True))
    message = f"It is asked for outside its set {' and '.join(spans)}."
    return message, (
        f"Give {parameter.symbol} for just that index, declare an “initial” value, or let the equation decide by “if” "
        "what holds there."
    )
