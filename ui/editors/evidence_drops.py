"""A file dropped on a field that holds none: it joins the list of evidence, and a narrative cites it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QEvent, QObject
from PySide6.QtGui import QDragMoveEvent, QDropEvent

from forms.blocks import Run
from forms.document import FACTS_DOCUMENT as FACTS
from forms.errors import UserError
from forms.evidence import attachment
from forms.fieldpath import cell_path
from forms.insertions import pictures
from ui.editors.attachment import dropped_files
from ui.editors.prose import ProseEditor
from ui.editors.row_verbs import RowVerbs
from ui.messages import Message, message_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from PySide6.QtGui import QImage

    from ui.editors.base import Editor
    from ui.editors.prose_edit import ProseEdit

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
        if isinstance(editor, ProseEditor):
            editor.text.picture_pasted.connect(self._paste)

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
        """Take these files into the list of evidence; a narrative shows or cites them where the cursor stands."""
        self._take(lambda: self._verbs.attach(files))

    def _paste(self, picture: QImage) -> None:
        content = QBuffer()
        content.open(QBuffer.OpenModeFlag.WriteOnly)
        picture.save(content, "PNG")  # type: ignore[call-overload]
        name = self.tr("Picture") + ".png"
        self._take(lambda: self._verbs.take([attachment(name, bytes(content.data().data()))]))

    def _take(self, attach: Callable[[], Sequence[str]]) -> None:
        spot = self._editor.spot
        try:
            keys = attach()
        except UserError as error:
            spot.messages.tell(message_of(error))
            return
        titles = [spot.binding.read.text(cell_path(EVIDENCE, key, "title"), FACTS) for key in keys]
        if isinstance(self._editor, ProseEditor) and self._editor.text.takes_live:
            self._cite(self._editor.text, dict(zip(keys, titles, strict=True)))
        spot.messages.tell(
            Message(self.tr("Taken into the list of evidence: {names}.").format(names=", ".join(titles)))
        )

    def _cite(self, text: ProseEdit, exhibits: Mapping[str, str]) -> None:
        """Pictures are shown, other files referred to; keys and titles of `exhibits`."""
        shown = {figure.evidence: figure for figure in pictures(self._editor.spot.binding.read)}
        for key, title in exhibits.items():
            if key in shown:
                text.insert_picture(shown[key])
            else:
                text.insert_run(Run(title, frozenset(), f"evidence:{key}"))
