"""What the window needs from the floors round it: which file is open, which dossiers there are, what the checks say."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from forms.annotations import Remark
    from forms.document import Snapshot
    from forms.history import Edit
    from forms.logbook import LogLine, Verified
    from forms.meanwhile import Meanwhile
    from forms.merge import Conflict, Merged
    from forms.problems import Problem
    from forms.project import Project
    from forms.redaction import Redacted
    from forms.review import Finding
    from forms.revisions import Mark, Revision
    from forms.upgrade import Upgraded

Progress = Callable[[int, int, str], None]
"""Called with (done, total, what is being done); may raise `ui.jobs.Cancelled`. A total of 0 is unknown."""


class Leftover(Protocol):
    """Work that a crash left behind."""

    @property
    def file(self) -> Path | None:
        """The file it belongs to; `None` when it was never saved."""

    @property
    def at(self) -> dt.datetime:
        """When it was last touched."""

    @property
    def edits(self) -> int:
        """Edits that the file lacks."""

    @property
    def reviewed(self) -> Path | None:
        """The shared file that was being reviewed; `None` for a project of one's own."""


class Backup(Protocol):
    """An earlier state of the file."""

    @property
    def at(self) -> dt.datetime:
        """When it was copied."""

    @property
    def size(self) -> int:
        """Bytes."""


class TakenReview(Protocol):
    """A review file that was merged."""

    @property
    def by(self) -> str:
        """Who signed it."""

    @property
    def about(self) -> str:
        """Which state of the project it was written about; empty when none that is known here."""

    @property
    def merged(self) -> Merged:
        """What came, and what was not taken."""

    @property
    def twice(self) -> Sequence[str]:
        """Names that several findings have now."""


class Annotated(Protocol):
    """A PDF with what its annotations become."""

    @property
    def remarks(self) -> Sequence[Remark]:
        """In the order of the pages."""

    @property
    def new(self) -> Sequence[Remark]:
        """Those that are no finding yet."""

    @property
    def about(self) -> str:
        """Which state of the project it was printed from; empty when none that is known here."""


class TakenSheet(Protocol):
    """What came, or would come, of a sheet of findings."""

    @property
    def raised(self) -> Sequence[Finding]:
        """New findings."""

    @property
    def rounds(self) -> int:
        """How many rounds."""

    @property
    def faults(self) -> Sequence[tuple[int, str]]:
        """Rows that cannot be taken, with the reason."""


class Sharing(Protocol):
    """Other people's copies of the open project, and earlier ones. Verbs raise `UserError`."""

    def meanwhile(self) -> Meanwhile:
        """What somebody else saved into the file, merged with the project; nothing is changed."""

    def merge(self, found: Meanwhile, theirs: Collection[Conflict]) -> None:
        """Take it into the project; in the conflicts of `theirs` their side counts."""

    def write_review(self, target: Path, *, with_private: bool = False) -> None:
        """Write findings, rounds and checklist to a small file."""

    def take_review(self, source: Path) -> TakenReview:
        """Merge a review file into the project."""

    def annotations(self, source: Path) -> Annotated:
        """What the annotations of a printed dossier would become; nothing is changed."""

    def take_annotations(self, source: Path) -> object:
        """Add them as findings and rounds: one undo step."""

    def write_findings(self, target: Path, *, with_private: bool = False) -> None:
        """Write the table of findings as a workbook."""

    def findings_in(self, source: Path) -> TakenSheet:
        """What a sheet of findings would add; nothing is changed."""

    def take_findings(self, source: Path) -> TakenSheet:
        """Add the findings and rounds of a sheet: one undo step."""

    def write_public_edition(self, target: Path) -> Redacted:
        """Write a copy without what is not public."""

    def later_forms(self) -> Sequence[tuple[str, str]]:
        """(id, version) of the forms that the project can be carried to."""

    def carry_over(self, form_id: str, version: str) -> Upgraded:
        """Go on with the project on a later form, as a new one without a file."""

    def backups(self) -> Sequence[Backup]:
        """Earlier states of the file, the latest first."""

    def restore(self, backup: Any) -> None:  # noqa: ANN401 - each workspace has its own kind
        """Put a backup in the place of what is on screen: one undo step."""


class Logbook(Protocol):
    """The log of edits of the open project, a piece at a time."""

    def lines(self, words: Sequence[Sequence[str]] = (), *, before: int = 0, count: int = 200) -> Sequence[LogLine]:
        """So many entries, the newest first, older than `before`; each of `words` is a choice of spellings."""

    def edit(self, number: int, snapshot: Snapshot) -> Edit | None:
        """What an entry changed."""

    def verify(self, so_far: Verified, count: int = 500) -> Verified:
        """Follow the seal through so many entries more."""


