"""Says in the tree and in the top bar where the user is: in a section, or on a page that took the place of the form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.captions import document_name

if TYPE_CHECKING:
    from ui.binding import DocumentBinding
    from ui.navigation import Navigator
    from ui.pages import Pages
    from ui.section_tree import SectionTree
    from ui.top_bar import TopBar


class Whereabouts(QObject):
    """What is not in the tree, such as a comparison or the review, is named in the top bar, and the tree marks nothing.

    A choice in one of them leads to the form, also where its section is the one that lies below the page.
    """

    def __init__(
        self, binding: DocumentBinding, navigator: Navigator, pages: Pages, tree: SectionTree, top: TopBar
    ) -> None:
        super().__init__(top)
        self._binding, self._navigator, self._pages = binding, navigator, pages
        self._tree, self._top = tree, top
        navigator.arrived.connect(self._show)
        pages.turned.connect(self._show)
        for chosen in (tree.chosen, tree.entered, top.document_chosen):
            chosen.connect(pages.turn_back)

    def _show(self) -> None:
        document, section = self._navigator.place
        if not self._binding.is_open or not document:
            return
        page = self._pages.title
        self._tree.mark(*(("", "") if page else (document, section)))
        self._top.show_document("" if page else document, page or document_name(self._binding.read, document))
