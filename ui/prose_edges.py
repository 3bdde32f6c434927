"""Deletion at the edges of captions, which never run into their neighbours, and of what is live, which goes whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlock, QTextCursor

from ui.prose_places import is_fresh, is_kept, link_after, link_before, make_plain

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlockFormat

_KEEP = QTextCursor.MoveMode.KeepAnchor


def delete_at_edge(cursor: QTextCursor, *, forward: bool) -> bool:
    """Do what a deletion means at an edge; false where there is none, and it is one as in any text."""
    found = link_after(cursor) if forward else link_before(cursor)
    if found is not None:
        _remove(cursor, *found)
        return True
    if not (cursor.atBlockEnd() if forward else cursor.atBlockStart()):
        return False
    block = cursor.block()
    beside = block.next() if forward else block.previous()
    if is_kept(block) and block.length() <= 1:
        # An empty caption goes, and the figure with it.
        make_plain(cursor)
        return True
    if not beside.isValid() or not (is_kept(block) or is_kept(beside)):
        return False
    _close_gap(cursor, *((block, beside) if forward else (beside, block)))
    return True


def _close_gap(cursor: QTextCursor, upper: QTextBlock, lower: QTextBlock) -> None:
    """Take away the one of two paragraphs that is empty; with words in both, only the cursor goes across."""
    is_forward = cursor.block() == upper
    start, end = upper.position() + upper.length() - 1, lower.position()
    same_frame = QTextCursor(upper).currentFrame() == QTextCursor(lower).currentFrame()
    if same_frame and is_fresh(upper):
        _join(cursor, start, end, lower.blockFormat())
    elif same_frame and is_fresh(lower):
        _join(cursor, start, end, upper.blockFormat())
    elif same_frame:
        cursor.setPosition(end if is_forward else start)


def _join(cursor: QTextCursor, start: int, end: int, kept: QTextBlockFormat) -> None:
    _remove(cursor, start, end)
    cursor.setBlockFormat(kept)


def _remove(cursor: QTextCursor, start: int, end: int) -> None:
    cursor.setPosition(start)
    cursor.setPosition(end, _KEEP)
    cursor.removeSelectedText()
