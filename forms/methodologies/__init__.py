"""Methodologies and tools: discovery of those that ship, and reading of those written in a project.

A version is a folder `<code>/<version>/` with `methodology.toml` and `examples.toml`. Folders are listed at once and
read when first asked for.
"""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from forms.errors import DefinitionError, UserError
from forms.methodologies.model import (
    Choice,
    Condition,
    Definition,
    EmissionSource,
    Equation,
    IndexSet,
    Methodology,
    Option,
    Origin,
    Parameter,
    Results,
    Selection,
    TableDefault,
    ToolCall,
)
from forms.methodologies.reading import InvalidMethodology, Reading, read_methodology

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable

    from forms.methodologies.calls import FindTool

__all__ = [
    "Choice",
    "Condition",
    "Definition",
    "EmissionSource",
    "Equation",
    "IndexSet",
    "InvalidMethodology",
    "Methodology",
    "Option",
    "Origin",
    "Parameter",
    "Reading",
    "Results",
    "Selection",
    "TableDefault",
    "ToolCall",
    "available",
    "check_methodology_data",
    "examples",
    "folder_of",
    "load_methodology",
    "methodologies",
    "methodology",
    "methodology_data",
    "methodology_from_data",
]


@cache
def _folders() -> Mapping[tuple[str, str], Traversable]:
    root = resources.files("forms") / "methodologies"
    found: dict[tuple[str, str], Traversable] = {}
    for code in sorted((entry for entry in root.iterdir() if entry.is_dir()), key=lambda entry: entry.name):
        for version in sorted((entry for entry in code.iterdir() if entry.is_dir()), key=lambda entry: entry.name):
            if (version / "methodology.toml").is_file():
                found[code.name, version.name] = version
    return found


def available() -> tuple[tuple[str, str], ...]:
    """Code and version of all that ships, without reading any of them."""
    return tuple(_folders())


@cache
def methodologies() -> tuple[Methodology, ...]:
    """All that ships, by code and version; reads every file the first time."""
    return tuple(methodology(code, version) for code, version in available())


@cache
def methodology(code: str, version: str) -> Methodology:
    """The methodology or tool of that code and version.

    Raises:
        UserError: there is none; the remedy lists those that are known.
        InvalidMethodology: its file contradicts itself.
    """
    return load_methodology(folder_of(code, version))


def folder_of(code: str, version: str) -> Traversable:
    """Where a version lies.

    Raises:
        UserError: there is none; the remedy lists those that are known.
    """
    folder = _folders().get((code, version))
    if folder is None:
        known = ", ".join(f"{name}:{number}" for name, number in available()) or "none"
        raise UserError(f"The methodology {code}, version {version}, is not known.", f"Known are: {known}.")
    return folder


def methodology_data(code: str, version: str) -> Mapping[str, object]:
    """The file of a version as plain data, with no equation parsed.

    Raises:
        UserError: there is none.
    """
    return _toml(folder_of(code, version) / "methodology.toml")


def load_methodology(folder: Traversable) -> Methodology:
    """Read one version from its folder.

    Raises:
        InvalidMethodology: the file contradicts itself.
    """
    place = f"{folder.name}/methodology.toml"
    return methodology_from_data(_toml(folder / "methodology.toml"), place)


def methodology_from_data(data: Mapping[str, object], origin: str, find_tool: FindTool = methodology) -> Methodology:
    """A methodology from TOML-like data; `origin` is the file or place that errors name.

    Raises:
        InvalidMethodology: with every error that was found in `errors`.
    """
    reading = read_methodology(data, origin, find_tool)
    if reading.errors:
        raise InvalidMethodology(reading.errors)
    return reading.methodology


def check_methodology_data(data: Mapping[str, object], origin: str, find_tool: FindTool = methodology) -> Reading:
    """As `methodology_from_data`, but with what could be read beside the errors; for approaches being written."""
    return read_methodology(data, origin, find_tool)


def examples(code: str, version: str) -> tuple[Mapping[str, object], ...]:
    """The worked cases of `examples.toml`, as tables; empty when there are none."""
    folder = _folders().get((code, version))
    if folder is None or not (folder / "examples.toml").is_file():
        return ()
    cases = _toml(folder / "examples.toml").get("case", [])
    return tuple(cases) if isinstance(cases, list) else ()


def _toml(file: Traversable) -> Mapping[str, object]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise DefinitionError(f"This is not valid TOML: {error}", file.name) from error
