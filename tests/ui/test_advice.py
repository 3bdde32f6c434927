"""Advice at the field: coordinates that are the wrong way round. Sudenai is at 56.02 N, 21.07 E, in Lithuania."""

from __future__ import annotations

from decimal import Decimal

import pytest

from forms.fieldpath import cell_path
from ui.advice import advice_on
from ui.maps import exchanged, maps

SUDENAI = (Decimal("56.0212"), Decimal("21.0745"))


@pytest.fixture
def place(project):
    """Puts a site into a project whose host is Lithuania; returns its row."""

    def make(latitude: Decimal, longitude: Decimal, country: str = "LT") -> str:
        party, key = project.add_row("facts", "P.parties"), project.add_row("facts", "P.sites")
        project.set("facts", cell_path("P.parties", party, "party"), country)
        project.set("facts", cell_path("P.parties", party, "role"), "host")
        project.set("facts", cell_path("P.sites", key, "name"), "Sudenai")
        project.set("facts", cell_path("P.sites", key, "latitude"), latitude)
        project.set("facts", cell_path("P.sites", key, "longitude"), longitude)
        return key

    return make


def advised(project):
    advice_on(project.read, "facts", "P.sites")
    maps().wait()
    return advice_on(project.read, "facts", "P.sites")


def test_exchanged_coordinates_are_noticed_and_put_right_in_one_step(project, place):
    key = place(SUDENAI[1], SUDENAI[0])
    advice = advised(project)
    assert "The other way round, Sudenai is in Lithuania." in advice.text
    advice.mend(project)
    assert project.read.cell("P.sites", key, "latitude") == SUDENAI[0]
    assert advised(project) is None
    project.undo()
    assert project.read.cell("P.sites", key, "latitude") == SUDENAI[1]


def test_a_site_in_its_country_needs_no_advice(project, place):
    place(*SUDENAI)
    assert advised(project) is None


def test_a_site_abroad_either_way_is_left_to_the_checks(project, place):
    place(*SUDENAI, country="BR")
    assert advised(project) is None


@pytest.mark.parametrize(
    ("country", "longitude", "latitude", "is_wrong"),
    [
        ("DO", -71.29, 18.05, False),
        ("DO", 18.05, -71.29, True),
        ("NZ", 175.0, -40.0, False),
        ("NZ", -40.0, 175.0, True),
        ("LT", 200.0, 56.0, False),
    ],
)
def test_which_points_are_exchanged(country, longitude, latitude, is_wrong):
    assert exchanged(country, [(longitude, latitude)]) == (is_wrong,)


def test_the_advice_stands_at_the_table_and_goes_when_it_is_taken(qtbot, office):
    project = office.project
    party, key = project.add_row("facts", "P.parties"), project.add_row("facts", "P.sites")
    project.set("facts", cell_path("P.parties", party, "party"), "LT")
    project.set("facts", cell_path("P.parties", party, "role"), "host")
    office.window.go_to("facts", "P.sites")
    project.set("facts", cell_path("P.sites", key, "latitude"), SUDENAI[1])
    project.set("facts", cell_path("P.sites", key, "longitude"), SUDENAI[0])
    field = next(field for field in office.window.form.page.fields if field.path == "P.sites")
    qtbot.waitUntil(lambda: field.strips.advice is not None and bool(field.strips.advice.text()))
    field.strips.advice.button.click()
    assert project.read.cell("P.sites", key, "latitude") == SUDENAI[0]
    qtbot.waitUntil(lambda: field.strips.advice.isHidden())
