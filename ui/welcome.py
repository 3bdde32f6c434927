"""The first page: open a file, take up a recent one, start from a form, or look at a sample."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.editors.base import Line, QuietCombo
from ui.layouts import clear_layout
from ui.style import current_theme, icon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forms.definition import FormDefinition

WIDTH = 920


class Welcome(QScrollArea):
    """Two columns: what there is already, and something new."""

    open_wanted = Signal()
    file_chosen = Signal(object)
    sample_chosen = Signal(str)
    new_wanted = Signal(str, str, str)

    def __init__(self, forms: Sequence[FormDefinition], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self._page = QWidget(self)
        self._page.setObjectName("welcome")
        self._icons: list[tuple[QPushButton, str]] = []
        inner = QWidget(self._page)
        inner.setMaximumWidth(WIDTH)
        outer = QHBoxLayout(self._page)
        outer.setContentsMargins(40, 48, 40, 40)
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
        name = _label(self.tr("Cerulean"), "title", inner)
        head.addWidget(name)
        words = self.tr("Project dossiers, prepared, checked and printed on this computer alone.")
        head.addWidget(_label(words, "quiet", inner))
        grid.addLayout(head, 0, 0, 1, 2)
        grid.setRowMinimumHeight(1, 36)
        self._there = QVBoxLayout()
        self._there.setSpacing(2)
        grid.addLayout(self._there, 2, 0, Qt.AlignmentFlag.AlignTop)
        self.new = NewProject(forms, inner)
        self.new.wanted.connect(self.new_wanted)
        grid.addWidget(self.new, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.setRowStretch(3, 1)
        self.setWidget(self._page)
        current_theme().changed.connect(self._tint)

    def show_choices(self, recent: Sequence[Path], samples: Sequence[tuple[str, str]]) -> None:
        """What can be opened."""
        clear_layout(self._there)
        self._icons.clear()
        button = QPushButton(self.tr("Open a project…"), self._page)
        button.setProperty("primary", True)
        button.clicked.connect(self.open_wanted)
        self._there.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._there.addSpacing(24)
        self._there.addWidget(_label(self.tr("Recent"), "label", self._page))
        if not recent:
            words = self.tr("Projects that you open or save will be listed here.")
            self._there.addWidget(_label(words, "quiet", self._page))
        for file in recent[:8]:
            self._add_recent(file)
        if samples:
            self._there.addSpacing(20)
            self._there.addWidget(
                _label(self.tr("Samples: complete projects to look at and to change"), "label", self._page)
            )
        for sample_id, title in samples:
            self._add_card("flask-conical", title, "", sample_id, self._sample_clicked)
        self._tint()

    def _add_recent(self, file: Path) -> None:
        exists = file.exists()
        note = str(file.parent) if exists else self.tr("not there any more: {folder}").format(folder=file.parent)
        card = self._add_card("file-text", file.name, note, str(file), self._recent_clicked)
        card.setEnabled(exists)

    def _add_card(self, name: str, title: str, note: str, value: str, do: object) -> QPushButton:
        card = QPushButton(f"{title}\n{note}" if note else title, self._page)
        card.setProperty("card", True)
        card.setProperty("value", value)
        card.setIconSize(QSize(20, 20))
        card.setToolTip(note or title)
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


class NewProject(QWidget):
    """Title and form of a new project, with what the choice means."""

    wanted = Signal(str, str, str)

    def __init__(self, forms: Sequence[FormDefinition], parent: QWidget) -> None:
        super().__init__(parent)
        self._forms = list(forms)
        self.form = QuietCombo(self)
        self.form.setAccessibleName(self.tr("Form"))
        for definition in self._forms:
            self.form.addItem(definition.name)
        self.title = Line(self)
        self.title.setAccessibleName(self.tr("Title of the project"))
        self._what = _label("", "quiet", self)
        self._create = QPushButton(self.tr("Start the project"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(_label(self.tr("Start a new project"), "label", self))
        column.addSpacing(10)
        column.addWidget(_label(self.tr("Which form is to be filled in?"), "quiet", self))
        column.addWidget(self.form)
        column.addSpacing(4)
        column.addWidget(self._what)
        column.addSpacing(12)
        column.addWidget(_label(self.tr("Title, as in letters and contracts (it can be given later)"), "quiet", self))
        column.addWidget(self.title)
        column.addSpacing(12)
        column.addWidget(self._create, 0, Qt.AlignmentFlag.AlignLeft)
        self.form.currentIndexChanged.connect(self._explain)
        self._create.clicked.connect(self._start)
        self.title.returnPressed.connect(self._start)
        self._explain()

    def _explain(self) -> None:
        form = self._chosen()
        if form is None:
            return
        parts = [form.title]
        start, end = form.in_force.start, form.in_force.end
        if start and end:
            parts.append(
                self.tr("In force from {start} to {end}.").format(start=f"{start:%d/%m/%Y}", end=f"{end:%d/%m/%Y}")
            )
        elif start:
            parts.append(self.tr("In force from {start}.").format(start=f"{start:%d/%m/%Y}"))
        questions = sum(len(section.fields) for section in form.sections)
        parts.append(
            self.tr("{fields} fields in {sections} sections.").format(fields=questions, sections=len(form.sections))
        )
        if form.evidence != "found":
            parts.append(self.tr("The original of this form could be read only in part."))
        self._what.setText("\n".join(parts))

    def _start(self) -> None:
        form = self._chosen()
        if form is not None:
            self.wanted.emit(form.id, form.version, self.title.text().strip())

    def _chosen(self) -> FormDefinition | None:
        place = self.form.currentIndex()
        return self._forms[place] if 0 <= place < len(self._forms) else None


def _label(text: str, role: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
