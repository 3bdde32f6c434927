"""Heads of methodologies are read without their equations, and say the same."""

from __future__ import annotations

from forms.methodologies import available, methodology
from forms.methodologies.heads import head_of, heads, outline


def test_there_is_a_head_for_all_that_ships():
    assert [(head.code, head.version) for head in heads()] == list(available())


def test_a_head_says_what_the_methodology_says():
    head, whole = head_of("ACM0002", "20.0"), methodology("ACM0002", "20.0")
    for name in ("title", "kind", "scopes", "scale", "evidence", "in_force_from", "in_force_to", "source"):
        assert getattr(head, name) == getattr(whole, name), name


def test_an_outline_names_conditions_and_tools_of_tools():
    found = outline("AMS-III.F", "12.0")
    own = [
        condition for condition in methodology("AMS-III.F", "12.0").conditions if condition.origin.code == "AMS-III.F"
    ]
    assert len(found.conditions) == len(own)
    assert {"TOOL13", "TOOL04", "TOOL03"} <= {tool.code for tool in found.calls}


def test_what_does_not_ship_has_no_head():
    assert head_of("ACM9999", "1") is None
