"""The log of another copy of a project, carried on at a merge: who did what there, as it was told there.

Their entries stand in my log as what they are, records of somebody else's work: they change no answer, are not undone,
and are sealed into the chain of my log. What of it reached the project, the entry of the merge says.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from forms.store.mapping import MOST_CHANGES, MOST_EDITS, Entry, changes_of, first_broken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forms.history import Edit

_TOO_LONG = "Their log of edits is too long to be carried on; it stays in their file."


def carried(mine: Sequence[Entry], theirs: Sequence[Entry]) -> tuple[tuple[Entry, ...], str]:
    """Their entries that my log lacks, sealed after mine; and in a sentence what there is to say of their log.

    Entries are the same when time, person and changes are, whatever number they have: both logs begin alike, and an
    earlier merge may have carried some of them to either side.
    """
    known = {(entry.at, entry.by, entry.changes) for entry in mine}
    new = [entry for entry in theirs if (entry.at, entry.by, entry.changes) not in known]
    if _is_too_long([*mine, *new]):
        return (), _TOO_LONG
    number, previous = (mine[-1].id, mine[-1].hash) if mine else (0, "")
    made: list[Entry] = []
    for entry in new:
        done = entry.label if entry.kind in {"edit", "revision", "theirs"} else f"{entry.kind} {entry.label}"
        number += 1
        made.append(replace(entry, id=number, kind="theirs", label=done).sealed(previous))
        previous = made[-1].hash
    return tuple(made), _said(len(made), first_broken(theirs))


def merged_log(mine: Sequence[Entry], theirs: Sequence[Entry], merge: Edit, by: str) -> tuple[Entry, ...]:
    """My log, what theirs has besides, and the merge as the last edit."""
    others, said = carried(mine, theirs)
    log = (*mine, *others)
    at = merge.at.isoformat() if merge.at else ""
    number, previous = (log[-1].id, log[-1].hash) if log else (0, "")
    last = Entry(number + 1, "edit", merge.label, at, by, changes_of(merge), why=said or merge.why)
    return (*log, last.sealed(previous))


def _is_too_long(entries: Sequence[Entry]) -> bool:
    return len(entries) > MOST_EDITS // 2 or sum(len(entry.changes) for entry in entries) > MOST_CHANGES // 2


def _said(count: int, broken: int | None) -> str:
    parts = [f"{count} of their edits {'is' if count == 1 else 'are'} in the log."] if count else []
    if broken is not None:
        parts.append(f"Their log was changed by another program, from their edit {broken} on.")
    return " ".join(parts)
