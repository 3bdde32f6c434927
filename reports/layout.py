"""The page: frames, header and footer, the word DRAFT, upright and turned sheets, contents in their place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import BinaryIO

from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate
from reportlab.platypus.doctemplate import PageBreakIfNotEmpty

from forms.glyphs import printable
from reports.contents import ContentsMark, contents_of
from reports.flowables import Kept
from reports.styles import Page, font_chain, ink, page, text_style
from reports.tagging import TaggedCanvas
from reports.text import fragments, text_width

Progress = Callable[[int, int, str], None]

UPRIGHT, TURNED = "upright", "turned"
_LEGIBLE_DRAFT = 118.0


@dataclass(frozen=True)
class Furniture:
    """What stands on every page. The page number is added at the right of the footer.

    `header_left` holds form code and version, `header_right` the title; `footer_left` a title, which is cut where it is
    too long, and `footer_version` what must be seen whole: document version and date; `footer_note` says that the
    template must not be altered.
    """

    header_left: str = ""
    header_right: str = ""
    footer_left: str = ""
    footer_note: str = ""
    footer_version: str = ""


class DossierTemplate(BaseDocTemplate):  # type: ignore[misc]  # ReportLab is untyped
    """Sets a story on upright and turned A4 pages in one pass."""

    def __init__(
        self, target: BinaryIO, furniture: Furniture, *, is_draft: bool, progress: Progress | None = None
    ) -> None:
        sheet = page()
        super().__init__(
            target,
            pagesize=(sheet.width, sheet.height),
            invariant=1,
            pageCompression=0,
            initialFontName=font_chain("regular")[0],
            keepTogetherClass=Kept,
        )
        self.addPageTemplates([self._page_template(UPRIGHT, sheet), self._page_template(TURNED, sheet.turned())])
        self.furniture, self.is_draft = furniture, is_draft
        if progress:
            self.setProgressCallBack(_Steps(progress))

    def set_story(self, story: list[Flowable]) -> TaggedCanvas:
        """Draw the story, contents and all, and empty it; the canvas that comes back knows structure and anchors.

        What was drawn is let go at once: a thousand pages of it would take more memory than all the rest.
        """
        mark = next((flowable for flowable in story if isinstance(flowable, ContentsMark)), None)
        story += self._contents(mark) if mark else ()
        self.build(story, canvasmaker=TaggedCanvas)
        canvas: TaggedCanvas = self.canv
        return canvas

    def is_page_empty(self) -> bool:
        """Whether nothing is on the current page yet but header and footer."""
        return not self._curPageFlowableCount

    def handle_pageBreak(self, slow: object = None) -> None:
        """End the page, unless nothing is on it: two breaks in a row leave no blank page."""
        if not self.is_page_empty():
            super().handle_pageBreak(slow)

    def _contents(self, mark: ContentsMark) -> list[Flowable]:
        """The contents, set after all else and moved to their mark."""
        return [*turn(is_landscape=False), _MoveHere(mark), *contents_of(mark)]

    def _page_template(self, name: str, sheet: Page) -> PageTemplate:
        frame = Frame(
            sheet.left,
            sheet.bottom,
            sheet.measure,
            sheet.depth,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )
        on_page = partial(_furnish, sheet=sheet)
        return PageTemplate(name, [frame], onPage=on_page, pagesize=(sheet.width, sheet.height))


class _MoveHere(Flowable):  # type: ignore[misc]  # ReportLab is untyped
    """Notes on which sheet the contents begin."""

    def __init__(self, mark: ContentsMark) -> None:
        super().__init__()
        self.mark = mark

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Takes no room."""
        return 0, 0

    def draw(self) -> None:
        """Bind from this sheet on before the sheet of the mark."""
        self.canv.move_last_sheets(self.canv.sheet, self.mark.sheet)


class _Steps:
    """Turns ReportLab's progress into ours: flowables done of flowables in all."""

    def __init__(self, progress: Progress) -> None:
        self.progress, self.total = progress, 0

    def __call__(self, kind: str, value: int) -> None:
        """Report; the callee may raise to stop the work."""
        if kind == "SIZE_EST":
            self.total = value
        elif kind == "PROGRESS":
            self.progress(max(0, min(value, self.total)), self.total, "Setting pages")


def turn(*, is_landscape: bool) -> list[Flowable]:
    """Go on on a new page, turned for a wide table or upright again."""
    return [PageBreakIfNotEmpty(nextTemplate=TURNED if is_landscape else UPRIGHT)]


