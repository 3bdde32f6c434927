"""The log of edits as a table that reads on as one scrolls: the newest first."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from forms.errors import UserError
from ui.captions import where
from ui.language import tr
from ui.steps import in_words, spellings

if TYPE_CHECKING:
    from PySide6.QtCore import QObject, QPersistentModelIndex

    from forms.document import Reader
    from forms.logbook import LogLine
    from ui.protocols import Logbook

    Index = QModelIndex | QPersistentModelIndex

PIECE = 200
"""Entries that are read at a time."""
_NOWHERE = QModelIndex()


class HistoryModel(QAbstractTableModel):
    """What, where, when, who; as many rows as were read so far.

    In a narrow window `is_narrow` puts the last three below the first, which is the only column shown then.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._logbook: Logbook | None = None
        self._read: Reader | None = None
        self._words: list[list[str]] = []
        self._lines: list[LogLine] = []
        self._is_whole = True
        self.is_narrow = False

    def show_log(self, logbook: Logbook, read: Reader, words: str = "") -> None:
        """The entries that have every one of these words."""
        self.beginResetModel()
        self._logbook, self._read = logbook, read
        self._words = [spellings(word) for word in words.split()]
        self._lines = list(logbook.lines(self._words, count=PIECE))
        self._is_whole = len(self._lines) < PIECE
        self.endResetModel()

    def line(self, row: int) -> LogLine | None:
        """The entry in a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Entries read so far."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Four."""
        return 0 if parent.isValid() else 4

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are older entries."""
        return not parent.isValid() and not self._is_whole

    def fetchMore(self, parent: Index) -> None:
        """Read on."""
        if parent.isValid() or self._is_whole or self._logbook is None:
            return
        more = self._logbook.lines(self._words, before=self._lines[-1].id, count=PIECE)
        self._is_whole = len(more) < PIECE
        if more:
            self.beginInsertRows(QModelIndex(), len(self._lines), len(self._lines) + len(more) - 1)
            self._lines += more
            self.endInsertRows()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Names of the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("What"), tr("Where"), tr("When"), tr("Who"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Words, the whole of them as tip, and the whole line for assistive technology."""
        line = self.line(index.row())
        if line is None or self._read is None:
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return ", ".join(filter(None, self._cells(line)))
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            cells = self._cells(line)
            below = f"\n{' · '.join(filter(None, (cells[2], cells[3], cells[1])))}" if self.is_narrow else ""
            return cells[index.column()] + below
        return None

    def _cells(self, line: LogLine) -> tuple[str, str, str, str]:
        return what(line), self._where(line), moment(line.at), line.by

    def _where(self, line: LogLine) -> str:
        if not line.places or self._read is None:
            return ""
        try:
            named = where(self._read, line.document, line.path)
        except UserError:
            named = line.path
        return named if line.places == 1 else tr("{place} and {n} more").format(place=named, n=line.places - 1)


def what(line: LogLine) -> str:
    """What was done, with its reason, in the language of the window."""
    words = in_words(line.label)
    patterns = {"undo": tr("Undone: {what}"), "redo": tr("Done again: {what}"), "theirs": tr("By others: {what}")}
    words = patterns.get(line.kind, "{what}").format(what=words)
    return f"{words} ({line.why})" if line.why else words


def moment(at: str) -> str:
    """Day and minute on the clock of this machine; as it is in the file when it is no moment."""
    try:
        return f"{dt.datetime.fromisoformat(at).astimezone():%d/%m/%Y %H:%M}"
    except ValueError:
        return at
