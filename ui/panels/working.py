"""Explain this number: the tree from a result down to the inputs and their sources."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from forms.blocks import Block, EquationBlock, Heading, Paragraph, Run, text_run
from forms.document import inputs_document
from forms.inputs import value_path
from forms.methodologies.model import Equation
from forms.methodologies.typesetting import latex, spoken
from forms.methodologies.working import Step, show_value, steps_below, with_unit
from ui.blocks_view import BlocksView
from ui.calculation.results import headline
from ui.editors.base import QuietCombo
from ui.scrolling import scrolled
from ui.style import brush, current_theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.document import Place, Snapshot
    from forms.methodologies.calculation import Calculation

STEP = Qt.ItemDataRole.UserRole + 1
Figure = tuple[str, str, tuple[str, ...]]
"""Row key of the methodology, symbol, index."""


class WorkingPanel(QWidget):
    """A chooser of figures, the tree of the one chosen, and the step in focus below it."""

    place_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._snapshot: Snapshot | None = None
        self._entries: list[Figure] = []
        self._steps: dict[Figure, Step] = {}
        self._followed: Place = ("", "")
        self._is_stale = True
        self.figure = QuietCombo(self)
        self.figure.setAccessibleName(self.tr("Figure to explain"))
        self.tree = QTreeWidget(self)
        self.tree.setAccessibleName(self.tr("Working"))
        self.tree.setHeaderHidden(True)
        self.tree.setColumnCount(2)
        self.tree.setIndentation(14)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.detail = BlocksView(self)
        self.detail.setAccessibleName(self.tr("Step"))
        self.empty = QLabel(
            self.tr(
                "No figure is worked out yet. Apply a methodology and give its inputs; "
                "then every number explains itself here."
            ),
            self,
        )
        self.empty.setWordWrap(True)
        self.empty.setProperty("role", "quiet")
        self.headline = QLabel(self)
        self.headline.setWordWrap(True)
        self.headline.setProperty("role", "strong")
        self._lay_out()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(250)
        self._wait.timeout.connect(self._refill)
        self.figure.activated.connect(self._figure_chosen)
        self.tree.currentItemChanged.connect(self._step_chosen)
        self.tree.itemActivated.connect(self._go)
        self.tree.itemExpanded.connect(self._fill_below)
        current_theme().changed.connect(self._refill)

    def _lay_out(self) -> None:
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 8, 12, 12)
        column.addWidget(self.detail)
        column.addStretch(1)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.addWidget(self.tree)
        parts.addWidget(scrolled(inside, self, takes_focus=True))
        parts.setSizes([360, 260])
        parts.setChildrenCollapsible(False)
        self._parts = parts
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 12, 0, 0)
        head = QVBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.addWidget(self.headline)
        head.addWidget(self.figure)
        head.addWidget(self.empty)
        whole.addLayout(head)
        whole.addWidget(parts, 1)
        whole.addStretch(0)

    # -- content ------------------------------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """The project as it is now; the panel catches up when it is looked at."""
        if snapshot is not self._snapshot:
            self._snapshot, self._is_stale = snapshot, True
            if self.isVisible():
                self._wait.start()

    def showEvent(self, event: object) -> None:
        """Catch up."""
        super().showEvent(event)  # type: ignore[arg-type]
        if self._is_stale:
            self._refill()
        self._follow()

    def explain(self, name: str) -> None:
        """Show the figure with this name, such as `ER[2008]`; the first of its symbol when there is no such index."""
        self._refill()
        name = self._as_symbol(name)
        symbol = name.partition("[")[0]
        for wanted in (name, symbol):
            for place, (_, known, index) in enumerate(self._entries):
                if wanted in {known, _name(known, index)}:
                    self._choose(place)
                    return

    def follow(self, document: str, path: str) -> None:
        """A field took the focus: when it is an input, the result that rests on it is shown, open at the input."""
        self._followed = (document, path)
        if self.isVisible():
            self._follow()

    def _as_symbol(self, name: str) -> str:
        """Columns of the yearly tables go by their symbol in the first methodology applied."""
        column, bracket, rest = name.partition("[")
        for made in self._snapshot.results.calculations.values() if self._snapshot else ():
            symbol = getattr(made.methodology.results, column, "")
            if symbol:
                return f"{symbol}{bracket}{rest}"
        return name

    def _follow(self) -> None:
        document, path = self._followed
        if self._snapshot is None or not path.startswith("I.") or path.count(".") < 2:
            return
        keys = [key for key in self._snapshot.results.calculations if inputs_document(key) == document]
        symbol = path.split(".")[1]
        if not keys or self._reveal(symbol):
            return
        place = self._nearest(keys[0], symbol)
        if place is not None:
            self._choose(place)
            self._reveal(symbol)

    def _nearest(self, key: str, symbol: str) -> int | None:
        """The first figure, results before what they rest on, that rests on a symbol."""
        for place, (known, name, index) in enumerate(self._entries):
            if known == key and any(step.symbol == symbol for step in steps_below(self._explained(known, name, index))):
                return place
        return None

    def _explained(self, key: str, symbol: str, index: tuple[str, ...]) -> Step:
        made = (key, symbol, index)
        if made not in self._steps:
            snapshot = self._snapshot
            if snapshot is None:
                msg = "There is nothing to explain."
                raise RuntimeError(msg)
            self._steps[made] = snapshot.results.calculations[key].explain(symbol, index)
        return self._steps[made]

    def _choose(self, place: int) -> None:
        self.figure.setCurrentIndex(place)
        self._figure_chosen()

    def _refill(self) -> None:
        if self._snapshot is None:
            return
        self._is_stale = False
        self._steps.clear()
        entries = [
            (key, symbol, index)
            for key, made in self._snapshot.results.calculations.items()
            for symbol, index in _figures(made)
        ]
        chosen = self.figure.currentText()
        if entries != self._entries:
            self._entries = entries
            self.figure.clear()
            self.figure.addItems([_name(symbol, index) for _, symbol, index in entries])
            self.figure.setCurrentIndex(max(0, self.figure.findText(chosen)))
        self.headline.setText(headline(self._snapshot.results))
        self.headline.setVisible(bool(entries))
        self.figure.setVisible(bool(entries))
        self._parts.setVisible(bool(entries))
        self.empty.setVisible(not entries)
        self._figure_chosen()

    def _figure_chosen(self) -> None:
        place = self.figure.currentIndex()
        self.tree.clear()
        if self._snapshot is None or not 0 <= place < len(self._entries):
            return
        step = self._explained(*self._entries[place])
        top = _item(step)
        self.tree.addTopLevelItem(top)
        self._fill(top)
        top.setExpanded(True)
        for item in _children_of(top):
            item.setExpanded(True)
        self.tree.setCurrentItem(top)

    def _fill_below(self, item: QTreeWidgetItem) -> None:
        """What is in sight has its arrow: the children of an unfolded step know theirs."""
        self._fill(item)
        for child in _children_of(item):
            self._fill(child)

    def _fill(self, item: QTreeWidgetItem) -> None:
        """Add what a step rests on, when it is first unfolded: the same step may stand in many places."""
        step = item.data(0, STEP)
        if isinstance(step, Step) and not item.childCount():
            _add_children(item, step)

    def _reveal(self, symbol: str) -> bool:
        """Unfold the tree down to the first step of a symbol; false when the figure does not rest on it."""
        top = self.tree.topLevelItem(0)
        step = top.data(0, STEP) if top is not None else None
        way = _way_to(step, symbol) if isinstance(step, Step) else None
        if top is None or way is None:
            return False
        item = top
        for following in way[1:]:
            item.setExpanded(True)
            item = next((child for child in _children_of(item) if child.data(0, STEP) is following), item)
        self.tree.setCurrentItem(item)
        self.tree.scrollToItem(item)
        return True

    def _step_chosen(self, current: QTreeWidgetItem | None) -> None:
        step = current.data(0, STEP) if current is not None else None
        self.detail.show_blocks(self._blocks(step) if isinstance(step, Step) else ())

    def _blocks(self, step: Step) -> list[Block]:
        blocks: list[Block] = [Heading(3, text_run(step.name))]
        if step.description:
            blocks.append(Paragraph(text_run(step.description)))
        if isinstance(step.equation, Equation):
            blocks.append(EquationBlock(latex(step.equation), step.number, spoken(step.equation)))
        if step.substituted_text and step.kind != "input":
            blocks.append(Paragraph(text_run(f"= {step.substituted_text}")))
        blocks.append(Paragraph((Run(f"= {_value(step)}", frozenset({"bold"})),)))
        blocks += [Paragraph(text_run(note), "note") for note in step.notes]
        source = self.tr("Source: {source}").format(source=step.origin_text) if step.origin_text else ""
        return [*blocks, Paragraph(text_run(source), "note")] if source else blocks

    def _go(self, item: QTreeWidgetItem) -> None:
        """Enter on an input goes to where it is typed."""
        step = item.data(0, STEP)
        if isinstance(step, Step) and step.kind in {"input", "unknown"} and self._snapshot is not None:
            for name, document in self._snapshot.documents.items():
                if document.form.field(value_path(step.symbol)) is not None:
                    self.place_wanted.emit(name, value_path(step.symbol))
                    return


def _figures(made: Calculation) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What can be explained: the results, then what they rest on."""
    results = made.methodology.results
    first = [results.reductions, results.baseline, results.project, results.leakage]
    given = {symbol for symbol, _ in made.given}
    for symbol in dict.fromkeys((*first, *reversed(list(made.values)))):
        if symbol in made.values and symbol not in given:
            for index in made.values[symbol]:
                yield symbol, index


