"""What differs between two snapshots: answers, tables by row, narratives by word, attachments, and figures with causes.

What a document holds is compared place by place; a view of a fact differs where the fact does.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from forms.answers import Answer, Answers, is_same
from forms.causes import CalculatedDifference, FigureDifference, calculated_differences, figure_differences
from forms.document import Place, Reader, Snapshot, is_calculation_document
from forms.fieldpath import cell_path, field_of, parse
from forms.passages import Passages, compare_prose, compare_texts
from forms.views.places import answer_line, effective_answer, label, row_name

if TYPE_CHECKING:
    from forms.definition import Field
    from forms.evidence import Attachment

# A text longer than this is compared word by word, as narratives are.
_LONG = 60


@dataclass(frozen=True)
class AnswerDifference:
    """A place that is answered differently; in a table `label` is the column.

    The texts are as a person reads them, with origin; where nothing is answered the default that stands there, or
    nothing. `passages` is given for narratives and long texts.
    """

    document: str
    path: str
    label: str
    before: Answer | None
    after: Answer | None
    before_text: str
    after_text: str
    passages: Passages | None = None


@dataclass(frozen=True)
class RowDifference:
    """A row that was added, removed, moved or changed; positions count from 1, and are `None` where it is not."""

    key: str
    name: str
    before: int | None
    after: int | None
    is_moved: bool
    cells: tuple[AnswerDifference, ...]

    @property
    def change(self) -> Literal["added", "removed", "kept"]:
        """What became of the row."""
        if self.before is None and self.after is not None:
            return "added"
        return "removed" if self.after is None and self.before is not None else "kept"


@dataclass(frozen=True)
class TableDifference:
    """A table that differs in its rows, or (`own`) in what it says itself, such as why it is left blank."""

    document: str
    path: str
    label: str
    rows: tuple[RowDifference, ...]
    order: tuple[Answer | None, Answer | None]
    own: AnswerDifference | None = None


Difference = AnswerDifference | TableDifference


@dataclass(frozen=True)
class DocumentDifference:
    """Differences of one document in the order of its form; `heads` are form and version, `None` where it is not."""

    document: str
    title: str
    heads: tuple[tuple[str, str] | None, tuple[str, str] | None]
    differences: tuple[Difference, ...]


@dataclass(frozen=True)
class AttachmentDifference:
    """A file that is carried on one side only, or under another name."""

    sha256: str
    before: Attachment | None
    after: Attachment | None


@dataclass(frozen=True)
class Comparison:
    """All that differs; documents without a difference are left out."""

    documents: tuple[DocumentDifference, ...] = ()
    attachments: tuple[AttachmentDifference, ...] = ()
    figures: tuple[FigureDifference, ...] = ()
    calculated: tuple[CalculatedDifference, ...] = ()

    @property
    def is_empty(self) -> bool:
        """True when both sides are the same."""
        return not (self.documents or self.attachments or self.figures or self.calculated)

    @cached_property
    def places(self) -> frozenset[Place]:
        """Every place whose stored answer differs."""
        return frozenset(place for document in self.documents for place in _places(document))


def compare(old: Snapshot, new: Snapshot) -> Comparison:
    """What differs from `old` to `new`. Forms may differ: then answers are compared where their paths are the same."""
    names = dict.fromkeys((*new.heads, *old.heads, *sorted({*new.answers, *old.answers})))
    found = tuple(_Documents(old, new, name).difference() for name in names)
    documents = tuple(document for document in found if document)
    changes = old.heads != new.heads or any(is_calculation_document(document.document) for document in documents)
    figures = figure_differences(old, new) if changes else ()
    calculated = calculated_differences(old, new, figures) if documents else ()
    return Comparison(documents, _attachments(old, new), figures, calculated)


def changed_paths(old: Answers, new: Answers) -> list[str]:
    """Paths at which two documents differ."""
    return sorted(path for path in {*old, *new} if not is_same(old.get(path), new.get(path)))


def moved_rows(before: Sequence[str], after: Sequence[str]) -> frozenset[str]:
    """Rows that changed their place among those that both have: as few as can explain the new order."""
    positions = {key: position for position, key in enumerate(before)}
    common = [key for key in after if key in positions]
    # The longest ascending run of positions stays; `ends[n]` is the best last position of a run of n + 1.
    ends: list[int] = []
    came: dict[int, int | None] = {}
    for position in (positions[key] for key in common):
        length = bisect_left(ends, position)
        came[position] = ends[length - 1] if length else None
        ends[length : length + 1] = [position]
    stays: set[int] = set()
    at = ends[-1] if ends else None
    while at is not None:
        stays.add(at)
        at = came[at]
    return frozenset(key for key in common if positions[key] not in stays)


class _Documents:
    """Compares one document of two snapshots."""

    def __init__(self, old: Snapshot, new: Snapshot, name: str) -> None:
        self.name = name
        self.old, self.new = Reader(old), Reader(new)
        self.before, self.after = old.of(name), new.of(name)

    def difference(self) -> DocumentDifference | None:
        """What differs; `None` when nothing does."""
        heads = (self.old.snapshot.heads.get(self.name), self.new.snapshot.heads.get(self.name))
        differences = tuple(self._differences())
        if heads[0] == heads[1] and not differences:
            return None
        return DocumentDifference(self.name, self._title(), heads, differences)

    def _title(self) -> str:
        for read in (self.new, self.old):
            if self.name in read.snapshot.documents:
                return read.form(self.name).title
        return self.name

    def _differences(self) -> Iterator[Difference]:
        order = self._print_order()
        paths = sorted(
            changed_paths(self.before, self.after),
            key=lambda path: (order.get(field_of(path), len(order)), field_of(path), path),
        )
        for field, inside in groupby(paths, key=field_of):
            found = list(inside)
            if self._is_table(field, found):
                yield self._table(field, found)
            else:
                yield from (self._answer(path) for path in found)

    def _print_order(self) -> Mapping[str, int]:
        found: dict[str, int] = {}
        for read in (self.new, self.old):
            known = read.snapshot.documents.get(self.name)
            for path in known.form.fields if known else ():
                found.setdefault(path, len(found))
        return found

    def _asked(self, path: str) -> tuple[Reader, Field | None]:
        """The field at a path, with the side that knows it."""
        found = self.new.field(self.name, path)
        return (self.new, found) if found else (self.old, self.old.field(self.name, path))

    def _is_table(self, field: str, paths: Sequence[str]) -> bool:
        _, asked = self._asked(field)
        if asked is not None:
            return asked.type == "table"
        return any(parse(path).column for path in paths) or bool(self.before.rows(field) or self.after.rows(field))

    def _answer(self, path: str, name: str = "") -> AnswerDifference:
        read, _ = self._asked(path)
        return AnswerDifference(
            self.name,
            path,
            name or label(read, self.name, path),
            self.before.get(path),
            self.after.get(path),
            answer_line(self.old, self.name, path),
            answer_line(self.new, self.name, path),
            self._passages(path),
        )

    def _passages(self, path: str) -> Passages | None:
        before, after = (effective_answer(read, self.name, path) for read in (self.old, self.new))
        return passages_of(before, after)

    # -- tables -----------------------------------------------------------------------------------------------

    def _table(self, table: str, paths: Sequence[str]) -> TableDifference:
        orders = self.before.get(table), self.after.get(table)
        before, after = _positions(self.before.rows(table)), _positions(self.after.rows(table))
        moved = moved_rows(tuple(before), tuple(after))
        cells = {row: list(inside) for row, inside in groupby(paths, key=lambda path: parse(path).row) if row}
        # In the order of after, then what is gone, then cells of rows that no order knows.
        keys = dict.fromkeys((*after, *before, *cells))
        rows = tuple(
            self._row(table, key, (before.get(key), after.get(key)), key in moved, cells.get(key, ()))
            for key in keys
            if key in cells or key in moved or (key in before) != (key in after)
        )
        read, _ = self._asked(table)
        own = self._answer(table) if table in paths and _differs_itself(*orders) else None
        return TableDifference(self.name, table, label(read, self.name, table), rows, orders, own)

    def _row(
        self,
        table: str,
        key: str,
        positions: tuple[int | None, int | None],
        is_moved: bool,
        cells: Sequence[str],
    ) -> RowDifference:
        read = self.new if positions[1] is not None or positions[0] is None else self.old
        made = tuple(self._answer(path, self._column_label(path)) for path in self._in_columns(table, key, cells))
        return RowDifference(key, row_name(read, self.name, table, key), *positions, is_moved, made)

    def _in_columns(self, table: str, key: str, cells: Sequence[str]) -> list[str]:
        _, asked = self._asked(table)
        order = [cell_path(table, key, column.key) for column in asked.columns] if asked else []
        return sorted(cells, key=lambda path: (order.index(path) if path in order else len(order), path))

    def _column_label(self, path: str) -> str:
        _, asked = self._asked(path)
        column = asked.column(parse(path).column) if asked else None
        return column.label if column else parse(path).column or path


def passages_of(before: Answer | None, after: Answer | None) -> Passages | None:
    """The words of two narratives or long texts; `None` for anything else."""
    old, new = (answer.value if answer else None for answer in (before, after))
    if _is_prose(old) or _is_prose(new):
        return compare_prose(old if _is_prose(old) else (), new if _is_prose(new) else ())  # type: ignore[arg-type]
    if isinstance(old, str) and isinstance(new, str) and max(len(old), len(new)) > _LONG and " " in old + new:
        return compare_texts(old, new)
    return None


def _is_prose(value: object) -> bool:
    return isinstance(value, tuple) and bool(value) and not isinstance(value[0], str)


def _positions(rows: Sequence[str]) -> Mapping[str, int]:
    return {key: position for position, key in enumerate(rows, 1)}


def _differs_itself(before: Answer | None, after: Answer | None) -> bool:
    """True when an order of rows differs in more than rows: its origin, its reason, or whether it is there at all."""
    rows = [answer.value or () if answer else () for answer in (before, after)]
    bare = [replace(answer, value=None) if answer else Answer() for answer in (before, after)]
    return bare[0] != bare[1] or rows[0] == rows[1]


def _places(document: DocumentDifference) -> Iterator[Place]:
    for found in document.differences:
        if isinstance(found, AnswerDifference):
            yield found.document, found.path
        else:
            if not is_same(*found.order):
                yield found.document, found.path
            yield from ((cell.document, cell.path) for row in found.rows for cell in row.cells)


def _attachments(old: Snapshot, new: Snapshot) -> tuple[AttachmentDifference, ...]:
    pairs = ((key, old.attachments.get(key), new.attachments.get(key)) for key in {*old.attachments, *new.attachments})
    differing = (AttachmentDifference(*pair) for pair in pairs if pair[1] != pair[2])
    return tuple(sorted(differing, key=lambda found: (_name(found), found.sha256)))


def _name(found: AttachmentDifference) -> str:
    carried = found.after or found.before
    return carried.name if carried else ""
