"""The inputs of a methodology in groups: value, unit, mark of origin and source; a click goes to where it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QWheelEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from forms.answers import ORIGIN_MARK, Origin
from forms.quantities import gases_in_print, unit_in_print
from ui.style import current_theme, icon
from ui.words import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forms.inputs_overview import InputGroup, InputLine

PATH = Qt.ItemDataRole.UserRole + 1
_COLUMNS = 3


class InputsTree(QTreeWidget):
    """As high as what it holds: the page scrolls. `wanted(path)` follows Enter or a click on an input."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: Sequence[InputGroup] = ()
        self.setAccessibleName(self.tr("Inputs in groups"))
        self.setHeaderLabels([self.tr("Input"), self.tr("Value"), self.tr("Origin")])
        self.setUniformRowHeights(True)
        self.setIndentation(14)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setStretchLastSection(False)
        self.header().setSectionsMovable(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, _COLUMNS):
            self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
        self.itemClicked.connect(self._go)
        self.itemActivated.connect(self._go)
        self.itemExpanded.connect(self._fit)
        self.itemCollapsed.connect(self._fit)
        current_theme().changed.connect(self._rebuild)

    def show_groups(self, groups: Sequence[InputGroup]) -> None:
        """Show these; what was folded stays folded."""
        if groups != self._groups:
            self._groups = groups
            self._rebuild()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(600, self.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls."""
        event.ignore()

    def resizeEvent(self, event: object) -> None:
        """Values get what they need, at most half of the width."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._share_width()

    def _rebuild(self) -> None:
        folded = {item.text(0) for item in self._tops() if not item.isExpanded()}
        here = self.currentItem()
        current = here.data(0, PATH) if here is not None else ""
        self.clear()
        for group in self._groups:
            top = self._group_item(group)
            self.addTopLevelItem(top)
            top.setFirstColumnSpanned(True)
            for line in group.lines:
                top.addChild(self._line_item(line))
            top.setExpanded(top.text(0) not in folded)
        self._select(current)
        self._share_width()
        self._fit()

    def _select(self, path: str) -> None:
        lines = (top.child(number) for top in self._tops() for number in range(top.childCount()))
        for item in lines:
            if item is not None and path and item.data(0, PATH) == path:
                self.setCurrentItem(item)

    def _tops(self) -> list[QTreeWidgetItem]:
        found = (self.topLevelItem(number) for number in range(self.topLevelItemCount()))
        return [item for item in found if item is not None]

    def _group_item(self, group: InputGroup) -> QTreeWidgetItem:
        unused = self.tr("{n} not used").format(n=group.unused) if group.unused else ""
        used = counted(len(group.lines), self.tr("1 input"), self.tr("{n} inputs"))
        item = QTreeWidgetItem([f"{group.title}: {', '.join(part for part in (used, unused) if part)}"])
        item.setToolTip(0, self.tr("What is not used with the choices made is left out.") if unused else "")
        bold = QFont(self.font())
        bold.setBold(True)
        item.setFont(0, bold)
        return item

    def _line_item(self, line: InputLine) -> QTreeWidgetItem:
        palette = current_theme().palette
        missing = self.tr("missing") if line.is_needed else "–"
        unit = unit_in_print(line.unit) if line.unit else ""
        name, value = gases_in_print(line.label), f"{line.value or missing} {unit}".strip() if line.value else missing
        item = QTreeWidgetItem([f"{line.name}   {name}" if line.is_symbol else name, value, self._origin(line)])
        item.setData(0, PATH, line.path)
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setToolTip(0, f"{line.name}\n{name}")
        item.setToolTip(1, value)
        item.setToolTip(2, line.source)
        item.setForeground(2, QBrush(QColor(palette.quiet)))
        if line.is_needed:
            item.setForeground(1, QBrush(QColor(palette.warning)))
            item.setIcon(1, icon("triangle-alert", palette))
        spoken = f"{line.name}, {name}: {value} {self._origin(line)}"
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
        return item

    def _origin(self, line: InputLine) -> str:
        """Mark, word, and where it stands."""
        if line.origin is None:
            return self.tr("several") if line.value and line.source else ""
        word = "" if line.origin is Origin.TYPED else str(line.origin)
        return " ".join(part for part in (ORIGIN_MARK[line.origin], word, line.source) if part)

    def _share_width(self) -> None:
        """The name has half of the width at least; the value comes before the source."""
        room = self.viewport().width() // 2
        value = min(self.sizeHintForColumn(1) + 12, room * 3 // 5)
        self.setColumnWidth(1, value)
        self.setColumnWidth(2, min(self.sizeHintForColumn(2) + 12, room - value))

    def _fit(self) -> None:
        rows = self.topLevelItemCount() + sum(top.childCount() for top in self._tops() if top.isExpanded())
        first = self.topLevelItem(0)
        high = self.rowHeight(self.indexFromItem(first)) if first is not None else 0
        self.setFixedHeight(rows * max(high, self.fontMetrics().height() + 6) + self.header().sizeHint().height() + 6)

    def _go(self, item: QTreeWidgetItem) -> None:
        path = item.data(0, PATH)
        if path:
            self.wanted.emit(path)
