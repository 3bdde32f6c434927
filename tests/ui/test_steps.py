"""Names of steps are English in the file, whatever language the window speaks, and the window says them in its own."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from ui.language import TRANSLATIONS
from ui.steps import in_words, said

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
    assert "Add row" not in office.window._undo_name()
