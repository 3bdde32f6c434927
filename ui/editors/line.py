"""Editors in which one types a line: text, number, date, duration, and reference to nothing we know."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QMenu, QToolButton, QWidget, QWidgetAction

from forms import fieldtypes
from forms.errors import UserError
from forms.quantities import format_amount
from ui.amounts import InDoubt, Meaning, read_amount
from ui.days import read_day
from ui.editors.base import Editor, Keystrokes, NumberLine, Spot, Text
from ui.language import spoken
from ui.style import current_theme, icon

if TYPE_CHECKING:
    from forms.answers import Answer, Value
    from forms.fieldtypes import Asked

NUMBER_WIDTH, DATE_WIDTH = 240, 200


def shown(value: Value | None, asked: Asked) -> str:
    """As it stands in an editor: numbers with all their digits, whatever print rounds them to."""
    return format_amount(value, asked.unit) if isinstance(value, Decimal) else fieldtypes.show(value, asked)


class _WordsEdit(Text):
    """One paragraph without marks: Enter goes on, pasted line ends become spaces."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptRichText(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next field with Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as one paragraph."""
        self.textCursor().insertText(" ".join(source.text().split()))


class TextEditor(Editor):
    """Plain words, wrapped, as high as they need."""

    RANK = 1

    def __init__(self, spot: Spot, parent: QWidget | None = None) -> None:
        super().__init__(spot, parent)
        self._text = _WordsEdit(self)
        self._adopt(self._text)
        self._text.installEventFilter(_Leaving(self))
        self._keys = Keystrokes(self)
        self._keys.rested.connect(self._say)
        self._text.textChanged.connect(self._typed)
        _row(self, self._text)
        self.show_answer(spot.answer)

    @classmethod
    def suits(cls, asked: Asked) -> bool:
        """Text."""
        return asked.type == "text"

    def show_answer(self, answer: Answer | None) -> None:
        """Put the words in; the cursor stays where it was. What is being typed goes first."""
        if self._keys.are_waiting:
            self._keys.finish()
            return
        words = shown(answer.value if answer else None, self.spot.asked)
        if words == self._text.toPlainText().strip():
            return
        position = self._text.textCursor().position()
        self._text.blockSignals(True)
        self._text.setPlainText(words)
        self._text.blockSignals(False)
        cursor = self._text.textCursor()
        cursor.setPosition(min(position, len(words)))
        self._text.setTextCursor(cursor)

    def set_readonly(self, readonly: bool) -> None:
        """Words can be selected and copied still."""
        self._text.setReadOnly(readonly)

    def commit(self) -> None:
        """Say what was typed, without waiting for a rest."""
        self._keys.finish()

    def has_pending(self) -> bool:
        """True until the keystrokes rest."""
        return self._keys.are_waiting

    def take_back(self) -> bool:
        """Words are said, then taken back as any other edit."""
        self._keys.finish()
        return False

    def _typed(self) -> None:
        begins = not self._keys.are_waiting
        self._keys.add()
        if begins:
            self.spot.binding.typing.emit()

    def _say(self) -> None:
        words = self._text.toPlainText().strip()
        self.edited.emit(words or None, True)


