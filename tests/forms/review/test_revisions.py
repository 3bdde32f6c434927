"""Revisions: frozen, chained by hashes, compared, restored, exchanged and merged."""

import base64
import datetime as dt
import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forms.errors import Damaged, Refused, UserError
from forms.evidence import attachment
from forms.exchange import Content, export_project, import_project
from forms.freezing import compare_revision, freeze, restore_field, restore_section, snapshot_of
from forms.merge import merge_contents
from forms.project import Project
from forms.review import raise_finding
from forms.revisions import first_broken_revision, marked, merged_revisions
from tests.forms.review.conftest import PLAIN

NOON = dt.datetime(2012, 8, 27, 12, tzinfo=dt.UTC)


def frozen(project, revisions=(), note="", by="Ana", hours=0):
    """These revisions and the project as the next one."""
    at = NOON + dt.timedelta(hours=hours)
    return (*revisions, freeze(revisions, project.snapshot, at, by, note))


@pytest.fixture
def two(project):
    """Two revisions: as sent, and with another title."""
    first = frozen(project, note="sent")
    project.type_in("facts", "P.title", "Los Cocos II")
    return frozen(project, first, note="corrected", hours=1)


def test_a_revision_keeps_the_project_as_it_stood(project, two):
    project.type_in("facts", "P.title", "Los Cocos III")
    titles = [snapshot_of(found, project.snapshot.attachments).of("facts").value("P.title") for found in two]
    assert titles == ["Los Cocos Wind Farm", "Los Cocos II"]
    assert [(found.number, found.note) for found in two] == [(1, "sent"), (2, "corrected")]


def test_a_frozen_project_has_its_files_again(project, two):
    assert snapshot_of(two[0], project.snapshot.attachments).attachments == project.snapshot.attachments
    assert base64.b64encode(b"Wind study") not in two[0].archive


def test_any_two_revisions_or_the_working_state_can_be_compared(project, two):
    project.type_in("facts", "P.location", PLAIN.replace("steady", "constant"))
    files = project.snapshot.attachments
    assert compare_revision(two[0], two[1], files).places == {("facts", "P.title")}
    since = compare_revision(two[1], project.snapshot, files)
    assert since.places == {("facts", "P.location")}
    [document] = since.documents
    assert ("deleted", "steady") in document.differences[0].passages.stretches


# -- the chain --------------------------------------------------------------------------------------------------


def test_each_hash_covers_the_revision_before(two):
    assert (two[0].previous, two[1].previous) == ("", two[0].sha256)
    assert first_broken_revision(two) is None


@pytest.mark.parametrize("change", [
    {"note": "registered by nobody"}, {"by": "Mallory"}, {"at": "2011-01-01T00:00:00+00:00"}, {"number": 7},
    {"content": b"not deflated"}, {"sha256": "0" * 64}, {"previous": "0" * 64},
])  # fmt: skip
def test_a_revision_that_was_changed_breaks_the_chain(two, change):
    assert first_broken_revision((replace(two[0], **change), two[1])) in {1, 7}


def test_a_revision_that_is_missing_breaks_the_chain(two):
    assert first_broken_revision(two[1:]) == 2


def test_a_mark_may_be_given_later(two):
    registered = marked(two, 1, "registered")
    assert [found.mark for found in registered] == ["registered", ""]
    assert first_broken_revision(registered) is None
    with pytest.raises(UserError, match="no revision 9"):
        marked(two, 9, "registered")


# -- restoring --------------------------------------------------------------------------------------------------


def test_a_field_is_restored_as_one_undo_step(project, two):
    restore_field(project, two[0], "facts", "P.title")
    assert project.read.text("P.title") == "Los Cocos Wind Farm"
    project.undo()
    assert project.read.text("P.title") == "Los Cocos II"


def test_a_table_is_restored_with_its_rows_and_cells(project, two, evidence):
    kept = dict(project.snapshot.of("facts"))
    project.remove_row("facts", "P.evidence", evidence[0])
    added = project.add_row("facts", "P.evidence", at=0)
    project.type_in("facts", f"P.evidence[{added}].title", "Blog post")
    project.type_in("facts", f"P.evidence[{evidence[1]}].title", "Letter")
    restore_field(project, two[1], "facts", "P.evidence")
    assert dict(project.snapshot.of("facts")) == kept
    project.undo()
    assert project.read.rows("P.evidence") == (added, evidence[1])


def test_a_row_and_a_cell_are_restored_alone(project, two, evidence):
    for key in evidence:
        project.type_in("facts", f"P.evidence[{key}].title", "Blog post")
    restore_field(project, two[1], "facts", f"P.evidence[{evidence[0]}]")
    assert [project.read.text(f"P.evidence[{key}].title") for key in evidence] == ["Wind study", "Blog post"]
    restore_field(project, two[1], "facts", f"P.evidence[{evidence[1]}].title")
    assert project.read.text(f"P.evidence[{evidence[1]}].title") == "Letter of the bank"


def test_a_section_is_restored_with_the_facts_that_it_shows(project, two):
    section = next(
        section.id
        for section in project.read.form("cdm_pdd").sections
        if any(field.home == "P.participants" for field in section.fields)
    )
    [row] = project.read.rows("P.participants")
    project.type_in("facts", f"P.participants[{row}].entity", "EGE")
    project.type_in("facts", "P.title", "Elsewhere")
    restore_section(project, two[1], "cdm_pdd", section)
    assert project.read.text(f"P.participants[{row}].entity") == "EGE Haina"
    assert project.read.text("P.title") in {"Elsewhere", "Los Cocos II"}
    assert project.history.undo_label == f"Restore section {section}"


