"""What every editor is: it shows an answer, says what was typed, and never loses a character of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from forms.quantities import CALENDAR_YEAR
from ui.texts import Text, is_history_key

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QPaintEvent, QWheelEvent

    from forms.answers import Answer
    from forms.fieldtypes import Asked
    from ui.binding import DocumentBinding
    from ui.messages import Messages

REST, LONGEST = 250, 2_000
"""Milliseconds without a keystroke after which typed words are said, and within which they are said in any case."""
LARGE_TYPE = 1.3
"""With larger type, tools get a line of their own."""


@dataclass(frozen=True)
class Spot:
    """Where an editor stands: the place in the project, and what is asked there."""

    binding: DocumentBinding
    messages: Messages
    document: str
    path: str
    asked: Asked
    name: str
    """For assistive technology: label and unit."""

    @property
    def answer(self) -> Answer | None:
        """The answer as it is now."""
        return self.binding.read.answer(self.document, self.path)


def accessible_name(label: str, unit: str) -> str:
    """Label and unit as one phrase."""
    return f"{label}, {unit}" if unit not in {"", "1", CALENDAR_YEAR} else label


class Editor(QWidget):
    """Base of all editors. `edited(value, typing)` carries a value of the core, `None` when it was emptied.

    `refused(text, message, remedy)` says that what stands in the editor cannot be read; the text stays where it is.
    """

    edited = Signal(object, bool)
    refused = Signal(str, str, str)
    in_doubt = Signal(object)
    """What was typed has several meanings (`InDoubt`); it was refused too."""
    echoed = Signal(str)
    """How something typed inside was read, where it is not what was typed."""
    left = Signal()
    current_changed = Signal(str)
    """The place inside this editor that has the focus moved (cells of tables)."""

    RANK: ClassVar[int] = 0
    COMPOUND: ClassVar[bool] = False
    """True when it goes to the gate itself, place by place."""

    def __init__(self, spot: Spot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spot = spot
        self.setObjectName(spot.path)
        self.setAccessibleName(spot.name)

    @classmethod
    def suits(cls, asked: Asked) -> bool:
        """Whether this editor can be used for what is asked; the one with the highest `RANK` is taken."""
        raise NotImplementedError

    def show_answer(self, answer: Answer | None) -> None:
        """Show what the project holds; what was typed before is gone."""
        raise NotImplementedError

    def set_readonly(self, readonly: bool) -> None:
        """Allow reading only."""
        self.setEnabled(not readonly)

    def commit(self) -> None:
        """Say what was typed so far, as if the focus had left."""

    def has_pending(self) -> bool:
        """True while something was typed that is not said yet."""
        return False

    def words(self) -> str:
        """How the value was read, where it is not what was typed."""
        return ""

    def take_back(self) -> bool:
        """Drop what was typed and not yet said; false when there is nothing of the kind."""
        return False

    def set_wrong(self, wrong: bool) -> None:
        """Mark the editor as holding something that needs mending."""
        widget = self.focusProxy() or self
        if bool(widget.property("wrong")) != wrong:
            widget.setProperty("wrong", wrong)
            widget.style().unpolish(widget)
            widget.style().polish(widget)

    def tools(self) -> QWidget | None:
        """A slim row of tools for the head of the field, if there is one."""
        return None

    def focus_place(self, path: str) -> None:
        """Put the focus on this place, which is the editor's own or lies inside it."""
        del path
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _adopt(self, widget: QWidget) -> None:
        """Let `widget` be the part that takes the focus and carries the name."""
        widget.setObjectName(self.spot.path)
        widget.setAccessibleName(self.spot.name)
        self.setFocusProxy(widget)


class Keystrokes(QObject):
    """Gathers keystrokes until they rest: what follows from an edit takes longer than a keystroke may.

    `rested` says that what was typed is to be said now.
    """

    rested = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.are_waiting = False
        """True while something was typed that is not said yet."""
        self._rest, self._longest = QTimer(self), QTimer(self)
        for timer, wait in ((self._rest, REST), (self._longest, LONGEST)):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(self.finish)

    def add(self) -> None:
        """One more keystroke."""
        self.are_waiting = True
        self._rest.start()
        if not self._longest.isActive():
            self._longest.start()

    def finish(self) -> None:
        """Say what was typed, if it is not said yet."""
        if self.are_waiting:
            # Not asked of the timers: the one that calls is no longer active.
            self.are_waiting = False
            self._rest.stop()
            self._longest.stop()
            self.rested.emit()


class Line(QLineEdit):
    """A line whose undo is that of the project, not its own."""

    def event(self, event: QEvent) -> bool:
        """Leave the keys of undo and redo to the window."""
        if is_history_key(event):
            event.ignore()
            return False
        return super().event(event)


class NumberLine(Line):
    """A line for a number or a day.

    Who only changes digits of what stood there goes on in our notation: 74,200 to 75,200, and 01/09/2008 to
    02/09/2008.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = ""
        self.textEdited.connect(self._typed)

    def show_number(self, text: str) -> None:
        """Put in a number or a day as the program writes it."""
        self._kept = "".join(sign for sign in ",./" if sign in text)
        self.setText(text)

    @property
    def keeps_notation(self) -> bool:
        """True while our separators were never taken away."""
        return bool(self._kept)

    def decimal_sign(self) -> str | None:
        """The decimal sign of what stands there, when it is known."""
        return "." if self._kept else None

    def _typed(self, text: str) -> None:
        if not all(sign in text for sign in self._kept):
            self._kept = ""


class QuietCombo(QComboBox):
    """A chooser that the wheel never changes by accident."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)

    def showPopup(self) -> None:
        """A list so wide that every entry can be read, however narrow the chooser is."""
        view = self.view()
        room = self.screen().availableGeometry().width() // 2
        view.setMinimumWidth(min(room, view.sizeHintForColumn(0) + view.verticalScrollBar().sizeHint().width() + 8))
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Words that do not fit end with an ellipsis; Qt would cut through a letter."""
        option, painter = QStyleOptionComboBox(), QStylePainter(self)
        self.initStyleOption(option)
        edge = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, edge, self).width()
        words = option.currentText
        if self.currentIndex() < 0 and not self.isEditable():
            words = self.placeholderText()
            option.palette.setBrush(QPalette.ColorRole.ButtonText, option.palette.placeholderText())
        option.currentText = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page instead."""
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus left, but not for the list that opens."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()


__all__ = ["Editor", "Keystrokes", "Line", "NumberLine", "QuietCombo", "Spot", "Text", "accessible_name"]
