"""How well a text was read, as a shape and a word: a full disc, a half one, an empty ring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

if TYPE_CHECKING:
    from ui.style import Palette

SIZE = 14


def evidence_word(evidence: str) -> str:
    """The word that stands beside the shape."""
    words = {
        "found": QCoreApplication.translate("evidence", "read"),
        "partial": QCoreApplication.translate("evidence", "read in part"),
        "unverified": QCoreApplication.translate("evidence", "unverified"),
    }
    return words.get(evidence, evidence)


def evidence_sentence(evidence: str) -> str:
    """What the mark means to who applies the text."""
    sentences = {
        "found": QCoreApplication.translate("evidence", "The official text was read."),
        "partial": QCoreApplication.translate(
            "evidence", "The official text was read in part. What was not seen is said below; compare it before use."
        ),
        "unverified": QCoreApplication.translate(
            "evidence",
            "Unverified: the official text could not be read. Compare every equation with it before use; "
            "the dossier prints a warning.",
        ),
    }
    return sentences.get(evidence, evidence)


def evidence_icon(evidence: str, palette: Palette, ratio: float = 2.0) -> QIcon:
    """The shape; what is unverified in the colour of warnings too."""
    picture = QPixmap(QSize(SIZE, SIZE) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    colour = QColor(palette.warning if evidence == "unverified" else palette.accent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.6))
    disc = QRectF(2, 2, SIZE - 4, SIZE - 4)
    painter.drawEllipse(disc)
    painter.setBrush(colour)
    if evidence == "found":
        painter.drawEllipse(disc)
    elif evidence == "partial":
        painter.drawPie(disc, 90 * 16, 180 * 16)
    painter.end()
    return QIcon(picture)