def test_what_the_project_does_not_have_cannot_be_restored(project, two):
    with pytest.raises(UserError, match="no place"):
        restore_field(project, two[0], "facts", "P.nowhere")
    with pytest.raises(UserError, match="no section"):
        restore_section(project, two[0], "cdm_pdd", "Z.9")


def test_why_it_was_restored_is_in_the_log(project, two):
    edits = []
    project.listen(lambda edit, _: edits.append(edit))
    restore_field(project, two[0], "facts", "P.title")
    assert [(edit.label, edit.why) for edit in edits] == [("Restore P.title", "as in revision 1")]


# -- exchange ---------------------------------------------------------------------------------------------------


def test_export_import_and_export_again_gives_the_same_bytes(project, two):
    archive = export_project(Content(project.snapshot, revisions=two))
    content = import_project(archive)
    assert (content.revisions, content.damage) == (two, ())
    assert export_project(content) == archive


def test_an_archive_without_revisions_can_still_be_read_by_the_first_program(project, two):
    assert json.loads(export_project(Content(project.snapshot)))["format_version"] == 1
    assert json.loads(export_project(Content(project.snapshot, revisions=two)))["format_version"] == 2


def test_a_revision_that_was_changed_in_an_archive_is_told(project, two):
    data = json.loads(export_project(Content(project.snapshot, revisions=two)))
    data["revisions"][0]["note"] = "registered"
    [sentence] = import_project(json.dumps(data).encode()).damage
    assert sentence.startswith("Revision 1 was changed")


@pytest.mark.parametrize("change", [{"content": "?"}, {"number": "1"}, {"number": 0}, {"mark": "approved"}, {"at": 1}])
def test_what_is_no_revision_is_damage(project, two, change):
    data = json.loads(export_project(Content(project.snapshot, revisions=two)))
    data["revisions"][0] |= change
    with pytest.raises(Damaged):
        import_project(json.dumps(data).encode())


# -- merging ----------------------------------------------------------------------------------------------------


def test_who_froze_nothing_gets_the_revisions_of_the_other(two):
    assert merged_revisions(two[:1], two).revisions == two
    assert merged_revisions(two, two[:1]).revisions == two
    assert merged_revisions((), two).revisions == two


def test_two_revisions_of_one_number_are_both_kept(project, two):
    project.type_in("facts", "P.title", "Theirs")
    theirs = frozen(project, two[:1], note="theirs", by="Bo", hours=2)
    merged = merged_revisions(two, theirs)
    assert [(found.number, found.note) for found in merged.revisions] == [(1, "sent"), (2, "corrected"), (3, "theirs")]
    assert merged.renumbered == ((2, 3),)
    assert first_broken_revision(merged.revisions) is None
    again = merged_revisions(merged.revisions, theirs)
    assert (again.revisions, again.renumbered) == (merged.revisions, ())


def test_the_higher_mark_counts(two):
    merged = merged_revisions(marked(two, 1, "published"), marked(two, 1, "registered"))
    assert merged.revisions[0].mark == "registered"


def test_a_merge_keeps_files_that_only_a_revision_shows(project):
    base = Content(project.snapshot)
    file = attachment("old map.png", b"map")
    project.attach(file)
    theirs = Content(project.snapshot, revisions=frozen(project))
    content, _ = merge_contents(base, base, theirs)
    assert file.sha256 in content.snapshot.attachments
    gone = replace(base.snapshot, attachments={})
    content, merged = merge_contents(theirs, Content(gone, revisions=theirs.revisions), theirs)
    assert file.sha256 in content.snapshot.attachments
    assert merged.renumbered == ()


def test_a_review_is_merged_as_every_answer_is(project):
    base = Content(project.snapshot)
    raise_finding(project, "CL", "Why?")
    content, merged = merge_contents(base, base, Content(project.snapshot))
    assert (content.snapshot.of("review"), merged.conflicts) == (project.snapshot.of("review"), ())


def test_a_revision_of_a_form_that_does_not_ship_is_refused(project):
    other = replace(project.snapshot, heads={**project.snapshot.heads, "cdm_pdd": ("cdm_pdd", "99")})
    revision = freeze((), other, NOON, "Ana", "")
    with pytest.raises(Refused):
        snapshot_of(revision, {})


@st.composite
def two_histories(draw):
    """Revisions of two people who froze on from the same ones."""
    project = Project.new("cdm_pdd", "12.0")
    hours = iter(range(100))

    def more(revisions, by):
        for number in range(draw(st.integers(0, 3))):
            project.type_in("facts", "P.title", f"{by} {number}")
            revisions = frozen(project, revisions, by=by, hours=next(hours))
        return revisions

    shared = more((), "both")
    return more(shared, "Ana"), more(shared, "Bo")


def states(revisions):
    return sorted((found.at, found.by, found.archive) for found in revisions)


@settings(max_examples=25)
@given(two_histories())
def test_revisions_of_two_people_merge_to_all_of_both_in_one_chain(made):
    ana, bo = made
    merged = merged_revisions(ana, bo).revisions
    assert states(merged) == sorted({*states(ana), *states(bo)}) == states(merged_revisions(bo, ana).revisions)
    assert merged[: len(ana)] == ana
    assert first_broken_revision(merged) is None
    assert merged_revisions(merged, bo).revisions == merged
