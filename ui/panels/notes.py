"""Notes to oneself, each at its place; they never leave the office."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from forms.anchors import Anchor
from ui.editors.base import Text
from ui.labels import caption, small_button

if TYPE_CHECKING:
    from collections.abc import Sequence

KEY = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class NoteRow:
    """A note as listed."""

    key: str
    where: str
    text: str
    signed: str


class NotesPanel(QWidget):
    """The list, and a line to write the next one. `written(anchor, text)`, `place_wanted(key)`, `dropped(key)`."""

    place_wanted = Signal(str)
    begin_wanted = Signal()
    written = Signal(object, str)
    dropped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[NoteRow, ...] = ()
        self._anchor = Anchor()
        self.empty = caption(
            self.tr(
                "No notes. A note is a reminder at a field, for your own office: it is never printed and never sent "
                "in a review file or a public edition."
            ),
            "quiet",
            self,
        )
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Notes to self"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.where = QLabel(self)
        self.where.setProperty("role", "small")
        self.where.setWordWrap(True)
        self.text = Text(self, lines=3)
        self.text.setAccessibleName(self.tr("Note"))
        self._begin = small_button(self.tr("Note at the field in focus…"), self)
        self._begin.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._keep = small_button(self.tr("Keep the note"), self)
        self._go = small_button(self.tr("Go there"), self)
        self._drop = small_button(self.tr("Remove"), self)
        self._lay_out()
        self._begin.clicked.connect(self.begin_wanted)
        self._keep.clicked.connect(self._write)
        self._go.clicked.connect(self._want_place)
        self._drop.clicked.connect(self._want_drop)
        self.list.itemActivated.connect(self._want_place)
        self.list.currentItemChanged.connect(self._enable)
        self._end_writing()
        self._refill()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 12, 12)
        column.setSpacing(6)
        column.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.where)
        column.addWidget(self.text)
        column.addWidget(self._keep, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.addWidget(self._go)
        row.addWidget(self._drop)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(0)
        # As they stand on the page: from the words, Tab goes on to what keeps them.
        for before, after in pairwise((self._begin, self.text, self._keep, self.list, self._go, self._drop)):
            QWidget.setTabOrder(before, after)

    def show_notes(self, rows: Sequence[NoteRow]) -> None:
        """Every note."""
        if tuple(rows) != self._rows:
            self._rows = tuple(rows)
            self._refill()

    def begin(self, anchor: Anchor, where: str) -> None:
        """Ask for a note at a place."""
        self._anchor = anchor
        self.where.setText(self.tr("Note at: {where}").format(where=where))
        for part in (self.where, self.text, self._keep):
            part.show()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_writing(self) -> None:
        self.text.clear()
        for part in (self.where, self.text, self._keep):
            part.hide()

    def _refill(self) -> None:
        self.list.clear()
        for row in self._rows:
            item = QListWidgetItem("\n".join(filter(None, (row.where, row.text, row.signed))))
            item.setData(KEY, row.key)
            self.list.addItem(item)
        self.list.setVisible(bool(self._rows))
        self.empty.setVisible(not self._rows)
        self._enable()

    def _chosen(self) -> str:
        item = self.list.currentItem()
        return str(item.data(KEY)) if item is not None else ""

    def _enable(self) -> None:
        for button in (self._go, self._drop):
            button.setVisible(bool(self._rows))
            button.setEnabled(bool(self._chosen()))

    def _write(self) -> None:
        text = self.text.toPlainText()
        if text.strip():
            self.written.emit(self._anchor, text)
            self._end_writing()

    def _want_place(self) -> None:
        if self._chosen():
            self.place_wanted.emit(self._chosen())

    def _want_drop(self) -> None:
        if self._chosen():
            self.dropped.emit(self._chosen())
