"""The narrative editor: words with few marks, lists, headings, tables; stored as blocks, never as HTML or Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forms.insertions import insertable, pictures, printed_with
from ui.editors.base import Editor, Keystrokes, Spot
from ui.editors.insertions import InsertMenu
from ui.editors.prose_edit import ProseEdit
from ui.editors.prose_figures import PrintedFigures
from ui.editors.prose_tools import ProseTools
from ui.prose_document import Prose, blocks_of, only_blocks
from ui.spelling import Underlining, dictionary
from ui.style import current_theme

if TYPE_CHECKING:
    from forms.answers import Answer
    from forms.fieldtypes import Asked
    from forms.history import Edit

NUMBER_AFTER = 400
"""Milliseconds after an edit, of this narrative or of another, until captions show the numbers that they have now."""


class ProseEditor(Editor):
    """A narrative with its slim row of tools."""

    RANK = 1

    def __init__(self, spot: Spot, parent: QWidget | None = None, *, lines: int = 3) -> None:
        super().__init__(spot, parent)
        self.text = ProseEdit(self, lines=lines)
        self.text.captions.figures = PrintedFigures(spot)
        self._adopt(self.text)
        self._said: Prose = ()
        self._keys = Keystrokes(self)
        self._keys.rested.connect(self._say)
        self._underlining: Underlining | None = None
        self._tools = ProseTools(self.text, self, self.show_insertions)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text)
        self._number = QTimer(self)
        self._number.setSingleShot(True)
        self._number.setInterval(NUMBER_AFTER)
        self._number.timeout.connect(self.text.settle)
        spot.binding.changed.connect(self._project_changed)
        self.text.textChanged.connect(self._typed)
        self.text.insertion_wanted.connect(self.show_insertions)
        self.text.paused.connect(self._end_step)
        self.text.focused.connect(self._focus_moved)
        current_theme().changed.connect(self._recolour)
        self.show_answer(spot.answer)

    @classmethod
    def suits(cls, asked: Asked) -> bool:
        """Narratives."""
        return asked.type == "prose"

    def show_answer(self, answer: Answer | None) -> None:
        """Show the blocks; the cursor stays as near as it can to where it was. What is being typed goes first."""
        if self._keys.are_waiting:
            self._keys.finish()
            return
        blocks = only_blocks(answer.value if answer else None)
        if blocks and blocks == blocks_of(self.text.document()):
            if self.text.is_dressed:
                self._number.start()
            return
        if not blocks and self.text.hasFocus() and self.text.document().isEmpty():
            return
        self._write(blocks)

    def set_readonly(self, readonly: bool) -> None:
        """Words can be selected and copied still."""
        self.text.setReadOnly(readonly)
        self._tools.set_loud(loud=self.text.hasFocus())

    def tools(self) -> QWidget | None:
        """Marks, lists, table, insertions."""
        return self._tools

    def show_insertions(self) -> None:
        """Open the menu of what can be inserted at the cursor."""
        self.insertions().popup(self.text.mapToGlobal(self.text.cursorRect().bottomLeft()))

    def insertions(self) -> InsertMenu:
        """The menu of what can be inserted here and now; it goes when it closes. What was typed can be referred to."""
        self.commit()
        read = printed_with(self.spot.binding.read, self.spot.document)
        offered = insertable(read) if self.text.takes_live else ()
        menu = InsertMenu(offered, pictures(read), self.text.footnote, self)
        if not self.text.takes_live:
            reason = menu.addAction(self.tr("Captions and heads of tables hold plain words only."))
            reason.setEnabled(False)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.chosen.connect(self.text.insert_run)
        menu.picture_chosen.connect(self.text.insert_picture)
        return menu

    def _write(self, blocks: Prose) -> None:
        self.text.show_blocks(blocks)
        self._said = blocks

    def commit(self) -> None:
        """Say what was typed, without waiting for a rest."""
        self._keys.finish()

    def has_pending(self) -> bool:
        """True until the keystrokes rest."""
        return self._keys.are_waiting

    def take_back(self) -> bool:
        """Words are said, then taken back as any other edit."""
        self._keys.finish()
        return False

    def _typed(self) -> None:
        if self.text.is_settling:
            return
        begins = not self._keys.are_waiting
        self._keys.add()
        if begins:
            self.spot.binding.typing.emit()

    def _end_step(self) -> None:
        self._keys.finish()
        self.left.emit()

    def _say(self) -> None:
        """Qt tells of changes of format too; only other blocks are an edit."""
        blocks = blocks_of(self.text.document())
        if blocks != self._said:
            self._said = blocks
            self.edited.emit(blocks or None, True)

    def _project_changed(self, edit: Edit) -> None:
        """Numbers follow figures and tables that come and go elsewhere; pictures follow their files."""
        if any(change.path.startswith("P.evidence") for change in edit.changes):
            self.text.captions.forget()
        if self.text.is_dressed and self.isVisible():
            self._number.start()

    def _focus_moved(self, inside: bool) -> None:
        self._tools.set_loud(loud=inside)
        if inside:
            self._underline()
        if not inside:
            self._end_step()

    def _underline(self) -> None:
        """From the first focus on; a section with forty narratives opens without it."""
        words = dictionary()
        words.learn(self.spot.binding.read)
        words.want()
        if self._underlining is None:
            self._underlining = Underlining(self.text.document(), words)

    def _recolour(self) -> None:
        self._keys.finish()
        self._write(blocks_of(self.text.document()))


__all__ = ["ProseEdit", "ProseEditor"]
