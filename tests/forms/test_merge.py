"""Merging what two people did with copies of one project: a DOE, a specialist, a colleague at another desk."""

from decimal import Decimal

import pytest

from desktop.samples import content
from forms.answers import Answer
from forms.document import Snapshot
from forms.errors import UserError
from forms.evidence import attachment
from forms.exchange import Content, SetAside
from forms.merge import REMOVED, merge, merge_contents, theirs_instead
from forms.project import Project
from forms.prose import parse_markdown
from forms.roworder import merged_order
from forms.views.differences import conflict_lines
from tests.scenario import Scenario


@pytest.fixture
def base():
    scenario = Scenario("cdm_pdd", "12.0").given("P.title", "Wind")
    for entity in ("Haina", "Vestas", "EDEESTE"):
        scenario.given_row("P.participants", entity=entity)
    return scenario.project.snapshot


@pytest.fixture
def mine(base):
    return Project(base)


@pytest.fixture
def theirs(base):
    return Project(base)


@pytest.fixture
def merged(base, mine, theirs):
    return lambda: merge(base, mine.snapshot, theirs.snapshot)


def participants(snapshot):
    facts = snapshot.of("facts")
    return [facts.value(f"P.participants[{key}].entity") for key in facts.rows("P.participants")]


def row(project, number):
    return project.read.rows("P.participants")[number]


def say(project, key, column, words):
    project.type_in("facts", f"P.participants[{key}].{column}", words)


def added(project, entity, at=None):
    key = project.add_row("facts", "P.participants", at=at)
    say(project, key, "entity", entity)
    return key


# -- answers ----------------------------------------------------------------------------------------------------


def test_answers_of_both_are_taken(mine, theirs, merged):
    mine.type_in("facts", "P.title", "Wind farm")
    theirs.type_in("facts", "P.town", "Juancho")
    made = merged()
    facts = made.snapshot.of("facts")
    assert (facts.value("P.title"), facts.value("P.town"), made.conflicts) == ("Wind farm", "Juancho", ())
    assert [(change.path, change.before, change.after) for change in made.taken] == [
        ("P.town", None, Answer("Juancho"))
    ]


def test_the_same_answer_given_twice_is_no_conflict(mine, theirs, merged):
    for project in (mine, theirs):
        project.type_in("facts", "P.title", "Wind farm")
    assert (merged().conflicts, merged().taken) == ((), ())


def test_a_place_that_both_changed_differently_keeps_mine_and_is_told(mine, theirs, merged):
    mine.type_in("facts", "P.title", "Wind farm")
    theirs.type_in("facts", "P.title", "Wind park")
    made = merged()
    [conflict] = made.conflicts
    assert made.snapshot.of("facts").value("P.title") == "Wind farm"
    assert list(conflict_lines(conflict)) == [
        "facts P.title  Title of the project",
        "  base:   Wind",
        "  mine:   Wind farm",
        "  theirs: Wind park",
        "  Answer it again if the other side is right; what is in the file now is mine.",
    ]


def test_long_narratives_in_conflict_show_what_each_changed(base, mine, theirs):
    words = "The wind farm stands on the dry plain of Juancho. " * 8
    base = base.with_changes({"facts": {"P.location": Answer(parse_markdown(words))}})
    mine, theirs = (
        base.with_changes({"facts": {"P.location": Answer(parse_markdown(words + more))}})
        for more in ("Mine.", "Theirs.")
    )
    [conflict] = merge(base, mine, theirs).conflicts
    shown = [line.partition("of Juancho.")[2] for line in list(conflict_lines(conflict))[2:4]]
    assert shown == ["{+ Mine.+}", "{+ Theirs.+}"]


def test_an_answer_taken_away_and_changed_is_a_conflict(mine, theirs, merged):
    mine.clear("facts", "P.title")
    theirs.type_in("facts", "P.title", "Wind park")
    [conflict] = merged().conflicts
    assert (conflict.base, conflict.mine, conflict.theirs) == ("Wind", "(nothing)", "Wind park")


