"""Pages that are made from a project and are no form of anybody: reports and annexes, with a plain head."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from forms.days import day_text
from forms.facts import day, text
from forms.manuscript import Piece, line, section_head
from reports.layout import Furniture

if TYPE_CHECKING:
    from forms.blocks import Block
    from forms.document import Reader


def made_furniture(read: Reader, title: str) -> Furniture:
    """Header and footer: what it is, title of the project, version of the document that it belongs to."""
    version, completed = text(read, "P.document_version"), day(read, "P.completion_date")
    dated = f"Version {version}, {day_text(completed)}" if version and completed else "Version not stated"
    name = text(read, "P.title") or "Untitled project"
    return Furniture(header_left=f"{title} · {read.form(read.main).name}", footer_left=f"{name} · {dated}")


def made_parts(read: Reader, cover: str, title: str, blocks: Sequence[Block]) -> Iterator[Piece]:
    """One chapter: its heading and its blocks; `cover` is the title of the whole, before the first chapter."""
    if cover:
        yield line(cover, "cover_form")
        yield line(text(read, "P.title") or "Untitled project", "cover_title")
    yield section_head(title, 1, f"made.{title}")
    yield from blocks
