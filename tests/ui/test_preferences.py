"""Preferences: made from the table, kept, and heeded at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from desktop.settings import PREFERENCES
from ui.dialogs.preferences import PreferencesDialog
from ui.editors.base import Line
from ui.style import SCALES, Look, current_theme

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def dialog(qtbot, office) -> PreferencesDialog:
    office.window.actions_by_id["preferences"].trigger()
    found = office.window.findChild(PreferencesDialog)
    yield found
    current_theme().choose(Look.LIGHT)
    current_theme().set_scale(1.0)
    found.accept()


def choose(dialog: PreferencesDialog, key: str, value: str) -> None:
    combo = dialog.answers[key]
    combo.setCurrentIndex(combo.findData(value))
    combo.activated.emit(combo.currentIndex())


def test_every_setting_has_a_named_answer(dialog, office):
    assert list(dialog.answers) == [preference.key for preference in office.preferences.offered()]
    assert all(answer.accessibleName() for answer in dialog.answers.values())


def test_look_and_size_change_at_once_and_are_kept(dialog, office):
    choose(dialog, "look", "dark")
    choose(dialog, "scale", "1.5")
    assert (current_theme().look, current_theme().scale) == (Look.DARK, 1.5)
    assert (office.preferences.value("look"), office.preferences.value("scale")) == ("dark", "1.5")


def test_a_look_chosen_from_the_menu_is_kept_too(dialog, office):
    office.window.actions_by_id["look_contrast"].trigger()
    assert office.preferences.value("look") == "contrast"


def test_a_name_is_kept_when_it_is_left(dialog, office):
    line = dialog.answers["name"]
    assert isinstance(line, Line)
    QTest.keyClicks(line, "Ana")
    line.editingFinished.emit()
    assert office.preferences.value("name") == "Ana"


def test_dossiers_are_built_as_and_where_is_preferred(dialog, office, tmp_path: Path):
    choose(dialog, "container", "a2")
    office.messages.answers.append(tmp_path)
    buttons = dialog.findChildren(QPushButton)
    browse = next(button for button in buttons if button.property("key") == "dossier_folder")
    browse.click()
    order = office.window.printing.dialog(0).order()
    assert (order.container, order.folder) == ("a2", tmp_path)


def test_every_size_that_the_window_takes_can_be_chosen():
    (sizes,) = (preference.choices for preference in PREFERENCES if preference.key == "scale")
    assert [float(size) for size, _ in sizes] == list(SCALES)
    assert SCALES[-1] == 3.0
