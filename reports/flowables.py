"""What a story is made of: paragraphs, headings, lists, and what stays together; each with its element.

A flowable that is split over pages hands its element on, so the parts stay one paragraph for a reader.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.platypus import Flowable, FrameBreak, KeepTogether, Paragraph

from forms.blocks import Align, Run
from reports.line_breaks import broken
from reports.links import LinkedText
from reports.painter import draw
from reports.styles import ink, page, text_style
from reports.tagging import Element, TaggedCanvas
from reports.text import fragments

if TYPE_CHECKING:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfgen.textobject import PDFTextObject
    from reportlab.platypus.paragraph import ParaLines
    from reportlab.platypus.paraparser import ParaFrag

    from reports.outlines import Formula

Text = Sequence[Run] | str

_ALIGNMENTS = {"left": TA_LEFT, "right": TA_RIGHT, "center": TA_CENTER}
UNKNOWN_HEIGHT = 0xFFFFFF
"""Of what is never drawn itself: ReportLab then asks for its parts."""


class TaggedParagraph(Paragraph):  # type: ignore[misc]  # ReportLab is untyped
    """A paragraph that is one structure element, over however many pages."""

    frags: Sequence[ParaFrag]

    def __init__(
        self,
        text: None = None,
        style: ParagraphStyle | None = None,
        bulletText: None = None,  # ReportLab passes this by name when it splits
        frags: list[ParaFrag] | None = None,
        *,
        role: str = "P",
        parent: Element | None = None,
    ) -> None:
        super().__init__(text, style, bulletText, frags)
        self.element = Element(role, parent)
        self.anchor = ""
        self.links = {tuple(frag.link[0]): frag.text for frag in self.frags if getattr(frag, "link", None)}
        self._linked: LinkedText | None = None
        self._wrapped_to = -1.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Breaks the lines, once a width: tables and what keeps together ask several times."""
        if width != self._wrapped_to or not hasattr(self, "blPara"):  # which ReportLab drops where a split fails
            super().wrap(width, height)
            self._wrapped_to = width
        return self.width, self.height

    def breakLines(self, width: Sequence[float]) -> ParaLines:  # ReportLab's name
        """The lines; no style here sets the first one in, so all are as wide as the last."""
        if (made := broken(self.frags, width[-1])) is None:
            return super().breakLines(width)
        lines, self.frags = made
        return lines

    def split(self, width: float, height: float) -> list[Flowable]:
        """Parts that share the element; the anchor stays with the first."""
        parts: list[Flowable] = super().split(width, height)
        for part in parts:
            part.element = self.element
        if parts:
            parts[0].anchor = self.anchor
        return parts

    def draw(self) -> None:
        """Draw the lines as the element."""
        if self.anchor:
            self.canv.set_anchor(self.anchor, self.height)
        if self.links and not self.canv.is_marked:
            self._linked = LinkedText(self.canv, self.element, self.links)
            self._linked.draw(super().draw)
            return
        with self.canv.tagged(self.element):
            super().draw()

    def beginText(self, x: float, y: float) -> PDFTextObject:  # ReportLab's name
        """The text of the paragraph, parted where it has links."""
        made = super().beginText(x, y)
        return self._linked.prepare(made) if self._linked else made

    @property
    def baseline(self) -> float:
        """Distance of the first baseline from the upper edge; known once wrapped."""
        first = self.blPara if self.blPara.kind == 0 or not self.blPara.lines else self.blPara.lines[0]
        return float(getattr(first, "fontSize", self.style.fontSize))


class TaggedHeading(TaggedParagraph):
    """A heading: opens a section of its level; one of the form lists itself for bookmarks and contents."""

    level = 1
    is_of_form = True

    def draw(self) -> None:
        """Draw the heading at the start of a new section."""
        level = self.canv.open_section(self.level, is_of_form=self.is_of_form)
        self.element.role = f"H{min(level, 6)}"
        if self.is_of_form:
            title = " ".join(self.getPlainText(identify=True).split())
            self.canv.list_heading(title, level, self.height, self.anchor)
        super().draw()
        if level == 1:
            self._draw_rule()

    def _draw_rule(self) -> None:
        """An accent line under the heading of a part."""
        with self.canv.artifact():
            self.canv.setStrokeColor(ink("accent"))
            self.canv.setLineWidth(0.9)
            self.canv.line(0, -4.5, self.width, -4.5)


def paragraph(
    text: Text,
    style: str = "body",
    *,
    role: str = "P",
    parent: Element | None = None,
    align: Align = "left",
    anchor: str = "",
) -> TaggedParagraph:
    """Text in a style of styles.toml; `anchor` (a field path) leads to it."""
    made = TaggedParagraph(style=_aligned(style, align), frags=fragments(text, style), role=role, parent=parent)
    made.anchor = anchor
    return made


def heading(text: Text, level: int, *, anchor: str = "") -> TaggedHeading:
    """A heading of the form, level 1 for a part and deeper for its sections; looks differ down to level 4."""
    style = f"heading_{min(level, 4)}"
    made = TaggedHeading(style=text_style(style), frags=fragments(text, style))
    made.level, made.anchor = level, anchor
    return made


