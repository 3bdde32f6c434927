"""Comparing two states of a project: what was answered otherwise, and which figures follow from it."""

from decimal import Decimal

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from desktop.samples import content
from forms.answers import Answer, Origin
from forms.comparison import AnswerDifference, compare, moved_rows
from forms.document import Snapshot
from forms.evidence import attachment
from forms.passages import compare_prose, compare_texts, marked
from forms.project import Project
from forms.prose import parse_markdown
from forms.views.differences import comparison_data, comparison_lines, spans


@pytest.fixture(scope="module")
def samples():
    return {name: content(name).snapshot for name in ("los_cocos", "sudenai")}


@pytest.fixture
def wind(samples):
    return Project(samples["los_cocos"])


@pytest.fixture
def joint(samples):
    return Project(samples["sudenai"])


def since(project, snapshot):
    return compare(snapshot, project.snapshot)


def only(comparison):
    [document] = comparison.documents
    [found] = document.differences
    return found


def figure(comparison, column):
    return [found for found in comparison.figures if found.column == column]


# -- answers ----------------------------------------------------------------------------------------------------


def test_a_project_does_not_differ_from_itself(samples):
    assert all(compare(snapshot, snapshot).is_empty for snapshot in samples.values())


def test_a_title_that_was_changed_is_shown_before_and_after(wind):
    sent = wind.snapshot
    wind.type_in("facts", "P.title", "Los Cocos II")
    found = only(since(wind, sent))
    assert (found.label, found.before_text, found.after_text) == (
        "Title of the project", "Los Cocos Wind Farm Project", "Los Cocos II",
    )  # fmt: skip


def test_a_value_with_another_origin_differs_and_says_so(wind):
    sent = wind.snapshot
    wind.set("facts", "P.capacity", Decimal("25.2"), origin=Origin.OVERRIDDEN, note="As built")
    assert only(since(wind, sent)).after_text.endswith("(overridden: As built)")


def test_a_digit_that_is_printed_is_a_difference():
    one, other = (Project.new("cdm_pdd", "12.0") for _ in range(2))
    one.type_in("facts", "P.capacity", "0.4")
    other.type_in("facts", "P.capacity", "0.40")
    assert (one.snapshot.answers, compare(one.snapshot, other.snapshot).places) == (
        other.snapshot.answers, {("facts", "P.capacity")},
    )  # fmt: skip


def test_an_answer_taken_away_shows_the_default_that_stands_there(wind):
    path = next(
        path
        for path, asked in wind.read.form("inputs_m1").fields.items()
        if asked.type == "text" and asked.default and len(asked.default) < 50
    )
    wind.type_in("inputs_m1", path, "Our own words")
    sent = wind.snapshot
    wind.clear("inputs_m1", path)
    found = only(since(wind, sent))
    assert (found.after, "(default" in found.after_text) == (None, True)


def test_a_place_left_blank_on_purpose_shows_the_reason(wind):
    sent = wind.snapshot
    wind.blank("facts", "P.technology_transfer", "No technology is transferred.")
    assert only(since(wind, sent)).after_text == "left blank on purpose: No technology is transferred."


def test_an_answer_without_a_place_is_compared_too(wind):
    sent = wind.snapshot
    kept = sent.with_changes({"cdm_pdd": {"Z.9.old": Answer("kept")}})
    found = only(compare(sent, kept))
    assert (found.path, found.label, found.after_text) == ("Z.9.old", "Z.9.old", "kept")


def test_differences_stand_in_the_order_of_the_form(wind):
    sent = wind.snapshot
    for path in ("P.crediting.rows", "P.title", "P.location"):
        wind.clear("facts", path)
    [document] = since(wind, sent).documents
    assert [found.path for found in document.differences] == ["P.title", "P.location", "P.crediting.rows"]


def test_a_form_of_another_version_is_told():
    one = Project.new("cdm_pdd", "12.0").snapshot
    other = Snapshot({**one.heads, "cdm_pdd": ("cdm_pdd", "11.0")}, one.answers)
    other.__dict__["documents"] = one.documents
    comparison = compare(one, other)
    assert [document.heads for document in comparison.documents] == [(("cdm_pdd", "12.0"), ("cdm_pdd", "11.0"))]
    assert not comparison.is_empty


def test_an_attachment_that_was_added_or_renamed_is_listed(wind):
    sent = wind.snapshot
    wind.attach(attachment("note.txt", b"Met mast 2"))
    added = since(wind, sent)
    assert [(found.before, found.after.name) for found in added.attachments] == [(None, "note.txt")]
    assert "+ note.txt (10 bytes)" in "\n".join(comparison_lines(added))
    renamed = compare(wind.snapshot, with_name(wind.snapshot, "mast.txt"))
    assert "~ note.txt → mast.txt" in "\n".join(comparison_lines(renamed))


def with_name(snapshot, name):
    made = attachment(name, b"Met mast 2")
    return Snapshot(snapshot.heads, snapshot.answers, {**snapshot.attachments, made.sha256: made})


# -- tables -----------------------------------------------------------------------------------------------------


