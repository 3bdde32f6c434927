"""The one way to tell the user something or to ask: a strip in the window, and file dialogs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.language import spoken

if TYPE_CHECKING:
    from collections.abc import Callable

    from forms.errors import UserError

Kind = Literal["info", "warning", "error"]


@dataclass(frozen=True)
class Option:
    """One thing the user can do about a message."""

    label: str
    do: Callable[[], object]


@dataclass(frozen=True)
class Message:
    """What the strip shows. A message with options stays until one is chosen or it is closed."""

    text: str
    remedy: str = ""
    kind: Kind = "info"
    options: tuple[Option, ...] = ()


class Messages(Protocol):
    """What the window asks of messages."""

    def tell(self, message: Message) -> None:
        """Show a message without stopping anybody."""

    def file_to_open(self, parent: QWidget, title: str, folder: Path, kinds: str) -> Path | None:
        """Ask for an existing file; `None` when the user thought better of it."""

    def file_to_save(self, parent: QWidget, title: str, proposal: Path, kinds: str) -> Path | None:
        """Ask where to write."""

    def folder(self, parent: QWidget, title: str, start: Path) -> Path | None:
        """Ask for a folder."""


def message_of(error: UserError) -> Message:
    """A mistake that the user can mend, as a message."""
    return Message(spoken(error.message), spoken(error.remedy), "error")


class WindowMessages(QObject):
    """The real thing: `told` goes to the strip of the window, questions about files to the system's dialogs."""

    told = Signal(object)

    def tell(self, message: Message) -> None:
        """Show a message in the strip of the window."""
        self.told.emit(message)

    def file_to_open(self, parent: QWidget, title: str, folder: Path, kinds: str) -> Path | None:
        """Ask with the system's dialog."""
        name, _ = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
        return Path(name) if name else None

    def file_to_save(self, parent: QWidget, title: str, proposal: Path, kinds: str) -> Path | None:
        """Ask with the system's dialog."""
        name, _ = QFileDialog.getSaveFileName(parent, title, str(proposal), kinds)
        return Path(name) if name else None

    def folder(self, parent: QWidget, title: str, start: Path) -> Path | None:
        """Ask with the system's dialog."""
        name = QFileDialog.getExistingDirectory(parent, title, str(start))
        return Path(name) if name else None
