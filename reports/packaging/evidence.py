"""Files that a package carries for what the dossier cites: letters, evidence, and what should be there and is not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from forms.blocks import Figure
from forms.facts import letters, text
from forms.fieldpath import cell_path

if TYPE_CHECKING:
    from forms.document import Reader
    from forms.evidence import Attachment

EVIDENCE = "P.evidence"
_LONGEST_STEM = 60
_BELONGS_TO_A_PROGRAM = frozenset({"con", "prn", "aux", "nul"})  # names that Windows keeps for itself


@dataclass(frozen=True)
class Exhibit:
    """A file of the package. `name` is its place in it, `title` what the list of evidence calls it."""

    name: str
    title: str
    attachment: Attachment


@dataclass(frozen=True)
class Absent:
    """Something that is cited and not carried: where, and what it is."""

    path: str
    message: str


def exhibits(read: Reader) -> tuple[Exhibit, ...]:
    """Letters first, then evidence in the order of its list, then files attached elsewhere; each file once."""
    made: dict[str, Exhibit] = {}
    for name, title, sha256 in (*_letter_files(read), *_evidence_files(read), *_other_files(read)):
        carried = read.snapshot.attachments.get(sha256)
        if carried is not None and sha256 not in made:
            made[sha256] = Exhibit(f"{name}{_extension(carried.name)}", title, carried)
    return tuple(made.values())


def _letter_files(read: Reader) -> Iterator[tuple[str, str, str]]:
    for number, letter in enumerate(letters(read), 1):
        row = text(read, cell_path("P.letters", letter.key, "file"))
        title = read.text(cell_path(EVIDENCE, row, "title")) if row else ""
        yield f"letters/L{number:02}_{plain_name(title or letter.reference)}", title, _file_of(read, row)


def _evidence_files(read: Reader) -> Iterator[tuple[str, str, str]]:
    for number, row in enumerate(read.rows(EVIDENCE), 1):
        title = read.text(cell_path(EVIDENCE, row, "title"))
        yield f"evidence/E{number:02}_{plain_name(title)}", title, _file_of(read, row)


def _other_files(read: Reader) -> Iterator[tuple[str, str, str]]:
    cited = dict.fromkeys(sha256 for _, sha256 in _cited_files(read))
    for number, sha256 in enumerate(cited, 1):
        carried = read.snapshot.attachments.get(sha256)
        if carried is not None:
            stem = plain_name(PurePath(carried.name).stem)
            yield f"evidence/A{number:02}_{stem}", carried.name, sha256


def _file_of(read: Reader, row: str) -> str:
    return text(read, cell_path(EVIDENCE, row, "file")) if row else ""


def plain_name(words: str) -> str:
    """Words as part of a file name that every system takes: Latin letters, figures and hyphens."""
    letters_only = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    name = re.sub(r"[^A-Za-z0-9]+", "-", letters_only)[:_LONGEST_STEM].strip("-")
    return name if name and name.lower() not in _BELONGS_TO_A_PROGRAM else "file"


def _extension(name: str) -> str:
    found = re.sub(r"[^a-z0-9.]", "", PurePath(name).suffix.lower())[:8]
    return found if len(found) > 1 else ""


# -- what is cited ------------------------------------------------------------------------------------------


def absent(read: Reader) -> tuple[Absent, ...]:
    """Everything that is cited but not carried.

    A published source is found by its address; own documents and letters must lie in the package. A dossier that
    restates a project for the archive is no submission: only files that are gone are missed.
    """
    found = [*_files_that_are_gone(read)]
    if text(read, "P.purpose") != "archive":
        found += [*_letters_without_file(read), *_evidence_without_file(read)]
    return tuple(found)


def _files_that_are_gone(read: Reader) -> Iterator[Absent]:
    for path, sha256 in _cited_files(read):
        if sha256 not in read.snapshot.attachments:
            yield Absent(path, "The file that is named here is not in the project.")
    rows = set(read.rows(EVIDENCE))
    for path, key in _pictures(read):
        if key not in rows and key not in read.snapshot.attachments:
            yield Absent(path, f"The picture {key[:40]!r} is not in the project.")


def _letters_without_file(read: Reader) -> Iterator[Absent]:
    for letter in letters(read):
        if not _file_of(read, text(read, cell_path("P.letters", letter.key, "file"))):
            path = cell_path("P.letters", letter.key, "file")
            yield Absent(path, f"The letter {letter.reference or 'without a reference'} is cited but not attached.")


def _evidence_without_file(read: Reader) -> Iterator[Absent]:
    cited = _cited_rows(read)
    for row in read.rows(EVIDENCE):
        standing = text(read, cell_path(EVIDENCE, row, "standing"))
        if row in cited and not _file_of(read, row) and standing != "published":
            path = cell_path(EVIDENCE, row, "file")
            yield Absent(path, f"“{read.text(cell_path(EVIDENCE, row, 'title'))}” is cited but not attached.")


def _cited_rows(read: Reader) -> set[str]:
    """Keys of the evidence that an answer refers to, or a picture shows."""
    rows = {key for _, key in _pictures(read)}
    for name, document in read.snapshot.documents.items():
        for path, answer in document.answers.items():
            asked = read.asked(name, path)
            if asked is not None and asked.type == "reference" and asked.refers == EVIDENCE:
                rows.add(str(answer.value))
    return rows


def _cited_files(read: Reader) -> Iterator[tuple[str, str]]:
    """(path, SHA-256) of every answer that is a file."""
    for name, document in read.snapshot.documents.items():
        for path, answer in document.answers.items():
            asked = read.asked(name, path)
            if asked is not None and asked.type == "file" and answer.value:
                yield path, str(answer.value)


def _pictures(read: Reader) -> Iterator[tuple[str, str]]:
    """(path, key) of every picture in a narrative."""
    for document in read.snapshot.documents.values():
        for path, answer in document.answers.items():
            if isinstance(answer.value, tuple):
                yield from ((path, block.evidence) for block in answer.value if isinstance(block, Figure))
