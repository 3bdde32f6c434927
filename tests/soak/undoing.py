"""Random operations with saves and openings in between, then undone to the start: nothing of them is left."""

import random
import tempfile
from pathlib import Path

from forms.document import FACTS_DOCUMENT, blank_snapshot
from forms.exchange import Content
from forms.project import Project
from forms.store import WorkingCopy
from tests.soak.outcome import Outcome, Rounds
from tests.soak.subjects import AUTHOR, followed

TEXTS = {
    "P.title": ("Wind", "Los Cocos – вітер", ""),
    "P.location": ("Dry plain.", "- one\n- **two**", ""),
    "P.capacity": ("25.20", "0", "1,000.5", ""),
    "P.crediting.start": ("2013-01-01", "2020-02-29", ""),
    "P.crediting.length": ("7 years", "10 years 3 months", ""),
    "P.uses_public_funding": ("yes", "no", ""),
}
TABLES = {"P.earlier": "programme", "P.participants": "entity", "P.sites": "note"}


def undoing(most: int, seconds: float) -> Outcome:
    """One walk of `most` operations, at most 900: a file keeps the last thousand edits to be undone."""
    rounds = Rounds("undoing", min(most, 900), seconds)
    blank = blank_snapshot("cdm_pdd", "12.0")
    with tempfile.TemporaryDirectory() as folder:
        file, state = Path(folder) / "wind.cerulean", Path(folder) / "state"
        copy = WorkingCopy.new(Content(blank), state, AUTHOR)
        copy.publish_as(file)
        project, states = followed(copy), [_kept(blank)]
        for number in rounds:
            rng = random.Random(number)
            _operate(project, rng)
            project.settle()
            if _kept(project.snapshot) != states[-1]:
                states.append(_kept(project.snapshot))
            if number % 50 == 49:
                copy.publish()
                copy.close()
                copy = WorkingCopy.open(file, state, AUTHOR)
                project = followed(copy)
                rounds.expect(number, _kept(project.snapshot) == states[-1], "another state was opened than saved")
                rounds.saw("openings")
        _undo(rounds, project, states)
        copy.close(discard=True)
    return rounds.outcome


def _operate(project: Project, rng: random.Random) -> None:
    path, table = rng.choice(list(TEXTS)), rng.choice(list(TABLES))
    rows = project.read.rows(table)
    match rng.randrange(6):
        case 0 | 1:
            project.type_in(FACTS_DOCUMENT, path, rng.choice(TEXTS[path]))
        case 2:
            project.blank(FACTS_DOCUMENT, path, f"Reason {rng.randrange(9)}.")
        case 3:
            with project.edit("Add row"):
                key = project.add_row(FACTS_DOCUMENT, table)
                project.type_in(FACTS_DOCUMENT, f"{table}[{key}].{TABLES[table]}", rng.choice("abc"))
        case 4 if rows:
            project.move_row(FACTS_DOCUMENT, table, rng.choice(rows), rng.randrange(len(rows)))
        case 5 if rows:
            project.remove_row(FACTS_DOCUMENT, table, rng.choice(rows))


def _undo(rounds: Rounds, project: Project, states: list[dict[str, object]]) -> None:
    """Undo to the start, through every state in turn."""
    undone = 0
    while project.undo():
        undone += 1
        now = _kept(project.snapshot)
        rounds.expect(undone, now in states, "undo led to a state that never was")
    rounds.outcome.seen["undone"] = undone
    rounds.expect(undone, _kept(project.snapshot) == states[0], "something is left after everything was undone")


def _kept(snapshot) -> dict[str, object]:
    return {name: dict(answers) for name, answers in snapshot.answers.items() if answers}
