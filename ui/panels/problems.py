"""What the checks say, gravest first; a click goes to the field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from forms.problems import Problem, Severity
from ui.captions import place_name
from ui.editors.base import QuietCombo
from ui.panels.progress import ProgressPanel
from ui.style import current_theme
from ui.style.icons import picture
from ui.words import errors_and_warnings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forms.document import Reader

Index = QModelIndex | QPersistentModelIndex
PROBLEM = Qt.ItemDataRole.UserRole + 1
WHERE = Qt.ItemDataRole.UserRole + 2
_WRAP = int(Qt.TextFlag.TextWordWrap)


class ProblemsPanel(QWidget):
    """The list, with how much of the project it covers."""

    place_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problems: tuple[Problem, ...] = ()
        self._read: Reader | None = None
        self._here = ("", "")
        self.scope = QuietCombo(self)
        self.scope.setAccessibleName(self.tr("Problems of"))
        for value, label in (
            ("", self.tr("Whole project")),
            ("document", self.tr("This document")),
            ("section", self.tr("This section")),
        ):
            self.scope.addItem(label, value)
        self._count = QLabel(self)
        self._count.setProperty("role", "small")
        self._none = QLabel(self.tr("The checks found nothing here."), self)
        self._none.setProperty("role", "quiet")
        self._none.setContentsMargins(16, 8, 16, 8)
        self.model = _ProblemModel(self)
        self.view = _List(self)
        self.view.setModel(self.model)
        self.view.setAccessibleName(self.tr("Problems"))
        self.progress = ProgressPanel(self)
        self.ways = QTabBar(self)
        self.ways.setObjectName("ways")
        self.ways.setExpanding(False)
        self.ways.setAccessibleName(self.tr("Problems or progress"))
        self.ways.addTab(self.tr("What is wrong"))
        self.ways.addTab(self.tr("What is left"))
        self._lay_out()
        self.ways.currentChanged.connect(self._stack.setCurrentIndex)
        self.progress.place_wanted.connect(self.place_wanted)
        self.scope.activated.connect(self._refill)
        self.view.clicked.connect(self._go)
        self.view.activated.connect(self._go)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 4, 16, 4)
        head.addWidget(self.scope)
        head.addStretch(1)
        head.addWidget(self._count)
        problems = QWidget(self)
        inside = QVBoxLayout(problems)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addLayout(head)
        inside.addWidget(self._none)
        inside.addWidget(self.view, 1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(problems)
        self._stack.addWidget(self.progress)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.ways)
        column.addWidget(self._stack, 1)

    def show_problems(self, problems: Sequence[Problem], read: Reader) -> None:
        """All problems, and the project that they were found in."""
        self._problems, self._read = tuple(problems), read
        self._refill()

    def show_place(self, document: str, section: str) -> None:
        """Where the user is; matters when only a part is listed."""
        self._here = (document, section)
        if self.scope.currentData():
            self._refill()

    def neighbour(self, by: int) -> None:
        """Go to the next (1) or previous (-1) problem of the list."""
        count = self.model.rowCount()
        if not count:
            return
        row = self.view.currentIndex().row()
        row = (row + by) % count if row >= 0 else 0
        index = self.model.index(row)
        self.view.setCurrentIndex(index)
        self._go(index)

    def _refill(self) -> None:
        listed = [(problem, self._where(problem)) for problem in self._problems if self._in_scope(problem)]
        self.model.fill(listed)
        errors = sum(problem.severity is Severity.ERROR for problem, _ in listed)
        warnings = sum(problem.severity is Severity.WARNING for problem, _ in listed)
        self._count.setText(" · ".join(errors_and_warnings(errors, warnings)))
        self._none.setVisible(not listed)
        self.view.setVisible(bool(listed))

    def _in_scope(self, problem: Problem) -> bool:
        match self.scope.currentData():
            case "document":
                return problem.document == self._here[0]
            case "section":
                return (problem.document, self._section(problem)) == self._here
        return True

    def _section(self, problem: Problem) -> str:
        if self._read is None or problem.document not in self._read.snapshot.documents:
            return ""
        form = self._read.form(problem.document)
        field = form.field(problem.path)
        return form.section_of_field[field.path].id if field else ""

    def _where(self, problem: Problem) -> str:
        if self._read is None or problem.document not in self._read.snapshot.documents:
            return problem.path
        form = self._read.form(problem.document)
        return place_name(form, problem.path)

    def _go(self, index: QModelIndex) -> None:
        problem = index.data(PROBLEM)
        if isinstance(problem, Problem):
            self.place_wanted.emit(problem.document, problem.path)


class _ProblemModel(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[tuple[Problem, str]] = []

    def fill(self, rows: list[tuple[Problem, str]]) -> None:
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        problem, where = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return problem.message
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._severity(problem)}, {where}: {problem.message} {problem.remedy}"
            case Qt.ItemDataRole.ToolTipRole:
                return f"{problem.rule} · {problem.source}".strip(" ·")
        return {PROBLEM: problem, WHERE: where}.get(role)

    def _severity(self, problem: Problem) -> str:
        words = {Severity.ERROR: self.tr("Error"), Severity.WARNING: self.tr("Warning")}
        return words.get(problem.severity, self.tr("Information"))


class _List(QListView):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setItemDelegate(_ProblemDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        current_theme().changed.connect(self.scheduleDelayedItemsLayout)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class _ProblemDelegate(QStyledItemDelegate):
    """Sign, place, message, remedy, rule."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        font: QFont = option.font
        height = sum(rect.height() for rect, *_ in self._parts(index, QRect(0, 0, width, 10_000), font))
        return QSize(width, height + 22)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette = current_theme().palette
        whole: QRect = option.rect
        state = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(whole, QColor(palette.accent_soft))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(whole, QColor(palette.hover))
        problem: Problem = index.data(PROBLEM)
        name, colour = {
            Severity.ERROR: ("circle-alert", palette.error),
            Severity.WARNING: ("triangle-alert", palette.warning),
        }.get(problem.severity, ("info", palette.quiet))
        painter.drawPixmap(
            whole.x() + 16,
            whole.y() + 12,
            picture(name, colour, current_theme().px(16), ratio=painter.device().devicePixelRatioF()),
        )
        for rect, text, font, ink in self._parts(index, whole, option.font):
            painter.setFont(font)
            painter.setPen(QColor(ink))
            painter.drawText(rect, _WRAP, text)
        painter.setPen(QColor(palette.hairline))
        painter.drawLine(whole.left() + 16, whole.bottom(), whole.right() - 16, whole.bottom())
        painter.restore()

    def _parts(self, index: Index, whole: QRect, font: QFont) -> list[tuple[QRect, str, QFont, str]]:
        palette = current_theme().palette
        small = QFont(font)
        small.setPixelSize(max(10, font.pixelSize() - 2))
        problem: Problem = index.data(PROBLEM)
        metrics = self._view.fontMetrics()
        del metrics
        parts: list[tuple[QRect, str, QFont, str]] = []
        top, left, width = (
            whole.y() + 10,
            whole.x() + 26 + current_theme().px(16),
            whole.width() - 42 - current_theme().px(16),
        )
        where = f"{index.data(WHERE)}   {problem.rule}"
        for text, letters, ink in (
            (where, small, palette.quiet),
            (problem.message, font, palette.text),
            (problem.remedy, small, palette.quiet),
        ):
            if text:
                height = _height(text, letters, width)
                parts.append((QRect(left, top, width, height), text, letters, ink))
                top += height + 1
        return parts


def _height(text: str, font: QFont, width: int) -> int:
    from PySide6.QtGui import QFontMetrics

    return QFontMetrics(font).boundingRect(QRect(0, 0, width, 10_000), _WRAP, text).height()
