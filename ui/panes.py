"""The three panes side by side: tree, pages, inspector; how they share the room, and the way from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from ui.style import current_theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.form_view import FormView
    from ui.inspector import Inspector
    from ui.pages import Pages
    from ui.section_tree import SectionTree


class Panes(QSplitter):
    """They share the room by themselves until somebody moves a border."""

    def __init__(
        self, tree: SectionTree, pages: Pages, form: FormView, inspector: Inspector, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._tree, self._form, self._inspector = tree, form, inspector
        self._is_arranged = False
        for place, (part, least, stretch) in enumerate(((tree, 180, 0), (pages, 360, 1), (inspector, 240, 0))):
            self.addWidget(part)
            part.setMinimumWidth(least)
            self.setStretchFactor(place, stretch)
            self.setCollapsible(place, False)
        self.setHandleWidth(1)
        self.splitterMoved.connect(self._border_moved)

    def arrangement(self) -> str:
        """Where the borders are, once somebody moved them; empty before."""
        return bytes(self.saveState().toBase64().data()).decode() if self._is_arranged else ""

    def arrange(self, arrangement: str) -> None:
        """Take up what `arrangement` gave; what is broken is left as it is."""
        self._is_arranged = self.restoreState(QByteArray.fromBase64(arrangement.encode()))

    def share_out(self, width: int) -> None:
        """Give each its part of a window so wide: a wide one shows more of tree and inspector."""
        if self._is_arranged:
            return
        grown = min(1.25, current_theme().scale)
        left = round(grown * max(276, min(380, width * 0.2)))
        right = round(grown * max(360, min(470, width * 0.26)))
        most = 0.54 * width
        left, right = (round(side * min(1, most / (left + right))) for side in (left, right))
        self.setSizes([left, max(0, width - left - right), right])

    def enter_next(self) -> None:
        """Put the focus into the next pane that is shown."""
        page = self._form.page
        panes: list[tuple[QWidget, Callable[[], object]]] = [
            (self._tree, self._tree.view.setFocus),
            (self._form, page.focus_first if page is not None else self._form.setFocus),
            (self._inspector, self._inspector.bar.setFocus),
        ]
        shown = [(pane, enter) for pane, enter in panes if pane.isVisible()]
        focus = QApplication.focusWidget()
        here = next((n for n, (pane, _) in enumerate(shown) if focus is not None and pane.isAncestorOf(focus)), -1)
        shown[(here + 1) % len(shown)][1]()

    def _border_moved(self) -> None:
        self._is_arranged = True
