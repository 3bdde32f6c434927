"""A manuscript to the story that ReportLab sets: headings and labels stay with what they lead to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from reportlab.platypus import PageBreak, Spacer

from forms.manuscript import ContentsHere, Gap, Line, Manuscript, PageEnd, Piece, SectionHead
from reports.elements import flowables_of
from reports.flowables import heading, paragraph
from reports.layout import contents_here

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from forms.document import Snapshot

_STYLES = {"margin_note": "note"}


def story_of(manuscript: Manuscript, snapshot: Snapshot | None = None) -> Callable[[], Sequence[Flowable]]:
    """What makes the flowables, which are used up by one build; pictures come from the snapshot."""
    pieces = tuple(manuscript)
    return lambda: tuple(_story(pieces, snapshot))


def _story(pieces: Sequence[Piece], snapshot: Snapshot | None) -> Iterator[Flowable]:
    lead: list[Flowable] = []
    for piece in pieces:
        match piece:
            case Line() | SectionHead() | Gap():
                lead.append(_led(piece))
            case PageEnd():
                yield from [*lead, PageBreak()]
                lead = []
            case ContentsHere():
                yield from [*lead, *contents_here()]
                lead = []
            case _:
                yield from flowables_of(piece, snapshot, lead)
                lead = []
    yield from lead


def _led(piece: Line | SectionHead | Gap) -> Flowable:
    if isinstance(piece, Gap):
        return Spacer(1, piece.points)
    if isinstance(piece, SectionHead):
        return heading(piece.runs, piece.level, anchor=piece.anchor)
    made = paragraph(piece.runs, _STYLES.get(piece.style, piece.style), anchor=piece.anchor)
    if piece.keeps_with_next:
        made.keepWithNext = True
    return made
