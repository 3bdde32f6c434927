"""The words of a narrative and what can be done with them: marks, structure, tables, figures, what is live."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QTextBlock, QTextCursor, QTextTable

from forms.blocks import Figure, Mark, Run
from forms.prose import is_link
from ui import prose_places as places
from ui import prose_tables as tables
from ui.editors.base import Text
from ui.editors.prose_captions import Captions
from ui.editors.prose_citations import citation_at, open_pages
from ui.prose_clipboard import new_name
from ui.prose_document import (
    Prose,
    ProseLook,
    char_format,
    give_caption,
    heading_format,
    insert,
    insert_table,
    insert_words,
    list_format,
    notes_in,
    paragraph_format,
    write,
)
from ui.prose_formats import figure_format
from ui.prose_marks import give_mark, reset_letters
from ui.prose_reading import figure_of
from ui.style import current_theme
from ui.text_tables import fit, measure, widen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

_NO_BRACES = str.maketrans("{}", "()")
_GO = QTextCursor.MoveOperation


class ProseText(Text):
    """The text itself. `paused` says that an undo step ends here: a paragraph, a paste, a change of structure."""

    paused = Signal()

    def __init__(self, parent: QWidget | None = None, *, lines: int = 3) -> None:
        super().__init__(parent, lines=lines)
        self.document().setIndentWidth(20)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.captions = Captions(self)
        self.is_dressed = False
        """True with tables or captions, which need to settle again when something changes."""
        self.is_settling = False
        """True while only the look changes, not what is said."""
        self.textChanged.connect(self._keep_figures_whole)

    @property
    def look(self) -> ProseLook:
        """Colours and size in force."""
        return ProseLook(current_theme().palette, self.fontInfo().pixelSize())

    # -- the whole ----------------------------------------------------------------------------------------------

    def show_blocks(self, blocks: Prose) -> None:
        """Show a narrative; the cursor stays as near as it can to where it was."""
        position = self.textCursor().position()
        with self._looking_only():
            write(self.document(), blocks, self.look)
            cursor = self.textCursor()
            cursor.setPosition(max(0, min(position, self.document().characterCount() - 1)))
            if not blocks:
                cursor.setBlockFormat(paragraph_format())
                cursor.setBlockCharFormat(char_format(frozenset(), self.look))
            self.setTextCursor(cursor)
            self.write_plainly()
        self.settle()

    def settle(self) -> None:
        """Columns as wide as their words, numbers before captions, room for pictures. Nothing of it is said."""
        with self._looking_only():
            measure(self.document())
            fit(self.document())
            has_captions = self.captions.dress()
        self.is_dressed = has_captions or bool(self.document().rootFrame().childFrames())

    @contextmanager
    def _looking_only(self) -> Iterator[None]:
        """While this lasts only the look changes: nothing was typed, nothing is to be said."""
        was_settling, was_modified = self.is_settling, self.document().isModified()
        self.is_settling = True
        yield
        self.is_settling = was_settling
        self.document().setModified(was_modified)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the room anew among the columns of tables."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            with self._looking_only():
                fit(self.document())

    def _keep_figures_whole(self) -> None:
        """While one types in a cell, its column grows before a figure would be broken."""
        table = None if self.is_settling else self.textCursor().currentTable()
        if table is None:
            return
        with self._looking_only():
            if widen(table, table.cellAt(self.textCursor())):
                fit(self.document())

    # -- marks --------------------------------------------------------------------------------------------------

    def toggle(self, mark: Mark) -> None:
        """Give the selection a mark, or take it away; captions and heads of tables have none."""
        if places.place_of(self.textCursor()) in places.PLAIN:
            return
        self.paused.emit()
        cursor = self.textCursor()
        places.take_whole_links(cursor)
        made = give_mark(cursor, mark, self.look)
        if not cursor.hasSelection():
            self.mergeCurrentCharFormat(made)
        self.paused.emit()

    def write_plainly(self) -> None:
        """What is typed next has no mark, and is not live."""
        place, level = places.place_of(self.textCursor()), self.textCursor().blockFormat().headingLevel()
        marks: dict[places.Place, frozenset[Mark]] = {"figure": frozenset({"italic"}), "caption": frozenset({"bold"})}
        made = char_format(marks.get(place, frozenset()), self.look, heading=level, head=place == "head")
        self.setCurrentCharFormat(made)

    # -- structure ----------------------------------------------------------------------------------------------

    def toggle_list(self, *, ordered: bool) -> None:
        """Make the paragraphs in the selection a list, or plain again; captions and cells stay what they are."""
        self.paused.emit()
        cursor = self.textCursor()
        blocks = [block for block in places.paragraphs_of(cursor) if places.place_of(QTextCursor(block)) == "words"]
        if not blocks:
            return
        cursor.beginEditBlock()
        listed, style = QTextCursor(blocks[0]).currentList(), list_format(ordered=ordered)
        if listed is None:
            made = QTextCursor(blocks[0]).createList(style)
            for block in blocks[1:]:
                made.add(block)
        elif listed.format().style() == style.style():
            for block in blocks:
                places.make_plain(QTextCursor(block))
        else:
            listed.setFormat(style)
        cursor.endEditBlock()
        self.structure_changed()

    def toggle_heading(self) -> None:
        """Make the paragraph a heading, or plain again."""
        self.paused.emit()
        cursor = self.textCursor()
        if places.place_of(cursor) != "words":
            return
        level = 0 if cursor.block().blockFormat().headingLevel() else 1
        cursor.beginEditBlock()
        places.make_plain(cursor)
        if level:
            cursor.setBlockFormat(heading_format(level))
        reset_letters(cursor, self.look, level)
        cursor.endEditBlock()
        self.structure_changed()

    def insert_table(self) -> None:
        """A table of two columns and two rows with a head, below the paragraph, list or table with the cursor."""
        self.paused.emit()
        cursor = self.textCursor()
        cursor.beginEditBlock()
        places.go_below(cursor)
        made = insert_table(cursor, tables.empty_table(), self.look)
        cursor.endEditBlock()
        self.stand(made.cellAt(0, 0).firstCursorPosition())
        self.structure_changed()

    def insert_picture(self, picture: Figure) -> None:
        """Show a picture below the paragraph, list or table with the cursor; the cursor is in its caption then."""
        self.paused.emit()
        cursor = self.textCursor()
        cursor.beginEditBlock()
        places.go_below(cursor)
        insert(cursor, (picture,), self.look)
        cursor.endEditBlock()
        self.stand(cursor)
        self.structure_changed()

    def insert_run(self, run: Run) -> None:
        """Put something live in at the cursor; a footnote takes the place of the words it is made of."""
        self.paused.emit()
        cursor = self.textCursor()
        if run.link.startswith("note:"):
            places.take_whole_links(cursor)
            cursor.removeSelectedText()
        else:
            cursor.setPosition(cursor.selectionEnd())
        places.leave_link(cursor)
        insert_words(cursor, (run,), self.look)
        self.stand(cursor)
        self.structure_changed()

    def stand(self, cursor: QTextCursor) -> None:
        """Put the cursor here; what is typed next looks like its surroundings."""
        self.setTextCursor(cursor)
        self.write_plainly()

    @property
    def takes_live(self) -> bool:
        """Whether something live can stand at the cursor: captions and heads of tables hold plain words."""
        return places.place_of(self.textCursor()) not in places.PLAIN

    @property
    def footnote(self) -> Run | None:
        """The selected words as a footnote, numbered behind those before; `None` where there can be none."""
        words = " ".join(self.textCursor().selectedText().split()).translate(_NO_BRACES)
        if not words or not self.takes_live or not is_link(f"note:{words}"):
            return None
        return Run(str(notes_in(self.document()) + 1), frozenset(), f"note:{words}")

    # -- tables, figures ------------------------------------------------------------------------------------

    def change_table(self, change: Callable[[QTextTable, int, int], None]) -> None:
        """Change the table in which the cursor stands; the cursor stays in it, as near as it can."""
        table = self.textCursor().currentTable()
        if table is None:
            return
        self.paused.emit()
        cell = table.cellAt(self.textCursor())
        row, column = cell.row(), cell.column()
        cursor = self.textCursor()
        cursor.beginEditBlock()
        change(table, row, column)
        cursor.endEditBlock()
        if self.textCursor().currentTable() is not None:
            near = table.cellAt(min(row, table.rows() - 1), min(column, table.columns() - 1))
            self.stand(near.firstCursorPosition())
        self.structure_changed()

    def caption_table(self) -> None:
        """Go to the caption of the table with the cursor, which gets one if it has none."""
        self.paused.emit()
        table = places.table_around(self.textCursor())
        if table is not None:
            self.stand(give_caption(table, new_name()))
            self.structure_changed()

    def remove_figure(self) -> None:
        """Take the figure at the cursor away, with its caption."""
        self.paused.emit()
        cursor = self.textCursor()
        cursor.movePosition(_GO.StartOfBlock)
        cursor.movePosition(_GO.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        places.make_plain(cursor)
        self.stand(cursor)
        self.structure_changed()

    def describe_figure(self, block: QTextBlock, figure: Figure) -> None:
        """Say other words about a figure: its caption where it is another, and its alternative text."""
        before = figure_of(block)
        if figure == before or self.isReadOnly():
            return
        self.paused.emit()
        cursor = QTextCursor(block)
        cursor.setBlockFormat(figure_format(figure))
        if figure.caption != before.caption:
            cursor.movePosition(_GO.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            insert_words(cursor, (Run(figure.caption, frozenset({"italic"})),), self.look)
        self.structure_changed()

    def describe(self) -> None:
        """Open what is said about the figure or the citation at the cursor; in a table, go to its caption."""
        if self.isReadOnly():
            return
        if places.place_of(self.textCursor()) == "figure":
            self.captions.open_card(self.textCursor().block())
        elif citation_at(self.textCursor()) is not None:
            open_pages(self)
        else:
            self.caption_table()

    def structure_changed(self) -> None:
        """Settle, and say that an undo step ends here."""
        self.settle()
        self.textChanged.emit()
        self.paused.emit()
        self.ensureCursorVisible()