def _item(step: Step) -> QTreeWidgetItem:
    source = step.origin_text if step.kind in {"input", "unknown"} else ""
    item = QTreeWidgetItem([step.name, _value(step)])
    item.setData(0, STEP, step)
    item.setToolTip(0, step.description)
    item.setToolTip(1, source or step.substituted_text)
    item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{step.name} {_value(step)} {source}")
    if step.kind == "unknown":
        item.setForeground(1, brush("warning"))
    return item


def _add_children(parent: QTreeWidgetItem, step: Step) -> None:
    for child in step.children:
        parent.addChild(_item(child))
    if step.kind in {"input", "unknown"} and step.origin_text:
        leaf = QTreeWidgetItem([step.origin_text])
        leaf.setForeground(0, brush("quiet"))
        leaf.setToolTip(0, step.origin_text)
        parent.addChild(leaf)
        leaf.setFirstColumnSpanned(True)


def _children_of(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    found = (item.child(number) for number in range(item.childCount()))
    return [child for child in found if child is not None]


def _way_to(step: Step, symbol: str) -> list[Step] | None:
    """The shortest way from a step down to one of a symbol."""
    ways, seen = [[step]], {id(step)}
    for way in ways:
        if way[-1].symbol == symbol:
            return way
        for child in way[-1].children:
            if id(child) not in seen:
                seen.add(id(child))
                ways.append([*way, child])
    return None


def _value(step: Step) -> str:
    text = show_value(step.value, exact=step.kind == "input")
    return with_unit(text, step.unit) if isinstance(step.value, Decimal) else text


def _name(symbol: str, index: tuple[str, ...]) -> str:
    return f"{symbol}[{', '.join(index)}]" if index else symbol
