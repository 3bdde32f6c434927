"""PDFs in a process of its own, so that its peak of memory is its own: `one_build KIND TIMES`.

It builds twice. The first build also reads fonts and draws formulas and maps for the first time; the second shows
what setting, structure and archive cost. Seconds are those of the processor, so that they say the same on a machine
that does something else beside.
"""

import datetime as dt
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from forms.blocks import Block
from forms.document import Reader, Snapshot
from forms.rules import CheckResult, check
from forms.views.fields import field_blocks
from tests.benchmarks.memory import megabytes
from tests.benchmarks.subjects import content, lengthened


def main(kind: str, times: int) -> None:
    snapshot = lengthened(content().snapshot, times)
    # Neither the calculation nor the check is what is measured here.
    checked = check(snapshot)
    build = BUILDS[kind]
    started = megabytes()
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "built.pdf"
        (first, pages), (again, _) = (timed(lambda: build(snapshot, target, checked)) for _ in "12")
    made = {"first": first, "again": again, "pages": pages, "started": started, "megabytes": megabytes()}
    print(json.dumps(made))


def timed(work: Callable[[], int]) -> tuple[float, int]:
    """Seconds of the processor that it takes, and what it returns."""
    started = time.process_time()
    made = work()
    return time.process_time() - started, made


def print_dossier(snapshot: Snapshot, target: Path, checked: CheckResult) -> int:
    """The dossier as it is printed for the user."""
    from reports import dossier

    return dossier.print_dossier(dossier.dossiers_of(snapshot)[0], snapshot, target, checked=checked).pages


def print_plainly(snapshot: Snapshot, target: Path, _checked: CheckResult) -> int:
    """The words of the dossier, by ReportLab alone."""
    from tests.benchmarks import plain_pdf

    return plain_pdf.build(plain_pdf.story(Reader(snapshot)), target)


def set_narratives(snapshot: Snapshot, target: Path, _checked: CheckResult) -> int:
    """Nothing but paragraphs, lists and tables, as an archive with structure: no pictures, no formulas, no form."""
    from reports.build import build_pdf
    from reports.elements import flowables_of
    from reports.layout import Furniture

    def story():
        return [made for block in narratives(snapshot) for made in flowables_of(block)]

    date = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    return build_pdf(story, target, title="Text", author="Text", date=date, furniture=Furniture()).pages


def set_narratives_plainly(snapshot: Snapshot, target: Path, _checked: CheckResult) -> int:
    """The same paragraphs, lists and tables, by ReportLab alone."""
    from tests.benchmarks import plain_pdf

    return plain_pdf.build(plain_pdf.flowables(narratives(snapshot), plain_pdf.WIDTH), target)


def narratives(snapshot: Snapshot) -> list[Block]:
    """Every narrative of the form, one after the other."""
    read = Reader(snapshot)
    fields = read.form(read.main).fields.values()
    return [block for field in fields if field.type == "prose" for block in field_blocks(read, read.main, field)]


BUILDS = {
    "dossier": print_dossier,
    "plain dossier": print_plainly,
    "text": set_narratives,
    "plain text": set_narratives_plainly,
}

if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
