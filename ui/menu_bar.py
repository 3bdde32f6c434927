"""The menus of the window, made from the table of commands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from ui.commands import SEPARATOR, menus
from ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMainWindow

    from ui.actions import Actions
    from ui.files import Files
    from ui.sharing import SharedFiles


def fill_menu_bar(window: QMainWindow, actions: Actions, files: Files, shared: SharedFiles) -> None:
    """Put every command into its menu; names and greyness are brought up to date when a menu opens."""
    lists = {
        "recent": _list_menu(window, tr("Open &recent"), files.fill_recent),
        "backups": _list_menu(window, tr("&Backups"), shared.fill_backups),
        "removed_documents": _list_menu(window, tr("&Bring back a document"), shared.fill_removed_documents),
        "carry_over": _list_menu(window, tr("Carry &over to a later form"), shared.fill_later_forms),
    }
    for entry in menus():
        menu = window.menuBar().addMenu(entry.title)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(actions.refresh)
        for command in entry.commands:
            if command == SEPARATOR:
                menu.addSeparator()
            elif command in lists:
                menu.addMenu(lists[command])
            else:
                menu.addAction(actions[command])


def _list_menu(window: QMainWindow, title: str, fill: Callable[[QMenu], object]) -> QMenu:
    """A menu whose entries are looked up when it opens."""
    menu = QMenu(title, window)
    menu.aboutToShow.connect(partial(fill, menu))
    return menu
