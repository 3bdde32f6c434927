"""The archive: everything that a project holds goes out and comes in again, and nothing that it cannot hold."""

import base64
import json
from decimal import Decimal

import pytest

from forms.answers import Answer, Origin
from forms.errors import Damaged, Refused, UserError
from forms.evidence import attachment
from forms.exchange import Content, SetAside, export_project, import_project
from forms.project import Project


@pytest.fixture
def project():
    project = Project.new("cdm_pdd", "12.0")
    project.type_in("facts", "P.title", "Los Cocos – вітер ♥")
    project.set("facts", "P.capacity", Decimal("25.20"), origin=Origin.OVERRIDDEN, note="As built")
    project.type_in("facts", "P.crediting.start", "2013-01-01")
    project.type_in("facts", "P.crediting.length", "7 years 4 months")
    project.type_in("facts", "P.uses_public_funding", "no")
    project.type_in("facts", "P.location", "Dry **plain**, CO~2~.\n\n- one\n\n| a | b |\n|---|---|\n| 1 | 2 |")
    project.blank("facts", "P.technology_transfer", "No technology is transferred.")
    row = project.add_row("facts", "P.sites")
    project.type_in("facts", f"P.sites[{row}].latitude", "17.91")
    project.attach(attachment("map.png", bytes(range(256))))
    return project


def archive_of(project):
    return json.loads(export_project(Content(project.snapshot)))


def imported(data):
    return import_project(json.dumps(data).encode())


def test_what_goes_out_comes_in(project):
    found = import_project(export_project(Content(project.snapshot)))
    assert found.snapshot == project.snapshot


def test_export_import_export_is_identical(project):
    archive = export_project(Content(project.snapshot))
    assert export_project(import_project(archive)) == archive


def test_the_archive_does_not_depend_on_the_order_of_work():
    one, other = Project.new("cdm_pdd", "12.0"), Project.new("cdm_pdd", "12.0")
    for project, paths in ((one, ("P.title", "P.town")), (other, ("P.town", "P.title"))):
        for path in paths:
            project.type_in("facts", path, "Juancho")
    assert export_project(Content(one.snapshot)) == export_project(Content(other.snapshot))


def test_numbers_are_texts_with_the_digits_that_were_given(project):
    answer = archive_of(project)["answers"]["facts"]["P.capacity"]
    assert answer == {"type": "number", "value": "25.20", "origin": "overridden", "note": "As built"}


def test_the_archive_names_nobody_and_no_folder(project):
    assert set(archive_of(project)) == {
        "answers", "attachments", "documents", "format", "format_version", "set_aside",
    }  # fmt: skip


def test_an_answer_that_no_form_knows_is_carried_on(project):
    data = archive_of(project)
    data["answers"]["cdm_pdd"] = {"Z.9.old[r1].x": {"type": "date", "value": "2013-01-01"}}
    data["answers"]["inputs_m7"] = {"I.EG.value": {"type": "number", "value": "0.40"}}
    again = export_project(imported(data))
    assert json.loads(again)["answers"] == data["answers"]


def test_what_was_set_aside_is_carried_on(project):
    aside = SetAside("facts", "P.scale", '{ "value": "gigantic" }', "not one of the choices")
    found = import_project(export_project(Content(project.snapshot, (aside,))))
    assert [(item.path, item.text) for item in found.set_aside] == [("P.scale", '{ "value": "gigantic" }')]


def test_an_answer_given_since_takes_the_place_of_what_was_set_aside(project):
    aside = SetAside("facts", "P.scale", '{ "value": "gigantic" }', "not one of the choices")
    project.type_in("facts", "P.scale", "large")
    found = import_project(export_project(Content(project.snapshot, (aside,))))
    assert (found.set_aside, found.snapshot.of("facts").value("P.scale")) == ((), "large")


def test_hand_written_answers_need_no_type():
    data = archive_of(Project.new("cdm_pdd", "12.0"))
    data["answers"] = {"facts": {"P.capacity": {"value": "25.2"}, "P.scale": {"value": "large"}}}
    assert imported(data).snapshot.of("facts")["P.scale"] == Answer("large")