def test_a_row_is_followed_by_its_key(wind):
    sent = wind.snapshot
    first, second, *_ = wind.read.rows("P.evidence")
    wind.move_row("facts", "P.evidence", first, 3)
    wind.remove_row("facts", "P.evidence", second)
    wind.type_in("facts", f"P.evidence[{first}].title", "Project page")
    added = wind.add_row("facts", "P.evidence", at=0)
    wind.type_in("facts", f"P.evidence[{added}].title", "Grid code")
    rows = {row.key: row for row in only(since(wind, sent)).rows}
    assert {key: row.change for key, row in rows.items()} == {added: "added", first: "kept", second: "removed"}
    assert (rows[first].is_moved, rows[first].cells[0].label, rows[added].name) == (True, "Title", "Grid code")


def test_as_few_rows_as_possible_are_called_moved():
    assert moved_rows("abcdef", "bcdefa") == {"a"}
    assert moved_rows("abcdef", "fabcde") == {"f"}
    assert len(moved_rows("abcdef", "fedcba")) == 5
    assert moved_rows("abc", "xaycz") == frozenset()


def test_a_table_left_blank_says_why(wind):
    sent = wind.snapshot
    wind.blank("facts", "P.sites", "The site is confidential.")
    found = only(since(wind, sent))
    assert (found.own.before_text, found.own.after_text) == (
        "1 row",
        "left blank on purpose: The site is confidential.",
    )


def test_a_matrix_is_compared_cell_by_cell(wind):
    sent = wind.snapshot
    wind.type_in("inputs_m1", "I.FC.value[gas,turbines,2007]", "77")
    [document] = since(wind, sent).documents
    [found] = document.differences
    assert isinstance(found, AnswerDifference)
    assert found.label.endswith("[Natural gas, Gas turbines, 2007]")
    assert (found.before_text, found.after_text) == ("0 t", "77 t")


# -- narratives ---------------------------------------------------------------------------------------------------


def test_a_narrative_is_compared_word_by_word():
    passages = compare_prose(
        parse_markdown("The dry plain of Juancho."), parse_markdown("The wide plain of Enriquillo.")
    )
    assert passages.stretches == (
        ("kept", "The "), ("deleted", "dry"), ("inserted", "wide"), ("kept", " plain of "),
        ("deleted", "Juancho"), ("inserted", "Enriquillo"), ("kept", ".\n"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("Plain", "### Plain", "“Plain” was a paragraph and is a heading of level 1."),
        ("- one", "1. one", "“one” was an item of a list and is an item of a numbered list."),
        ("Plain", "**Plain**", "The formatting of “Plain” changed."),
        ("Plain", "Plain\n\n| a | b |\n|---|---|\n| 1 | 2 |", "1 table added."),
        ("One\n\nTwo\n\nThree", "One", "2 paragraphs removed."),
    ],
)
def test_a_change_of_structure_is_said(before, after, told):
    assert told in compare_prose(parse_markdown(before), parse_markdown(after)).structure


def test_a_changed_word_is_shown_with_a_little_of_what_stands_around_it():
    before = f"{'Far away. ' * 30}The dry plain. {'Further on. ' * 30}"
    shown = marked(compare_texts(before, before.replace("dry", "wide")), around=12)
    assert shown == "… r away. The [-dry-]{+wide+} plain. Furt …"


def test_a_text_without_end_is_compared_in_time():
    before, after = " ".join(map(str, range(300_000))), " ".join(map(str, range(1, 300_001)))
    assert compare_texts(before, after[::-1]).after == f"{after[::-1]}\n"


def test_a_narrative_of_the_project_shows_its_words(wind):
    sent = wind.snapshot
    wind.type_in("facts", "P.location", "Dry plain.")
    found = only(since(wind, sent))
    assert found.passages.after == "Dry plain.\n"


# -- figures and their causes -----------------------------------------------------------------------------------------


def test_figures_that_differ_name_the_input_below_them(wind):
    sent = wind.snapshot
    wind.type_in("inputs_m1", "I.EG_facility.value", "80000")
    comparison = since(wind, sent)
    [found] = figure(comparison, "reductions")
    assert (found.name, [change.period for change in found.changes]) == (
        "ER",
        [str(year) for year in range(2013, 2020)],
    )
    assert [(cause.name, cause.before, cause.after) for cause in found.causes] == [
        ("EG_facility", "74,200 MWh/yr", "80,000 MWh/yr")
    ]
    text = "\n".join(comparison_lines(comparison))
    assert "EG_facility (74,200 MWh/yr → 80,000 MWh/yr) changed, so ER 2013–2019 (ACM0002:20.0) changed:" in text


def test_an_input_far_below_is_found(wind):
    """Gas burned in the gas turbines in 2007 enters the operating margin, that the combined margin, that BE and ER."""
    sent = wind.snapshot
    wind.type_in("inputs_m1", "I.FC.value[gas,turbines,2007]", "77000")
    [found] = figure(since(wind, sent), "reductions")
    assert [cause.path for cause in found.causes] == ["I.FC.value[gas,turbines,2007]"]
    assert found.causes[0].name == "FC[Natural gas,Gas turbines,2007]"


