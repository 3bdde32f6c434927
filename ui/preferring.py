"""What the user prefers: asked in a dialog, done at once, and kept when it is changed by a command."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.dialogs.preferences import PreferencesDialog
from ui.spelling import dictionary
from ui.style import Look, current_theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.messages import Messages
    from ui.printing import Printing
    from ui.protocols import Preferences


class Preferring(QObject):
    """Preferences that the window does not know are somebody else's."""

    def __init__(self, preferences: Preferences, messages: Messages, printing: Printing, window: QWidget) -> None:
        super().__init__(window)
        self._preferences, self._messages, self._printing, self._window = preferences, messages, printing, window
        for preference in preferences.offered():
            self._follow(preference.key, preferences.value(preference.key))
        current_theme().changed.connect(self._keep_look)
        dictionary().remember(preferences.value("words"))
        dictionary().learned.connect(partial(preferences.prefer, "words"))

    def ask(self) -> None:
        """Show the dialog."""
        dialog = PreferencesDialog(self._preferences, self._messages, self._window)
        dialog.changed.connect(self._follow)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _follow(self, key: str, value: str) -> None:
        """Do what is preferred."""
        theme = current_theme()
        if key == "look" and value in set(Look) and value != theme.look:
            theme.choose(Look(value))
        elif key == "scale" and value and float(value) != theme.scale:
            theme.set_scale(float(value))
        elif key == "spelling":
            dictionary().switch(on=value != "no")
        elif key == "container":
            self._printing.last = replace(self._printing.last, container=value)
        elif key == "dossier_folder":
            self._printing.folder = Path(value) if value else None

    def _keep_look(self) -> None:
        """The look was changed by a command."""
        theme = current_theme()
        self._preferences.prefer("look", theme.look.value)
        self._preferences.prefer("scale", f"{theme.scale}")
