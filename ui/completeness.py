"""How far a project is filled in: what is required, what of it is answered, what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms.document import REVIEW_DOCUMENT, Place, Reader, Snapshot
from forms.fieldpath import cell_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.definition import Field, FormDefinition, Section


@dataclass(frozen=True)
class Fill:
    """Required answers of a section with all that stands under it; `given` counts answers that are not required too."""

    required: int = 0
    answered: int = 0
    given: int = 0

    @property
    def missing(self) -> int:
        """Required answers that are not there."""
        return self.required - self.answered

    @property
    def share(self) -> float:
        """0 to 1; a section that requires nothing is full once something is given."""
        if self.required:
            return self.answered / self.required
        return 1.0 if self.given else 0.0

    def __add__(self, other: Fill) -> Fill:
        return Fill(self.required + other.required, self.answered + other.answered, self.given + other.given)


@dataclass(frozen=True)
class Completeness:
    """By section (`(document, section id)`) and document (`(document, "")`), with what is missing, in print order."""

    fills: dict[Place, Fill]
    missing: tuple[Place, ...]

    def of(self, document: str, section: str = "") -> Fill:
        """Fill of a section, or of a document."""
        return self.fills.get((document, section), Fill())


NOTHING = Completeness({}, ())


def completeness(snapshot: Snapshot) -> Completeness:
    """Look at every field of every document to be filled in once. Pure; may run off the GUI thread."""
    read = Reader(snapshot)
    fills: dict[Place, Fill] = {}
    missing: list[Place] = []
    # The review is not filled in: its panels say what is open.
    for name, document in ((name, found) for name, found in snapshot.documents.items() if name != REVIEW_DOCUMENT):
        for section in document.form.sections:
            own = Fill()
            if read.is_relevant(name, section):
                for field in section.fields:
                    one, lacks = _fill(read, name, field)
                    own += one
                    missing += [(name, field.path)] if lacks else []
            for place in (section.id, *ancestors(document.form, section.id), ""):
                fills[name, place] = fills.get((name, place), Fill()) + own
    return Completeness(fills, tuple(missing))


def ancestors(form: FormDefinition, section_id: str) -> Iterator[str]:
    """Ids of the sections that a section stands under, the nearest first."""
    while "." in section_id:
        section_id = section_id.rpartition(".")[0]
        if form.section(section_id) is not None:
            yield section_id
    if part := _part_of(form, section_id):
        yield part


def _part_of(form: FormDefinition, section_id: str) -> str:
    """The heading above lettered sections whose ids do not name it, as part I above A to G; empty where none is.

    CDM-PoA-DD version 03.0 counts the sections of part I as A to G, and those of part II as A to C once more.
    """
    part = ""
    for section in form.sections if len(section_id) == 1 else ():
        if section.id == section_id:
            return part
        if len(section.id) > 1 and "." not in section.id:
            has_own = any(other.id.startswith(f"{section.id}.") for other in form.sections)
            part = "" if section.fields or has_own else section.id
    return ""


def parent_of(form: FormDefinition, section: Section) -> str:
    """Id of the section that it stands under; empty at the top."""
    return next(ancestors(form, section.id), "")


def _fill(read: Reader, document: str, field: Field) -> tuple[Fill, bool]:
    state = read.state(document, field.path)
    if field.type == "generated" or not state.relevant:
        return Fill(), False
    given = is_answered(read, document, field)
    if not state.required:
        return Fill(given=int(given)), False
    return Fill(1, int(given), int(given)), not given


def lacks(read: Reader, document: str, path: str) -> bool:
    """Whether a field asks for an answer now, in a section that applies, and has none; false where there is none."""
    form = read.form(document) if document in read.snapshot.documents else None
    field = form.field(path) if form is not None else None
    if form is None or field is None or not read.is_relevant(document, form.section_of_field[field.path]):
        return False
    return _fill(read, document, field)[1]


def is_answered(read: Reader, document: str, field: Field) -> bool:
    """Whether something stands there: a value, a reason for leaving it blank, enough rows, or cells of a matrix."""
    if field.indices:
        prefix = f"{field.path}["
        return any(path.startswith(prefix) for path in read.snapshot.of(document))
    answer = read.answer(document, field.path)
    if answer is not None and answer.is_blank_on_purpose:
        return True
    if field.type == "table":
        return _rows_are_full(read, document, field)
    return answer is not None and answer.value is not None


def _rows_are_full(read: Reader, document: str, field: Field) -> bool:
    enough = len(read.rows(field.path, document)) >= max(1, field.min_rows)
    return enough and not any(is_empty for _, is_empty in required_cells(read, document, field))


def required_cells(read: Reader, document: str, field: Field, first: int = 0) -> Iterator[tuple[str, bool]]:
    """(path, is empty) of every cell of a table that needs an answer, row by row; nothing for other fields.

    `first` is the number of the row to begin with: of a long series few rows are ever asked for.
    """
    needed = [column.key for column in field.shown_columns if column.required] if field.type == "table" else []
    for key in read.rows(field.path, document)[first:] if needed else ():
        for column in needed:
            path = cell_path(field.path, key, column)
            yield path, read.answer(document, path) is None
