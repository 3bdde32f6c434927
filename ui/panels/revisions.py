"""Revisions: states that were frozen, each sealed with a hash; marked, compared, and brought back in part."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.editors.base import Line, QuietCombo
from ui.labels import caption, small_button
from ui.scrolling import scrolled
from ui.style import current_theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forms.revisions import Revision

NUMBER = Qt.ItemDataRole.UserRole + 1
NOW = 0
"""Stands for the project as it is on screen."""
_HASH = 12


class RevisionsPanel(QWidget):
    """The list, a line to freeze the next one, and what can be done with the chosen one.

    `freeze_wanted(note)`, `marked(number, mark)`, `compare_wanted(before, after)` with 0 for the state on screen,
    `field_wanted(number)` and `section_wanted(number)` to put the place in focus back to what it was.
    """

    freeze_wanted = Signal(str)
    marked = Signal(int, str)
    compare_wanted = Signal(int, int)
    field_wanted = Signal(int)
    section_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Revision, ...] | None = None
        self._make_parts()
        self._lay_out()
        self._connect()
        self.show_revisions(())

    def _make_parts(self) -> None:
        self.note = Line(self)
        self.note.setPlaceholderText(self.tr("What this revision is, for whom"))
        self.note.setAccessibleName(self.tr("Note of the revision to freeze"))
        self.freeze_button = small_button(self.tr("Freeze revision"), self)
        self.empty = caption(
            self.tr(
                "Nothing was frozen yet. Freeze a revision when the project is handed to somebody: it keeps every "
                "answer as it stands, with date, person and hash, and what changes later can be compared with it."
            ),
            "quiet",
            self,
        )
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Revisions"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.mark = QuietCombo(self)
        self.mark.setAccessibleName(self.tr("Mark of the chosen revision"))
        for value, label in (
            ("", self.tr("Not marked")),
            ("published", self.tr("Published")),
            ("registered", self.tr("Registered")),
        ):
            self.mark.addItem(label, value)
        self.before = QuietCombo(self)
        self.before.setAccessibleName(self.tr("Compare from"))
        self.after = QuietCombo(self)
        self.after.setAccessibleName(self.tr("Compare with"))
        for chooser in (self.mark, self.before, self.after):
            chooser.setMinimumContentsLength(4)
        self.compare_button = small_button(self.tr("Compare"), self)
        self.field_button = small_button(self.tr("Field"), self)
        self.field_button.setAccessibleName(self.tr("Restore the field in focus"))
        self.section_button = small_button(self.tr("Section"), self)
        self.section_button.setAccessibleName(self.tr("Restore the section shown"))
        for button, tip in (
            (self.field_button, self.tr("Put the field in focus back to what it was in the chosen revision")),
            (self.section_button, self.tr("Put the section shown back to what it was in the chosen revision")),
        ):
            button.setToolTip(tip)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _lay_out(self) -> None:
        # With large type not all has room at once.
        page = QWidget(self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(page, self))
        self.list.setMinimumHeight(current_theme().px(90))
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 4, 12, 12)
        column.setSpacing(6)
        column.addLayout(_row(self.note, self.freeze_button, stretch=0))
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        self._tools = QWidget(self)
        tools = QVBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(6)
        tools.addLayout(_row(self._label(self.tr("Mark"), self.mark), self.mark, stretch=1))
        tools.addLayout(_row(self._label(self.tr("From"), self.before), self.before, stretch=1))
        tools.addLayout(_row(self._label(self.tr("To"), self.after), self.after, self.compare_button, stretch=1))
        restore = self._label(self.tr("Restore"), self.field_button)
        tools.addLayout(_row(restore, self.field_button, self.section_button))
        column.addWidget(self._tools)
        column.addStretch(0)

    def _label(self, text: str, buddy: QWidget) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", "small")
        label.setBuddy(buddy)
        label.setMinimumWidth(current_theme().px(46))
        return label

    def _connect(self) -> None:
        self.freeze_button.clicked.connect(self._freeze)
        self.note.returnPressed.connect(self._freeze)
        self.list.currentItemChanged.connect(self._follow_chosen)
        self.mark.activated.connect(self._mark)
        self.compare_button.clicked.connect(self._compare)
        self.list.itemActivated.connect(self._compare)
        self.field_button.clicked.connect(lambda: self.field_wanted.emit(self.chosen()))
        self.section_button.clicked.connect(lambda: self.section_wanted.emit(self.chosen()))

    # -- content --------------------------------------------------------------------------------------------------

    def show_revisions(self, revisions: Sequence[Revision]) -> None:
        """What was frozen, the oldest first; the list has the newest first."""
        if self._shown == tuple(revisions):
            return
        before, self._shown = self.chosen(), tuple(revisions)
        self.list.clear()
        for revision in reversed(self._shown):
            self.list.addItem(self._item(revision))
        self._fill_choosers()
        known = {revision.number: row for row, revision in enumerate(reversed(self._shown))}
        if known:
            self.list.setCurrentRow(known.get(before, 0))
        for part in (self.list, self._tools):
            part.setVisible(bool(known))
        self.empty.setVisible(not known)

    def chosen(self) -> int:
        """Number of the chosen revision; 0 when none is."""
        item = self.list.currentItem()
        return int(item.data(NUMBER)) if item is not None else 0

    def set_read_only(self, *, read_only: bool) -> None:
        """Nothing can be put back into a project that was opened to be reviewed."""
        for button in (self.field_button, self.section_button):
            button.setEnabled(not read_only)

    def _item(self, revision: Revision) -> QListWidgetItem:
        marks = {"published": self.tr("published"), "registered": self.tr("registered")}
        head = [self.tr("Revision {n}").format(n=revision.number), marks.get(revision.mark, "")]
        signed = [_when(revision.at), revision.by, revision.sha256[:_HASH]]
        lines = [" · ".join(filter(None, head)), revision.note, " · ".join(filter(None, signed))]
        item = QListWidgetItem("\n".join(filter(None, lines)))
        item.setData(NUMBER, revision.number)
        item.setToolTip(f"SHA-256 {revision.sha256}")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, lines)))
        return item

    def _fill_choosers(self) -> None:
        names = [(self.tr("Revision {n}").format(n=known.number), known.number) for known in self._shown or ()]
        for chooser in (self.before, self.after):
            chooser.clear()
            for name, number in names:
                chooser.addItem(name, number)
        self.after.addItem(self.tr("On screen"), NOW)
        self.after.setCurrentIndex(self.after.count() - 1)

    def _follow_chosen(self) -> None:
        number = self.chosen()
        revision = next((known for known in self._shown or () if known.number == number), None)
        if revision is not None:
            self.mark.setCurrentIndex(self.mark.findData(revision.mark))
            self.before.setCurrentIndex(self.before.findData(number))

    # -- acting ---------------------------------------------------------------------------------------------------

    def _freeze(self) -> None:
        self.freeze_wanted.emit(self.note.text().strip())
        self.note.clear()

    def _mark(self) -> None:
        if self.chosen():
            self.marked.emit(self.chosen(), str(self.mark.currentData()))

    def _compare(self) -> None:
        if self.before.currentData() is not None:
            self.compare_wanted.emit(int(self.before.currentData()), int(self.after.currentData()))


def _row(*parts: QWidget, stretch: int | None = None) -> QHBoxLayout:
    """Parts side by side; the one at `stretch` takes the room, else what is behind them."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for place, part in enumerate(parts):
        row.addWidget(part, int(place == stretch))
    if stretch is None:
        row.addStretch(1)
    return row


def _when(at: str) -> str:
    try:
        return f"{dt.datetime.fromisoformat(at).astimezone():%d/%m/%Y %H:%M}"
    except ValueError:
        return at
