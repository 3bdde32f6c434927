"""Host-country packs: what each country asks of a project before it approves, a TOML file a country.

What a pack says was in force between its dates and could be read as far as its evidence says; rules that rest on it
are errors only where it was found.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from forms.host_countries.model import (
    DIMENSIONS,
    AskedDocument,
    Authority,
    Criterion,
    DecisionRule,
    HostCountry,
    Scale,
    Source,
    Stage,
    Statement,
    Units,
    signed,
)
from forms.host_countries.reading import read_pack
from forms.host_countries.scoring import DECISIONS, Assessment, Verdict, assess
from forms.tables import party

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = [
    "DECISIONS",
    "DIMENSIONS",
    "AskedDocument",
    "Assessment",
    "Authority",
    "Criterion",
    "DecisionRule",
    "HostCountry",
    "Scale",
    "Source",
    "Stage",
    "Statement",
    "Units",
    "Verdict",
    "assess",
    "generic",
    "host_countries",
    "host_country",
    "read_pack",
    "signed",
]
_GENERIC = "generic.toml"


@cache
def generic() -> HostCountry:
    """The pack for a country that has none of its own."""
    return read_pack(_folder() / _GENERIC)


@cache
def host_countries() -> tuple[HostCountry, ...]:
    """All packs in order of code, the generic one last."""
    found = sorted(file.name for file in _folder().iterdir() if file.name.endswith(".toml") and file.name != _GENERIC)
    return (*(_pack(name) for name in found), generic())


def host_country(code: str, mechanism: str = "") -> HostCountry:
    """The pack of a country, by its ISO alpha-2 code; the generic one when it has none, or none for a mechanism."""
    # A Party first: the code comes from a project, and becomes the name of a file.
    name = f"{code.lower()}.toml" if party(code) else _GENERIC
    pack = _pack(name) if (_folder() / name).is_file() else generic()
    return pack if not mechanism or mechanism in pack.mechanisms else generic()


@cache
def _pack(name: str) -> HostCountry:
    return generic() if name == _GENERIC else read_pack(_folder() / name, generic())


def _folder() -> Traversable:
    # Not files("forms.host_countries"): the folder is found from its package in a frozen build too.
    return files("forms") / "host_countries"
