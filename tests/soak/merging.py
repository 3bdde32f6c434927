"""Random pairs of edits on two copies of one project, merged: what either did is there, or a conflict says so."""

import random

from forms.answers import Answer
from forms.document import Snapshot
from forms.fieldpath import cell_path, parse
from forms.merge import merge
from tests.forms.edits import CELLS, TABLES, VALUES, base_snapshot, kept, rows_of
from tests.forms.test_merge_laws import in_conflict, is_told
from tests.soak.outcome import Outcome, Rounds


def merging(most: int, seconds: float) -> Outcome:
    rounds, base = Rounds("merging", most, seconds), base_snapshot()
    for number in rounds:
        rng = random.Random(number)
        mine, theirs = _worked_on(base, rng, "a"), _worked_on(base, rng, "b")
        merged = merge(base, mine, theirs)
        told = in_conflict(merged)
        rounds.saw("with a conflict" if told else "without a conflict")
        _expect_answers(rounds, number, [base, mine, theirs, merged.snapshot], told)
        _expect_rows(rounds, number, [base, mine, theirs, merged.snapshot], told)
    return rounds.outcome


def _worked_on(base: Snapshot, rng: random.Random, name: str) -> Snapshot:
    made = base
    for step in range(rng.randint(1, 6)):
        made = rng.choice((_answered, _row_added, _row_removed, _cell_changed))(made, rng, f"{name}{step}")
    return made


def _answered(made: Snapshot, rng: random.Random, key: str) -> Snapshot:
    del key
    document, path = rng.choice(list(VALUES))
    return made.with_changes({document: {path: Answer(rng.choice(VALUES[document, path]))}})


def _row_added(made: Snapshot, rng: random.Random, key: str) -> Snapshot:
    (document, table), columns = rng.choice(list(TABLES.items()))
    rows = [*rows_of(made, (document, table))]
    rows.insert(rng.randint(0, len(rows)), key)
    cells = {cell_path(table, key, column): Answer(rng.choice(CELLS)) for column in columns}
    return made.with_changes({document: {table: Answer(tuple(rows)), **cells}})


def _row_removed(made: Snapshot, rng: random.Random, key: str) -> Snapshot:
    del key
    (document, table), columns = rng.choice(list(TABLES.items()))
    rows = [*rows_of(made, (document, table))]
    if not rows:
        return made
    gone = rows.pop(rng.randrange(len(rows)))
    cells = dict.fromkeys(cell_path(table, gone, column) for column in columns)
    return made.with_changes({document: {table: Answer(tuple(rows)) if rows else None, **cells}})


def _cell_changed(made: Snapshot, rng: random.Random, key: str) -> Snapshot:
    del key
    (document, table), columns = rng.choice(list(TABLES.items()))
    rows = rows_of(made, (document, table))
    if not rows:
        return made
    return made.with_changes(
        {document: {cell_path(table, rng.choice(rows), rng.choice(columns)): Answer(rng.choice(CELLS))}}
    )


def _expect_answers(rounds: Rounds, number: int, sides: list[Snapshot], told) -> None:
    places = [kept(side) for side in sides]
    for place in set().union(*places) - set(TABLES):
        before, own, other, found = (side.get(place) for side in places)
        if not is_told(place, told):
            rounds.expect(number, found == (other if own == before else own), f"{place} has {found}")
            rounds.expect(number, own in {before, other} or other == before, f"{place} differs and nobody says so")


def _expect_rows(rounds: Rounds, number: int, sides: list[Snapshot], told) -> None:
    for place in TABLES:
        before, own, other, found = (set(rows_of(side, place)) for side in sides)
        disputed = {parse(path).row for document, path in told if (document, parse(path).field) == place}
        if place in told and not own:
            continue
        wanted = {key for key in before | own | other if (key in own and key in other) or key not in before}
        rounds.expect(number, found - disputed == wanted - disputed, f"{place} has rows {found}, not {wanted}")
