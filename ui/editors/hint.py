"""The line between the label of a field and its editor: a hint, and the tools of a text that has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

GAP = 8
"""Between the hint and the tools."""


class Hint(QLabel):
    """One line of help, cut at the end of the line; the whole is a tip and stands in the inspector."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._whole = text
        self.setProperty("role", "small")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumWidth(40)
        self.setToolTip(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut anew."""
        super().resizeEvent(event)
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width()))


class HintLine(QLayout):
    """The hint has the whole line until the tools are shown: they lie over its end, so that nothing moves.

    The line is as high as the hint, and the tools reach a little into the air around it. Where there is no hint, or no
    room for the tools in its line, they go on below it.
    """

    def __init__(self, hint: QWidget, tools: QWidget | None) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.addWidget(hint)
        if tools is not None:
            self.addWidget(tools)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """The hint first, then the tools."""
        self._items.append(item)

    def count(self) -> int:
        """One, or two with tools."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """A part; `None` beyond the last, as Qt wants it."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take a part out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """None."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Tools that are wider than the line go on below the hint."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high it is when it is so wide."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put hint and tools in their places."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Of the hint; the tools find their room in its line."""
        hint, tools = self._shown()
        shown = hint or tools
        return shown.sizeHint() if shown is not None else QSize(0, 0)

    def minimumSize(self) -> QSize:
        """Of whichever is wider; how high it must be follows from how wide it is."""
        return QSize(max((item.minimumSize().width() for item in self._shown() if item is not None), default=0), 0)

    def _shown(self) -> tuple[QLayoutItem | None, QLayoutItem | None]:
        hint, tools = self.itemAt(0), self.itemAt(1)
        return tuple(item if item is not None and not item.isEmpty() else None for item in (hint, tools))  # type: ignore[return-value]

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Lay out; returns the height that it takes."""
        hint, tools = self._shown()
        line = hint.sizeHint().height() if hint is not None else 0
        beside = QRect(rect.topLeft(), QSize(rect.width(), line))
        over, below = QRect(), QRect()
        if tools is not None:
            size = tools.sizeHint()
            is_roomy = hint is not None and hint.minimumSize().width() + GAP + size.width() <= rect.width()
            if is_roomy:
                beside.setRight(rect.right() - size.width() - GAP)
                over = QRect(QPoint(beside.right() + 1 + GAP, beside.center().y() + 1 - size.height() // 2), size)
            else:
                over = below = QRect(rect.x(), rect.y() + line, rect.width(), tools.heightForWidth(rect.width()))
        for item, room in ((hint, beside), (tools, over)):
            if item is not None and move:
                item.setGeometry(room)
        return line + below.height()
