"""Calculates a methodology: every value in `Decimal`, every missing input and every fault named, nothing guessed."""

from __future__ import annotations

from forms.methodologies.calculation.findings import Fault, Missing
from forms.methodologies.calculation.given import Given, part_of_year
from forms.methodologies.calculation.inputs import Inputs, Key
from forms.methodologies.calculation.outcome import Calculation, PeriodResult, Totals, calculate
from forms.methodologies.calculation.run import Run
from forms.methodologies.calculation.written import chosen_options, inputs_from_json, read_json

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
    "chosen_options",
    "inputs_from_json",
    "part_of_year",
    "read_json",
]
