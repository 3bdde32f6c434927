"""Reference tables that ship as CSV: Parties, GWP, default factors. One reader for all of them."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from forms.errors import UserError
from forms.said import said

Row = Mapping[str, str]


@cache
def table(name: str) -> tuple[Row, ...]:
    """All rows of a table, in file order; cells are text as written.

    Raises:
        UserError: no such table ships.
    """
    file = files("forms") / "tables" / f"{name}.csv"
    if not name.isidentifier() or not file.is_file():
        msg = said("There is no table {name!r}.", name=name)
        raise UserError(msg, said("Tables that ship lie in forms/tables."))
    return tuple(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8"))))


@cache
def party(alpha2: str) -> Row:
    """The Party with this ISO 3166-1 alpha-2 code; an empty mapping when there is none."""
    return next((row for row in table("parties") if row["alpha2"] == alpha2), {})


def party_name(alpha2: str) -> str:
    """Name of a Party as printed; the code itself when it is unknown."""
    return party(alpha2).get("name", alpha2)