def test_an_input_that_no_figure_rests_on_is_no_cause(wind):
    sent = wind.snapshot
    wind.type_in("inputs_m1", "I.EG_facility.source", "Another meter")
    comparison = since(wind, sent)
    assert (comparison.figures, len(comparison.places)) == ((), 1)


def test_a_choice_within_the_methodology_is_a_cause(wind):
    sent = wind.snapshot
    wind.type_in("inputs_m1", "I.options.weights", "own")
    [found] = figure(since(wind, sent), "reductions")
    assert [(cause.kind, cause.path) for cause in found.causes] == [("option", "I.options.weights")]


def test_years_that_are_gone_are_gone_because_of_the_crediting_period(wind):
    sent = wind.snapshot
    wind.type_in("facts", "P.crediting.length", "5 years")
    [found] = figure(since(wind, sent), "reductions")
    assert [(change.period, change.after) for change in found.changes] == [("2018", None), ("2019", None)]
    assert [cause.path for cause in found.causes] == ["P.crediting.length"]


def test_a_part_of_a_year_is_the_crediting_period_too(wind):
    sent = wind.snapshot
    wind.type_in("facts", "P.crediting.start", "2013-07-01")
    groups = figure(since(wind, sent), "reductions")
    assert {cause.path for found in groups for cause in found.causes} == {"P.crediting.start"}


def test_an_equation_that_was_rewritten_is_a_cause(joint):
    """The published project cuts the factor down to three decimals, 0.626; without that it is a little more."""
    sent = joint.snapshot
    path = "X.equations[q8].expression"
    joint.type_in("approach", path, "EF_mean + 0 * step_EF")
    found = figure(since(joint, sent), "reductions")
    assert [(cause.kind, cause.name, cause.path) for one in found for cause in one.causes] == [
        ("equation", "EF_CO2", path)
    ]


def test_figures_grouped_by_what_they_rest_on(joint):
    sent = joint.snapshot
    joint.type_in("inputs_m1", "I.eta_heat.value", "0.8")
    assert {found.causes[0].name for found in since(joint, sent).figures} == {"eta_heat"}


def test_another_rounding_changes_the_printed_total_only(wind):
    sent = wind.snapshot
    wind.type_in("facts", "P.rounding", "nearest")
    comparison = since(wind, sent)
    assert {found.methodology for found in comparison.figures} == {""}
    assert {cause.path for found in comparison.figures for cause in found.causes} == {"P.rounding"}


def test_a_methodology_that_is_no_longer_applied_is_the_cause(wind):
    sent = wind.snapshot
    wind.remove_row("facts", "P.methodologies", "m1")
    [found] = figure(since(wind, sent), "reductions")
    assert [(cause.kind, cause.before, cause.after) for cause in found.causes] == [("methodology", "ACM0002:20.0", "")]


def test_a_calculated_field_names_what_it_is_made_from(wind):
    sent = wind.snapshot
    wind.type_in("facts", "P.crediting.length", "5 years")
    found = {item.path: item for item in since(wind, sent).calculated}
    assert "31/12/2017" in found["P.crediting.end"].after
    assert [cause.path for cause in found["P.crediting.end"].causes] == ["P.crediting.length"]


@settings(max_examples=15)
@given(data=st.data())
def test_every_figure_that_differs_has_causes_and_they_were_changed(samples, data):
    """One input, set member, equation or fact of the crediting period is changed or taken away."""
    sent = samples["sudenai"]
    places = [
        (document, path)
        for document in ("inputs_m1", "approach", "facts")
        for path in sent.of(document)
        if document == "inputs_m1" or path.startswith(("X.equations", "X.parameters", "X.sets", "P.crediting"))
    ]
    document, path = data.draw(st.sampled_from(places))
    value = sent.of(document).value(path)
    answer = Answer(value * 2) if isinstance(value, Decimal) else None
    comparison = compare(sent, sent.with_changes({document: {path: answer}}))
    for found in comparison.figures:
        assert {(cause.document, cause.path) for cause in found.causes} == {(document, path)}


# -- how it reads -----------------------------------------------------------------------------------------------------


def test_years_that_follow_one_another_are_a_span():
    assert spans(["2013", "2014", "2015", "2017"]) == "2013–2015, 2017"
    assert spans(["2013-07-01 to 2014-06-30"]) == "2013-07-01 to 2014-06-30"


def test_nothing_that_differs_is_said():
    blank = Project.new("cdm_pdd", "12.0").snapshot
    assert list(comparison_lines(compare(blank, blank))) == ["No differences."]
    assert comparison_data(compare(blank, blank))["differs"] is False


def test_one_answer_differs_where_several_differ(wind):
    sent = wind.snapshot
    wind.type_in("facts", "P.title", "Los Cocos II")
    assert list(comparison_lines(since(wind, sent)))[-1] == "1 answer differs."


def test_the_last_line_counts(wind):
    sent = wind.snapshot
    wind.type_in("facts", "P.title", "Los Cocos II")
    wind.attach(attachment("note.txt", b"Met mast 2"))
    assert list(comparison_lines(since(wind, sent)))[-1] == "1 answer and 1 attachment differ."
