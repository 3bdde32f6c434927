"""The whole check of a project, and the check again after one edit."""

from functools import partial

from forms.document import Reader, Snapshot
from forms.project import Project
from forms.rules import Checker, check
from tests.benchmarks.figures import Figure, milliseconds
from tests.benchmarks.subjects import answer_count, content

# A narrative, a fact that enters no equation, one that enters many, and an input of the calculation.
EDITS = {
    "a narrative": ("cdm_pdd", "A.1.purpose", "The plant generates power from wind, take {}."),
    "a name": ("facts", "P.town", "Juancho {}"),
    "the crediting period": ("facts", "P.crediting.length", "{} years"),
    "an input": ("inputs_m1", "I.EG_facility.value", "7{}400"),
}


def run() -> list[Figure]:
    snapshot = content().snapshot
    reading = milliseconds(lambda: read_everything(afresh(snapshot)))
    count = answer_count(snapshot)
    full = milliseconds(lambda: check(afresh(snapshot)))
    return [
        Figure(f"Full check, {count:,} answers", full, "ms", reading, "reading each answer once", aim=500),
        *(again(name, *edit, full=full) for name, edit in EDITS.items()),
    ]


def afresh(snapshot: Snapshot) -> Snapshot:
    """Without what an earlier check has worked out."""
    return snapshot.with_changes({name: {} for name in snapshot.answers})


def read_everything(snapshot: Snapshot) -> None:
    read = Reader(snapshot)
    for document, answers in snapshot.answers.items():
        for path in answers:
            read.answer(document, path)


def again(name: str, document: str, path: str, words: str, *, full: float) -> Figure:
    """The check after an edit, which hears of it as in the window."""
    project, checker = Project(content().snapshot), Checker()
    project.listen(lambda edit, _: checker.note(edit))
    checker.check(project.snapshot)
    values = iter(range(1, 1000))

    def edit_and_check() -> None:
        project.type_in(document, path, words.format(next(values) % 8 + 1))
        checker.check(project.snapshot)

    time = milliseconds(partial(edit_and_check))
    return Figure(f"Check again after {name}, {checker.last_run} rules", time, "ms", full, "full check", aim=50)