class Workspace(Protocol):
    """Which project is open, and where. Verbs raise `UserError` with what the user can do."""

    @property
    def project(self) -> Project | None:
        """The open project; `None` before the first was opened."""

    @property
    def path(self) -> Path | None:
        """Its file; `None` while it was never saved."""

    @property
    def is_modified(self) -> bool:
        """True when the file lacks edits."""

    @property
    def edits_since_save(self) -> int:
        """How many edits the file lacks."""

    @property
    def person(self) -> str:
        """Who signs edits, findings and revisions."""

    @property
    def is_for_review(self) -> bool:
        """True for a project of which only the review can be changed."""

    @property
    def sharing(self) -> Sharing:
        """What is done with other people's copies of the project."""

    @property
    def backup_trouble(self) -> str:
        """Why the last save kept no backup; empty when it did."""

    @property
    def logbook(self) -> Logbook:
        """Who changed what, and when."""

    @property
    def revisions(self) -> Sequence[Revision]:
        """What was frozen, the oldest first."""

    def freeze(self, note: str, mark: Mark = "") -> Revision:
        """Keep the project as it stands, as its next revision."""

    def mark_revision(self, number: int, mark: Mark) -> None:
        """Mark a revision as published or registered, or take its mark away."""

    def open_to_review(self, path: Path) -> object:
        """Open a copy of a shared file of which only the review can be changed."""

    def new(self, form_id: str, version: str, title: str) -> object:
        """Start a blank project."""

    def open(self, path: Path) -> object:
        """Open a project file."""

    def save(self) -> object:
        """Write the file."""

    def save_as(self, path: Path) -> object:
        """Write another file and go on with it."""

    def recent(self) -> Sequence[Path]:
        """Files that were open lately, the latest first."""

    def samples(self) -> Sequence[tuple[str, str]]:
        """(id, title) of each sample project."""

    def open_sample(self, sample_id: str) -> object:
        """Open a copy of a sample project."""

    def import_from(self, source: Path) -> object:
        """Open the project of an archive, or of a dossier that carries it, as a new one."""

    def export(self, target: Path) -> object:
        """Write the archive of the project."""

    def revert(self) -> object:
        """Go back to what was saved last."""

    def close(self, *, discard_edits: bool = False) -> None:
        """Let go of the project."""

    @property
    def notices(self) -> Sequence[str]:
        """What the user should know about the file that was opened."""

    def recoverable(self) -> Sequence[Leftover]:
        """What crashes left behind, the latest first."""

    def recover(self, leftover: Any) -> object:  # noqa: ANN401 - each workspace has its own kind
        """Go on where a crash broke off."""

    def discard(self, leftover: Any) -> None:  # noqa: ANN401 - each workspace has its own kind
        """Throw away what a crash left behind."""


class Built(Protocol):
    """A dossier that was built."""

    @property
    def anchors(self) -> Mapping[str, Any]:
        """Section id or field path to (page counted from 1, points from the lower edge of the sheet)."""


class Dossiers(Protocol):
    """The dossiers that can be printed."""

    def all(self, snapshot: Snapshot) -> Sequence[tuple[str, str]]:
        """(kind, title) of each dossier that applies."""

    def build(
        self, snapshot: Snapshot, kind: str, target: Path, draft: bool, container: str, progress: Progress
    ) -> Built:
        """Write one PDF. Runs off the GUI thread."""


class Preference(Protocol):
    """One thing that the user can prefer. `kind` is text, choice or folder; labels are in English."""

    @property
    def key(self) -> str:
        """What it is kept under."""

    @property
    def label(self) -> str:
        """What it is called."""

    @property
    def help(self) -> str:
        """What it does."""

    @property
    def kind(self) -> str:
        """How it is answered."""

    @property
    def choices(self) -> Sequence[tuple[str, str]]:
        """(value, label) of each answer."""


class Preferences(Protocol):
    """What the user prefers; kept on this machine, never in a project."""

    def offered(self) -> Sequence[Preference]:
        """Everything that can be preferred, in order."""

    def value(self, key: str) -> str:
        """What is preferred now; empty when nothing is."""

    def prefer(self, key: str, value: str) -> None:
        """Keep a preference."""


class Checked(Protocol):
    """What the checks found."""

    @property
    def problems(self) -> Sequence[Problem]:
        """In any order."""


class Checker(Protocol):
    """The checks. Runs off the GUI thread, one call at a time."""

    def check(self, snapshot: Snapshot) -> Checked:
        """The problems of a project."""


def problems_in(checked: Checked) -> tuple[Problem, ...]:
    """The problems that were found, gravest first."""
    return tuple(sorted(checked.problems, key=lambda problem: problem.order))
