"""Python's garbage is collected on the GUI thread alone.

What Python collects on another thread may hold widgets, and a widget that ends off the GUI thread ends the program.
Checks, maps, words and calculations run on other threads, so the automatic collector is off while the window is there.

A full collection looks at all there is, for which the window would stand still. So what has outlived one is put aside
and not looked at again, until another project is opened.
"""

from __future__ import annotations

import gc
from typing import ClassVar

from PySide6.QtCore import QObject, QTimer

EVERY = 1_000
"""Milliseconds between two looks at how much has gathered."""
OLDEST = 2


class Garbage(QObject):
    """Collects by the thresholds of Python, whenever the window has nothing to do."""

    _at_work: ClassVar[set[Garbage]] = set()
    """Windows end in any order: the collector comes back with the last of them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._at_work.add(self)
        gc.disable()
        self._clock = QTimer(self)
        self._clock.setInterval(EVERY)
        self._clock.timeout.connect(self.look)
        self._clock.start()

    def look(self) -> None:
        """Collect the oldest generation that is due."""
        for generation, (count, most) in reversed(
            list(enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)))
        ):
            if count > most:
                gc.collect(generation)
                if generation == OLDEST:
                    gc.freeze()
                return

    def renew(self) -> None:
        """Look at all there is, what was put aside too: much of it belonged to the project that was open before."""
        gc.unfreeze()
        gc.collect()
        gc.freeze()

    def stop(self) -> None:
        """Look no more; give Python its collector back unless another window still needs it off."""
        self._clock.stop()
        self._at_work.discard(self)
        gc.unfreeze()
        if not self._at_work:
            gc.enable()
