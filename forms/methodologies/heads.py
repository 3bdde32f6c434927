"""What ships, at a glance: the head of every methodology and tool, read without its equations."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from forms.methodologies import available, folder_of, methodology_data

if TYPE_CHECKING:
    from collections.abc import Mapping

_LISTS = ("scopes", "scale")


@dataclass(frozen=True)
class Head:
    """The head of one version. `in_force_from` and `in_force_to` are ISO dates, empty where no date was found."""

    code: str
    version: str
    title: str = ""
    kind: str = "methodology"
    scopes: tuple[int, ...] = ()
    scale: tuple[str, ...] = ()
    evidence: str = "unverified"
    in_force_from: str = ""
    in_force_to: str = ""
    source: str = ""

    @property
    def id(self) -> str:
        """Code and version with a colon."""
        return f"{self.code}:{self.version}"


@dataclass(frozen=True)
class Outline:
    """What a user weighs before choosing: applicability conditions as (text, reference), and the tools called.

    `calls` are heads, those of tools called by tools included, each once.
    """

    head: Head
    conditions: tuple[tuple[str, str], ...]
    calls: tuple[Head, ...]


@cache
def heads() -> tuple[Head, ...]:
    """All that ships, by code and version. Equations are not parsed: it takes some milliseconds, not seconds."""
    return tuple(_head(code, version) for code, version in available())


@cache
def outline(code: str, version: str) -> Outline:
    """Conditions and tools of one version.

    Raises:
        UserError: it does not ship.
    """
    data = methodology_data(code, version)
    found = tuple((str(item.get("text", "")), str(item.get("reference", ""))) for item in _tables(data, "condition"))
    called: dict[str, Head] = {}
    for item in _tables(data, "call"):
        name, _, number = str(item.get("tool", "")).partition(":")
        tool = outline(name, number)
        called |= {head.id: head for head in (tool.head, *tool.calls)}
    return Outline(_made(data), found, tuple(called[key] for key in sorted(called)))


def _tables(data: Mapping[str, object], name: str) -> list[Mapping[str, object]]:
    found = data.get(name, [])
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def _head(code: str, version: str) -> Head:
    text = (folder_of(code, version) / "methodology.toml").read_text(encoding="utf-8")
    try:
        data = tomllib.loads(text.partition("\n[")[0])
    except tomllib.TOMLDecodeError:
        # A list in the head that goes over several lines was cut: the whole file is read then.
        data = tomllib.loads(text)
    return _made(data)


def _made(data: Mapping[str, object]) -> Head:
    words = {key: str(data[key]) for key in Head.__dataclass_fields__ if key in data and key not in _LISTS}
    scopes, scale = (_list(data, key) for key in _LISTS)
    return Head(**words, scopes=tuple(int(scope) for scope in scopes if scope.isdecimal()), scale=scale)


def _list(data: Mapping[str, object], key: str) -> tuple[str, ...]:
    found = data.get(key, [])
    return tuple(str(item) for item in found) if isinstance(found, list) else ()
