"""Random work on a small project, as two people do it on two copies: for the laws of comparing and merging."""

from decimal import Decimal
from functools import cache

import hypothesis.strategies as st

from forms.answers import Answer, Answers, Origin
from forms.document import FACTS_DOCUMENT, Snapshot, blank_snapshot
from forms.fieldpath import cell_path
from forms.prose import parse_markdown

FORM = "cdm_pdd"
# Few places and few values, so that two people often meet.
VALUES = {
    (FACTS_DOCUMENT, "P.title"): ["Wind", "Wind farm", "Wind park"],
    (FACTS_DOCUMENT, "P.capacity"): [Decimal("25.2"), Decimal("25.20"), Decimal("30")],
    (FACTS_DOCUMENT, "P.location"): [
        parse_markdown(text) for text in ("Dry plain.", "A dry plain.\n\n- one", "# Plain")
    ],
    (FORM, "B.5.common_practice_conclusion"): [parse_markdown(text) for text in ("Not common.", "Not **common**.")],
    ("inputs_m1", "I.EG.value[gas,2007]"): [Decimal(1), Decimal(2)],
    (FACTS_DOCUMENT, "Z.unknown"): ["kept"],
}
TABLES = {
    (FACTS_DOCUMENT, "P.participants"): ("entity", "contact"),
    (FACTS_DOCUMENT, "P.sites"): ("name", "note"),
    (FORM, "Z.9.unknown"): ("text", "more"),
}
CELLS = ["Ana", "Bo", "Cem"]
ROWS = ("r1", "r2", "r3", "r4")


@cache
def base_snapshot():
    """A project with something in most places, and four rows in each table."""
    answers = {}
    for document, path in list(VALUES)[:3]:
        answers.setdefault(document, {})[path] = Answer(VALUES[document, path][0])
    for (document, table), columns in TABLES.items():
        places = answers.setdefault(document, {})
        places[table] = Answer(ROWS)
        places |= {cell_path(table, key, column): Answer("Ana") for key in ROWS[:3] for column in columns}
    heads = blank_snapshot(FORM, "12.0").heads
    return Snapshot(heads, {name: Answers(places) for name, places in answers.items()})


def rows_of(snapshot, place):
    return list(snapshot.of(place[0]).rows(place[1]))


def ordered(snapshot, place, rows, cells=()):
    """The snapshot with this order of rows, and cells by path."""
    document, table = place
    order = Answer(tuple(rows)) if rows else None
    return snapshot.with_changes({document: {table: order, **dict(cells)}})


@st.composite
def worked_on(draw, snapshot, name, *, most=5, tables=tuple(TABLES)):
    """The snapshot after up to `most` edits; rows that are added have keys of their own."""
    for number in range(draw(st.integers(0, most))):
        edit = draw(st.sampled_from(EDITS))
        snapshot = edit(draw, snapshot, f"{name}{number}", tables)
    return snapshot


def answer(draw, snapshot, key, tables):
    place = draw(st.sampled_from(list(VALUES)))
    value = draw(st.sampled_from([*VALUES[place], None]))
    blank = Answer(blank_reason=draw(st.sampled_from(["Not here.", "Not yet."])))
    origin = draw(st.sampled_from([Origin.TYPED, Origin.ESTIMATED]))
    return snapshot.with_changes({place[0]: {place[1]: blank if value is None else Answer(value, origin)}})


def clear(draw, snapshot, key, tables):
    document, path = draw(st.sampled_from(list(VALUES)))
    return snapshot.with_changes({document: {path: None}})


def add_row(draw, snapshot, key, tables):
    place = draw(st.sampled_from(tables))
    rows = rows_of(snapshot, place)
    rows.insert(draw(st.integers(0, len(rows))), key)
    cell = cell_path(place[1], key, TABLES[place][0])
    return ordered(snapshot, place, rows, {cell: Answer(draw(st.sampled_from(CELLS)))})


def remove_row(draw, snapshot, key, tables):
    place = draw(st.sampled_from(tables))
    if not (rows := rows_of(snapshot, place)):
        return snapshot
    gone = draw(st.sampled_from(rows))
    rows.remove(gone)
    cells = [path for path in snapshot.of(place[0]) if path.startswith(f"{place[1]}[{gone}]")]
    return ordered(snapshot, place, rows, dict.fromkeys(cells))


def move_row(draw, snapshot, key, tables):
    place = draw(st.sampled_from(tables))
    if not (rows := rows_of(snapshot, place)):
        return snapshot
    rows.insert(draw(st.integers(0, len(rows))), rows.pop(draw(st.integers(0, len(rows) - 1))))
    return ordered(snapshot, place, rows)


def set_cell(draw, snapshot, key, tables):
    place = draw(st.sampled_from(tables))
    if not (rows := rows_of(snapshot, place)):
        return snapshot
    path = cell_path(place[1], draw(st.sampled_from(rows)), draw(st.sampled_from(TABLES[place])))
    value = draw(st.sampled_from([*CELLS, None]))
    return snapshot.with_changes({place[0]: {path: None if value is None else Answer(value)}})


def leave_table_blank(draw, snapshot, key, tables):
    document, table = draw(st.sampled_from(tables))
    return snapshot.with_changes({document: {table: Answer(blank_reason="There are none.")}})


EDITS = (answer, answer, clear, add_row, remove_row, move_row, move_row, set_cell, set_cell, leave_table_blank)


@st.composite
def copies(draw, *, most=5):
    """A project and two copies that were worked on."""
    base = draw(worked_on(base_snapshot(), "b", most=2))
    return base, draw(worked_on(base, "m", most=most)), draw(worked_on(base, "t", most=most))


def kept(snapshot):
    """Every answer that a snapshot holds, by place, as text: 0.4 is not 0.40."""
    return {
        (name, path): repr(found)
        for name, answers in snapshot.answers.items()
        for path, found in answers.items()
    }  # fmt: skip


def differing(one, other):
    """Places at which two snapshots do not hold the same."""
    old, new = kept(one), kept(other)
    return {place for place in {*old, *new} if old.get(place) != new.get(place)}
