"""`cerulean demo`: the main job from end to end, on the sample projects, with what each step took."""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop import PROGRAM, samples
from desktop.cli.checking import check_line
from desktop.cli.terminal import size_text
from desktop.folders import folders
from desktop.settings import read_settings
from desktop.workspace import SUFFIX, author
from forms import store
from forms.errors import Refused
from forms.quantities import format_number
from forms.rules import check
from forms.said import said
from reports.dossier import dossiers_of, file_name, print_dossier

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from forms.document import Snapshot
    from forms.rules import CheckResult


@dataclass
class Stopwatch:
    """Seconds since it was made."""

    started: float

    def __str__(self) -> str:
        return f"{time.perf_counter() - self.started:.2f} s"


def show(folder: Path, *, say: Callable[[str], None]) -> Path:
    """Write, check, calculate and print both samples; returns the first project file.

    Raises:
        Refused: the folder cannot be written to, or holds a sample that was worked on.
    """
    watch = Stopwatch(time.perf_counter())
    _make(folder)
    say(f"{PROGRAM}: from project to dossier, in {folder.absolute()}")
    files = [_show_sample(sample, folder, say) for sample in samples.samples()]
    say("")
    say(f"Files in {folder.absolute()}, done in {watch}:")
    for file in sorted(folder.iterdir()):
        say(f"  {size_text(file.stat().st_size):>8}  {file.name}")
    return files[0]


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        msg = said("The folder {folder} cannot be made: {cause}.", folder=folder, cause=error.strerror or error)
        raise Refused(msg, said("Name a folder that can be written to.")) from error


def _show_sample(sample: samples.Sample, folder: Path, say: Callable[[str], None]) -> Path:
    say("")
    say(f"{sample.title} ({sample.form_id} {sample.form_version})")
    file = folder / f"{sample.id}{SUFFIX}"
    with _timed(say) as step:
        step(f"project    {_written(sample, file)}")
    with _timed(say) as step:
        snapshot = store.read(file).snapshot
        step(f"opened     {sum(map(len, snapshot.answers.values())):,} answers")
    with _timed(say) as step:
        step(f"calculated {_reductions(snapshot)}")
    with _timed(say) as step:
        result = check(snapshot)
        step(f"checked    {check_line(result)}")
    for kind in dossiers_of(snapshot):
        with _timed(say) as step:
            target = folder / file_name(kind, snapshot, is_draft=bool(result.errors))
            built = print_dossier(kind, snapshot, target, checked=result)
            step(f"printed    {kind.title}: {built.pages} pages{_standing(result)}")
    return file


def _written(sample: samples.Sample, file: Path) -> str:
    content = samples.content(sample.id)
    if not file.exists():
        store.create(file, content, author(read_settings(folders().settings)))
        return file.name
    if store.read(file).snapshot.answers != content.snapshot.answers:
        msg = said("{file} was worked on since an earlier demo.", file=file)
        raise Refused(msg, said("Name another folder, or move that file away."))
    return f"{file.name} (there already)"


def _reductions(snapshot: Snapshot) -> str:
    results = snapshot.results
    total, average = results.printed_total.reductions, results.printed_average
    if total is None or average is None:
        return f"nothing yet: {len(results.missing)} inputs are missing"
    return f"{format_number(total)} tCO2e in {len(results.rows)} rows, {format_number(average)} a year on average"


def _standing(result: CheckResult) -> str:
    return " (DRAFT)" if result.errors else ""


@contextmanager
def _timed(say: Callable[[str], None]) -> Iterator[Callable[[str], None]]:
    """Say what a step came to, with the time that it took."""
    watch = Stopwatch(time.perf_counter())
    lines: list[str] = []
    yield lines.append
    for line in lines:
        say(f"  {watch!s:>7}  {line}")
