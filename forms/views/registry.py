"""Where generators of content register, by the name that `content` has in a form definition."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from forms.blocks import Block
from forms.document import Reader

Generator = Callable[[Reader], Iterator[Block]]
GENERATORS: dict[str, Generator] = {}


def content(name: str) -> Callable[[Generator], Generator]:
    """Register a generator under the name that `content` of a field gives."""

    def register(generator: Generator) -> Generator:
        GENERATORS[name] = generator
        return generator

    return register
