"""The worked cases that ship beside methodologies, calculated as they are and with other amounts."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

from forms.methodologies import examples, methodology
from forms.methodologies.calculation import Calculation, calculate, inputs_from_json

_TOLERANCE = Fraction("1e-20")


@dataclass(frozen=True)
class WorkedCases:
    """The cases of several methodologies or tools; `versions` by code. A case is named by its id in examples.toml."""

    versions: Mapping[str, str]

    def inputs(self, code: str, name: str) -> dict[str, Any]:
        """Inputs of a case; a copy of its own, which may be changed."""
        return inputs_of(code, self.versions[code], name)

    def calculate(self, code: str, inputs: Mapping[str, object]) -> Calculation:
        """The calculation with these inputs."""
        return calculation_with(code, self.versions[code], inputs)

    def case(self, code: str, name: str) -> Calculation:
        """The calculation of a case as it ships."""
        return calculation_of(code, self.versions[code], name)

    def changed(self, code: str, name: str, **values: object) -> Calculation:
        """The calculation of a case with other values of some symbols."""
        inputs = self.inputs(code, name)
        inputs["values"].update(values)
        return self.calculate(code, inputs)

    def scaled(self, code: str, name: str, symbols: tuple[str, ...], factor: Decimal) -> Calculation:
        """The calculation of a case with every value of these symbols times the factor."""
        inputs = self.inputs(code, name)
        for symbol in symbols:
            inputs["values"][symbol] = _times(inputs["values"][symbol], factor)
        return self.calculate(code, inputs)


def inputs_of(code: str, version: str, name: str) -> dict[str, Any]:
    """Inputs of one case; a copy of its own, which may be changed."""
    inputs = next(case["inputs"] for case in examples(code, version) if str(case["id"]) == name)
    made: dict[str, Any] = copy.deepcopy(inputs)
    return made


def calculation_with(code: str, version: str, inputs: Mapping[str, object]) -> Calculation:
    """What one version makes of these inputs."""
    known = methodology(code, version)
    return calculate(known, inputs_from_json(known, inputs))


@cache
def calculation_of(code: str, version: str, name: str) -> Calculation:
    """One case as it ships; calculated once."""
    return calculation_with(code, version, inputs_of(code, version, name))


def fraction_of(calculation: Calculation, symbol: str, *index: str) -> Fraction:
    """The value of a symbol as a fraction; fails with the faults, or with what is missing, where it has none."""
    value = calculation.value(symbol, index)
    assert isinstance(value, Decimal), f"{symbol}: {calculation.faults or calculation.missing}"
    return Fraction(value)


def is_close(value: Fraction, exact: Fraction) -> bool:
    """Whether the two differ by no more than the engine rounds on the way, in the twentieth digit."""
    return abs(value - exact) <= abs(exact) * _TOLERANCE + _TOLERANCE


def _times(cells: object, factor: Decimal) -> object:
    if isinstance(cells, Mapping):
        return {at: _times(cell, factor) for at, cell in cells.items()}
    return format(Decimal(str(cells)) * factor, "f")
