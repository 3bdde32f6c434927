"""A file dropped on a field that holds none: it joins the list of evidence, and a narrative cites it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragMoveEvent, QDropEvent

from forms.blocks import Run
from forms.document import FACTS_DOCUMENT as FACTS
from forms.errors import UserError
from forms.fieldpath import cell_path
from ui.editors.attachment import dropped_files
from ui.editors.prose import ProseEditor
from ui.editors.row_verbs import RowVerbs
from ui.messages import Message, message_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ui.editors.base import Editor

EVIDENCE = "P.evidence"
OPENED = frozenset({".cerulean", ".cerulean-review"})
"""Endings of what is opened by the window, wherever it is dropped."""


class EvidenceDrops(QObject):
    """Lets files be dropped on an editor that does not take files by itself."""

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self._editor = editor
        self.readonly = False
        asked = editor.spot.binding.read.asked(FACTS, EVIDENCE)
        if asked is None or editor.acceptDrops():
            return
        self._verbs = RowVerbs(replace(editor.spot, document=FACTS, path=EVIDENCE, asked=asked), self)
        editor.setAcceptDrops(True)
        editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files; projects, and anything else, go on to the window."""
        del watched
        if not isinstance(event, QDropEvent | QDragMoveEvent) or self.readonly:
            return False
        files = dropped_files(event.mimeData())
        if not files or any(file.suffix.lower() in OPENED for file in files):
            event.ignore()
            return True
        event.acceptProposedAction()
        if event.type() is QEvent.Type.Drop:
            self.attach(files)
        return True

    def attach(self, files: Sequence[Path]) -> None:
        """Take these files into the list of evidence; a narrative refers to them where the cursor stands."""
        spot = self._editor.spot
        try:
            keys = self._verbs.attach(files)
        except UserError as error:
            spot.messages.tell(message_of(error))
            return
        titles = [spot.binding.read.text(cell_path(EVIDENCE, key, "title"), FACTS) for key in keys]
        if isinstance(self._editor, ProseEditor) and self._editor.text.takes_live:
            for key, title in zip(keys, titles, strict=True):
                self._editor.text.insert_run(Run(title, frozenset(), f"evidence:{key}"))
        spot.messages.tell(
            Message(self.tr("Taken into the list of evidence: {names}.").format(names=", ".join(titles)))
        )
