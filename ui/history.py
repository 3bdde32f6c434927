"""The history of a project: who changed what and when, in the place of the form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QPushButton, QTableView, QVBoxLayout, QWidget

from forms.errors import UserError
from forms.logbook import LogLine, Verified, take_back, why_not_taken_back
from ui.editors.base import Line
from ui.history_list import HistoryModel
from ui.labels import caption
from ui.layouts import Flow
from ui.messages import Message, message_of
from ui.style import current_theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from forms.history import Edit
    from ui.binding import DocumentBinding
    from ui.messages import Messages
    from ui.navigation import Navigator
    from ui.pages import Pages
    from ui.protocols import Workspace

SIFT_AFTER = 180
"""Milliseconds after the last keystroke in the filter."""
SIDE = 32


class HistoryPage(QWidget):
    """Filter, list and what can be done with the entry in focus. Shows and emits; `History` says what."""

    filtered = Signal(str)
    line_chosen = Signal(object)
    open_wanted = Signal(object)
    take_back_wanted = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = HistoryModel(self)
        self.filter = Line(self)
        self.filter.setPlaceholderText(self.tr("Name, step, field or day: Ana, import, A.2, 2026-03"))
        self.filter.setAccessibleName(self.tr("Filter the history"))
        self.filter.setClearButtonEnabled(True)
        self.seal = caption("", "small", self)
        self.list = QTableView(self)
        self.empty = caption(self.tr("No edit has all these words."), "quiet", self)
        self.open = QPushButton(self.tr("Open the field"), self)
        self.take_back = QPushButton(self.tr("Take back this edit"), self)
        self.reason = caption("", "small", self)
        self.close_button = QPushButton(self.tr("Back to the form (Esc)"), self)
        self._dress_list()
        self._lay_out()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(SIFT_AFTER)
        self._wait.timeout.connect(self._sift)
        self.filter.textChanged.connect(self._wait.start)
        self.list.doubleClicked.connect(self._open)
        self.list.selectionModel().currentRowChanged.connect(self._choose)
        self.open.clicked.connect(self._open)
        self.take_back.clicked.connect(self._take_back)
        self.close_button.clicked.connect(self.closed)
        current_theme().changed.connect(self._fit)
        self.setFocusProxy(self.filter)

    def _dress_list(self) -> None:
        self.list.setModel(self.model)
        self.list.setAccessibleName(self.tr("Edits, the newest first"))
        self.list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setTabKeyNavigation(False)
        self.list.setShowGrid(False)
        self.list.setWordWrap(False)
        self.list.verticalHeader().hide()
        head = self.list.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two lines for each entry where four columns have no room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Lines as high, and columns as wide, as the size of type and the window want."""
        metrics, room = self.list.fontMetrics(), self.width() - 2 * SIDE
        when, who = metrics.horizontalAdvance("00/00/0000 00:00") + 20, metrics.horizontalAdvance("M" * 8)
        self.model.is_narrow = room < 3 * (when + who)
        for column in (1, 2, 3):
            self.list.setColumnHidden(column, self.model.is_narrow)
        lines = 2 if self.model.is_narrow else 1
        self.list.verticalHeader().setDefaultSectionSize(lines * metrics.lineSpacing() + 10)
        for column, width in ((1, (room - when - who) // 2), (2, when), (3, who)):
            self.list.setColumnWidth(column, width)

    def _lay_out(self) -> None:
        bar = QWidget(self)
        buttons = Flow(bar, gap=8)
        for button in (self.open, self.take_back, self.close_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 24, SIDE, 20)
        column.setSpacing(8)
        column.addWidget(caption(self.tr("History"), "title", self))
        column.addWidget(self.seal)
        column.addWidget(self.filter)
        column.addWidget(self.list, 1)
        column.addWidget(self.empty)
        column.addWidget(self.reason)
        column.addWidget(bar)

    @property
    def line(self) -> LogLine | None:
        """The entry in focus."""
        return self.model.line(self.list.currentIndex().row())

    def show_choice(self, *, can_open: bool, why_not: str) -> None:
        """What can be done with the entry in focus."""
        self.open.setEnabled(can_open)
        self.take_back.setEnabled(self.line is not None and not why_not)
        self.reason.setText(self.tr("Cannot be taken back by itself: {why}").format(why=why_not) if why_not else "")
        self.reason.setVisible(bool(why_not))

    def start(self) -> None:
        """Bring the newest entry into focus."""
        self.list.setCurrentIndex(self.model.index(0, 0))
        self.empty.setVisible(not self.model.rowCount())
        self.empty.setText(
            self.tr("No edit has all these words.") if self.filter.text() else self.tr("No edit was made yet.")
        )
        self._choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes from the filter into the list, Enter opens the field."""
        if event.key() == Qt.Key.Key_Down and self.filter.hasFocus():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.list.hasFocus():
            self._open()
        else:
            super().keyPressEvent(event)

    def _sift(self) -> None:
        self.filtered.emit(self.filter.text())

    def _choose(self) -> None:
        self.line_chosen.emit(self.line)

    def _open(self) -> None:
        if self.line is not None:
            self.open_wanted.emit(self.line)

    def _take_back(self) -> None:
        if self.line is not None:
            self.take_back_wanted.emit(self.line)


class History(QObject):
    """Keeps the page in step with the log, follows its seal a piece at a time, and does what is wanted there."""

    def __init__(
        self,
        workspace: Workspace,
        binding: DocumentBinding,
        navigator: Navigator,
        pages: Pages,
        messages: Messages,
    ) -> None:
        super().__init__(pages)
        self._workspace, self._binding, self._navigator = workspace, binding, navigator
        self._pages, self._messages = pages, messages
        self._page: HistoryPage | None = None
        self._verified = Verified()
        self._clock = QTimer(self)
        self._clock.setInterval(0)
        self._clock.timeout.connect(self._verify)
        binding.changed.connect(self._edited)
        binding.replaced.connect(self._forget)

    @property
    def page(self) -> HistoryPage:
        """Made when it is first wanted."""
        if self._page is None:
            self._page = HistoryPage(self._pages)
            self._page.filtered.connect(self._fill)
            self._page.line_chosen.connect(self._choose)
            self._page.open_wanted.connect(self._open)
            self._page.take_back_wanted.connect(self._take_back)
            self._page.closed.connect(self._pages.turn_back)
        return self._page

    def show(self) -> None:
        """Bring the history to the front."""
        self._fill(self.page.filter.text())
        self._verified = Verified()
        self._tell_seal()
        self._clock.start()
        self._pages.turn_to(self.page)

    def _fill(self, words: str) -> None:
        self.page.model.show_log(self._workspace.logbook, self._binding.read, words)
        self.page.start()

    def _edited(self) -> None:
        if self._page is not None and self._page.isVisible():
            # The working copy listens too, and may not have written the edit yet.
            QTimer.singleShot(0, self, lambda: self._fill(self.page.filter.text()))

    def _forget(self) -> None:
        self._clock.stop()
        self._verified = Verified()

    # -- the seal -------------------------------------------------------------------------------------------------

    def _verify(self) -> None:
        if not self._binding.is_open:
            self._clock.stop()
            return
        self._verified = self._workspace.logbook.verify(self._verified)
        if self._verified.is_done:
            self._clock.stop()
        self._tell_seal()

    def _tell_seal(self) -> None:
        found = self._verified
        if found.broken:
            words = self.tr("The seal is broken at edit {n}: another program changed the log from there on.")
            self.page.seal.setText(words.format(n=found.broken))
        elif found.is_done:
            self.page.seal.setText(self.tr("Seal verified: every edit follows from the one before."))
        else:
            self.page.seal.setText(self.tr("Following the seal: edit {n} …").format(n=found.id))

    # -- the entry in focus ---------------------------------------------------------------------------------------

    def _choose(self, line: LogLine | None) -> None:
        can_open = line is not None and line.document in self._binding.snapshot.documents
        self.page.show_choice(can_open=can_open, why_not=self._why_not(line))

    def _why_not(self, line: LogLine | None) -> str:
        try:
            edit = self._edit(line) if line is not None else None
        except UserError as error:
            return error.message
        return why_not_taken_back(self._binding.project, edit) if edit is not None else ""

    def _edit(self, line: LogLine) -> Edit | None:
        return self._workspace.logbook.edit(line.id, self._binding.snapshot)

    def _open(self, line: LogLine) -> None:
        if line.document in self._binding.snapshot.documents:
            self._pages.turn_back()
            self._navigator.go_to(line.document, line.path)

    def _take_back(self, line: LogLine) -> None:
        try:
            edit = self._edit(line)
            if edit is not None:
                take_back(self._binding.project, edit, line.id)
        except UserError as error:
            self._messages.tell(message_of(error))
            return
        self._messages.tell(Message(self.tr("Taken back; undo brings it forward again.")))
