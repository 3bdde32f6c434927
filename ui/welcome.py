"""The first page: open a file, take up a recent one, start from a form, or look at a sample."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.labels import ElidedButton, caption
from ui.layouts import clear_layout
from ui.new_project import NewProject
from ui.style import current_theme, icon

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from forms.definition import FormDefinition

WIDTH = 1080
CARD_ROOM = 56


class Welcome(QScrollArea):
    """Two columns: what there is already, and something new."""

    open_wanted = Signal()
    library_wanted = Signal()
    file_chosen = Signal(object)
    sample_chosen = Signal(str)
    new_wanted = Signal(object)

    def __init__(self, forms: Callable[[], Sequence[FormDefinition]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._page = QWidget(self)
        self._page.setObjectName("welcome")
        self._icons: list[tuple[QPushButton, str]] = []
        inner = QWidget(self._page)
        inner.setMaximumWidth(WIDTH)
        outer = QHBoxLayout(self._page)
        outer.setContentsMargins(40, 36, 40, 32)
        outer.addStretch(1)
        outer.addWidget(inner, 20)
        outer.addStretch(1)
        grid = QGridLayout(inner)
        grid.setHorizontalSpacing(64)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        head = QVBoxLayout()
        head.setSpacing(2)
        name = caption(self.tr("Cerulean"), "title", inner)
        head.addWidget(name)
        words = self.tr("Project dossiers, prepared, checked and printed on this computer alone.")
        head.addWidget(caption(words, "quiet", inner))
        grid.addLayout(head, 0, 0, 1, 2)
        grid.setRowMinimumHeight(1, 28)
        self._there = QVBoxLayout()
        self._there.setSpacing(2)
        grid.addLayout(self._there, 2, 0, Qt.AlignmentFlag.AlignTop)
        self.new = NewProject(forms, inner)
        self.new.wanted.connect(self.new_wanted)
        grid.addWidget(self.new, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.setRowStretch(4, 1)
        self._grid = grid
        self.setWidget(self._page)
        current_theme().changed.connect(self._tint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room, else one below the other."""
        super().resizeEvent(event)
        narrow = self.viewport().width() < current_theme().px(820)
        self._grid.addWidget(self.new, 3 if narrow else 2, 0 if narrow else 1, Qt.AlignmentFlag.AlignTop)
        self._grid.setColumnStretch(1, 0 if narrow else 1)
        self._grid.setRowMinimumHeight(2, self._there.sizeHint().height() + 28 if narrow else 0)

    def show_choices(self, recent: Sequence[Path], samples: Sequence[tuple[str, str]]) -> None:
        """What can be opened."""
        clear_layout(self._there)
        self._icons.clear()
        button = QPushButton(self.tr("Open a project…"), self._page)
        button.setProperty("primary", True)
        button.clicked.connect(self.open_wanted)
        self._open = button
        self._there.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        library = QPushButton(self.tr("Library of projects"), self._page)
        library.clicked.connect(self.library_wanted)
        self._there.addSpacing(8)
        self._there.addWidget(library, 0, Qt.AlignmentFlag.AlignLeft)
        self._there.addSpacing(24)
        self._there.addWidget(caption(self.tr("Recent"), "label", self._page))
        if not recent:
            words = self.tr("Projects that you open or save will be listed here.")
            self._there.addWidget(caption(words, "quiet", self._page))
        for file in recent[:8]:
            self._add_recent(file)
        if samples:
            self._there.addSpacing(20)
            self._there.addWidget(
                caption(self.tr("Samples: complete projects to look at and to change"), "label", self._page)
            )
        for sample_id, title in samples:
            self._add_card("flask-conical", title, "", sample_id, self._sample_clicked)
        self._tint()

    def take_focus(self) -> None:
        """Put the focus where reading begins."""
        self._open.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_recent(self, file: Path) -> None:
        exists = file.exists()
        note = str(file.parent) if exists else self.tr("not there any more: {folder}").format(folder=file.parent)
        card = self._add_card("file-text", file.name, note, str(file), self._recent_clicked)
        card.setEnabled(exists)

    def _add_card(self, name: str, title: str, note: str, value: str, do: object) -> QPushButton:
        card = ElidedButton(f"{title}\n{note}" if note else title, self._page, room=CARD_ROOM)
        card.setProperty("card", True)
        card.setProperty("value", value)
        card.setIconSize(QSize(20, 20))
        card.setToolTip(f"{title}\n{note}" if note else title)
        card.setAccessibleName(title)
        card.clicked.connect(do)
        self._there.addWidget(card)
        self._icons.append((card, name))
        return card

    def _recent_clicked(self) -> None:
        self.file_chosen.emit(Path(str(self.sender().property("value"))))

    def _sample_clicked(self) -> None:
        self.sample_chosen.emit(str(self.sender().property("value")))

    def _tint(self) -> None:
        for card, name in self._icons:
            card.setIcon(icon(name, current_theme().palette))
