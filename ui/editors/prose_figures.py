"""Figures of a narrative as the project has them: their numbers in print, and their pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from forms.insertions import printed_with
from forms.numbering import numbering

if TYPE_CHECKING:
    from ui.editors.base import Spot

_EVIDENCE = "P.evidence"
_KINDS = {"image/png": b"png", "image/jpeg": b"jpeg"}
"""Pictures that a narrative can show, and what is read of a file that says so."""


class PrintedFigures:
    """As the document is printed of which a narrative is a part."""

    def __init__(self, spot: Spot) -> None:
        self._spot = spot

    def label(self, link: str) -> str:
        """“Figure 3” for `picture:KEY`; empty when it is not printed with a number."""
        found = numbering(printed_with(self._spot.binding.read, self._spot.document)).get(link)
        return found.label if found else ""

    def picture(self, evidence: str, width: int, height: int) -> QImage | None:
        """The picture in a box of so many pixels; `None` when the project has no such picture."""
        read = self._spot.binding.read
        name = str(read.cell(_EVIDENCE, evidence, "file") or evidence)
        attached = read.snapshot.attachments.get(name)
        if attached is None or attached.media_type not in _KINDS:
            return None
        buffer = QBuffer()
        buffer.setData(QByteArray(attached.content))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        reader = QImageReader(buffer, QByteArray(_KINDS[attached.media_type]))
        size = reader.size()
        if size.isValid():
            reader.setScaledSize(_fitted(size, QSize(width, height)))
        made = reader.read()
        return None if made.isNull() else made


def _fitted(size: QSize, box: QSize) -> QSize:
    """As large as the box, never larger than the picture is."""
    inside = size.width() <= box.width() and size.height() <= box.height()
    return size if inside else size.scaled(box, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
