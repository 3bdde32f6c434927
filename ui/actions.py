"""Commands: one `Action` each, with name, icon, shortcut, what it does, and why it is greyed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from ui.style import current_theme, icon

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QWidget

ALWAYS = ""
Shortcut = str | QKeySequence.StandardKey


def _always() -> str:
    return ALWAYS


@dataclass(frozen=True)
class Action:
    """A command of the window.

    `why_not` returns the reason why it cannot be done now; empty when it can. `name` returns the text when it
    changes with the state of the project ("Undo Edit title").
    """

    id: str
    text: str
    do: Callable[[], object]
    icon: str = ""
    shortcuts: tuple[Shortcut, ...] = ()
    why_not: Callable[[], str] = _always
    name: Callable[[], str] | None = None


class Actions(QObject):
    """The commands as Qt actions, by id; `refresh` brings names and greyness up to date."""

    def __init__(self, commands: Iterable[Action], parent: QWidget) -> None:
        super().__init__(parent)
        self._commands = {command.id: command for command in commands}
        self._made = {command.id: self._make(command, parent) for command in self._commands.values()}
        current_theme().changed.connect(self._tint)
        self._tint()
        self.refresh()

    def __getitem__(self, action_id: str) -> QAction:
        return self._made[action_id]

    def ids(self) -> Iterable[str]:
        """Every command."""
        return self._made

    def refresh(self) -> None:
        """Ask every command whether it can be done now, and what it is called."""
        for command in self._commands.values():
            action = self._made[command.id]
            reason = command.why_not()
            text = command.name() if command.name else command.text
            action.setText(text)
            action.setEnabled(not reason)
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            plain = text.replace("&", "").rstrip("…")
            action.setToolTip(f"{plain} ({keys})" if keys and not reason else f"{plain}: {reason}" if reason else plain)
            action.setStatusTip(reason)

    def _make(self, command: Action, parent: QWidget) -> QAction:
        action = QAction(command.text, parent)
        action.setObjectName(command.id)
        action.setShortcuts([key for shortcut in command.shortcuts for key in _sequences(shortcut)])
        action.triggered.connect(_Doer(command.do, action).run)
        parent.addAction(action)
        return action

    def _tint(self) -> None:
        palette = current_theme().palette
        for command in self._commands.values():
            if command.icon:
                self._made[command.id].setIcon(icon(command.icon, palette))


class _Doer(QObject):
    """Calls a command without the `checked` flag that Qt hands over."""

    def __init__(self, do: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._do = do

    def run(self) -> None:
        self._do()


def _sequences(shortcut: Shortcut) -> list[QKeySequence]:
    if isinstance(shortcut, str):
        return [QKeySequence(shortcut)]
    return QKeySequence.keyBindings(shortcut)
