"""Calculates a methodology: every value in `Decimal`, every missing input and every fault named, nothing guessed."""

from __future__ import annotations

from forms.methodologies.calculation.findings import Fault, Missing
from forms.methodologies.calculation.given import Given, part_of_year
from forms.methodologies.calculation.inputs import Inputs, Key, inputs_from_json
from forms.methodologies.calculation.outcome import Calculation, PeriodResult, Totals, calculate
from forms.methodologies.calculation.run import Run

__all__ = [
    "Calculation",
    "Fault",
    "Given",
    "Inputs",
    "Key",
    "Missing",
    "PeriodResult",
    "Run",
    "Totals",
    "calculate",
    "inputs_from_json",
    "part_of_year",
]
