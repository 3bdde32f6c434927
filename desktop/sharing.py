"""Other people's copies of the open project: saved meanwhile, reviewed, made public, carried over; and earlier ones."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.starting import read_bytes
from forms.annotations import Taken, take_remarks
from forms.errors import UserError
from forms.findings_sheet import sheet_rows, take_rows
from forms.meanwhile import Meanwhile, changes_between, meanwhile, take
from forms.project import Project
from forms.redaction import Redacted, redacted
from forms.review import Finding, findings, numbered_twice
from forms.review_file import read_review, review_of, take_review, write_review, written_about
from forms.said import said
from forms.store import create, read, read_edits, read_hashed, write_whole
from forms.store.backups import Backup, backups, verified
from forms.upgrade import Upgraded, targets, upgrade

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from desktop.annotated import Annotated
    from desktop.folders import Folders
    from desktop.workspace import Workspace
    from forms.merge import Conflict, Merged


@dataclass(frozen=True)
class TakenReview:
    """A review file that was merged: who signed it, which state it was about (empty: none known here), what came.

    `twice` are names that several findings have now.
    """

    by: str
    about: str
    merged: Merged
    twice: tuple[str, ...]


@dataclass(frozen=True)
class TakenSheet:
    """What came, or would come, of a sheet: findings, how many rounds, and the fault of each row that is left out."""

    raised: tuple[Finding, ...]
    rounds: int
    faults: tuple[tuple[int, str], ...]


class Sharing:
    """Verbs on the open project of a workspace; each raises `UserError` when nothing is open."""

    def __init__(self, workspace: Workspace, folders: Folders) -> None:
        self._workspace = workspace
        self._folders = folders

    # -- saved by somebody else ---------------------------------------------------------------------------------

    def meanwhile(self) -> Meanwhile:
        """What somebody else saved since the project was opened, merged with it; nothing is changed.

        Raises:
            Damaged, Refused: the file cannot be read.
            UserError: it was never saved, or cannot be merged.
        """
        copy, project = self._workspace.opened()
        if copy.file is None or copy.base is None:
            msg = said("What both began with is not known any more.")
            raise UserError(msg, said("Save yours under another name, then compare both files."))
        return meanwhile(copy.base, project.snapshot, *read_hashed(copy.file))

    def merge(self, found: Meanwhile, theirs: Collection[Conflict]) -> None:
        """Take what was found into the project, one undo step; in the conflicts of `theirs` their side counts."""
        copy, project = self._workspace.opened()
        now = found.anew(project.snapshot)
        log, _ = read_edits(copy.file) if copy.file else ((), None)
        take(project, now, theirs, copy.carry_log(log))
        copy.stand_on(found.theirs, found.sha256)

    # -- review files -------------------------------------------------------------------------------------------

    def write_review(self, target: Path, *, with_private: bool = False) -> None:
        """Write findings, rounds and checklist to a small file.

        Raises:
            Refused: it cannot be written.
        """
        snapshot = self._workspace.content().snapshot
        write_whole(target, write_review(review_of(snapshot, self._workspace.person, with_private=with_private)))

    def take_review(self, source: Path) -> TakenReview:
        """Merge a review file into the project, one undo step.

        Raises:
            Damaged: not a review file, or changed on its way.
            Refused: of another project, or written by a newer program.
        """
        review = read_review(read_bytes(source))
        copy, project = self._workspace.opened()
        about = written_about(review, project.snapshot, copy.revisions)
        merged = take_review(project, review)
        return TakenReview(review.by, about, merged, numbered_twice(project.snapshot))

    # -- remarks on paper and in sheets -------------------------------------------------------------------------

    def annotations(self, source: Path) -> Annotated:
        """What the annotations of a printed dossier would become; nothing is changed.

        Raises:
            Damaged: it cannot be read.
            Refused: not a dossier of ours, or one of another project.
        """
        copy, project = self._workspace.opened()
        # Only here: a library for PDF files would be read at every start of the program.
        from desktop.annotated import read_annotated

        return read_annotated(source, project.snapshot, copy.revisions)

    def take_annotations(self, source: Path) -> Taken:
        """Add them as findings and rounds, one undo step; what is there already stays as it is.

        Raises:
            Damaged, Refused: as `annotations`.
        """
        found = self.annotations(source)
        _, project = self._workspace.opened()
        return take_remarks(project, found.remarks, found.name, found.revisions)

    def write_findings(self, target: Path, *, with_private: bool = False) -> None:
        """Write the table of findings as a workbook.

        Raises:
            Refused: it cannot be written.
        """
        from reports.findings_workbook import findings_workbook

        snapshot = self._workspace.content().snapshot
        write_whole(target, findings_workbook(sheet_rows(snapshot, with_private=with_private)))

    def findings_in(self, source: Path) -> TakenSheet:
        """What a sheet of findings would add; nothing is changed.

        Raises:
            Damaged: it cannot be read.
            UserError: it has no head of such a table.
        """
        _, project = self._workspace.opened()
        return _taken_rows(Project(project.snapshot), source)

    def take_findings(self, source: Path) -> TakenSheet:
        """Add the findings and rounds of a sheet, one undo step; rows with a fault are left out.

        Raises:
            Damaged, UserError: as `findings_in`.
        """
        _, project = self._workspace.opened()
        return _taken_rows(project, source)

    # -- other editions -----------------------------------------------------------------------------------------

    def write_public_edition(self, target: Path) -> Redacted:
        """Write a copy without personal data, private findings, notes and revisions; says what is not in it.

        Raises:
            Refused: something lies there already, or it cannot be written.
        """
        made = redacted(self._workspace.content())
        copy, _ = self._workspace.opened()
        create(target, made.content, copy.author)
        return made

    def later_forms(self) -> tuple[tuple[str, str], ...]:
        """(id, version) of the forms that the project can be carried to."""
        return targets(self._workspace.content().snapshot)

    def carry_over(self, form_id: str, version: str) -> Upgraded:
        """Go on with the project on a later form, as a new one without a file; the old file stays as it is.

        Raises:
            UserError: that form does not take over the one that the project is on.
        """
        content = self._workspace.content()
        made = upgrade(content.snapshot, form_id, version)
        self._workspace.begin(replace(content, snapshot=made.snapshot))
        return made

    # -- backups ------------------------------------------------------------------------------------------------

    def backups(self) -> tuple[Backup, ...]:
        """Earlier states of the file, the latest first."""
        path = self._workspace.path
        return backups(path, self._folders.backups) if path else ()

    def restore(self, backup: Backup) -> None:
        """Put the answers of a backup in the place of what is on screen: one undo step, saved by nobody yet.

        What was frozen then and is not known any more comes back as well.

        Raises:
            Damaged: it is not what was copied.
            UserError: it fills in other documents than the project does now.
        """
        copy, project = self._workspace.opened()
        content = read(verified(backup))
        before = content.snapshot
        if dict(before.heads) != dict(project.snapshot.heads):
            msg = said("The backup of {at:%d/%m/%Y %H:%M} fills in another form.", at=backup.at)
            raise UserError(msg, said("Open it by itself: {file}", file=backup.file))
        for file in before.attachments.values():
            project.attach(file)
        changes = tuple(changes_between(project.snapshot, before))
        project.take_over(f"Restore the backup of {backup.at:%d/%m/%Y %H:%M}", changes)
        copy.take_revisions(content.revisions)


def _taken_rows(project: Project, source: Path) -> TakenSheet:
    from reports.findings_workbook import workbook_rows

    taken = take_rows(project, workbook_rows(read_bytes(source)))
    raised = tuple(found for found in findings(project.snapshot) if found.key in taken.raised)
    return TakenSheet(raised, taken.rounds, tuple(taken.faults))
