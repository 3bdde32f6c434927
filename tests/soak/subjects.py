"""A small project whose title counts: what was typed last can be read off it."""

import os
import signal
import traceback
from pathlib import Path

from forms.document import FACTS_DOCUMENT
from forms.evidence import attachment
from forms.exchange import Content
from forms.project import Project
from forms.store import Author, WorkingCopy, create, read

AUTHOR = Author("Ana", "desk-1", "Cerulean")
TITLE = "P.title"
FILE = "wind.cerulean"


def content(number: int = 0, pages: int = 1) -> Content:
    """A project with an answer of most types, a table and a file; `pages` makes a narrative longer."""
    project = Project.new("cdm_pdd", "12.0")
    project.type_in(FACTS_DOCUMENT, TITLE, str(number))
    project.type_in(FACTS_DOCUMENT, "P.capacity", "25.20")
    project.type_in(FACTS_DOCUMENT, "P.crediting.start", "2013-01-01")
    project.type_in(FACTS_DOCUMENT, "P.location", "Dry plain, **windy**.\n\n- one\n- two" * pages)
    row = project.add_row(FACTS_DOCUMENT, "P.parties")
    project.type_in(FACTS_DOCUMENT, f"P.parties[{row}].party", "DO")
    project.attach(attachment("map.png", b"\x89PNG picture" * 200))
    return Content(project.snapshot)


def new_file(folder: Path, number: int = 0, pages: int = 1) -> Path:
    file = folder / FILE
    create(file, content(number, pages), AUTHOR)
    return file


def followed(copy: WorkingCopy) -> Project:
    """The project of a working copy, every edit of which is committed there."""
    project = Project(copy.content.snapshot)
    project.history = copy.history
    copy.follow(project)
    return project


def number_in(file: Path) -> int:
    """What the title of a file counts; damage of the file is an error here."""
    found = read(file)
    if found.damage or found.set_aside:
        raise ValueError(f"{file} is damaged: {found.damage} {found.set_aside}")
    return number_of(found)


def number_of(found: Content) -> int:
    return int(str(found.snapshot.of(FACTS_DOCUMENT).value(TITLE)))


def forked(work) -> int:
    """Process id of a child that does the work and ends with the exit code it returns; 99 with a traceback."""
    child = os.fork()
    if child:
        return child
    code = 99
    try:
        code = work()
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def ended(child: int) -> int:
    """Exit code of a child; minus nine when it was killed."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def kill(child: int) -> None:
    os.kill(child, signal.SIGKILL)
