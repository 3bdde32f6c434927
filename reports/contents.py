"""The contents with the lists of figures and tables: where they belong, and their lines.

They are set last, when it is known what there is, and bound before the page that follows.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reportlab.platypus import ActionFlowable, BaseDocTemplate, Flowable, FrameBreak, Spacer

from forms.numbering import PICTURE, TABLE
from reports.flowables import UNKNOWN_HEIGHT, TaggedParagraph, paragraph
from reports.styles import ink, page, text_style
from reports.tagging import Element, ListedHeading, TaggedCanvas
from reports.text import fragments

if TYPE_CHECKING:
    from reportlab.lib.styles import ParagraphStyle

_NUMBER_ROOM = 34.0  # right of a title in the contents
_TIGHTEST = 0.86  # of the usual distance of lines, in the contents


def contents_of(mark: ContentsMark) -> list[Flowable]:
    """The contents and, where the document has any, its figures and tables."""
    title = paragraph("Contents", "contents_title", role="Caption", parent=mark.element)
    lists = (CaptionsList(mark, PICTURE, "Figures"), CaptionsList(mark, TABLE, "Tables"))
    return [title, Contents(mark), *lists]


class ContentsMark(ActionFlowable):  # type: ignore[misc]  # ReportLab is untyped
    """Where the contents belong: they are set last and bound before the page that follows."""

    def __init__(self) -> None:
        super().__init__()
        self.element = Element("TOC")
        self.sheet = 0

    def apply(self, template: BaseDocTemplate) -> None:
        """Note the sheet, and give the contents their place in the structure."""
        canvas: TaggedCanvas = template.canv
        canvas.close_sections()
        canvas.attach(self.element)
        self.sheet = canvas.sheet if template.is_page_empty() else canvas.sheet + 1


class Contents(Flowable):  # type: ignore[misc]  # ReportLab is untyped
    """The lines of the contents, made when the headings are known; put at the end of the story."""

    def __init__(self, mark: ContentsMark) -> None:
        super().__init__()
        self.mark = mark

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Asks to be split always: the lines are what is drawn."""
        return width, UNKNOWN_HEIGHT

    def split(self, width: float, height: float) -> list[Flowable]:
        """A line a heading, down to the third level; closer together where that keeps them on one page."""
        listed = [item for item in self.canv.headings if item.level <= 3]
        made = [ContentsLine(item, self.mark.element) for item in listed]
        depths = [line.spaceBefore + line.wrapOn(self.canv, width, height)[1] + line.spaceAfter for line in made]
        if height < sum(depths) < height / _TIGHTEST:
            return [ContentsLine(item, self.mark.element, tightness=height / sum(depths)) for item in listed]
        return list(made)


class CaptionsList(Flowable):  # type: ignore[misc]  # ReportLab is untyped
    """The figures or tables of the document below the contents; nothing where there are none."""

    def __init__(self, mark: ContentsMark, kind: str, title: str) -> None:
        super().__init__()
        self.mark, self.kind, self.title = mark, kind, title

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Asks to be split always: the lines are what is drawn."""
        return width, UNKNOWN_HEIGHT

    def split(self, width: float, height: float) -> list[Flowable]:
        """The title and a line a caption, on one page where they fit; before them what fits everywhere."""
        whole = Element("TOC", self.mark.element)
        lines = [ContentsLine(item, whole) for item in self.canv.captions.get(self.kind, [])]
        if not lines:
            return [Spacer(0, 0)]
        made: list[Flowable] = [paragraph(self.title, "list_title", role="Caption", parent=whole), *lines]
        heights = (part.wrapOn(self.canv, width, height)[1] for part in made)
        depth = sum(heights) + sum(part.getSpaceBefore() + part.getSpaceAfter() for part in made)
        is_torn = height < depth < page().depth
        return [Spacer(0, 0), *([FrameBreak()] if is_torn else []), *made]


class ContentsLine(Flowable):  # type: ignore[misc]  # ReportLab is untyped
    """A heading in the contents, or a caption in its list: title, dots, page number; a link to the place."""

    def __init__(self, item: ListedHeading, whole: Element, *, tightness: float = 1.0) -> None:
        super().__init__()
        self.item = item
        self.style_name = f"contents_{item.level}"
        style = _tightened(self.style_name, tightness)
        entry = Element("TOCI", whole)
        self.link = Element("Link", Element("Reference", entry))
        self.title = TaggedParagraph(style=style, frags=fragments(item.title, self.style_name))
        self.spaceBefore, self.spaceAfter = self.title.getSpaceBefore(), self.title.getSpaceAfter()

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The title leaves room for the number at its right."""
        _, self.height = self.title.wrapOn(self.canv, width - _NUMBER_ROOM, height)
        self.width = width
        return width, self.height

    def draw(self) -> None:
        """Draw the title as a link; the page number follows when it is known."""
        with self.canv.tagged(self.link):
            self.title.drawOn(self.canv, 0, 0)
            self.canv.defer(partial(self._paint_number, self.canv))
        with self.canv.artifact():
            self._draw_leader()
        self.canv.link_to(self.link, self.item.key, self.item.title, (0, 0, self.width, self.height))

    def _paint_number(self, canvas: TaggedCanvas, _page: int, _pages: int) -> None:
        style = self.title.style
        canvas.setFillColor(style.textColor)
        canvas.setFont(style.fontName, style.fontSize)
        canvas.drawRightString(self.width, self._last_baseline(), str(canvas.page_of(self.item.page)))

    def _draw_leader(self) -> None:
        """Fine dots from the end of the title towards the number."""
        line = self.title.blPara.lines[-1]
        unused = line[0] if isinstance(line, tuple) else line.extraSpace
        y = self._last_baseline() + 0.6
        self.canv.saveState()
        self.canv.setStrokeColor(ink("rule"))
        self.canv.setLineWidth(0.6)
        self.canv.setDash([0.6, 2.6])
        self.canv.line(self.width - _NUMBER_ROOM - unused + 6.0, y, self.width - 20.0, y)
        self.canv.restoreState()

    def _last_baseline(self) -> float:
        lines_below = len(self.title.blPara.lines) - 1
        return float(self.height - self.title.baseline - self.title.style.leading * lines_below)


def _tightened(style: str, tightness: float) -> ParagraphStyle:
    """A style with its lines and the space around them closer together."""
    usual = text_style(style)
    if tightness == 1.0:
        return usual
    return usual.clone(
        f"{style} tight",
        leading=usual.leading * tightness - 0.01,
        spaceBefore=usual.spaceBefore * tightness - 0.01,
        spaceAfter=usual.spaceAfter * tightness,
    )
