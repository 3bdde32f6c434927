"""`cerulean series`: a dry run changes nothing, a fault is named by its row, and the import is one step."""

import json

import pytest

from desktop.cli import run
from desktop.cli.terminal import DONE, HAS_ERRORS, WRONG_USE
from forms.store import read

PLACE = ("inputs_m1", "I.EG_system.value")


def cerulean(*arguments):
    return run([str(argument) for argument in arguments], open_window=lambda _: 0)


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A wind farm on a grid, with values for 2005 to 2009."""
    monkeypatch.setenv("CERULEAN_HOME", str(tmp_path / "home"))
    file = tmp_path / "wind.cerulean"
    assert cerulean("sample", "los_cocos", file) == DONE
    return file


@pytest.fixture
def data(tmp_path):
    file = tmp_path / "load.csv"
    file.write_text("Year;Generation [GWh]\n2010;11,5\n2011;12,25\n", encoding="utf-8")
    return file


def years(file):
    answers = read(file).snapshot.of("inputs_m1")
    return [answers.value(f"I.sets.h[{key}].name") for key in answers.rows("I.sets.h")]


def test_a_dry_run_changes_nothing(project, data, capsys):
    before = project.read_bytes()
    assert cerulean("series", project, *PLACE, data, "--dry-run", "--json") == DONE
    told = json.loads(capsys.readouterr().out)
    assert (told["rows"], told["added"], told["new_rows"], told["findings"]) == (2, 2, 2, [])
    assert project.read_bytes() == before


def test_a_series_is_saved_in_the_unit_of_the_field(project, data):
    assert cerulean("series", project, *PLACE, data) == DONE
    assert years(project)[-2:] == ["2010", "2011"]
    answers = read(project).snapshot.of("inputs_m1")
    key = answers.rows("I.sets.h")[-1]
    assert answers.value(f"I.EG_system.value[{key}]") == 12250


def test_a_fault_holds_everything_back_unless_it_is_left_out(project, data, capsys):
    data.write_text("Year;Generation\n2010;11.5\n2011;much\n", encoding="utf-8")
    assert cerulean("series", project, *PLACE, data) == HAS_ERRORS
    assert "row 3, column B" in capsys.readouterr().out
    assert "2010" not in years(project)
    assert cerulean("series", project, *PLACE, data, "--leave-out") == HAS_ERRORS
    assert years(project)[-1] == "2010"


def test_columns_can_be_named(project, data):
    data.write_text("a;b;c\n7;2010;11.5\n8;2011;12.5\n", encoding="utf-8")
    assert cerulean("series", project, *PLACE, data, "--map", "h=B", "--map", "value=C") == DONE
    assert years(project)[-2:] == ["2010", "2011"]


@pytest.mark.parametrize("wrong", [("--map", "hour=B"), ("--sheet", "Load")])
def test_what_does_not_exist_is_named(project, data, wrong):
    assert cerulean("series", project, *PLACE, data, *wrong) == WRONG_USE


def test_a_field_for_one_value_is_refused(project, data, capsys):
    assert cerulean("series", project, "facts", "P.title", data) == WRONG_USE
    assert "takes no series" in capsys.readouterr().err
