"""Marks of a selection: each stretch of letters keeps the marks that it has beside the one that changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCharFormat, QTextCursor

from ui.prose_formats import ProseLook, char_format
from ui.prose_places import is_live
from ui.prose_reading import marks_of, runs_of
from ui.prose_writing import insert_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.blocks import Mark

_KEEP = QTextCursor.MoveMode.KeepAnchor


def give_mark(cursor: QTextCursor, mark: Mark, look: ProseLook) -> QTextCharFormat:
    """Give the selection a mark, or take it away when its last letter has it; what is typed next is to look so."""
    level = cursor.blockFormat().headingLevel()
    letters = cursor.charFormat()
    gives = mark not in marks_of(letters, heading=bool(level))
    cursor.beginEditBlock()
    for start, end, found, heading in list(_stretches(cursor)):
        part = QTextCursor(cursor)
        part.setPosition(start)
        part.setPosition(end, _KEEP)
        part.mergeCharFormat(_change(found, mark, look, gives=gives, heading=heading))
    cursor.endEditBlock()
    return _change(letters, mark, look, gives=gives, heading=level)


def _change(letters: QTextCharFormat, mark: Mark, look: ProseLook, *, gives: bool, heading: int) -> QTextCharFormat:
    """The change of format that gives a mark; sub- and superscript exclude each other."""
    taken: frozenset[Mark] = frozenset({"sub", "sup"} if mark in {"sub", "sup"} else {mark})
    marks = marks_of(letters, heading=bool(heading)) - taken
    made = char_format(marks | {mark} if gives else marks, look, heading=heading)
    made.clearForeground()
    if not is_live(letters) and not marks_of(made, heading=bool(heading)) & {"sub", "sup"}:
        made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignNormal)
    return made


def _stretches(cursor: QTextCursor) -> Iterator[tuple[int, int, QTextCharFormat, int]]:
    """Start, end, format and level of heading of each stretch of letters that is selected."""
    first, last = cursor.selectionStart(), cursor.selectionEnd()
    block = cursor.document().findBlock(first)
    while block.isValid() and block.position() < last:
        place = block.begin()
        while not place.atEnd():
            fragment = place.fragment()
            start, end = max(first, fragment.position()), min(last, fragment.position() + fragment.length())
            if start < end:
                yield start, end, fragment.charFormat(), block.blockFormat().headingLevel()
            place += 1
        block = block.next()


def reset_letters(cursor: QTextCursor, look: ProseLook, heading: int) -> None:
    """Letters of a paragraph in the size of its kind; marks stay."""
    whole = QTextCursor(cursor.block())
    runs = runs_of(cursor.block())
    whole.movePosition(QTextCursor.MoveOperation.EndOfBlock, _KEEP)
    whole.removeSelectedText()
    insert_words(whole, runs, look, heading=heading)
