"""The public edition: no personal data, nothing private, and what could not be taken out by itself is said."""

import datetime as dt

import pytest

from forms.blocks import Figure
from forms.catalogue import facts_form
from forms.evidence import attachment
from forms.exchange import Content, SetAside, export_project
from forms.freezing import freeze
from forms.redaction import WITHHELD, redacted
from forms.review import conclude, findings, raise_finding, respond

CONTACT = {
    "salutation",
    "last_name",
    "middle_name",
    "first_name",
    "direct_telephone",
    "direct_fax",
    "mobile",
    "direct_email",
}


def test_the_contact_person_is_marked_as_personal():
    columns = facts_form().fields["P.participants"].columns
    assert {column.key for column in columns if column.personal} == CONTACT


def test_personal_data_is_withheld_and_the_organisation_stays(project):
    made = redacted(Content(project.snapshot))
    facts = made.content.snapshot.of("facts")
    [row] = facts.rows("P.participants")
    values = [facts.value(f"P.participants[{row}].{column}") for column in ("entity", "last_name", "direct_email")]
    assert values == ["EGE Haina", WITHHELD, WITHHELD]
    assert len(made.withheld) == 2
    assert b"Ramirez" not in export_project(made.content)
    assert project.read.text(f"P.participants[{row}].last_name") == "Ramirez"


def test_the_public_edition_of_a_public_edition_is_the_same(project):
    once = redacted(Content(project.snapshot))
    again = redacted(once.content)
    assert (again.content, again.withheld, again.left_out) == (once.content, (), ())


def test_signatures_and_passports_of_signatories_are_left_out(project, evidence):
    row = project.add_row("facts", "P.documents")
    project.type_in("facts", f"P.documents[{row}].form", "modalities_of_communication:1")
    signatory = project.add_row(f"doc_{row}", "annex1.signatories")
    place = f"annex1.signatories[{signatory}]"
    project.type_in(f"doc_{row}", f"{place}.primary_signatory", "Ana Ramirez Soto")
    project.set(f"doc_{row}", f"{place}.specimen", evidence[1])
    made = redacted(Content(project.snapshot)).content.snapshot
    answers = made.of(f"doc_{row}")
    assert (answers.value(f"{place}.primary_signatory"), answers.value(f"{place}.specimen")) == (WITHHELD, None)
    assert [file.name for file in made.attachments.values()] == ["Wind study.pdf"]


def test_a_name_that_still_stands_in_a_text_is_told(project):
    project.type_in("facts", "P.location", "Ask Ms RAMIREZ at the gate.")
    assert redacted(Content(project.snapshot)).still_named == (("facts", "P.location"),)


def test_only_public_findings_are_in_it(project):
    raise_finding(project, "CAR", "Public question")
    private = raise_finding(project, "CL", "Private question", is_private=True)
    respond(project, private, "Private answer")
    bare = project.add_row("review", "R.findings")
    project.type_in("review", f"R.findings[{bare}].text", "Nobody said whether this is public")
    mark = project.add_row("review", "R.checklist")
    project.set("review", f"R.checklist[{mark}].finding", private)
    note = project.add_row("review", "R.notes")
    project.type_in("review", f"R.notes[{note}].text", "Private note")
    made = redacted(Content(project.snapshot))
    assert [finding.text for finding in findings(made.content.snapshot)] == ["Public question"]
    assert "Left out: 2 × private finding." in made.left_out
    archive = export_project(made.content).decode()
    assert not any(word in archive for word in ("Private", "Nobody said", private, bare))


def test_a_file_that_only_a_private_round_cites_is_left_out(project, evidence):
    private = raise_finding(project, "CL", "Private", is_private=True)
    respond(project, private, "See there", evidence=evidence[1])
    made = redacted(Content(project.snapshot)).content.snapshot
    assert [file.name for file in made.attachments.values()] == ["Wind study.pdf"]
    assert made.of("facts").rows("P.evidence") == (evidence[0],)


def test_a_file_that_a_public_round_cites_too_stays(project, evidence):
    private = raise_finding(project, "CL", "Private", is_private=True)
    respond(project, private, "See there", evidence=evidence[1])
    public = raise_finding(project, "CL", "Public")
    respond(project, public, "See there", evidence=evidence[1])
    conclude(project, public, "Seen.", close=True)
    made = redacted(Content(project.snapshot)).content.snapshot
    assert len(made.attachments) == 2


def test_a_picture_of_a_narrative_stays_and_a_file_that_nothing_cites_goes(project):
    picture = project.attach(attachment("map.png", b"picture"))
    project.attach(attachment("draft.docx", b"draft"))
    project.set("facts", "P.location", (Figure(picture, "Map", "A map"),))
    names = {file.name for file in redacted(Content(project.snapshot)).content.snapshot.attachments.values()}
    assert "map.png" in names
    assert "draft.docx" not in names


def test_what_may_hide_personal_data_is_left_out_and_said(project):
    lost = project.snapshot.with_changes({"facts": {"Z.phone": project.snapshot.of("facts")["P.title"]}})
    at = dt.datetime(2012, 8, 27, tzinfo=dt.UTC)
    revision = freeze((), lost, at, "Ana", "")
    made = redacted(Content(lost, (SetAside("facts", "P.scale", "{}", "odd"),), (revision,)))
    assert (made.content.revisions, made.content.set_aside) == ((), ())
    assert "Z.phone" not in made.content.snapshot.of("facts")
    assert set(made.left_out) == {
        "Left out: 1 × frozen revision.", "Left out: 1 × answer without a place in the form.",
        "Left out: 1 × answer that could not be read.",
    }  # fmt: skip


@pytest.mark.parametrize("place", ["P.title", "P.location"])
def test_what_is_not_personal_is_as_it_was(project, place):
    before, after = project.snapshot, redacted(Content(project.snapshot)).content.snapshot
    assert before.of("facts")[place] == after.of("facts")[place]
