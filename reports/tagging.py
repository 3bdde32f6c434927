"""A canvas that knows what it draws: structure elements, artifacts, places to jump to, and what is painted last.

ReportLab draws; this notes for each stretch of drawing which element of the document it is. The tree that grows
that way is written into the file by `reports.finish`. Header, footer and page numbers of the contents are painted
when the number of pages is known (`defer`), so one pass over the story is enough.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFFormXObject
from reportlab.pdfgen.canvas import Canvas

Scope = str
Rectangle = tuple[float, float, float, float]
_LARGEST_SHAPE = (-8, -8, 8, 8)  # around the start of its baseline, in sizes: the tallest of brackets


class Content(NamedTuple):
    """A marked stretch of a page's drawing."""

    page: int
    mark: int


class Link(NamedTuple):
    """A link's annotation: the page it is on and its number among the annotations there."""

    page: int
    annotation: int


class Place(NamedTuple):
    """Where something is printed: page counted from 1, and points from the lower edge of the sheet."""

    page: int
    top: float


class ListedHeading(NamedTuple):
    """A heading for contents and bookmarks, or a caption for its list; `page` counts sheets as drawn, from 0."""

    level: int
    title: str
    key: str
    page: int


def goal_of(link: str) -> str:
    """Key of the place where a reference leads (see `forms.numbering`), in letters that a key may have."""
    return f"goal.{hashlib.sha256(link.encode()).hexdigest()[:16]}"


@dataclass(eq=False, slots=True)
class Element:
    """One structure element. Without a parent it goes where the canvas is when it is first drawn.

    `role` is a standard type of PDF 1.7 (14.8.4). `alternative` stands for the drawing, `expansion` spells out an
    abbreviation; `scope` is Column or Row on a heading cell. The box is that of a figure, on its own page.
    """

    role: str
    parent: Element | None = None
    alternative: str = ""
    expansion: str = ""
    scope: Scope = ""
    box: Rectangle | None = None
    kids: list[Element | Content | Link] = field(default_factory=list)
    is_placed: bool = False


@dataclass(frozen=True)
class Deferred:
    """Painting that waits for the number of pages; `marker` holds its place in the page's code."""

    page: int
    marker: str
    paint: Callable[[int, int], None]


