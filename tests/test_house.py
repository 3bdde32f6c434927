"""Guards of the house as a whole: its packages, its import rules, its lock."""

import importlib
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
FLOORS = ("desktop", "ui", "reports", "forms")


@pytest.fixture(scope="module")
def settings():
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def lock():
    return (ROOT / "requirements.lock").read_text(encoding="utf-8")


def locked_versions(lock):
    """Name and version of each package; one that differs by system keeps its newest."""
    return {
        canonicalize_name(name): version
        for name, version in sorted(re.findall(r"^([\w.-]+)==(\S+)", lock, flags=re.MULTILINE))
    }


def test_the_four_packages_lie_in_one_folder():
    """Another distribution with a package of the same name would stand in for ours without a word."""
    places = {Path(importlib.import_module(floor).__file__).parents[1] for floor in FLOORS}
    assert places == {ROOT}


@pytest.mark.parametrize("floor", FLOORS)
def test_every_package_says_that_it_is_typed(floor):
    assert (ROOT / floor / "py.typed").is_file()


def test_the_floors_are_a_contract(settings):
    contracts = settings["tool"]["importlinter"]["contracts"]
    assert [contract["layers"] for contract in contracts if contract["type"] == "layers"] == [list(FLOORS)]


@pytest.mark.parametrize(
    ("package", "kept_out_of"),
    [
        ("PySide6", {"forms", "reports"}),
        ("PySide6", {"desktop.cli"}),
        ("sqlalchemy", {"desktop", "ui", "reports", "forms"}),
        ("reportlab", {"desktop", "ui", "forms"}),
        ("xlsxwriter", {"desktop", "ui", "forms"}),
    ],
)
def test_a_library_is_kept_to_its_floor(settings, package, kept_out_of):
    contracts = settings["tool"]["importlinter"]["contracts"]
    forbidding = [contract for contract in contracts if package in contract.get("forbidden_modules", ())]
    assert kept_out_of in [set(contract["source_modules"]) for contract in forbidding]


def test_only_desktop_opens_the_store(settings):
    contracts = settings["tool"]["importlinter"]["contracts"]
    [store] = [contract for contract in contracts if contract["type"] == "protected"]
    assert (store["protected_modules"], store["allowed_importers"]) == (["forms.store"], ["desktop"])


def test_the_command_line_does_not_load_qt():
    """The contract sees what is written; this sees what is loaded."""
    script = "import desktop.cli, sys; print(*{'PySide6', 'shiboken6', 'ui'} & set(sys.modules))"
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("", "")


def test_every_dependency_is_in_the_lock_at_a_version_that_is_allowed(settings, lock):
    project = settings["project"]
    asked = [Requirement(text) for text in project["dependencies"] + project["optional-dependencies"]["dev"]]
    locked = locked_versions(lock)
    wrong = [
        str(requirement)
        for requirement in asked
        if requirement.marker is None or requirement.marker.evaluate()
        if not requirement.specifier.contains(locked.get(canonicalize_name(requirement.name), "0"))
    ]
    assert wrong == []


def test_the_lock_names_hashes_and_no_addresses(lock):
    unhashed = re.findall(r"^[\w.-]+==[^\n]*[^\\]$", lock, flags=re.MULTILINE)
    addresses = re.findall(r"https?://\S+|^--.*index.*|^--find-links.*", lock, flags=re.MULTILINE)
    assert (unhashed, addresses) == ([], [])


def test_qt_stays_below_the_version_that_loses_references_of_none(lock):
    """PySide6 6.12 on Python 3.11 drops a reference of None with each repaint, until the interpreter ends."""
    version = locked_versions(lock)["pyside6-essentials"]
    assert tuple(map(int, version.split(".")))[:2] < (6, 12)
