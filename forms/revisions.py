"""Frozen states of a project: numbered, dated, each sealed with a hash that covers the one before."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from forms.errors import Damaged, UserError
from forms.said import said

Mark = Literal["", "published", "registered"]
MARKS: tuple[Mark, ...] = ("", "published", "registered")
LARGEST_REVISION = 256 * 1024**2
_ALWAYS = 16 * 1024**2
_REMEDY = said("Open the last copy that worked, or ask whoever sent the file for it again.")


@dataclass(frozen=True)
class Revision:
    """A project as it stood when it was frozen. `content` is its archive without the bytes of attachments, deflated.

    `sha256` covers everything but the mark, which may be given later, and `previous`, the hash of the revision before
    (empty for the first). `at` is an ISO moment.
    """

    number: int
    at: str
    by: str
    note: str
    mark: Mark
    sha256: str
    previous: str
    content: bytes

    @property
    def archive(self) -> bytes:
        """The archive of the project, see `forms.exchange`.

        Raises:
            Damaged: the content cannot be unpacked.
        """
        unpacking = zlib.decompressobj()
        try:
            archive = unpacking.decompress(self.content, most_unpacked(len(self.content), LARGEST_REVISION))
        except zlib.error as error:
            raise _damaged(self.number) from error
        if not unpacking.eof:
            raise _damaged(self.number)
        return archive

    @property
    def name(self) -> str:
        """For people: `revision 3 (registered)`."""
        return f"revision {self.number}{f' ({self.mark})' if self.mark else ''}"


def most_unpacked(packed: int, largest: int) -> int:
    """How many bytes may come out of so many packed ones: what packs better than thirtyfold is no project."""
    return min(largest, max(_ALWAYS, 30 * packed))


def sealed(archive: bytes, number: int, at: str, by: str, note: str, mark: Mark, previous: str) -> Revision:
    """A revision with its hash."""
    sha256 = _seal(archive, number, at, by, note, previous)
    return Revision(number, at, by, note, mark, sha256, previous, zlib.compress(archive, 9))


def next_revision(
    revisions: Sequence[Revision], archive: bytes, at: dt.datetime, by: str, note: str, mark: Mark = ""
) -> Revision:
    """What is frozen after these revisions, and chained to the last of them."""
    number, previous = (revisions[-1].number + 1, revisions[-1].sha256) if revisions else (1, "")
    return sealed(archive, number, at.isoformat(), by, note.strip(), mark, previous)


def first_broken_revision(revisions: Sequence[Revision]) -> int | None:
    """Number of the first revision that was changed since, or does not follow; `None` when the chain holds."""
    previous = ""
    for position, revision in enumerate(revisions, 1):
        try:
            found = _seal(revision.archive, position, revision.at, revision.by, revision.note, previous)
        except Damaged:
            return revision.number
        if (revision.number, revision.previous, revision.sha256) != (position, previous, found):
            return revision.number
        previous = revision.sha256
    return None


def revision_numbered(revisions: Sequence[Revision], number: int) -> Revision:
    """The revision with this number.

    Raises:
        UserError: there is none.
    """
    for revision in revisions:
        if revision.number == number:
            return revision
    known = said("It has 1 to {n}.", n=len(revisions)) if revisions else said("Freeze one first.")
    msg = said("The project has no revision {number}.", number=number)
    raise UserError(msg, known)


def marked(revisions: Sequence[Revision], number: int, mark: Mark) -> tuple[Revision, ...]:
    """The revisions, with this one marked as published or registered, or with its mark taken away.

    Raises:
        UserError: there is no such revision.
    """
    chosen = revision_numbered(revisions, number)
    return tuple(replace(revision, mark=mark) if revision is chosen else revision for revision in revisions)


# -- two people's revisions -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class MergedRevisions:
    """Revisions of both; `renumbered` gives old and new number of theirs that had to follow mine."""

    revisions: tuple[Revision, ...]
    renumbered: tuple[tuple[int, int], ...] = ()


def merged_revisions(mine: Sequence[Revision], theirs: Sequence[Revision]) -> MergedRevisions:
    """All revisions of both sides.

    Where both froze a revision after the last one they share, mine come first and theirs get new numbers and with
    them new hashes: content, date, person and note stay. The higher mark of two counts.
    """
    shared = 0
    while shared < min(len(mine), len(theirs)) and mine[shared].sha256 == theirs[shared].sha256:
        shared += 1
    found = [_higher(own, other) for own, other in zip(mine[:shared], theirs[:shared], strict=True)]
    if shared == len(mine):
        return MergedRevisions((*found, *theirs[shared:]))
    found += mine[shared:]
    renumbered = []
    for other in theirs[shared:]:
        own = next((at for at, revision in enumerate(found) if _is_same_state(revision, other)), None)
        if own is not None:
            found[own] = _higher(found[own], other)
            continue
        found.append(_behind(found, other))
        renumbered.append((other.number, found[-1].number))
    return MergedRevisions(tuple(found), tuple(renumbered))


def _behind(revisions: Sequence[Revision], other: Revision) -> Revision:
    last = revisions[-1]
    return sealed(other.archive, last.number + 1, other.at, other.by, other.note, other.mark, last.sha256)


def _is_same_state(one: Revision, other: Revision) -> bool:
    """True when both were frozen at once, whatever number they came to have."""
    stamps = [(revision.at, revision.by, revision.note) for revision in (one, other)]
    return stamps[0] == stamps[1] and one.archive == other.archive


def _higher(one: Revision, other: Revision) -> Revision:
    return max(one, other, key=lambda revision: MARKS.index(revision.mark))


def _seal(archive: bytes, number: int, at: str, by: str, note: str, previous: str) -> str:
    parts = [previous, number, at, by, note, hashlib.sha256(archive).hexdigest()]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def _damaged(number: int) -> Damaged:
    return Damaged(said("Revision {number} is damaged.", number=number), _REMEDY)
