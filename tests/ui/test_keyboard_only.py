"""A small project from the welcome page to the printed dossier, by keys alone: what a person without a mouse can do.

Keys go to the window that has the focus, as those of a real keyboard do: menus, lists and dialogs get theirs. Nothing
is pressed, shown or put into the project in any other way; only the system's dialogs for files are stood in for.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QRadioButton, QTextEdit, QWidget

from desktop.application import KeptPreferences
from desktop.dossiers import Checks, PrintedDossiers
from desktop.folders import folders
from desktop.workspace import Workspace
from tests.ui.messages import FakeMessages
from ui.editors.grid import Grid
from ui.jobs import Jobs
from ui.labels import ElidedButton
from ui.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Iterator

Key = Qt.Key
CTRL, SHIFT, ALT, PLAIN = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.NoModifier,
)
TITLE = "Cerro Alto Wind Farm"
# 8.25 MW that deliver 28,988 MWh a year, on a grid with 0.6213 t CO2/MWh: 28,988 * 0.6213 = 18,010.2444, rounded down.
CAPACITY, POWER, FACTOR, REDUCTIONS = "8.25", "28988", "0.6213", "18,010"


class Person:
    """Somebody at the keyboard, who sees what has the focus, and what it is called."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        QTest.qWaitForWindowActive(window)

    # -- seeing ---------------------------------------------------------------------------------------------------

    @property
    def focus(self) -> QWidget:
        """What has the focus; a test that loses it fails here."""
        found = QApplication.activePopupWidget() or QApplication.focusWidget()
        assert found is not None, "nothing has the focus"
        return found

    @property
    def name(self) -> str:
        """What a screen reader calls it."""
        words = getattr(self.focus, "text", None)
        own = words() if isinstance(self.focus, QPushButton) and words is not None else ""
        return self.focus.accessibleName() or own

    def wait(self, milliseconds: int = 1) -> None:
        QTest.qWait(milliseconds)

    def wait_for(self, condition, seconds: float = 30) -> None:
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, "waited in vain"
            self.wait(20)

    # -- pressing -------------------------------------------------------------------------------------------------

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN, times: int = 1) -> None:
        for _ in range(times):
            self._strike(key, modifier)
            self.wait()

    def type(self, text: str) -> None:
        for sign in text:
            self._strike(sign)
        self.wait()

    def _strike(self, *key) -> None:
        """Down and up: a key that opens or closes a menu comes up in another window than it went down in."""
        for way in (QTest.keyPress, QTest.keyRelease):
            # Python lets go of the handle with the widget it was asked of: both must be held.
            shown = QApplication.activePopupWidget() or QApplication.activeWindow() or self.window
            way(shown.windowHandle(), *key)

    def tab_to(self, words: str, most: int = 80) -> None:
        """Press Tab until the focus is in something called so."""
        been = []
        for _ in range(most):
            if words.casefold() in self.name.casefold():
                return
            been.append(self.name)
            self.press(Key.Key_Tab)
        pytest.fail(f"Tab never came to “{words}”, only to: {been}")

    def go_to(self, words: str) -> None:
        """Find a section or field in the tree, and go on there."""
        self.press(Key.Key_G, CTRL)
        self.type(words)
        self.press(Key.Key_Return)
        self.wait(30)

    # -- answering ------------------------------------------------------------------------------------------------

    def pick(self, words: str) -> None:
        """Choose an answer by a part of its words: among buttons with the arrows, in a list by going down it."""
        for _ in range(60):
            if words.casefold() in self._offered().casefold():
                if isinstance(self.focus, QRadioButton) and not self.focus.isChecked():
                    self.press(Key.Key_Space)
                return
            self.press(Key.Key_Down)
        pytest.fail(f"“{words}” is not offered, last was “{self._offered()}”")

    def _offered(self) -> str:
        return self.focus.currentText() if isinstance(self.focus, QComboBox) else self.name

    def search(self, words: str) -> None:
        """Choose from a long list by typing a part of the word."""
        self.type(words)
        self.wait(30)
        self.press(Key.Key_Down)
        self.press(Key.Key_Return)

    def choose_entry(self, words: str) -> None:
        """Go down an open menu to an entry, and take it."""
        for _ in range(60):
            action = self.focus.activeAction()
            if action is not None and words.casefold() in action.text().casefold():
                self.press(Key.Key_Return)
                return
            self.press(Key.Key_Down)
        pytest.fail(f"the menu has no “{words}”: {[action.text() for action in self.focus.actions()]}")

    def answer_anything(self) -> None:
        """Answer what has the focus, as its kind of field is answered."""
        focus = self.focus
        if isinstance(focus, QRadioButton):
            self.press(Key.Key_Space)
        elif isinstance(focus, QComboBox) and focus.isEditable():
            self.search("a")
        elif isinstance(focus, QComboBox):
            self.press(Key.Key_Down)
        elif isinstance(focus, ElidedButton):
            self.press(Key.Key_Insert, ALT)
        elif isinstance(focus, QPushButton):
            self.press(Key.Key_Space)
        elif isinstance(focus, Grid):
            if focus.currentIndex().data():
                self.press(Key.Key_Insert, ALT)
            self.press(Key.Key_Return)
            self.answer_anything()
            self.press(Key.Key_Return)
        elif isinstance(focus, QLineEdit):
            self.type({"date": "1 March 2026", "duration": "20 years", "text": "Plant"}.get(self._asked(), "0.5"))
            self.press(Key.Key_Return)
        elif isinstance(focus, QTextEdit):
            self.type("As studied.")
        else:
            field, section = self.window.navigator.focus, self.window.navigator.place
            pytest.fail(f"{field} of {section} cannot be answered by keys: {self.name} {focus}")

    def _asked(self) -> str:
        window = self.window
        return window.binding.read.asked(*window.navigator.focus).type

    def fill_row(self, *cells: str) -> None:
        """Add a row to an empty table, and type its cells from left to right."""
        self.press(Key.Key_Space)
        self.wait(50)
        for text in cells:
            self.type(text)
            self.press(Key.Key_Tab)


