"""Two people saved one file: what the other one saved, merged with mine, and the changes that a choice leads to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms.comparison import changed_paths
from forms.history import Change
from forms.merge import Conflict, Merged, cited_files, merge, theirs_instead

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from forms.document import Snapshot
    from forms.exchange import Content
    from forms.project import Project


@dataclass(frozen=True)
class Meanwhile:
    """What lies in the file now (`theirs`, with its hash), and what comes of merging it into mine."""

    base: Snapshot
    theirs: Content
    sha256: str
    merged: Merged

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Places that both changed, differently."""
        return self.merged.conflicts

    def anew(self, mine: Snapshot) -> Meanwhile:
        """The same after I went on editing."""
        return meanwhile(self.base, mine, self.theirs, self.sha256)


def meanwhile(base: Snapshot, mine: Snapshot, theirs: Content, sha256: str) -> Meanwhile:
    """What comes of merging what lies in the file into mine.

    Raises:
        UserError: the three are not the same documents in the same versions of their forms.
    """
    return Meanwhile(base, theirs, sha256, merge(base, mine, theirs.snapshot))


def take(project: Project, found: Meanwhile, theirs: Collection[Conflict], why: str = "") -> None:
    """Merge into the project as one undo step; in the conflicts of `theirs` their side counts, in the others mine."""
    mine, wanted = project.snapshot, found.merged.snapshot
    for conflict in found.conflicts:
        if conflict in theirs:
            wanted = wanted.with_changes({conflict.document: theirs_instead(wanted, found.theirs.snapshot, conflict)})
    cited = cited_files(wanted)
    for sha256, file in {**found.theirs.snapshot.attachments, **found.merged.snapshot.attachments}.items():
        if sha256 in found.merged.snapshot.attachments or sha256 in cited:
            project.attach(file)
    project.take_over("Merge what was saved meanwhile", tuple(changes_between(mine, wanted)), why=why)


def changes_between(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    """Every change of an answer that leads from one state to another."""
    for name in sorted({*before.answers, *after.answers}):
        old, new = before.of(name), after.of(name)
        yield from (Change(name, path, old.get(path), new.get(path)) for path in changed_paths(old, new))
