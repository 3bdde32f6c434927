"""Projects of the registries on the forms that they were written on: entered, carried, checked, printed.

What a registry publishes is little beside a whole design document: the check has to say what is missing, and must
neither invent nor lose anything.
"""

import datetime as dt
import tomllib
from pathlib import Path

import pypdf
import pytest

from desktop.cli import run
from desktop.cli.terminal import DONE
from forms.errors import UserError
from forms.exchange import Content, export_project
from forms.methodologies import methodology
from forms.project import Project
from forms.rules import check
from forms.store import read
from reports.dossier import dossiers_of, print_dossier

FILE = Path(__file__).with_name("registered.toml")
PROJECTS = tomllib.loads(FILE.read_text(encoding="utf-8"))["project"]
every_project = pytest.mark.parametrize("told", PROJECTS, ids=lambda told: told["id"])


def entered(told):
    """The project as a person would type it."""
    form, _, version = told["form"].partition(":")
    project = Project.new(form, version)
    for path, words in told["facts"].items():
        project.type_in("facts", path, words)
    for party, role in told["parties"]:
        add(project, "P.parties", party=party, role=role)
    for entity in told.get("participants", ()):
        add(project, "P.participants", entity=entity)
    for code, version in told["methodologies"]:
        add(project, "P.methodologies", code=code, version=version)
    return project


def add(project, table, **cells):
    row = project.add_row("facts", table)
    for column, words in cells.items():
        project.type_in("facts", f"{table}[{row}].{column}", words)


def ships(code, version):
    try:
        methodology(code, version)
    except UserError:
        return False
    return True


def test_projects_of_four_forms_are_tried():
    assert len(PROJECTS) >= 6
    assert len({told["form"] for told in PROJECTS}) == 4


@every_project
def test_the_crediting_period_ends_on_the_day_of_the_registry(told):
    assert entered(told).read.value("P.crediting.end") == dt.date.fromisoformat(told["ends"])


@every_project
def test_the_archive_is_imported_without_loss(told, tmp_path):
    project = entered(told)
    (tmp_path / "archive.json").write_bytes(export_project(Content(project.snapshot)))
    arguments = ["import", str(tmp_path / "archive.json"), str(tmp_path / "project.cerulean")]
    assert run(arguments, open_window=lambda _: 0) == DONE
    again = read(tmp_path / "project.cerulean")
    assert not again.set_aside
    assert {**again.snapshot.of("facts")} == {**project.snapshot.of("facts")}


@every_project
def test_no_tonne_is_invented_where_the_inputs_are_not_published(told):
    """Missing is not zero: without inputs nothing is calculated, whatever the registry prints as the result."""
    read = entered(told).read
    assert read.results.figure("total") is None
    assert read.results.figure("annual_average") is None


@every_project
def test_a_version_of_a_methodology_that_does_not_ship_is_named(told):
    found = check(entered(told).snapshot)
    said = "\n".join(problem.message for problem in found.problems if "P.methodologies" in problem.path)
    for code, version in told["methodologies"]:
        if not ships(code, version):
            assert f"{code} {version}" in said or (code in said and version in said)


@every_project
def test_what_is_not_published_is_missing_and_nothing_else_is_called_wrong(told):
    """Rules may ask for what is missing; a fact that a registry accepted is not contradicted by another."""
    project = entered(told)
    for problem in check(project.snapshot, stage="draft").errors:
        given = project.snapshot.of(problem.document).get(problem.path)
        assert given is None or problem.rule in _ABOUT_WHAT_IS_NOT_THERE, (problem.rule, problem.path, problem.message)


# The field at which they speak is answered; what they miss stands elsewhere.
_ABOUT_WHAT_IS_NOT_THERE = {"MET-00"}


@every_project
def test_it_is_printed_as_a_draft_with_its_title_and_parties(told, tmp_path):
    project = entered(told)
    kind = next(kind for kind in dossiers_of(project.snapshot) if kind.id.endswith("pdd"))
    built = print_dossier(kind, project.snapshot, tmp_path / "pdd.pdf")
    words = "".join("".join(page.extract_text().split()) for page in pypdf.PdfReader(built.path).pages)
    assert "DRAFT" in words
    assert "".join(told["facts"]["P.title"].split()) in words
