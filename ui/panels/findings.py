"""Findings: what reviewers raised, how it stands, and where it leads now; raised and answered in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ui.blocks_view import BlocksView
from ui.editors.base import Line, QuietCombo
from ui.labels import ElidedLabel, small_button
from ui.panels.finding_form import FindingForm
from ui.panels.finding_text import FindingRow, finding_blocks
from ui.scrolling import scrolled
from ui.style import current_theme
from ui.style.icons import picture
from ui.words import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

KEY = Qt.ItemDataRole.UserRole + 1
_SHORT = 140


class FindingsPanel(QWidget):
    """The list, the chosen finding with its rounds, and a form to write in."""

    place_wanted = Signal(str)
    raise_wanted = Signal()
    respond_wanted = Signal(str)
    assess_wanted = Signal(str)
    written = Signal(object)
    due_typed = Signal(str, str)
    publicity_chosen = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[FindingRow, ...] = ()
        self._shown = ""
        self._make_parts()
        self._lay_out()
        self._connect()
        self._refill()

    def _make_parts(self) -> None:
        self.scope = QuietCombo(self)
        self.scope.setAccessibleName(self.tr("Findings shown"))
        for value, label in (
            ("open", self.tr("Not closed")),
            ("here", self.tr("At the field in focus")),
            ("all", self.tr("All")),
        ):
            self.scope.addItem(label, value)
        self._count = ElidedLabel(self, least=150)
        self._count.setProperty("role", "small")
        self._count.setMinimumWidth(40)
        self.raise_button = small_button(self.tr("Raise a finding…"), self)
        self.raise_button.setToolTip(self.tr("At the field in focus, or at the passage that is selected in it"))
        # A click leaves the focus, and with it the selected passage, where it is.
        self.raise_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.empty = QLabel(self)
        self.empty.setWordWrap(True)
        self.empty.setProperty("role", "quiet")
        self.empty.setProperty("inset", True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Findings"))
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setSpacing(2)
        self.form = FindingForm(self)
        self.form.hide()
        self.detail = BlocksView(self)
        self.detail.setAccessibleName(self.tr("The chosen finding"))
        self.go_button = small_button(self.tr("Go there"), self)
        self.respond_button = small_button(self.tr("Respond…"), self)
        self.assess_button = small_button(self.tr("Assess…"), self)
        self.due = Line(self)
        self.due.setPlaceholderText(self.tr("day/month/year"))
        self.due.setAccessibleName(self.tr("Response due on, day/month/year"))
        self.public = QCheckBox(self.tr("Public"), self)
        self.public.setToolTip(self.tr("What is not public stays out of review files and public editions."))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 4, 16, 0)
        head.addWidget(self.scope, 1)
        upper = QWidget(self)
        above = QVBoxLayout(upper)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(4)
        above.addLayout(head)
        count = QHBoxLayout()
        count.setContentsMargins(16, 0, 16, 0)
        count.addWidget(self._count, 1)
        count.addWidget(self.raise_button)
        above.addLayout(count)
        above.addWidget(self.empty)
        above.addWidget(self.list, 1)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.addWidget(upper)
        split.addWidget(self._lower())
        split.setChildrenCollapsible(False)
        split.setSizes([260, 300])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(split)

    def _lower(self) -> QScrollArea:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 8, 12, 12)
        column.setSpacing(6)
        column.addWidget(self.form)
        self._tools = QWidget(page)
        label = QLabel(self.tr("Due"), self)
        label.setProperty("role", "small")
        label.setBuddy(self.due)
        tools = QVBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        # Two in a line: with large type there is no room for three.
        for parts in ((self.respond_button, self.assess_button), (self.go_button, self.public), (label, self.due)):
            row = QHBoxLayout()
            for part in parts:
                row.addWidget(part, int(part is self.due))
            if self.due not in parts:
                row.addStretch(1)
            tools.addLayout(row)
        column.addWidget(self._tools)
        column.addWidget(self.detail)
        column.addStretch(1)
        self._area = scrolled(page, self)
        return self._area

    def _connect(self) -> None:
        self.scope.activated.connect(self._refill)
        self.list.currentItemChanged.connect(self._show_chosen)
        self.list.itemActivated.connect(self._go)
        self.raise_button.clicked.connect(self.raise_wanted)
        self.go_button.clicked.connect(self._go)
        self.respond_button.clicked.connect(self._respond)
        self.assess_button.clicked.connect(self._assess)
        self.form.written.connect(self.written)
        self.form.cancelled.connect(self.end_writing)
        self.due.editingFinished.connect(self._due_typed)
        self.public.clicked.connect(self._public_chosen)
        current_theme().changed.connect(self._refill)

    # -- content --------------------------------------------------------------------------------------------------

    def show_findings(self, rows: Sequence[FindingRow]) -> None:
        """Every finding of the project; the scope picks among them."""
        if tuple(rows) != self._rows:
            self._rows = tuple(rows)
            self._refill()

    def choose(self, key: str) -> None:
        """Choose a finding, in whatever scope it is."""
        if not self._choose(key):
            self.scope.setCurrentIndex(self.scope.findData("all"))
            self._refill()
            self._choose(key)

    def end_writing(self) -> None:
        """Put the form away."""
        self.form.clear()
        self.form.hide()
        self._show_chosen()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def chosen(self) -> FindingRow | None:
        """The finding that is chosen; `None` when none is."""
        item = self.list.currentItem()
        key = item.data(KEY) if item is not None else ""
        return next((row for row in self._rows if row.finding.key == key), None)

    def _choose(self, key: str) -> bool:
        for number in range(self.list.count()):
            item = self.list.item(number)
            if item is not None and item.data(KEY) == key:
                self.list.setCurrentItem(item)
                return True
        return False

    def _refill(self) -> None:
        before = self.chosen()
        shown = [row for row in self._rows if self._in_scope(row)]
        self.list.blockSignals(True)
        self.list.clear()
        for row in shown:
            self.list.addItem(self._item(row))
        self.list.blockSignals(False)
        if shown and not (before is not None and self._choose(before.finding.key)):
            self.list.setCurrentRow(0)
        self.list.setVisible(bool(shown))
        self.empty.setVisible(not shown)
        self.empty.setText(self._why_empty())
        self._count.show_text(self._counts())
        self._show_chosen()

    def _in_scope(self, row: FindingRow) -> bool:
        match self.scope.currentData():
            case "open":
                return row.finding.status != "closed"
            case "here":
                return row.is_here
        return True

    def _counts(self) -> str:
        left = [row for row in self._rows if row.finding.status != "closed"]
        words = [counted(len(left), self.tr("1 not closed"), self.tr("{n} not closed"))] if self._rows else []
        late = sum(row.is_overdue for row in left)
        if late:
            words.append(counted(late, self.tr("1 overdue"), self.tr("{n} overdue")))
        return ", ".join(words)

    def _why_empty(self) -> str:
        if self._rows:
            return self.tr("No finding here. Choose “All” to see the others.")
        return self.tr(
            "Nothing was raised yet. A CAR is a mistake that must be mended, a CL asks for what is missing or unclear, "
            "a FAR is looked at in the first verification. Put the cursor in a field, or select a passage, and raise "
            "a finding there (EB 44, annex 3, paragraphs 35 and 36)."
        )

    def _item(self, row: FindingRow) -> QListWidgetItem:
        found = row.finding
        words = [found.name, self._status(row), *([] if found.is_public else [self.tr("private")])]
        lines = [" · ".join(words), row.where, _shortened(found.text)]
        if row.anchor_words:
            lines.insert(2, f"({row.anchor_words})")
        item = QListWidgetItem("\n".join(line for line in lines if line))
        palette = current_theme().palette
        colour = {"open": palette.warning, "answered": palette.accent}.get(found.status, palette.quiet)
        name = "circle-check" if found.status == "closed" else "flag"
        item.setIcon(picture(name, colour, current_theme().px(16), ratio=self.devicePixelRatioF()))
        item.setData(KEY, found.key)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(lines))
        return item

    def _status(self, row: FindingRow) -> str:
        found = row.finding
        words = {"open": self.tr("open"), "answered": self.tr("answered")}.get(found.status, self.tr("closed"))
        if found.due is None or found.status != "open":
            return words
        pattern = self.tr("{status}, overdue since {date}") if row.is_overdue else self.tr("{status}, due {date}")
        return pattern.format(status=words, date=f"{found.due:%d/%m/%Y}")

    def _show_chosen(self) -> None:
        row = self.chosen()
        writing = self.form.isVisibleTo(self)
        self._tools.setVisible(row is not None and not writing)
        self.detail.setVisible(row is not None)
        if row is None:
            return
        found = row.finding
        if found.key != self._shown:
            self._shown = found.key
            self._area.verticalScrollBar().setValue(0)
        self.go_button.setEnabled(bool(found.anchor.path))
        self.due.setText(f"{found.due:%d/%m/%Y}" if found.due else "")
        self.public.setChecked(found.is_public)
        self.detail.show_blocks(tuple(finding_blocks(row, self._status(row))))

    # -- acting ---------------------------------------------------------------------------------------------------

    def _go(self) -> None:
        row = self.chosen()
        if row is not None:
            self.place_wanted.emit(row.finding.key)

    def _respond(self) -> None:
        row = self.chosen()
        if row is not None:
            self.respond_wanted.emit(row.finding.key)

    def _assess(self) -> None:
        row = self.chosen()
        if row is not None:
            self.assess_wanted.emit(row.finding.key)

    def _due_typed(self) -> None:
        row = self.chosen()
        shown = f"{row.finding.due:%d/%m/%Y}" if row is not None and row.finding.due else ""
        if row is not None and self.due.text().strip() != shown:
            self.due_typed.emit(row.finding.key, self.due.text().strip())

    def _public_chosen(self, chosen: bool) -> None:
        row = self.chosen()
        if row is not None:
            self.publicity_chosen.emit(row.finding.key, chosen)


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else f"{line[: _SHORT - 1].rstrip()}…"
