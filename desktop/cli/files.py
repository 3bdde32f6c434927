"""Project files that commands read and write."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from desktop.cli.terminal import size_text, tell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from forms.exchange import Content
    from forms.project import Project
    from forms.store import Entry, WorkingCopy


def read_project(file: Path) -> Content:
    """The project in a file; what it says of itself is told."""
    from forms import store

    content = store.read(file)
    tell_notices(content)
    return content


@contextmanager
def changed_project(file: Path) -> Iterator[tuple[WorkingCopy, Project]]:
    """The project of a file, to be changed: it is locked, and saved when something changed and nothing went wrong.

    Raises:
        Damaged, Refused: as opening and saving it in the window.
    """
    from desktop.folders import folders
    from desktop.settings import read_settings
    from desktop.workspace import author
    from forms.project import Project
    from forms.store import WorkingCopy

    places = folders()
    copy = WorkingCopy.open(file, places.working_copies, author(read_settings(places.settings)))
    try:
        project = Project(copy.content.snapshot)
        project.history = copy.history
        copy.follow(project)
        tell_notices(copy.content)
        yield copy, project
        if copy.edits_since_save:
            copy.publish()
    finally:
        copy.close(discard=True)


def create_project(file: Path, content: Content, log: Sequence[Entry] = ()) -> None:
    """Write a new project file with the log that led to it, never over one that is there."""
    from desktop.folders import folders
    from desktop.settings import read_settings
    from desktop.workspace import author
    from forms import store

    store.create(file, content, author(read_settings(folders().settings)), log=log)
    tell(f"Wrote {file} ({size_text(file.stat().st_size)}).")


def write_new(target: Path, content: bytes | Iterable[bytes]) -> None:
    """Write bytes, or pieces of them, into a file that is not there yet.

    Raises:
        Refused: something lies there already, or it cannot be written.
    """
    from forms.store import write_whole

    write_whole(target, content, only_new=True)
    tell(f"Wrote {target} ({size_text(target.stat().st_size)}).")


def tell_notices(content: Content) -> None:
    """What the user should know of a project that was read."""
    from desktop.workspace import notices_of

    for notice in notices_of(content):
        tell(notice)