@pytest.fixture
def window(qtbot, qapp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setenv("CERULEAN_HOME", str(tmp_path / "home"))
    workspace, jobs, messages = Workspace(folders()), Jobs(), FakeMessages()
    made = MainWindow(workspace, jobs, messages, PrintedDossiers(), Checks(), KeptPreferences(workspace))
    made.messages, made.jobs, made.workspace = messages, jobs, workspace
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    made.activateWindow()
    yield made
    made._closing = True
    made.close()
    jobs.stop()
    workspace.close()


# What the offscreen platform says when a menu opens.
@pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)
def test_a_small_project_from_the_welcome_page_to_the_printed_dossier(window, tmp_path: Path):
    person = Person(window)
    start_a_project(person)
    state_the_facts(person)
    name_participant_and_site(person)
    apply_the_methodology(person)
    tell_the_purpose(person)
    answer_what_is_left(person)
    look_at_a_problem(person)
    save(person, tmp_path / "cerro_alto.cerulean")
    words = print_the_dossier(person, tmp_path)
    assert TITLE in words
    assert f"The plant reduces {REDUCTIONS}" in " ".join(words.split())


@pytest.mark.skipif(not shutil.which("Xvfb"), reason="needs the program Xvfb")
def test_the_same_on_a_virtual_screen(tmp_path: Path):
    """The offscreen platform grabs no keyboard and opens menus at once; a real screen differs."""
    screen = f":{90 + os.getpid() % 900}"
    server = subprocess.Popen(["Xvfb", screen, "-screen", "0", "1280x720x24"], stderr=subprocess.DEVNULL)
    try:
        environment = os.environ | {"DISPLAY": screen, "QT_QPA_PLATFORM": "xcb", "CERULEAN_HOME": str(tmp_path)}
        test = f"{__file__}::{test_a_small_project_from_the_welcome_page_to_the_printed_dossier.__name__}"
        command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:randomly", "-p", "no:xdist", test]
        time.sleep(1)
        run = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=600, check=False)
        assert run.returncode == 0, run.stdout[-4000:]
    finally:
        server.terminate()
        server.wait()


# -- the steps --------------------------------------------------------------------------------------------------------


