"""A narrative under keys and pointer: captions and what is live in it stay whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QImage,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
)

from forms.blocks import Mark, Paragraph, Run
from ui import prose_places as places
from ui import prose_tables as tables
from ui.editors.attachment import dropped_files, is_picture
from ui.editors.prose_menu import DESCRIBE, NarrativeMenu, change_of
from ui.editors.prose_text import ProseText
from ui.prose_clipboard import carried_blocks, nothing_kept, put, with_new_names
from ui.prose_document import Prose, blocks_of, insert, insert_words, paragraph_format
from ui.prose_edges import delete_at_edge
from ui.prose_marks import reset_letters

if TYPE_CHECKING:
    from ui.pasted_pictures import Keep

INSERT = "Ctrl+Shift+I"
_KEYS: dict[str, Mark] = {"Ctrl+B": "bold", "Ctrl+I": "italic", "Ctrl+=": "sub", "Ctrl+Shift+=": "sup"}
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_GO = QTextCursor.MoveOperation


class ProseEdit(ProseText):
    """The text under keys and pointer. `insertion_wanted` asks for the menu of what is live."""

    insertion_wanted = Signal()
    picture_pasted = Signal(QImage)
    focused = Signal(bool)
    keep: Keep = staticmethod(nothing_kept)

    # -- keys ---------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Marks by their keys; Tab moves through a table; captions and what is live stay whole."""
        if self.isReadOnly() or not (self._command(event) or self._table_key(event) or self._edge_key(event)):
            if not self.isReadOnly():
                self._before_words(event)
            super().keyPressEvent(event)
            if event.key() in _ENTER and not self.isReadOnly():
                self._after_enter()

    def _command(self, event: QKeyEvent) -> bool:
        """What has a key of its own; true when it was done."""
        keys = QKeySequence(event.keyCombination()).toString()
        if keys in _KEYS:
            self.toggle(_KEYS[keys])
        elif keys == INSERT:
            self.insertion_wanted.emit()
        elif keys in {DESCRIBE, "Alt+Enter"}:
            self.describe()
        else:
            return False
        return True

    def _table_key(self, event: QKeyEvent) -> bool:
        """Tab goes from cell to cell; rows and columns come and go as in the tables of the form."""
        table = self.textCursor().currentTable()
        if table is None:
            return False
        if event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            rows = table.rows()
            self.stand(tables.next_cell(self.textCursor(), table, self.look, forward=event.key() == Qt.Key.Key_Tab))
            if table.rows() > rows:
                self.structure_changed()
            return True
        return self.change_by_keys(QKeySequence(event.keyCombination()).toString())

    def change_by_keys(self, keys: str) -> bool:
        """Add or remove a row or column of the table with the cursor; false when the keys mean nothing here."""
        change = change_of(keys, self.look)
        if change is not None:
            self.change_table(change)
        return change is not None

    def _edge_key(self, event: QKeyEvent) -> bool:
        """Enter and deletion where a caption or something live begins or ends; true when that was all."""
        cursor = self.textCursor()
        place = places.place_of(cursor)
        if event.key() in _ENTER and place in {"figure", "caption"}:
            return self._enter_caption(cursor)
        if event.key() not in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
            return False
        if cursor.hasSelection():
            places.take_whole_links(cursor)
            self.setTextCursor(cursor)
            return False
        done = delete_at_edge(cursor, forward=event.key() == Qt.Key.Key_Delete)
        if done:
            self.stand(cursor)
            self.structure_changed()
        return done

    def _enter_caption(self, cursor: QTextCursor) -> bool:
        """From the caption of a table into it, from that of a figure on below it; at the start, a paragraph above."""
        if cursor.atBlockStart() and cursor.block().length() > 1:
            places.make_room_above(cursor)
        elif (table := places.table_below(cursor.block())) is not None:
            cursor = table.cellAt(0, 0).firstCursorPosition()
        else:
            cursor.movePosition(_GO.EndOfBlock)
            cursor.insertBlock(paragraph_format())
        self.stand(cursor)
        self.structure_changed()
        return True

    def _before_words(self, event: QKeyEvent) -> None:
        """What is typed beside something live is not a part of it, nor does it cut it."""
        if event.text() and (event.text().isprintable() or event.key() in _ENTER):
            self._make_way()

    def _make_way(self) -> None:
        cursor = self.textCursor()
        if cursor.hasSelection():
            places.take_whole_links(cursor)
            self.setTextCursor(cursor)
        elif places.leave_link(cursor):
            self.setTextCursor(cursor)
        if places.is_live(self.currentCharFormat()):
            self.write_plainly()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Words that are composed, too, stay beside what is live."""
        if event.commitString() and not self.isReadOnly():
            self._make_way()
        super().inputMethodEvent(event)

    def _after_enter(self) -> None:
        cursor = self.textCursor()
        if cursor.block().blockFormat().headingLevel():
            places.make_plain(cursor)
            reset_letters(cursor, self.look, 0)
            self.write_plainly()
        self.paused.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Inside a table Tab belongs to the table."""
        if self.textCursor().currentTable() is not None and not self.isReadOnly():
            return False
        return super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the tools."""
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell the tools."""
        super().focusOutEvent(event)
        self.focused.emit(False)

    # -- clipboard ----------------------------------------------------------------------------------------------

    def createMimeDataFromSelection(self) -> QMimeData:
        """The words, and for another narrative everything that is live, with figures and tables."""
        cursor = self.textCursor()
        places.take_whole_links(cursor)
        self.setTextCursor(cursor)
        carried = super().createMimeDataFromSelection()
        put(cursor, carried)
        return carried

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Files are no words: they are taken by the field around, as evidence."""
        return is_picture(source) or (not dropped_files(source) and super().canInsertFromMimeData(source))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words with their structure; a block of cells fills the cells from the one with the cursor on.

        A picture becomes evidence, by whoever listens to `picture_pasted`; those among words by `keep`.
        """
        if is_picture(source):
            self.picture_pasted.emit(source.imageData())
            return
        self.paused.emit()
        blocks = self._carried(source)
        cursor = self.textCursor()
        places.take_whole_links(cursor)
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        places.leave_link(cursor)
        table, lines = cursor.currentTable(), tables.lines_of(blocks)
        if table is not None and lines:
            cell = table.cellAt(cursor)
            cursor = tables.fill_block(table, cell.row(), cell.column(), lines, self.look)
        else:
            self._paste(cursor, blocks)
        cursor.endEditBlock()
        self.stand(cursor)
        self.structure_changed()

    def _carried(self, source: QMimeData) -> Prose:
        """What was copied, as it suits where the cursor stands: pictures find a place only among words."""
        keep = self.keep if places.place_of(self.textCursor()) == "words" else nothing_kept
        return carried_blocks(source, into_table=self.textCursor().currentTable() is not None, keep=keep)

    def _paste(self, cursor: QTextCursor, blocks: Prose) -> None:
        """Words join the paragraph, blocks stand below what is before the cursor; in captions all become words."""
        place = places.place_of(cursor)
        if place in places.PLAIN:
            cursor.insertText(" ".join(tables.plain(runs) for runs in tables.in_words(blocks)), cursor.charFormat())
        elif place == "cell":
            lines = tables.in_words(blocks)
            insert_words(cursor, tuple(run for runs in lines for run in (Run("\n"), *runs))[1:], self.look)
        elif len(blocks) == 1 and isinstance(blocks[0], Paragraph):
            insert_words(cursor, blocks[0].runs, self.look, heading=cursor.blockFormat().headingLevel())
        elif blocks:
            places.split(cursor)
            insert(cursor, with_new_names(blocks, self._is_taken), self.look)

    def _is_taken(self, name: str) -> bool:
        held = {getattr(block, "name", "") for block in blocks_of(self.document())}
        return bool(name) and (name in held or bool(self.captions.label(f"table:{name}")))

    # -- pointer ------------------------------------------------------------------------------------------------

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual, and what one does to a figure or table."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        if by_mouse and not self.isReadOnly() and not self.textCursor().hasSelection():
            block = self.captions.figure_at(event.pos())
            self.setTextCursor(QTextCursor(block) if block is not None else self.cursorForPosition(event.pos()))
        menu = NarrativeMenu(self, event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos() if event.globalPos() != QPoint() else self.mapToGlobal(self.cursorRect().center()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """On a picture or what is said about it: caption and alternative text; in words, the word."""
        block = self.captions.figure_at(event.position().toPoint())
        if block is None or self.isReadOnly():
            super().mouseDoubleClickEvent(event)
        else:
            self.stand(QTextCursor(block))
            self.captions.open_card(block)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words, then pictures and the numbers of captions."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self.captions.paint(painter, event.rect())
        painter.end()
