"""Fifty project files printed one after the other, and by two processes."""

import multiprocessing
import os
import tempfile
import time
from pathlib import Path

from forms import store
from forms.answers import Answer
from forms.document import FACTS_DOCUMENT
from forms.exchange import Content
from tests.benchmarks.figures import Figure
from tests.benchmarks.files import AUTHOR
from tests.benchmarks.subjects import content

PROJECTS = 50
AIM = 1.7


def run() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        files = portfolio(Path(folder))
        alone, by_two = (printed(files, processes) for processes in (1, 2))
    name = f"Printing {PROJECTS} projects"
    is_alone = "" if (os.cpu_count() or 1) > 1 else " (this machine has one processor)"
    return [
        Figure(f"{name}, one process", alone, "s"),
        Figure(f"{name}, two processes{is_alone}", by_two, "s", alone, "one process", alone / AIM),
    ]


def portfolio(folder: Path) -> list[Path]:
    """Project files that differ in their titles."""
    made = []
    for number in range(PROJECTS):
        changed = {FACTS_DOCUMENT: {"P.title": Answer(f"Wind farm {number + 1}")}}
        made.append(folder / f"project_{number + 1:02}.cerulean")
        store.create(made[-1], Content(content().snapshot.with_changes(changed)), AUTHOR)
    return made


def printed(files: list[Path], processes: int) -> float:
    """Seconds from the start of the processes to the last finished file; each process is fresh."""
    started = time.perf_counter()
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        pages = pool.map(print_one, files, chunksize=1)
    assert all(pages)
    return time.perf_counter() - started


def print_one(file: Path) -> int:
    """Read, check and print the design document; returns its number of pages."""
    from reports import dossier

    snapshot = store.read(file).snapshot
    return dossier.print_dossier(dossier.dossiers_of(snapshot)[0], snapshot, file.with_suffix(".pdf")).pages
