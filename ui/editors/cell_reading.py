"""What the cells of a grid show, and what a text means that is put into one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from forms import fieldtypes
from forms.answers import ORIGIN_MARK, Answer, Origin, Value
from forms.errors import UserError
from ui.amounts import read_amount
from ui.captions import row_choices
from ui.days import read_day
from ui.editors.line import shown
from ui.language import spoken, tr

if TYPE_CHECKING:
    from forms.fieldtypes import Asked
    from ui.editors.base import Spot


@dataclass(frozen=True)
class CellPlace:
    """One cell: its path, what is asked there, and its name for assistive technology."""

    path: str
    asked: Asked
    name: str


@dataclass(frozen=True)
class Shown:
    """What a cell shows: its words, the mark of their origin, a note, and what is wrong with them."""

    text: str = ""
    mark: str = ""
    note: str = ""
    wrong: str = ""


class CellReading:
    """Reads cells of one field. `converted` gathers how amounts were read that stood in another unit."""

    def __init__(self, spot: Spot) -> None:
        self._spot = spot
        self.converted: list[str] = []
        self.decimal_sign: str | None = None
        """Of the writer of a number, when it is known; of a day it tells that it stands in our notation."""

    def answer(self, cell: CellPlace) -> Answer | None:
        """The answer in a cell."""
        return self._spot.binding.read.answer(self._spot.document, cell.path)

    def shown(self, cell: CellPlace) -> Shown:
        """What a cell shows now."""
        unread = self._spot.binding.unread.get((self._spot.document, cell.path), "")
        answer = self.answer(cell)
        if unread:
            return Shown(unread, wrong=self._why(unread, cell.asked))
        if answer is None:
            return Shown()
        if answer.is_blank_on_purpose:
            return Shown(tr("left blank"), note=answer.blank_reason)
        mark = "" if answer.origin is Origin.TYPED else ORIGIN_MARK[answer.origin]
        return Shown(self._text(answer.value, cell.asked), mark, answer.note or str(answer.origin))

    def plain(self, cell: CellPlace) -> str:
        """What is copied of a cell; numbers as plain digits, days so that nobody takes the month for the day."""
        answer = self.answer(cell)
        value = answer.value if answer else None
        if isinstance(value, dt.date):
            return value.isoformat()
        return format(value, "f") if isinstance(value, Decimal) else self._text(value, cell.asked)

    def read(self, text: str, asked: Asked) -> Value:
        """What a text means in a cell; references by caption or key.

        Raises:
            UserError: it cannot be read.
        """
        if asked.type == "reference":
            for key, caption in self._rows(asked):
                if text.strip().casefold() in {key.casefold(), caption.casefold()}:
                    return key
            msg = tr("“{text}” is not a row that can be chosen here.").format(text=text)
            raise UserError(msg, tr("Choose from the list."))
        if asked.type == "number":
            amount = read_amount(text, asked, decimal_sign=self.decimal_sign)
            self.converted += [amount.words] if amount.words else []
            return amount.value
        if asked.type == "date":
            return read_day(text, asked, in_our_notation=self.decimal_sign is not None)
        return fieldtypes.parse(text, asked)

    def _why(self, text: str, asked: Asked) -> str:
        try:
            self.read(text, asked)
        except UserError as error:
            return f"{spoken(error.message)} {spoken(error.remedy)}".strip()
        finally:
            self.converted.clear()
        return ""

    def _text(self, value: Value | None, asked: Asked) -> str:
        if asked.type == "reference" and isinstance(value, str):
            return dict(self._rows(asked)).get(value, value)
        if asked.type == "file" and isinstance(value, str):
            carried = self._spot.binding.snapshot.attachments.get(value)
            return carried.name if carried else value[:12]
        return shown(value, asked)

    def _rows(self, asked: Asked) -> list[tuple[str, str]]:
        return row_choices(self._spot.binding.read, self._spot.document, asked.refers)
