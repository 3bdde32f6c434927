"""What a story is made of: paragraphs, headings, lists, equations, pictures, contents; each with its element.

A flowable that is split over pages hands its element on, so the parts stay one paragraph for a reader.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import copy
from functools import cache, partial
from io import BytesIO
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image, UnidentifiedImageError
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.utils import ImageReader
from reportlab.platypus import ActionFlowable, BaseDocTemplate, Flowable, FrameBreak, KeepTogether, Paragraph

from forms.blocks import Align, Run
from forms.glyphs import printable
from reports.formulas import lines, symbol_in_words, typeset
from reports.painter import draw, paint
from reports.styles import equation_look, ink, page, text_style
from reports.tagging import Element, ListedHeading, TaggedCanvas
from reports.text import font_runs, fragments, text_width

if TYPE_CHECKING:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus.paraparser import ParaFrag

    from reports.outlines import Formula
    from reports.pictures import Picture

Text = Sequence[Run] | str

_ALIGNMENTS = {"left": TA_LEFT, "right": TA_RIGHT, "center": TA_CENTER}
_UNKNOWN_HEIGHT = 0xFFFFFF
_NUMBER_ROOM = 34.0  # right of a title in the contents
_TIGHTEST = 0.86  # of the usual distance of lines, in the contents
_WIDEST_LEFT = 120.0  # of a symbol before the equals signs of a step
_MOST_PIXELS = 2400  # 300 dots an inch over the width of an A4 page
_MOST_UNPACKED = 80_000_000  # pixels: a few bytes each while the picture is made smaller


class TaggedParagraph(Paragraph):  # type: ignore[misc]  # ReportLab is untyped
    """A paragraph that is one structure element, over however many pages."""

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
        self._wrapped_to = -1.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Breaks the lines, once a width: tables and what keeps together ask several times."""
        if width != self._wrapped_to or not hasattr(self, "blPara"):  # which ReportLab drops where a split fails
            super().wrap(width, height)
            self._wrapped_to = width
        return self.width, self.height

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
        with self.canv.tagged(self.element):
            super().draw()

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
            self.canv.list_heading(" ".join(self.getPlainText(identify=True).split()), level, self.height)
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


class EquationLine(NamedTuple):
    """A line of an equation and where it starts."""

    formula: Formula
    indent: float


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


def symbol_list(symbols: Sequence[tuple[str, str]]) -> list[Flowable]:
    """What the symbols of an equation mean: (LaTeX, explanation) pairs as a list."""
    whole = Element("L")
    formulas = [typeset(latex, text_style("symbol").fontSize) for latex, _ in symbols]
    indent = min(110.0, max((formula.width for formula in formulas), default=0.0) + 12.0)
    made: list[Flowable] = []
    for (latex, meaning), formula in zip(symbols, formulas, strict=True):
        item = Element("LI", whole)
        symbol = Element("Formula", Element("Lbl", item), alternative=symbol_in_words(latex))
        fitting = formula if formula.width <= indent - 6.0 else formula.scaled((indent - 6.0) / formula.width)
        body = paragraph(meaning, "symbol", role="LBody", parent=item)
        made.append(Labelled(LabelDrawing(symbol, formula=fitting), body, indent, offset=equation_look().indent))
    if made:
        made[-1].spaceAfter = equation_look().after
    return made


def anchored(name: str, flowables: Sequence[Flowable]) -> list[Flowable]:
    """The flowables, the first that is drawn being where `name` (a field path) leads."""
    first = next((flowable for flowable in flowables if hasattr(flowable, "anchor")), None)
    if first is not None:
        first.anchor = name
    return list(flowables)


def working_step(
    lines_of_step: Sequence[tuple[str, str]],
    *,
    title: str,
    symbol: str,
    texts: Sequence[str],
    source: str,
    depth: int = 0,
) -> list[Flowable]:
    """One step of a calculation: title, then equation, numbers put in and result on one axis, then its source.

    The lines are (left, right) in LaTeX, and `texts` their right sides in words; `depth` sets steps that serve
    another one further right.
    """
    offset = 14.0 * min(depth, 5)
    head = Labelled(None, paragraph(title, "step_title"), 0.0, offset=offset)
    head.keepWithNext = True
    spoken = " = ".join([symbol, *texts])
    unseen = [f"{symbol} = {words}" for words in texts[1:]]
    body = [Derivation(lines_of_step, spoken=spoken, texts=unseen, offset=offset)] if lines_of_step else []
    origin = [Labelled(None, paragraph(source, "step_source"), equation_look().indent, offset=offset)] if source else []
    if origin and body:
        body[0].keepWithNext = True
    return [head, *body, *origin]


