"""Pages that are made from a project and are no form of anybody: reports and annexes, with a plain head."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from forms.facts import day, text
from reports.elements import flowables_of
from reports.flowables import heading, paragraph
from reports.layout import Furniture

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from forms.blocks import Block
    from forms.document import Reader


def made_furniture(read: Reader, title: str) -> Furniture:
    """Header and footer: what it is, title of the project, version of the document that it belongs to."""
    version, completed = text(read, "P.document_version"), day(read, "P.completion_date")
    dated = f"Version {version}, {completed.day} {completed:%B %Y}" if version and completed else "Version not stated"
    name = text(read, "P.title") or "Untitled project"
    return Furniture(header_left=f"{title} · {read.form(read.main).name}", footer_left=f"{name} · {dated}")


def made_parts(read: Reader, cover: str, title: str, blocks: Sequence[Block]) -> Iterator[Flowable]:
    """One chapter: its heading and its blocks; `cover` is the title of the whole, before the first chapter."""
    lead: list[Flowable] = []
    if cover:
        lead += [paragraph(cover, "cover_form"), paragraph(text(read, "P.title") or "Untitled project", "cover_title")]
    lead.append(heading(title, 1, anchor=f"made.{title}"))
    for block in blocks:
        yield from flowables_of(block, read.snapshot, lead)
        lead = []
    yield from lead