class LineEditor(Editor):
    """A value that is read when the focus leaves; what cannot be read stays, with the reason."""

    RANK = 1

    def __init__(self, spot: Spot, parent: QWidget | None = None) -> None:
        super().__init__(spot, parent)
        self.line = NumberLine(self)
        self._adopt(self.line)
        self._shown = ""
        self._words = ""
        self._width()
        self.line.editingFinished.connect(self.commit)
        self.line.textEdited.connect(self._pending)
        self.line.installEventFilter(_Leaving(self))
        self._row = _row(self, self.line)
        self.show_answer(spot.answer)

    @classmethod
    def suits(cls, asked: Asked) -> bool:
        """Numbers and lengths of time."""
        return asked.type in {"number", "duration"}

    def show_answer(self, answer: Answer | None) -> None:
        """Show the value, unless text that cannot be read is kept for this place."""
        kept = self.spot.binding.unread.get((self.spot.document, self.spot.path), "")
        self._shown = shown(answer.value if answer else None, self.spot.asked)
        if not kept:
            self.line.show_number(self._shown)
            self.line.setCursorPosition(0)
        elif self.line.text() != kept:
            self.line.setText(kept)

    def set_readonly(self, readonly: bool) -> None:
        """The value can be selected and copied still."""
        self.line.setReadOnly(readonly)

    def take_back(self) -> bool:
        """Back to what the project holds."""
        if self.line.text() == self._shown:
            return False
        self.spot.binding.keep_unread(self.spot.document, self.spot.path, "")
        self.line.show_number(self._shown)
        self.refused.emit("", "", "")
        return True

    def commit(self) -> None:
        """Read what stands in the line."""
        text = self.line.text()
        if text.strip() == self._shown.strip():
            if self.spot.binding.unread.get((self.spot.document, self.spot.path)):
                self.take_back_quietly()
            return
        self._words = ""
        try:
            value = self._read(text) if text.strip() else None
        except InDoubt as doubt:
            self.refused.emit(text, doubt.message, doubt.remedy)
            self.in_doubt.emit(doubt)
            return
        except UserError as error:
            self.refused.emit(text, spoken(error.message), spoken(error.remedy))
            return
        self.put(value)

    def put(self, value: Value | None) -> None:
        """Take a value, as if it had been typed."""
        self._shown = shown(value, self.spot.asked)
        self.line.show_number(self._shown)
        self.edited.emit(value, False)

    def choose(self, meaning: Meaning) -> None:
        """Take one of the meanings of what had several."""
        self._words = meaning.words
        self.put(meaning.value)

    def words(self) -> str:
        """How the value was converted when it was read."""
        return self._words

    def _read(self, text: str) -> Value:
        if self.spot.asked.type == "date":
            return read_day(text, self.spot.asked, in_our_notation=self.line.keeps_notation)
        if self.spot.asked.type != "number":
            return fieldtypes.parse(text, self.spot.asked)
        amount = read_amount(text, self.spot.asked, decimal_sign=self.line.decimal_sign())
        self._words = amount.words
        return amount.value

    def has_pending(self) -> bool:
        """True while the line says something else than the project."""
        return self.line.text() != self._shown

    def _pending(self) -> None:
        self.spot.binding.typing.emit()

    def take_back_quietly(self) -> None:
        """The line says again what the project holds: nothing is left to mend."""
        self.spot.binding.keep_unread(self.spot.document, self.spot.path, "")
        self.refused.emit("", "", "")

    def _width(self) -> None:
        self.line.setMaximumWidth(current_theme().px(NUMBER_WIDTH))
        if self.spot.asked.type == "number":
            self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        else:
            self.line.setPlaceholderText(self.tr("years and months"))


class DateEditor(LineEditor):
    """A day: typed in any usual way, or taken from a calendar."""

    RANK = 2

    def __init__(self, spot: Spot, parent: QWidget | None = None) -> None:
        super().__init__(spot, parent)
        self._button = QToolButton(self)
        self._button.setAccessibleName(self.tr("Calendar for {name}").format(name=spot.name))
        self._button.setToolTip(self.tr("Choose a day from the calendar (Alt+Down)"))
        self._button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._button.clicked.connect(self._open_calendar)
        self._row.insertWidget(1, self._button)
        keys = QShortcut(QKeySequence("Alt+Down"), self.line, context=Qt.ShortcutContext.WidgetShortcut)
        keys.activated.connect(self._open_calendar)
        current_theme().changed.connect(self._tint)
        self._tint()

    @classmethod
    def suits(cls, asked: Asked) -> bool:
        """Dates."""
        return asked.type == "date"

    def set_readonly(self, readonly: bool) -> None:
        """No calendar then."""
        super().set_readonly(readonly)
        self._button.setVisible(not readonly)

    def _width(self) -> None:
        self.line.setMaximumWidth(current_theme().px(DATE_WIDTH))
        self.line.setPlaceholderText(self.tr("day/month/year"))

    def _tint(self) -> None:
        self._button.setIcon(icon("calendar", current_theme().palette))

    def _open_calendar(self) -> None:
        menu = QMenu(self)
        calendar = QCalendarWidget(menu)
        answer = self.spot.answer
        if answer is not None and isinstance(answer.value, dt.date):
            calendar.setSelectedDate(QDate(answer.value.year, answer.value.month, answer.value.day))
        calendar.activated.connect(self._choose)
        calendar.clicked.connect(self._choose)
        calendar.activated.connect(menu.close)
        calendar.clicked.connect(menu.close)
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(calendar)
        menu.addAction(holder)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._button.mapToGlobal(QPoint(0, self._button.height())))
        menu.setActiveAction(holder)
        calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _choose(self, day: QDate) -> None:
        value = dt.date(day.year(), day.month(), day.day())
        self.put(value)


class _Leaving(QWidget):
    """Watches the part of an editor that takes the focus, and tells when it leaves."""

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self.hide()
        self._editor = editor

    def eventFilter(self, watched: object, event: object) -> bool:
        """Pass everything on."""
        del watched
        # A widget that ends loses the focus once more, when Python has taken its attributes away already.
        editor: Editor | None = self.__dict__.get("_editor")
        if editor is not None and isinstance(event, QKeyEvent) and _goes_on(event):
            # Before Qt looks for the next stop: what was typed may have a question below it.
            editor.commit()
        if editor is not None and isinstance(event, QFocusEvent) and event.lostFocus():
            editor.commit()
            editor.left.emit()
        return False


def _goes_on(event: QKeyEvent) -> bool:
    return event.type() is QEvent.Type.KeyPress and event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}


def _row(editor: Editor, widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(editor)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    row.addWidget(widget)
    if widget.maximumWidth() < 10_000:
        row.addStretch()
    return row
