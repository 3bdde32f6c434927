"""Editors in which one chooses from a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QWidget

from forms import fieldtypes
from forms.errors import UserError
from ui.captions import row_choices
from ui.editors.base import Editor, Line, QuietCombo, Spot
from ui.editors.plain_value import PlainValue
from ui.language import spoken
from ui.offers import offered

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from forms.answers import Answer
    from forms.fieldtypes import Asked

MANY = 12


class SearchLine(Line):
    """Shows the beginning of a long entry, but while somebody types in it."""

    def __init__(self, combo: QuietCombo) -> None:
        super().__init__(combo)
        self.textChanged.connect(self._show_beginning)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Back to the beginning."""
        super().focusOutEvent(event)
        self.setCursorPosition(0)

    def _show_beginning(self) -> None:
        if not self.hasFocus():
            self.setCursorPosition(0)


def make_searchable(combo: QuietCombo, name: str) -> Line:
    """Let a long list be searched by typing a part of a word; returns the line to type in."""
    combo.setEditable(True)
    combo.setAccessibleName(name)
    line = SearchLine(combo)
    line.setAccessibleName(name)
    line.setPlaceholderText(QCoreApplication.translate("choice", "type to search"))
    combo.setLineEdit(line)
    combo.setInsertPolicy(QuietCombo.InsertPolicy.NoInsert)
    completer = QCompleter(combo.model(), combo)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    combo.setCompleter(completer)
    return line


class ListEditor(Editor):
    """A longer list; many entries can be searched by typing a part of the word."""

    RANK = 2

    def __init__(self, spot: Spot, parent: QWidget | None = None) -> None:
        super().__init__(spot, parent)
        self.combo = QuietCombo(self)
        self._adopt(self.combo)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.combo)
        self.plain = PlainValue(self, spot.name)
        row.addWidget(self.plain, 100)
        row.addStretch(1)
        self.combo.setSizeAdjustPolicy(QuietCombo.SizeAdjustPolicy.AdjustToContents)
        self.combo.setMinimumWidth(200)
        self._offer()
        if self.combo.count() > MANY:
            make_searchable(self.combo, self.spot.name).editingFinished.connect(self._typed)
        self.combo.activated.connect(self._chosen)
        self.combo.left.connect(self.left)
        self.show_answer(spot.answer)

    @classmethod
    def suits(cls, asked: Asked) -> bool:
        """Choices."""
        return asked.type == "choice"

    def offered(self) -> list[tuple[str, str]]:
        """(value, label) of every entry."""
        answer = self.spot.answer
        return offered(self.spot.binding.read, self.spot.asked, answer.value if answer else None)

    def show_answer(self, answer: Answer | None) -> None:
        """Choose the value in the list; a value that is not in it is shown as it is."""
        self._refresh_offer()
        kept = self.spot.binding.unread.get((self.spot.document, self.spot.path), "")
        value = str(answer.value) if answer and answer.value is not None else ""
        place = self.combo.findData(value)
        if place < 0:
            self.combo.addItem(value, value)
            place = self.combo.count() - 1
        self.combo.setCurrentIndex(place)
        # In a narrow chooser the words are cut.
        self.combo.setToolTip(self.combo.currentText())
        self.plain.show_value(self.combo.currentText())
        if kept and self.combo.isEditable():
            self.combo.setEditText(kept)

    def set_readonly(self, readonly: bool) -> None:
        """Nothing can be chosen then, nor looks so: the answer stands there in words."""
        self.combo.setEnabled(not readonly)
        self.combo.setVisible(not readonly)
        self.plain.setVisible(readonly)

    def commit(self) -> None:
        """Read what was typed into the list."""
        if self.combo.isEditable():
            self._typed()

    def take_back(self) -> bool:
        """Back to what the project holds."""
        if not self.combo.isEditable() or self.combo.currentText() == self.combo.itemText(self.combo.currentIndex()):
            return False
        self.spot.binding.keep_unread(self.spot.document, self.spot.path, "")
        self.show_answer(self.spot.answer)
        self.refused.emit("", "", "")
        return True

    def _offer(self) -> None:
        self.combo.clear()
        self.combo.addItem("", "")
        for value, label in self.offered():
            self.combo.addItem(label, value)

    def _refresh_offer(self) -> None:
        known = [self.combo.itemData(place) for place in range(self.combo.count())]
        if known[1:] != [value for value, _ in self.offered()]:
            self._offer()

    def _chosen(self, place: int) -> None:
        value = self.combo.itemData(place)
        self.edited.emit(value or None, False)

    def _typed(self) -> None:
        text = self.combo.currentText()
        if text == self.combo.itemText(self.combo.currentIndex()):
            return
        place = self.combo.findText(text, Qt.MatchFlag.MatchFixedString)
        if place >= 0:
            self.combo.setCurrentIndex(place)
            self._chosen(place)
            return
        try:
            value = fieldtypes.parse(text, self.spot.asked) if text.strip() else None
        except UserError as error:
            self.refused.emit(text, spoken(error.message), spoken(error.remedy))
            return
        self.edited.emit(value, False)
        self.show_answer(self.spot.answer)


class ReferenceEditor(ListEditor):
    """A row of another table, by what it is called there."""

    RANK = 2

    @classmethod
    def suits(cls, asked: Asked) -> bool:
        """References."""
        return asked.type == "reference"

    def offered(self) -> list[tuple[str, str]]:
        """The rows there are now."""
        return row_choices(self.spot.binding.read, self.spot.document, self.spot.asked.refers)

    def show_answer(self, answer: Answer | None) -> None:
        """Choose the row; say so when there is none. The focus can be here all the same: an answer may be asked for."""
        super().show_answer(answer)
        empty = not self.offered()
        why = self.tr("There is no row to choose from yet.") if empty else ""
        self.combo.setAccessibleDescription(why)
        if empty:
            self.combo.setToolTip(why)
            self.combo.setPlaceholderText(self.tr("nothing to choose from yet"))
