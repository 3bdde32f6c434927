"""A dossier clean and with its changes since a base marked, as PDF and Word: both of one state, with one date."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms.blocks import Paragraph, ParameterBlock, text_run
from forms.days import day_text
from forms.errors import Refused, UserError
from forms.exchange import export_state
from forms.facts import day
from forms.freezing import snapshot_of
from forms.manuscript import Manuscript, PageEnd, Piece, SectionHead, with_files
from forms.redline import redline, runs_redlined
from forms.revisions import revision_numbered
from forms.rules import CheckResult, check
from forms.said import said
from reports.build import Replacement, build_pdf
from reports.dossier import author_of, date_of, file_name, print_dossier, reader_for
from reports.story import story_of
from reports.word.document import Sheet, sheet_of, word_file
from reports.word.dossier import identity_of, word_dossier

if TYPE_CHECKING:
    from pathlib import Path

    from forms.blocks import Block
    from forms.document import Reader, Snapshot
    from forms.revisions import Revision
    from reports.dossier import Dossier

_HOW = (
    "What was inserted is underlined, what was deleted is struck through; whole tables, equations and figures that "
    "came or went say so above them. In the Word file they are tracked changes."
)


@dataclass(frozen=True)
class Base:
    """What a dossier is compared with; `sha256` is that of the revision or of the file."""

    name: str
    date: str
    sha256: str
    snapshot: Snapshot


def registered_base(revisions: Sequence[Revision], now: Snapshot) -> Base:
    """The newest revision that is marked as registered: that is what changes are judged against.

    Raises:
        UserError: none is.
    """
    marked = [revision.number for revision in revisions if revision.mark == "registered"]
    if not marked:
        msg = said("No revision is marked as registered.")
        raise UserError(msg, said("Mark it (cerulean revision FILE mark N registered), or name another with --base."))
    return base_of_revision(revisions, marked[-1], now)


def base_of_revision(revisions: Sequence[Revision], number: int, now: Snapshot) -> Base:
    """A revision as base; files are looked for among those the project has now.

    Raises:
        UserError: there is no such revision.
        Damaged, Refused: it cannot be read.
    """
    found = revision_numbered(revisions, number)
    moment = dt.datetime.fromisoformat(found.at)
    return Base(found.name, day_text(moment), found.sha256, snapshot_of(found, now.attachments))


def base_of_file(path: Path, snapshot: Snapshot) -> Base:
    """The project in another file as base."""
    from forms.document import Reader

    completed = day(Reader(snapshot), "P.completion_date")
    dated = day_text(completed) if completed else "not dated"
    return Base(path.name, dated, hashlib.sha256(path.read_bytes()).hexdigest(), snapshot)


def write_redline(
    kind: Dossier, snapshot: Snapshot, base: Base, folder: Path, formats: Sequence[str] = ("pdf", "docx")
) -> list[Path]:
    """Clean and marked copies in each format; the paths come back.

    Raises:
        UserError: base or project do not have this dossier, or the folder cannot be written to.
    """
    work = _Redline(kind, snapshot, base)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        msg = said("The folder {folder} cannot be made: {cause}.", folder=folder, cause=error.strerror or error)
        raise Refused(msg, said("Name a folder that can be written to.")) from error
    made = []
    for ending in formats:
        name = file_name(kind, snapshot, is_draft=work.is_draft, ending=ending)
        clean, changed = (
            folder / f"{name.removesuffix(f'.{ending}')}_{which}.{ending}" for which in ("clean", "redline")
        )
        if ending == "pdf":
            print_dossier(kind, snapshot, clean, checked=work.checked)
            work.print_pdf(changed)
        else:
            _write(clean, word_dossier(kind, snapshot, checked=work.checked))
            _write(changed, work.word())
        made += [clean, changed]
    return made


def _write(target: Path, made: bytes) -> None:
    try:
        with Replacement(target) as draft:
            draft.write_bytes(made)
    except OSError as error:
        raise _unwritable(target, error) from error


def _unwritable(target: Path, error: OSError) -> UserError:
    msg = said("{target} cannot be written: {cause}.", target=target, cause=error.strerror or error)
    return UserError(msg, said("Choose a folder that exists and may be written to."), 4)


class _Redline:
    """One comparison of a dossier, for both formats."""

    def __init__(self, kind: Dossier, snapshot: Snapshot, base: Base) -> None:
        self.kind, self.snapshot, self.base = kind, snapshot, base
        self.read = reader_for(kind, snapshot)
        self.old = _reader_of_base(kind, base)
        self.checked = check(snapshot)
        self.is_draft = bool(kind.concerning(self.read, self.checked).errors)
        before = _manuscript(kind, self.old, check(base.snapshot))
        self.pieces = tuple(redline(before, _manuscript(kind, self.read, self.checked)))
        self.files = {**base.snapshot.attachments, **snapshot.attachments}

    def print_pdf(self, target: Path) -> None:
        """The PDF; it carries no project, for it is of two."""
        try:
            build_pdf(
                story_of(_with_cover_note(self.pieces, self._cover_note()), self._with_all_files()),
                target,
                title=f"{self.read.text('P.title') or self.kind.title} (changes)",
                author=author_of(self.read),
                date=date_of(self.read),
                furniture=self.kind.furniture(self.read),
                is_draft=self.is_draft,
            )
        except OSError as error:
            raise _unwritable(target, error) from error

    def word(self) -> bytes:
        """The Word file with tracked changes. What they are made against stands above the first page.

        There it is no part of the text: with all changes accepted or rejected the text is that of either side alone.
        """
        now = sheet_of(self.kind.furniture(self.read), is_draft=self.is_draft)
        then = sheet_of(self.kind.furniture(self.old), is_draft=self.is_draft)
        sheet = Sheet(
            runs_redlined(then.header, now.header),
            runs_redlined(then.footer, now.footer),
            runs_redlined(then.note, now.note),
            first=tuple(text_run(f"{label}: {words}") for label, words in self._said()),
        )
        identity = identity_of(self.read, self.kind)
        return word_file(self.pieces, sheet, identity, self.files, tracks_changes=True)

    def _said(self) -> tuple[tuple[str, str], ...]:
        now = hashlib.sha256(export_state(self.snapshot)).hexdigest()
        return (
            ("Changes since", f"{self.base.name}, {self.base.date}"),
            ("SHA-256 of that state", self.base.sha256),
            ("SHA-256 of this state", now),
        )

    def _cover_note(self) -> ParameterBlock:
        rows: list[tuple[str, tuple[Block, ...]]] = [
            (label, (Paragraph(text_run(words)),)) for label, words in (*self._said(), ("How they are shown", _HOW))
        ]
        return ParameterBlock("Changes", tuple(rows))

    def _with_all_files(self) -> Snapshot:
        return type(self.snapshot)(self.snapshot.heads, self.snapshot.answers, self.files)


def _reader_of_base(kind: Dossier, base: Base) -> Reader:
    try:
        return reader_for(kind, base.snapshot)
    except UserError as error:
        msg = said("{base} has no dossier {kind}.", base=base.name[0].upper() + base.name[1:], kind=kind.id)
        raise UserError(msg, said("Choose another base with --base, or another dossier with --kind.")) from error


def _manuscript(kind: Dossier, read: Reader, checked: CheckResult) -> Iterator[Piece]:
    return with_files(kind.manuscript(read, kind.concerning(read, checked)), read.snapshot)


def _with_cover_note(pieces: Manuscript, note: ParameterBlock) -> Iterator[Piece]:
    """The note behind the box of the cover; before the first heading where there is none."""
    waiting = True
    for piece in pieces:
        is_box = isinstance(piece, ParameterBlock)
        if waiting and isinstance(piece, PageEnd | SectionHead):
            yield note
            waiting = False
        yield piece
        if waiting and is_box:
            yield note
            waiting = False