class TaggedCanvas(Canvas):  # type: ignore[misc]  # ReportLab is untyped
    """ReportLab's canvas with a structure tree.

    Sheets are counted from 0 in the order they are drawn; `order` gives them in the order they are bound.
    """

    def __init__(self, *arguments: object, **options: object) -> None:
        super().__init__(*arguments, **options)
        self.document = Element("Document", is_placed=True)
        self.headings: list[ListedHeading] = []
        self.captions: dict[str, list[ListedHeading]] = {}
        self.sheet = 0
        self._parents = [self.document]
        self._sections: list[Element] = []
        self._form_level = 0
        self._is_marked = False
        self._marks = 0
        self._annotations = 0
        self._anchors: dict[str, tuple[int, float]] = {}
        self._deferred: list[Deferred] = []
        self._moved: tuple[int, int] | None = None
        self._goals: set[str] = set()
        self._links: list[tuple[Element, str]] = []

    # -- what is drawn -----------------------------------------------------------------------------------------

    def begin(self, element: Element) -> bool:
        """Start drawing an element; False inside a marked stretch, which then covers this drawing too."""
        if self._is_marked:
            return False
        self._code.append(self.mark(element))
        self._is_marked = True
        return True

    @property
    def is_marked(self) -> bool:
        """Whether drawing stands inside a marked stretch."""
        return self._is_marked

    def mark(self, element: Element) -> str:
        """The operator with which a marked stretch of the element starts, for who writes the page's code himself."""
        self.attach(element)
        element.kids.append(Content(self.sheet, self._marks))
        self._marks += 1
        return f"/{element.role} <</MCID {self._marks - 1}>> BDC"

    def begin_artifact(self, properties: str = "") -> bool:
        """Start drawing what is not content, such as a rule; False inside a marked stretch."""
        if self._is_marked:
            return False
        self._code.append(f"/Artifact <<{properties}>> BDC" if properties else "/Artifact BMC")
        self._is_marked = True
        return True

    def end(self) -> None:
        """End what `begin` or `begin_artifact` started."""
        self._code.append("EMC")
        self._is_marked = False

    @contextmanager
    def tagged(self, element: Element) -> Iterator[None]:
        """Drawing that is the element."""
        has_begun = self.begin(element)
        try:
            yield
        finally:
            if has_begun:
                self.end()

    @contextmanager
    def artifact(self, properties: str = "") -> Iterator[None]:
        """Drawing that is no content: rules, shades, header, footer, repeated heads."""
        has_begun = self.begin_artifact(properties)
        try:
            yield
        finally:
            if has_begun:
                self.end()

    def enter(self, element: Element) -> None:
        """Let elements that follow become children of this one, until `leave`."""
        self.attach(element)
        self._parents.append(element)

    def leave(self) -> None:
        """End what `enter` started."""
        self._parents.pop()

    def attach(self, element: Element) -> None:
        """Give the element its place in the tree, after all that was placed before. Once is enough."""
        if element.is_placed or self._is_marked:
            return
        if element.parent is None:
            element.parent = self._parents[-1]
        self.attach(element.parent)
        element.parent.kids.append(element)
        element.is_placed = True

    # -- where it is -------------------------------------------------------------------------------------------

    def open_section(self, level: int, *, is_of_form: bool = True) -> int:
        """Start a section; the level comes back, lowered if it would skip one (PDF/UA-1, 7.4.2).

        The level of a section inside a narrative counts from the form's section that holds it.
        """
        level = min(level if is_of_form else self._form_level + level, len(self._sections) + 1)
        if is_of_form:
            self._form_level = level
        del self._sections[level - 1 :]
        section = Element("Sect", self._sections[-1] if self._sections else self.document)
        self._sections.append(section)
        self._parents[0] = section
        self.attach(section)
        return level

    def close_sections(self) -> None:
        """What follows stands at the top of the document again."""
        self._sections.clear()
        self._parents[0] = self.document

    def list_heading(self, title: str, level: int, top: float, anchor: str = "") -> None:
        """Note a heading at the current place for bookmarks and contents; references to its section lead here."""
        key = goal_of(f"section:{anchor}")
        if not anchor or not self.set_goal(key, top):
            key = f"heading.{len(self.headings) + 1}"
            self.set_goal(key, top)
        self.addOutlineEntry(title, key, level - 1, closed=level > 1)
        self.headings.append(ListedHeading(level, title, key, self.sheet))

    def list_caption(self, kind: str, words: str, goal: str) -> None:
        """Note a numbered caption on this sheet for the list of its kind."""
        self.captions.setdefault(kind, []).append(ListedHeading(2, words, goal, self.sheet))

    def set_goal(self, goal: str, top: float) -> bool:
        """Let links to this goal lead here; False where it has a place already."""
        if goal in self._goals:
            return False
        left, height = self.absolutePosition(0, top)
        self.bookmarkPage(goal, fit="XYZ", left=round(left, 2), top=round(height, 2), zoom=0)
        self._goals.add(goal)
        return True

    def set_anchor(self, name: str, top: float) -> None:
        """Let `name` (a field path) lead here; the first place counts."""
        _, height = self.absolutePosition(0, top)
        self._anchors.setdefault(name, (self.sheet, round(height, 2)))

    def anchors(self) -> Mapping[str, Place]:
        """All anchors with the page they ended on."""
        pages = {sheet: page for page, sheet in enumerate(self.order(), 1)}
        return {name: Place(pages[sheet], top) for name, (sheet, top) in self._anchors.items()}

    def link_to(self, element: Element, key: str, contents: str, box: Rectangle) -> None:
        """Make the box (in current coordinates) a link to a heading's key, belonging to the element."""
        element.kids.append(Link(self.sheet, self._annotations))
        self._annotations += 1
        self.linkRect(contents, key, box, relative=1, Border="[0 0 0]")

    def await_link(self, element: Element, contents: str) -> None:
        """The next link that ReportLab makes by itself belongs to this element."""
        self._links.append((element, contents))

    def linkRect(self, contents: str, destinationname: str, Rect: Rectangle | None = None, **how: object) -> None:
        """A link; of those that ReportLab makes of a paragraph only what has an element, for no other is read out."""
        if not contents and not self._links:
            return
        if not contents:
            element, contents = self._links.pop(0)
            element.kids.append(Link(self.sheet, self._annotations))
            self._annotations += 1
            how["Border"] = "[0 0 0]"
        super().linkRect(contents, destinationname, Rect, **how)

    def stamp(self, name: str, code: Callable[[], Sequence[str]], x: str, y: str, size: str) -> None:
        """Fill the path that `code` makes at a size of 1: a shape that recurs is in the file once, by its name."""
        if not self.hasForm(name):
            # Resources of its own, though none: without, a reader would look for them in the page.
            form = PDFFormXObject(*_LARGEST_SHAPE)
            form.Resources = PDFDictionary({})
            form.setStreamList([*code(), "f"])
            self._doc.addForm(name, form)
        self._code.append(f"q {size} 0 0 {size} {x} {y} cm")
        self.doForm(name)
        self._code.append("Q")

    # -- pages -------------------------------------------------------------------------------------------------

    def showPage(self) -> None:  # ReportLab's name
        """End the sheet."""
        super().showPage()
        self.sheet += 1
        self._marks = self._annotations = 0

    def move_last_sheets(self, first: int, target: int) -> None:
        """Bind the sheets from `first` on, the last drawn, before the sheet `target`."""
        self._moved = (first, target)

    def order(self) -> list[int]:
        """Sheets in the order they are bound."""
        sheets = list(range(self.sheet))
        if self._moved:
            first, target = self._moved
            sheets[target:] = sheets[first:] + sheets[target:first]
        return sheets

    def page_of(self, sheet: int) -> int:
        """Page number, from 1, of a sheet."""
        return self.order().index(sheet) + 1

    def defer(self, paint: Callable[[int, int], None]) -> None:
        """Paint here when all is drawn: `paint(page, pages)` draws on this canvas, in its own coordinates here."""
        marker = f"%deferred {len(self._deferred)}%"
        self._deferred.append(Deferred(self.sheet, marker, paint))
        self._code.append(marker)

    def save(self) -> None:
        """Paint what was deferred, bind the sheets in order and write the file."""
        # A sheet that was begun and left empty is not bound.
        self._code: list[str] = []
        order = self.order()
        sheets = list(self._doc.Pages.pages)
        numbers = {sheet: page for page, sheet in enumerate(order, 1)}
        for item in (item for item in self._deferred if item.page in numbers):
            sheet = sheets[item.page]
            code = self._painted(item.paint, numbers[item.page], len(order))
            # With its line breaks, since text that somebody typed never holds one inside a page's code.
            sheet.stream = sheet.stream.replace(f"\n{item.marker}\n", f"\n{code}\n", 1)
        self._doc.Pages.pages[:] = [sheets[sheet] for sheet in order]
        super().save()

    def _painted(self, paint: Callable[[int, int], None], page: int, pages: int) -> str:
        self.saveState()
        paint(page, pages)
        self.restoreState()
        code, self._code = self._code, []
        return "\n".join(code)

    def _make_preamble(self) -> None:
        # ReportLab would name a font here, Helvetica, which cannot be embedded.
        self._preamble = "1 0 0 1 0 0 cm"
