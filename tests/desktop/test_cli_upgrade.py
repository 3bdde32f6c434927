"""`cerulean upgrade`: a later form is asked for, never taken by itself, and nothing is dropped silently."""

import json

import pytest

from desktop.cli import run
from desktop.cli.terminal import DONE, WRONG_USE
from forms.errors import UserError
from forms.store import read


def cerulean(*arguments):
    return run([str(argument) for argument in arguments], open_window=lambda _: 0)


@pytest.fixture
def old(tmp_path):
    """A project on the form of 2006 with an answer that the later form has no place for."""
    from forms.exchange import Content
    from forms.project import Project
    from forms.store import Author, create
    from forms.upgrade import migrations

    project = Project.new("cdm_pdd", "03")
    project.type_in("facts", "P.title", "Wind farm of 2006")
    known = next(known for known in migrations("cdm_pdd", "12.0") if (known.form, known.version) == ("cdm_pdd", "03"))
    lost = next(path for path in known.removed if "[" not in path and project.read.field("cdm_pdd", path).type in
                {"text", "prose"})  # fmt: skip
    project.type_in("cdm_pdd", lost, "Told on the old form only.")
    file = tmp_path / "old.cerulean"
    create(file, Content(project.snapshot), Author("Ana", "desk", "Cerulean"))
    return file


def test_the_newest_form_that_takes_it_over_is_meant(old, tmp_path, capsys):
    before = old.read_bytes()
    assert cerulean("upgrade", old, tmp_path / "new.cerulean") == DONE
    snapshot = read(tmp_path / "new.cerulean").snapshot
    assert snapshot.heads[snapshot.main] == ("cdm_pdd", "12.0")
    assert old.read_bytes() == before
    assert "Told on the old form only." in capsys.readouterr().out


def test_what_found_no_place_is_said_in_json(old, tmp_path, capsys):
    assert cerulean("upgrade", old, tmp_path / "new.cerulean", "--json") == DONE
    (lost,) = json.loads(capsys.readouterr().out)["without_place"]
    assert lost["text"] == "Told on the old form only."
    assert lost["reason"]


def test_a_form_that_does_not_take_it_over_is_refused(old, tmp_path, capsys):
    assert cerulean("upgrade", old, tmp_path / "new.cerulean", "--to", "ji_pdd:01") == UserError("").exit_code
    assert "cannot be carried" in capsys.readouterr().err


def test_the_newest_form_has_nothing_to_upgrade_to(tmp_path, capsys):
    assert cerulean("new", tmp_path / "a.cerulean", "--form", "cdm_pdd:12.0") == DONE
    assert cerulean("upgrade", tmp_path / "a.cerulean", tmp_path / "b.cerulean") == WRONG_USE
    assert "nothing to upgrade" in capsys.readouterr().err
