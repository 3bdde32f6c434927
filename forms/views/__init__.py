"""What the program fills in by itself: the content of generated fields, as blocks for screen and paper.

One function a content, found by name; what a form shows is named by `content` in its definition.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from forms.blocks import Paragraph, text_run
from forms.numbering import named
from forms.prose import plain_text
from forms.views.registry import CAPTIONED, GENERATORS, Generator

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from forms.blocks import Block
    from forms.definition import Field
    from forms.document import Reader


@cache
def generators() -> Mapping[str, Generator]:
    """Every generator by the name of its content; found by importing the modules of this package."""
    for module in pkgutil.iter_modules(__path__):
        import_module(f"{__name__}.{module.name}")
    return GENERATORS


def captioned_contents() -> Collection[str]:
    """Contents among whose blocks may be figures or tables with a caption."""
    generators()
    return CAPTIONED


def generated_blocks(read: Reader, asked: Field) -> tuple[Block, ...]:
    """The content of a generated field; a note says so when there is nothing to show yet."""
    made = tuple(named(generators()[asked.content](read), asked.path))
    return made or (Paragraph(text_run("Nothing to show yet."), style="missing"),)


def section_text(read: Reader, document: str) -> Iterator[tuple[str, str]]:
    """Every narrative of a document as (path, plain text); for search and for checks of words and figures."""
    for asked in read.form(document).fields.values():
        value = read.value(asked.path, document) if asked.type == "prose" else None
        if isinstance(value, tuple):
            yield asked.path, plain_text(value)  # type: ignore[arg-type]