def inner_heading(text: Text, level: int = 1) -> TaggedHeading:
    """A heading inside a narrative: `level` counts from the section that holds it; not in the contents."""
    made = TaggedHeading(style=text_style("heading_inner"), frags=fragments(text, "heading_inner"))
    made.level, made.is_of_form = level, False
    return made


class Labelled(Flowable):  # type: ignore[misc]  # ReportLab is untyped
    """A paragraph with something small before it: a list item's bullet, a symbol, "where"."""

    def __init__(
        self, label: LabelDrawing | None, body: TaggedParagraph, indent: float, *, offset: float = 0.0
    ) -> None:
        super().__init__()
        self.label, self.body, self.indent, self.offset = label, body, indent, offset
        self.anchor = ""
        self.spaceBefore, self.spaceAfter = body.getSpaceBefore(), body.getSpaceAfter()

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As high as the paragraph."""
        _, self.height = self.body.wrapOn(self.canv, width - self.indent - self.offset, height)
        self.width = width
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """The label stays with the first lines."""
        parts = self.body.splitOn(self.canv, width - self.indent - self.offset, height)
        labels = [self.label] + [None] * len(parts)
        made = [
            Labelled(label, part, self.indent, offset=self.offset) for label, part in zip(labels, parts, strict=False)
        ]
        if made:
            made[0].anchor = self.anchor
        return made

    def draw(self) -> None:
        """Draw the label on the paragraph's first baseline, then the paragraph."""
        if self.anchor:
            self.canv.set_anchor(self.anchor, self.height)
        if self.label:
            self.canv.saveState()
            self.canv.translate(self.offset, self.height - self.body.baseline)
            self.label.draw_on(self.canv)
            self.canv.restoreState()
        self.body.drawOn(self.canv, self.offset + self.indent, 0)


class LabelDrawing:
    """What stands before a paragraph: a short text, or a symbol set as a formula."""

    def __init__(
        self, element: Element, *, text: str = "", style: str = "item", formula: Formula | None = None
    ) -> None:
        self.element, self.text, self.style, self.formula = element, text, style, formula

    def draw_on(self, canvas: TaggedCanvas) -> None:
        """Draw with the baseline on the x axis."""
        with canvas.tagged(self.element):
            if self.formula:
                canvas.setFillColor(ink("ink"))
                draw(canvas, self.formula)
            else:
                self._write(canvas)

    def _write(self, canvas: TaggedCanvas) -> None:
        x = 0.0
        style = text_style(self.style)
        canvas.setFillColor(style.textColor)
        for fragment in fragments(self.text, self.style):
            canvas.setFont(fragment.fontName, style.fontSize)
            canvas.drawString(x, 0, fragment.text)
            x += canvas.stringWidth(fragment.text, fragment.fontName, style.fontSize)


def bullet_list(items: Sequence[Text], *, is_ordered: bool = False, style: str = "item") -> list[Flowable]:
    """List items, each a flowable, tagged as one list."""
    whole = Element("L")
    labels = [f"{number}." if is_ordered else "•" for number in range(1, len(items) + 1)]
    indent = 14.0 if not is_ordered or len(items) < 10 else 20.0
    made: list[Flowable] = [_item(whole, label, item, indent, style) for label, item in zip(labels, items, strict=True)]
    if made and style == "item":
        made[-1].spaceAfter = text_style("body").spaceAfter
    return made


def _item(whole: Element, label: str, text: Text, indent: float, style: str) -> Labelled:
    item = Element("LI", whole)
    body = paragraph(text, style, role="LBody", parent=item)
    return Labelled(LabelDrawing(Element("Lbl", item), text=label, style=style), body, indent, offset=2.0)


def anchored(name: str, flowables: Sequence[Flowable]) -> list[Flowable]:
    """The flowables, the first that is drawn being where `name` (a field path) leads."""
    first = next((flowable for flowable in flowables if hasattr(flowable, "anchor")), None)
    if first is not None:
        first.anchor = name
    return list(flowables)


class Kept(KeepTogether):  # type: ignore[misc]  # ReportLab is untyped
    """Flowables that stay on one page, of which the last needs only to begin there.

    ReportLab's own class would push a heading and the long table after it to a new page.
    """

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Asks to be split always: the parts are what is drawn."""
        return width, UNKNOWN_HEIGHT

    def split(self, width: float, height: float) -> list[Flowable]:
        """The content where it fits or can begin, else a new page before it."""
        content = list(self._content)
        if self._frame._atTop:  # noqa: SLF001  # ReportLab tells this in no other way
            return content
        start, end = self._place_of_last(width)
        if end <= height:
            return content
        begun = content[-1].splitOn(self.canv, width, height - start)
        return [*content[:-1], *begun] if begun else [FrameBreak(), *content]

    def _place_of_last(self, width: float) -> tuple[float, float]:
        """Where the last flowable starts and ends below the top of the first, spaces between included."""
        start = end = after = 0.0
        for number, flowable in enumerate(self._content):
            before = max(0.0, flowable.getSpaceBefore() - after) if number else 0.0
            start = end + after + before
            end = start + flowable.wrapOn(self.canv, width, page().depth)[1]
            after = flowable.getSpaceAfter()
        return start, end


@cache
def _aligned(style: str, align: Align) -> ParagraphStyle:
    made = text_style(style)
    return made if align == "left" else made.clone(f"{style} {align}", alignment=_ALIGNMENTS[align])
