"""References inside a paragraph: each is a link with an element of its own, between the stretches of the paragraph.

ReportLab writes the text of a paragraph in one go. Here the stretch of the paragraph begins inside that text, so that
it can be ended before a link and begun again behind it, and all operators stay nested as they have to be (ISO 32000-1,
14.6.1 and 14.8.4.4.2).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from reports.tagging import Element, TaggedCanvas

if TYPE_CHECKING:
    from reportlab.pdfgen.textobject import PDFTextObject

Recorded = tuple[int, str]


class LinkedText:
    """The text of one paragraph that has links, while it is drawn. `words` are those of the links, in order."""

    def __init__(self, canvas: TaggedCanvas, element: Element, words: dict[Recorded, str]) -> None:
        self.canvas, self.element, self.words = canvas, element, words
        self._code: list[str] = []

    def draw(self, draw_paragraph: Callable[[], Any]) -> None:
        """Draw the paragraph. Lines that a redline draws under its words come before the text and are no content."""
        code = self.canvas._code  # noqa: SLF001  # what ReportLab writes the page to
        start = len(code)
        draw_paragraph()
        text = next(place for place in range(start, len(code)) if code[place].startswith("BT "))
        if text > start:
            code.insert(text, "EMC")
            code.insert(start, "/Artifact BMC")

    def prepare(self, text: PDFTextObject) -> PDFTextObject:
        """Let the text begin and end a stretch of the paragraph, and tell here where links start and end."""
        self._code = text._code  # noqa: SLF001
        self._code.append(self.canvas.mark(self.element))
        finished = text.getCode

        def end() -> str:
            self._code.append("EMC")
            return str(finished())

        text.getCode = end
        text._linkRecord = self._record  # noqa: SLF001  # called by ReportLab for each link on each line
        return text

    def _record(self, link: Recorded, which: str) -> None:
        if which == "start":
            # The first words of the link are written already.
            first = self._code.pop()
            made = Element("Link", Element("Reference", self.element))
            self._code += ["EMC", self.canvas.mark(made), first]
            self.canvas.await_link(made, self.words[link].replace("\N{NO-BREAK SPACE}", " "))
        else:
            self._code += ["EMC", self.canvas.mark(self.element)]
