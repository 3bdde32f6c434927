"""Where generators of content register, by the name that `content` has in a form definition."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from forms.blocks import Block
from forms.document import Reader

Generator = Callable[[Reader], Iterator[Block]]
GENERATORS: dict[str, Generator] = {}
CAPTIONED: set[str] = set()
"""Contents among whose blocks may be figures or tables with a caption: those are counted, and references lead there."""


def content(name: str, *, captioned: bool = False) -> Callable[[Generator], Generator]:
    """Register a generator under the name that `content` of a field gives."""

    def register(generator: Generator) -> Generator:
        GENERATORS[name] = generator
        if captioned:
            CAPTIONED.add(name)
        return generator

    return register
