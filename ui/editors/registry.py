"""Which editor for what is asked: the one of the highest rank that suits."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.editors.base import Editor, Spot

EDITORS: list[type[Editor]] = []


def editor_for(spot: Spot, parent: QWidget | None = None) -> Editor:
    """Make the editor.

    Raises:
        LookupError: a type that no editor suits.
    """
    suiting = [kind for kind in EDITORS if kind.suits(spot.asked)]
    if not suiting:
        msg = f"no editor for the type {spot.asked.type!r} of {spot.path}"
        raise LookupError(msg)
    return max(suiting, key=lambda kind: kind.RANK)(spot, parent)
