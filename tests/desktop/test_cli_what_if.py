"""What if, on the command line: one input varied, another choice beside what was chosen."""

import json

import pytest

from forms.exchange import Content
from forms.store import Author, create
from tests.forms.rules.projects import wind_farm


@pytest.fixture
def wind_file(tmp_path):
    """30,000 MWh a year at 0.7 t/MWh for two years: 42,000 t."""
    path = tmp_path / "wind.cerulean"
    create(path, Content(wind_farm().project.snapshot), Author("Ana", "desk-1", "Cerulean 0.1.0"))
    return path


def test_the_total_moves_with_the_electricity(cerulean, wind_file):
    (row,) = json.loads(cerulean("calculate", wind_file, "--vary", "EG_facility", "--json").out)["varied"]
    assert [float(row[name]) for name in ("low", "base", "high")] == [37800, 42000, 46200]


def test_by_how_much_can_be_said(cerulean, wind_file):
    done = cerulean("calculate", wind_file, "--vary", "EG_facility", "--by", "50")
    assert done.code == 0
    assert "21,000.00" in done.out
    assert "63,000.00" in done.out


@pytest.mark.parametrize("change", ["0", "-5", "much", "101"])
def test_a_change_that_is_none_is_2(cerulean, wind_file, change):
    assert cerulean("calculate", wind_file, "--vary", "EG_facility", "--by", change).code == 2


def test_an_unknown_input_is_2(cerulean, wind_file):
    assert cerulean("calculate", wind_file, "--vary", "EG_facilty").code == 2


def test_another_choice_stands_beside_what_was_chosen(cerulean, wind_file):
    """Without a factor for another way to the combined margin the years are not known, and what lacks is named."""
    cases = json.loads(cerulean("calculate", wind_file, "--choose", "cm_method=weighted", "--json").out)["choices"]
    assert [case["choice"] for case in cases] == ["as it is", "cm_method=weighted"]
    assert (float(cases[0]["total"]), cases[1]["total"]) == (42000, None)
    assert cases[1]["missing"]


def test_a_choice_that_is_none_is_2_with_those_that_there_are(cerulean, wind_file):
    done = cerulean("calculate", wind_file, "--choose", "margin=other")
    assert (done.code, "cm_method" in done.err) == (2, True)
