"""A file dropped on a field that holds none: it joins the list of evidence, and a narrative cites it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
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
from ui.pasted_pictures import as_png

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from PySide6.QtGui import QImage

    from forms.blocks import Figure
    from ui.editors.base import Editor

EVIDENCE = "P.evidence"
_JPEG = b"\xff\xd8"
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
            editor.text.keep = self._keep

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
        self._cite(self._take(lambda: self._verbs.attach(files)))

    def _paste(self, picture: QImage) -> None:
        self._cite(self._take_picture(as_png(picture)))

    def _keep(self, content: bytes, words: str) -> Figure | None:
        """A picture among pasted words as a figure; what it shows is said in the words, where there are any."""
        keys = self._take_picture(content)
        found = next((one for one in pictures(self._editor.spot.binding.read) if one.evidence in keys), None)
        return replace(found, alternative_text=words or found.alternative_text) if found else None

    def _take_picture(self, content: bytes) -> dict[str, str]:
        ending = ".jpg" if content.startswith(_JPEG) else ".png"
        return self._take(lambda: self._verbs.take([attachment(self.tr("Picture") + ending, content)]))

    def _take(self, attach: Callable[[], Sequence[str]]) -> dict[str, str]:
        """Keys and titles of what joined the list of evidence; empty, with a message, when it could not."""
        spot = self._editor.spot
        try:
            keys = attach()
        except UserError as error:
            spot.messages.tell(message_of(error))
            return {}
        titles = [spot.binding.read.text(cell_path(EVIDENCE, key, "title"), FACTS) for key in keys]
        spot.messages.tell(
            Message(self.tr("Taken into the list of evidence: {names}.").format(names=", ".join(titles)))
        )
        return dict(zip(keys, titles, strict=True))

    def _cite(self, exhibits: Mapping[str, str]) -> None:
        """Pictures are shown in a narrative, other files referred to; keys and titles of `exhibits`."""
        if not isinstance(self._editor, ProseEditor) or not self._editor.text.takes_live:
            return
        text = self._editor.text
        shown = {figure.evidence: figure for figure in pictures(self._editor.spot.binding.read)}
        for key, title in exhibits.items():
            if key in shown:
                text.insert_picture(shown[key])
            else:
                text.insert_run(Run(title, frozenset(), f"evidence:{key}"))