def start_a_project(person: Person) -> None:
    assert person.name == "Open a project…"
    person.tab_to("Mechanism")
    person.pick("Clean Development Mechanism")
    person.tab_to("Scale")
    person.pick("Small scale")
    person.tab_to("Host country")
    person.search("Dominican R")
    person.tab_to("Title")
    person.type(TITLE)
    person.press(Key.Key_Return)
    person.wait_for(lambda: person.window.form.isVisible())
    assert person.window.binding.read.text("P.title") == TITLE


def state_the_facts(person: Person) -> None:
    person.go_to("Installed capacity")
    person.type(CAPACITY)
    person.go_to("P.crediting.type")
    person.pick("Fixed")
    person.go_to("P.crediting.start")
    person.type("1 January 2027")
    person.go_to("P.crediting.length")
    person.type("10 years")
    person.press(Key.Key_Return)
    read = person.window.binding.read
    assert read.text("P.capacity").startswith(CAPACITY)
    assert read.text("P.crediting.end") == "31/12/2036"


def name_participant_and_site(person: Person) -> None:
    person.go_to("Project participants")
    person.fill_row("Alta Energy Ltd")
    person.pick("Dominican Republic")
    person.tab_to("Private or public")
    person.pick("Private")
    person.go_to("Sites")
    person.fill_row("Cerro Alto", "19.75", "-70.9", "ridge")
    read = person.window.binding.read
    (party,), (participant,), (site,) = (read.rows(path) for path in ("P.parties", "P.participants", "P.sites"))
    assert read.cell("P.participants", participant, "party") == party
    assert read.cell("P.sites", site, "longitude") == Decimal("-70.9")


def apply_the_methodology(person: Person) -> None:
    person.go_to("Methodologies applied")
    person.fill_row("AMS-I.D", "18.0")
    person.press(Key.Key_Escape)
    person.wait(200)
    person.go_to("I.options.cm_method")
    person.pick("Combined margin published")
    person.go_to("I.EG_facility.value")
    person.type(POWER)
    person.go_to("I.EF_CM_published.value")
    person.type(FACTOR)
    person.press(Key.Key_Return)
    person.wait_for(lambda: person.window.jobs.is_idle)


def tell_the_purpose(person: Person) -> None:
    """With a calculated figure, from the menu of what can be inserted."""
    person.go_to("A.1.purpose")
    person.type("The plant reduces ")
    person.press(Key.Key_I, CTRL | SHIFT)
    person.press(Key.Key_Down)
    person.press(Key.Key_Right)
    person.wait(20)
    person.choose_entry("Annual average of the emission")
    person.type(" a year.")
    assert REDUCTIONS in person.focus.toPlainText()


def answer_what_is_left(person: Person) -> None:
    """From one required field to the next, whatever it asks for, until the window says that nothing is left."""
    window = person.window
    for _ in range(400):
        if not window.actions_by_id["next_missing"].isEnabled():
            check(person)
            if not window.checking.completeness.missing:
                return
        before = window.navigator.focus
        person.press(Key.Key_Return, CTRL)
        if window.navigator.focus == before:
            check(person)
        else:
            person.answer_anything()
    pytest.fail(f"stuck at {window.navigator.focus}, never answered: {window.checking.completeness.missing}")


def check(person: Person) -> None:
    person.press(Key.Key_F5)
    person.wait(20)
    person.wait_for(lambda: person.window.jobs.is_idle)


def look_at_a_problem(person: Person) -> None:
    check(person)
    person.press(Key.Key_F8)
    place = person.window.navigator.focus
    assert any((problem.document, problem.path) == place for problem in person.window.checking.problems)


def save(person: Person, file: Path) -> None:
    person.window.messages.answers.append(file)
    person.press(Key.Key_S, CTRL)
    assert file.exists()
    assert not person.window.workspace.is_modified


def print_the_dossier(person: Person, folder: Path) -> str:
    """Opens ready to go; returns the words of the pages."""
    person.press(Key.Key_P, CTRL)
    person.wait(50)
    person.press(Key.Key_Return)
    person.wait_for(lambda: any(folder.glob("*.pdf")), seconds=120)
    person.wait_for(lambda: person.window.jobs.is_idle, seconds=120)
    with pypdfium2.PdfDocument(next(folder.glob("*.pdf"))) as pages:
        return " ".join(page.get_textpage().get_text_bounded() for page in pages)
