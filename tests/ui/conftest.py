"""The real core behind real widgets; fakes only for asking the user, for dossiers and for files."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from forms.errors import UserError
from forms.freezing import freeze
from forms.problems import Problem, Severity
from forms.project import Project
from forms.revisions import marked
from tests.ui.messages import FakeMessages
from ui.binding import DocumentBinding
from ui.editors import Editor, Spot, accessible_name, editor_for
from ui.garbage import Garbage
from ui.jobs import Jobs
from ui.main_window import MainWindow
from ui.style import current_theme
from ui.style.fonts import load_fonts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from forms.definition import Field
    from forms.document import Snapshot
    from forms.revisions import Mark, Revision

FORM = ("ji_ssc_pdd", "01.1")
FROZEN_AT = dt.datetime(2026, 3, 14, 15, 9, tzinfo=dt.UTC)
MAIN = FORM[0]


class FakeSharing:
    """Nobody else has a copy, and there is no earlier one."""

    def backups(self) -> tuple[()]:
        return ()

    def later_forms(self) -> tuple[()]:
        return ()


@dataclass
class FakeWorkspace:
    """Keeps a project in memory; `save_as` writes an empty file."""

    project: Project | None = None
    path: Path | None = None
    edits_since_save: int = 0
    notices: tuple[str, ...] = ()
    opened: list[Path] = field(default_factory=list)
    person: str = "Ana"
    backup_trouble: str = ""
    revisions: tuple[Revision, ...] = ()
    sharing: FakeSharing = field(default_factory=FakeSharing)

    @property
    def is_for_review(self) -> bool:
        return self.project is not None and not self.project.may_change("facts")

    def freeze(self, note: str, mark: Mark = "") -> Revision:
        made = freeze(self.revisions, self.project.snapshot, FROZEN_AT, self.person, note, mark)
        self.revisions = (*self.revisions, made)
        self.edits_since_save += 1
        return made

    def mark_revision(self, number: int, mark: Mark) -> None:
        self.revisions = marked(self.revisions, number, mark)

    def open_to_review(self, path: Path) -> None:
        self.opened.append(path)
        self._take(Project(Project.new(*FORM).snapshot, only=["review"]))

    @property
    def is_modified(self) -> bool:
        return self.edits_since_save > 0

    def new(self, form_id: str, version: str, title: str) -> None:
        self._take(Project.new(form_id, version))
        if title:
            self.project.type_in("facts", "P.title", title)
        self.edits_since_save = 0

    def open(self, path: Path) -> None:
        if not path.exists():
            raise UserError("There is no such file.", "Choose another.")
        self.opened.append(path)
        self._take(Project.new(*FORM))
        self.path = path

    def save(self) -> None:
        self.edits_since_save = 0

    def save_as(self, path: Path) -> None:
        path.write_bytes(b"")
        self.path = path
        self.save()

    def recent(self) -> list[Path]:
        return self.opened[:]

    def samples(self) -> list[tuple[str, str]]:
        return [("one", "A sample project")]

    def open_sample(self, sample_id: str) -> None:
        self.new(*FORM, f"sample {sample_id}")

    def import_from(self, source: Path) -> None:
        self.open(source)

    def export(self, target: Path) -> None:
        target.write_text("{}")

    def revert(self) -> None:
        self.open(self.path)

    def close(self, *, discard_edits: bool = False) -> None:
        del discard_edits
        self.project, self.path, self.edits_since_save = None, None, 0

    def recoverable(self) -> tuple[()]:
        return ()

    def recover(self, leftover: object) -> None:
        raise NotImplementedError

    def discard(self, leftover: object) -> None:
        raise NotImplementedError

    def _take(self, project: Project) -> None:
        self.project, self.path, self.edits_since_save = project, None, 0
        project.listen(self._count)

    def _count(self, edit: object, initiator: object) -> None:
        del edit, initiator
        self.edits_since_save += 1


@dataclass(frozen=True)
class Built:
    anchors: Mapping[str, tuple[int, float]]


class FakeDossiers:
    """Prints a document of two blank pages."""

    def __init__(self) -> None:
        self.orders: list[tuple[str, Path, bool, str]] = []

    def all(self, snapshot: Snapshot) -> list[tuple[str, str]]:
        del snapshot
        return [("pdd", "Project design document"), ("annex", "Annex for the host country")]

    def build(self, snapshot: Snapshot, kind: str, target: Path, draft: bool, container: str, progress) -> Built:
        del snapshot
        progress(1, 2, "Setting pages")
        self.orders.append((kind, target, draft, container))
        target.write_bytes(two_pages())
        return Built({"A.1": (1, 700.0), "A.2": (2, 400.0)})


def two_pages() -> bytes:
    """A PDF of two empty A4 pages."""
    from io import BytesIO

    import pypdfium2

    document, out = pypdfium2.PdfDocument.new(), BytesIO()
    for _ in range(2):
        document.new_page(595, 842).close()
    document.save(out)
    document.close()
    return out.getvalue()


@dataclass(frozen=True)
class Found:
    problems: tuple[Problem, ...]


class FakeChecker:
    """Reports what a test tells it to."""

    def __init__(self) -> None:
        self.problems: tuple[Problem, ...] = ()

    def check(self, snapshot: Snapshot) -> Found:
        del snapshot
        return Found(self.problems)


@pytest.fixture
def problem() -> Callable[..., Problem]:
    """Makes problems of a rule that nobody knows."""

    def make(
        path: str, *, document: str = MAIN, severity: Severity = Severity.ERROR, message: str = "Wrong."
    ) -> Problem:
        return Problem("T-01", severity, document, path, message, "Mend it.", "test")

    return make


@dataclass(frozen=True)
class FakePreference:
    key: str
    label: str
    help: str = "What it does."
    kind: str = "text"
    choices: tuple[tuple[str, str], ...] = ()


@dataclass
class FakePreferences:
    """Preferences in memory."""

    kept: dict[str, str] = field(default_factory=lambda: {"look": "light", "scale": "1.0", "container": "a3"})

    def offered(self) -> list[FakePreference]:
        return [
            FakePreference("name", "Your name"),
            FakePreference("look", "Colours", kind="choice", choices=(("light", "Light"), ("dark", "Dark"))),
            FakePreference("scale", "Size", kind="choice", choices=(("1.0", "100 %"), ("1.5", "150 %"))),
            FakePreference("container", "Built as", kind="choice", choices=(("a3", "A-3"), ("a2", "A-2"))),
            FakePreference("dossier_folder", "Folder for dossiers", kind="folder"),
        ]

    def value(self, key: str) -> str:
        return self.kept.get(key, "")

    def prefer(self, key: str, value: str) -> None:
        self.kept[key] = value


@dataclass
class Office:
    """A window with everything round it."""

    window: MainWindow
    workspace: FakeWorkspace
    jobs: Jobs
    messages: FakeMessages
    dossiers: FakeDossiers
    checker: FakeChecker
    preferences: FakePreferences

    @property
    def project(self) -> Project:
        return self.workspace.project

    def is_idle(self) -> None:
        assert self.jobs.is_idle

    def check(self, qtbot, *problems: Problem) -> None:
        self.checker.problems = problems
        self.window.actions_by_id["check"].trigger()
        qtbot.waitUntil(self.is_idle)


@pytest.fixture(scope="session", autouse=True)
def look(qapp) -> Iterator[None]:
    garbage = Garbage(qapp)
    folder = Path(__file__).parents[2] / "reports" / "fonts"
    load_fonts(sorted(folder.glob("*.ttf")))
    current_theme()
    yield
    garbage.stop()


@pytest.fixture
def project() -> Project:
    return Project.new(*FORM)


@pytest.fixture
def binding(project, qapp) -> Iterator[DocumentBinding]:
    made = DocumentBinding(project)
    yield made
    made.detach()


@pytest.fixture
def messages() -> FakeMessages:
    return FakeMessages()


@pytest.fixture
def edit(qtbot, binding, messages) -> Callable[..., Editor]:
    """An editor alone: `edit("A.1.title")`, or of another document, or for a field of one's own."""

    def make(path: str, document: str = MAIN, asked: Field | None = None) -> Editor:
        found = asked or binding.read.field(document, path)
        name = accessible_name(found.label, found.unit)
        editor = editor_for(Spot(binding, messages, document, path, found, name))
        qtbot.addWidget(editor)
        editor.show()
        return editor

    return make


@pytest.fixture
def office(qtbot, qapp) -> Iterator[Office]:
    """A window with a blank project, checked once."""
    workspace, jobs, messages = FakeWorkspace(), Jobs(), FakeMessages()
    workspace.new(*FORM, "")
    dossiers, checker, preferences = FakeDossiers(), FakeChecker(), FakePreferences()
    window = MainWindow(workspace, jobs, messages, dossiers, checker, preferences)
    qtbot.addWidget(window)
    window.show()
    made = Office(window, workspace, jobs, messages, dossiers, checker, preferences)
    qtbot.waitUntil(made.is_idle)
    yield made
    workspace.edits_since_save = 0
    window.close()
    jobs.stop()
