"""Editors in which one chooses among a few answers, all in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QRadioButton, QWidget

from ui.editors.base import Editor, Spot
from ui.editors.plain_value import PlainValue
from ui.labels import widest_word, wrapped

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from forms.answers import Answer, Value
    from forms.fieldtypes import Asked

FEW, SHORT, SPACE = 4, 56, 14
LONG, SEVERAL = 64, 9
"""So many letters do not fit a closed list; then even several answers stand below each other, where they wrap."""
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
        self._wrap()

    def changeEvent(self, event: QEvent) -> None:
        """Wrap anew in type of another size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._wrap()

    def _wrap(self) -> None:
        lines = wrapped(self._whole, self.fontMetrics(), self.width() - self._beside())
        if lines != self.text():
            self.setText(lines)
            self.updateGeometry()
            around = self.parentWidget()
            if around is not None:  # the editor tells its own height from that of its answers
                around.updateGeometry()

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
        self.plain = PlainValue(self, spot.name)
        self._row.addWidget(self.plain, 100)
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
        self.plain.show_value(next((label for known, label in self._values if value == known), ""))
        # The focus comes to what is chosen: on another button a space would change the answer.
        self.setFocusProxy(self._group.checkedButton() or self._group.button(0))

    def set_readonly(self, readonly: bool) -> None:
        """Nothing can be pressed then, nor looks so: the answer stands there in words."""
        for button in self._group.buttons():
            button.setEnabled(not readonly)
            button.setVisible(not readonly)
        self.plain.setVisible(readonly)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room, one below the other where there is not."""
        super().resizeEvent(event)
        self._arrange()

    def sizeHint(self) -> QSize:
        """Room for all."""
        if not self.plain.isHidden():
            return self.plain.sizeHint()
        sizes = [button.sizeHint() for button in self._group.buttons()]
        if self._down:
            return QSize(max(size.width() for size in sizes), sum(size.height() for size in sizes) + 4)
        return QSize(self._across(), max(size.height() for size in sizes) + 4)

    def minimumSizeHint(self) -> QSize:
        """The widest, and as high as they stand now."""
        if not self.plain.isHidden():
            return self.plain.minimumSizeHint()
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
