"""Values in a text whose working can be shown: where they are, and the way from one to the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QTextDocument

SCHEME = "trace:"
STEPS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}
"""Keys that go on to the next value, or back."""


@dataclass(frozen=True)
class Trace:
    """A value by name, from a position of the text up to another."""

    name: str
    start: int
    end: int


def traces(document: QTextDocument) -> tuple[Trace, ...]:
    """All of a text, in order."""
    return tuple(_found(document))


def neighbour(found: Sequence[Trace], start: int, end: int, by: int) -> Trace | None:
    """The value after a stretch of the text (1) or before it (-1); `None` beyond the last."""
    ahead = (trace for trace in found if trace.start >= end and trace.end > start)
    behind = (trace for trace in reversed(found) if trace.end <= start)
    return next(ahead if by > 0 else behind, None)


def _found(document: QTextDocument) -> Iterator[Trace]:
    block = document.begin()
    while block.isValid():
        fragments = block.begin()
        while not fragments.atEnd():
            fragment = fragments.fragment()
            address = fragment.charFormat().anchorHref()
            if address.startswith(SCHEME):
                yield Trace(address.removeprefix(SCHEME), fragment.position(), fragment.position() + fragment.length())
            fragments += 1
        block = block.next()
