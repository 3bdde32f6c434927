"""Editors in which one chooses: a few answers side by side, or a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QCompleter, QHBoxLayout, QRadioButton, QWidget

from forms import fieldtypes
from forms.errors import UserError
from ui.captions import row_choices
from ui.editors.base import Editor, Line, QuietCombo, Spot
from ui.labels import widest_word, wrapped
from ui.offers import offered

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from forms.answers import Answer, Value
    from forms.fieldtypes import Asked

FEW, SHORT, SPACE = 4, 56, 14
LONG, SEVERAL = 64, 9
"""So many letters do not fit a closed list; then even several answers stand below each other, where they wrap."""
MANY = 12
_ARROWS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}


class Radio(QRadioButton):
    """One of a few answers; its words wrap. Every arrow key goes on to the next or back, however the answers stand."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._whole = text

    def sizeHint(self) -> QSize:
        """All words in one line, as high as they stand now."""
        return QSize(self._beside() + self.fontMetrics().horizontalAdvance(self._whole), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """The longest word."""
        return QSize(self._beside() + widest_word(self._whole, self.fontMetrics()), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self.setText(wrapped(self._whole, self.fontMetrics(), self.width() - self._beside()))

    def _beside(self) -> int:
        """The room that the circle and the air take."""
        return super().sizeHint().width() - self.fontMetrics().size(0, self.text()).width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt alone would look for a neighbour in the direction of the arrow."""
        by = _ARROWS.get(event.key())
        group = self.group()
        if by is None or group is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        offered = [button for button in group.buttons() if button.isEnabled() and not button.isHidden()]
        button = offered[(offered.index(self) + by) % len(offered)]
        button.setFocus(Qt.FocusReason.OtherFocusReason)
        button.click()


class ButtonsEditor(Editor):
    """Yes and no, or a few choices, all in sight."""

    RANK = 3

    def __init__(self, spot: Spot, parent: QWidget | None = None) -> None:
        super().__init__(spot, parent)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._values = self._offered()
        self._down, self._arranged = False, False
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 2, 0, 2)
        self._row.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        for number, (_, label) in enumerate(self._values):
            button = Radio(label, self)
            button.setAccessibleName(f"{spot.name}: {label}")
            self._group.addButton(button, number)
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._row.addStretch()
        self._arrange()
        self.setFocusProxy(self._group.button(0))
        self._group.idClicked.connect(self._chosen)
        self.show_answer(spot.answer)

    @classmethod
    def suits(cls, asked: Asked) -> bool:
        """Yes or no, short lists, and lists of whole sentences."""
        is_long = any(len(choice.label) > LONG for choice in asked.choices)
        few = 0 < len(asked.choices) <= (SEVERAL if is_long else FEW)
        return asked.type == "yes_no" or (asked.type == "choice" and few)

    def show_answer(self, answer: Answer | None) -> None:
        """Press the button of the value; none when there is none."""
        value = answer.value if answer else None
        self._group.setExclusive(False)
        for number, (known, _) in enumerate(self._values):
            self._group.button(number).setChecked(value is not None and value == known)
        self._group.setExclusive(True)
        # The focus comes to what is chosen: on another button a space would change the answer.
        self.setFocusProxy(self._group.checkedButton() or self._group.button(0))

    def set_readonly(self, readonly: bool) -> None:
        """Nothing can be pressed."""
        for button in self._group.buttons():
            button.setEnabled(not readonly)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room, one below the other where there is not."""
        super().resizeEvent(event)
        self._arrange()

    def sizeHint(self) -> QSize:
        """Room for all."""
        sizes = [button.sizeHint() for button in self._group.buttons()]
        if self._down:
            return QSize(max(size.width() for size in sizes), sum(size.height() for size in sizes) + 4)
        return QSize(self._across(), max(size.height() for size in sizes) + 4)

    def minimumSizeHint(self) -> QSize:
        """The widest, and as high as they stand now."""
        widest = max(button.minimumSizeHint().width() for button in self._group.buttons())
        return QSize(widest, self.sizeHint().height())

    def _across(self) -> int:
        return sum(button.sizeHint().width() + SPACE for button in self._group.buttons())

    def _arrange(self) -> None:
        words = sum(len(label) for _, label in self._values)
        down = words > SHORT or (self.isVisible() and self._across() > self.width())
        if down != self._down or not self._arranged:
            self._down, self._arranged = down, True
            direction = QBoxLayout.Direction
            self._row.setDirection(direction.TopToBottom if down else direction.LeftToRight)
            self._row.setSpacing(0 if down else SPACE)
            self.updateGeometry()

    def _offered(self) -> list[tuple[Value, str]]:
        if self.spot.asked.type == "yes_no":
            return [(True, self.tr("Yes")), (False, self.tr("No"))]
        return [(choice.code, choice.label) for choice in self.spot.asked.choices]

    def _chosen(self, number: int) -> None:
        self.edited.emit(self._values[number][0], False)
        self.left.emit()


def make_searchable(combo: QuietCombo, name: str) -> Line:
    """Let a long list be searched by typing a part of a word; returns the line to type in."""
    combo.setEditable(True)
    combo.setAccessibleName(name)
    line = Line(combo)
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
        line = self.combo.lineEdit()
        if line is not None:
            line.setCursorPosition(0)
        if kept and self.combo.isEditable():
            self.combo.setEditText(kept)

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
            self.refused.emit(text, error.message, error.remedy)
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
