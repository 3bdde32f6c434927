"""Why a warning may stand: asked for below the list of problems, shown, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from forms.days import day_text
from forms.problems import Severity

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from forms.justification import Justification
    from forms.problems import Problem

_LINES = 4


class Explaining(QWidget):
    """The reason of the problem that is chosen; `explained` carries problem and reason, `withdrawn` the problem.

    Errors cannot be explained: for them, and while nothing is chosen, there is nothing to see.
    """

    explained = Signal(object, str)
    withdrawn = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem: Problem | None = None
        self.reason = QLabel(self)
        self.reason.setWordWrap(True)
        self.reason.setTextFormat(Qt.TextFormat.PlainText)
        self.explain = QPushButton(self.tr("Explain…"), self)
        self.explain.setToolTip(self.tr("Say why this may stay as it is; the reason is printed."))
        self.withdraw = QPushButton(self.tr("Withdraw"), self)
        self.withdraw.setToolTip(self.tr("The reason no longer holds; the warning is open again."))
        self.words = _Words(self)
        self.words.setPlaceholderText(self.tr("Why it is right as it is"))
        self.words.setAccessibleName(self.tr("Reason"))
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 16)
        self.keep = QPushButton(self.tr("Keep reason"), self)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self._lay_out()
        self.explain.clicked.connect(self._ask)
        self.withdraw.clicked.connect(lambda: self.withdrawn.emit(self._problem))
        self.keep.clicked.connect(self._keep)
        self.cancel.clicked.connect(self._stop_asking)
        self.words.escaped.connect(self._stop_asking)
        self.words.textChanged.connect(lambda: self.keep.setEnabled(bool(self.words.toPlainText().strip())))
        self.show_problem(None, None)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.explain, self.withdraw, self.keep, self.cancel):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(6)
        column.addWidget(self.reason)
        column.addWidget(self.words)
        column.addLayout(buttons)

    def show_problem(self, problem: Problem | None, given: Justification | None) -> None:
        """The problem that is chosen, with the reason that was given for it. Words being typed for it are kept."""
        is_asking = self.words.isVisibleTo(self) and problem == self._problem and given is None
        self._problem = problem
        can_stand = problem is not None and problem.severity is not Severity.ERROR
        self.setVisible(can_stand)
        self.reason.setVisible(given is not None)
        if given is not None:
            signed = ", ".join(part for part in (given.by, f"{day_text(given.on)}" if given.on else "") if part)
            head = self.tr("Justified") + (f" ({signed})" if signed else "")
            self.reason.setText(f"{head}: {given.reason}")
        self.withdraw.setVisible(given is not None)
        self._show_asking(is_asking=is_asking, may_ask=can_stand and given is None)

    def _show_asking(self, *, is_asking: bool, may_ask: bool) -> None:
        self.explain.setVisible(may_ask and not is_asking)
        for widget in (self.words, self.keep, self.cancel):
            widget.setVisible(is_asking)

    def _ask(self) -> None:
        self.words.clear()
        self.keep.setEnabled(False)
        self._show_asking(is_asking=True, may_ask=True)
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stop_asking(self) -> None:
        self._show_asking(is_asking=False, may_ask=True)
        self.explain.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        self._show_asking(is_asking=False, may_ask=True)
        self.explained.emit(self._problem, self.words.toPlainText().strip())


class _Words(QPlainTextEdit):
    """Escape gives up."""

    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        super().keyPressEvent(event)
