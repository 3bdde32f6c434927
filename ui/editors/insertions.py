"""The menu of what a narrative can insert: results, facts, references, pictures, footnotes of the words selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from forms.blocks import Figure, Run

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QAction

    from forms.insertions import Insertion

_LONGEST = 60


class InsertMenu(QMenu):
    """Emits the run or picture to insert. Facts without an answer are greyed, so that nothing empty is inserted."""

    chosen = Signal(Run)
    picture_chosen = Signal(Figure)

    def __init__(
        self, insertions: Iterable[Insertion], pictures: Iterable[Figure], note: Run | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        menus = {
            "figure": self.addMenu(self.tr("Calculated figure")),
            "fact": self.addMenu(self.tr("Project fact")),
            "picture": self.addMenu(self.tr("Reference to a figure")),
            "table": self.addMenu(self.tr("Reference to a table")),
            "section": self.addMenu(self.tr("Reference to a section")),
            "evidence": self.addMenu(self.tr("Reference to evidence")),
        }
        for item in insertions:
            action = menus[item.kind].addAction(_words(item))
            action.setEnabled(bool(item.shown))
            action.setData(Run(item.shown, frozenset(), item.link))
        shown = self.addMenu(self.tr("Picture from the evidence list"))
        for picture in pictures:
            shown.addAction(_shortened(picture.caption)).setData(picture)
        for menu in (*menus.values(), shown):
            menu.setEnabled(not menu.isEmpty())
            menu.setStyleSheet("QMenu { menu-scrollable: 1; }")
        self.addSeparator()
        self._note = self.addAction(self.tr("Footnote of the selected words"))
        self._note.setEnabled(note is not None)
        self._note.setData(note)
        self.triggered.connect(self._choose)

    def _choose(self, action: QAction) -> None:
        chosen = action.data()
        if isinstance(chosen, Run):
            self.chosen.emit(chosen)
        elif isinstance(chosen, Figure):
            self.picture_chosen.emit(chosen)


def _words(item: Insertion) -> str:
    label = _shortened(item.label)
    return f"{label}: {_shortened(item.shown)}" if item.shown and item.kind in {"figure", "fact"} else label


def _shortened(words: str) -> str:
    """Words for a menu, in which an ampersand would mark a key."""
    return (words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…").replace("&", "&&")
