"""Open, type, print, save and close, again and again in one process: neither memory nor open files grow.

Once as the commands do it, once in a window.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import tempfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.samples import content as sample
from forms.document import FACTS_DOCUMENT
from forms.store import WorkingCopy, create
from reports.dossier import dossier, print_dossier
from tests.soak.outcome import Outcome, Rounds
from tests.soak.subjects import AUTHOR, TITLE, followed

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop.application import Shell

WARM = 20
"""Rounds in which caches fill; what is held after them is what the others are compared with."""
MOST_GROWTH = 15
"""MB in a full run: what an allocator scatters, and far less than a leak of a project (about 1 MB) each round."""


def daily(most: int, seconds: float) -> Outcome:
    """`most` days, each with one project of a real size."""
    rounds = Rounds("daily", most, seconds)
    with tempfile.TemporaryDirectory() as folder:
        file, state = Path(folder) / "wind.cerulean", Path(folder) / "state"
        create(file, sample("sudenai"), AUTHOR)
        _days(rounds, most, lambda number: _day(file, state, number))
        left = [path.name for path in Path(folder).iterdir() if path not in {file, state}]
        rounds.expect(most, left == ["report.pdf"], f"beside the file lie {left}")
        rounds.expect(most, not list(state.iterdir()), "working copies are left")
    return rounds.outcome


def window(most: int, seconds: float) -> Outcome:
    """The same in one window, which shows the project anew each time."""
    # In a process of its own: the soaks that fork must not inherit a window.
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(_in_window, most, seconds).result()


def _days(rounds: Rounds, most: int, day: Callable[[int], None]) -> None:
    """Run the rounds, and compare what is held with what was held when all was warm."""
    first, memory, files = None, 0.0, 0
    for number in rounds:
        with rounds.measured():
            day(number)
        held = _held()
        first = held if number < min(WARM, most - 1) or first is None else first
        memory, files = held[0] - first[0], held[1] - first[1]
        rounds.expect(number, files <= 0, f"{files} files more are open")
        rounds.expect(number, memory <= MOST_GROWTH, f"{memory:.0f} MB more are held")
    rounds.outcome.seen["MB more at the end than when it was warm"] = round(memory)
    rounds.outcome.seen["files more that are open"] = files


def _in_window(most: int, seconds: float) -> Outcome:
    rounds = Rounds("window", most, seconds)
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(QT_QPA_PLATFORM="offscreen", CERULEAN_HOME=str(Path(folder) / "home"))
        from PySide6.QtWidgets import QApplication

        from desktop.application import Shell

        file = Path(folder) / "wind.cerulean"
        create(file, sample("sudenai"), AUTHOR)
        application = QApplication([])
        shell = Shell(application)
        shell.show(file)
        _until_idle(application, shell)
        _days(rounds, most, lambda number: _day_in_window(application, shell, number))
        shell.window.close()
        shell.close()
    return rounds.outcome


def _day_in_window(application: QApplication, shell: Shell, number: int) -> None:
    file = shell.workspace.path
    for work in (
        lambda: shell.workspace.project.type_in(FACTS_DOCUMENT, TITLE, f"Wind {number}"),
        shell.workspace.save,
        lambda: (shell.workspace.open(file), shell.window.refresh_project()),
    ):
        work()
        _until_idle(application, shell)


def _until_idle(application: QApplication, shell: Shell) -> None:
    from PySide6.QtCore import QEvent

    while not shell.jobs.is_idle:
        application.processEvents()
    # What is to be deleted later goes when a loop of events comes back to it; here there is none.
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    application.processEvents()


def _day(file: Path, state: Path, number: int) -> None:
    copy = WorkingCopy.open(file, state, AUTHOR)
    project = followed(copy)
    project.type_in(FACTS_DOCUMENT, TITLE, f"Wind {number}")
    print_dossier(dossier("check-report"), project.snapshot, file.with_name("report.pdf"), container="a3")
    copy.publish()
    copy.close()


def _held() -> tuple[float, int]:
    """Memory that the process holds, in MB, and files that it has open; nothing where the system does not tell."""
    gc.collect()
    statm = Path("/proc/self/statm")
    if not statm.exists():
        return 0.0, 0
    pages = int(statm.read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024**2, len(list(Path("/proc/self/fd").iterdir()))
