"""What every command of the window does, when it cannot be done, and what it is called now."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.command_reasons import CommandReasons
from ui.commands import commands
from ui.dialogs.shortcuts import ShortcutsDialog, shortcuts_of
from ui.inspector import Tab
from ui.style import Look, current_theme
from ui.together import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.actions import Action
    from ui.main_window import MainWindow

    Deeds = dict[str, Callable[[], object]]


def window_commands(window: MainWindow) -> list[Action]:
    """Every command. They are made before most parts of the window, so many look their part up when they are done."""
    deeds = _on_project(window) | _going_about(window) | _showing(window) | _looks(window)
    deeds |= {command: partial(_do_together, window, command) for command in COMMANDS}
    reasons = CommandReasons(window.workspace, window.navigator, window.checking, window.undoing)
    names = {"undo": window.undoing.undo_name, "redo": window.undoing.redo_name}
    return [replace(command, name=names.get(command.id)) for command in commands(deeds, reasons.table())]


def _on_project(window: MainWindow) -> Deeds:
    files = window.files
    return {
        "new": files.close,
        "open": files.ask_and_open,
        "review": files.ask_and_review,
        "library": window.library_wanted.emit,
        "save": files.save,
        "save_as": files.save_as,
        "revert": files.revert,
        "import": files.import_project,
        "export": files.export,
        "print": partial(_print, window),
        "close": files.close,
        "quit": window.close,
        "undo": window.undoing.undo,
        "redo": window.undoing.redo,
        "preferences": lambda: window.preferring.ask(),
    }


def _going_about(window: MainWindow) -> Deeds:
    go = window.navigator
    return {
        "find": lambda: window.finding.find(),
        "find_next": lambda: window.finding.step(1),
        "find_previous": lambda: window.finding.step(-1),
        "palette": lambda: window.finding.show_palette(),
        "go_section": lambda: window.tree.focus_filter(),
        "next_missing": lambda: window.remaining.go_to_next(),
        "next_problem": lambda: window.inspector.problems.neighbour(1),
        "previous_problem": lambda: window.inspector.problems.neighbour(-1),
        "next_section": partial(go.step, 1),
        "previous_section": partial(go.step, -1),
        "back": go.back,
        "forward": go.forward,
        "next_pane": lambda: window.panes.enter_next(),
    }


def _showing(window: MainWindow) -> Deeds:
    show_tab = window.inspector.show_tab
    return {
        "check": window.checking.run,
        "show_problems": lambda: window.inspecting.show_problems(),
        "show_progress": lambda: window.inspecting.show_progress(),
        "show_working": partial(show_tab, Tab.WORKING),
        "show_evidence": partial(show_tab, Tab.EVIDENCE),
        "show_preview": partial(show_tab, Tab.PREVIEW),
        "show_help": partial(show_tab, Tab.HELP),
        "help_field": partial(show_tab, Tab.HELP),
        "shortcuts": lambda: _show_shortcuts(window),
    }


def _looks(window: MainWindow) -> Deeds:
    theme = current_theme()
    return {
        "toggle_left": lambda: window.tree.setVisible(not window.tree.isVisible()),
        "toggle_right": lambda: window.inspector.setVisible(not window.inspector.isVisible()),
        "larger": partial(theme.resize, 1),
        "smaller": partial(theme.resize, -1),
        "normal_size": partial(theme.resize, 0),
        "look_system": partial(theme.choose, Look.SYSTEM),
        "look_light": partial(theme.choose, Look.LIGHT),
        "look_dark": partial(theme.choose, Look.DARK),
        "look_contrast": partial(theme.choose, Look.CONTRAST),
        "full_screen": lambda: window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen),
    }


def _do_together(window: MainWindow, command: str) -> None:
    window.together.commands()[command]()


def _print(window: MainWindow) -> None:
    window.form.commit()
    window.printing.ask(window.checking.errors)


def _show_shortcuts(window: MainWindow) -> None:
    dialog = ShortcutsDialog(shortcuts_of(window.actions_by_id), window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
