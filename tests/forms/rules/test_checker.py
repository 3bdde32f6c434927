"""Checked again after an edit: only rules that read what changed run, and the outcome is that of a fresh check."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from forms.answers import Answer, Origin
from forms.errors import UserError
from forms.periods import Duration
from forms.prose import parse_markdown
from forms.rules import Checker, check
from tests.forms.rules.projects import approach, cdm, ji, sample, wind_farm
from tests.scenario import Scenario

STARTS = {
    "a blank CDM project": cdm,
    "a blank JI project": ji,
    "a wind farm": wind_farm,
    "an approach": lambda: approach({"BE[y]": "EG * EF"}, EG="100 MWh", EF="0.7 tCO2/MWh"),
    "Los Cocos": lambda: sample("los_cocos"),
    "Sudenai": lambda: sample("sudenai"),
}
WORDS = ("", "specific", "1", "AMS-I.D", "18.0", "A meter of class 0.2S", "M[y]", "EG * EF + 1")
VALUES = {
    "text": WORDS,
    "file": WORDS,
    "number": tuple(Decimal(text) for text in ("0", "-12", "0.5", "101", "70000")),
    "date": (dt.date(1999, 12, 31), dt.date(2008, 1, 1), dt.date(2012, 12, 31), dt.date(2030, 6, 15)),
    "duration": (Duration(0), Duration(1, 1), Duration(7), Duration(21)),
    "yes_no": (True, False),
    "prose": tuple(parse_markdown(text) for text in ("It is TBD.", "The SENI grows.", "It saves 21,500 t CO2e.")),
}


class Checked:
    """A project whose checker hears of every edit, as in the window."""

    def __init__(self, scenario: Scenario) -> None:
        self.project = scenario.project
        self.checker = Checker()
        self.project.listen(lambda edit, _: self.checker.note(edit))
        self.checker.check(self.project.snapshot)

    def compare(self) -> None:
        """Check again, and afresh: both must say the same."""
        again, fresh = self.checker.check(self.project.snapshot), check(self.project.snapshot)
        assert again.problems == fresh.problems
        assert again.rules == fresh.rules


def edit_at_random(checked: Checked, data: st.DataObject) -> None:
    """One edit of any kind, somewhere."""
    project, read = checked.project, checked.project.read
    document = data.draw(st.sampled_from(sorted(project.snapshot.documents)), "document")
    fields = [field for field in read.form(document).fields.values() if field.type != "generated"]
    field = data.draw(st.sampled_from(fields), "field")
    kind = data.draw(st.sampled_from(["put", "put", "put", "row", "undo", "redo"]), "kind")
    if kind == "undo":
        project.undo()
    elif kind == "redo":
        project.redo()
    elif field.type == "table" and not field.home:
        change_rows(project, document, field, data)
    else:
        put(project, document, field.path, field, data)


def change_rows(project, document, field, data) -> None:
    """Add a row, remove one, or fill a cell."""
    rows = project.read.rows(field.path, document)
    kind = data.draw(st.sampled_from(["add", "cell", "cell", "cell", "remove"]), "kind")
    if kind == "add" or not rows:
        project.add_row(document, field.path)
        return
    row = data.draw(st.sampled_from(rows), "row")
    if kind == "remove":
        project.remove_row(document, field.path, row)
    else:
        column = data.draw(st.sampled_from(field.columns), "column")
        put(project, document, f"{field.path}[{row}].{column.key}", column, data)


def put(project, document, path, asked, data) -> None:
    """An answer that the place can hold; what it refuses is no edit."""
    choices = [choice.code for choice in asked.choices] or list(WORDS)
    values = VALUES.get(asked.type, choices)
    if asked.type == "reference":
        values = (*project.read.rows(asked.refers, "" if asked.refers.startswith("P.") else document), "gone")
    answers = [None, Answer(blank_reason="Not yet known."), *(Answer(value) for value in values if value != "")]
    answers.append(Answer(values[-1], Origin.OVERRIDDEN))
    try:
        project.put(document, path, data.draw(st.sampled_from(answers), path))
    except UserError:
        return


@pytest.mark.parametrize("start", STARTS)
# A failure is shown as it was found: making it smaller takes minutes, and the edits are named.
@settings(max_examples=10, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(data=st.data())
def test_after_any_edits_the_check_says_what_a_fresh_one_says(start, data):
    checked = Checked(STARTS[start]())
    for _ in range(data.draw(st.integers(1, 6), "edits")):
        for _ in range(data.draw(st.integers(1, 3), "edits at once")):
            edit_at_random(checked, data)
        checked.compare()


def test_an_override_without_reason_at_a_place_without_answer_is_noticed():
    """A rule that walks over all answers has not read the place that had none."""
    checked = Checked(cdm())
    checked.project.put("facts", "P.capacity", Answer(Decimal(12), Origin.OVERRIDDEN))
    checked.compare()
    assert "ORI-01" in {problem.rule for problem in checked.checker.check(checked.project.snapshot).problems}


def test_nothing_runs_again_without_an_edit():
    checked = Checked(sample("los_cocos"))
    checked.checker.check(checked.project.snapshot)
    assert checked.checker.last_run == 0


def rules_run_again(checked: Checked, path: str, words: str) -> int:
    checked.project.type_in(checked.project.read.document_of(path), path, words)
    checked.checker.check(checked.project.snapshot)
    return checked.checker.last_run


@pytest.mark.parametrize(
    ("path", "words", "at_most"),
    [
        # A narrative: completeness, overrides, and the rules that read words, figures, dates and names in texts.
        ("A.1.purpose", "The plant generates power from wind.", 9),
        ("B.7.3.archiving", "3 years", 3),
        # A fact that enters no equation; whether it does is not known before the calculation is made.
        ("P.town", "Enriquillo", 15),
        ("P.crediting.length", "5 years", 20),
    ],
)
def test_an_edit_of_one_field_runs_few_rules_again(path, words, at_most):
    checked = Checked(sample("los_cocos"))
    assert 0 < rules_run_again(checked, path, words) <= at_most


def test_another_methodology_or_occasion_runs_every_rule_again():
    checked = Checked(sample("los_cocos"))
    every = len(checked.checker.check(checked.project.snapshot).rules)
    assert rules_run_again(checked, "P.stage", "draft") == every
    checked.project.add_row("facts", "P.methodologies")
    checked.checker.check(checked.project.snapshot)
    assert checked.checker.last_run == every
