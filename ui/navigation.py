"""Where the user is, where he was, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from forms.fieldpath import field_of, parse
from ui.captions import document_name, place_name
from ui.completeness import lacks, required_cells
from ui.section_page import INPUTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from forms.definition import Section
    from forms.document import Place, Reader
    from ui.binding import DocumentBinding
    from ui.completeness import Completeness
    from ui.form_view import FormView
    from ui.section_page import SectionPage

NOWHERE: Place = ("", "")


@dataclass(frozen=True)
class _Stop:
    """A section where one was, the path that had the focus (empty where none had), and how far it was scrolled."""

    place: Place
    path: str
    top: int


class Navigator(QObject):
    """Shows sections and fields of the form, and remembers the way.

    `arrived(document, section)` follows when a section came to be shown, `focused(document, path)` when a field or
    cell took the focus.
    """

    arrived = Signal(str, str)
    focused = Signal(str, str)

    def __init__(self, binding: DocumentBinding, form: FormView, parent: QObject) -> None:
        super().__init__(parent)
        self._binding = binding
        self._form = form
        self.place: Place = NOWHERE
        self.focus: Place = NOWHERE
        self._been: list[_Stop] = []
        self._ahead: list[_Stop] = []
        form.focused.connect(self._focus_moved)

    @property
    def can_go_back(self) -> bool:
        """True when there is a place to go back to."""
        return bool(self._been)

    @property
    def can_go_forward(self) -> bool:
        """True after going back."""
        return bool(self._ahead)

    def forget(self) -> None:
        """Another project: no place, and no way back."""
        self.place = self.focus = NOWHERE
        self._been.clear()
        self._ahead.clear()

    # -- going ----------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Show the first section of the form that the project is about, with the focus in its first field."""
        main = self._binding.snapshot.main
        page = self.show(main, first_section(self._binding.read.form(main).sections)) if main else None
        if page is not None:
            page.take_focus()

    def go_to(self, document: str, path: str) -> None:
        """Show the section of a field, and put the focus there; `path` may name a section too."""
        if document not in self._binding.snapshot.documents:
            return
        form = self._binding.read.form(document)
        field = form.field(path)
        section = form.section_of_field[field.path].id if field else (path if form.section(path) else "")
        self._remember()
        page = self.show(document, section)
        if page is not None and field is not None:
            page.focus_place(path)

    def enter(self, document: str, path: str) -> None:
        """Show a field or a section, with the focus in the field, or in the first of the section."""
        self.go_to(document, path)
        if self._form.page is not None and self._binding.read.form(document).field(path) is None:
            self._form.page.take_focus()

    def choose(self, document: str, section: str) -> None:
        """Show a section that was chosen somewhere."""
        if (document, section) != self.place:
            self._remember()
            self.show(document, section)

    def choose_document(self, document: str) -> None:
        """Show the first section of a document; the inputs of a methodology open with its calculation."""
        form = self._binding.read.form(document)
        self.choose(document, "" if form.id == INPUTS else first_section(form.sections))

    def show(self, document: str, section: str) -> SectionPage | None:
        """Show a section without remembering the way; `None` when there is no such section."""
        page = self._form.show_section(document, section)
        if page is None:
            return None
        self.place = (document, section)
        self.focus = (document, "")
        self.arrived.emit(document, section)
        field = self._form.focused_field()
        if field is not None and page.isAncestorOf(field):
            self._focus_moved(field.spot.document, field.path)
        return page

    def back(self) -> None:
        """Where one was before: the same section, the same field, scrolled the same way."""
        if self._been:
            self._ahead.append(self._here())
            self._return_to(self._been.pop())

    def forward(self) -> None:
        """Where one came back from."""
        if self._ahead:
            self._been.append(self._here())
            self._return_to(self._ahead.pop())

    def _here(self) -> _Stop:
        page = self._form.page
        path = self.focus[1] if self.focus[0] == self.place[0] else ""
        return _Stop(self.place, path, page.verticalScrollBar().value() if page is not None else 0)

    def _return_to(self, stop: _Stop) -> None:
        page = self.show(*stop.place)
        if page is not None:
            page.come_back(stop.path, stop.top)

    def step(self, by: int) -> None:
        """The next (1) or previous (-1) section of the document, with the focus in its first field."""
        document, section = self.place
        ids = [known.id for known in self._binding.read.form(document).sections]
        place = ids.index(section) + by if section in ids else 0
        if 0 <= place < len(ids):
            self.choose(document, ids[place])
            if self._form.page is not None:
                self._form.page.take_focus()

    def _remember(self) -> None:
        here = self._here()
        if self.place != NOWHERE and (not self._been or self._been[-1] != here):
            self._been.append(here)
            self._ahead.clear()

    def _focus_moved(self, document: str, path: str) -> None:
        self.focus = (document, path)
        self.focused.emit(document, path)

    # -- what is missing ------------------------------------------------------------------------------------------

    def following_missing(self, filled: Completeness) -> Place | None:
        """The first required field or cell without an answer after the focus, in print order, then from the start.

        What was answered since the last check counts as answered; what does not apply any more is passed over.
        """
        read = self._binding.read
        missing = [place for place in filled.missing if lacks(read, *place)]
        if not missing or not self.place[0]:
            return None
        order = [
            (name, field.path)
            for name, document in self._binding.snapshot.documents.items()
            for section in document.form.sections
            for field in section.fields
        ]
        rank = {place: number for number, place in enumerate(order)}
        here = rank.get((self.focus[0], field_of(self.focus[1])), self._rank_of_section(rank) - 1)
        if cell := self._next_cell(read):
            return self.focus[0], cell
        later = [place for place in missing if rank.get(place, -1) > here]
        own = [place for place in later if place[0] == self.place[0]]
        document, path = next(iter(own or later or missing))
        return document, next(self._empty_cells(read, document, path), path)

    def _next_cell(self, read: Reader) -> str:
        """The next empty required cell of the table that has the focus; empty when there is none."""
        document, path = self.focus
        field = read.field(document, field_of(path)) if "[" in path else None
        if field is None or field.type != "table":
            return ""
        rows, here = read.rows(field.path, document), parse(path)
        columns = [column.key for column in field.shown_columns]
        row = rows.index(here.row) if here.row in rows else 0
        behind = columns.index(here.column) + 1 if here.column in columns else 0
        for cell in self._empty_cells(read, document, field.path, row):
            at = parse(cell)
            if at.row != here.row or at.column in columns[behind:]:
                return cell
        return ""

    @staticmethod
    def _empty_cells(read: Reader, document: str, path: str, first: int = 0) -> Iterator[str]:
        """Required cells of a table without an answer, one by one: of a long series only the next is wanted."""
        field = read.field(document, path)
        if field is not None:
            yield from (cell for cell, is_empty in required_cells(read, document, field, first) if is_empty)

    def name_of(self, place: Place) -> str:
        """Where a field stands, with its document when that is not the one shown."""
        form = self._binding.read.form(place[0])
        name = place_name(form, field_of(place[1]))
        return name if place[0] == self.place[0] else f"{document_name(self._binding.read, place[0])}, {name}"

    def _rank_of_section(self, rank: Mapping[Place, int]) -> int:
        form = self._binding.read.form(self.place[0])
        ids = [section.id for section in form.sections]
        start = ids.index(self.place[1]) if self.place[1] in ids else 0
        later = (field.path for section in form.sections[start:] for field in section.fields)
        return rank.get((self.place[0], next(later, "")), 0)


def first_section(sections: Sequence[Section]) -> str:
    """The first section that has fields."""
    return next((section.id for section in sections if section.fields), "")
