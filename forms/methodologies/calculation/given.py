"""Takes in the values that are given: chosen by index, checked, and cut to the part of a year."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from forms.methodologies.calculation.findings import Fault, Findings
from forms.quantities import format_number

if TYPE_CHECKING:
    from forms.methodologies.calculation.inputs import Inputs, InputValue, Key
    from forms.methodologies.model import Index, Methodology, Parameter
    from forms.periods import Period


@dataclass(frozen=True)
class Given:
    """An input value as it entered: after default and part of the year; `entered` is what was given, per year."""

    value: Decimal | str
    origin: str
    entered: Decimal | str
    fraction: Fraction = Fraction(1)


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

    def value(self, parameter: Parameter, index: Index) -> Decimal | str:
        """The value of a parameter as it enters: the one given, or its default.

        Raises:
            Blocked: there is neither, or it cannot be used.
        """
        given, at = self._given(parameter, index)
        if given is None and not parameter.default:
            raise self._findings.miss(parameter.symbol, index)
        origin = "default" if given is None else self._origin(parameter.symbol, at)
        entered = self._checked(
            parameter, index, parameter.default if given is None else given, is_default=given is None
        )
        share = self._share(parameter, index) if isinstance(entered, Decimal) else Fraction(1)
        value = entered
        if isinstance(entered, Decimal) and share != 1:
            value = entered * share.numerator / share.denominator
        self.given[parameter.symbol, index] = Given(value, origin, entered, share)
        return value

    def start_value(self, symbol: str, index: Index) -> Decimal:
        """The value given for the index before the first of an equation such as X[y-1].

        Raises:
            Blocked: none is given.
        """
        given = self._inputs.values.get(symbol, {}).get(index)
        if not isinstance(given, Decimal):
            raise self._findings.miss(symbol, index)
        self.given[symbol, index] = Given(given, self._origin(symbol, index), given)
        return given

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
        kinds = (self._methodology.sets_by_id[set_id].kind for set_id in parameter.indices)
        label = next((key for key, kind in zip(index, kinds, strict=True) if kind == "period"), "")
        return part_of_year(self._periods[label]) if label in self._periods else Fraction(1)