class Equation(Flowable):  # type: ignore[misc]  # ReportLab is untyped
    """A displayed equation, its number at the right margin on the baseline of the last line."""

    def __init__(self, latex: str, *, number: str = "", spoken: str = "") -> None:
        super().__init__()
        self.latex, self.number = latex, number
        outer = Element("P")
        self.element = Element("Formula", outer, alternative=spoken or symbol_in_words(latex))
        self.number_element = Element("Span", outer)
        self.anchor = ""
        self.lines: tuple[EquationLine, ...] = ()
        self.texts: Sequence[str] = ()
        self.spaceBefore, self.spaceAfter = equation_look().before, equation_look().after

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Breaks the formula to the measure that the number leaves."""
        self.lines = self.lines or tuple(self._broken(width))
        self.width = width
        self.height = sum(line.formula.height for line in self.lines) + _lead() * (len(self.lines) - 1)
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """The lines that fit and the others; the number stays with the last line."""
        self.wrap(width, height)
        depths = accumulate(line.formula.height + _lead() for line in self.lines)
        fitting = sum(depth - _lead() <= height for depth in depths)
        if fitting in {0, len(self.lines)}:
            return [self] if fitting else []
        if self.height <= page().depth / 3:
            return []
        first, second = copy(self), copy(self)
        first.lines, first.number, first.texts = self.lines[:fitting], "", ()
        second.lines, second.anchor = self.lines[fitting:], ""
        return [first, second]

    def draw(self) -> None:
        """Draw the lines, then the number."""
        if self.anchor:
            self.canv.set_anchor(self.anchor, self.height)
        left, bottom = self.canv.absolutePosition(0, 0)
        self.element.box = self.element.box or (left, bottom, left + self.width, bottom + self.height)
        self.canv.setFillColor(ink("ink"))
        with self.canv.tagged(self.element):
            last = self._draw_lines()
        if self.number:
            with self.canv.tagged(self.number_element):
                style = text_style("equation_number")
                self.canv.setFont(style.fontName, style.fontSize)
                self.canv.drawRightString(self.width, last, printable(self.number))

    def _broken(self, width: float) -> Iterator[EquationLine]:
        """Continued lines start further right; what is still too wide or too high for a page is set smaller."""
        look, style = equation_look(), text_style("equation_number")
        number_room = text_width(self.number, "equation_number") + style.fontSize if self.number else 0.0
        room = width - look.indent - number_room
        for number, formula in enumerate(lines(self.latex, look.size, room)):
            shift = look.size * 1.5 if number else 0.0
            scale = min(1.0, (room - shift) / max(formula.width, 1.0), page().depth * 0.9 / max(formula.height, 1.0))
            yield EquationLine(formula if scale == 1.0 else formula.scaled(scale), look.indent + shift)

    def _draw_lines(self) -> float:
        """Draw all lines; the baseline of the last comes back."""
        top, baseline = self.height, 0.0
        for line in self.lines:
            baseline = top - line.formula.ascent
            self.canv.saveState()
            self.canv.translate(line.indent, baseline)
            draw(self.canv, line.formula)
            self.canv.restoreState()
            top -= line.formula.height + _lead()
        return baseline


def _lead() -> float:
    """Space between the lines of an equation."""
    return equation_look().size * 0.55


class Derivation(Equation):
    """Equals signs below each other: the equation, the numbers put in, the result.

    Under the outlines stands their text, unseen, so that a number can be found and copied.
    """

    def __init__(
        self, rows: Sequence[tuple[str, str]], *, spoken: str, texts: Sequence[str] = (), offset: float = 0.0
    ) -> None:
        super().__init__(rf"{rows[0][0]} = {rows[0][1]}", spoken=spoken)
        self.rows, self.texts, self.offset = rows, texts, offset
        self.spaceBefore, self.spaceAfter = 2.0, 5.0

    def _draw_lines(self) -> float:
        """Draw the lines over their text."""
        last = super()._draw_lines()
        for number, words in enumerate(reversed(self.texts)):
            self._write_unseen(words, last + number * _lead() * 2.0)
        return last

    def _write_unseen(self, words: str, y: float) -> None:
        """Text in rendering mode 3, neither filled nor stroked (ISO 32000-1, 9.3.6)."""
        text = self.canv.beginText(self.lines[0].indent, y)
        text.setTextRenderMode(3)
        for font, part in font_runs(printable(words), "regular"):
            text.setFont(font, text_style("step").fontSize)
            text.textOut(part)
        text.setTextRenderMode(0)
        self.canv.drawText(text)

    def _broken(self, width: float) -> Iterator[EquationLine]:
        size, start = text_style("step").fontSize + 1.0, equation_look().indent + self.offset
        lefts = [typeset(left, size) if left else None for left, _ in self.rows]
        axis = min(_WIDEST_LEFT, max((left.width for left in lefts if left), default=0.0)) + size * 0.35
        room = width - start - axis
        for left, (_, right) in zip(lefts, self.rows, strict=True):
            for number, formula in enumerate(lines(f"= {right}", size, room)):
                scale = min(1.0, room / max(formula.width, 1.0), page().depth * 0.9 / max(formula.height, 1.0))
                fitting = formula if scale == 1.0 else formula.scaled(scale)
                if left is None or number:
                    yield EquationLine(fitting, start + axis + (size if number else 0.0))
                elif left.width > axis:
                    yield EquationLine(left, start)
                    yield EquationLine(fitting, start + axis)
                else:
                    yield EquationLine(left.beside(fitting, axis), start)


class Drawing(Flowable):  # type: ignore[misc]  # ReportLab is untyped
    """A figure that `paint_on` draws: a chart, a map or an image, with its alternative text."""

    def __init__(
        self, width: float, height: float, paint_on: Callable[[TaggedCanvas], None], *, alternative: str
    ) -> None:
        super().__init__()
        self.width, self.height, self.paint_on = width, height, paint_on
        self.element = Element("Figure", alternative=alternative or "Figure")
        self.anchor = ""
        self.spaceBefore, self.spaceAfter = 4.0, 2.0
        self.hAlign = "LEFT"
        self.keepWithNext = True  # the caption stands below

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """The size it was made with."""
        return self.width, self.height

    def draw(self) -> None:
        """Paint as the figure element."""
        if self.anchor:
            self.canv.set_anchor(self.anchor, self.height)
        left, bottom = self.canv.absolutePosition(0, 0)
        self.element.box = (left, bottom, left + self.width, bottom + self.height)
        with self.canv.tagged(self.element):
            self.paint_on(self.canv)


def picture_figure(picture: Picture, *, alternative: str) -> Drawing:
    """A picture made of marks, as vectors."""
    return Drawing(picture.width, picture.height, lambda canvas: paint(canvas, picture), alternative=alternative)


def image_figure(content: bytes, *, alternative: str, width: float | None = None) -> Flowable:
    """A PNG or JPEG within the width of the text and two thirds of the page.

    What isn't a readable image gives a paragraph that says so.
    """
    try:
        image = sound_image(content)
    except (UnidentifiedImageError, OSError, ValueError):
        return paragraph("[This file is not a picture that can be printed.]", "missing")
    scale = min((width or page().measure) / image.width, page().depth * 2 / 3 / image.height, 72 / 96)
    size = (image.width * scale, image.height * scale)
    reader = ImageReader(image)
    return Drawing(*size, lambda canvas: canvas.drawImage(reader, 0, 0, *size), alternative=alternative)


def sound_image(content: bytes) -> Image.Image:
    """The picture in grey or sRGB, on white, no finer than print needs: CMYK and masks don't enter the archive.

    Raises:
        UnidentifiedImageError, OSError, ValueError: not a picture, or a damaged one.
    """
    try:
        image: Image.Image = Image.open(BytesIO(content))
    except Image.DecompressionBombError as error:
        raise ValueError(str(error)) from error
    if image.width * image.height > _MOST_UNPACKED:
        msg = "more pixels than any map or photograph has"
        raise ValueError(msg)
    image.load()
    if image.mode in ("RGBA", "LA", "P", "PA"):
        coloured = image.convert("RGBA")
        image = Image.new("RGB", image.size, "white")
        image.paste(coloured, mask=coloured.getchannel("A"))
    image = image if image.mode in ("RGB", "L") else image.convert("RGB")
    image.thumbnail((_MOST_PIXELS, _MOST_PIXELS))
    return image


class Kept(KeepTogether):  # type: ignore[misc]  # ReportLab is untyped
    """Flowables that stay on one page, of which the last needs only to begin there.

    ReportLab's own class would push a heading and the long table after it to a new page.
    """

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Asks to be split always: the parts are what is drawn."""
        return width, _UNKNOWN_HEIGHT

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
        return width, _UNKNOWN_HEIGHT

    def split(self, width: float, height: float) -> list[Flowable]:
        """A line a heading, down to the third level; closer together where that keeps them on one page."""
        listed = [item for item in self.canv.headings if item.level <= 3]
        made = [ContentsLine(item, self.mark.element) for item in listed]
        depths = [line.spaceBefore + line.wrapOn(self.canv, width, height)[1] + line.spaceAfter for line in made]
        if height < sum(depths) < height / _TIGHTEST:
            return [ContentsLine(item, self.mark.element, tightness=height / sum(depths)) for item in listed]
        return list(made)


class ContentsLine(Flowable):  # type: ignore[misc]  # ReportLab is untyped
    """A heading in the contents: title, dots, page number; a link to the heading."""

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


@cache
def _aligned(style: str, align: Align) -> ParagraphStyle:
    made = text_style(style)
    return made if align == "left" else made.clone(f"{style} {align}", alignment=_ALIGNMENTS[align])


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
