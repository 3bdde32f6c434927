"""The cells of a table or a matrix: what each shows and says, and what is typed, pasted and filled into it.

A cell is a place of the project like any other: what is typed goes through the gate, what cannot be read stays in
the cell, marked. Blocks of cells are copied and pasted as a spreadsheet does it.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics

from forms import fieldtypes
from forms.answers import ORIGIN_MARK, Answer, Origin, Value
from forms.errors import UserError
from ui import steps
from ui.amounts import read_amount
from ui.captions import row_choices
from ui.editors.line import shown
from ui.labels import wrapped
from ui.style import current_theme

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forms.fieldtypes import Asked
    from ui.editors.base import Spot

Index = QModelIndex | QPersistentModelIndex
PATH_ROLE = Qt.ItemDataRole.UserRole + 1
MARK_ROLE = Qt.ItemDataRole.UserRole + 2
WRONG_ROLE = Qt.ItemDataRole.UserRole + 3
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


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
        self.side: tuple[QFontMetrics, int] | None = None
        """Letters of the heads of rows, and the width in which they are broken into lines."""

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
        with self.spot.binding.project.edit(steps.CLEAR_CELLS, initiator=self):
            for index in indexes:
                self.put_value(self.place(index), None)
        self.refresh()

    def fill_down(self, indexes: Sequence[Index]) -> None:
        """Copy the uppermost cell of each column over the selected ones below; a single row takes the one above."""
        with self.spot.binding.project.edit(steps.FILL_DOWN, initiator=self):
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
        with binding.project.edit(steps.PASTE_TABLE, initiator=self):
            self.extend_to(top + len(rows))
            for cell, text in _covered(self.places(), rows, top, left):
                try:
                    answers[cell.path] = Answer(self.read_text(text, cell.asked)) if text.strip() else None
                except UserError as error:
                    unread[cell.path] = text
                    refusals.append(error)
            binding.attempt(lambda: binding.project.put_all(document, answers, steps.PASTE_TABLE, initiator=self))
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
            return heads[section] if orientation is Qt.Orientation.Horizontal else self._in_lines(heads[section])
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation is Qt.Orientation.Horizontal:
            number = bool(self._places) and section < len(self._places[0]) and self._is_number(self._places[0][section])
            across = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
            return int(across) | int(Qt.AlignmentFlag.AlignBottom) | int(Qt.TextFlag.TextWordWrap)
        return None

    def _in_lines(self, head: str) -> str:
        return wrapped(head, *self.side) if self.side else head

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell shows and says."""
        if not index.isValid() or index.row() >= len(self._places):
            return None
        cell, shown_now = self.place(index), self._shown_at(index)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return shown_now.text
            case Qt.ItemDataRole.TextAlignmentRole:
                return RIGHT if self._is_number(cell) else LEFT
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


def _covered(
    places: Sequence[Sequence[CellPlace]], rows: Sequence[Sequence[str]], top: int, left: int
) -> Iterator[tuple[CellPlace, str]]:
    """The cells below a block of texts that begins at a row and column; what goes beyond the grid is left out."""
    for cells, texts in zip(places[top:], rows, strict=False):
        yield from zip(cells[left:], texts, strict=False)


def grid_of(index: Index) -> GridModel:
    """The cells that an index belongs to.

    Raises:
        TypeError: it is of another model.
    """
    model = index.model()
    if not isinstance(model, GridModel):
        msg = "This index is not of a grid."
        raise TypeError(msg)
    return model
