"""Opening, editing and saving a project, beside the bare database."""

import sqlite3
import tempfile
from pathlib import Path

from forms import store
from forms.exchange import answer_text, answer_to_data
from forms.project import Project
from tests.benchmarks.figures import Figure, milliseconds
from tests.benchmarks.subjects import answer_count, content

AUTHOR = store.Author("Benchmark", "here", "Cerulean")
Rows = list[tuple[str, str, str]]


def run() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        return list(_figures(Path(folder)))


def _figures(folder: Path):
    file, state = folder / "project.cerulean", folder / "state"
    store.create(file, content(), AUTHOR)
    rows, count = as_rows(), f"{answer_count(content().snapshot):,} answers"
    writing = milliseconds(lambda: write_plainly(folder / "plain.db", rows))
    reading = milliseconds(lambda: read_plainly(folder / "plain.db"))
    opening = milliseconds(lambda: store.WorkingCopy.open(file, state, AUTHOR).close(discard=True))
    yield Figure(f"Open a project, {count}", opening, "ms", reading, "bare SQLite: read as many rows")
    editing, saving = edit_and_save(file, state)
    yield Figure("Commit one edit", editing, "ms", commit_plainly(folder / "plain.db"), "bare SQLite: commit one row")
    yield Figure(f"Save a project, {count}", saving, "ms", writing, "bare SQLite: write as many rows")


def edit_and_save(file: Path, state: Path) -> tuple[float, float]:
    """Milliseconds of an edit, which is on the disk when it ends, and of a save with one edit."""
    copy = store.WorkingCopy.open(file, state, AUTHOR)
    project = Project(copy.content.snapshot)
    copy.follow(project)
    numbers = iter(range(10_000))

    def edit() -> None:
        project.type_in("facts", "P.town", f"Juancho {next(numbers)}")

    def edit_and_publish() -> None:
        edit()
        copy.publish()

    editing = milliseconds(edit)
    saving = milliseconds(edit_and_publish) - editing
    copy.close(discard=True)
    return editing, saving


def as_rows() -> Rows:
    snapshot = content().snapshot
    return [
        (document, path, answer_text(answer_to_data(answer)))
        for document, answers in snapshot.answers.items()
        for path, answer in answers.items()
    ]


def write_plainly(file: Path, rows: Rows) -> None:
    """A new database with these rows and the attachments, on the disk when this ends."""
    file.unlink(missing_ok=True)
    with sqlite3.connect(file) as database:
        database.execute("CREATE TABLE answer (document TEXT, path TEXT, answer TEXT, PRIMARY KEY (document, path))")
        database.execute("CREATE TABLE attachment (content BLOB)")
        database.executemany("INSERT INTO answer VALUES (?, ?, ?)", rows)
        contents = [(attached.content,) for attached in content().snapshot.attachments.values()]
        database.executemany("INSERT INTO attachment VALUES (?)", contents)
    database.close()


def read_plainly(file: Path) -> None:
    database = sqlite3.connect(file)
    database.execute("SELECT * FROM answer").fetchall()
    database.execute("SELECT * FROM attachment").fetchall()
    database.close()


def commit_plainly(file: Path) -> float:
    database = sqlite3.connect(file)

    def commit() -> None:
        with database:
            database.execute("UPDATE answer SET answer = answer || ' ' WHERE path = 'P.town'")

    time = milliseconds(commit)
    database.close()
    return time
