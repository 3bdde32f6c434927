"""Narratives on the clipboard: whole between two narratives of the program, with their structure from elsewhere."""

from __future__ import annotations

import json
import secrets
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor, QTextDocument

from forms import prose
from forms.blocks import Paragraph, TableBlock, text_run
from forms.errors import UserError
from ui.pasted_notes import with_notes, without_notes
from ui.pasted_pictures import with_pictures, without_pictures
from ui.prose_places import PLAIN, is_in, place_of
from ui.prose_reading import blocks_of
from ui.prose_tables import cells_in, table_of
from ui.word_clipboard import cleaned

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QImage

    from ui.pasted_pictures import Keep
    from ui.prose_reading import Prose

FORMAT = "application/x-cerulean-narrative"
"""Blocks as JSON, as they are stored: HTML knows neither what is live nor figures."""


def put(cursor: QTextCursor, carried: QMimeData) -> None:
    """Add what is selected, as blocks, to what goes on the clipboard."""
    # Qt makes its forms of the words when the first is asked for, and names no others before.
    carried.html()
    carried.setData(FORMAT, json.dumps(prose.to_json(selected(cursor))).encode())


def selected(cursor: QTextCursor) -> Prose:
    """The selection as blocks; a part of a caption is but words."""
    start = QTextCursor(cursor)
    start.setPosition(cursor.selectionStart())
    is_part = start.block().contains(cursor.selectionEnd())
    if is_part and place_of(start) in PLAIN:
        return (Paragraph(text_run(cursor.selectedText())),)
    held = QTextDocument()
    QTextCursor(held).insertFragment(cursor.selection())
    if start.currentTable() is None and not is_part:
        _begin_as(QTextCursor(held.begin()), start)
    return blocks_of(held)


def _begin_as(cursor: QTextCursor, start: QTextCursor) -> None:
    """Give the first paragraph of a copy the kind that it has in the text: Qt copies it without."""
    made, listed = start.blockFormat(), start.currentList()
    made.setObjectIndex(-1)
    cursor.setBlockFormat(made)
    if listed is not None:
        following = cursor.block().next().textList() if is_in(listed, start.block().next()) else None
        if following is not None:
            following.add(cursor.block())
        else:
            cursor.createList(listed.format())


def nothing_kept(_content: bytes, _words: str) -> None:
    """No picture finds a place where nobody keeps it."""


def carried_blocks(source: QMimeData, *, into_table: bool = False, keep: Keep = nothing_kept) -> Prose:
    """Blocks of what was copied: paragraphs, lists, tables, marks, footnotes. Everything else is dropped.

    Pictures are shown where `keep` makes figures of them.

    Plain rows of cells are a table; a single one, and words behind a tab, only where it goes into a table.
    """
    if source.hasFormat(FORMAT):
        try:
            return prose.from_json(json.loads(bytes(source.data(FORMAT).data())))
        except (UserError, ValueError):
            return ()
    if source.hasHtml():
        return _of_html(source.html(), source.imageData(), keep)
    rows = cells_in(source.text(), may_be_words=not into_table)
    if rows:
        return (table_of(rows),)
    return tuple(Paragraph(text_run(line.strip())) for line in source.text().splitlines() if line.strip())


def _of_html(html: str, lent: QImage | None, keep: Keep) -> Prose:
    words, notes = without_notes(html)
    words, pictures = without_pictures(words, lent, keep)
    held = QTextDocument()
    held.setHtml(cleaned(words))
    return with_pictures(with_notes(blocks_of(held), notes), pictures)


def with_new_names(blocks: Prose, is_taken: Callable[[str], bool]) -> Prose:
    """Tables whose name is that of another get a new one: a reference leads to one table."""
    return tuple(
        replace(block, name=new_name()) if isinstance(block, TableBlock) and is_taken(block.name) else block
        for block in blocks
    )


def new_name() -> str:
    """A name for a table that is given a caption."""
    return f"t{secrets.token_hex(4)}"
