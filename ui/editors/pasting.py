"""Blocks of cells from the clipboard into a grid: what could not be read stays in its cell, what found no cell is told.

Whatever a paste leaves is undone and redone with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms.answers import Answer
from forms.errors import UserError
from ui import steps
from ui.language import tr
from ui.messages import Message
from ui.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ui.editors.cell_reading import CellPlace
    from ui.editors.cell_roles import Index
    from ui.editors.cells import GridModel
    from ui.messages import Messages

Block = list[list[str]]
"""Rows of texts."""


@dataclass(frozen=True)
class Pasted:
    """How many cells could not be read, and how many columns and rows of the block found no place."""

    unread: int = 0
    columns: int = 0
    rows: int = 0


def paste(model: GridModel, start: Index, block: Sequence[Sequence[str]]) -> Pasted:
    """Put a block of texts in from a cell on, as one step."""
    top, left = max(0, start.row()), max(0, start.column())
    binding, document = model.spot.binding, model.spot.document
    answers: dict[str, Answer | None] = {}
    unread: dict[str, str] = {}
    model.reading.converted.clear()
    with binding.unread_of_step(document, unread), binding.project.edit(steps.PASTE_TABLE, initiator=model):
        model.extend_to(top + len(block))
        for cell, text in _covered(model, block, top, left):
            unread[cell.path] = ""
            try:
                answers[cell.path] = Answer(model.reading.read(text, cell.asked)) if text.strip() else None
            except UserError as error:
                unread[cell.path], refused = text, error
        binding.attempt(lambda: binding.project.put_all(document, answers, steps.PASTE_TABLE, initiator=model))
    wrong = sum(1 for text in unread.values() if text)
    if wrong:
        model.refused.emit(refused)
    model.tell_converted()
    model.refresh()
    rows, columns = len(model.shape()[0]), len(model.shape()[1])
    return Pasted(
        wrong, _beyond([list(column) for column in _turned(block)], columns - left), _beyond(block, rows - top)
    )


def tell(messages: Messages, pasted: Pasted) -> None:
    """Say what of a block is not where it was meant to be; nothing when all is."""
    said = []
    if pasted.columns:
        one = tr("1 column on the right of what was pasted found no place in the table.")
        many = tr("{n} columns on the right of what was pasted found no place in the table.")
        said.append(counted(pasted.columns, one, many))
    if pasted.rows:
        one = tr("1 row at the end of what was pasted found no place in the table.")
        many = tr("{n} rows at the end of what was pasted found no place in the table.")
        said.append(counted(pasted.rows, one, many))
    if said:
        said.append(tr("They are on the clipboard still. Undo takes the rest back too."))
    if pasted.unread:
        one = tr("1 cell could not be read. It keeps what was pasted and is marked.")
        many = tr("{n} cells could not be read. They keep what was pasted and are marked.")
        said.append(counted(pasted.unread, one, many))
    if said:
        messages.tell(Message(" ".join(said), kind="warning"))


def _covered(model: GridModel, block: Sequence[Sequence[str]], top: int, left: int) -> Iterator[tuple[CellPlace, str]]:
    """The cells below a block that begins at a row and column."""
    keys = model.shape()[0]
    for row, texts in zip(range(top, len(keys)), block, strict=False):
        yield from zip(model.cells_of(row, keys[row])[left:], texts, strict=False)


def _turned(block: Sequence[Sequence[str]]) -> Block:
    """Columns for rows; where a row is shorter, empty texts."""
    wide = max((len(row) for row in block), default=0)
    return [[row[column] if column < len(row) else "" for row in block] for column in range(wide)]


def _beyond(lines: Sequence[Sequence[str]], room: int) -> int:
    """How many lines say anything for which there is no room: spreadsheets copy empty edges along."""
    return sum(1 for line in lines[max(0, room) :] if any(text.strip() for text in line))
