"""Commands that make projects: `new`, `sample`, `demo`, `import`, `export`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.arguments import add_command
from desktop.cli.files import create_project, read_project, tell_notices, write_new
from desktop.cli.terminal import DONE, refuse

if TYPE_CHECKING:
    import argparse

    from desktop.cli.arguments import Commands


def new(chosen: argparse.Namespace) -> int:
    """A blank project."""
    from desktop.starting import blank_content

    form_id, separator, version = chosen.form.partition(":")
    if not separator:
        from forms.catalogue import form_versions

        known = ", ".join(":".join(known) for known in form_versions())
        refuse(f"{chosen.form!r} names no version.", f"Name form and version, one of: {known}.")
    create_project(chosen.file, blank_content(form_id, version, chosen.title))
    return DONE


def sample(chosen: argparse.Namespace) -> int:
    """A complete sample project, or the list of them."""
    from desktop.samples import content, samples

    if chosen.list:
        for found in samples():
            print(f"{found.id:<12} {f'{found.form_id}:{found.form_version}':<18} {found.title}")
        return DONE
    if not chosen.id or not chosen.file:
        refuse("Name a sample and the file to write.", "For example: cerulean sample los_cocos my.cerulean")
    create_project(chosen.file, content(chosen.id))
    return DONE


def import_(chosen: argparse.Namespace) -> int:
    """A project file from an archive or a dossier."""
    from desktop.starting import read_source

    content = read_source(chosen.source)
    tell_notices(content)
    create_project(chosen.file, content)
    return DONE


def export(chosen: argparse.Namespace) -> int:
    """The archive of a project."""
    from forms.exchange import archive_pieces

    write_new(chosen.target, archive_pieces(read_project(chosen.file)))
    return DONE


def demo(chosen: argparse.Namespace) -> int:
    """The main job at a glance."""
    from desktop import demo as demonstration
    from desktop.screen import no_screen

    first = demonstration.show(chosen.dir, say=_say)
    if chosen.no_window:
        return DONE
    if reason := no_screen(try_it=True):
        print(f"The window is not opened: {reason}")
        return DONE
    print(f"Opening {first} in the window …")
    sys.stdout.flush()
    return int(chosen.open_window(first))


def _say(line: str) -> None:
    print(line, flush=True)


def add(commands: Commands) -> None:
    """Describe the commands of this module, in the order of the help."""
    _add_new(commands)
    _add_demo(commands)
    _add_sample(commands)
    _add_exchange(commands)


def _add_new(commands: Commands) -> None:
    command = add_command(
        commands, "new", new, "start a blank project",
        'cerulean new wind.cerulean --form cdm_pdd:12.0 --title "Los Cocos Wind Farm"',
    )  # fmt: skip
    command.add_argument("file", metavar="FILE", type=Path, help="project file to write; must not exist")
    command.add_argument(
        "--form", required=True, metavar="ID:VERSION", help="form to fill in; see: cerulean list forms"
    )
    command.add_argument("--title", default="", metavar="T", help="title of the project")


def _add_demo(commands: Commands) -> None:
    command = add_command(
        commands, "demo", demo, "write the samples, check, calculate and print them, open the window",
        "cerulean demo /tmp/demo --no-window",
    )  # fmt: skip
    command.add_argument(
        "dir", metavar="DIR", nargs="?", type=Path, default=Path("demo"), help="folder to write to (default: ./demo)"
    )
    command.add_argument("--no-window", action="store_true", help="end without opening the window")


def _add_sample(commands: Commands) -> None:
    command = add_command(
        commands, "sample", sample, "write a complete sample project", "cerulean sample los_cocos los_cocos.cerulean"
    )
    command.add_argument("id", metavar="ID", nargs="?", help="which sample")
    command.add_argument("file", metavar="FILE", nargs="?", type=Path, help="project file to write; must not exist")
    command.add_argument("--list", action="store_true", help="list the samples instead")


def _add_exchange(commands: Commands) -> None:
    command = add_command(
        commands, "import", import_, "make a project file of an archive (JSON) or of a dossier (PDF/A-3)",
        "cerulean import dossier.pdf project.cerulean",
    )  # fmt: skip
    command.add_argument("source", metavar="SOURCE", type=Path, help="archive or dossier to read")
    command.add_argument("file", metavar="FILE", type=Path, help="project file to write; must not exist")
    command = add_command(
        commands, "export", export, "write a project as an archive (canonical JSON)",
        "cerulean export project.cerulean project.json",
    )  # fmt: skip
    command.add_argument("file", metavar="FILE", type=Path, help="project file to read")
    command.add_argument("target", metavar="TARGET.json", type=Path, help="archive to write; must not exist")
