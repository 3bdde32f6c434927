"""The library of this user or office: where it lies, and the work on many projects, on several processes."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.folders import folders
from forms.errors import Refused, UserError
from forms.said import said
from forms.store import read, system_clock, trash
from forms.store.library import Refreshed, open_library

if TYPE_CHECKING:
    from forms.portfolio import ListedProject
    from forms.store.library import Each, Progress
    from forms.store.trash import Removed

PLACE_VARIABLE = "CERULEAN_LIBRARY"
ALL_KINDS = "all"


@dataclass(frozen=True)
class Printed:
    """What came of printing one project: the PDFs, or why there are none."""

    file: str
    made: tuple[Path, ...]
    is_draft: bool = False
    fault: str = ""


@dataclass(frozen=True)
class Moved:
    """What came of moving projects into the trash or out of it: those that were moved, and why others were not."""

    moved: tuple[Removed, ...]
    faults: tuple[str, ...]


class OfficeLibrary:
    """The library as the window and the command line use it. Each verb opens it and lets go of it: safe on any thread.

    `place` is an SQLAlchemy URL; without one it is what CERULEAN_LIBRARY says, else a SQLite file of this user.
    """

    def __init__(self, place: str = "", processes: int = 0) -> None:
        named = place or os.environ.get(PLACE_VARIABLE, "")
        self._place: Path | str = named or folders().library
        self._trash = folders().trash
        self._processes = processes or max(1, (os.cpu_count() or 2) - 1)

    def projects(self) -> tuple[ListedProject, ...]:
        """Every project known."""
        with open_library(self._place) as library:
            return library.projects()

    def folders(self) -> tuple[Path, ...]:
        """Folders that are indexed."""
        with open_library(self._place) as library:
            return library.folders()

    def forget(self, folder: Path) -> None:
        """Take a folder out of the index."""
        with open_library(self._place) as library:
            library.forget(folder)

    def scan(self, wanted: Sequence[Path] = (), progress: Progress | None = None) -> Refreshed:
        """Bring the index up to date with these folders, or with all that it has."""
        with open_library(self._place) as library, _processes(self._processes) as each:
            return library.refresh(wanted, progress, each)

    def check(self, files: Sequence[str], progress: Progress | None = None) -> Refreshed:
        """Check these projects by the rules of today."""
        with open_library(self._place) as library, _processes(self._processes) as each:
            return library.check(files, progress, each)

    def remove(self, files: Sequence[str], progress: Progress | None = None) -> Moved:
        """Move these project files into the trash; a file that somebody has open stays, and is told."""
        orders = {file: partial(trash.throw_away, Path(file), self._trash, system_clock()) for file in files}
        return self._moved(orders, progress)

    def removed(self) -> tuple[Removed, ...]:
        """What lies in the trash, the latest first."""
        return trash.removed(self._trash)

    def bring_back(self, items: Sequence[Removed], progress: Progress | None = None) -> Moved:
        """Put projects back where they lay; where something else lies by now they stay in the trash, and are told."""
        orders = {str(item.origin): partial(_brought_back, item) for item in items}
        return self._moved(orders, progress)

    def _moved(self, orders: Mapping[str, Callable[[], Removed]], progress: Progress | None) -> Moved:
        """Move one after the other; what cannot be moved does not keep the others. The index follows in any case."""
        done: list[Removed] = []
        faults: list[str] = []
        try:
            for number, (file, move) in enumerate(orders.items()):
                if progress:
                    progress(number, len(orders), file)
                try:
                    done.append(move())
                except UserError as error:
                    faults.append(str(error))
        finally:
            with open_library(self._place) as library:
                library.check([str(item.origin) for item in done])
        return Moved(tuple(done), tuple(faults))

    def print_all(
        self,
        files: Sequence[str],
        out: Path,
        progress: Progress | None = None,
        *,
        kind: str = ALL_KINDS,
        draft: bool = False,
    ) -> tuple[Printed, ...]:
        """Print the dossiers of these projects, each into a folder of its own below `out`.

        Raises:
            Refused: `out` cannot be made.
        """
        targets = _folders_of(files, out)
        work = partial(_printed, kind=kind, draft=draft)
        made = []
        with _processes(self._processes) as each:
            results = iter(each(work, targets.items()))
            for number, file in enumerate(targets):
                if progress:
                    progress(number, len(targets), file)
                made.append(next(results))
        return tuple(made)


def _brought_back(item: Removed) -> Removed:
    trash.bring_back(item)
    return item


@contextmanager
def _processes(number: int) -> Iterator[Each]:
    """`map` on so many processes; those that wait are dropped when the work is stopped."""
    if number < 2:
        yield map
        return
    # Spawned: a process that is forked from a window would share its threads.
    pool = ProcessPoolExecutor(number, multiprocessing.get_context("spawn"))

    def each(work: Callable[[Any], Any], orders: Iterable[Any]) -> Iterable[Any]:
        waiting = list(orders)
        # Starting processes takes longer than reading a few files.
        return pool.map(work, waiting) if len(waiting) >= 2 * number else map(work, waiting)

    try:
        yield each
    finally:
        pool.shutdown(cancel_futures=True)


def _folders_of(files: Sequence[str], out: Path) -> dict[str, Path]:
    """A folder for each project, named as its file; a number tells apart those of the same name."""
    names: dict[str, Path] = {}
    taken: set[str] = set()
    for file in files:
        stem, number = Path(file).stem, 1
        name = stem
        while name.casefold() in taken:
            number += 1
            name = f"{stem}-{number}"
        taken.add(name.casefold())
        names[file] = out / name
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        msg = said("The folder {out} cannot be made: {cause}.", out=out, cause=error.strerror or error)
        raise Refused(msg, said("Name a folder that can be written to.")) from error
    return names


def _printed(order: tuple[str, Path], *, kind: str, draft: bool) -> Printed:
    """Print one project. Runs in another process, perhaps."""
    from forms.rules import check
    from reports.dossier import dossier, dossiers_of, file_name, print_dossier

    file, folder = order
    made: list[Path] = []
    try:
        snapshot = read(Path(file)).snapshot
        checked = check(snapshot)
        is_draft = draft or bool(checked.errors)
        folder.mkdir(exist_ok=True)
        for chosen in dossiers_of(snapshot) if kind == ALL_KINDS else (dossier(kind),):
            target = folder / file_name(chosen, snapshot, is_draft=is_draft)
            print_dossier(chosen, snapshot, target, draft=draft, checked=checked)
            made.append(target)
    except UserError as error:
        return Printed(file, tuple(made), fault=error.message)
    except Exception as error:  # A mistake of ours in one project must not keep all others from being printed.
        return Printed(file, tuple(made), fault=f"It cannot be printed: {type(error).__name__}: {error}")
    return Printed(file, tuple(made), is_draft)
