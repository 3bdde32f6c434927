"""Python's garbage is collected on the GUI thread alone.

What Python collects on another thread may hold widgets, and a widget that ends off the GUI thread ends the program.
Checks, maps, words and calculations run on other threads, so the automatic collector is off while the window is there.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 1_000
"""Milliseconds between two looks at how much has gathered."""


class Garbage(QObject):
    """Collects by the thresholds of Python, whenever the window has nothing to do."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
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
                return

    def stop(self) -> None:
        """Give the collector back to Python."""
        self._clock.stop()
        gc.enable()
