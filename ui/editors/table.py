"""Tables: rows that come, go and move; as a grid, or a record below the other where there are many columns."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from forms.definition import Column, Field
from forms.errors import UserError
from forms.evidence import read_attachment
from forms.fieldpath import cell_path
from ui import steps
from ui.dialogs.import_series import import_series
from ui.editors.attachment import dropped_files
from ui.editors.base import Editor, Spot, accessible_name
from ui.editors.cells import CellPlace, GridModel
from ui.editors.grid import Grid
from ui.editors.sites import SiteFiles, holds_sites
from ui.labels import caption
from ui.layouts import Flow
from ui.messages import Message, message_of
from ui.style import current_theme, icon
from ui.words import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from forms.answers import Answer
    from forms.document import Reader
    from forms.fieldtypes import Asked

WIDEST_GRID = 7
"""More columns than this, in normal type, are shown as records: nobody reads a table that is pushed sideways."""


def column_head(column: Column) -> str:
    """Heading with its unit."""
    return f"{column.label} ({column.unit})" if column.unit not in {"", "1"} else column.label


def shown_columns(field: Field) -> tuple[Column, ...]:
    """The columns that a table shows."""
    return field.shown_columns


def is_wide(asked: Asked) -> bool:
    """True for a table of more columns than fit the page; in large type fewer do."""
    most = WIDEST_GRID / max(1.0, current_theme().scale)
    return isinstance(asked, Field) and asked.type == "table" and len(shown_columns(asked)) > round(most)


class RowsModel(GridModel):
    """Rows of a table field."""

    def __init__(self, spot: Spot, field: Field, parent: QObject | None = None) -> None:
        super().__init__(spot, parent)
        self._field = field
        self._columns = shown_columns(field)
        self.readonly = False

    def keys(self) -> tuple[str, ...]:
        """Row keys in order."""
        return self.spot.binding.read.rows(self.spot.path, self.spot.document)

    def places(self) -> list[list[CellPlace]]:
        """One row a key."""
        return [[self._cell(key, column, row) for column in self._columns] for row, key in enumerate(self.keys(), 1)]

    def heads(self) -> tuple[list[str], list[str]]:
        """Labels with units; rows by number."""
        return [column_head(column) for column in self._columns], [str(n + 1) for n in range(len(self.keys()))]

    def extend_to(self, rows: int) -> None:
        """Add rows at the end."""
        missing = rows - len(self.keys())
        if missing > 0:
            self.spot.binding.project.add_rows(self.spot.document, self.spot.path, missing, initiator=self)

    def is_readonly(self) -> bool:
        """As the field says."""
        return self.readonly

    def _cell(self, key: str, column: Column, row: int) -> CellPlace:
        name = self.tr("{column}, row {row}").format(column=accessible_name(column.label, column.unit), row=row)
        return CellPlace(cell_path(self.spot.path, key, column.key), column, name)


class RowVerbs(QObject):
    """Add, remove, move rows through the gate."""

    def __init__(self, spot: Spot, parent: QObject) -> None:
        super().__init__(parent)
        self._spot = spot

    @property
    def read(self) -> Reader:
        """The project now."""
        return self._spot.binding.read

    def keys(self) -> tuple[str, ...]:
        """Row keys in order."""
        return self.read.rows(self._spot.path, self._spot.document)

    def add(self, at: int | None = None) -> str:
        """Add an empty row; returns its key."""
        return self._spot.binding.project.add_row(self._spot.document, self._spot.path, at=at, initiator=self)

    def remove(self, keys: list[str]) -> None:
        """Remove rows, as one step."""
        project = self._spot.binding.project
        with project.edit(steps.REMOVE_ROW, initiator=self):
            for key in keys:
                project.remove_row(self._spot.document, self._spot.path, key, initiator=self)

    def move(self, key: str, by: int) -> None:
        """Move a row up (-1) or down (1)."""
        to = self.keys().index(key) + by
        if 0 <= to < len(self.keys()):
            self._spot.binding.project.move_row(self._spot.document, self._spot.path, key, to, initiator=self)

    def attach(self, files: Sequence[Path]) -> list[str]:
        """A row for each file, with the file carried in the project and its name for a title, as one step.

        Raises:
            UserError: a file cannot be read, or is too large; nothing was added then.
        """
        field = table_field(self._spot.asked)
        holder = file_column(field)
        title = next((column for column in field.columns if column.type == "text"), None)
        carried = [read_attachment(file) for file in files] if holder is not None else []
        project, document, path = self._spot.binding.project, self._spot.document, self._spot.path
        keys = []
        with project.edit(steps.ATTACH_FILES, initiator=self):
            for item in carried:
                keys.append(project.add_row(document, path, initiator=self))
                if title is not None:
                    name = Path(item.name).stem.replace("_", " ")
                    project.set(document, cell_path(path, keys[-1], title.key), name, initiator=self)
                if holder is not None:
                    project.set(document, cell_path(path, keys[-1], holder.key), project.attach(item), initiator=self)
        return keys


def file_column(field: Field) -> Column | None:
    """The column that holds files, if the table has one."""
    return next((column for column in field.columns if column.type == "file"), None)


class FileDrops(QObject):
    """Lets files be dropped on the editor of a table that holds files; `attached` carries the keys of their rows."""

    attached = Signal(object)

    def __init__(self, editor: Editor, verbs: RowVerbs) -> None:
        super().__init__(editor)
        self._editor = editor
        self._verbs = verbs
        self.readonly = False
        if file_column(table_field(editor.spot.asked)) is not None:
            editor.setAcceptDrops(True)
            editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files; anything else goes on to the window."""
        del watched
        if not isinstance(event, QDropEvent | QDragMoveEvent) or self.readonly:
            return False
        files = dropped_files(event.mimeData())
        if not files:
            event.ignore()
            return True
        event.acceptProposedAction()
        if event.type() is QEvent.Type.Drop:
            self.attach(files)
        return True

    def attach(self, files: Sequence[Path]) -> None:
        """Take these files in."""
        try:
            keys = self._verbs.attach(files)
        except UserError as error:
            self._editor.spot.messages.tell(message_of(error))
            return
        self.attached.emit(keys)


