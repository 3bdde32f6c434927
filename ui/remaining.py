"""What is left to answer: told in the bottom bar, and the way to the next of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from forms.fieldpath import field_of
from ui.captions import document_name

if TYPE_CHECKING:
    from forms.document import Place
    from ui.binding import DocumentBinding
    from ui.bottom_bar import BottomBar
    from ui.checking import Checking
    from ui.form_view import FormView
    from ui.navigation import Navigator


class Remaining(QObject):
    """Of the section that is shown, and of its document."""

    def __init__(
        self, binding: DocumentBinding, form: FormView, navigator: Navigator, checking: Checking, bar: BottomBar
    ) -> None:
        super().__init__(bar)
        self._binding, self._form = binding, form
        self._navigator, self._checking, self._bar = navigator, checking, bar
        binding.unread_changed.connect(self.show)
        bar.next_wanted.connect(self.go_to_next)

    def show(self) -> None:
        """As the last check found it, and what was typed since and not read."""
        if not self._binding.is_open:
            return
        document, section = self._navigator.place
        filled = self._checking.completeness
        unread = sum(1 for place in self._binding.unread if self._is_in(place, document, section))
        following = self._navigator.following_missing(filled)
        name = self._navigator.name_of(following) if following else ""
        self._bar.show_left(filled.of(document, section).missing + unread, name)
        if document:
            self._bar.show_share(document_name(self._binding.read, document), int(filled.of(document).share * 100))

    def _is_in(self, place: Place, document: str, section: str) -> bool:
        if place[0] != document:
            return False
        found = self._binding.read.form(document).section_of_field.get(field_of(place[1]))
        return found is not None and found.id == section

    def go_to_next(self) -> None:
        """Show the next required field without an answer, with the focus in it."""
        self._form.commit()
        found = self._navigator.following_missing(self._checking.completeness)
        if found is not None:
            self._navigator.go_to(*found)
