"""What one edit of a calculation costs, a load curve from a file, and the list of methodologies."""

import time
from decimal import Decimal
from typing import Any

from desktop.samples import content
from forms.methodologies.heads import heads
from forms.project import Project
from forms.series import place, propose, read_series, read_sheets, target_field, targets_of
from tests.benchmarks.figures import Figure, milliseconds

HOURS = 8760
PLACE = ("inputs_m1", "I.EG_system.value")


def run() -> list[Figure]:
    return [*edits(), *load_curve(), list_of_methodologies()]


def edits() -> list[Figure]:
    """What an edit costs until the figures stand again."""
    project = Project(content("los_cocos").snapshot)
    whole = milliseconds(lambda: calculate_again(project))
    generation = milliseconds(lambda: edit_generation(project))
    words = milliseconds(lambda: edit_words(project))
    processor = milliseconds(lambda: edit_generation(project), clock=time.process_time)
    return [
        Figure("Edit of an input, ACM0002 with TOOL07", generation, "ms", whole, "everything from nothing", aim=5),
        Figure("Edit of an input, ACM0002 with TOOL07, processor time", processor, "ms", aim=5),
        Figure("Edit of a text, the same project", words, "ms", whole, "everything from nothing", aim=5),
    ]


def calculate_again(project: Project) -> None:
    """Without anything that is known already."""
    snapshot = project.snapshot
    type(snapshot)(snapshot.heads, snapshot.answers).results.total  # noqa: B018


def edit_generation(project: Project) -> None:
    answer = project.read.value("I.EG_facility.value", "inputs_m1")
    project.set("inputs_m1", "I.EG_facility.value", Decimal(74200) if answer != 74200 else Decimal(74201))
    project.snapshot.results.total  # noqa: B018


def edit_words(project: Project) -> None:
    title = project.read.text("P.title")
    project.type_in("facts", "P.title", "Los Cocos" if title != "Los Cocos" else "Los Cocos Wind Farm")
    project.snapshot.results.total  # noqa: B018


def load_curve() -> list[Figure]:
    """A file of hourly loads: read, and put into the project as one step."""
    project = Project(content("los_cocos").snapshot)
    text = "Hour;Load [GWh]\n" + "".join(f"{hour};{hour % 977},25\n" for hour in range(1, HOURS + 1))
    field = target_field(project.read, *PLACE)
    targets = targets_of(project.read, PLACE[0], field)

    def read() -> Any:
        sheet = read_sheets("load.csv", text.encode())[0]
        return read_series(sheet, propose(sheet, targets), targets)

    series = read()

    def put() -> None:
        project.put_all(PLACE[0], place(project.read, PLACE[0], field, series, file="load.csv").answers, "Import")
        project.undo()

    split = milliseconds(lambda: [line.split(";") for line in text.splitlines()])
    return [
        Figure(f"Load curve of {HOURS:,} hours, read with every check", milliseconds(read), "ms", split, "lines split"),
        Figure("The same put into a project as one step, and undone", milliseconds(put, times=5), "ms"),
    ]


def list_of_methodologies() -> Figure:
    def once() -> None:
        heads.cache_clear()
        heads()

    return Figure(f"List of {len(heads())} methodologies, heads alone", milliseconds(once), "ms", aim=50)
