"""Cells in rows and columns: the model and view that tables and matrices share.

A cell is a place of the project like any other: what is typed goes through the gate, what cannot be read stays in
the cell, marked. Blocks of cells are copied and pasted as a spreadsheet does it.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from forms import fieldtypes
from forms.answers import ORIGIN_MARK, Answer, Origin, Value
from forms.errors import UserError
from ui import prose_document as prose
from ui.amounts import read_amount
from ui.captions import row_choices
from ui.editors.base import Line, NumberLine, QuietCombo, Spot, accessible_name
from ui.editors.line import shown
from ui.editors.prose import ProseEdit
from ui.style import current_theme
from ui.style.sheet import SMALL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forms.fieldtypes import Asked

Index = QModelIndex | QPersistentModelIndex
PATH_ROLE = Qt.ItemDataRole.UserRole + 1
MARK_ROLE = Qt.ItemDataRole.UserRole + 2
WRONG_ROLE = Qt.ItemDataRole.UserRole + 3
LONG = 60
"""More rows than this scroll inside the grid, all of one height; fewer make it as high as they are."""
SHOWN = 24
"""Rows in sight of a grid that scrolls inside."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class CellPlace:
    """One cell: its path, what is asked there, and its name for assistive technology."""

    path: str
    asked: Asked
    name: str


@dataclass(frozen=True)
class _Shown:
    text: str
    mark: str
    note: str
    wrong: str


