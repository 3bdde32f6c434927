"""Project files below folders, and how each lies on the disk; nothing is opened."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SUFFIX = ".cerulean"


@dataclass(frozen=True)
class Stamp:
    """How a file lay on the disk when it was looked at: nanoseconds of its last change, and bytes."""

    mtime: int
    size: int


def project_files(root: Path, skipped: list[str]) -> Iterator[tuple[Path, Stamp]]:
    """Project files below a folder; links to folders are not followed, hidden ones not entered.

    What the system does not let us look into is `skipped`, in sentences.
    """

    def note(error: OSError) -> None:
        skipped.append(f"{error.filename}: {error.strerror or error}")

    for folder, inner, names in os.walk(root, onerror=note):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        for name in sorted(names):
            if not name.endswith(SUFFIX) or name.startswith("."):
                continue
            file = Path(folder, name)
            stamp = stamp_of(str(file))
            if stamp is None or not is_text(file):
                skipped.append(f"{os.fsencode(file).decode(errors='replace')}: cannot be looked at")
            else:
                yield file, stamp


def is_text(file: Path) -> bool:
    """False for names that are not UTF-8, which no database can keep."""
    try:
        return bool(str(file).encode())
    except UnicodeEncodeError:
        return False


def stamp_of(file: str) -> Stamp | None:
    """How a file lies on the disk; `None` when it cannot be looked at."""
    try:
        found = Path(file).stat()
    except (OSError, ValueError):
        return None
    return Stamp(found.st_mtime_ns, found.st_size)
