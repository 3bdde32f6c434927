"""Project files that commands read and write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.cli.terminal import size_text, tell

if TYPE_CHECKING:
    from pathlib import Path

    from forms.exchange import Content


def read_project(file: Path) -> Content:
    """The project in a file; what it says of itself is told."""
    from forms import store

    content = store.read(file)
    tell_notices(content)
    return content


def create_project(file: Path, content: Content) -> None:
    """Write a new project file, never over one that is there."""
    from desktop.folders import folders
    from desktop.settings import read_settings
    from desktop.workspace import author
    from forms import store

    store.create(file, content, author(read_settings(folders().settings)))
    tell(f"Wrote {file} ({size_text(file.stat().st_size)}).")


def tell_notices(content: Content) -> None:
    """What the user should know of a project that was read."""
    from desktop.workspace import notices_of

    for notice in notices_of(content):
        tell(notice)
