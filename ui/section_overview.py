"""The way on from a section: what stands under it, what comes before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui.captions import numbered
from ui.labels import Link, WrappedLink, caption

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forms.definition import FormDefinition, Section
    from ui.completeness import Completeness

LONGEST = 34
"""Letters of a link to the section before or after."""


class _Ways(QWidget):
    wanted = Signal(str)
    """Id of the section that a link leads to."""

    def _lead(self, link: Link, section: Section) -> Link:
        link.setProperty("place", section.id)
        link.clicked.connect(self._clicked)
        return link

    def _clicked(self) -> None:
        self.wanted.emit(str(self.sender().property("place")))


class SectionOverview(_Ways):
    """A link to each section, and beside the links, in a column of their own, how far each is filled in."""

    def __init__(self, sections: Sequence[Section], parent: QWidget) -> None:
        super().__init__(parent)
        # No wider than the longest link, so that the states stand beside the links.
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.states: dict[str, QLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for row, section in enumerate(sections):
            state = self.states[section.id] = caption("", "small", self)
            state.setWordWrap(False)
            state.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
            link = self._lead(WrappedLink(numbered(section), self), section)
            link.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            grid.addWidget(link, row, 0)
            grid.addWidget(state, row, 1, Qt.AlignmentFlag.AlignVCenter)

    def show_completeness(self, completeness: Completeness, document: str) -> None:
        """How far each is filled in; nothing where nothing is asked."""
        for section, state in self.states.items():
            fill = completeness.of(document, section)
            words = self.tr("{n} to answer").format(n=fill.missing) if fill.missing else self.tr("complete")
            state.setText(words if fill.required or fill.given else "")


class WayOn(_Ways):
    """Links to the section before and to the one after, where there are such."""

    def __init__(self, form: FormDefinition, here: str, parent: QWidget) -> None:
        super().__init__(parent)
        ids = ["", *(section.id for section in form.sections)]
        place = ids.index(here)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._add(row, form.section(ids[place - 1]) if place > 1 else None, self.tr("← {title}"))
        row.addStretch(1)
        self._add(row, form.section(ids[place + 1]) if place + 1 < len(ids) else None, self.tr("{title} →"))

    def _add(self, row: QHBoxLayout, section: Section | None, pattern: str) -> None:
        if section is not None:
            words = pattern.format(title=_shortened(numbered(section)))
            row.addWidget(self._lead(Link(words, self), section), 10)


def _shortened(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"
