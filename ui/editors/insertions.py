"""The menu of what a narrative can insert: figures, facts, sections, evidence, and footnotes of the words selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from forms.blocks import Run

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QAction

    from forms.insertions import Insertion

_LONGEST = 60


class InsertMenu(QMenu):
    """Emits the run to insert. Facts without an answer are greyed, so that nothing empty is inserted by accident."""

    chosen = Signal(Run)

    def __init__(self, insertions: Iterable[Insertion], note: Run | None, parent: QWidget) -> None:
        super().__init__(parent)
        menus = {
            "figure": self.addMenu(self.tr("Calculated figure")),
            "fact": self.addMenu(self.tr("Project fact")),
            "section": self.addMenu(self.tr("Reference to a section")),
            "evidence": self.addMenu(self.tr("Reference to evidence")),
        }
        for item in insertions:
            action = menus[item.kind].addAction(_words(item))
            action.setEnabled(bool(item.shown))
            action.setData(Run(item.shown, frozenset(), item.link))
        for menu in menus.values():
            menu.setEnabled(not menu.isEmpty())
            menu.setStyleSheet("QMenu { menu-scrollable: 1; }")
        self.addSeparator()
        self._note = self.addAction(self.tr("Footnote of the selected words"))
        self._note.setEnabled(note is not None)
        self._note.setData(note)
        self.triggered.connect(self._choose)

    def _choose(self, action: QAction) -> None:
        run = action.data()
        if isinstance(run, Run):
            self.chosen.emit(run)


def _words(item: Insertion) -> str:
    label = item.label if len(item.label) <= _LONGEST else f"{item.label[:_LONGEST]}…"
    shown = item.shown if len(item.shown) <= _LONGEST else f"{item.shown[:_LONGEST]}…"
    # An ampersand would mark a key.
    return (f"{label}: {shown}" if shown and item.kind in {"figure", "fact"} else label).replace("&", "&&")
