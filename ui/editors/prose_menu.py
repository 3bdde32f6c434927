"""The context menu of a narrative: spelling, clipboard, and what one does to a figure or a table."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QTextCursor
from PySide6.QtWidgets import QMenu

from ui import prose_tables as tables
from ui.editors.prose_citations import citation_at
from ui.prose_places import place_of
from ui.spelling import dictionary

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QAction, QTextTable

    from forms.blocks import Align
    from ui.editors.prose_edit import ProseEdit
    from ui.prose_document import ProseLook

DESCRIBE = "Alt+Return"
ADD_ROW, ADD_COLUMN = "Alt+Ins", "Alt+Shift+Ins"
REMOVE_ROW, REMOVE_COLUMN = "Alt+Del", "Alt+Shift+Del"
"""As in the tables of a form."""


def change_of(keys: str, look: ProseLook) -> Callable[[QTextTable, int, int], None] | None:
    """The change of a table that these keys ask for."""
    return {
        ADD_ROW: lambda table, row, _: tables.add_row(table, row, look),
        ADD_COLUMN: lambda table, _, column: tables.add_column(table, column, look),
        REMOVE_ROW: lambda table, row, _: tables.remove_row(table, row),
        REMOVE_COLUMN: lambda table, _, column: tables.remove_column(table, column),
    }.get(keys)


class NarrativeMenu(QMenu):
    """Made for one place in a narrative."""

    def __init__(self, text: ProseEdit, at: QPoint) -> None:
        super().__init__(text)
        self._text = text
        self._add_spelling(at)
        self._add_clipboard()
        place = place_of(text.textCursor())
        if text.isReadOnly():
            return
        if citation_at(text.textCursor()) is not None:
            self.addSeparator()
            self._add(self.tr("Pages of the citation…"), text.describe, DESCRIBE)
        if place == "figure":
            self.addSeparator()
            self._add(self.tr("Caption and alternative text…"), text.describe, DESCRIBE)
            self._add(self.tr("Remove figure"), text.remove_figure)
        elif place == "words":
            self._add_shapes()
        elif text.textCursor().currentTable() is not None:
            self.addSeparator()
            self._add(self.tr("Caption of the table"), text.caption_table, DESCRIBE)
            self._add_table(is_head=place == "head")

    def _add(self, words: str, do: Callable[[], object], keys: str = "") -> QAction:
        action = self.addAction(words, do)
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutVisibleInContextMenu(True)
        return action

    def _add_spelling(self, at: QPoint) -> None:
        """What was probably meant, for an unknown word under the pointer."""
        cursor = self._text.cursorForPosition(at)
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        word = cursor.selectedText()
        if self._text.isReadOnly() or not word or dictionary().knows(word):
            return
        for meant in dictionary().suggestions(word):
            self.addAction(meant, partial(cursor.insertText, meant))
        self.addAction(self.tr("Take “{word}” as known").format(word=word), partial(dictionary().teach, word))
        self.addSeparator()

    def _add_clipboard(self) -> None:
        text = self._text
        selected = text.textCursor().hasSelection()
        cut = self.addAction(self.tr("Cut"), text.cut)
        copy = self.addAction(self.tr("Copy"), text.copy)
        paste = self.addAction(self.tr("Paste"), text.paste)
        self.addAction(self.tr("Select all"), text.selectAll)
        cut.setEnabled(selected and not text.isReadOnly())
        copy.setEnabled(selected)
        paste.setEnabled(text.canPaste())

    def _add_shapes(self) -> None:
        """What the row of tools does too, for those who use no mouse."""
        self.addSeparator()
        self._add(self.tr("Heading"), self._text.toggle_heading)
        self._add(self.tr("Bullets"), partial(self._text.toggle_list, ordered=False))
        self._add(self.tr("Numbers"), partial(self._text.toggle_list, ordered=True))
        self._add(self.tr("Table"), self._text.insert_table)

    def _add_table(self, *, is_head: bool) -> None:
        self._add_change(self.tr("Add row below"), ADD_ROW)
        self._add_change(self.tr("Add column to the right"), ADD_COLUMN)
        self._add_change(self.tr("Remove row"), REMOVE_ROW).setEnabled(not is_head)
        self._add_change(self.tr("Remove column"), REMOVE_COLUMN)
        aligned = self.addMenu(self.tr("Set the column"))
        aligns: list[tuple[Align, str]] = [
            ("left", self.tr("Left")),
            ("right", self.tr("Right, as figures")),
            ("center", self.tr("In the middle")),
        ]
        for align, words in aligns:
            aligned.addAction(words, partial(self._align, align))
        self.addAction(self.tr("Remove table"), self._remove_table)

    def _add_change(self, words: str, keys: str) -> QAction:
        return self._add(words, partial(self._text.change_by_keys, keys), keys)

    def _align(self, align: Align) -> None:
        self._text.change_table(lambda table, _, column: tables.align_column(table, column, align))

    def _remove_table(self) -> None:
        self._text.change_table(lambda table, _row, _column: tables.remove_table(table))
