"""Typeset equations for the screen: LaTeX to SVG off the GUI thread, kept once made."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial

from PySide6.QtCore import QObject, Signal

from ui.later import Later

EM = 17.0
"""Size at which equations are set, in device-independent pixels; drawings scale from it."""


@dataclass(frozen=True)
class Typeset:
    """SVG of an equation with its size at `EM`; empty when it cannot be set."""

    svg: str
    width: float
    height: float


class Equations(QObject):
    """All equations set so far. `rendered` says that some that were asked for are there now."""

    rendered = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._made: dict[str, Typeset] = {}
        self._asked: set[str] = set()
        # One thread: the typesetter keeps its fonts in globals.
        self._later = Later(self)

    def lookup(self, latex: str) -> Typeset | None:
        """The equation, or `None` while it is being set."""
        found = self._made.get(latex)
        if found is None and latex not in self._asked:
            self._asked.add(latex)
            self._later.run(partial(self._set, latex))
        return found

    def keep(self, latex: str, made: Typeset) -> None:
        """Take what the thread has set. A dictionary takes one entry at once, so no lock is needed."""
        self._made[latex] = made
        self._asked.discard(latex)
        if not self._asked:
            self.rendered.emit()

    def wait(self) -> None:
        """Until all that was asked for is set; for tests and pictures."""
        self._later.wait()

    def _set(self, latex: str) -> None:
        made = typeset(latex)
        try:
            self.keep(latex, made)
        except RuntimeError:
            # The program was closed while this was being set: nobody is left to be told.
            return


def typeset(latex: str) -> Typeset:
    """Set one equation as print sets it; takes 10 to 40 ms, and more the first time."""
    from reports.formulas import typeset as outlines

    made = outlines(latex, EM)
    return Typeset(made.as_svg(), made.width, made.height)


@cache
def equations() -> Equations:
    """The equations of this program."""
    return Equations()
