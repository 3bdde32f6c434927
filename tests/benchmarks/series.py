"""What one edit of a calculation costs, a load curve from a file, and the list of methodologies."""

import time
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import partial
from itertools import count
from typing import Any

from desktop.samples import content
from forms.answers import Answer
from forms.fieldpath import matrix_path
from forms.inputs import asked_parameters
from forms.methodologies import Methodology
from forms.methodologies.heads import heads
from forms.project import Project
from forms.series import place, propose, read_series, read_sheets, target_field, targets_of
from tests.benchmarks.figures import Figure, milliseconds
from tests.benchmarks.large_calculations import HOURS as GRID_HOURS
from tests.benchmarks.large_calculations import grid

HOURS = 8760
PLACE = ("inputs_m1", "I.EG_system.value")


def run() -> list[Figure]:
    return [*edits(), *edits_beside_loads(), *load_curve(), list_of_methodologies()]


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


def edits_beside_loads() -> Iterator[Figure]:
    """What an edit costs in a project with the hourly loads of three years: beside them, and of one of them."""
    project, document = project_of(*grid(plants=5))
    hour = next(place for place in project.snapshot.of(document) if place.startswith("I.EL.value["))
    numbers = count(1)

    def edit(path: str) -> None:
        project.set(document, path, Decimal(next(numbers)) / 1000)
        project.snapshot.results.total  # noqa: B018

    for words, path, aim in (("of a factor", "I.EF_BM_published.value", 5), ("of one load", hour, 25)):
        for name, clock in (("", time.perf_counter), (", processor time", time.process_time)):
            spent = milliseconds(partial(edit, path), clock=clock)
            yield Figure(f"Edit {words}, TOOL07 with {3 * GRID_HOURS:,} hourly loads{name}", spent, "ms", aim=aim)


def project_of(tool: Methodology, given: Mapping[str, Any]) -> tuple[Project, str]:
    """A project that applies a tool with what is given to it, and the document of its inputs."""
    project = Project.new("cdm_pdd", "12.0")
    table = {"P.methodologies": ("m1",), "P.methodologies[m1].code": tool.code}
    table["P.methodologies[m1].version"] = tool.version
    project.put_all("facts", {path: Answer(value) for path, value in table.items()}, "given")
    places: dict[str, Any] = {f"I.options.{name}": code for name, code in given["options"].items()}
    keys = {name: {member: f"{name}{at}" for at, member in enumerate(all_)} for name, all_ in given["sets"].items()}
    for name, rows in keys.items():
        places |= {f"I.sets.{name}": tuple(rows.values())}
        places |= {f"I.sets.{name}[{key}].name": member for member, key in rows.items()}
    for asked in asked_parameters(tool):
        cells = given["values"].get(asked.parameter.symbol, {})
        read = Decimal if asked.parameter.is_number else str
        for index, value in cells.items() if isinstance(cells, dict) else [("", cells)]:
            members = zip(asked.indices, index.split(","), strict=True) if index else ()
            places[matrix_path(asked.path, tuple(keys[name][member] for name, member in members))] = read(value)
    project.put_all("inputs_m1", {path: Answer(value) for path, value in places.items()}, "given")
    return project, "inputs_m1"


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
