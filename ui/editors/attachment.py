"""Files carried in the project: attach, look, take out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from forms.errors import UserError
from forms.evidence import Attachment, read_attachment
from ui.copies import copy_out
from ui.editors.base import Editor, Spot
from ui.labels import ElidedLabel
from ui.layouts import Flow
from ui.messages import message_of
from ui.style import current_theme, icon

if TYPE_CHECKING:
    from forms.answers import Answer
    from forms.fieldtypes import Asked

PREVIEW = 220
_PICTURES = {b"\x89PNG\r\n\x1a\n": b"png", b"\xff\xd8\xff": b"jpeg"}


def picture_of(carried: Attachment | None) -> QImage:
    """The picture that a file is; null for all that is neither PNG nor JPEG by its content.

    Whatever its name says: a drawing (SVG) could be made such that drawing it never ends.
    """
    content = carried.content if carried and carried.media_type.startswith("image/") else b""
    kind = next((kind for beginning, kind in _PICTURES.items() if content.startswith(beginning)), b"")
    if not kind:
        return QImage()
    buffer = QBuffer()
    buffer.setData(content)
    reader = QImageReader(buffer, kind)
    reader.setDecideFormatFromContent(False)
    reader.setAutoDetectImageFormat(False)
    return reader.read()


def dropped_files(data: QMimeData) -> list[Path]:
    """The files that are dropped; folders and addresses are no files."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [file for file in files if file.is_file()]


def is_picture(data: QMimeData) -> bool:
    """A picture without words: a part of the screen, or what was copied from a program of drawings."""
    return data.hasImage() and not data.text().strip()


class FileEditor(Editor):
    """One attached file. A file can also be dropped on it."""

    RANK = 1

    def __init__(self, spot: Spot, parent: QWidget | None = None) -> None:
        super().__init__(spot, parent)
        self.setAcceptDrops(True)
        self._name = ElidedLabel(self, least=60)
        self._name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._picture = QLabel(self)
        self._attach = QPushButton(self.tr("Attach…"), self)
        self._save = self._flat(self.tr("Copy into a folder…"))
        self._clear = self._flat(self.tr("Take out"))
        self._adopt(self._attach)
        row = Flow(gap=6)
        for part in (self._attach, self._save, self._clear, self._name):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self._picture)
        self._attach.clicked.connect(self._choose)
        self._save.clicked.connect(self._save_copy)
        self._clear.clicked.connect(self._take_out)
        current_theme().changed.connect(self._tint)
        self._tint()
        self.show_answer(spot.answer)

    @classmethod
    def suits(cls, asked: Asked) -> bool:
        """Files."""
        return asked.type == "file"

    def show_answer(self, answer: Answer | None) -> None:
        """Name, size, and the picture if it is one."""
        carried = self._carried(answer)
        self._name.show_text(self._described(answer, carried))
        for button in (self._save, self._clear):
            button.setVisible(carried is not None)
        self._attach.setText(self.tr("Replace…") if carried else self.tr("Attach…"))
        image = picture_of(carried)
        self._picture.setVisible(not image.isNull())
        if not image.isNull():
            mode = Qt.TransformationMode.SmoothTransformation
            self._picture.setPixmap(QPixmap.fromImage(image).scaledToHeight(min(PREVIEW, image.height()), mode))
            self._picture.setAccessibleName(carried.name if carried else "")

    def set_readonly(self, readonly: bool) -> None:
        """A copy can be saved still."""
        self._attach.setEnabled(not readonly)
        self._clear.setEnabled(not readonly)

    def attach(self, file: Path) -> None:
        """Carry this file in the project and answer with it."""
        try:
            carried = read_attachment(file)
        except UserError as error:
            self.spot.messages.tell(message_of(error))
            return
        self.edited.emit(self.spot.binding.project.attach(carried), False)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One local file."""
        if len(dropped_files(event.mimeData())) == 1 and self._attach.isEnabled():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach it."""
        self.attach(dropped_files(event.mimeData())[0])
        event.acceptProposedAction()

    def _choose(self) -> None:
        title = self.tr("Attach a file to {name}").format(name=self.spot.asked.label)
        file = self.spot.messages.file_to_open(self, title, Path.home(), self.tr("All files (*)"))
        if file is not None:
            self.attach(file)

    def _save_copy(self) -> None:
        carried = self._carried(self.spot.answer)
        if carried is not None:
            copy_out(carried, self.spot.messages, self)

    def _take_out(self) -> None:
        self.edited.emit(None, False)

    def _carried(self, answer: Answer | None) -> Attachment | None:
        value = answer.value if answer else None
        return self.spot.binding.snapshot.attachments.get(value) if isinstance(value, str) else None

    def _described(self, answer: Answer | None, carried: Attachment | None) -> str:
        if carried is not None:
            size = self.locale().formattedDataSize(carried.size)
            return self.tr("{name} · {size}").format(name=carried.name, size=size)
        if answer is not None and answer.value is not None:
            return self.tr("A file is named here that the project does not carry.")
        return ""

    def _flat(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("flat", True)
        button.setAccessibleName(f"{text.rstrip('…')}: {self.spot.name}")
        return button

    def _tint(self) -> None:
        self._attach.setIcon(icon("paperclip", current_theme().palette))
