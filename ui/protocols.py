"""What the window needs from the floors round it: which file is open, which dossiers there are, what the checks say."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from forms.document import Snapshot
    from forms.problems import Problem
    from forms.project import Project

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
