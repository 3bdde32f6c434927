"""Explain this number: the tree from a result down to the inputs and their sources."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QLabel,
    QScrollArea,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from forms.blocks import Block, EquationBlock, Heading, Paragraph, Run, text_run
from forms.inputs import value_path
from forms.methodologies.model import Equation
from forms.methodologies.typesetting import latex, spoken
from forms.methodologies.working import Step, show_value
from ui.blocks_view import BlocksView
from ui.editors.base import QuietCombo
from ui.style import current_theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.document import Snapshot
    from forms.methodologies.calculation import Calculation

STEP = Qt.ItemDataRole.UserRole + 1
DEEPEST = 24


class WorkingPanel(QWidget):
    """A chooser of figures, the tree of the one chosen, and the step in focus below it."""

    place_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._snapshot: Snapshot | None = None
        self._entries: list[tuple[str, str, tuple[str, ...]]] = []
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
        self._lay_out()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(250)
        self._wait.timeout.connect(self._refill)
        self.figure.activated.connect(self._figure_chosen)
        self.tree.currentItemChanged.connect(self._step_chosen)
        self.tree.itemActivated.connect(self._go)
        current_theme().changed.connect(self._refill)

    def _lay_out(self) -> None:
        holder = QScrollArea(self)
        holder.setFrameShape(QFrame.Shape.NoFrame)
        holder.setWidgetResizable(True)
        holder.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget(holder)
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 8, 12, 12)
        column.addWidget(self.detail)
        column.addStretch(1)
        holder.setWidget(inside)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.addWidget(self.tree)
        parts.addWidget(holder)
        parts.setSizes([360, 260])
        parts.setChildrenCollapsible(False)
        self._parts = parts
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 12, 0, 0)
        head = QVBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.addWidget(self.figure)
        head.addWidget(self.empty)
        whole.addLayout(head)
        whole.addWidget(parts, 1)
        whole.addStretch(0)

    # -- content ------------------------------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """The project as it is now; the panel catches up when it is looked at."""
        self._snapshot = snapshot
        if self.isVisible():
            self._wait.start()

    def showEvent(self, event: object) -> None:
        """Catch up."""
        super().showEvent(event)  # type: ignore[arg-type]
        self._wait.start()

    def explain(self, name: str) -> None:
        """Show the figure with this name, such as `ER[2008]`; the first of its symbol when there is no such index."""
        self._refill()
        name = self._as_symbol(name)
        symbol = name.partition("[")[0]
        for wanted in (name, symbol):
            for place, (_, known, index) in enumerate(self._entries):
                if wanted in {known, _name(known, index)}:
                    self.figure.setCurrentIndex(place)
                    self._figure_chosen()
                    return

    def _as_symbol(self, name: str) -> str:
        """Columns of the yearly tables go by their symbol in the first methodology applied."""
        column, bracket, rest = name.partition("[")
        for made in self._snapshot.results.calculations.values() if self._snapshot else ():
            symbol = getattr(made.methodology.results, column, "")
            if symbol:
                return f"{symbol}{bracket}{rest}"
        return name

    def follow(self, document: str, path: str) -> None:
        """A field took the focus: the figure of an input is shown when it is one."""
        del document
        if self.isVisible() and path.startswith("I.") and path.count(".") >= 2:
            self._select_symbol(path.split(".")[1])

    def _refill(self) -> None:
        if self._snapshot is None:
            return
        entries = [
            (key, symbol, index)
            for key, made in self._snapshot.results.calculations.items()
            for symbol, index in _figures(made)
        ]
        chosen = self.figure.currentText()
        if entries != self._entries:
            self._entries = entries
            self.figure.clear()
            for _, symbol, index in entries:
                self.figure.addItem(_name(symbol, index))
            self.figure.setCurrentIndex(max(0, self.figure.findText(chosen)))
        self.figure.setVisible(bool(entries))
        self._parts.setVisible(bool(entries))
        self.empty.setVisible(not entries)
        self._figure_chosen()

    def _figure_chosen(self) -> None:
        place = self.figure.currentIndex()
        if self._snapshot is None or not 0 <= place < len(self._entries):
            self.tree.clear()
            return
        key, symbol, index = self._entries[place]
        step = self._snapshot.results.calculations[key].explain(symbol, index)
        self.tree.clear()
        top = _item(step)
        self.tree.addTopLevelItem(top)
        _add_children(top, step, DEEPEST)
        self.tree.expandToDepth(1)
        self.tree.setCurrentItem(top)

    def _select_symbol(self, symbol: str) -> None:
        for item in _items(self.tree.invisibleRootItem()):
            step = item.data(0, STEP)
            if isinstance(step, Step) and step.symbol == symbol:
                self.tree.setCurrentItem(item)
                return

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
        item.setForeground(1, _brush("warning"))
    return item


def _add_children(parent: QTreeWidgetItem, step: Step, depth: int) -> None:
    for child in step.children if depth else ():
        item = _item(child)
        parent.addChild(item)
        _add_children(item, child, depth - 1)
    if step.kind in {"input", "unknown"} and step.origin_text:
        leaf = QTreeWidgetItem([step.origin_text])
        leaf.setForeground(0, _brush("quiet"))
        leaf.setToolTip(0, step.origin_text)
        leaf.setFirstColumnSpanned(True)
        parent.addChild(leaf)
        leaf.setFirstColumnSpanned(True)


def _items(item: QTreeWidgetItem) -> Iterator[QTreeWidgetItem]:
    for place in range(item.childCount()):
        child = item.child(place)
        if child is not None:
            yield child
            yield from _items(child)


def _value(step: Step) -> str:
    text = show_value(step.value, exact=step.kind == "input")
    unit = step.unit if isinstance(step.value, Decimal) and step.unit != "1" else ""
    return f"{text} {unit}".strip()


def _name(symbol: str, index: tuple[str, ...]) -> str:
    return f"{symbol}[{', '.join(index)}]" if index else symbol


def _brush(name: str) -> QBrush:
    """A brush of the palette."""
    return QBrush(QColor(getattr(current_theme().palette, name)))
