"""The line in which one types what to do or where to go: commands, sections, fields, answers."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.editors.base import Line
from ui.search import Hit
from ui.style import current_theme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Index = QModelIndex | QPersistentModelIndex
HIT = Qt.ItemDataRole.UserRole + 1
WIDTH, MOST_ROWS = 640, 9
_KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -MOST_ROWS, Qt.Key.Key_PageDown: MOST_ROWS}


class Scope(IntEnum):
    """What is looked through."""

    ALL = 0
    ANSWERS = 1


class Finder(QFrame):
    """Lies over the window while it is used. `chosen` carries a `Hit`; `looked_for` what was typed among answers."""

    chosen = Signal(object)
    looked_for = Signal(str)

    def __init__(self, search: Callable[[str, Scope], Sequence[Hit]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("finder")
        self.setAutoFillBackground(True)
        self._search = search
        self._scope = Scope.ALL
        self._before: QWidget | None = None
        self.line = Line(self)
        self.model = _Hits(self)
        self.view = QListView(self)
        self.view.setModel(self.model)
        self.view.setItemDelegate(_HitDelegate(self.view))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setAccessibleName(self.tr("Found"))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._note = QLabel(self)
        self._note.setProperty("role", "small")
        self._note.setContentsMargins(10, 2, 10, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        for part in (self.line, self.view, self._note):
            column.addWidget(part)
        self.line.textChanged.connect(self._look)
        self.line.returnPressed.connect(self._take_current)
        self.line.installEventFilter(self)
        self.view.clicked.connect(self._take)
        parent.installEventFilter(self)
        self.hide()

    def ask(self, scope: Scope) -> None:
        """Show the line; what was typed the last time is selected, to be typed over."""
        self._scope = scope
        names = {
            Scope.ALL: self.tr("Command, section, field or words of an answer"),
            Scope.ANSWERS: self.tr("Find in the project: words of an answer"),
        }
        self.line.setPlaceholderText(names[scope])
        self.line.setAccessibleName(names[scope])
        self._before = QApplication.focusWidget()
        self._look()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def leave(self) -> None:
        """Go away, and give the focus back."""
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Arrow keys go through what was found, Escape closes; the window may change its size."""
        if event.type() is QEvent.Type.Resize and watched is self.parentWidget() and self.isVisible():
            self._place()
        if watched is not self.line:
            return False
        if event.type() is QEvent.Type.FocusOut and not self.isAncestorOf(QApplication.focusWidget() or self):
            self.hide()
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in _KEYS:
                self._step(_KEYS[Qt.Key(event.key())])
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.leave()
                return True
        return False

    def _look(self) -> None:
        text = self.line.text()
        found = self._search(text, self._scope)
        self.model.fill(found)
        self.view.setCurrentIndex(self.model.index(0))
        self._note.setText(self._words(text, len(found)))
        self._place()
        if self._scope is Scope.ANSWERS:
            self.looked_for.emit(text)

    def _words(self, text: str, count: int) -> str:
        if not text.strip():
            return self.tr("Up and Down choose, Enter goes there, Escape closes.")
        if not count:
            return self.tr("Nothing in the project has these words.")
        more = self.tr("F3 goes on to the next.") if self._scope is Scope.ANSWERS else ""
        found = self.tr("{n} found.").format(n=count)
        return f"{found} {more}".strip()

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        theme = current_theme()
        rows = min(MOST_ROWS, self.model.rowCount())
        self.view.setVisible(bool(rows))
        self.view.setFixedHeight(rows * row_height(self.view.font()) + 2)
        width = min(theme.px(WIDTH), parent.width() - 32)
        self.setFixedWidth(width)
        self.adjustSize()
        self.move((parent.width() - width) // 2, theme.px(72))

    def _step(self, by: int) -> None:
        count = self.model.rowCount()
        if count:
            row = self.view.currentIndex().row() + by
            row = row % count if abs(by) == 1 else max(0, min(row, count - 1))
            self.view.setCurrentIndex(self.model.index(row))

    def _take_current(self) -> None:
        self._take(self.view.currentIndex())

    def _take(self, index: QModelIndex) -> None:
        hit = index.data(HIT) if index.isValid() else None
        if isinstance(hit, Hit):
            self.leave()
            self.chosen.emit(hit)


class _Hits(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._hits: list[Hit] = []

    def fill(self, hits: Sequence[Hit]) -> None:
        self.beginResetModel()
        self._hits = list(hits)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._hits):
            return None
        hit = self._hits[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return hit.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self.kind(hit)}: {hit.title}, {hit.detail}"
            case Qt.ItemDataRole.ToolTipRole:
                return f"{hit.title}\n{hit.detail}"
        return hit if role == HIT else None

    def kind(self, hit: Hit) -> str:
        return {
            "command": self.tr("Command"),
            "section": self.tr("Section"),
            "field": self.tr("Field"),
            "answer": self.tr("Answer"),
        }[hit.kind]


class _HitDelegate(QStyledItemDelegate):
    """What was found, and below it where; the kind at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        return QSize(100, row_height(option.font))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette = current_theme().palette
        hit: Hit = index.data(HIT)
        rect: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(palette.accent_soft))
        small = _small(option.font)
        kind = index.model().kind(hit)  # type: ignore[attr-defined]
        room = rect.adjusted(10, 4, -10, -4)
        side = QFontMetrics(small).horizontalAdvance(kind) + 16
        painter.setPen(QColor(palette.text))
        metrics = QFontMetrics(option.font)
        top = QRect(room.x(), room.y(), room.width() - side, metrics.height())
        painter.drawText(
            top, Qt.AlignmentFlag.AlignLeft, metrics.elidedText(hit.title, Qt.TextElideMode.ElideRight, top.width())
        )
        painter.setFont(small)
        painter.setPen(QColor(palette.quiet))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, kind)
        below = QRect(room.x(), top.bottom() + 2, room.width(), room.bottom() - top.bottom())
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, hit.detail)
        painter.restore()


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPixelSize(max(10, font.pixelSize() - 2))
    return small


def row_height(font: QFont) -> int:
    """Two lines, with air."""
    return QFontMetrics(font).height() + QFontMetrics(_small(font)).height() + 12