def test_left_blank_on_purpose_and_answered_is_a_conflict(mine, theirs, merged):
    mine.blank("facts", "P.town", "Offshore.")
    theirs.type_in("facts", "P.town", "Juancho")
    [conflict] = merged().conflicts
    assert conflict.mine == "left blank on purpose: Offshore."


def test_a_digit_that_is_printed_is_merged(base, mine):
    with_digit = base.with_changes({"facts": {"P.capacity": Answer(Decimal("25.20"))}})
    without = base.with_changes({"facts": {"P.capacity": Answer(Decimal("25.2"))}})
    made = merge(without, without, with_digit)
    assert str(made.snapshot.of("facts").value("P.capacity")) == "25.20"


def test_an_answer_without_a_place_is_merged_too(base, mine, merged, theirs):
    old = base.with_changes({"cdm_pdd": {"Z.9.rows": Answer(("r1",)), "Z.9.rows[r1].text": Answer("old")}})
    made = merge(base, mine.snapshot, old)
    assert made.snapshot.of("cdm_pdd") == old.of("cdm_pdd")


# -- rows -------------------------------------------------------------------------------------------------------


def test_rows_that_both_added_are_both_there(mine, theirs, merged):
    added(mine, "Mine")
    added(theirs, "Theirs")
    made = merged()
    assert (sorted(participants(made.snapshot)[3:]), made.conflicts) == (["Mine", "Theirs"], ())


def test_different_cells_of_one_row_are_both_taken(mine, theirs, merged):
    key = row(mine, 0)
    say(mine, key, "city", "Santo Domingo")
    say(theirs, key, "entity", "Haina S.A.")
    facts = merged().snapshot.of("facts")
    assert (facts.value(f"P.participants[{key}].city"), participants(merged().snapshot)[0]) == (
        "Santo Domingo", "Haina S.A.",
    )  # fmt: skip


def test_a_row_that_one_removed_is_gone(mine, theirs, merged):
    mine.remove_row("facts", "P.participants", row(mine, 1))
    say(theirs, row(theirs, 0), "city", "Santo Domingo")
    made = merged()
    assert (participants(made.snapshot), made.conflicts) == (["Haina", "EDEESTE"], ())


def test_a_row_that_i_removed_and_they_changed_is_a_conflict(mine, theirs, merged):
    key = row(mine, 0)
    mine.remove_row("facts", "P.participants", key)
    say(theirs, key, "city", "Azua")
    made = merged()
    [conflict] = made.conflicts
    assert (conflict.kind, conflict.path, conflict.label) == (
        "row",
        f"P.participants[{key}]",
        "Project participants, Haina",
    )
    assert (conflict.base, conflict.mine, conflict.theirs) == ("City: (nothing)", REMOVED, "City: Azua")
    assert "Restore the row" in conflict.remedy
    assert not [path for path in made.snapshot.of("facts") if key in path]


def test_a_row_that_they_removed_and_i_changed_stays_and_is_told(mine, theirs, merged):
    key = row(mine, 1)
    say(mine, key, "city", "Azua")
    theirs.remove_row("facts", "P.participants", key)
    made = merged()
    assert [conflict.theirs for conflict in made.conflicts] == [REMOVED]
    assert participants(made.snapshot) == ["Haina", "Vestas", "EDEESTE"]
    assert made.snapshot.of("facts").value(f"P.participants[{key}].city") == "Azua"


def test_a_row_that_i_removed_and_they_came_to_refer_to_is_a_conflict(base):
    scenario = Scenario("cdm_pdd", "12.0").given_parties(host="DO", other="ES")
    base = scenario.project.snapshot
    mine, theirs = Project(base), Project(base)
    mine.remove_row("facts", "P.parties", scenario.other_key)
    key = added(theirs, "Iberdrola")
    theirs.set("facts", f"P.participants[{key}].party", scenario.other_key)
    [conflict] = merge(base, mine.snapshot, theirs.snapshot).conflicts
    assert (conflict.kind, conflict.path) == ("row", f"P.parties[{scenario.other_key}]")


