"""Every clause of the two lists is a rule, or says why it needs none."""

from pathlib import Path

import pytest

from desktop.cli import run
from desktop.listing import listed
from desktop.rule_reference import rule_reference
from forms.rules import all_rules
from forms.rules.held import held

PAGE = Path(__file__).parents[3] / "docs" / "rules.md"
# Machine-checkable clauses of a CDM dossier, by family.
CDM = {
    "LEG": "01",
    "DAT": "01 02 03 04 05 06 07 08 09 10",
    "CRP": "01 02 03 04 05 06 07 08 09 10 11",
    "SCL": "01 02 03 04 05 06 07 08 09",
    "DEB": "01 02 03",
    "BUN": "01",
    "PAR": "01 02 03 04",
    "LOA": "01 02 03 04",
    "MOC": "01 02 03",
    "ODA": "01",
    "FRM": "01 02 03 04 05 06 07 08 09 10",
    "LOC": "01",
    "MET": "01 02 03 04 05 06",
    "BND": "01 02 03",
    "CAL": "01 02 03 04 05 06 07 08 09",
    "GWP": "01 02 03 04 05",
    "ADD": "01 02 03 04 05 06",
    "INV": "01 02 03 04 05 06 07 08 09 10",
    "CPA": "01 02",
    "MON": "01 02 03 04 05",
    "ENV": "01",
    "LSC": "01",
    "PUB": "01 02",
    "SUB": "01",
    "FEE": "01",
    "POA": "01",
    "MR": "01 02 03",
}
# Clauses of the JI determination and verification manual, the JI forms and the rules for small-scale projects.
JI = {
    "JI-G": "01 02",
    "JI-P": "01 02 03 04 05 06 07",
    "JI-C": "01 02 03 04 05",
    "JI-B": "01 02 03 04 05 06 07",
    "JI-A": "01 02 03 04",
    "JI-D": "01 02",
    "JI-M": "01 02 03 04 05 06 07 08",
    "JI-L": "01",
    "JI-E": "01 02 03 04 05 06 07 08 09",
    "JI-F": "01",
    "JI-S": "01 10 11 12",
    "JI-U": "01",
    "JI-O": "01",
    "JI-V": "01",
    "JI-X": "01",
}
CLAUSES = [f"{family}-{number}" for family, numbers in CDM.items() for number in numbers.split()]
CLAUSES += [f"{family}{number}" for family, numbers in JI.items() for number in numbers.split()]
RULES = {rule.id for rule in all_rules()}
HELD = {clause.id: clause for clause in held()}


def no_window(*_):
    raise AssertionError


def test_the_lists_are_whole():
    assert (len(CLAUSES), len(set(CLAUSES))) == (168, 168)


@pytest.mark.parametrize("clause", CLAUSES)
def test_a_clause_is_a_rule_or_held(clause):
    assert (clause in RULES) != (clause in HELD)


def test_nothing_else_is_held():
    assert set(HELD) <= set(CLAUSES)


@pytest.mark.parametrize("clause", held(), ids=lambda clause: clause.id)
def test_a_held_clause_says_how(clause):
    assert clause.title
    assert clause.source
    assert clause.by.endswith(".")
    assert not clause.rule or clause.rule in RULES


def test_held_clauses_are_listed_with_the_rules():
    entries = {entry["id"]: entry for entry in listed("rules")}
    assert set(entries) == RULES | set(HELD)
    assert entries["FRM-04"]["held"].startswith("by construction: ")
    assert entries["CRP-01"]["held"] is None
    assert len({frozenset(entry) for entry in entries.values()}) == 1


def test_the_reference_page_is_the_one_that_the_rules_make():
    """`cerulean list rules --markdown > docs/rules.md` mends it."""
    assert PAGE.read_text(encoding="utf-8") == rule_reference()


def test_the_reference_page_has_a_row_for_every_clause_and_rule():
    rows = {line.split(" | ")[0].removeprefix("| ") for line in rule_reference().splitlines() if line.startswith("| ")}
    assert rows - {"Rule", "Clause"} == RULES | set(HELD)


def test_the_page_is_printed(capsys):
    assert run(["list", "rules", "--markdown"], open_window=no_window) == 0
    assert capsys.readouterr().out == rule_reference()


def test_other_lists_have_no_page(capsys):
    assert run(["list", "forms", "--markdown"], open_window=no_window) == 2
    assert "rules" in capsys.readouterr().err
