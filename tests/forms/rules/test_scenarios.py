"""Every rule passes and fails where it should."""

from importlib import import_module
from itertools import count
from pathlib import Path

import pytest

from forms.rules import all_rules
from tests.forms.rules.table import Row

THEMES = sorted({rule.theme for rule in all_rules()})
ROWS = tuple(row for theme in THEMES for row in import_module(f"tests.forms.rules.{theme}").ROWS)
numbers = count(1)


def name(row: Row) -> str:
    return f"{row.rule}-{'passes' if row.passes else 'fails'}-{next(numbers)}"


@pytest.mark.parametrize("row", ROWS, ids=name)
def test_the_rule_says_what_the_scenario_expects(row):
    row.hold()


def test_every_rule_has_a_passing_and_a_failing_scenario():
    """A new rule comes with both, in the module of its theme in this folder."""
    wanted = {(rule.id, passes) for rule in all_rules() for passes in (True, False)}
    told = {(row.rule, row.passes) for row in ROWS}
    assert (sorted(wanted - told), sorted(told - wanted)) == ([], [])


def test_scenarios_stand_in_the_module_of_their_theme():
    theme_of = {rule.id: rule.theme for rule in all_rules()}
    strays = {
        row.rule
        for theme in THEMES
        for row in import_module(f"tests.forms.rules.{theme}").ROWS
        if theme_of.get(row.rule) != theme
    }
    assert strays == set()
    assert all((Path(__file__).parent / f"{theme}.py").is_file() for theme in THEMES)
