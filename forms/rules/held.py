"""Clauses that no rule looks for, because the program makes the fault impossible or does not keep what it is about."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from forms.errors import DefinitionError

WAYS = {"construction": "by construction", "rule": "by another rule", "scope": "out of scope"}


@dataclass(frozen=True)
class Held:
    """A clause, how it is held (a key of `WAYS`), and by what; `rule` is the id of the rule that finds the fault."""

    id: str
    title: str
    how: str
    by: str
    source: str
    rule: str = ""

    @property
    def words(self) -> str:
        """In one sentence, for lists."""
        named = f" {self.rule}" if self.rule else ""
        return f"{WAYS[self.how]}{named}: {self.by}"


@cache
def held() -> tuple[Held, ...]:
    """Every such clause, in order of id.

    Raises:
        DefinitionError: an entry that is not complete, or a way that is not known.
    """
    told = tomllib.loads((resources.files("forms") / "rules" / "held.toml").read_text(encoding="utf-8"))
    try:
        entries = tuple(Held(**entry) for entry in told["held"])
    except TypeError as error:
        msg = f"held.toml: {error}"
        raise DefinitionError(msg) from error
    for entry in entries:
        if entry.how not in WAYS or (entry.how == "rule") != bool(entry.rule):
            msg = f"held.toml: {entry.id} is not held in a way that is known"
            raise DefinitionError(msg)
    return tuple(sorted(entries, key=lambda entry: entry.id))
