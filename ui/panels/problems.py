"""What the checks say in two groups, gravest first; a click goes to the field."""

from __future__ import annotations

from dataclasses import dataclass
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
    QVBoxLayout,
    QWidget,
)

from forms.justification import Justification, justification_of
from forms.problems import Problem, Severity, Step
from ui.captions import place_name
from ui.editors.base import QuietCombo
from ui.panels.explaining import Explaining
from ui.panels.progress import ProgressPanel
from ui.style import current_theme
from ui.style.icons import picture
from ui.tabs import Tabs
from ui.words import errors_and_warnings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forms.document import Reader

Index = QModelIndex | QPersistentModelIndex
PROBLEM = Qt.ItemDataRole.UserRole + 1
WHERE = Qt.ItemDataRole.UserRole + 2
REASON = Qt.ItemDataRole.UserRole + 3
HEAD = Qt.ItemDataRole.UserRole + 4
ADVICE = Qt.ItemDataRole.UserRole + 5
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
        self._none.setProperty("inset", True)
        self.model = _ProblemModel(self)
        self.view = _List(self)
        self.view.setModel(self.model)
        self.view.setAccessibleName(self.tr("Problems"))
        self.explaining = Explaining(self)
        self._meaning = QLabel(
            self.tr(
                "Passing the check means that no fault of form, consistency or arithmetic was found; not that the "
                "project will be approved or registered, nor that what it states is true."
            ),
            self,
        )
        self._meaning.setWordWrap(True)
        self._meaning.setProperty("role", "small")
        self._meaning.setProperty("inset", True)
        self.progress = ProgressPanel(self)
        self.ways = Tabs(self)
        self.ways.setObjectName("ways")
        self.ways.setAccessibleName(self.tr("Problems or progress"))
        self.ways.add(self.tr("What is wrong"), "circle-alert")
        self.ways.add(self.tr("What is left"), "list-checks")
        self._lay_out()
        self.ways.currentChanged.connect(self._stack.setCurrentIndex)
        self.progress.place_wanted.connect(self.place_wanted)
        self.scope.activated.connect(self._refill)
        self.view.clicked.connect(self._go)
        self.view.activated.connect(self._go)
        self.view.selectionModel().currentChanged.connect(self._choose)

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
        inside.addStretch(0)
        inside.addWidget(self.explaining)
        inside.addWidget(self._meaning)
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
        rows = self.model.places()
        if not rows:
            return
        here = self.view.currentIndex().row()
        row = rows[(rows.index(here) + by) % len(rows)] if here in rows else rows[0]
        index = self.model.index(row)
        self.view.setCurrentIndex(index)
        self._go(index)

    def _refill(self) -> None:
        chosen = self.view.currentIndex().data(PROBLEM)
        listed = [problem for problem in self._problems if self._in_scope(problem)]
        self.model.fill([_Row(problem, self._where(problem), self._reason(problem)) for problem in listed])
        self._choose_again(chosen)
        errors = sum(problem.severity is Severity.ERROR for problem in listed)
        warnings = sum(problem.severity is Severity.WARNING for problem in listed)
        self._count.setText(" · ".join(errors_and_warnings(errors, warnings)))
        self._none.setVisible(not listed)
        self.view.setVisible(bool(listed))

    def _reason(self, problem: Problem) -> Justification | None:
        return justification_of(self._read.snapshot, problem) if self._read is not None else None

    def _choose_again(self, chosen: Problem | None) -> None:
        """After the list was made anew: the problem that was chosen before, if it is still there."""
        row = self.model.row_of(chosen) if chosen is not None else -1
        if row >= 0 and self.view.currentIndex().row() != row:
            self.view.setCurrentIndex(self.model.index(row))
        self._choose(self.view.currentIndex())

    def _choose(self, index: Index) -> None:
        self.explaining.show_problem(index.data(PROBLEM), index.data(REASON))

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


@dataclass(frozen=True)
class _Row:
    problem: Problem
    where: str
    reason: Justification | None


class _ProblemModel(QAbstractListModel):
    """Two groups, each under a head that cannot be chosen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[_Row | Step] = []

    def fill(self, rows: list[_Row]) -> None:
        """Show these; nothing changes on screen when they are the same."""
        grouped: list[_Row | Step] = []
        for step in Step:
            own = [row for row in rows if row.problem.step is step]
            grouped += [step, *own] if own else []
        if grouped != self._rows:
            self.beginResetModel()
            self._rows = grouped
            self.endResetModel()

    def places(self) -> list[int]:
        """Rows that hold a problem."""
        return [number for number, row in enumerate(self._rows) if isinstance(row, _Row)]

    def row_of(self, problem: Problem) -> int:
        """The row of a problem; -1 when it is not listed."""
        return next((number for number in self.places() if self.index(number).data(PROBLEM) == problem), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        is_head = index.isValid() and isinstance(self._rows[index.row()], Step)
        return Qt.ItemFlag.ItemIsEnabled if is_head else super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if isinstance(row, Step):
            words = self._head(row)
            return words if role in {HEAD, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole} else None
        problem = row.problem
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return problem.message
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._severity(row)}, {row.where}: {problem.message} {self.advice(row)}"
            case Qt.ItemDataRole.ToolTipRole:
                return f"{problem.rule} · {problem.source}".strip(" ·")
        return {PROBLEM: problem, WHERE: row.where, REASON: row.reason, ADVICE: self.advice(row)}.get(role)

    def advice(self, row: _Row) -> str:
        """How to mend it, or why it may stand."""
        return self.tr("Justified: {}").format(row.reason.reason) if row.reason else row.problem.remedy

    def _head(self, step: Step) -> str:
        if step is Step.SUBMISSION:
            return self.tr("Submission checks: errors must be mended before submission")
        return self.tr("Quality checks: mend or explain; none of them holds the dossier back")

    def _severity(self, row: _Row) -> str:
        if row.reason:
            return self.tr("Justified")
        words = {Severity.ERROR: self.tr("Error"), Severity.WARNING: self.tr("Warning")}
        return words.get(row.problem.severity, self.tr("Information"))


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
        head = index.data(HEAD)
        if head:
            return QSize(width, _height(head, _strong(font), width - 32) + 16)
        height = sum(rect.height() for rect, *_ in self._parts(index, QRect(0, 0, width, 10_000), font))
        return QSize(width, height + 22)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette = current_theme().palette
        whole: QRect = option.rect
        state = option.state
        painter.save()
        if index.data(HEAD):
            painter.setFont(_strong(option.font))
            painter.setPen(QColor(palette.text))
            painter.drawText(whole.adjusted(16, 8, -16, -8), _WRAP, index.data(HEAD))
            painter.restore()
            return
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(whole, QColor(palette.accent_soft))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(whole, QColor(palette.hover))
        problem: Problem = index.data(PROBLEM)
        name, colour = {
            Severity.ERROR: ("circle-alert", palette.error),
            Severity.WARNING: ("triangle-alert", palette.quiet if index.data(REASON) else palette.warning),
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
            (index.data(ADVICE), small, palette.quiet),
        ):
            if text:
                height = _height(text, letters, width)
                parts.append((QRect(left, top, width, height), text, letters, ink))
                top += height + 1
        return parts


def _strong(font: QFont) -> QFont:
    strong = QFont(font)
    strong.setBold(True)
    return strong


def _height(text: str, font: QFont, width: int) -> int:
    from PySide6.QtGui import QFontMetrics

    return QFontMetrics(font).boundingRect(QRect(0, 0, width, 10_000), _WRAP, text).height()
