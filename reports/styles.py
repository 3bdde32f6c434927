"""The look of print, read from styles.toml: page, colours, fonts and text styles.

`font_files()` is also what the window loads, so that screen and paper show the same letters.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Literal

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics

from reports.typefaces import Typeface

Face = Literal["regular", "bold", "italic", "bold_italic"]


@dataclass(frozen=True)
class Page:
    """An A4 sheet: size, margins and the baselines of header and footer, in points."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    header: float
    footer: float

    def turned(self) -> Page:
        """The same sheet in landscape; the margins stay where a reader expects them."""
        return Page(self.height, self.width, self.left, self.right, self.top, self.bottom, self.header, self.footer)

    @property
    def measure(self) -> float:
        """Width of the text."""
        return self.width - self.left - self.right

    @property
    def depth(self) -> float:
        """Height of the text."""
        return self.height - self.top - self.bottom


@dataclass(frozen=True)
class TableLook:
    """Air and lines of tables, in points."""

    before: float
    after: float
    padding: float
    inset: float
    hairline: float
    edge: float


@dataclass(frozen=True)
class EquationLook:
    """Size and air of displayed equations, in points."""

    size: float
    indent: float
    before: float
    after: float


@cache
def page() -> Page:
    """The upright sheet."""
    return Page(**_look()["page"])


@cache
def table_look() -> TableLook:
    """How tables are set."""
    return TableLook(**_look()["table"])


@cache
def equation_look() -> EquationLook:
    """How displayed equations are set."""
    return EquationLook(**_look()["equation"])


def colour(name: str) -> str:
    """A colour of the palette as "#RRGGBB".

    Raises:
        KeyError: no such colour in styles.toml.
    """
    return str(_look()["colours"][name])


@cache
def ink(name: str) -> HexColor:
    """A colour of the palette as ReportLab takes it; a "#RRGGBB" is taken as it is."""
    return HexColor(name if name.startswith("#") else colour(name))


def font_files() -> tuple[Path, ...]:
    """All font files that ship, in the order of styles.toml, without repetition."""
    names = dict.fromkeys(name for chain in _look()["fonts"].values() for name in chain)
    return tuple(Path(str(resources.files("reports") / "fonts" / f"{name}.ttf")) for name in names)


@cache
def font_chain(face: Face) -> tuple[str, ...]:
    """Names of the fonts of a face, the preferred first; registers all fonts when first asked."""
    _register_fonts()
    return tuple(_look()["fonts"][face])


@cache
def text_style(name: str) -> ParagraphStyle:
    """A text style as ReportLab takes it.

    Raises:
        KeyError: no such style in styles.toml.
    """
    entry: Mapping[str, Any] = _look()["text"][name]
    return ParagraphStyle(
        name,
        fontName=font_chain(entry.get("face", "regular"))[0],
        fontSize=entry["size"],
        leading=entry["leading"],
        spaceBefore=entry.get("before", 0.0),
        spaceAfter=entry.get("after", 0.0),
        leftIndent=entry.get("left", 0.0),
        keepWithNext=entry.get("keep_with_next", False),
        textColor=ink(entry.get("colour", "ink")),
        allowWidows=0,
        allowOrphans=0,
        # ReportLab takes it that spaces shrink where a line is full; in text that is not justified they don't.
        spaceShrinkage=0,
    )


def style_face(name: str) -> Face:
    """The face a text style is set in before marks are applied."""
    face: Face = _look()["text"][name].get("face", "regular")
    return face


@cache
def _look() -> Mapping[str, Any]:
    text = (resources.files("reports") / "styles.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _register_fonts() -> None:
    for file in font_files():
        pdfmetrics.registerFont(Typeface(file))
