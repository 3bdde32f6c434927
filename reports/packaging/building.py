"""Builds a package: a folder with everything for a recipient and the same as a ZIP, or nothing at all."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from forms.answers import Answer
from forms.document import FACTS_DOCUMENT, Reader, Snapshot
from forms.errors import Refused, UserError
from forms.facts import text
from forms.rules import check
from forms.said import said
from reports.dossier import dossiers_of
from reports.packaging.evidence import Absent, absent, plain_name
from reports.packaging.filling import HAS_ERRORS, Making, Order, fill, pack, seal
from reports.packaging.recipients import Recipient, recipients

if TYPE_CHECKING:
    from forms.rules import CheckResult
    from reports.dossier import Dossier
    from reports.finish import Container
    from reports.layout import Progress


@dataclass(frozen=True)
class BuiltPackage:
    """What was written: the folder, the archive with its SHA-256, number of files, and what the sender should know."""

    folder: Path
    archive: Path
    sha256: str
    files: int
    is_draft: bool
    notes: tuple[str, ...]


def build_package(
    snapshot: Snapshot,
    target: Path,
    recipient_id: str,
    *,
    draft: bool = False,
    container: Container = "a3",
    program: str = "Cerulean",
    progress: Progress | None = None,
) -> BuiltPackage:
    """Write the package of a project into a new folder `target`: one folder and one ZIP of the same files.

    Raises:
        Refused: `target` exists, or cannot be written.
        UserError: with exit code 1, open errors, something cited that is not carried, or a limit; not for a draft.
    """
    _refuse_existing(target)
    recipient, snapshot = recipients()[recipient_id], prepared_for(snapshot, recipient_id)
    kinds = _kinds(snapshot, recipient)
    checked = _concerning(check(snapshot), kinds, Reader(snapshot))
    lacking = absent(Reader(snapshot))
    if not draft:
        _refuse_unfinished(checked, lacking)
    order = Order(snapshot, recipient, kinds, checked, draft, container, program, progress)
    with _beside(target) as workshop:
        making = Making(workshop / package_name(snapshot, recipient_id, is_draft=draft))
        making.notes.extend(f"{item.path}: {item.message}" for item in lacking)
        fill(making, order)
        seal(making, order)
        sha256 = pack(making)
    folder = target / making.folder.name
    archive = target / f"{folder.name}.zip"
    return BuiltPackage(folder, archive, sha256, len(making.payload), draft, tuple(making.notes))


def _refuse_existing(target: Path) -> None:
    if target.exists() or target.is_symlink():
        msg = said("{target} exists already; nothing was overwritten.", target=target)
        raise Refused(msg, said("Name a folder that is not there yet."))


def prepared_for(snapshot: Snapshot, recipient: str) -> Snapshot:
    """The project as it is handed to this recipient: its dossiers name it, whatever the project named."""
    if Reader(snapshot).value("P.recipient") == recipient:
        return snapshot
    return snapshot.with_changes({FACTS_DOCUMENT: {"P.recipient": Answer(recipient)}})


def package_name(snapshot: Snapshot, recipient: str, *, is_draft: bool) -> str:
    """Name of the folder: mechanism, title, version, recipient."""
    read = Reader(snapshot)
    title, version = text(read, "P.title"), text(read, "P.document_version")
    parts = (
        text(read, "P.mechanism").upper(),
        plain_name(title or "untitled"),
        f"v{plain_name(version)[:20]}" if version else "",
        recipient,
    )
    return "_".join(part for part in parts if part) + ("_DRAFT" if is_draft else "")


def _kinds(snapshot: Snapshot, recipient: Recipient) -> list[Dossier]:
    """Dossiers that this recipient gets.

    Raises:
        UserError: the design document is for others.
    """
    read, every = Reader(snapshot), dossiers_of(snapshot)
    kinds = [kind for kind in every if recipient.id in kind.recipients]
    if not any(kind.is_main(read) for kind in kinds):
        takers = {name for kind in every if kind.is_main(read) for name in kind.recipients}
        msg = said(
            "{read} is not submitted to the {recipient}.", read=read.form(read.main).name, recipient=recipient.name
        )
        raise UserError(msg, said("It goes to: {known}.", known=", ".join(sorted(takers))))
    return kinds


def _concerning(checked: CheckResult, kinds: Sequence[Dossier], read: Reader) -> CheckResult:
    """The check without what is wrong in documents that are for somebody else."""
    printed = {name for kind in kinds for name in kind.documents(read)}
    return checked.without({*read.snapshot.companions} - printed)


def _refuse_unfinished(checked: CheckResult, lacking: Sequence[Absent]) -> None:
    if checked.errors:
        listed = "".join(f"\n  {item.rule} {item.path}: {item.message}" for item in checked.errors[:20])
        msg = said(
            "No package was written: {n} errors are open for this recipient.{listed}",
            n=len(checked.errors),
            listed=listed,
        )
        raise UserError(msg, said("Mend them, or write a package marked DRAFT with --draft."), HAS_ERRORS)
    if lacking:
        listed = "".join(f"\n  {item.path}: {item.message}" for item in lacking)
        msg = said(
            "No package was written: {n} things are cited and not carried.{listed}", n=len(lacking), listed=listed
        )
        raise UserError(msg, said("Attach them in the list of evidence, or write a DRAFT with --draft."), HAS_ERRORS)


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """A folder beside the target that takes its name when all went well, and vanishes otherwise."""
    workshop = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        workshop.mkdir(parents=True)
        yield workshop
        if target.exists():
            msg = said("{target} was made by somebody else meanwhile; it was not touched.", target=target)
            raise Refused(msg, said("Name another folder."))
        workshop.replace(target)
    except OSError as error:
        msg = said("{target} cannot be written: {cause}.", target=target, cause=error.strerror or error)
        raise Refused(msg, said("Choose a place that can be written to and has room.")) from error
    finally:
        shutil.rmtree(workshop, ignore_errors=True)
