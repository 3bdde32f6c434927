"""The calculation of one methodology on a page: results by year, what is missing, inputs in groups, what if."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forms.inputs_overview import CREDITING_START, Obstacle, input_groups, obstacles
from forms.quantities import gases_in_print
from ui.blocks_view import BlocksView
from ui.calculation.evidence import evidence_sentence
from ui.calculation.inputs import InputsTree
from ui.calculation.results import headline, result_blocks
from ui.calculation.what_if import WhatIf
from ui.labels import ElidedButton, Link, caption
from ui.layouts import clear_layout
from ui.words import counted

if TYPE_CHECKING:
    from forms.document import Snapshot
    from ui.binding import DocumentBinding

NAMED = 12
"""Obstacles that are named; the others are counted."""
FACTS = "facts"


class CalculationPage(QWidget):
    """Stands at the head of the document of a methodology's inputs. `refresh` brings it up to date."""

    place_wanted = Signal(str, str)
    working_wanted = Signal(str)

    def __init__(self, binding: DocumentBinding, document: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._binding = binding
        self._document = document
        self._key = document.removeprefix("inputs_")
        self._shown: Snapshot | None = None
        methodology = binding.snapshot.methodologies[self._key]
        self.evidence = caption(evidence_sentence(methodology.evidence), "warning", self)
        self.evidence.setVisible(methodology.evidence == "unverified")
        self.headline = caption("", "strong", self)
        self.results = BlocksView(self)
        self.results.setAccessibleName(self.tr("Results by year"))
        self.results.traced.connect(self.working_wanted)
        self.in_the_way = caption("", "label", self)
        self._obstacles = QVBoxLayout()
        self._obstacles.setSpacing(2)
        self.inputs = InputsTree(self)
        self.inputs.wanted.connect(self._go)
        self.what_if = WhatIf(binding, self._key, self)
        self.what_if.hide()
        self.fold = ElidedButton(self.tr("What if: sensitivity, other choices, what changed"), self, room=40)
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self.what_if.setVisible)
        self._lay_out()
        self.refresh()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 18, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.evidence)
        column.addWidget(self.headline)
        column.addWidget(self.results)
        column.addWidget(self.in_the_way)
        column.addLayout(self._obstacles)
        row = QHBoxLayout()
        row.addWidget(self.fold)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.what_if)
        column.addSpacing(8)
        column.addWidget(caption(self.tr("Inputs"), "label", self))
        column.addWidget(self.inputs)

    def refresh(self) -> None:
        """Show the project as it is now; nothing happens when that is what is shown."""
        snapshot = self._binding.snapshot
        if snapshot is self._shown or self._document not in snapshot.documents:
            return
        self._shown = snapshot
        read, results = self._binding.read, snapshot.results
        self.headline.setText(headline(results))
        self.results.show_blocks(result_blocks(results, self._key))
        self._show_obstacles(obstacles(read, self._document))
        self.inputs.show_groups(input_groups(read, self._document))
        self.what_if.refresh()

    def _show_obstacles(self, found: tuple[Obstacle, ...]) -> None:
        clear_layout(self._obstacles)
        stopping = [item for item in found if not item.is_warning]
        one = self.tr("1 thing stands in the way; nothing is calculated from what is missing")
        many = self.tr("{n} things stand in the way; nothing is calculated from what is missing")
        self.in_the_way.setText(counted(len(stopping), one, many) if stopping else self.tr("Worth a look"))
        self.in_the_way.setVisible(bool(found))
        for item in found[:NAMED]:
            self._obstacles.addWidget(self._obstacle(item))
        if len(found) > NAMED:
            self._obstacles.addWidget(caption(self.tr("… and {n} more").format(n=len(found) - NAMED), "small", self))

    def _obstacle(self, item: Obstacle) -> QWidget:
        """What is missing or wrong; a link where it can be mended."""
        words = gases_in_print(" ".join(part for part in (f"{item.name}:", item.message, item.remedy) if part))
        if not item.path:
            return caption(words, "warning", self)
        link = Link(words, self)
        link.setProperty("place", item.path)
        link.clicked.connect(self._mend)
        return link

    def _mend(self) -> None:
        sender = self.sender()
        if sender is not None:
            self._go(str(sender.property("place")))

    def _go(self, path: str) -> None:
        self.place_wanted.emit(FACTS if path == CREDITING_START else self._document, path)
