"""From the start of the process to a window that can be seen, and to one with a project in it."""

import statistics
import tempfile
import time
from pathlib import Path

from forms import store
from tests.benchmarks.figures import Figure
from tests.benchmarks.files import AUTHOR
from tests.benchmarks.subjects import content, run_python

TIMES = 5
PLAIN = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.show()
"""
# `sys.argv[1:]` is the project file, when there is one.
OURS = """
import sys
from pathlib import Path
from desktop import application as shell
from PySide6.QtWidgets import QApplication
application = shell._application()
opened = shell.Shell(application)
opened.show(Path(sys.argv[1]) if sys.argv[1:] else None)
window = opened.window
"""
SEEN = """
import os
while not (window.windowHandle() and window.windowHandle().isExposed()):
    application.processEvents()
application.processEvents()
os._exit(0)
"""


def run() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "project.cerulean"
        store.create(file, content(), AUTHOR)
        plain = seconds(PLAIN, Path(folder))
        empty, full = seconds(OURS, Path(folder)), seconds(OURS, Path(folder), str(file))
    bare = "an empty window of Qt"
    return [
        Figure("Start to a visible window", empty, "s", plain, bare, aim=1),
        Figure("Start to a window with a project of 1,100 answers", full, "s", plain, bare),
    ]


def seconds(script: str, home: Path, *arguments: str) -> float:
    """Median time of a fresh process; the first is left out, since it writes compiled modules."""
    return statistics.median([_once(script, home, *arguments) for _ in range(TIMES + 1)][1:])


def _once(script: str, home: Path, *arguments: str) -> float:
    started = time.perf_counter()
    # Each start has a home of its own, so that none finds what the one before left behind.
    with tempfile.TemporaryDirectory(dir=home) as own:
        run_python("-P", "-c", script + SEEN, *arguments, variables={"CERULEAN_HOME": own})
        return time.perf_counter() - started
