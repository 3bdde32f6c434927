"""Where a cursor stands in a narrative, and where something new can stand without cutting what is there."""

from __future__ import annotations

from typing import Literal

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextList, QTextTable

from ui.prose_formats import CAPTION, FIGURE, KIND, LINK, paragraph_format

Place = Literal["words", "figure", "caption", "head", "cell"]
"""Words of a paragraph or list; the caption of a figure, of a table; a cell of the head of a table, or one below it."""
PLAIN: frozenset[Place] = frozenset({"figure", "caption", "head"})
"""What holds plain words only: no marks, nothing live, no footnotes."""
_KEEP = QTextCursor.MoveMode.KeepAnchor
_GO = QTextCursor.MoveOperation


def place_of(cursor: QTextCursor) -> Place:
    """In what the cursor stands."""
    made, table = cursor.blockFormat(), cursor.currentTable()
    if table is not None:
        return "head" if table.cellAt(cursor).row() == 0 else "cell"
    if made.hasProperty(FIGURE):
        return "figure"
    return "caption" if made.hasProperty(CAPTION) else "words"


def is_kept(block: QTextBlock) -> bool:
    """Whether a paragraph is the caption of a figure or table, which must not run into another paragraph."""
    return block.blockFormat().hasProperty(FIGURE) or block.blockFormat().hasProperty(CAPTION)


def table_around(cursor: QTextCursor) -> QTextTable | None:
    """The outermost table in which the cursor stands."""
    frame, found = cursor.currentFrame(), None
    while frame is not None:
        if isinstance(frame, QTextTable):
            found = frame
        frame = frame.parentFrame()
    return found


def table_below(block: QTextBlock) -> QTextTable | None:
    """The table of which a paragraph is the caption; `None` when it is not one, or its table is gone."""
    is_caption = block.blockFormat().hasProperty(CAPTION) and block.next().isValid()
    return table_around(QTextCursor(block.next())) if is_caption else None


def is_in(listed: QTextList, block: QTextBlock) -> bool:
    """Whether a paragraph is an item of this list."""
    own = block.textList()
    return own is not None and own.objectIndex() == listed.objectIndex()


def paragraphs_of(cursor: QTextCursor) -> list[QTextBlock]:
    """Paragraphs that the selection touches."""
    block, last = cursor.document().findBlock(cursor.selectionStart()), cursor.selectionEnd()
    found = []
    while block.isValid() and block.position() <= last:
        found.append(block)
        block = block.next()
    return found


# -- room ---------------------------------------------------------------------------------------------------------


def is_fresh(block: QTextBlock) -> bool:
    """Whether a paragraph is empty and nothing else: no item of a list, no heading, no caption."""
    return block.length() <= 1 and block.textList() is None and not block.blockFormat().hasProperty(KIND)


def make_plain(cursor: QTextCursor) -> None:
    """Make the paragraph at the cursor one like any other."""
    listed = cursor.block().textList()
    if listed is not None:
        listed.remove(cursor.block())
    cursor.setBlockFormat(paragraph_format())


def go_below(cursor: QTextCursor) -> None:
    """Go where something new can stand without cutting anything: below the paragraph, list or table at the cursor."""
    cursor.clearSelection()
    table = table_around(cursor) or table_below(cursor.block())
    if table is not None:
        cursor.setPosition(table.lastPosition() + 1)
        make_room_above(cursor)
        return
    listed = cursor.block().textList()
    while listed is not None and is_in(listed, cursor.block().next()):
        cursor.movePosition(_GO.NextBlock)
    cursor.movePosition(_GO.EndOfBlock)


def make_room_above(cursor: QTextCursor) -> None:
    """The cursor into an empty paragraph above the one in which it stands; that one where it is empty itself."""
    block = cursor.block()
    if is_fresh(block):
        return
    cursor.movePosition(_GO.StartOfBlock)
    cursor.insertBlock(block.blockFormat(), block.charFormat())
    cursor.movePosition(_GO.PreviousBlock)
    make_plain(cursor)


def split(cursor: QTextCursor) -> None:
    """Cut the paragraph at the cursor in two, so that blocks can stand between; an empty first half becomes plain."""
    if not cursor.atBlockEnd():
        cursor.insertBlock()
        cursor.movePosition(_GO.PreviousBlock)
        cursor.movePosition(_GO.EndOfBlock)
    if cursor.block().length() <= 1:
        make_plain(cursor)


# -- what is live ---------------------------------------------------------------------------------------------------


def link_at(cursor: QTextCursor) -> tuple[int, int] | None:
    """From where to where something live stands that the cursor is inside of; `None` at its ends, too."""
    return _link_over(cursor.block(), cursor.position() - 1, cursor.position())


def link_before(cursor: QTextCursor) -> tuple[int, int] | None:
    """Something live that ends at the cursor, or that it is inside of."""
    return _link_over(cursor.block(), cursor.position() - 1, cursor.position() - 1)


def link_after(cursor: QTextCursor) -> tuple[int, int] | None:
    """Something live that starts at the cursor, or that it is inside of."""
    return _link_over(cursor.block(), cursor.position(), cursor.position())


def is_live(letters: QTextCharFormat) -> bool:
    """Whether letters show something live."""
    return bool(letters.property(LINK))


def take_whole_links(cursor: QTextCursor) -> None:
    """Stretch a selection over what is live at its ends: half of a figure is none."""
    if not cursor.hasSelection():
        return
    ends = [QTextCursor(cursor), QTextCursor(cursor)]
    ends[0].setPosition(cursor.selectionStart())
    ends[1].setPosition(cursor.selectionEnd())
    first, last = link_at(ends[0]), link_at(ends[1])
    if first or last:
        cursor.setPosition(first[0] if first else cursor.selectionStart())
        cursor.setPosition(last[1] if last else ends[1].position(), _KEEP)


def leave_link(cursor: QTextCursor) -> bool:
    """To the end of what is live when the cursor stands inside of it; true when it did."""
    found = link_at(cursor)
    if found is not None:
        cursor.setPosition(found[1])
    return found is not None


def _link_over(block: QTextBlock, first: int, last: int) -> tuple[int, int] | None:
    """The bounds of the stretch with one link that covers the letters at both positions."""
    start, end, link = 0, 0, ""
    fragments = block.begin()
    while not fragments.atEnd():
        fragment = fragments.fragment()
        own = str(fragment.charFormat().property(LINK) or "")
        if own != link or fragment.position() != end:
            if link and start <= first and last < end:
                break
            start, link = fragment.position(), own
        end = fragment.position() + fragment.length()
        fragments += 1
    return (start, end) if link and start <= first and last < end else None
