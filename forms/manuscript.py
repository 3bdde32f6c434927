"""A document before it is set: its cover, headings, labels and page ends, with the blocks between them.

PDF, Word and redline are made from the same manuscript, so they cannot say different things.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeVar

from forms.blocks import Block, Figure, ParameterBlock, Runs, text_run
from forms.document import FACTS_DOCUMENT
from forms.fieldpath import cell_path

if TYPE_CHECKING:
    from forms.answers import Answers
    from forms.document import Snapshot

LineStyle = Literal["cover_form", "cover_title", "label", "note", "margin_note", "body"]


@dataclass(frozen=True)
class Line:
    """A line of the frame of a document; `anchor` (a field path) leads to it.

    A margin note is about codes beside figures, which stand in the margin of pages alone, not in Word.
    """

    runs: Runs
    style: LineStyle
    anchor: str = ""
    keeps_with_next: bool = False


@dataclass(frozen=True)
class SectionHead:
    """A heading of the document, level 1 for a part and deeper for its sections."""

    runs: Runs
    level: int
    anchor: str


@dataclass(frozen=True)
class Gap:
    """Empty space, in points."""

    points: float


@dataclass(frozen=True)
class PageEnd:
    """What follows begins a new page."""


@dataclass(frozen=True)
class ContentsHere:
    """The contents stand here, on pages of their own."""


Piece = Line | SectionHead | Gap | PageEnd | ContentsHere | Block
Manuscript = Iterable[Piece]
P = TypeVar("P")


def line(words: str, style: LineStyle, *, anchor: str = "", keeps_with_next: bool = False) -> Line:
    """A line of plain text."""
    return Line(text_run(words), style, anchor, keeps_with_next)


def section_head(words: str, level: int, anchor: str) -> SectionHead:
    """A heading of plain text."""
    return SectionHead(text_run(words), level, anchor)


def with_files(manuscript: Manuscript, snapshot: Snapshot) -> Iterator[Piece]:
    """The manuscript, each figure named by the SHA-256 of its file instead of by its row in the list of evidence.

    So a figure tells whether it is the same picture, and is found among the files of another revision.
    """
    evidence = snapshot.of(FACTS_DOCUMENT)
    for piece in manuscript:
        yield _with_file(piece, evidence)


def _with_file(piece: P, evidence: Answers) -> P:
    made: object = piece
    if isinstance(piece, Figure):
        name = evidence.value(cell_path("P.evidence", piece.evidence, "file"))
        made = replace(piece, evidence=str(name or piece.evidence))
    elif isinstance(piece, ParameterBlock):
        rows = ((label, tuple(_with_file(block, evidence) for block in value)) for label, value in piece.rows)
        made = replace(piece, rows=tuple(rows))
    return made  # type: ignore[return-value]  # of the same type


def sections(manuscript: Manuscript) -> Iterator[tuple[SectionHead | None, list[Piece]]]:
    """The pieces under each heading; first those before any heading, under `None`."""
    head: SectionHead | None = None
    pieces: list[Piece] = []
    for piece in manuscript:
        if isinstance(piece, SectionHead):
            yield head, pieces
            head, pieces = piece, []
        else:
            pieces.append(piece)
    yield head, pieces
