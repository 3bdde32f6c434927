"""Sites from a map: a KML, KMZ or GeoJSON file chosen, or dropped on the table."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent

from forms.definition import Field
from forms.errors import UserError
from forms.fieldpath import cell_path
from forms.geodata import MOST_BYTES, read_sites
from ui import steps
from ui.editors.attachment import dropped_files
from ui.messages import Message, message_of
from ui.words import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forms.definition import Column
    from forms.fieldtypes import Asked
    from forms.geodata import MappedSite
    from ui.editors.base import Editor

_KINDS = frozenset({".kml", ".kmz", ".geojson", ".json"})
_NEEDED = frozenset({"name", "latitude", "longitude"})


def holds_sites(asked: Asked) -> bool:
    """True for a table whose rows are places."""
    return isinstance(asked, Field) and {column.key for column in asked.columns} >= _NEEDED


class SiteFiles(QObject):
    """Adds a row for each place of a file, as one step; `added` carries the keys of the rows."""

    added = Signal(object)

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self._editor = editor
        self.readonly = False
        editor.setAcceptDrops(True)
        editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files of places; anything else goes on."""
        del watched
        if not isinstance(event, QDropEvent | QDragMoveEvent) or self.readonly:
            return False
        files = [file for file in dropped_files(event.mimeData()) if file.suffix.lower() in _KINDS]
        if not files:
            return False
        event.acceptProposedAction()
        if event.type() is QEvent.Type.Drop:
            self.take(files)
        return True

    def choose(self) -> None:
        """Ask for a file, and take its places."""
        kinds = self.tr("Places on a map (*.kml *.kmz *.geojson *.json)")
        title = self.tr("Import places from KML or GeoJSON")
        file = self._editor.spot.messages.file_to_open(self._editor.window(), title, Path.home(), kinds)
        if file is not None:
            self.take([file])

    def take(self, files: Sequence[Path]) -> None:
        """Add the places of these files; says how many, or what is wrong with a file."""
        messages = self._editor.spot.messages
        try:
            sites = [site for file in files for site in read_sites(_read(file))]
        except UserError as error:
            messages.tell(message_of(error))
            return
        self.added.emit(self._add(sites))
        text = counted(len(sites), self.tr("1 place was added."), self.tr("{n} places were added."))
        messages.tell(Message(text, self.tr("Undo takes them all back.")))

    def _add(self, sites: Sequence[MappedSite]) -> list[str]:
        spot = self._editor.spot
        project, known = spot.binding.project, {column.key for column in table_columns(spot.asked)}
        keys = []
        with project.edit(steps.IMPORT_PLACES, initiator=self):
            for site in sites:
                keys.append(project.add_row(spot.document, spot.path, initiator=self))
                cells: dict[str, str | Decimal] = {
                    "name": site.name,
                    "latitude": site.latitude,
                    "longitude": site.longitude,
                    "note": site.note,
                }
                for column, value in cells.items():
                    if column in known and value != "":
                        project.set(spot.document, cell_path(spot.path, keys[-1], column), value, initiator=self)
        return keys


def table_columns(asked: Asked) -> tuple[Column, ...]:
    """The columns of a table; none of any other field."""
    return asked.columns if isinstance(asked, Field) else ()


def _read(file: Path) -> bytes:
    """The bytes of a file, one more than are allowed at most.

    Raises:
        UserError: it cannot be read.
    """
    try:
        with file.open("rb") as opened:
            return opened.read(MOST_BYTES + 1)
    except OSError as error:
        msg = f"{file.name} cannot be read: {error.strerror or error}."
        raise UserError(msg, "Check that it is there and that you may read it.") from error
