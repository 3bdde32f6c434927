"""Values from shipped tables, below the field of a parameter: rows with their source, one of which is taken."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from forms.defaults import Offer, news, offers
from forms.definition import Field
from forms.document import inputs_document
from forms.methodologies.model import Parameter
from forms.quantities import format_number, unit_in_print
from ui.calculation.evidence import evidence_icon, evidence_word
from ui.editors.base import Line
from ui.labels import Link, caption
from ui.messages import Message
from ui.style import current_theme
from ui.words import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from forms.document import Reader
    from forms.fieldtypes import Asked
    from ui.editors.base import Editor

OFFER = Qt.ItemDataRole.UserRole + 1
HIGH = 220
"""Height of the list in pixels of the design."""
LOOKED_AT = 60
"""Cells of a matrix whose rows are looked up for something newer."""


def parameter_at(read: Reader, document: str, path: str) -> Parameter | None:
    """The parameter whose value is asked at a path: the one in force where several share a symbol."""
    key = next((key for key in read.snapshot.methodologies if inputs_document(key) == document), None)
    if key is None or not (path.startswith("I.") and path.endswith(".value")):
        return None
    symbol = path.split(".")[1]
    made = read.results.calculations.get(key)
    found = made.definition(symbol) if made else None
    return found if isinstance(found, Parameter) else read.snapshot.methodologies[key].parameter(symbol)


def default_strip(editor: Editor, parent: QWidget) -> DefaultStrip | None:
    """The strip for a field, where some table has values for it."""
    spot = editor.spot
    if not isinstance(spot.asked, Field) or spot.asked.path != spot.path or not spot.document.startswith("inputs_"):
        return None
    parameter = parameter_at(spot.binding.read, spot.document, spot.path)
    found = offers(parameter) if parameter else ()
    return DefaultStrip(editor, found, parent) if found else None


class DefaultStrip(QWidget):
    """One line that unfolds to the rows; and a line when a table has something newer than the value that was taken."""

    def __init__(self, editor: Editor, found: Sequence[Offer], parent: QWidget) -> None:
        super().__init__(parent)
        self._editor = editor
        self._offers = found
        self.panel: OfferList | None = None
        one, many = self.tr("Take a value from a table (1 row)"), self.tr("Take a value from a table ({n} rows)")
        self.link = Link(counted(len(found), one, many), self)
        self.link.setProperty("small", True)
        self.link.clicked.connect(self.toggle)
        self.news = Link("", self)
        self.news.setProperty("small", True)
        self.news.clicked.connect(self._take_news)
        self._newer: tuple[str, Offer] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.link)
        self._column.addWidget(self.news)
        self.refresh()

    def refresh(self) -> None:
        """Look whether a table says something newer now. It is information: nothing is changed."""
        self._newer = self._find_news()
        self.news.setVisible(self._newer is not None)
        if self._newer is not None:
            offer = self._newer[1]
            words = self.tr("The table has a newer value: {value} ({row}). Take it").format(
                value=format_number(offer.value), row=_row(offer)
            )
            self.news.show_words(words)
            self.news.setToolTip(f"{words}\n{offer.source}")

    def toggle(self) -> None:
        """Unfold or fold the rows; the list is made when it is first wanted."""
        if self.panel is None:
            self.panel = OfferList(self._offers, self._editor.spot.asked.unit, self)
            self.panel.hide()
            self.panel.taken = self.take
            self._column.insertWidget(1, self.panel)
        self.panel.setVisible(not self.panel.isVisible())
        if self.panel.isVisible():
            self.panel.filter.setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self, offer: Offer) -> None:
        """Put the value in, with its row as origin; in a matrix into the cell in focus."""
        path = self._place()
        if not path:
            words = self.tr("Put the cursor into the cell that the value is for, then take it.")
            self._editor.spot.messages.tell(Message(words))
            return
        self._put(path, offer)
        if self.panel is not None:
            self.panel.hide()
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_news(self) -> None:
        if self._newer is not None:
            self._put(*self._newer)

    def _put(self, path: str, offer: Offer) -> None:
        spot = self._editor.spot
        spot.binding.keep_unread(spot.document, path, "")
        spot.binding.attempt(lambda: spot.binding.project.put(spot.document, path, offer.answer))

    def _place(self) -> str:
        """The field itself, or the cell in focus; the only cell where there is but one."""
        grid = getattr(self._editor, "grid", None)
        if grid is None:
            return self._editor.spot.path
        index = grid.currentIndex()
        if not index.isValid() and grid.grid.rowCount() * grid.grid.columnCount() == 1:
            index = grid.grid.index(0, 0)
        return grid.grid.place(index).path if index.isValid() else ""

    def _find_news(self) -> tuple[str, Offer] | None:
        spot = self._editor.spot
        if not spot.binding.is_open or spot.document not in spot.binding.snapshot.documents:
            return None
        parameter = parameter_at(spot.binding.read, spot.document, spot.path)
        answers = spot.binding.snapshot.of(spot.document)
        cells = (path for path in answers if path.startswith(f"{spot.path}["))
        paths = [*islice(cells, LOOKED_AT)] if is_matrix(spot.asked) else [spot.path]
        found = ((path, news(parameter, answers.get(path))) for path in paths if parameter is not None)
        return next(((path, offer) for path, offer in found if offer is not None), None)


def is_matrix(asked: Asked) -> bool:
    """True for what is asked by index."""
    return isinstance(asked, Field) and bool(asked.indices)


class OfferList(QFrame):
    """The rows with a filter. Enter or a double click takes the row in focus."""

    def __init__(self, found: Sequence[Offer], unit: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "reason")
        self.taken = _nobody
        self.filter = Line(self)
        self.filter.setPlaceholderText(self.tr("Diesel, lower, Viet Nam 2019 …"))
        self.filter.setAccessibleName(self.tr("Filter rows of tables"))
        self.filter.setClearButtonEnabled(True)
        self.list = QTreeWidget(self)
        self.list.setAccessibleName(self.tr("Values from tables"))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        value = self.tr("Value, {unit}").format(unit=unit_in_print(unit)) if unit not in {"", "1"} else self.tr("Value")
        self.list.setHeaderLabels([self.tr("Row"), value, self.tr("Source")])
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.source = caption("", "small", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(6)
        for part in (self.filter, self.list, self.source):
            column.addWidget(part)
        for offer in found:
            self.list.addTopLevelItem(self._item(offer))
        self.list.setFixedHeight(current_theme().px(HIGH))
        self.filter.textChanged.connect(self._sift)
        self.filter.returnPressed.connect(self._take)
        self.list.itemActivated.connect(self._take)
        self.list.currentItemChanged.connect(self._tell_source)
        self._sift()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes from the filter into the list, Escape folds."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif event.key() == Qt.Key.Key_Down and self.filter.hasFocus():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _item(self, offer: Offer) -> QTreeWidgetItem:
        item = QTreeWidgetItem([_row(offer), format_number(offer.value), offer.source])
        item.setData(0, OFFER, offer)
        item.setIcon(0, evidence_icon(offer.evidence, current_theme().palette))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setToolTip(0, f"{offer.title}\n{_row(offer)}\n{evidence_word(offer.evidence)}")
        item.setToolTip(1, self.tr("as printed: {value}").format(value=offer.printed))
        item.setToolTip(2, offer.source)
        spoken = f"{_row(offer)}, {format_number(offer.value)}, {evidence_word(offer.evidence)}, {offer.source}"
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
        return item

    def _sift(self) -> None:
        wanted = self.filter.text().casefold().split()
        first: QTreeWidgetItem | None = None
        for number in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(number)
            if item is not None:
                fits = all(word in f"{item.text(0)} {item.text(2)}".casefold() for word in wanted)
                item.setHidden(not fits)
                first = first or (item if fits else None)
        if first is not None:
            self.list.setCurrentItem(first)

    def _tell_source(self) -> None:
        offer = self._offer()
        words = (offer.title, evidence_word(offer.evidence), offer.in_force, offer.source) if offer else ()
        self.source.setText(" · ".join(word for word in words if word))

    def _offer(self) -> Offer | None:
        item = self.list.currentItem()
        found = item.data(0, OFFER) if item is not None and not item.isHidden() else None
        return found if isinstance(found, Offer) else None

    def _take(self) -> None:
        offer = self._offer()
        if offer is not None:
            self.taken(offer)


def _row(offer: Offer) -> str:
    """What tells the row from its neighbours: cells without their columns, and when it is in force."""
    cells = [cell for column, cell in offer.row if cell and column != "quantity"]
    return " · ".join([*cells, *([offer.in_force.strip()] if offer.in_force else [])])


def _nobody(offer: Offer) -> None:
    del offer
