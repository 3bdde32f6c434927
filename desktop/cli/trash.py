"""Verbs of `library` for projects that are not wanted any more: `remove`, `trash`, `bring-back`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.arguments import add_command
from desktop.cli.terminal import DONE, REFUSED, print_json, tell
from forms.errors import UserError

if TYPE_CHECKING:
    import argparse

    from desktop.cli.arguments import Commands
    from desktop.library import Moved, OfficeLibrary
    from forms.store.trash import Removed


def remove(chosen: argparse.Namespace) -> int:
    """Move project files into the trash; exit code 4 when one could not be."""
    done = _library(chosen).remove([str(file.absolute()) for file in chosen.files])
    for item in done.moved:
        print(f"{item.origin} is in the trash. Undo: cerulean library bring-back {item.file.stem}")
    return _told(done)


def list_(chosen: argparse.Namespace) -> int:
    """List what lies in the trash."""
    items = _library(chosen).removed()
    if chosen.json:
        print_json([_data(item) for item in items])
        return DONE
    for item in items:
        print(f"{item.file.stem}  {item.at:%Y-%m-%d %H:%M}  {item.origin}")
    tell(f"{len(items)} project{'' if len(items) == 1 else 's'} in the trash.")
    return DONE


def bring_back(chosen: argparse.Namespace) -> int:
    """Put projects back where they lay; exit code 4 when one could not be."""
    library = _library(chosen)
    known = {item.file.stem: item for item in library.removed()}
    for name in chosen.names:
        if name not in known:
            msg = f"The trash has no {name!r}."
            raise UserError(msg, "List it with: cerulean library trash")
    done = library.bring_back([known[name] for name in chosen.names])
    for item in done.moved:
        print(item.origin)
    return _told(done)


def _told(done: Moved) -> int:
    for fault in done.faults:
        tell(fault)
    return REFUSED if done.faults else DONE


def _data(item: Removed) -> dict[str, object]:
    return {"name": item.file.stem, "origin": str(item.origin), "removed": item.at.isoformat(), "size": item.size}


def _library(chosen: argparse.Namespace) -> OfficeLibrary:
    from desktop.library import OfficeLibrary

    return OfficeLibrary(chosen.library or "")


def add(verbs: Commands) -> None:
    """Describe the verbs."""
    verb = add_command(
        verbs, "remove", remove, "move project files into the trash, from where they can be brought back",
        "cerulean library remove old.cerulean",
    )  # fmt: skip
    verb.add_argument("files", metavar="FILE", nargs="+", type=Path, help="project file that nobody has open")
    _add_place(verb)
    verb = add_command(verbs, "trash", list_, "list what lies in the trash", "cerulean library trash --json")
    verb.add_argument("--json", action="store_true", help="print JSON")
    _add_place(verb)
    verb = add_command(
        verbs, "bring-back", bring_back, "put projects of the trash back where they lay",
        "cerulean library bring-back 20260314T150900.000000-0123456789abcdef",
    )  # fmt: skip
    verb.add_argument("names", metavar="NAME", nargs="+", help="as the trash lists it")
    _add_place(verb)


def _add_place(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--library", metavar="URL", help="database of the library, as an SQLAlchemy URL")
