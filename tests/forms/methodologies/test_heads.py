"""Heads of methodologies are read without their equations, and say the same."""

from __future__ import annotations

from forms.methodologies import available, methodology
from forms.methodologies.heads import heads, outline


def test_there_is_a_head_for_all_that_ships():
    assert [(head.code, head.version) for head in heads()] == list(available())


def test_a_head_says_what_the_methodology_says():
    whole = methodology("ACM0002", "20.0")
    (head,) = [head for head in heads() if head.id == "ACM0002:20.0"]
    for name in ("title", "kind", "scopes", "scale", "evidence", "in_force_from", "in_force_to", "source"):
        assert getattr(head, name) == getattr(whole, name), name


def test_an_outline_names_conditions_and_tools_of_tools():
    found = outline("AMS-III.F", "12.0")
    own = [
        condition for condition in methodology("AMS-III.F", "12.0").conditions if condition.origin.code == "AMS-III.F"
    ]
    assert len(found.conditions) == len(own)
    assert {"TOOL13", "TOOL04", "TOOL03"} <= {tool.code for tool in found.calls}