def contents_here() -> list[Flowable]:
    """The contents, on pages of their own; the story goes on on a new page."""
    return [ContentsMark(), PageBreak()]


def _furnish(canvas: TaggedCanvas, template: DossierTemplate, *, sheet: Page) -> None:
    """Called by ReportLab at the start of each page; the number of pages is not known yet."""
    if template.is_draft:
        _paint_draft(canvas, sheet)
    canvas.defer(partial(_paint_header, canvas, template.furniture, sheet))
    canvas.defer(partial(_paint_footer, canvas, template.furniture, sheet))


def _paint_draft(canvas: TaggedCanvas, sheet: Page) -> None:
    """DRAFT across the page, in a grey under the text that leaves it readable."""
    with canvas.artifact("/Type /Pagination /Subtype /Watermark"):
        canvas.saveState()
        canvas.translate(sheet.width / 2, sheet.height / 2)
        canvas.rotate(52 if sheet.height > sheet.width else 32)
        canvas.setFillColor(ink("draft"))
        canvas.setFont(font_chain("bold")[0], _LEGIBLE_DRAFT)
        canvas.drawCentredString(0, -_LEGIBLE_DRAFT * 0.36, "DRAFT")
        canvas.restoreState()


def _paint_header(canvas: TaggedCanvas, furniture: Furniture, sheet: Page, _page: int, _pages: int) -> None:
    """Form left and title right; the title on a line above where both are too long for one."""
    y, lead = sheet.height - sheet.header, text_style("furniture").leading
    left, right = furniture.header_left, furniture.header_right
    is_long = _width(left) + _width(right) + 24.0 > sheet.measure
    with canvas.artifact("/Type /Pagination /Subtype /Header"):
        _write(canvas, left, sheet.left, y, sheet.measure)
        if is_long:
            _write(canvas, right, sheet.left, y + lead, sheet.measure)
        else:
            _write(canvas, right, sheet.width - sheet.right, y, sheet.measure, is_right=True)
        _rule(canvas, sheet, y - 6.0)


def _paint_footer(canvas: TaggedCanvas, furniture: Furniture, sheet: Page, number: int, pages: int) -> None:
    y, right = sheet.footer, sheet.width - sheet.right
    with canvas.artifact("/Type /Pagination /Subtype /Footer"):
        _rule(canvas, sheet, y + 11.0)
        _write(canvas, _footer_words(furniture, sheet.measure - 90.0), sheet.left, y, sheet.measure - 90.0)
        _write(canvas, f"Page {number} of {pages}", right, y, 80.0, is_right=True)
        _write(canvas, furniture.footer_note, sheet.left, y - text_style("furniture").leading, sheet.measure)


def _footer_words(furniture: Furniture, room: float) -> str:
    """Title and version, the title cut so that the version stands whole."""
    version = f" · {furniture.footer_version}" if furniture.footer_left and furniture.footer_version else ""
    return _cut(furniture.footer_left, max(60.0, room - _width(version))) + (version or furniture.footer_version)


def _rule(canvas: TaggedCanvas, sheet: Page, y: float) -> None:
    canvas.setStrokeColor(ink("rule"))
    canvas.setLineWidth(0.5)
    canvas.line(sheet.left, y, sheet.width - sheet.right, y)


def _write(canvas: TaggedCanvas, text: str, x: float, y: float, room: float, *, is_right: bool = False) -> None:
    """One line of small text, cut with an ellipsis if it is wider than its room."""
    style = text_style("furniture")
    text = _cut(text, room)
    x = x - _width(text) if is_right else x
    canvas.setFillColor(style.textColor)
    for part in fragments(text, "furniture"):
        canvas.setFont(part.fontName, style.fontSize)
        canvas.drawString(x, y, part.text)
        x += canvas.stringWidth(part.text, part.fontName, style.fontSize)


@lru_cache(maxsize=256)
def _cut(text: str, room: float) -> str:
    """The longest beginning that fits with an ellipsis, or all of it: called for every page, so remembered."""
    text = " ".join(printable(text).split())
    if _width(text) <= room:
        return text
    fitting = bisect_right(range(1, len(text)), room, key=lambda length: _width(text[:length] + "…"))
    return text[:fitting].rstrip() + "…"


def _width(text: str) -> float:
    return text_width(" ".join(printable(text).split()), "furniture")
