"""Content that the program makes: shown as it will be printed, never typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forms.definition import Field
from forms.numbering import with_numbers
from forms.views import generated_blocks
from ui.editors.base import Editor, Spot

if TYPE_CHECKING:
    from forms.answers import Answer
    from forms.document import Snapshot
    from forms.fieldtypes import Asked


class GeneratedEditor(Editor):
    """Blocks made from facts, inputs and results. Made anew on `show_answer`."""

    RANK = 1
    COMPOUND = True
    traced = Signal(str)

    def __init__(self, spot: Spot, parent: QWidget | None = None) -> None:
        # The view is made of the same parts as editors are, so it cannot be known when they are read in.
        from ui.blocks_view import BlocksView

        super().__init__(spot, parent)
        self.view = BlocksView(self)
        self._adopt(self.view)
        self.view.traced.connect(self.traced)
        self._shown: Snapshot | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.show_answer(None)

    @classmethod
    def suits(cls, asked: Asked) -> bool:
        """Generated content."""
        return asked.type == "generated"

    def show_answer(self, answer: Answer | None) -> None:
        """Make the content from the project as it is now; nothing happens when that is what is shown."""
        del answer
        snapshot = self.spot.binding.snapshot
        if isinstance(self.spot.asked, Field) and snapshot is not self._shown:
            self._shown = snapshot
            read = self.spot.binding.read.about(self.spot.document)
            self.view.show_blocks(tuple(with_numbers(read, generated_blocks(read, self.spot.asked))))

    def set_readonly(self, readonly: bool) -> None:
        """Always."""