def test_a_methodology_that_i_removed_and_they_gave_data_for_is_a_conflict():
    base = content("los_cocos").snapshot
    mine, theirs = Project(base), Project(base)
    mine.remove_row("facts", "P.methodologies", "m1")
    theirs.type_in("inputs_m1", "I.EG_facility.value", "80000")
    made = merge(base, mine.snapshot, theirs.snapshot)
    assert [(conflict.kind, conflict.path) for conflict in made.conflicts] == [("row", "P.methodologies[m1]")]
    assert "80,000 MWh/yr" in made.conflicts[0].theirs


def test_a_member_that_i_removed_and_they_gave_a_value_for_is_a_conflict():
    base = content("los_cocos").snapshot
    mine, theirs = Project(base), Project(base)
    inputs = base.of("inputs_m1")
    table = next(path for path in inputs if path.startswith("I.sets.") and "turbines" in inputs.rows(path))
    mine.remove_row("inputs_m1", table, "turbines")
    theirs.type_in("inputs_m1", "I.FC.value[gas,turbines,2007]", "77")
    [conflict] = merge(base, mine.snapshot, theirs.snapshot).conflicts
    assert (conflict.kind, conflict.path) == ("row", f"{table}[turbines]")


def test_inputs_of_a_methodology_are_merged_by_value():
    base = content("los_cocos").snapshot
    mine, theirs = Project(base), Project(base)
    mine.type_in("inputs_m1", "I.EG_facility.value", "80000")
    theirs.type_in("inputs_m1", "I.FC.value[gas,turbines,2007]", "77")
    made = merge(base, mine.snapshot, theirs.snapshot)
    inputs = made.snapshot.of("inputs_m1")
    assert (inputs.value("I.EG_facility.value"), inputs.value("I.FC.value[gas,turbines,2007]")) == (80000, 77)
    assert made.conflicts == ()


def test_a_table_that_i_leave_blank_and_they_fill_in_is_one_conflict(mine, theirs, merged):
    mine.blank("facts", "P.sites", "The site is confidential.")
    key = theirs.add_row("facts", "P.sites")
    theirs.type_in("facts", f"P.sites[{key}].name", "Juancho")
    made = merged()
    [conflict] = made.conflicts
    assert (conflict.kind, conflict.path, conflict.theirs) == ("answer", "P.sites", "1 row")
    assert [path for path in made.snapshot.of("facts") if path.startswith("P.sites")] == ["P.sites"]


# -- order of rows ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("mine", "theirs", "wanted"),
    [
        ("abcd", "dabc", "dabc"),
        ("bacd", "abdc", "badc"),
        ("axbcd", "abycd", "axbycd"),
        ("abcdx", "abcdy", "abcdxy"),
        ("abcdyz", "abcdx", "abcdxyz"),
        ("acd", "abdc", "adc"),
        ("xabcd", "cabd", "xcabd"),
        ("bacd", "bacd", "bacd"),
        ("", "dabc", ""),
    ],
)
def test_orders_of_two_people_become_one(mine, theirs, wanted):
    assert merged_order("abcd", mine, theirs) == (tuple(wanted), True)
    assert merged_order("abcd", theirs, mine) == (tuple(wanted), True)


def test_moves_that_contradict_each_other_keep_my_order():
    """B before A here, C before B there, and nobody changed that A comes before C: that goes round in a circle."""
    assert merged_order("abc", "bac", "acb") == (tuple("bac"), False)


def test_contradicting_orders_are_told_with_the_names_of_the_rows(mine, theirs, merged):
    mine.move_row("facts", "P.participants", row(mine, 1), 0)
    theirs.move_row("facts", "P.participants", row(theirs, 1), 2)
    made = merged()
    assert [(conflict.kind, conflict.mine, conflict.theirs) for conflict in made.conflicts] == [
        ("order", "Vestas, Haina, EDEESTE", "Haina, EDEESTE, Vestas")
    ]
    assert participants(made.snapshot) == ["Vestas", "Haina", "EDEESTE"]


