"""Fields below each other in room that scrolls: where the focus goes, and what of it is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QTextEdit, QVBoxLayout, QWidget

from forms.fieldpath import field_of
from ui.editors.field import FieldView
from ui.editors.grid import Grid

if TYPE_CHECKING:
    from collections.abc import Iterator

AIR = 24
"""Kept above and below what has the focus."""


class FieldScroll(QScrollArea):
    """The room of a page and its fields."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("form")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.fields: list[FieldView] = []
        self._top = 0
        self._page = QWidget(self)
        self._page.setObjectName("page")
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(32, 24, 32, 40)
        self._column.setSpacing(0)
        self.setWidget(self._page)

    def finish(self) -> None:
        """Make what is not made yet, now."""

    def settle(self) -> None:
        """Give the fields their room now: painted before Qt does so, they would be seen squeezed into one window."""
        QApplication.sendEvent(self._page, QEvent(QEvent.Type.LayoutRequest))

    # -- the way in -----------------------------------------------------------------------------------------------

    def open(self) -> None:
        """Begin at the title."""
        self.settle()
        self.verticalScrollBar().setValue(0)

    def come_back(self, path: str, top: int) -> None:
        """Be as one left: with the focus on a field or cell, where any had it, and scrolled as far as then."""
        self.finish()
        self.settle()
        if path:
            self.focus_place(path)
        self._top = top
        self.verticalScrollBar().setValue(top)
        # After whatever follows the focus into sight: it may have been out of sight then.
        QTimer.singleShot(0, self, self._scroll_back)

    def _scroll_back(self) -> None:
        self.verticalScrollBar().setValue(self._top)

    def focus_place(self, path: str) -> bool:
        """Put the focus on a field or cell; false when it is not here."""
        self.finish()
        for field in self.fields:
            if field.path == field_of(path):
                field.editor.focus_place(path)
                QTimer.singleShot(0, field, _Showing(self, field).run)
                return True
        return False

    def focus_first(self) -> None:
        """Put the focus on the first field that can be typed into, and scroll to it."""
        self._focus(self._first_asking())

    def take_focus(self) -> None:
        """Put the focus on the first field where it is in sight, else on the page: arrows scroll it, Tab leads on.

        What the program makes above a field may grow yet, when formulas and maps are drawn.
        """
        first = self._first_asking()
        above = self.fields[: self.fields.index(first)] if first is not None else []
        stays = not any(field.spot.asked.type == "generated" for field in above)
        in_sight = first is not None and stays and self._is_in_sight(_stop(first))
        self._focus(first if in_sight else None)

    def _focus(self, field: FieldView | None) -> None:
        (field.editor if field is not None else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _first_asking(self) -> FieldView | None:
        asking = (field for field in self.fields if not field.is_readonly)
        return next((field for field in asking if field.editor.isVisibleTo(self) and field.editor.isEnabled()), None)

    # -- what is seen ---------------------------------------------------------------------------------------------

    def keep_in_sight(self, widget: QWidget) -> None:
        """Scroll so that what has the focus is seen; in a long text, the cursor."""
        if self._page.isAncestorOf(widget):  # a page that is on its way out has no part in it any more
            spot = self._spot(widget)
            self.ensureVisible(spot.center().x(), spot.center().y(), 0, self._margin(spot))

    def _is_in_sight(self, widget: QWidget) -> bool:
        """True where the focus can come without scrolling."""
        spot, top = self._spot(widget), self.verticalScrollBar().value()
        above, below = spot.center().y() - self._margin(spot), spot.center().y() + self._margin(spot)
        return above >= top and below <= top + self.viewport().height()

    def _margin(self, spot: QRect) -> int:
        return min(spot.height() // 2 + AIR, self.viewport().height() // 2)

    def _spot(self, widget: QWidget) -> QRect:
        """What is to be seen of a part of the page, in its coordinates."""
        spot = QRect(widget.mapTo(self._page, QPoint(0, 0)), widget.size())
        if isinstance(widget, QTextEdit) and widget.height() > self.viewport().height() // 2:
            cursor = widget.cursorRect()
            spot = QRect(widget.viewport().mapTo(self._page, cursor.topLeft()), cursor.size())
        grid = next((item for item in _ancestors(widget) if isinstance(item, Grid)), None)
        if grid is not None:
            cell = grid.visualRect(grid.currentIndex()) if grid.currentIndex().isValid() else QRect(0, 0, 10, 40)
            spot = QRect(grid.viewport().mapTo(self._page, cell.topLeft()), cell.size())
        if spot.height() > self.viewport().height():
            spot.setHeight(40)
        return spot

    def eventFilter(self, watched: object, event: object) -> bool:
        """Never scroll sideways because a child wants to be seen."""
        result = super().eventFilter(watched, event)  # type: ignore[arg-type]
        if isinstance(event, QEvent) and self.horizontalScrollBar().value():
            self.horizontalScrollBar().setValue(0)
        return result


class _Showing(QWidget):
    def __init__(self, page: FieldScroll, field: FieldView) -> None:
        super().__init__(field)
        self.hide()
        self._page = page
        self._field = field

    def run(self) -> None:
        focus = QApplication.focusWidget()
        inside = focus is not None and self._page.isAncestorOf(focus)
        self._page.keep_in_sight(focus if focus is not None and inside else self._field)
        self.deleteLater()


def field_around(widget: QWidget | None) -> FieldView | None:
    """The field that a widget is a part of."""
    return next((item for item in _ancestors(widget) if isinstance(item, FieldView)), None)


def _stop(field: FieldView) -> QWidget:
    """The part of a field in which the focus comes to rest."""
    stop: QWidget = field.editor
    while (inner := stop.focusProxy()) is not None:
        stop = inner
    return stop


def _ancestors(widget: QWidget | None) -> Iterator[QWidget]:
    while widget is not None:
        yield widget
        widget = widget.parentWidget()
