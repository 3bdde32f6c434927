"""The slim row of tools of a narrative."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from ui.layouts import Flow
from ui.style import current_theme, icon

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.editors.prose_edit import ProseEdit


class ProseTools(QWidget):
    """Small buttons; quiet until the text has the focus, so that a page of narratives stays calm."""

    def __init__(self, text: ProseEdit, parent: QWidget, insert: Callable[[], object]) -> None:
        super().__init__(parent)
        self._text = text
        self._insert = insert
        self._buttons: list[tuple[QToolButton, str]] = []
        row = Flow(self, gap=0)
        for name, text_, do in self._entries():
            button = QToolButton(self)
            button.setToolTip(text_)
            button.setAccessibleName(text_)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(do)
            row.addWidget(button)
            self._buttons.append((button, name))
        current_theme().changed.connect(self._tint)
        self._tint()
        self.set_loud(loud=False)

    def set_loud(self, *, loud: bool) -> None:
        """Show the tools while the text has the focus."""
        self.setVisible(loud and not self._text.isReadOnly())

    def _entries(self) -> list[tuple[str, str, Callable[[], None]]]:
        return [
            ("bold", self.tr("Bold (Ctrl+B)"), self._bold),
            ("italic", self.tr("Italic (Ctrl+I)"), self._italic),
            ("subscript", self.tr("Subscript (Ctrl+=)"), self._sub),
            ("superscript", self.tr("Superscript (Ctrl+Shift+=)"), self._sup),
            ("heading", self.tr("Heading"), self._text.toggle_heading),
            ("list", self.tr("Bullets"), self._bullets),
            ("list-ordered", self.tr("Numbers"), self._numbers),
            ("table-2", self.tr("Table"), self._text.insert_table),
            (
                "plus",
                self.tr("Insert a result, a fact, a reference, a picture or a footnote (Ctrl+Shift+I)"),
                self._open_insertions,
            ),
        ]

    def _open_insertions(self) -> None:
        self._insert()

    def _bold(self) -> None:
        self._text.toggle("bold")

    def _italic(self) -> None:
        self._text.toggle("italic")

    def _sub(self) -> None:
        self._text.toggle("sub")

    def _sup(self) -> None:
        self._text.toggle("sup")

    def _bullets(self) -> None:
        self._text.toggle_list(ordered=False)

    def _numbers(self) -> None:
        self._text.toggle_list(ordered=True)

    def _tint(self) -> None:
        for button, name in self._buttons:
            button.setIcon(icon(name, current_theme().palette))