WRONG_ANSWERS = {
    "P.title": {"value": 5},
    "P.capacity": {"value": "a lot"},
    "P.crediting.start": {"value": "2013-02-30"},
    "P.crediting.length": {"value": "long"},
    "P.scale": {"value": "gigantic"},
    "P.uses_public_funding": {"value": "no"},
    "P.location": {"value": [{"block": "virus"}]},
    "P.sites": {"value": ["r1", "r1"]},
    "P.rounding": {"value": "nearest", "origin": "heard"},
    "P.town": {"value": "x", "colour": "red"},
    "P.region": "Pedernales",
    "P.completion_date": {"type": "text", "value": "2013-01-01"},
}


@pytest.mark.parametrize("path", WRONG_ANSWERS)
def test_an_answer_that_its_place_cannot_hold_is_refused_with_the_place(project, path):
    data = archive_of(project)
    data["answers"]["facts"][path] = WRONG_ANSWERS[path]
    with pytest.raises(Damaged) as told:
        imported(data)
    assert path in told.value.message
    assert told.value.remedy


def with_(**changes):
    return lambda data: data.update(changes)


def attached(**changes):
    carried = {"name": "a.txt", "media_type": "text/plain", "sha256": "0" * 64, "content": ""}
    return with_(attachments=[{**carried, **changes}])


WRONG_ARCHIVES = {
    "another format": with_(format="something"),
    "no version": with_(format_version="1"),
    "answers in a list": with_(answers=[]),
    "paths in a list": with_(answers={"facts": []}),
    "no documents": with_(documents=[]),
    "documents of texts": with_(documents=["facts"]),
    "a document twice removed": with_(documents=[{"id": "facts", "form": "cdm_pdd", "version": "12.0"}]),
    "a place of any length": with_(answers={"facts": {"P." + "a" * 1000: {"value": "x"}}}),
    "a place that is none": with_(answers={"facts": {"P.sites[": {"value": "x"}}}),
    "half a character": with_(answers={"facts": {"P.title": {"value": "\ud800"}}}),
    "an attachment of another hash": attached(),
    "an attachment that is no base64": attached(content="***"),
    "an attachment that leads elsewhere": attached(
        name="../../evil.sh", content=base64.b64encode(b"x").decode(), sha256=attachment("x", b"x").sha256
    ),
    "an attachment without a media type": attached(
        media_type="exe", content=base64.b64encode(b"x").decode(), sha256=attachment("x", b"x").sha256
    ),
}


@pytest.mark.parametrize("kind", WRONG_ARCHIVES)
def test_an_archive_that_contradicts_itself_is_told(project, kind):
    data = archive_of(project)
    WRONG_ARCHIVES[kind](data)
    with pytest.raises(Damaged) as told:
        imported(data)
    assert told.value.remedy


@pytest.mark.parametrize(
    "text",
    ["", "no JSON", "[]", "null", "[" * 200_000, '{"format": 1.5}', '{"a": NaN}', '{"format": "x", "format": "y"}',
     '{"format": ' + "9" * 10_000 + "}", "\ufeff{}"],
)  # fmt: skip
def test_what_is_no_archive_is_told(text):
    with pytest.raises(Damaged):
        import_project(text.encode())


def test_bytes_that_are_no_text_are_told():
    with pytest.raises(Damaged):
        import_project(b'{"format": "\xff\xfe"}')


def test_an_archive_of_a_newer_program_is_refused(project):
    with pytest.raises(Refused, match="version 3 of the format") as told:
        imported({**archive_of(project), "format_version": 3})
    assert "newer version" in told.value.remedy


def test_a_form_that_does_not_ship_is_refused(project):
    data = archive_of(project)
    data["documents"][-1]["version"] = "99.0"
    with pytest.raises(UserError, match=r"no form cdm_pdd in version 99\.0") as told:
        imported(data)
    assert told.value.exit_code == 4
