"""Days as people write them, in the languages of the window."""

import datetime as dt

import pytest

from forms.errors import UserError
from forms.written_days import read_days

FIRST_OF_MARCH = (dt.date(2026, 3, 1),)


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-01", "2026/03/01", "2026/3/1", "2026.03.01", "20260301", "01.03.2026",
        "1 March 2026", "1st March 2026", "March 1, 2026", "Mar 1, 2026", "mar. 1 2026", "1-Mar-2026",
        "1st of March 2026",
        "1 mars 2026", "1er mars 2026",
        "1 de marzo de 2026", "1 de marzo del 2026", "1 mar 2026",
        "1 марта 2026", "1 марта 2026 \u0433.", "1 март 2026",
        "  1\u00a0mars   2026 ",
    ],
)  # fmt: skip
def test_one_day_in_every_language_of_the_window(text):
    assert read_days(text) == FIRST_OF_MARCH


@pytest.mark.parametrize(
    ("text", "month"),
    [("15 févr. 2008", 2), ("15 août 2008", 8), ("15 aout 2008", 8), ("15 setiembre 2008", 9), ("15 мая 2008", 5)],
)
def test_months_with_and_without_accents(text, month):
    assert read_days(text) == (dt.date(2008, month, 15),)


def test_strokes_leave_open_which_is_the_month():
    assert read_days("03/04/2026") == (dt.date(2026, 4, 3), dt.date(2026, 3, 4))
    assert read_days("03-04-2026") == read_days("03/04/2026")


@pytest.mark.parametrize("text", ["25/04/2026", "04/25/2026", "25.04.2026"])
def test_a_number_above_twelve_is_the_day(text):
    assert read_days(text) == (dt.date(2026, 4, 25),)


def test_the_same_number_twice_leaves_nothing_open():
    assert read_days("03/03/2026") == (dt.date(2026, 3, 3),)


@pytest.mark.parametrize("text", ["31/02/2026", "31 juin 2026", "1 Smarch 2026", "01032026", "3/4/26", "", "soon"])
def test_what_is_no_day_is_none(text):
    assert read_days(text) == ()


def test_a_dossier_is_read_as_forms_print_it_day_first(project_with_facts):
    project_with_facts.type_in("facts", "P.start_date", "01/09/2008")
    assert project_with_facts.read.value("P.start_date") == dt.date(2008, 9, 1)


def test_no_year_beyond_reason_is_kept(project_with_facts):
    with pytest.raises(UserError):
        project_with_facts.type_in("facts", "P.start_date", "12011012")


@pytest.fixture
def project_with_facts():
    from forms.project import Project

    return Project.new("ji_ssc_pdd", "01.1")
