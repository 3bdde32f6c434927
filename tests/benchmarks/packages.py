"""A project with 40 attached files of 5 MB: packed for a recipient, exported and saved, beside plain copies."""

import json
import random
import tempfile
import time
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from forms import store
from forms.answers import Answer
from forms.document import FACTS_DOCUMENT, Snapshot
from forms.evidence import Attachment, attachment
from forms.exchange import Content
from forms.fieldpath import cell_path
from tests.benchmarks.figures import Figure
from tests.benchmarks.files import AUTHOR
from tests.benchmarks.subjects import content, run_python

FILES, SIZE = 40, 5 * 1024**2
AIM, AIM_OF_MEMORY = 15, 300
WORKS = {
    "package": f"Package of {FILES} files of {SIZE // 1024**2} MB",
    "export": "Archive of the same project",
    "save": "Opening, one edit and saving of the same project",
}


def run() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        return list(_figures(Path(folder)))


def _figures(folder: Path) -> Iterator[Figure]:
    file = folder / "project.cerulean"
    copied = make(file, folder / "plain.zip")
    for work, name in WORKS.items():
        done = json.loads(run_python("-P", "-m", "tests.benchmarks.one_package", work, str(file), str(folder / work)))
        aim = AIM if work == "package" else None
        yield Figure(name, done["seconds"], "s", copied, "a ZIP of the same files", aim)
        yield Figure(f"{name}, peak memory", done["megabytes"], "MB", done["started"], "at its start", AIM_OF_MEMORY)


def make(file: Path, plain: Path) -> float:
    """Write the project file; returns the seconds that a plain ZIP of its files takes."""
    snapshot = with_files(content().snapshot, [noise(number) for number in range(FILES)])
    store.create(file, Content(snapshot), AUTHOR)
    started = time.perf_counter()
    with zipfile.ZipFile(plain, "w") as archive:
        for carried in snapshot.attachments.values():
            archive.writestr(carried.name, carried.content)
    return time.perf_counter() - started


def noise(number: int) -> Attachment:
    """A file that nothing makes smaller."""
    return attachment(f"record_{number:02}.bin", random.Random(number).randbytes(SIZE))


def with_files(snapshot: Snapshot, files: list[Attachment]) -> Snapshot:
    """The project with the files in its list of evidence."""
    rows = {f"b{number}": carried for number, carried in enumerate(files)}
    known = snapshot.of(FACTS_DOCUMENT).value("P.evidence") or ()
    answers = {"P.evidence": Answer((*known, *rows))}
    for key, carried in rows.items():
        answers[cell_path("P.evidence", key, "title")] = Answer(carried.name)
        answers[cell_path("P.evidence", key, "file")] = Answer(carried.sha256)
    carried_all = {**snapshot.attachments, **{carried.sha256: carried for carried in files}}
    return replace(snapshot.with_changes({FACTS_DOCUMENT: answers}), attachments=carried_all)
