"""The check that runs while one works, off the GUI thread: what is missing, and what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QDate, QObject, QTimer, Signal

from forms.justification import justify, withdraw
from forms.problems import Problem, Severity
from ui.completeness import NOTHING, Completeness, completeness
from ui.protocols import Checker, problems_in

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from ui.binding import DocumentBinding
    from ui.jobs import JobRunner, Progress

CHECK_AFTER = 400


class Checking(QObject):
    """Holds what was found last. `checked` follows each check."""

    checked = Signal()

    def __init__(
        self,
        binding: DocumentBinding,
        jobs: JobRunner,
        checker: Checker,
        parent: QObject,
        name: Callable[[], str] = str,
    ) -> None:
        """`name` says who signs the reason of a warning; empty when nobody wants to be named."""
        super().__init__(parent)
        self._name = name
        self._binding = binding
        self._jobs = jobs
        self._checker = checker
        self.problems: tuple[Problem, ...] = ()
        self.completeness: Completeness = NOTHING
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(CHECK_AFTER)
        self._clock.timeout.connect(self.run)

    @property
    def errors(self) -> int:
        """Problems that must be mended."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def warnings(self) -> int:
        """Problems to be mended or justified."""
        return sum(problem.severity is Severity.WARNING for problem in self.problems)

    def explain(self, problem: Problem, reason: str) -> None:
        """Keep the reason for which a warning may stand."""
        today = cast("dt.date", QDate.currentDate().toPython())
        self._binding.attempt(lambda: justify(self._binding.project, problem, reason, by=self._name(), on=today))

    def withdraw(self, problem: Problem) -> None:
        """Take the reason back."""
        self._binding.attempt(lambda: withdraw(self._binding.project, problem))

    def forget(self) -> None:
        """Another project: nothing is known yet."""
        self.problems, self.completeness = (), NOTHING

    def later(self) -> None:
        """Check when nobody has typed for a moment."""
        self._clock.start()

    def run(self) -> None:
        """Check now."""
        if not self._binding.is_open:
            return
        snapshot, checker = self._binding.snapshot, self._checker

        def work(progress: Progress) -> tuple[Completeness, tuple[Problem, ...]]:
            progress(0, 2, "")
            filled = completeness(snapshot)
            progress(1, 2, "")
            return filled, problems_in(checker.check(snapshot))

        self._jobs.run(work, self._done, lane="check")

    def _done(self, result: tuple[Completeness, tuple[Problem, ...]]) -> None:
        if self._binding.is_open:
            self.completeness, self.problems = result
            self.checked.emit()
