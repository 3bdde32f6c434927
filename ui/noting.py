"""Notes to oneself: taken, shown with their place, and dropped again."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from forms.notes import drop_note, notes, take_note
from ui.captions import where
from ui.panels.notes import NoteRow

if TYPE_CHECKING:
    from forms.anchors import Anchor
    from forms.notes import Note
    from ui.binding import DocumentBinding
    from ui.inspector import Inspector
    from ui.protocols import Workspace


class Noting(QObject):
    """Keeps the panel in step with the project. `anchor_wanted(anchor)` asks to go where a note leads."""

    anchor_wanted = Signal(object)

    def __init__(self, workspace: Workspace, binding: DocumentBinding, inspector: Inspector) -> None:
        super().__init__(inspector)
        self._workspace = workspace
        self._binding = binding
        self._panel = inspector.review.notes
        self._panel.written.connect(self._take)
        self._panel.dropped.connect(self._drop)
        self._panel.place_wanted.connect(self._go)

    def refresh(self) -> None:
        """Bring the panel up to date."""
        self._panel.show_notes([self._row(note) for note in notes(self._binding.snapshot)])

    def begin(self, anchor: Anchor) -> None:
        """Ask for a note at a place."""
        self._panel.begin(anchor, where(self._binding.read, anchor.document, anchor.path))

    def _row(self, note: Note) -> NoteRow:
        signed = " · ".join(filter(None, (note.by, f"{note.on:%d/%m/%Y}" if note.on else "")))
        return NoteRow(note.key, where(self._binding.read, note.anchor.document, note.anchor.path), note.text, signed)

    def _take(self, anchor: Anchor, text: str) -> None:
        person, today = self._workspace.person, dt.datetime.now().astimezone().date()
        self._binding.attempt(lambda: take_note(self._binding.project, text, anchor, by=person, on=today))
        self.refresh()

    def _drop(self, key: str) -> None:
        self._binding.attempt(lambda: drop_note(self._binding.project, key))
        self.refresh()

    def _go(self, key: str) -> None:
        for note in notes(self._binding.snapshot):
            if note.key == key:
                self.anchor_wanted.emit(note.anchor)
