"""The narrative editor: words with few marks, lists, headings, tables; stored as blocks, never as HTML or Markdown."""

from __future__ import annotations

import secrets
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextTable,
)
from PySide6.QtWidgets import QGridLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from forms.blocks import Cell, Column, Figure, ListBlock, Mark, Paragraph, Run, TableBlock, text_run
from forms.insertions import insertable, pictures, printed_with
from ui import prose_document as prose
from ui.editors.base import LARGE_TYPE, Editor, Keystrokes, Spot, Text
from ui.editors.insertions import InsertMenu
from ui.prose_document import ProseLook
from ui.spelling import Underlining, dictionary
from ui.style import current_theme, icon

if TYPE_CHECKING:
    from collections.abc import Callable

    from forms.answers import Answer
    from forms.fieldtypes import Asked

_INSERT = "Ctrl+Shift+I"
_NO_BRACES = str.maketrans("{}", "()")
_KEYS: dict[Mark, str] = {"bold": "Ctrl+B", "italic": "Ctrl+I", "sub": "Ctrl+=", "sup": "Ctrl+Shift+="}


class ProseEdit(Text):
    """The text itself. `paused` says that an undo step ends here: a paragraph, a paste, a change of structure."""

    paused = Signal()
    insertion_wanted = Signal()
    focused = Signal(bool)

    def __init__(self, parent: QWidget | None = None, *, lines: int = 3) -> None:
        super().__init__(parent, lines=lines)
        self.document().setIndentWidth(20)

    # -- marks --------------------------------------------------------------------------------------------------

    def toggle(self, mark: Mark) -> None:
        """Give the selection a mark, or take it away; sub- and superscript exclude each other."""
        self.paused.emit()
        cursor = self.textCursor()
        before = prose.marks_of(cursor.charFormat())
        taken: frozenset[Mark] = frozenset({"sub", "sup"} if mark in {"sub", "sup"} else {mark})
        after = before - taken if mark in before else (before - taken) | {mark}
        heading = cursor.block().blockFormat().headingLevel()
        made = prose.char_format(after, self.look, heading=heading)
        cursor.mergeCharFormat(made)
        self.mergeCurrentCharFormat(made)
        self.paused.emit()

    @property
    def look(self) -> ProseLook:
        """Colours and size in force."""
        return ProseLook(current_theme().palette, self.fontInfo().pixelSize())

    # -- structure ----------------------------------------------------------------------------------------------

    def toggle_list(self, *, ordered: bool) -> None:
        """Make the paragraphs in the selection a list, or plain again."""
        self.paused.emit()
        cursor = self.textCursor()
        cursor.beginEditBlock()
        listed = cursor.currentList()
        style = prose.list_format(ordered=ordered)
        if listed is None:
            cursor.createList(style)
        elif listed.format().style() == style.style():
            for block in _selected_blocks(cursor):
                listed.remove(block)
                QTextCursor(block).setBlockFormat(prose.paragraph_format())
        else:
            listed.setFormat(style)
        cursor.endEditBlock()
        self._structure_changed()

    def toggle_heading(self) -> None:
        """Make the paragraph a heading, or plain again."""
        self.paused.emit()
        cursor = self.textCursor()
        level = 0 if cursor.block().blockFormat().headingLevel() else 1
        cursor.beginEditBlock()
        if cursor.currentList() is not None:
            cursor.currentList().remove(cursor.block())
        cursor.setBlockFormat(prose.heading_format(level) if level else prose.paragraph_format())
        _reset_letters(cursor, self.look, level)
        cursor.endEditBlock()
        self._structure_changed()

    def insert_table(self) -> None:
        """A table of two columns and two rows with a head."""
        self.paused.emit()
        empty = Cell(())
        table = TableBlock((Column(""), Column("")), ((empty, empty), (empty, empty)))
        cursor = self.textCursor()
        if cursor.currentTable() is not None:
            return
        made = prose.insert_table(cursor, table, self.look)
        self.setTextCursor(made.cellAt(0, 0).firstCursorPosition())
        self._structure_changed()

    def insert_run(self, run: Run) -> None:
        """Put something live in at the cursor; a footnote takes the place of the words it is made of."""
        self.paused.emit()
        cursor = self.textCursor()
        if run.link.startswith("note:"):
            cursor.removeSelectedText()
        else:
            cursor.setPosition(cursor.selectionEnd())
        prose.insert_words(cursor, (run,), self.look)
        self.setTextCursor(cursor)
        self.setCurrentCharFormat(prose.char_format(frozenset(), self.look))
        self._structure_changed()

    def insert_picture(self, picture: Figure) -> None:
        """Show a picture below the paragraph with the cursor, or below its table; the cursor is in its caption then."""
        self.paused.emit()
        cursor = self.textCursor()
        table = cursor.currentTable()
        if table is not None:
            cursor.setPosition(table.lastPosition() + 1)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        prose.insert(cursor, (picture,), self.look)
        self.setTextCursor(cursor)
        self._structure_changed()

    def caption_table(self) -> None:
        """Go to the caption of the table with the cursor, which gets one if it has none."""
        self.paused.emit()
        table = self.textCursor().currentTable()
        if table is not None:
            self.setTextCursor(prose.give_caption(table, f"t{secrets.token_hex(4)}"))
            self.setCurrentCharFormat(prose.char_format(frozenset({"bold"}), self.look))
            self._structure_changed()

    @property
    def footnote(self) -> Run | None:
        """The selected words as a footnote, numbered behind those before; `None` without a selection."""
        words = " ".join(self.textCursor().selectedText().split()).translate(_NO_BRACES)
        return Run(str(prose.notes_in(self.document()) + 1), frozenset(), f"note:{words}") if words else None

    def change_table(self, change: Callable[[QTextTable, int, int], None]) -> None:
        """Change the table in which the cursor stands."""
        self.paused.emit()
        table = self.textCursor().currentTable()
        if table is not None:
            cell = table.cellAt(self.textCursor())
            change(table, cell.row(), cell.column())
            left = self.textCursor().currentTable()
            if left is not None:
                prose.rule_cells(left, self.look)
            self._structure_changed()

    def _structure_changed(self) -> None:
        self.textChanged.emit()
        self.paused.emit()

    # -- keys, paste --------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Marks by their keys; Tab moves through a table; Enter ends headings and captions."""
        for mark, keys in _KEYS.items():
            if QKeySequence(event.keyCombination()) == QKeySequence(keys):
                self.toggle(mark)
                return
        if QKeySequence(event.keyCombination()) == QKeySequence(_INSERT):
            self.insertion_wanted.emit()
            return
        table = self.textCursor().currentTable()
        if table is not None and event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            self._next_cell(table, forward=event.key() == Qt.Key.Key_Tab)
            return
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and self.textCursor().blockFormat().hasProperty(prose.CAPTION):
            self.moveCursor(QTextCursor.MoveOperation.NextBlock)
            return
        super().keyPressEvent(event)
        if is_enter:
            self._after_enter()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Inside a table Tab belongs to the table."""
        if self.textCursor().currentTable() is not None:
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

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words with their structure: paragraphs, lists, tables, marks. Everything else is dropped."""
        self.paused.emit()
        if source.hasHtml():
            pasted = QTextDocument()
            pasted.setHtml(source.html())
            blocks = prose.blocks_of(pasted)
        else:
            blocks = tuple(Paragraph(text_run(line)) for line in source.text().splitlines() if line.strip())
        cursor = self.textCursor()
        cursor.removeSelectedText()
        if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
            prose.insert_words(cursor, blocks[0].runs, self.look)
        else:
            inside = cursor.currentTable() is not None
            prose.insert(cursor, _flattened(blocks) if inside else blocks, self.look)
        self.setTextCursor(cursor)
        self._structure_changed()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual, and what one does to a table."""
        menu = QMenu(self)
        self._add_spelling(menu, event.pos())
        self._add_clipboard(menu)
        if self.textCursor().currentTable() is not None:
            menu.addSeparator()
            menu.addAction(self.tr("Caption of the table"), self.caption_table)
            for text, change in self._table_changes():
                action = menu.addAction(text)
                action.triggered.connect(_Change(self, change).run)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos() if event.globalPos() != QPoint() else self.mapToGlobal(self.cursorRect().center()))

    def _add_spelling(self, menu: QMenu, at: QPoint) -> None:
        """What was probably meant, for an unknown word under the pointer."""
        cursor = self.cursorForPosition(at)
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        word = cursor.selectedText()
        if self.isReadOnly() or not word or dictionary().knows(word):
            return
        for meant in dictionary().suggestions(word):
            action = menu.addAction(meant)
            action.triggered.connect(_Correction(self, cursor, meant).run)
        menu.addAction(self.tr("Take “{word}” as known").format(word=word), partial(dictionary().teach, word))
        menu.addSeparator()

    def _add_clipboard(self, menu: QMenu) -> None:
        selected = self.textCursor().hasSelection()
        cut = menu.addAction(self.tr("Cut"), self.cut)
        copy = menu.addAction(self.tr("Copy"), self.copy)
        paste = menu.addAction(self.tr("Paste"), self.paste)
        menu.addAction(self.tr("Select all"), self.selectAll)
        cut.setEnabled(selected and not self.isReadOnly())
        copy.setEnabled(selected)
        paste.setEnabled(self.canPaste())

    def _table_changes(self) -> list[tuple[str, Callable[[QTextTable, int, int], None]]]:
        return [
            (self.tr("Add row below"), lambda table, row, _: table.insertRows(row + 1, 1)),
            (self.tr("Add column to the right"), lambda table, _, column: table.insertColumns(column + 1, 1)),
            (self.tr("Remove row"), lambda table, row, _: table.removeRows(row, 1) if table.rows() > 1 else None),
            (self.tr("Remove column"), lambda table, _, column: table.removeColumns(column, 1)),
            (self.tr("Remove table"), lambda table, _row, _column: table.removeRows(0, table.rows())),
        ]

    def _next_cell(self, table: QTextTable, *, forward: bool) -> None:
        cell = table.cellAt(self.textCursor())
        place = cell.row() * table.columns() + cell.column() + (1 if forward else -1)
        if place >= table.rows() * table.columns():
            table.appendRows(1)
            prose.rule_cells(table, self.look)
        if place >= 0:
            row, column = divmod(place, table.columns())
            self.setTextCursor(table.cellAt(row, column).firstCursorPosition())

    def _after_enter(self) -> None:
        cursor = self.textCursor()
        made = cursor.block().blockFormat()
        if made.headingLevel() or made.hasProperty(prose.FIGURE):
            cursor.setBlockFormat(prose.paragraph_format())
            _reset_letters(cursor, self.look, 0)
            self.setCurrentCharFormat(prose.char_format(frozenset(), self.look))
        self.paused.emit()


class ProseEditor(Editor):
    """A narrative with its slim row of tools."""

    RANK = 1

    def __init__(self, spot: Spot, parent: QWidget | None = None, *, lines: int = 3) -> None:
        super().__init__(spot, parent)
        self.text = ProseEdit(self, lines=lines)
        self._adopt(self.text)
        self._filling = False
        self._said: prose.Prose = ()
        self._keys = Keystrokes(self)
        self._keys.rested.connect(self._say)
        self._underlining: Underlining | None = None
        self._tools = _ProseTools(self.text, self, self.show_insertions)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text)
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
        blocks = _blocks(answer)
        if blocks and blocks == prose.blocks_of(self.text.document()):
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
        menu = InsertMenu(insertable(read), pictures(read), self.text.footnote, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.chosen.connect(self.text.insert_run)
        menu.picture_chosen.connect(self.text.insert_picture)
        return menu

    def _write(self, blocks: prose.Prose) -> None:
        position = self.text.textCursor().position()
        self._filling = True
        prose.write(self.text.document(), blocks, self.text.look)
        cursor = self.text.textCursor()
        cursor.setPosition(max(0, min(position, self.text.document().characterCount() - 1)))
        self.text.setTextCursor(cursor)
        if not blocks:
            _start_plain(self.text)
        self._filling = False
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
        if self._filling:
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
        blocks = prose.blocks_of(self.text.document())
        if blocks != self._said:
            self._said = blocks
            self.edited.emit(blocks or None, True)

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
        self._write(prose.blocks_of(self.text.document()))


class _ProseTools(QWidget):
    """Small buttons; quiet until the text has the focus, so that a page of narratives stays calm."""

    def __init__(self, text: ProseEdit, parent: QWidget, insert: Callable[[], object]) -> None:
        super().__init__(parent)
        self._text = text
        self._insert = insert
        self._buttons: list[tuple[QToolButton, str]] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        # With larger type nine side by side would be wider than the page.
        across = 9 if current_theme().scale <= LARGE_TYPE else 5
        for number, (name, text_, do) in enumerate(self._entries()):
            button = QToolButton(self)
            button.setToolTip(text_)
            button.setAccessibleName(text_)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(do)
            grid.addWidget(button, number // across, number % across, Qt.AlignmentFlag.AlignLeft)
            self._buttons.append((button, name))
        grid.setColumnStretch(across, 1)
        current_theme().changed.connect(self._tint)
        self._tint()
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.set_loud(loud=False)

    def set_loud(self, *, loud: bool) -> None:
        """Show the tools while the text has the focus; their room is kept."""
        self.setVisible(loud and not self._text.isReadOnly())

    def _entries(self) -> list[tuple[str, str, Callable[[], None]]]:
        return [
            ("bold", self.tr("Bold (Ctrl+B)"), self._bold),
            ("italic", self.tr("Italic (Ctrl+I)"), self._italic),
            ("subscript", self.tr("Subscript (Ctrl+=)"), self._sub),
            ("superscript", self.tr("Superscript (Ctrl+Shift+=)"), self._sup),
            ("heading", self.tr("Heading"), self._text.toggle_heading),
            ("list", self.tr("Bullets"), self._bullets),
            ("list-ordered", self.tr("Numbers"), self._numbers),
            ("table-2", self.tr("Table"), self._text.insert_table),
            (
                "plus",
                self.tr("Insert a result, a fact, a reference, a picture or a footnote (Ctrl+Shift+I)"),
                self._open_insertions,
            ),
        ]

    def _open_insertions(self) -> None:
        self._insert()

    def _bold(self) -> None:
        self._text.toggle("bold")

    def _italic(self) -> None:
        self._text.toggle("italic")

    def _sub(self) -> None:
        self._text.toggle("sub")

    def _sup(self) -> None:
        self._text.toggle("sup")

    def _bullets(self) -> None:
        self._text.toggle_list(ordered=False)

    def _numbers(self) -> None:
        self._text.toggle_list(ordered=True)

    def _tint(self) -> None:
        for button, name in self._buttons:
            button.setIcon(icon(name, current_theme().palette))


class _Correction(QWidget):
    """One word put in the place of another, for a menu."""

    def __init__(self, text: ProseEdit, cursor: QTextCursor, word: str) -> None:
        super().__init__(text)
        self.hide()
        self._cursor = cursor
        self._word = word

    def run(self) -> None:
        self._cursor.insertText(self._word)


class _Change(QWidget):
    """One change of a table, for a menu."""

    def __init__(self, text: ProseEdit, change: Callable[[QTextTable, int, int], None]) -> None:
        super().__init__(text)
        self.hide()
        self._text = text
        self._change = change

    def run(self) -> None:
        self._text.change_table(self._change)


def _blocks(answer: Answer | None) -> prose.Prose:
    value = answer.value if answer else None
    return prose.only_blocks(value)


def _selected_blocks(cursor: QTextCursor) -> list[QTextBlock]:
    document = cursor.document()
    block = document.findBlock(cursor.selectionStart())
    last = document.findBlock(cursor.selectionEnd()).blockNumber()
    found = []
    while block.isValid() and block.blockNumber() <= last:
        found.append(block)
        block = block.next()
    return found


def _reset_letters(cursor: QTextCursor, look: ProseLook, heading: int) -> None:
    """Letters of a paragraph in the size of its kind; marks stay."""
    whole = QTextCursor(cursor.block())
    runs = prose.runs_of(cursor.block())
    whole.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    whole.removeSelectedText()
    prose.insert_words(whole, runs, look, heading=heading)


def _start_plain(text: ProseEdit) -> None:
    cursor = text.textCursor()
    cursor.setBlockFormat(QTextBlockFormat(prose.paragraph_format()))
    plain = QTextCharFormat(prose.char_format(frozenset(), text.look))
    cursor.setBlockCharFormat(plain)
    text.setCurrentCharFormat(plain)


def _flattened(blocks: prose.Prose) -> prose.Prose:
    """Without tables and lists: what fits into a table cell."""
    plain: list[Paragraph] = []
    for block in blocks:
        match block:
            case TableBlock(rows=rows):
                plain += [Paragraph(cell.runs) for row in rows for cell in row if cell.runs]
            case ListBlock(items=items):
                plain += [Paragraph(runs) for runs in items if runs]
            case Figure():
                continue
            case Paragraph():
                plain.append(block)
            case _:
                plain += [Paragraph(runs) for runs in [getattr(block, "runs", ())] if runs]
    return tuple(plain)
