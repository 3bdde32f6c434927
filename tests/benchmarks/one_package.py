"""Work on a project with large files, in a process of its own: `one_package WORK FILE FOLDER`."""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from forms import store
from forms.exchange import archive_pieces
from forms.project import Project
from tests.benchmarks.files import AUTHOR
from tests.benchmarks.memory import megabytes


def main(work: str, file: Path, folder: Path) -> None:
    started, before = time.perf_counter(), megabytes()
    WORKS[work](file, folder)
    seconds = time.perf_counter() - started
    print(json.dumps({"seconds": seconds, "started": before, "megabytes": megabytes()}))


def package(file: Path, folder: Path) -> None:
    """As the command line does it."""
    from reports.packaging.building import build_package

    build_package(store.read(file).snapshot, folder, "eb", draft=True)


def export(file: Path, folder: Path) -> None:
    folder.mkdir()
    store.write_whole(folder / "archive.json", archive_pieces(store.read(file)))


def save(file: Path, folder: Path) -> None:
    """As the window does it."""
    copy = store.WorkingCopy.open(file, folder, AUTHOR)
    project = Project(copy.content.snapshot)
    copy.follow(project)
    project.type_in("facts", "P.town", "Juancho")
    copy.publish()
    copy.close()


WORKS: dict[str, Callable[[Path, Path], None]] = {"package": package, "export": export, "save": save}

if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