# -- deciding otherwise -------------------------------------------------------------------------------------------


def test_a_removed_row_can_be_taken_back_from_theirs(mine, theirs, merged):
    key = row(mine, 1)
    mine.remove_row("facts", "P.participants", key)
    say(theirs, key, "entity", "Vestas A/S")
    made = merged()
    [conflict] = made.conflicts
    decided = made.snapshot.with_changes({"facts": theirs_instead(made.snapshot, theirs.snapshot, conflict)})
    assert participants(decided) == ["Haina", "Vestas A/S", "EDEESTE"]


def test_their_order_can_be_taken(mine, theirs, merged):
    mine.move_row("facts", "P.participants", row(mine, 1), 0)
    theirs.move_row("facts", "P.participants", row(theirs, 1), 2)
    made = merged()
    decided = made.snapshot.with_changes({"facts": theirs_instead(made.snapshot, theirs.snapshot, made.conflicts[0])})
    assert participants(decided) == participants(theirs.snapshot)


# -- attachments, forms ---------------------------------------------------------------------------------------------


def test_attachments_of_both_are_carried(mine, theirs, merged):
    mine.attach(attachment("mine.txt", b"1"))
    theirs.attach(attachment("theirs.txt", b"2"))
    assert sorted(found.name for found in merged().snapshot.attachments.values()) == ["mine.txt", "theirs.txt"]


def test_a_file_that_both_renamed_keeps_my_name_and_is_told(base):
    sides = [
        Snapshot(base.heads, base.answers, {made.sha256: made})
        for made in (attachment(name, b"1") for name in ("map.png", "mine.png", "theirs.png"))
    ]
    made = merge(*sides)
    assert [(found.kind, found.base, found.mine, found.theirs) for found in made.conflicts] == [
        ("attachment", "map.png", "mine.png", "theirs.png")
    ]
    assert made.snapshot.attachments == sides[1].attachments


def test_an_attachment_taken_away_stays_where_an_answer_shows_it(base):
    map_ = attachment("map.png", b"1")
    carried = Snapshot(base.heads, base.answers, {map_.sha256: map_})
    cited = carried.with_changes({"facts": {"P.evidence": Answer(("e1",)), "P.evidence[e1].file": Answer(map_.sha256)}})
    assert merge(carried, base, carried).snapshot.attachments == {}
    assert merge(carried, base, cited).snapshot.attachments == {map_.sha256: map_}


def test_other_forms_are_refused(base, mine):
    other = Project.new("ji_ssc_pdd", "01.1").snapshot
    with pytest.raises(UserError, match=r"theirs has specific_approach 1, ji_ssc_pdd 01\.1") as told:
        merge(base, base, other)
    assert told.value.remedy
    with pytest.raises(UserError, match="yours has"):
        merge(base, other, base)


def test_what_was_set_aside_is_carried_on_unless_it_was_answered(base, mine):
    aside = [SetAside("facts", path, '{"value":"?"}', "not a choice") for path in ("P.scale", "P.title")]
    made, _ = merge_contents(Content(base), Content(base), Content(mine.snapshot, tuple(aside)))
    assert [item.path for item in made.set_aside] == ["P.scale"]


def test_five_rounds_between_two_desks_lose_nothing(base):
    """Author and reviewer each answer something else in every round; after each the merged file is the new base."""
    reviewer = author = base
    for number in range(5):
        here, there = Project(author), Project(reviewer)
        added(here, f"Author {number}")
        added(there, f"Reviewer {number}", at=0)
        there.type_in("facts", "P.town", f"Round {number}")
        made = merge(base, here.snapshot, there.snapshot)
        assert made.conflicts == ()
        base = author = reviewer = made.snapshot
    names = participants(base)
    assert set(names) == {"Haina", "Vestas", "EDEESTE"} | {
        f"{who} {at}" for who in ("Author", "Reviewer") for at in range(5)
    }
    assert (len(names), base.of("facts").value("P.town")) == (13, "Round 4")