class GridModel(QAbstractTableModel):
    """Cells of one field. `refused(error)` tells what a cell could not take."""

    refused = Signal(object)
    converted = Signal(str)
    """How amounts were read that were typed or pasted in another unit."""
    refreshed = Signal()

    def __init__(self, spot: Spot, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.spot = spot
        self._places: list[list[CellPlace]] = []
        self._heads: tuple[list[str], list[str]] = ([], [])
        self._shown: dict[tuple[int, int], _Shown] = {}
        self._converted: list[str] = []
        self._decimal_sign: str | None = None

    # -- what kinds of grids differ in ------------------------------------------------------------------------

    def places(self) -> list[list[CellPlace]]:
        """All cells as they are now, row by row."""
        raise NotImplementedError

    def heads(self) -> tuple[list[str], list[str]]:
        """Heads of columns and of rows."""
        raise NotImplementedError

    def extend_to(self, rows: int) -> None:
        """Make room for so many rows, if the grid can grow."""

    def is_readonly(self) -> bool:
        """True when nothing may be typed."""
        return False

    # -- reading ----------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read everything again; open editors stay open when the shape is the same."""
        places, heads = self.places(), self.heads()
        same = [[cell.path for cell in row] for row in places] == [[cell.path for cell in row] for row in self._places]
        if not same:
            self.beginResetModel()
        self._places, self._heads = places, heads
        self._shown.clear()
        if not same:
            self.endResetModel()
        elif places and places[0]:
            self.dataChanged.emit(self.index(0, 0), self.index(len(places) - 1, len(places[0]) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(places) - 1)
        self.refreshed.emit()

    def place(self, index: Index) -> CellPlace:
        """The cell at an index."""
        return self._places[index.row()][index.column()]

    def index_of(self, path: str) -> QModelIndex:
        """Where a path is; an invalid index when it is not here."""
        for row, cells in enumerate(self._places):
            for column, cell in enumerate(cells):
                if cell.path == path:
                    return self.index(row, column)
        return QModelIndex()

    def answer(self, cell: CellPlace) -> Answer | None:
        """The answer in a cell."""
        return self.spot.binding.read.answer(self.spot.document, cell.path)

    def _shown_at(self, index: Index) -> _Shown:
        """What a cell shows; made when it is first asked for, since of a long series few cells are ever seen."""
        at = index.row(), index.column()
        if at not in self._shown:
            self._shown[at] = self._show(self.place(index))
        return self._shown[at]

    def _show(self, cell: CellPlace) -> _Shown:
        unread = self.spot.binding.unread.get((self.spot.document, cell.path), "")
        answer = self.answer(cell)
        if unread:
            return _Shown(unread, "", "", self._why(unread, cell.asked))
        if answer is None:
            return _Shown("", "", "", "")
        if answer.is_blank_on_purpose:
            return _Shown(self.tr("left blank"), "", answer.blank_reason, "")
        mark = "" if answer.origin is Origin.TYPED else ORIGIN_MARK[answer.origin]
        return _Shown(self._text(answer.value, cell.asked), mark, answer.note or str(answer.origin), "")

    def _why(self, text: str, asked: Asked) -> str:
        try:
            self.read_text(text, asked)
        except UserError as error:
            return str(error)
        finally:
            self._converted.clear()
        return ""

    def _text(self, value: Value | None, asked: Asked) -> str:
        if asked.type == "reference" and isinstance(value, str):
            return dict(self._rows(asked)).get(value, value)
        if asked.type == "file" and isinstance(value, str):
            carried = self.spot.binding.snapshot.attachments.get(value)
            return carried.name if carried else value[:12]
        return shown(value, asked)

    def _rows(self, asked: Asked) -> list[tuple[str, str]]:
        return row_choices(self.spot.binding.read, self.spot.document, asked.refers)

    def read_text(self, text: str, asked: Asked) -> Value:
        """What a text means in a cell; references by caption or key.

        Raises:
            UserError: it cannot be read.
        """
        if asked.type == "reference":
            for key, caption in self._rows(asked):
                if text.strip().casefold() in {key.casefold(), caption.casefold()}:
                    return key
            msg = self.tr("“{text}” is not a row that can be chosen here.").format(text=text)
            raise UserError(msg, self.tr("Choose from the list."))
        if asked.type == "number":
            amount = read_amount(text, asked, decimal_sign=self._decimal_sign)
            self._converted += [amount.words] if amount.words else []
            return amount.value
        return fieldtypes.parse(text, asked)

    # -- writing ----------------------------------------------------------------------------------------------

    def put_text(self, cell: CellPlace, text: str) -> bool:
        """Read a text and put it in; what cannot be read is kept in the cell and told. True when it was read."""
        binding, document = self.spot.binding, self.spot.document
        try:
            if text.strip():
                binding.project.set(document, cell.path, self.read_text(text, cell.asked), initiator=self)
            else:
                binding.project.clear(document, cell.path, initiator=self)
        except UserError as error:
            binding.keep_unread(document, cell.path, text)
            self.refused.emit(error)
            return False
        binding.keep_unread(document, cell.path, "")
        return True

    def put_value(self, cell: CellPlace, value: Value | None) -> None:
        """Put a value in; `None` clears."""
        project = self.spot.binding.project
        self.spot.binding.keep_unread(self.spot.document, cell.path, "")
        if value is None:
            self.spot.binding.attempt(lambda: project.clear(self.spot.document, cell.path, initiator=self))
        else:
            self.spot.binding.attempt(lambda: project.set(self.spot.document, cell.path, value, initiator=self))

    def clear_cells(self, indexes: Sequence[Index]) -> None:
        """Empty cells, as one step."""
        with self.spot.binding.project.edit(self.tr("Clear cells"), initiator=self):
            for index in indexes:
                self.put_value(self.place(index), None)
        self.refresh()

    def fill_down(self, indexes: Sequence[Index]) -> None:
        """Copy the uppermost cell of each column over the selected ones below; a single row takes the one above."""
        with self.spot.binding.project.edit(self.tr("Fill down"), initiator=self):
            for column in {index.column() for index in indexes}:
                rows = sorted(index.row() for index in indexes if index.column() == column)
                source = rows[0] if len(rows) > 1 else rows[0] - 1
                if source >= 0:
                    self._copy_down(column, source, [row for row in rows if row != source])
        self.refresh()

    def _copy_down(self, column: int, source: int, rows: Sequence[int]) -> None:
        answer = self.answer(self._places[source][column])
        for row in rows:
            self.put_value(self._places[row][column], answer.value if answer else None)

    def paste(self, start: Index, rows: Sequence[Sequence[str]]) -> int:
        """Put a block of texts in, as one step; returns how many cells could not be read."""
        top, left = max(0, start.row()), max(0, start.column())
        binding, document = self.spot.binding, self.spot.document
        answers: dict[str, Answer | None] = {}
        unread: dict[str, str] = {}
        refusals: list[UserError] = []
        self._converted.clear()
        with binding.project.edit(self.tr("Paste table"), initiator=self):
            self.extend_to(top + len(rows))
            for cell, text in _covered(self.places(), rows, top, left):
                try:
                    answers[cell.path] = Answer(self.read_text(text, cell.asked)) if text.strip() else None
                except UserError as error:
                    unread[cell.path] = text
                    refusals.append(error)
            binding.attempt(lambda: binding.project.put_all(document, answers, self.tr("Paste table"), initiator=self))
        for path in answers:
            binding.keep_unread(document, path, "")
        for path, text in unread.items():
            binding.keep_unread(document, path, text)
        if refusals:
            self.refused.emit(refusals[-1])
        self._tell_converted()
        self.refresh()
        return len(unread)

    def _tell_converted(self) -> None:
        words, self._converted = self._converted, []
        more = self.tr(" and {n} more").format(n=len(words) - 3) if len(words) > 3 else ""
        self.converted.emit("; ".join(words[:3]) + more)

    def copied(self, indexes: Sequence[QModelIndex]) -> list[list[str]]:
        """Texts of the smallest block that holds the indexes; numbers as plain digits."""
        if not indexes:
            return []
        rows = sorted({index.row() for index in indexes})
        columns = sorted({index.column() for index in indexes})
        return [[self._plain(self._places[row][column]) for column in columns] for row in rows]

    def _plain(self, cell: CellPlace) -> str:
        answer = self.answer(cell)
        value = answer.value if answer else None
        return format(value, "f") if isinstance(value, Decimal) else self._text(value, cell.asked)

    # -- Qt ---------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        """Rows."""
        return 0 if parent is not None and parent.isValid() else len(self._places)

    def columnCount(self, parent: Index | None = None) -> int:
        """Columns."""
        return 0 if parent is not None and parent.isValid() else len(self._heads[0])

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells can be typed into unless the field is read-only."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags if self.is_readonly() else flags | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        """Heads."""
        heads = self._heads[0] if orientation is Qt.Orientation.Horizontal else self._heads[1]
        if role == Qt.ItemDataRole.DisplayRole and 0 <= section < len(heads):
            return heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation is Qt.Orientation.Horizontal:
            number = bool(self._places) and section < len(self._places[0]) and self._is_number(self._places[0][section])
            across = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
            return int(across) | int(Qt.AlignmentFlag.AlignBottom) | int(Qt.TextFlag.TextWordWrap)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell shows and says."""
        if not index.isValid() or index.row() >= len(self._places):
            return None
        cell, shown_now = self.place(index), self._shown_at(index)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return shown_now.text
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if self._is_number(cell) else _LEFT
            case Qt.ItemDataRole.ToolTipRole:
                return shown_now.wrong or (shown_now.note if shown_now.mark else "")
            case Qt.ItemDataRole.AccessibleTextRole:
                empty = self.tr("empty")
                return f"{cell.name}: {shown_now.text or empty}"
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return shown_now.wrong or shown_now.note
            case Qt.ItemDataRole.ForegroundRole:
                return QColor(current_theme().palette.error) if shown_now.wrong else None
        return {PATH_ROLE: cell.path, MARK_ROLE: shown_now.mark, WRONG_ROLE: shown_now.wrong}.get(role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed, as text."""
        if role != Qt.ItemDataRole.EditRole or str(value) == self.data(index):
            return False
        self._converted.clear()
        self.put_text(self.place(index), str(value))
        self._tell_converted()
        self.refresh()
        return True

    def type_number(self, index: Index, text: str, decimal_sign: str | None) -> None:
        """Take a typed number, with the decimal sign of its writer when that is known."""
        self._decimal_sign = decimal_sign
        self.setData(index, text)
        self._decimal_sign = None

    def _is_number(self, cell: CellPlace) -> bool:
        return cell.asked.type == "number"


class CellDelegate(QStyledItemDelegate):
    """Paints marks of provenance and of text that cannot be read; makes the right editor for a cell."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The cell, and its mark in the upper corner."""
        super().paint(painter, option, index)
        palette = current_theme().palette
        mark, wrong = index.data(MARK_ROLE), index.data(WRONG_ROLE)
        rect: QRect = option.rect
        if mark:
            painter.save()
            small = QFont(painter.font())
            small.setPixelSize(10)
            painter.setFont(small)
            painter.setPen(QColor(palette.accent))
            painter.drawText(rect.adjusted(3, 0, -3, 0), Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, mark)
            painter.restore()
        if wrong:
            painter.fillRect(rect.left(), rect.bottom() - 1, rect.width(), 2, QColor(palette.error))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for all words, with air."""
        rect: QRect = option.rect
        metrics: QFontMetrics = option.fontMetrics
        room = QRect(0, 0, max(40, rect.width() - 22), 10_000)
        words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        size = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), words).size()
        return QSize(size.width() + 22, max(size.height(), metrics.height()) + 14)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A list for choices, a small narrative editor for prose, a line for everything else."""
        del option
        model = _grid(index)
        cell = model.place(index)
        made: QWidget
        if cell.asked.type in {"choice", "reference", "yes_no"}:
            made = self._chooser(parent, model, cell)
        elif cell.asked.type == "prose":
            made = ProseEdit(parent, lines=3)
            made.setAutoFillBackground(True)
        else:
            line = NumberLine(parent) if cell.asked.type == "number" else Line(parent)
            line.setAlignment(_RIGHT if cell.asked.type == "number" else _LEFT)
            made = line
        made.setObjectName(cell.path)
        made.setAccessibleName(cell.name)
        return made

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show what the cell holds."""
        if isinstance(editor, NumberLine) and not editor.isModified():
            editor.show_number(index.data(Qt.ItemDataRole.EditRole) or "")
        elif isinstance(editor, Line) and not editor.isModified():
            editor.setText(index.data(Qt.ItemDataRole.EditRole) or "")
        elif isinstance(editor, QuietCombo):
            answer = _grid(index).answer(_grid(index).place(index))
            editor.setCurrentIndex(max(0, editor.findData(answer.value if answer else None)))
        elif isinstance(editor, ProseEdit) and not editor.document().isModified():
            answer = _grid(index).answer(_grid(index).place(index))
            prose.write(editor.document(), prose.only_blocks(answer.value if answer else None), editor.look)
            editor.document().setModified(False)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was typed or chosen."""
        if isinstance(editor, NumberLine):
            _grid(index).type_number(index, editor.text(), editor.decimal_sign())
            return
        if isinstance(editor, Line):
            model.setData(index, editor.text())
            return
        grid = _grid(index)
        if isinstance(editor, QuietCombo):
            grid.put_value(grid.place(index), editor.currentData())
        elif isinstance(editor, ProseEdit) and editor.document().isModified():
            grid.put_value(grid.place(index), prose.blocks_of(editor.document()) or None)
        grid.refresh()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Narratives may be higher than their cell."""
        rect: QRect = option.rect
        if isinstance(editor, ProseEdit):
            editor.setGeometry(rect.x(), rect.y(), max(rect.width(), 320), editor.height())
        else:
            super().updateEditorGeometry(editor, option, index)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter is a new line in a narrative, not the end of it; Escape ends it."""
        if isinstance(editor, ProseEdit) and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            ends = event.key() == Qt.Key.Key_Escape or event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not ends:
                return False
        return super().eventFilter(editor, event)

    def _chooser(self, parent: QWidget, model: GridModel, cell: CellPlace) -> QuietCombo:
        combo = QuietCombo(parent)
        combo.addItem("", None)
        entries: Sequence[tuple[Value, str]]
        if cell.asked.type == "yes_no":
            entries = [(True, self.tr("Yes")), (False, self.tr("No"))]
        elif cell.asked.type == "reference":
            entries = row_choices(model.spot.binding.read, model.spot.document, cell.asked.refers)
        else:
            entries = [(choice.code, choice.label) for choice in cell.asked.choices]
        for value, label in entries:
            combo.addItem(label, value)
        combo.activated.connect(self._chosen)
        return combo

    def _chosen(self) -> None:
        editor = self.sender()
        if isinstance(editor, QWidget):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)


class Grid(QTableView):
    """A table as high as its rows, worked like a spreadsheet."""

    current_changed = Signal(str)
    pasted_wrong = Signal(int)
    row_wanted = Signal()
    row_moved = Signal(int)
    row_removed = Signal()

    def __init__(self, model: GridModel, widths: Sequence[float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widths = list(widths)
        self.setModel(model)
        self._grid = model
        self.setItemDelegate(CellDelegate(self))
        self.setObjectName(model.spot.path)
        self.setAccessibleName(model.spot.name)
        self.setWordWrap(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        head = self.horizontalHeader()
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        side = self.verticalHeader()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setHighlightSections(False)
        side.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.sectionResized.connect(self.fit)
        model.refreshed.connect(self.fit)
        self.selectionModel().currentChanged.connect(self._tell_current)
        current_theme().changed.connect(self.fit)

    @property
    def grid(self) -> GridModel:
        """The cells."""
        return self._grid

    # -- shape ------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out again."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._share_width()
            self.fit()

    def fit(self) -> None:
        """Be as high as the rows are; a long series scrolls inside."""
        head, rows = self._head_height(), self._grid.rowCount()
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if self.is_long else policy.ScrollBarAlwaysOff)
        if self.is_long:
            line = self.fontMetrics().height() + 12
            self.verticalHeader().setDefaultSectionSize(line)
            for row in range(LONG):
                self.setRowHeight(row, line)
            high = SHOWN * line
        else:
            self.resizeRowsToContents()
            high = sum(self.rowHeight(row) for row in range(rows))
        self.horizontalHeader().setFixedHeight(head)
        across = sum(self.columnWidth(column) for column in range(self._grid.columnCount()))
        bar = self.horizontalScrollBar().sizeHint().height() if across > self.viewport().width() + 2 else 0
        self.setFixedHeight(head + high + bar + 4)

    @property
    def is_long(self) -> bool:
        """True when there are too many rows to show all."""
        return self._grid.rowCount() > LONG

    def _head_height(self) -> int:
        """Heads of official forms are long: they wrap."""
        metrics = self._head_metrics()
        flags = int(Qt.TextFlag.TextWordWrap)
        heights = [
            metrics.boundingRect(QRect(0, 0, max(40, self.columnWidth(n) - 14), 400), flags, self._head(n)).height()
            for n in range(self._grid.columnCount())
        ]
        return max(heights, default=18) + 14

    def _head(self, column: int) -> str:
        return str(self._grid.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) or "")

    def _share_width(self) -> None:
        count = self._grid.columnCount()
        widths = (self._widths + [1.0] * count)[:count]
        least = [self._least_width(column) for column in range(count)]
        spare, total = max(0, self.viewport().width() - 1 - sum(least)), sum(widths) or 1
        for column, width in enumerate(widths):
            self.setColumnWidth(column, least[column] + int(spare * width / total))

    def _least_width(self, column: int) -> int:
        """So wide that the head needs three lines at most, and no word is cut."""
        metrics, head = self._head_metrics(), self._head(column)
        longest = max((metrics.horizontalAdvance(word) for word in head.split()), default=0)
        return max(64, longest + 18, metrics.horizontalAdvance(head) // 3 + 24)

    def _head_metrics(self) -> QFontMetrics:
        font = QFont(self.font())
        font.setPixelSize(max(10, round(SMALL * current_theme().scale)))
        return QFontMetrics(font)

    # -- keys -------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, paste, clear, move rows; Tab leaves after the last cell."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif QKeySequence(event.keyCombination()) == QKeySequence("Ctrl+D"):
            self.fill_down()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.row_moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() == Qt.Key.Key_Insert:
            self.row_wanted.emit()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() == Qt.Key.Key_Delete:
            self.row_removed.emit()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._grid.clear_cells(self.selectedIndexes())
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._may_edit():
            self.edit(self.currentIndex())
        elif event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab} and self._at_edge(event.key()):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Tab)
        else:
            super().keyPressEvent(event)

    def _may_edit(self) -> bool:
        editing = self.state() is QAbstractItemView.State.EditingState
        return self.currentIndex().isValid() and not editing

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Up and down scrolls the page, but for a long grid that one works in."""
        sideways = abs(event.angleDelta().x()) > abs(event.angleDelta().y())
        if sideways or (self.is_long and self.hasFocus() and self._can_scroll(event.angleDelta().y())):
            super().wheelEvent(event)
        else:
            event.ignore()

    def _can_scroll(self, by: int) -> bool:
        bar = self.verticalScrollBar()
        return bar.value() > bar.minimum() if by > 0 else bar.value() < bar.maximum()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Leave the table only from its edge."""
        if self._at_edge(Qt.Key.Key_Tab if forward else Qt.Key.Key_Backtab):
            return QWidget.focusNextPrevChild(self, forward)
        return False

    def closeEditor(self, editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
        """Tab goes on in the next cell, and from the last one out of the table, not back to the first."""
        hints = QStyledItemDelegate.EndEditHint
        ways = {hints.EditNextItem: (Qt.Key.Key_Tab, True), hints.EditPreviousItem: (Qt.Key.Key_Backtab, False)}
        key, forward = ways.get(hint, (None, False))
        leaves = key is not None and self._at_edge(key)
        super().closeEditor(editor, hints.NoHint if leaves else hint)
        if leaves:
            QWidget.focusNextPrevChild(self, forward)

    def _at_edge(self, key: int) -> bool:
        place = self.currentIndex()
        if not place.isValid():
            return True
        if key == Qt.Key.Key_Tab:
            return place.row() == self._grid.rowCount() - 1 and place.column() == self._grid.columnCount() - 1
        return place.row() == 0 and place.column() == 0

    # -- clipboard --------------------------------------------------------------------------------------------

    def copy(self) -> None:
        """Put the selected cells on the clipboard, for spreadsheets and for word processors."""
        rows = self._grid.copied(self.selectedIndexes())
        if not rows:
            return
        out = io.StringIO()
        csv.writer(out, dialect="excel-tab", lineterminator="\n").writerows(rows)
        # Plain text with tabs, which spreadsheets and word processors read: Qt keeps mime data made in Python until
        # after Python is gone, and ends in a crash.
        QGuiApplication.clipboard().setText(out.getvalue())

    def fill_down(self) -> None:
        """Repeat the uppermost selected cell in those below."""
        if self.selectedIndexes() and not self._grid.is_readonly():
            self._grid.fill_down(self.selectedIndexes())

    def paste(self) -> None:
        """Put a block of cells in, starting at the current one."""
        rows = read_block(QGuiApplication.clipboard().text())
        heads = [self._head(column).casefold() for column in range(self._grid.columnCount())]
        if rows and [text.strip().casefold() for text in rows[0]] == heads[: len(rows[0])]:
            rows = rows[1:]
        if rows and not self._grid.is_readonly():
            self.pasted_wrong.emit(self._grid.paste(self.currentIndex(), rows))

    def _tell_current(self, current: QModelIndex) -> None:
        if current.isValid():
            self.current_changed.emit(self._grid.place(current).path)


def _covered(
    places: Sequence[Sequence[CellPlace]], rows: Sequence[Sequence[str]], top: int, left: int
) -> Iterator[tuple[CellPlace, str]]:
    """The cells below a block of texts that begins at a row and column; what goes beyond the grid is left out."""
    for cells, texts in zip(places[top:], rows, strict=False):
        yield from zip(cells[left:], texts, strict=False)


def read_block(text: str) -> list[list[str]]:
    """Rows and cells of a copied block; cells in quotes may hold line ends."""
    rows = list(csv.reader(io.StringIO(text.replace("\r\n", "\n")), dialect="excel-tab"))
    return [row for row in rows if row]


def _grid(index: Index) -> GridModel:
    model = index.model()
    if not isinstance(model, GridModel):
        msg = "This index is not of a grid."
        raise TypeError(msg)
    return model


__all__ = ["CellPlace", "Grid", "GridModel", "accessible_name", "read_block"]
