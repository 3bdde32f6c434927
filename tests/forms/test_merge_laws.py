"""Laws that hold for whatever two people do: hypothesis makes up their work.

Few examples each by default; CERULEAN_EXAMPLES=10000 in the environment asks for that many.
"""

import os

from hypothesis import given, settings

from forms.comparison import compare, moved_rows
from forms.fieldpath import field_of, parse
from forms.merge import merge, theirs_instead
from forms.prose import plain_text
from tests.forms.edits import TABLES, copies, differing, kept, rows_of

EXAMPLES = int(os.environ.get("CERULEAN_EXAMPLES", "40"))


def in_conflict(merged):
    """Places for which a conflict speaks: one place, a whole table, or one row."""
    return {(conflict.document, conflict.path) for conflict in merged.conflicts}


def is_told(place, told):
    document, path = place
    found = parse(path)
    row = f"{found.field}[{found.row}]"
    return bool({(document, path), (document, field_of(path)), (document, row)} & told)


@settings(max_examples=EXAMPLES)
@given(copies())
def test_what_only_one_changed_is_taken_from_that_one(made):
    base, mine, theirs = made
    merged = merge(base, mine, theirs)
    told = in_conflict(merged)
    places = [kept(side) for side in (base, mine, theirs, merged.snapshot)]
    tables = set(TABLES)
    for place in set().union(*places) - tables:
        before, own, other, found = (side.get(place) for side in places)
        if not is_told(place, told):
            assert found == (other if own == before else own), place
            assert own in {before, other} or other == before, place
        else:
            assert found == own or (place[0], field_of(place[1])) in tables, place


@settings(max_examples=EXAMPLES)
@given(copies())
def test_rows_that_either_added_are_there_and_rows_that_either_removed_are_gone(made):
    base, mine, theirs = made
    merged = merge(base, mine, theirs)
    told = in_conflict(merged)
    for place in TABLES:
        before, own, other, found = (rows_of(side, place) for side in (base, mine, theirs, merged.snapshot))
        if place in told and not own:
            continue
        answers = [side.of(place[0]).get(place[1]) for side in (base, mine, theirs)]
        if any(answer and answer.is_blank_on_purpose for answer in answers):
            continue
        disputed = {parse(path).row for document, path in told if (document, field_of(path)) == place}
        wanted = {key for key in {*before, *own, *other} if (key in own and key in other) or key not in before}
        assert set(found) - disputed == wanted - disputed
        assert {key for key in found if key in disputed} == {key for key in own if key in disputed}
        assert len(set(found)) == len(found)


@settings(max_examples=EXAMPLES)
@given(copies())
def test_the_work_of_one_alone_is_taken_as_it_is(made):
    base, changed, _ = made
    mine, theirs = merge(base, changed, base), merge(base, base, changed)
    assert (kept(mine.snapshot), mine.conflicts, mine.taken) == (kept(changed), (), ())
    assert (kept(theirs.snapshot), theirs.conflicts) == (kept(changed), ())
    assert {(change.document, change.path) for change in theirs.taken} == differing(base, changed)
    again = merge(base, changed, changed)
    assert (kept(again.snapshot), again.conflicts) == (kept(changed), ())


@settings(max_examples=EXAMPLES)
@given(copies())
def test_whoever_merges_gets_the_same_but_for_conflicts(made):
    base, mine, theirs = made
    here, there = merge(base, mine, theirs), merge(base, theirs, mine)
    assert in_conflict(here) == in_conflict(there)
    swapped = {(item.kind, item.path, item.base, item.theirs, item.mine) for item in there.conflicts}
    assert {(item.kind, item.path, item.base, item.mine, item.theirs) for item in here.conflicts} == swapped
    touched = {(document, field_of(path)) for document, path in in_conflict(here)}
    for document, path in differing(here.snapshot, there.snapshot):
        assert (document, field_of(path)) in touched


@settings(max_examples=EXAMPLES)
@given(copies())
def test_what_was_merged_can_be_merged_again(made):
    """The other one takes the merged file: nothing is left to take, and nothing to argue about."""
    base, mine, theirs = made
    merged = merge(base, mine, theirs).snapshot
    again = merge(mine, mine, merged)
    assert (kept(again.snapshot), again.conflicts) == (kept(merged), ())


@settings(max_examples=EXAMPLES)
@given(copies())
def test_a_conflict_can_be_decided_for_the_other_side(made):
    base, mine, theirs = made
    merged = merge(base, mine, theirs)
    for conflict in merged.conflicts:
        decided = merged.snapshot.with_changes({conflict.document: theirs_instead(merged.snapshot, theirs, conflict)})
        if conflict.kind == "answer":
            places = kept(decided), kept(theirs)
            assert places[0].get((conflict.document, conflict.path)) == places[1].get(
                (conflict.document, conflict.path)
            )
        if conflict.kind == "row":
            key, place = parse(conflict.path).row, (conflict.document, field_of(conflict.path))
            assert (key in rows_of(decided, place)) == (key in rows_of(theirs, place))


@settings(max_examples=EXAMPLES)
@given(copies())
def test_a_comparison_finds_the_places_that_differ_and_no_others(made):
    _, one, other = made
    comparison = compare(one, other)
    assert comparison.places == differing(one, other)
    assert compare(one, one).is_empty
    assert comparison.is_empty == (not differing(one, other))


@settings(max_examples=EXAMPLES)
@given(copies())
def test_rows_that_are_not_moved_kept_their_order(made):
    _, one, other = made
    for place in TABLES:
        before, after = rows_of(one, place), rows_of(other, place)
        moved = moved_rows(before, after)
        stayed = [[key for key in rows if key in set(before) & set(after) - moved] for rows in (before, after)]
        assert stayed[0] == stayed[1]
        assert moved == moved_rows(after, before) or len(moved) == len(moved_rows(after, before))


@settings(max_examples=EXAMPLES)
@given(copies())
def test_the_words_of_a_comparison_make_up_both_texts(made):
    _, one, other = made
    for document in compare(one, other).documents:
        for found in document.differences:
            passages = getattr(found, "passages", None)
            if passages is not None:
                assert (passages.before, passages.after) == (lines_of(found.before), lines_of(found.after))
                assert not passages.is_same or (found.before.value == found.after.value)


def lines_of(answer):
    """The words of an answer, each line ended."""
    return f"{plain_text(answer.value)}\n" if answer and answer.value else ""
