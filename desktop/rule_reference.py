"""The reference page of the rules, made from the rules themselves: docs/rules.md."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from forms.rules import RULE_SET, STAGES, all_rules
from forms.rules.held import WAYS, held

if TYPE_CHECKING:
    from forms.rules import Rule

_INTRODUCTION = """\
# Rules of the check

Made by `cerulean list rules --markdown`; do not edit by hand. Rule set {rule_set}: {rules} rules, and {held} clauses
that need none.

An *error* has to be mended before submission. A *warning* is mended or explained; the explanation is printed. A rule
is an error only where the clause behind it was found and read; *partial* and *unverified* ones warn. “From …” names the
stage from which a rule is an error; before it, it warns. Quality checks are what a validator is likely to ask.
That a project passes does not mean that it will be validated, approved or registered, nor that what it states is true.
"""


def rule_reference() -> str:
    """The whole page, in Markdown."""
    rules = sorted(all_rules(), key=lambda rule: (rule.theme, rule.id))
    lines = [_INTRODUCTION.format(rule_set=RULE_SET, rules=len(rules), held=len(held()))]
    for theme, group in groupby(rules, key=lambda rule: rule.theme):
        lines += [f"## {theme.replace('_', ' ').capitalize()}", "", *_RULE_HEAD, *map(_rule_row, group), ""]
    lines += ["## Clauses without a rule", "", *_HELD_HEAD, *_held_rows(), ""]
    return "\n".join(lines).rstrip() + "\n"


_RULE_HEAD = (
    "| Rule | What it asks | Severity | Step | For | In force | Evidence | Source |",
    "|---|---|---|---|---|---|---|---|",
)
_HELD_HEAD = ("| Clause | Title | How it is held | Source |", "|---|---|---|---|")


def _rule_row(rule: Rule) -> str:
    return _row(rule.id, rule.title, _severity(rule), rule.step.value, _for(rule), _in_force(rule), rule.evidence,
                rule.source)  # fmt: skip


def _severity(rule: Rule) -> str:
    """The severity at every stage: one word, or from which stage on it is an error."""
    errors = [stage for stage in STAGES if rule.severity_at(stage).value == "error"]
    if not errors or len(errors) == len(STAGES):
        return rule.severity_at(STAGES[-1]).value
    return f"error from {errors[0].replace('_', ' ')}"


def _for(rule: Rule) -> str:
    mechanism = {"cdm": "CDM", "ji": "JI"}.get(rule.mechanism, "CDM, JI")
    recipients = {"eb": "Executive Board", "jisc": "JISC", "host": "host Party"}
    named = ", ".join(recipients[each] for each in rule.recipients) if len(rule.recipients) < len(recipients) else ""
    return f"{mechanism}; {named}" if named else mechanism


def _in_force(rule: Rule) -> str:
    start, end = rule.in_force.start, rule.in_force.end
    if not start and not end:
        return "always"
    return f"{start or ''} to {end or ''}".strip()


def _held_rows() -> Iterator[str]:
    for clause in sorted(held(), key=lambda clause: (list(WAYS).index(clause.how), clause.id)):
        yield _row(clause.id, clause.title, clause.words, clause.source)


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
