"""Fifty project files printed by `cerulean library print`, on one process and on two.

Two processes can only be quicker where two processors are free, so beside the seconds by the clock stand those that
each processor works: what the clock would say if both were free. The two take turns, and the better run of each counts.
"""

import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from forms import store
from forms.answers import Answer
from forms.document import FACTS_DOCUMENT
from forms.exchange import Content
from tests.benchmarks.figures import Figure
from tests.benchmarks.files import AUTHOR
from tests.benchmarks.subjects import content, run_python

PROJECTS = 50
AIM = 1.7
TURNS = 2
# Prints by the command line, then says how long that took and how long the processors worked for it.
_MEASURED = """
import json, resource, subprocess, sys, time
started = time.perf_counter()
subprocess.run([sys.executable, "-m", "desktop", *sys.argv[1:]], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([time.perf_counter() - started, used.ru_utime + used.ru_stime]))
"""


class Printing(NamedTuple):
    """Seconds by the clock, and of all processors."""

    clock: float
    processors: float


def run() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        return list(_figures(Path(folder)))


def _figures(folder: Path) -> Iterator[Figure]:
    files = portfolio(folder / "projects")
    library = f"sqlite:///{folder / 'library.sqlite'}"
    run_python("-m", "desktop", "library", "scan", str(files), "--library", library, "--processes", "1")
    turns = [[printed(library, folder / "print", processes) for processes in (1, 2)] for _ in range(TURNS)]
    alone, by_two = (min(runs) for runs in zip(*turns, strict=True))
    assert len(list((folder / "print").glob("*/*.pdf"))) == PROJECTS
    name = f"Printing {PROJECTS} projects"
    is_alone = "" if (os.cpu_count() or 1) > 1 else " (this machine has one processor)"
    yield Figure(f"{name}, one process", alone.clock, "s")
    yield Figure(f"{name}, two processes{is_alone}", by_two.clock, "s", alone.clock, "one process", alone.clock / AIM)
    shared, whole = by_two.processors / 2, alone.processors
    yield Figure(f"{name}, work of each of two processors", shared, "s", whole, "one processor", whole / AIM)


def portfolio(folder: Path) -> Path:
    """A folder of project files that differ in their titles."""
    folder.mkdir()
    for number in range(PROJECTS):
        changed = {FACTS_DOCUMENT: {"P.title": Answer(f"Wind farm {number + 1}")}}
        file = folder / f"project_{number + 1:02}.cerulean"
        store.create(file, Content(content().snapshot.with_changes(changed)), AUTHOR)
    return folder


def printed(library: str, target: Path, processes: int) -> Printing:
    """The design document of every project, from the start of the command to its end."""
    arguments = ("library", "print", "--library", library, "--out", str(target), "--kind", "cdm-pdd")
    done = run_python("-c", _MEASURED, *arguments, "--processes", str(processes))
    return Printing(*json.loads(done))