class TableEditor(Editor):
    """A table as a grid."""

    RANK = 1
    COMPOUND = True

    def __init__(self, spot: Spot, parent: QWidget | None = None) -> None:
        super().__init__(spot, parent)
        field = table_field(spot.asked)
        self.model = RowsModel(spot, field, self)
        self.grid = Grid(self.model, [column.width for column in shown_columns(field)], self)
        self.verbs = RowVerbs(spot, self)
        self.drops = FileDrops(self, self.verbs)
        self.drops.attached.connect(self._attached)
        self.setFocusProxy(self.grid)
        self._places = SiteFiles(self) if holds_sites(spot.asked) else None
        self._empty = EmptyTable(field, self._add, self.grid.paste, self)
        self._tools = RowTools(self)
        if self._places is not None:
            self._places.added.connect(self._attached)
            self._empty.offer(self.tr("Import KML or GeoJSON"), self._places.choose)
        self._empty.offer(self.tr("Import CSV or XLSX"), self._import)
        for name, text, do in self._commands():
            self._tools.add(name, text, do)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._empty, self.grid, self._tools):
            column.addWidget(part)
        self.grid.current_changed.connect(self.current_changed)
        self.grid.pasted_wrong.connect(self._tell_paste)
        self.grid.row_wanted.connect(self._add_below)
        self.grid.row_moved.connect(self._move)
        self.grid.row_removed.connect(self._remove)
        self.model.refused.connect(self._tell_refused)
        self.model.converted.connect(self.echoed)
        self.show_answer(spot.answer)

    @classmethod
    def suits(cls, asked: Asked) -> bool:
        """Tables with few columns."""
        return isinstance(asked, Field) and asked.type == "table"

    def show_answer(self, answer: Answer | None) -> None:
        """Show the rows."""
        del answer
        self.model.refresh()
        empty = not self.model.rowCount()
        self._empty.setVisible(empty)
        self.grid.setVisible(not empty)
        self._tools.setVisible(not empty and not self.model.readonly)
        self.setFocusProxy(self._empty.button if empty else self.grid)

    def set_readonly(self, readonly: bool) -> None:
        """Rows can be copied still."""
        self.model.readonly = self.drops.readonly = readonly
        if self._places is not None:
            self._places.readonly = readonly
        self._tools.setVisible(not readonly and bool(self.model.rowCount()))
        self._empty.set_readonly(readonly=readonly)

    def focus_place(self, path: str) -> None:
        """Put the focus on a cell."""
        index = self.model.index_of(path)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if index.isValid():
            self.grid.setCurrentIndex(index)

    def _commands(self) -> list[tuple[str, str, Callable[[], None]]]:
        places = [("folder-open", self.tr("Import KML or GeoJSON"), self._places.choose)] if self._places else []
        return [
            ("plus", self.tr("Add row (Alt+Insert)"), self._add),
            ("trash-2", self.tr("Remove row (Alt+Delete)"), self._remove),
            ("arrow-up", self.tr("Move up (Alt+Up)"), self._up),
            ("arrow-down", self.tr("Move down (Alt+Down)"), self._down),
            ("copy", self.tr("Copy (Ctrl+C)"), self.grid.copy),
            ("clipboard-paste", self.tr("Paste (Ctrl+V)"), self.grid.paste),
            ("chevron-down", self.tr("Fill down (Ctrl+D)"), self.grid.fill_down),
            ("table-2", self.tr("Import CSV or XLSX"), self._import),
            *places,
        ]

    def _add(self) -> None:
        self.verbs.add()
        self._after(len(self.verbs.keys()) - 1)

    def _import(self) -> None:
        if import_series(self.spot, self):
            self._after(self.model.rowCount() - 1)

    def _attached(self, keys: list[str]) -> None:
        self._after(self.verbs.keys().index(keys[-1]))

    def _add_below(self) -> None:
        row = self.grid.currentIndex().row() + 1
        self.verbs.add(at=row)
        self._after(row)

    def _remove(self) -> None:
        rows = sorted({index.row() for index in self.grid.selectedIndexes()})
        keys = self.verbs.keys()
        self.verbs.remove([keys[row] for row in rows])
        self._after(min(rows, default=0))

    def _up(self) -> None:
        self._move(-1)

    def _down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        index = self.grid.currentIndex()
        if index.isValid():
            self.verbs.move(self.verbs.keys()[index.row()], by)
            self._after(max(0, min(index.row() + by, self.model.rowCount() - 1)), index.column())

    def _after(self, row: int, column: int = 0) -> None:
        self.show_answer(None)
        if self.model.rowCount():
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
            self.grid.setCurrentIndex(self.model.index(min(row, self.model.rowCount() - 1), column))
        else:
            self.grid.selectionModel().setCurrentIndex(QModelIndex(), self.grid.selectionCommand(QModelIndex()))

    def _tell_refused(self, error: object) -> None:
        self.refused.emit("", getattr(error, "message", ""), getattr(error, "remedy", ""))

    def _tell_paste(self, wrong: int) -> None:
        self.show_answer(None)
        if wrong:
            one = self.tr("1 cell could not be read. It keeps what was pasted and is marked.")
            many = self.tr("{n} cells could not be read. They keep what was pasted and are marked.")
            text = counted(wrong, one, many)
            self.spot.messages.tell(Message(text, kind="warning"))


