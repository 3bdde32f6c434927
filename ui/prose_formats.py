"""How the parts of a narrative look in a `QTextDocument`, and the properties by which they are known again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextLength,
    QTextListFormat,
    QTextTableFormat,
)

if TYPE_CHECKING:
    from forms.blocks import Figure, Mark
    from ui.style.palette import Palette

MARKS = QTextFormat.Property.UserProperty.value + 1
KIND = QTextFormat.Property.UserProperty.value + 2
FIGURE = QTextFormat.Property.UserProperty.value + 3
LINK = QTextFormat.Property.UserProperty.value + 4
CAPTION = QTextFormat.Property.UserProperty.value + 5
LABEL = QTextFormat.Property.UserProperty.value + 6
TABLE_AIR = 10
# Stands for what is inserted while nothing is answered there.
NOTHING_YET = "…"
BITS: dict[Mark, int] = {"bold": 1, "italic": 2, "sub": 4, "sup": 8}


@dataclass(frozen=True)
class ProseLook:
    """Colours and the size of type that a document is written with."""

    palette: Palette
    pixels: int


def paragraph_format(style: str = "body") -> QTextBlockFormat:
    """A paragraph with air after it."""
    made = QTextBlockFormat()
    made.setBottomMargin(7)
    made.setLineHeight(128, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if style != "body":
        made.setProperty(KIND, style)
    return made


def heading_format(level: int) -> QTextBlockFormat:
    """A heading inside a narrative."""
    made = QTextBlockFormat()
    made.setHeadingLevel(level)
    made.setTopMargin(10)
    made.setBottomMargin(4)
    made.setProperty(KIND, "heading")
    return made


def figure_format(figure: Figure) -> QTextBlockFormat:
    """The caption of a picture; the picture is named in a property."""
    made = paragraph_format("figure")
    made.setLeftMargin(16)
    made.setProperty(FIGURE, [figure.evidence, figure.alternative_text])
    return made


def caption_format(name: str) -> QTextBlockFormat:
    """The caption above a table; the name of the table is kept in a property."""
    made = paragraph_format("caption")
    made.setBottomMargin(2)
    made.setProperty(CAPTION, name)
    return made


def list_format(*, ordered: bool) -> QTextListFormat:
    """Bullets or numbers."""
    made = QTextListFormat()
    style = QTextListFormat.Style
    made.setStyle(style.ListDecimal if ordered else style.ListDisc)
    return made


def table_format() -> QTextTableFormat:
    """Hairlines, the first row repeated as head."""
    made = QTextTableFormat()
    made.setHeaderRowCount(1)
    made.setBorder(0)
    made.setCellPadding(4)
    made.setCellSpacing(0)
    made.setTopMargin(4)
    made.setBottomMargin(TABLE_AIR)
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    return made


def char_format(marks: frozenset[Mark], look: ProseLook, *, heading: int = 0, head: bool = False) -> QTextCharFormat:
    """Letters with these marks."""
    made = QTextCharFormat()
    made.setProperty(MARKS, sum(BITS[mark] for mark in marks))
    made.setForeground(QColor(look.palette.quiet if head else look.palette.text))
    made.setFontWeight(QFont.Weight.Bold if "bold" in marks or heading else QFont.Weight.Normal)
    made.setFontItalic("italic" in marks)
    if heading:
        made.setProperty(QTextFormat.Property.FontPixelSize, look.pixels + (3 if heading == 1 else 1))
    alignment = QTextCharFormat.VerticalAlignment
    if "sup" in marks:
        made.setVerticalAlignment(alignment.AlignSuperScript)
    elif "sub" in marks:
        made.setVerticalAlignment(alignment.AlignSubScript)
    return made


def linked(made: QTextCharFormat, link: str, look: ProseLook) -> QTextCharFormat:
    """Letters that show something live: in the accent colour, with what they are in the tip."""
    made.setProperty(LINK, link)
    made.setForeground(QColor(look.palette.accent))
    made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    made.setToolTip(link.removeprefix("note:"))
    if link.startswith("note:"):
        made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    return made
