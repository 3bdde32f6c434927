"""The equation language: parsed with `ast`, admitted node by node, compiled once.

An expression becomes a small tree of our own nodes. Only that tree is ever evaluated, typeset or written as a
spreadsheet formula, so nothing that is not listed in `nodes` can run.
"""

from __future__ import annotations

from forms.methodologies.equations.failures import DividedByZero, NoResult
from forms.methodologies.equations.formula import Blocked, Formula, Surroundings, Value, options_only
from forms.methodologies.equations.parsing import parse
from forms.methodologies.equations.scope import Scope, Signature
from forms.methodologies.equations.writing import plain, source_text

__all__ = [
    "Blocked",
    "DividedByZero",
    "Formula",
    "NoResult",
    "Scope",
    "Signature",
    "Surroundings",
    "Value",
    "options_only",
    "parse",
    "plain",
    "source_text",
]
