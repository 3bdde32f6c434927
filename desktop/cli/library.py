"""The command `library`: many projects at once."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli import trash
from desktop.cli.arguments import add_command
from desktop.cli.terminal import DONE, HAS_ERRORS, print_json, tell

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.cli.arguments import Commands
    from desktop.library import OfficeLibrary
    from forms.portfolio import ListedProject
    from forms.store.library import Refreshed

_SHOWN = ("title", "host", "methodology", "stage", "tonnes", "errors", "warnings", "findings", "due")
_WIDTHS = (38, 14, 20, 17, 11, 6, 8, 8, 10)


def scan(chosen: argparse.Namespace) -> int:
    """Index folders, or bring the index up to date."""
    done = _library(chosen).scan(chosen.folders, _progress())
    print(f"{done.files} projects; {done.read} read, {done.gone} gone.")
    for place in done.skipped:
        tell(f"Not looked at: {place}")
    return _told_faults(done)


def list_(chosen: argparse.Namespace) -> int:
    """List projects."""
    lines = _wanted(chosen)
    if chosen.json:
        print_json([_data(line) for line in lines])
        return DONE
    print(_row(_SHOWN))
    for line in lines:
        print(_row([_text(getattr(line, column)) for column in _SHOWN]) if not line.fault else f"{line.fault}")
    tell(f"{len(lines)} project{'' if len(lines) == 1 else 's'}.")
    return DONE


def check(chosen: argparse.Namespace) -> int:
    """Check projects by the rules of today."""
    files = [line.file for line in _wanted(chosen)]
    done = _library(chosen).check(files, _progress())
    asked = set(files)
    lines = [line for line in _library(chosen).projects() if line.file in asked]
    if chosen.json:
        print_json([_data(line) for line in lines])
    else:
        for line in lines:
            if not line.fault:
                print(f"{line.errors:>5} errors {line.warnings:>5} warnings  {line.file}")
        print(f"{done.files} projects checked.")
    faults = _told_faults(done)
    return HAS_ERRORS if any(line.errors for line in lines) else faults


def print_(chosen: argparse.Namespace) -> int:
    """Print the dossiers of projects."""
    from desktop.library import ALL_KINDS
    from reports.dossier import dossier

    # A kind that does not exist is told once, before any project is opened.
    kind = ALL_KINDS if chosen.kind == ALL_KINDS else dossier(chosen.kind.replace("_", "-")).id
    files = [line.file for line in _wanted(chosen) if not line.fault]
    printed = _library(chosen).print_all(files, chosen.out, _progress(), kind=kind, draft=chosen.draft)
    for item in printed:
        for made in item.made:
            print(made)
        if item.fault:
            tell(f"{item.file}: {item.fault}")
    drafts = sum(item.is_draft for item in printed)
    tell(f"{sum(len(item.made) for item in printed)} dossiers of {len(printed)} projects; {drafts} as DRAFT.")
    return HAS_ERRORS if any(item.fault or item.is_draft for item in printed) else DONE


def forget(chosen: argparse.Namespace) -> int:
    """Take a folder out of the index."""
    _library(chosen).forget(chosen.folder)
    return DONE


def _library(chosen: argparse.Namespace) -> OfficeLibrary:
    from desktop.library import OfficeLibrary

    return OfficeLibrary(chosen.library or "", getattr(chosen, "processes", 0) or 0)


def _wanted(chosen: argparse.Namespace) -> list[ListedProject]:
    from forms.portfolio import in_order, search

    found = search(_library(chosen).projects(), " ".join(chosen.where or ()))
    return in_order(found, chosen.sort, descending=chosen.descending)


def _told_faults(done: Refreshed) -> int:
    for line in done.faulty:
        tell(line.fault)
    return HAS_ERRORS if done.faulty else DONE


def _data(line: ListedProject) -> dict[str, object]:
    from forms.portfolio import COLUMNS

    return {column: _plain(getattr(line, column)) for column in COLUMNS}


def _plain(value: object) -> object:
    """As JSON: counts as numbers, tonnes and days as texts, what is missing as null."""
    return value if value is None or isinstance(value, int | str) else _text(value)


def _text(value: object) -> str:
    return "–" if value in (None, "") else str(value)


def _row(cells: tuple[str, ...] | list[str]) -> str:
    return " ".join(f"{cell[:width]:<{width}}" for cell, width in zip(cells, _WIDTHS, strict=True)).rstrip()


def _progress() -> Callable[[int, int, str], None] | None:
    if not sys.stderr.isatty():
        return None

    def show(done: int, total: int, what: str) -> None:
        print(f"\r\x1b[K{done + 1}/{total} {Path(what).name[:60]}", end="\r", file=sys.stderr, flush=True)

    return show


# -- description ----------------------------------------------------------------------------------------------


def add(commands: Commands) -> None:
    """Describe the command `library` and its verbs."""
    command = commands.add_parser(
        "library",
        help="index folders of projects; list, check and print many at once",
        description=(
            "An index over folders of project files. It is made from the files and never writes into their folders; "
            "CERULEAN_LIBRARY or --library names another database than that of this user."
        ),
    )
    verbs = command.add_subparsers(title="verbs", metavar="VERB", required=True)
    _add_scan(verbs)
    _add_list(verbs)
    _add_check(verbs)
    _add_print(verbs)
    taken = _verb(
        verbs, "forget", forget, "take a folder out of the index; its files stay", "cerulean library forget DIR"
    )
    taken.add_argument("folder", metavar="FOLDER", type=Path, help="folder that was indexed")
    trash.add(verbs)


def _verb(
    verbs: Commands, name: str, do: Callable[[argparse.Namespace], int], short: str, example: str
) -> argparse.ArgumentParser:
    verb = add_command(verbs, name, do, short, example)
    verb.add_argument("--library", metavar="URL", help="database of the library, as an SQLAlchemy URL")
    return verb


def _add_scan(verbs: Commands) -> None:
    verb = _verb(verbs, "scan", scan, "index folders, or bring the index up to date", "cerulean library scan projects")
    verb.add_argument("folders", metavar="FOLDER", nargs="*", type=Path, help="folders; none: those indexed already")
    _add_processes(verb)


def _add_list(verbs: Commands) -> None:
    verb = _verb(
        verbs, "list", list_, "list projects",
        "cerulean library list --where host=China 'tonnes>=10000' --sort tonnes --descending",
    )  # fmt: skip
    _add_filter(verb)
    verb.add_argument("--json", action="store_true", help="print JSON")


def _add_check(verbs: Commands) -> None:
    verb = _verb(
        verbs, "check", check, "check projects anew; exit code 1 when one has errors",
        "cerulean library check --where stage=registration",
    )  # fmt: skip
    _add_filter(verb)
    _add_processes(verb)
    verb.add_argument("--json", action="store_true", help="print JSON")


def _add_print(verbs: Commands) -> None:
    verb = _verb(
        verbs, "print", print_, "print the dossiers of projects, each into a folder of its own",
        "cerulean library print --out print --where host=Lithuania --processes 2",
    )  # fmt: skip
    _add_filter(verb)
    _add_processes(verb)
    verb.add_argument("--out", required=True, metavar="DIR", type=Path, help="folder to write to")
    verb.add_argument("--kind", default="all", metavar="KIND", help="which dossier (default: all that apply)")
    verb.add_argument("--draft", action="store_true", help="mark every page as draft")


def _add_filter(verb: argparse.ArgumentParser) -> None:
    from_words = "words, and conditions such as host=China tonnes>=10000 due<today (quote < and > for the shell)"
    verb.add_argument("--where", nargs="+", metavar="WORD", help=from_words)
    verb.add_argument("--sort", default="title", metavar="COLUMN", help="column to sort by (default: title)")
    verb.add_argument("--descending", action="store_true", help="the largest or latest first")


def _add_processes(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--processes", type=_count, metavar="N", help="processes at work (default: all cores but one)")


def _count(text: str) -> int:
    number = int(text) if text.isascii() and text.isdecimal() else 0
    if not 1 <= number <= 64:
        msg = f"{text!r} is not a number from 1 to 64"
        raise argparse.ArgumentTypeError(msg)
    return number