class RowTools(QWidget):
    """Small buttons below a table."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = Flow(self)
        self._buttons: list[tuple[QPushButton, str]] = []
        current_theme().changed.connect(self._tint)

    def add(self, name: str, text: str, do: Callable[[], None]) -> None:
        """One button; the first with its words, the others with a picture and the words as tip."""
        first = not self._buttons
        button = QPushButton(text.partition(" (")[0] if first else "", self)
        button.setAccessibleName(text)
        button.setToolTip(text)
        button.setProperty("flat", True)
        button.setProperty("small", True)
        button.clicked.connect(do)
        self._row.addWidget(button)
        self._buttons.append((button, name))
        self._tint()

    def buttons(self) -> list[QPushButton]:
        """In order."""
        return [button for button, _ in self._buttons]

    def _tint(self) -> None:
        for button, name in self._buttons:
            button.setIcon(icon(name, current_theme().palette))


class EmptyTable(QFrame):
    """What belongs into a table, while it is empty."""

    def __init__(self, field: Field, add: Callable[[], None], paste: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "empty")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        heads = ", ".join(item.label for item in shown_columns(field)[:6])
        column.addWidget(
            caption(self.tr("Nothing here yet. Each row holds: {heads}.").format(heads=heads), "quiet", self)
        )
        if field.example:
            column.addWidget(caption(self.tr("For example: {example}").format(example=field.example), "small", self))
        if field.source:
            column.addWidget(caption(field.source, "small", self))
        self.button = QPushButton(self.tr("Add the first row"), self)
        self._paste = QPushButton(self.tr("Paste from a spreadsheet"), self)
        self._paste.setProperty("flat", True)
        self.button.clicked.connect(add)
        self._paste.clicked.connect(paste)
        self.button.setAccessibleName(self.tr("Add the first row to {label}").format(label=field.label))
        self._row = Flow(gap=6)
        self._row.addWidget(self.button)
        self._row.addWidget(self._paste)
        column.addLayout(self._row)
        self._others = [self._paste]

    def offer(self, text: str, do: Callable[[], None]) -> None:
        """One more way to fill the table."""
        button = QPushButton(text, self)
        button.setProperty("flat", True)
        button.clicked.connect(do)
        self._row.addWidget(button)
        self._others.append(button)

    def set_readonly(self, *, readonly: bool) -> None:
        """Nothing can be added."""
        for button in (self.button, *self._others):
            button.setVisible(not readonly)


def table_field(asked: Asked) -> Field:
    """What is asked, as the table it is.

    Raises:
        TypeError: it is none.
    """
    if isinstance(asked, Field):
        return asked
    msg = f"{asked.label} is not a table"
    raise TypeError(msg)


def spot_of_cell(spot: Spot, key: str, column: Column, row_name: str) -> Spot:
    """The place of one cell, for an editor of its own."""
    name = f"{accessible_name(column.label, column.unit)}, {row_name}"
    return replace(spot, path=cell_path(spot.path, key, column.key), asked=column, name=name)
