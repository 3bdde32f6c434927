"""Work off the GUI thread: a plain function in, its value back by signal, with progress and cancel.

No job sees a widget. Jobs of one `lane` run one after the other, and only the latest of those waiting is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import Any, Protocol

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

Progress = Callable[[int, int, str], None]
Work = Callable[[Progress], Any]


class Cancelled(Exception):
    """Raised inside the work by its progress when the user cancelled."""


class Job(QObject):
    """One piece of work. Signals arrive on the GUI thread."""

    progressed = Signal(int, int, str)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    ended = Signal()

    def __init__(self, work: Work, title: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self._work = work
        self._stop = Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next report of progress."""
        self._stop.set()

    def run(self) -> None:
        """Do the work; every way out ends in one of the signals."""
        try:
            self._report(0, 0, self.title)
            result = self._work(self._report)
        except Cancelled:
            self.cancelled.emit()
        except Exception as error:
            self.failed.emit(error)
        else:
            self.done.emit(result)
        self.ended.emit()

    def _report(self, done: int, total: int, what: str) -> None:
        if self._stop.is_set():
            raise Cancelled
        self.progressed.emit(done, total, what)


class JobRunner(Protocol):
    """What the window asks of jobs; tests may run them at once."""

    def run(
        self,
        work: Work,
        done: Callable[[Any], None],
        *,
        failed: Callable[[Exception], None] | None = None,
        title: str = "",
        lane: str = "",
    ) -> Job:
        """Start the work; `done` and `failed` are called on the GUI thread."""


class Jobs(QObject):
    """Runs jobs on a pool of two threads. `started(job)` is for jobs with a title only: the others are silent."""

    started = Signal(object)
    crashed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._running: dict[Job, str] = {}
        self._waiting: dict[str, Job] = {}

    def run(
        self,
        work: Work,
        done: Callable[[Any], None],
        *,
        failed: Callable[[Exception], None] | None = None,
        title: str = "",
        lane: str = "",
    ) -> Job:
        """Start the work, or let it wait for its lane; `done` and `failed` are called on the GUI thread.

        Without `failed` the exception is told by `crashed`.
        """
        job = Job(work, title, self)
        job.done.connect(done)
        job.failed.connect(failed or self.crashed.emit)
        job.ended.connect(self._job_ended)
        if lane and lane in self._running.values():
            self._drop(self._waiting.get(lane))
            self._waiting[lane] = job
        else:
            self._start(job, lane)
        return job

    @property
    def is_idle(self) -> bool:
        """True when nothing runs or waits."""
        return not self._running and not self._waiting

    def stop(self, wait: int = 5_000) -> None:
        """Cancel everything and wait at most so many milliseconds."""
        for job in (*self._running, *self._waiting.values()):
            job.blockSignals(True)
            job.cancel()
        self._waiting.clear()
        self._pool.waitForDone(wait)
        self._running.clear()

    def _start(self, job: Job, lane: str) -> None:
        self._running[job] = lane
        if job.title:
            self.started.emit(job)
        self._pool.start(_Runner(job))

    def _drop(self, job: Job | None) -> None:
        if job is not None:
            job.deleteLater()

    @Slot()
    def _job_ended(self) -> None:
        job = self.sender()
        if not isinstance(job, Job):
            return
        lane = self._running.pop(job, "")
        job.deleteLater()
        following = self._waiting.pop(lane, None) if lane else None
        if following is not None:
            self._start(following, lane)


class _Runner(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        self._job.run()
