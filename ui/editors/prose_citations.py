"""The citation of evidence at the cursor of a narrative, and the pages that it names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor

from forms.blocks import Run
from forms.citing import Citation, citation_of, pages_of
from ui.editors.base import Line
from ui.editors.figure_card import Card
from ui.prose_document import insert_words
from ui.prose_formats import LINK
from ui.prose_places import link_after, link_before
from ui.prose_reading import marks_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.editors.prose_text import ProseText

LONGEST = 120
_NUMBER = re.compile(r"\[(\d+)")


class PagesCard(Card):
    """Asks where in the evidence it stands: `said` carries what was typed."""

    said = Signal(str)

    def __init__(self, pages: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.pages = Line(self)
        self.pages.setText(pages)
        self.pages.setMaxLength(LONGEST)
        self._add(self.tr("Pages of the citation"), self.pages)
        self._end(self.tr("For instance 12, 3-5, or sheet Load. Empty: the whole document."), self.tr("Done"))
        self.pages.returnPressed.connect(self.close)

    def _first(self) -> QWidget:
        self.pages.selectAll()
        return self.pages

    def _say(self) -> None:
        self.said.emit(self.pages.text())


def citation_at(cursor: QTextCursor) -> tuple[QTextCursor, Citation] | None:
    """The citation that the cursor stands in or beside, selected, and what it cites; `None` without one."""
    for bounds in (link_before(cursor), link_after(cursor)):
        if bounds is not None:
            found = QTextCursor(cursor)
            found.setPosition(bounds[0])
            found.setPosition(bounds[1], QTextCursor.MoveMode.KeepAnchor)
            cited = citation_of(str(found.charFormat().property(LINK) or ""))
            if cited is not None:
                return found, cited
    return None


def open_pages(text: ProseText) -> PagesCard | None:
    """Let the pages of the citation at the cursor be typed; `None` where nothing is cited."""
    found = citation_at(text.textCursor())
    if found is None:
        return None
    place, cited = found
    card = PagesCard(cited.pages, text)
    card.said.connect(lambda typed: cite_pages(text, place, Citation(cited.row, pages_of(typed))))
    card.open_at(text.viewport().mapToGlobal(text.cursorRect(place).bottomLeft()))
    return card


def cite_pages(text: ProseText, place: QTextCursor, cited: Citation) -> None:
    """Cite other pages in the place of the selected citation; its number is that of the list again when it is read."""
    if place.charFormat().property(LINK) == cited.link or text.isReadOnly():
        return
    text.paused.emit()
    number = _NUMBER.match(place.selectedText())
    words = cited.in_print(int(number[1])) if number else place.selectedText()
    heading = place.blockFormat().headingLevel()
    run = Run(words, marks_of(place.charFormat(), heading=bool(heading)), cited.link)
    place.beginEditBlock()
    place.removeSelectedText()
    insert_words(place, (run,), text.look, heading=heading)
    place.endEditBlock()
    text.stand(place)
    text.structure_changed()
