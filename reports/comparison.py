"""The comparison of two states of a project as PDF."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from forms.blocks import Block, Paragraph, ParameterBlock, text_run
from forms.comparison import compare
from forms.document import Reader
from forms.errors import UserError
from forms.exchange import export_state
from forms.manuscript import Gap, Piece, line, section_head
from forms.said import said
from forms.views.comparison import comparison_chapters
from reports.build import build_pdf
from reports.dossier import date_of
from reports.layout import Furniture
from reports.story import story_of

if TYPE_CHECKING:
    from pathlib import Path

    from forms.document import Snapshot
    from reports.build import BuiltPdf

_TITLE = "Comparison of two states of a project"
_HOW = "What was inserted is underlined, what was deleted is struck through."


def print_comparison(
    before: Snapshot, after: Snapshot, target: Path, *, names: tuple[str, str] = ("before", "after")
) -> BuiltPdf:
    """Print what differs from one state to the other; `names` are what they are called, such as their files.

    Raises:
        UserError: the folder cannot be written to.
    """
    read = Reader(after)
    title = read.text("P.title") or "Untitled project"
    try:
        return build_pdf(
            story_of(_manuscript(before, after, names)),
            target,
            title=f"{_TITLE}: {title}",
            author="Cerulean",
            date=date_of(read),
            furniture=Furniture(header_left=_TITLE, footer_left=title, footer_version=" → ".join(names)),
        )
    except OSError as error:
        msg = said("{target} cannot be written: {cause}.", target=target, cause=error.strerror or error)
        raise UserError(msg, said("Choose a folder that exists and may be written to."), 4) from error


def _manuscript(before: Snapshot, after: Snapshot, names: tuple[str, str]) -> Iterator[Piece]:
    yield line(_TITLE, "cover_form")
    yield line(Reader(after).text("P.title") or "Untitled project", "cover_title")
    yield Gap(8)
    yield ParameterBlock("", tuple(_sides(before, after, names)))
    for title, blocks in comparison_chapters(compare(before, after)):
        yield section_head(title, 1, f"comparison.{title}")
        yield from blocks


def _sides(before: Snapshot, after: Snapshot, names: tuple[str, str]) -> Iterator[tuple[str, tuple[Block, ...]]]:
    for label, snapshot, name in (("Before", before, names[0]), ("After", after, names[1])):
        version = Reader(snapshot).text("P.document_version")
        sealed = f"SHA-256 {hashlib.sha256(export_state(snapshot)).hexdigest()}"
        words = (name, f"version {version}" if version else "version not stated", sealed)
        yield label, tuple(Paragraph(text_run(part)) for part in words)
    yield "How to read it", (Paragraph(text_run(_HOW)),)
