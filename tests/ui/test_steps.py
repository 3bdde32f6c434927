"""Names of steps are English in the file, whatever language the window speaks, and the window says them in its own."""

from __future__ import annotations

import ast
import datetime as dt
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from forms.anchors import Anchor
from forms.logbook import take_back
from forms.notes import take_note
from ui.language import TRANSLATIONS
from ui.steps import in_words, said, spellings

ROOT = Path(__file__).parents[2]
RECORDING = {"edit", "take_over", "put_all", "_apply", "_order", "_add"}


@pytest.fixture
def french(qapp):
    made = QTranslator(qapp)
    assert made.load("cerulean_fr", str(TRANSLATIONS))
    QCoreApplication.installTranslator(made)
    yield
    QCoreApplication.removeTranslator(made)


def recorded() -> set[str]:
    """Every name that the core gives a step, with `{what}` for what is put in."""
    found = set()
    for file in (ROOT / "forms").rglob("*.py"):
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute | ast.Name):
                named = call.func.attr if isinstance(call.func, ast.Attribute) else call.func.id
                found |= {words for words in map(pattern, call.args) if named in RECORDING and words[:1].isupper()}
    return found


def pattern(node: ast.expr) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    parts = node.values if isinstance(node, ast.JoinedStr) else []
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "{what}" for part in parts)


def test_the_window_knows_the_name_of_every_step_of_the_core():
    patterns = [re.escape(name).replace(r"\{what\}", ".+") for name in said()]
    names = {name for name in recorded() if not name.startswith("{")}
    assert len(names) > 10
    unknown = {name for name in names if not any(re.fullmatch(known, name) for known in patterns)}
    assert unknown == set()


def test_a_step_is_said_in_the_language_of_the_window(french):
    assert in_words("Edit Title of the project") != "Edit Title of the project"
    assert in_words("Edit Title of the project").endswith("Title of the project")
    assert in_words("Paste table") != "Paste table"


def test_a_step_that_nobody_knows_is_said_as_it_is_in_the_file():
    assert in_words("Tableau collé") == "Tableau collé"


def test_a_step_made_in_french_is_english_in_the_file(french, office):
    table = office.window.binding
    office.project.add_row("facts", "P.sites")
    table.project.undo()
    table.project.redo()
    assert office.project.history.undo_label == "Add row"
    assert "Add row" not in office.window.undoing.undo_name()


@pytest.fixture
def russian(qapp):
    made = QTranslator(qapp)
    assert made.load("cerulean_ru", str(TRANSLATIONS))
    QCoreApplication.installTranslator(made)
    yield
    QCoreApplication.removeTranslator(made)


def editor_of(office, path):
    office.window.go_to("facts", path)
    return next(field.editor for field in office.window.form.page.fields if field.path == path)


def choose_methodology(office):
    editor_of(office, "P.methodologies").add("AMS-I.D", "18.0")


def add_a_row(office):
    editor_of(office, "P.sites").verbs.add()


def paste_a_table(office):
    editor = editor_of(office, "P.sites")
    editor.verbs.add()
    editor.grid.setCurrentIndex(editor.grid.grid.index(0, 0))
    QApplication.clipboard().setText("Sudenai\tLendimai")
    QTest.keyClick(editor.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def leave_blank(office):
    next(f for f in office.window.form.page.fields if not f.editor.COMPOUND).verbs._leave_blank("Annex 2.")


def type_a_title(office):
    editor = editor_of(office, "P.title")
    QTest.keyClicks(editor.focusProxy(), "Wind")
    editor.commit()


def take_a_note(office):
    take_note(office.project, "Ask the grid.", Anchor("facts", "P.title"), by="Ana", on=dt.date(2026, 3, 14))


def undo_and_restore(office):
    office.project.type_in("facts", "P.title", "Wind")
    take_back(office.project, list(office.project.history)[-1], 1)


@pytest.mark.parametrize(
    "deed", [choose_methodology, add_a_row, paste_a_table, leave_blank, type_a_title, take_a_note, undo_and_restore]
)
def test_whatever_is_done_in_russian_is_logged_in_english(russian, office, deed):
    before = len(office.project.history)
    deed(office)
    made = list(office.project.history)[before:]
    assert made
    for edit in made:
        assert f"{edit.label}{edit.why}".isascii()
        assert in_words(edit.label) != edit.label
        assert all(change.after is None or change.after.note.isascii() for change in edit.changes)


def test_a_step_is_found_by_what_the_window_calls_it(russian):
    assert "Add row" in spellings("строку")
