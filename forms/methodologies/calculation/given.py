"""Takes in the values that are given: chosen by index, checked, and cut to the part of a year."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from forms.methodologies.calculation.findings import Fault, Findings
from forms.methodologies.calculation.inputs import is_a_quantity
from forms.methodologies.calculation.tables import NoRow, value_from_table
from forms.methodologies.model import Parameter
from forms.quantities import format_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forms.methodologies.calculation.inputs import Inputs, InputValue, Key
    from forms.methodologies.calculation.sets import Sets
    from forms.methodologies.equations import Surroundings
    from forms.methodologies.model import Equation, Index, Methodology
    from forms.periods import Period


@dataclass(frozen=True)
class Given:
    """An input value as it entered: after default and part of the year; `entered` is what was given, per year.

    `source` names the printed row of a default that was taken from a table.
    """

    value: Decimal | str
    origin: str
    entered: Decimal | str
    fraction: Fraction = Fraction(1)
    source: str = ""


def part_of_year(period: Period) -> Fraction:
    """The exact part of a year that a period holds: 1/3 for four months, 122/365 for odd dates."""
    return Fraction(period.fraction).limit_denominator(366)


class Intake:
    """The given values of one calculation; `given` has those that entered."""

    def __init__(self, methodology: Methodology, inputs: Inputs, findings: Findings) -> None:
        self.given: dict[Key, Given] = {}
        self._methodology = methodology
        self._inputs = inputs
        self._findings = findings
        self._periods = {period.label: period for period in inputs.periods}

    def value(self, parameter: Parameter, index: Index, surroundings: Surroundings) -> Decimal | str:
        """The value of a parameter as it enters: the one given, or its default, or the row of its table.

        Raises:
            Blocked: there is none, or it cannot be used.
        """
        given, at = self._given(parameter, index)
        source, origin = "", self._origin(parameter.symbol, at)
        if given is None and parameter.default_table is not None:
            given, source = self._from_table(parameter, index, surroundings)
            origin = "default"
        if given is None and not parameter.default:
            raise self._findings.miss(parameter.symbol, index)
        origin = "default" if given is None else origin
        entered = self._checked(
            parameter, index, parameter.default if given is None else given, is_default=given is None
        )
        share = self._share(parameter, index) if isinstance(entered, Decimal) else Fraction(1)
        value = entered
        if isinstance(entered, Decimal) and share != 1:
            value = entered * share.numerator / share.denominator
        self.given[parameter.symbol, index] = Given(value, origin, entered, share, source)
        return value

    def _from_table(self, parameter: Parameter, index: Index, surroundings: Surroundings) -> tuple[Decimal | None, str]:
        label = self._period_label(parameter, index)
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
            self.given[symbol, index] = Given(initial, "initial", initial)
            return initial
        if given is None and isinstance(definition, Parameter):
            raise self._findings.fault(symbol, index, *_outside_words(definition, outside, sets), kind="undefined")
        if given is None or (not isinstance(definition, Parameter) and not isinstance(given, Decimal)):
            raise self._findings.miss(symbol, index)
        value: Decimal | str = given if isinstance(given, Decimal) else ""
        if isinstance(definition, Parameter):
            value = self._checked(definition, index, given, is_default=False)
        self.given[symbol, index] = Given(value, self._origin(symbol, index), value)
        return value

    def _given(self, parameter: Parameter, index: Index) -> tuple[InputValue | None, Index]:
        """The value given for an index, or for all periods, and the index it was given for."""
        values = self._inputs.values.get(parameter.symbol)
        if not values:
            return None, index
        if index in values:
            return values[index], index
        kinds = (self._methodology.sets_by_id[set_id].kind for set_id in parameter.indices)
        general = tuple(key for key, kind in zip(index, kinds, strict=True) if kind != "period")
        return values.get(general), general

    def _origin(self, symbol: str, index: Index) -> str:
        return self._inputs.origins.get((symbol, index)) or self._inputs.origins.get((symbol, ())) or "typed"

    def _checked(self, parameter: Parameter, index: Index, given: InputValue, *, is_default: bool) -> Decimal | str:
        if not parameter.is_number:
            return self._checked_text(parameter, index, given)
        if (is_default and isinstance(given, str)) or (isinstance(given, int) and not isinstance(given, bool)):
            given = Decimal(given)
        if not isinstance(given, Decimal) or not given.is_finite():
            message = f"“{given}” stands where a number is needed."
            raise self._findings.fault(
                parameter.symbol, index, message, f"Give a number in {parameter.input_unit}.", kind="input"
            )
        if not is_a_quantity(given):
            message, remedy = f"{given:.6g} is too large or too small to be a quantity.", "Check the exponent."
            raise self._findings.fault(parameter.symbol, index, message, remedy, kind="input")
        self._check_range(parameter, index, given)
        return given

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
        unit = f" {parameter.input_unit}" if parameter.input_unit != "1" else ""
        beyond = ""
        if parameter.minimum and value < Decimal(parameter.minimum):
            beyond = f"below the limit of {parameter.minimum}"
        elif parameter.maximum and value > Decimal(parameter.maximum):
            beyond = f"above the limit of {parameter.maximum}"
        if beyond:
            message, remedy = f"{format_number(value)}{unit} is {beyond}{unit}.", "Check the value and its unit."
            self._findings.note(Fault(parameter.symbol, index, "", message, remedy, "range", "warning"))

    def _share(self, parameter: Parameter, index: Index) -> Fraction:
        if not parameter.annual:
            return Fraction(1)
        label = self._period_label(parameter, index)
        return part_of_year(self._periods[label]) if label in self._periods else Fraction(1)

    def _period_label(self, parameter: Parameter, index: Index) -> str:
        kinds = (self._methodology.sets_by_id[set_id].kind for set_id in parameter.indices)
        return next((key for key, kind in zip(index, kinds, strict=True) if kind == "period"), "")


def _outside_words(parameter: Parameter, outside: Sequence[str], sets: Sets) -> tuple[str, str]:
    """What is wrong with an index outside its set, and how to mend it."""
    members = [sets.known_members(set_id) for set_id in outside]
    spans = (f"“{name}” ({known[0]} to {known[-1]})" for name, known in zip(outside, members, strict=True))
    message = f"It is asked for outside its set {' and '.join(spans)}."
    return message, (
        f"Give {parameter.symbol} for just that index, declare an “initial” value, or let the equation decide by “if” "
        "what holds there."
    )
