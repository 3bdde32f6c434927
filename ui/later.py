"""Work on one thread that begins when the window has had time to draw: two that run Python at once slow each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

AFTER = 150
"""Milliseconds in which a section is opened and painted."""


class Later(QObject):
    """Runs one piece of work after the other."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[Callable[[], object]] = []
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(AFTER)
        self._clock.timeout.connect(self._begin)

    def run(self, work: Callable[[], object]) -> None:
        """Do this soon, off the GUI thread."""
        self._waiting.append(work)
        self._clock.start()

    def wait(self) -> None:
        """Begin now, and until all is done; for tests and pictures."""
        self._begin()
        self._pool.waitForDone()

    def _begin(self) -> None:
        waiting, self._waiting = self._waiting, []
        for work in waiting:
            self._pool.start(_Work(work))


class _Work(QRunnable):
    def __init__(self, work: Callable[[], object]) -> None:
        super().__init__()
        self._work = work

    def run(self) -> None:
        self._work()
