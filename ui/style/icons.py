"""Icons of the Lucide family, tinted with a colour of the palette."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

if TYPE_CHECKING:
    from ui.style.palette import Palette

SIZES = (16, 20, 32, 40, 64)
"""Pixels of the pictures made of an icon: the sizes used, and the same on screens of twice the density."""


@cache
def _source(name: str) -> str:
    return (files("ui.style") / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@cache
def _drawing(name: str, colour: str) -> QSvgRenderer:
    drawn = _source(name).replace("currentColor", colour).replace('stroke-width="2"', 'stroke-width="1.75"')
    return QSvgRenderer(QByteArray(drawn.encode()))


def picture(name: str, colour: str, size: int, *, ratio: float = 1.0) -> QPixmap:
    """One icon in one colour; `size` in device-independent pixels.

    Raises:
        OSError: no such icon ships.
    """
    pixels = round(size * ratio)
    image = QImage(QSize(pixels, pixels), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    _drawing(name, colour).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return QPixmap.fromImage(image)


@cache
def icon(name: str, palette: Palette, *, on_accent: bool = False) -> QIcon:
    """An icon in the colours of the palette, with a paler one for what is greyed."""
    colour = palette.accent_text if on_accent else palette.text
    made = QIcon()
    for size in SIZES:
        made.addPixmap(picture(name, colour, size), QIcon.Mode.Normal)
        made.addPixmap(picture(name, palette.edge, size), QIcon.Mode.Disabled)
    return made
