"""What is done to the rows of a table: add, remove, move, and a row for each file that is dropped on it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent

from forms.errors import UserError
from forms.evidence import read_attachment
from forms.fieldpath import cell_path
from ui import steps
from ui.editors.attachment import dropped_files
from ui.editors.table_shape import table_field
from ui.messages import message_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forms.definition import Column, Field
    from forms.document import Reader
    from forms.evidence import Attachment
    from ui.editors.base import Editor, Spot


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
        holds_files = file_column(table_field(self._spot.asked)) is not None
        return self.take([read_attachment(file) for file in files] if holds_files else [])

    def take(self, carried: Sequence[Attachment]) -> list[str]:
        """A row for each attachment, as one step; returns their keys."""
        field = table_field(self._spot.asked)
        holder = file_column(field)
        title = next((column for column in field.columns if column.type == "text"), None)
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
