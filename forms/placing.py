"""From a place on a printed page to the place in the project: by the names the dossier carries, then by the words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING, Literal

from forms.anchors import Anchor, anchored_span, text_at
from forms.document import FACTS_DOCUMENT, REVIEW_DOCUMENT, Place, Reader, Snapshot
from forms.fieldpath import cell_path, parse

if TYPE_CHECKING:
    from forms.annotations import Annotation, Mark
    from forms.definition import Field, FormDefinition, Section

Reach = Literal["passage", "place", "section", "document"]
"""How nearly a place is known: to the words, to the field or cell, to the section, or not at all."""
# Letters and digits; shorter passages stand in many places, or in many lines, by chance.
_TELLING = 16
_TELLING_IN_LINE = 6


class Places:
    """Finds places in the state that a dossier was printed from. `document` is what it prints; empty for none."""

    def __init__(self, printed: Snapshot, marks: Sequence[Mark]) -> None:
        self._read = Reader(printed)
        self._texts: dict[Place, Folded] = {}
        self.document = _document(printed, marks)
        self._marks = sorted(
            (mark for mark in marks if not mark.name.startswith("working.")), key=lambda mark: (mark.page, -mark.top)
        )

    def of(self, annotation: Annotation) -> tuple[Anchor, Reach]:
        """Where an annotation points; the document as a whole when that cannot be said."""
        mark = self._mark_above(annotation)
        section, field = self._section(mark)
        fields = self._fields(mark, section, field)
        found = self._passage(annotation, fields) or self._beside(annotation, fields)
        if found is not None:
            return found
        if field is not None:
            return Anchor(*field), "place"
        if elsewhere := self._anywhere(annotation):
            return elsewhere, "passage"
        if section is not None and (first := self._first_of(section)):
            return Anchor(self.document, first), "section"
        return Anchor(self.document), "document"

    # -- by what the dossier names ------------------------------------------------------------------------------

    def _mark_above(self, annotation: Annotation) -> str:
        """The last name above the annotation; empty before the first, or where it says no height."""
        height = annotation.height
        if height is None:
            return ""
        above = (mark for mark in self._marks if (mark.page, -mark.top) <= (annotation.page, -height))
        return next(reversed([mark.name for mark in above]), "")

    def _section(self, mark: str) -> tuple[Section | None, Place | None]:
        """The section and the field that a mark names."""
        if not self.document or not mark:
            return None, None
        form = self._read.form(self.document)
        if mark in form.fields:
            return form.section_of_field[mark], (self.document, mark)
        if self._read.field(FACTS_DOCUMENT, mark) is not None:
            return None, (FACTS_DOCUMENT, mark)
        return next((section for section in form.sections if section.id == mark), None), None

    def _fields(self, mark: str, section: Section | None, field: Place | None) -> list[Place]:
        """Fields that may stand below the mark, the one it names first."""
        if section is None:
            return [field] if field else []
        own = [(self.document, asked.path) for asked in section.fields]
        at = own.index(field) if field in own else 0
        return [*own[at:], *own[:at]]

    def _first_of(self, section: Section) -> str:
        """The first field of a section, or of what stands below it; empty when there is none."""
        inside = f"{section.id}."
        others = (other for other in self._read.form(self.document).sections if other.id.startswith(inside))
        return next((asked.path for each in (section, *others) for asked in each.fields), "")

    # -- by the words -------------------------------------------------------------------------------------------

    def _passage(self, annotation: Annotation, fields: Sequence[Place]) -> tuple[Anchor, Reach] | None:
        """The marked words in one of the fields; where several rows have them, in that of the line they stand on."""
        if not annotation.quote:
            return None
        groups = self._groups(fields)
        found = [
            (group, anchor)
            for group in groups
            for place in group
            if (anchor := self._anchor(place, annotation)) is not None
        ]
        if not found:
            return None
        line = [folded(words) for words in annotation.beside]
        return max(found, key=lambda pair: self._found(line, pair[0]) if len(found) > 1 else 0)[1], "passage"

    def _beside(self, annotation: Annotation, fields: Sequence[Place]) -> tuple[Anchor, Reach] | None:
        """The cell or field whose words, or whose label, stand on the line of the annotation; head cells first."""
        line = [words for words in map(folded, annotation.beside) if words]
        for place in fields:
            if line and line[0] in self._labels(place):
                return Anchor(*place), "place"
        if (spot := self._spot_on(line, fields)) is not None:
            return Anchor(*spot), "place"
        labelled = (place for words in line for place in fields if _overlap(words, self._labels(place)[0]))
        return next(((Anchor(*place), "place") for place in labelled), None)

    def _spot_on(self, line: Sequence[str], fields: Sequence[Place]) -> Place | None:
        """Of the field, or the row, that most of the line is found in, the spot that the nearest words are in.

        Short words, such as a status, stand in many rows: the row counts before the cell.
        """
        best = max(self._groups(fields), key=lambda group: self._found(line, group), default=[])
        for words in line:
            for place in best:
                if _overlap(words, self._folded(place).plain):
                    return place
        return None

    def _groups(self, fields: Sequence[Place]) -> list[list[Place]]:
        """The spots of the fields, row by row."""
        groups: dict[Place, list[Place]] = {}
        for document, path in self._spots(fields):
            groups.setdefault((document, path.partition("]")[0]), []).append((document, path))
        return list(groups.values())

    def _found(self, line: Sequence[str], group: Sequence[Place]) -> int:
        """How many letters of a line are found in these places."""
        texts = [self._folded(place).plain for place in group]
        return sum(len(words) for words in line if any(_overlap(words, text) for text in texts))

    def _labels(self, place: Place) -> list[str]:
        """What a field is called, and its columns."""
        asked = self._read.field(*place)
        if asked is None:
            return [""]
        return [folded(asked.label), *(folded(column.label) for column in asked.columns)]

    def _anywhere(self, annotation: Annotation) -> Anchor | None:
        """The one place of the project with these words; `None` where several have them, or they are too few."""
        if len(folded(annotation.quote)) < _TELLING:
            return None
        places = [(name, path) for name in self._documents() for path in self._read.snapshot.of(name)]
        found = [anchor for place in places if (anchor := self._anchor(place, annotation)) is not None]
        whole = [
            anchor for anchor in found if folded(anchor.quote) == self._folded((anchor.document, anchor.path)).plain
        ]
        anchors = whole or found
        return anchors[0] if len(anchors) == 1 else None

    def _documents(self) -> list[str]:
        """Documents of the project, the printed one first; none of the review."""
        names = [name for name in self._read.snapshot.documents if name != REVIEW_DOCUMENT]
        return sorted(names, key=lambda name: name != self.document)

    def _spots(self, fields: Sequence[Place]) -> Iterator[Place]:
        """The fields, of tables each cell."""
        for document, path in fields:
            asked = self._read.field(document, path)
            if asked is not None and asked.type == "table" and not parse(path).row:
                yield from ((document, cell) for cell in self._cells(document, asked))
            else:
                yield document, path

    def _cells(self, document: str, asked: Field) -> Iterator[str]:
        for row in self._read.rows(asked.path, document):
            yield from (cell_path(asked.path, row, column.key) for column in asked.columns)

    def _anchor(self, place: Place, annotation: Annotation) -> Anchor | None:
        asked = self._read.field(*place)
        if asked is None or (asked.type == "table" and not parse(place[1]).column):
            return None
        text = self._folded(place)
        span = text.span_of(annotation.quote, annotation.before, annotation.after)
        return anchored_span(*place, text.text, *span) if span else None

    def _folded(self, place: Place) -> Folded:
        """What stands at a place; every annotation asks again."""
        if place not in self._texts:
            self._texts[place] = Folded(text_at(self._read, *place))
        return self._texts[place]


def _document(printed: Snapshot, marks: Sequence[Mark]) -> str:
    """The document of which a dossier names most sections and fields; the main one before others; empty for none."""
    names = {mark.name for mark in marks}
    documents = printed.documents
    known = {name: len(names & _names(documents[name].form)) for name in documents if name != REVIEW_DOCUMENT}
    best = max(known, key=lambda name: (known[name], name == printed.main), default="")
    return best if known.get(best) else ""


def _names(form: FormDefinition) -> set[str]:
    return {*form.fields, *(section.id for section in form.sections)}


# -- the same words, written otherwise --------------------------------------------------------------------------


class Folded:
    """A text and its letters and digits in their plainest form, which are all that is compared.

    A page divides words, sets quotation marks and raises figures its own way.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        signs = list(_signs(text))
        self.plain = "".join(sign for sign, _ in signs)
        self._places = [at for _, at in signs]

    def span_of(self, quote: str, before: str = "", after: str = "") -> tuple[int, int] | None:
        """Where words from a page stand; of several places the one whose surroundings fit best."""
        wanted, behind, ahead = folded(quote), folded(before)[::-1], folded(after)
        best, most, at = -1, -1, self.plain.find(wanted) if wanted else -1
        while at >= 0:
            fit = _alike(self.plain[max(0, at - len(behind)) : at][::-1], behind)
            fit += _alike(self.plain[at + len(wanted) :][: len(ahead)], ahead)
            best, most = (at, fit) if fit > most else (best, most)
            at = self.plain.find(wanted, at + 1)
        if best < 0:
            return None
        return self._with_signs(self._places[best], self._places[best + len(wanted) - 1] + 1, quote.strip())

    def _with_signs(self, start: int, end: int, quote: str) -> tuple[int, int]:
        """The stretch with the signs that the quote begins and ends with, where they stand here too."""
        head = quote[: next(at for at, sign in enumerate(quote) if sign.isalnum())]
        tail = quote[len(quote) - next(at for at, sign in enumerate(reversed(quote)) if sign.isalnum()) :]
        start -= len(head) if self.text[:start].endswith(head) else 0
        return start, end + (len(tail) if self.text.startswith(tail, end) else 0)


def _signs(text: str) -> Iterator[tuple[str, int]]:
    """Letters and digits, each with the place of the character that it comes from."""
    for at, character in enumerate(text):
        plain = unicodedata.normalize("NFKD", character).casefold()
        yield from ((sign, at) for sign in plain if sign.isalnum())


def folded(text: str) -> str:
    """The letters and digits of a text in their plainest form."""
    return "".join(sign for sign, _ in _signs(text))


def _overlap(words: str, text: str) -> bool:
    """Whether words of a line are the text, or one of them is a telling part of the other."""
    return words == text or (
        min(len(words), len(text)) >= _TELLING_IN_LINE and (words in text or text in words)
    )  # fmt: skip


def _alike(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
