"""Sheets to write monitored values on, a page each, behind their register."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from forms.manuscript import PageEnd, Piece, SectionHead, section_head
from forms.views.monitoring_sheets import sheet_blocks, sheets
from reports.companion import companion_dossier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.document import Reader
    from forms.rules import CheckResult

_REGISTER = companion_dossier("monitoring-sheets", "Monitoring sheets", "monitoring_sheets", ("eb", "jisc", "host"))


def _parts(read: Reader, checked: CheckResult) -> Iterator[Piece]:
    """Each register with its sheets behind it, before what the check found."""
    documents = iter(_REGISTER.documents(read))
    for piece in _REGISTER.parts(read, checked):
        if isinstance(piece, SectionHead) and piece.anchor == "check":
            yield from _sheets(read.about(next(documents)))
            yield PageEnd()
        yield piece


def _sheets(read: Reader) -> Iterator[Piece]:
    for sheet in sheets(read):
        yield PageEnd()
        yield section_head(sheet.title, 1, f"{read.main}.sheet.{sheet.number}")
        yield from sheet_blocks(read, sheet)


DOSSIER = replace(_REGISTER, parts=_parts)
