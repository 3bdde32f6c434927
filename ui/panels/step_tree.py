"""The tree of a figure: every step that it rests on, down to the inputs and their sources."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from forms.methodologies.working import Step, show_value, with_unit
from ui.style import brush

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

STEP = Qt.ItemDataRole.UserRole + 1


class StepTree(QTreeWidget):
    """`chosen(step)` when another step, or none, came into focus; `entered(step)` on Enter or a double click."""

    chosen = Signal(object)
    entered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Working"))
        self.setHeaderHidden(True)
        self.setColumnCount(2)
        self.setIndentation(14)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.currentItemChanged.connect(self._step_chosen)
        self.itemActivated.connect(self._step_entered)
        self.itemExpanded.connect(self._fill_below)

    def show_step(self, step: Step) -> None:
        """The tree of a step, two levels open."""
        self.clear()
        top = _item(step)
        self.addTopLevelItem(top)
        self._fill(top)
        top.setExpanded(True)
        for item in _children_of(top):
            item.setExpanded(True)
        self.setCurrentItem(top)

    def reveal(self, symbol: str) -> bool:
        """Unfold down to the first step of a symbol; false when the figure does not rest on it."""
        top = self.topLevelItem(0)
        step = top.data(0, STEP) if top is not None else None
        way = _way_to(step, symbol) if isinstance(step, Step) else None
        if top is None or way is None:
            return False
        item = top
        for following in way[1:]:
            item.setExpanded(True)
            item = next((child for child in _children_of(item) if child.data(0, STEP) is following), item)
        self.setCurrentItem(item)
        self.scrollToItem(item)
        return True

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

    def _step_chosen(self, current: QTreeWidgetItem | None) -> None:
        self.chosen.emit(current.data(0, STEP) if current is not None else None)

    def _step_entered(self, item: QTreeWidgetItem) -> None:
        self.entered.emit(item.data(0, STEP))


def _item(step: Step) -> QTreeWidgetItem:
    source = step.origin_text if step.kind in {"input", "unknown"} else ""
    item = QTreeWidgetItem([step.name, value_text(step)])
    item.setData(0, STEP, step)
    item.setToolTip(0, step.description)
    item.setToolTip(1, source or step.substituted_text)
    item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{step.name} {value_text(step)} {source}")
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


def value_text(step: Step) -> str:
    """The value of a step with its unit."""
    text = show_value(step.value, step.unit, exact=step.kind == "input")
    return with_unit(text, step.unit) if isinstance(step.value, Decimal) else text
