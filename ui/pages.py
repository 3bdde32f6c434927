"""The middle of the window: the form, or for a while a page in its place, such as a comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class Pages(QStackedWidget):
    """The form lies below; Escape takes a page away. `turned` follows when another page, or the form, is shown."""

    turned = Signal()

    def __init__(self, form: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("middle")
        self._form = form
        self.addWidget(form)

    @property
    def shows_form(self) -> bool:
        """False while another page is in front."""
        return self.currentWidget() is self._form

    @property
    def title(self) -> str:
        """What the page in the place of the form is called; empty while the form is shown."""
        page = self.currentWidget()
        labels = page.findChildren(QLabel) if page is not None and page is not self._form else []
        return next((label.text() for label in labels if label.property("role") == "title"), "")

    def turn_to(self, page: QWidget) -> None:
        """Show a page in the place of the form."""
        if self.indexOf(page) < 0:
            self.addWidget(page)
        self.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.turned.emit()

    def turn_back(self) -> None:
        """Show the form, with the focus where it was."""
        if not self.shows_form:
            self.setCurrentWidget(self._form)
            self.turned.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the form."""
        if event.key() == Qt.Key.Key_Escape and not self.shows_form:
            self.turn_back()
        else:
            super().keyPressEvent(event)
