"""Messages without a window: nobody has to look, and dialogs are answered beforehand."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from ui.messages import Message


@dataclass
class FakeMessages:
    """Remembers what was told, and answers questions from a list, in order."""

    answers: list[Path | None] = field(default_factory=list)
    told: list[Message] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def tell(self, message: Message) -> None:
        """Remember the message."""
        self.told.append(message)

    def file_to_open(self, parent: QWidget, title: str, folder: Path, kinds: str) -> Path | None:
        """The next answer."""
        del parent, folder, kinds
        return self._next(title)

    def file_to_save(self, parent: QWidget, title: str, proposal: Path, kinds: str) -> Path | None:
        """The next answer."""
        del parent, proposal, kinds
        return self._next(title)

    def folder(self, parent: QWidget, title: str, start: Path) -> Path | None:
        """The next answer."""
        del parent, start
        return self._next(title)

    def texts(self) -> Sequence[str]:
        """Everything told, as plain text."""
        return [message.text for message in self.told]

    def _next(self, title: str) -> Path | None:
        self.asked.append(title)
        return self.answers.pop(0) if self.answers else None
