"""Long series from spreadsheets and text files: rows of a file into a table or matrix of a project.

`read_sheets` takes the bytes of a file apart, `propose` says which column is what, `read_series` reads the rows and
names what is wrong in each, and `place` makes the answers, which the gate takes as one step.
"""

from __future__ import annotations

from forms.series.mapping import SeriesMapping, Target, propose
from forms.series.placing import Plan, place, target_field, targets_of
from forms.series.reading import Finding, Series, SeriesRow, read_series
from forms.series.sheets import Sheet, read_sheets

__all__ = [
    "Finding",
    "Plan",
    "Series",
    "SeriesMapping",
    "SeriesRow",
    "Sheet",
    "Target",
    "place",
    "propose",
    "read_series",
    "read_sheets",
    "target_field",
    "targets_of",
]
