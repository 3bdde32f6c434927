"""What stands below a field when there is something to say: what is wrong, a question in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from forms.problems import Severity
from ui.editors.base import LARGE_TYPE, Line
from ui.labels import caption
from ui.layouts import Flow, clear_layout
from ui.style import current_theme
from ui.style.icons import picture

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from ui.advice import Advice
    from ui.amounts import InDoubt, Meaning


class MessageLines(QWidget):
    """What is wrong here: sign, and words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 1, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self._lines: list[tuple[Severity, str]] = []
        self.hide()

    def show_lines(self, lines: list[tuple[Severity, str]], more: int) -> None:
        """Gravest first."""
        if more > 0:
            lines = [*lines, (Severity.INFO, self.tr("and {n} more").format(n=more))]
        if lines == self._lines:
            return
        self._lines = lines
        clear_layout(self._grid)
        for row, (severity, text) in enumerate(lines):
            self._grid.addWidget(self._sign(severity), row, 0, Qt.AlignmentFlag.AlignTop)
            role = {Severity.ERROR: "error", Severity.WARNING: "warning"}.get(severity, "small")
            self._grid.addWidget(caption(text, role, self), row, 1)
        self.setVisible(bool(lines))

    def texts(self) -> list[str]:
        """The words, for tests and for assistive technology."""
        return [text for _, text in self._lines]

    def _sign(self, severity: Severity) -> QLabel:
        palette = current_theme().palette
        name, colour = {
            Severity.ERROR: ("circle-alert", palette.error),
            Severity.WARNING: ("triangle-alert", palette.warning),
        }.get(severity, ("info", palette.quiet))
        sign = QLabel(self)
        sign.setPixmap(picture(name, colour, current_theme().px(14), ratio=self.devicePixelRatioF()))
        sign.setAccessibleName(
            {Severity.ERROR: self.tr("Error"), Severity.WARNING: self.tr("Warning")}.get(severity, "")
        )
        sign.setContentsMargins(0, 2, 0, 0)
        return sign


class ReasonStrip(QFrame):
    """Asks for a reason in place: no box, nothing blocked. `done` follows a reason, `closed` any end."""

    done = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "reason")
        self._take: Callable[[str], object] | None = None
        self._words = caption("", "quiet", self)
        self.line = Line(self)
        self._accept = QPushButton(self.tr("Done"), self)
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._cancel.setProperty("flat", True)
        row = QHBoxLayout()
        for part in (self.line, self._accept, self._cancel):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 8, 8)
        column.setSpacing(4)
        column.addWidget(self._words)
        column.addLayout(row)
        self._accept.clicked.connect(self._finish)
        self.line.returnPressed.connect(self._finish)
        self.line.textChanged.connect(self._enable)
        self._cancel.clicked.connect(self.leave)
        self.hide()

    def ask(self, question: str, take: Callable[[str], object], before: QWidget) -> None:
        """Show the question; `take` gets the reason. Tab leads to it from `before`."""
        self._take = take
        self._words.setText(question)
        self.line.setAccessibleName(question)
        self.line.clear()
        self._enable()
        for stop in (self.line, self._accept, self._cancel):
            QWidget.setTabOrder(before, stop)
            before = stop
        self.show()

    def leave(self) -> None:
        """Go away without a reason."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _enable(self) -> None:
        self._accept.setEnabled(bool(self.line.text().strip()))
        self._accept.setToolTip("" if self._accept.isEnabled() else self.tr("Write the reason first."))

    def _finish(self) -> None:
        if self._take is not None and self.line.text().strip():
            self.hide()
            self._take(self.line.text().strip())
            self.done.emit()
            self.closed.emit()


class WhichStrip(QFrame):
    """Asks in place which of several meanings is meant: one button for each."""

    chosen = Signal(object)
    left = Signal()
    """Somebody would rather type it anew."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "reason")
        self._row = Flow(self, gap=8)
        self._row.setContentsMargins(12, 6, 8, 6)
        self._meanings: list[Meaning] = []
        self.buttons: list[QPushButton] = []
        self.hide()

    def ask(self, doubt: InDoubt, before: QWidget) -> None:
        """Show the meanings; Tab leads from `before` to the first."""
        clear_layout(self._row)
        self._meanings = [meaning for _, meaning in doubt.meanings]
        self.buttons = []
        for number, (label, _) in enumerate(doubt.meanings):
            button = QPushButton(label, self)
            button.setProperty("number", number)
            button.setAccessibleName(self.tr("It means {meaning}").format(meaning=label))
            button.clicked.connect(self._clicked)
            self._row.addWidget(button)
            self.buttons.append(button)
            QWidget.setTabOrder(before, button)
            before = button
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to what was typed."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _clicked(self) -> None:
        self.hide()
        self.chosen.emit(self._meanings[int(self.sender().property("number"))])


class AdviceStrip(QFrame):
    """What seems to be wrong, with a button that mends it."""

    mended = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "reason")
        self._advice: Advice | None = None
        self._words = caption("", "warning", self)
        self.button = QPushButton(self)
        _side_by_side(self, self._words, self.button)
        self.button.clicked.connect(self._clicked)
        self.hide()

    def show_advice(self, advice: Advice | None) -> None:
        """Show, or hide when there is none."""
        self._advice = advice
        if advice is not None:
            self._words.setText(advice.text)
            self.button.setText(advice.label)
        self.setVisible(advice is not None)

    def text(self) -> str:
        """What is advised; empty when nothing is."""
        return self._words.text() if self._advice is not None else ""

    def _clicked(self) -> None:
        if self._advice is not None:
            self.mended.emit(self._advice)


class BlankNote(QFrame):
    """What stands in place of an answer that was left out on purpose."""

    answer_after_all = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "reason")
        self._words = caption("", "quiet", self)
        self.button = QPushButton(self.tr("Answer after all"), self)
        self.button.setProperty("link", True)
        self.button.clicked.connect(self.answer_after_all)
        _side_by_side(self, self._words, self.button)
        self.hide()

    def show_reason(self, reason: str) -> None:
        """Show, or hide when there is no reason."""
        self._words.setText(self.tr("Left blank on purpose: {reason}").format(reason=reason))
        self.setVisible(bool(reason))


def _side_by_side(frame: QFrame, words: QLabel, button: QPushButton) -> None:
    """Words, and a button at their side; below them in large type, which leaves too little room beside it."""
    is_large = current_theme().scale > LARGE_TYPE
    direction = QBoxLayout.Direction
    row = QBoxLayout(direction.TopToBottom if is_large else direction.LeftToRight, frame)
    row.setContentsMargins(12, 6, 8, 6)
    row.addWidget(words, 1)
    row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft if is_large else Qt.AlignmentFlag(0))
