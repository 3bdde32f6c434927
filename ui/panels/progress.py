"""Progress: what is left and what blocks, section by section."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from forms.document import REVIEW_DOCUMENT
from forms.fieldpath import field_of
from forms.problems import Problem, Severity
from ui.captions import document_name, numbered, place_name
from ui.completeness import NOTHING, Completeness
from ui.style import brush, current_theme
from ui.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forms.document import Place, Reader

PLACE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class Left:
    """What is left in one section: fields to answer, and places of errors that are not just missing answers."""

    document: str
    section: str
    missing: tuple[str, ...]
    blocking: tuple[Problem, ...]


def left_over(read: Reader, filled: Completeness, problems: Sequence[Problem]) -> list[Left]:
    """The sections in which something is left, in the order of the forms."""
    names = [name for name in read.snapshot.documents if name != REVIEW_DOCUMENT]
    return [left for name in names for left in _left_in(read, name, filled, problems)]


def _left_in(read: Reader, name: str, filled: Completeness, problems: Sequence[Problem]) -> Iterator[Left]:
    form = read.form(name)
    lacking = {path for document, path in filled.missing if document == name}
    errors = [item for item in problems if item.document == name and item.severity is Severity.ERROR]
    for section in form.sections:
        paths = {field.path for field in section.fields}
        missing = tuple(field.path for field in section.fields if field.path in lacking)
        blocking = tuple(item for item in errors if field_of(item.path) in paths and item.path not in lacking)
        if missing or blocking:
            yield Left(name, section.id, missing, blocking)


class ProgressPanel(QWidget):
    """Documents, their sections, and below each what is to be done there."""

    place_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read: Reader | None = None
        self._filled: Completeness = NOTHING
        self._left: list[Left] = []
        self.summary = QLabel(self)
        self.summary.setWordWrap(True)
        self.summary.setProperty("inset", True)
        self.tree = QTreeWidget(self)
        self.tree.setHeaderHidden(True)
        self.tree.setColumnCount(2)
        self.tree.setIndentation(14)
        self.tree.setAccessibleName(self.tr("What is left, by section"))
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.summary)
        column.addWidget(self.tree, 1)
        self.tree.itemClicked.connect(self._go)
        self.tree.itemActivated.connect(self._go)
        current_theme().changed.connect(self._redraw)

    def show_state(self, read: Reader, filled: Completeness, problems: Sequence[Problem]) -> None:
        """What the last check found."""
        left = left_over(read, filled, problems)
        changed = left != self._left or self._read is None
        self._read, self._filled, self._left = read, filled, left
        if changed:
            self._redraw()

    def _redraw(self) -> None:
        read = self._read
        if read is None:
            return
        unfolded = self._unfolded()
        self.tree.clear()
        tops: dict[str, QTreeWidgetItem] = {}
        for left in self._left:
            if left.document not in tops:
                tops[left.document] = self._document_item(read, left.document)
            item = self._section_item(read, left)
            tops[left.document].addChild(item)
            item.setExpanded(tuple(item.data(0, PLACE)) in unfolded)
        for top in tops.values():
            top.setExpanded(True)
        missing = sum(len(left.missing) for left in self._left)
        blocking = sum(len(left.blocking) for left in self._left)
        self.summary.setText(self._summary(missing, blocking))
        self.tree.setVisible(bool(self._left))

    def _unfolded(self) -> set[Place]:
        tops = (self.tree.topLevelItem(number) for number in range(self.tree.topLevelItemCount()))
        items = (top.child(number) for top in tops if top is not None for number in range(top.childCount()))
        return {tuple(item.data(0, PLACE)) for item in items if item is not None and item.isExpanded()}

    def _summary(self, missing: int, blocking: int) -> str:
        if not missing and not blocking:
            return self.tr("Nothing is left, and nothing blocks the final dossier.")
        parts = []
        if missing:
            one, many = self.tr("1 required answer is left"), self.tr("{n} required answers are left")
            parts.append(counted(missing, one, many))
        if blocking:
            one, many = self.tr("1 error blocks the final dossier"), self.tr("{n} errors block the final dossier")
            parts.append(counted(blocking, one, many))
        return "; ".join(parts) + "."

    def _document_item(self, read: Reader, document: str) -> QTreeWidgetItem:
        share = int(self._filled.of(document).share * 100)
        item = QTreeWidgetItem([document_name(read, document), self.tr("{n} %").format(n=share)])
        font = self.tree.font()
        font.setBold(True)
        item.setFont(0, font)
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight)
        self.tree.addTopLevelItem(item)
        return item

    def _section_item(self, read: Reader, left: Left) -> QTreeWidgetItem:
        form = read.form(left.document)
        section = form.section(left.section)
        words = []
        if left.missing:
            words.append(self.tr("{n} left").format(n=len(left.missing)))
        if left.blocking:
            words.append(counted(len(left.blocking), self.tr("1 blocks"), self.tr("{n} block")))
        item = QTreeWidgetItem([numbered(section) if section else left.section, " · ".join(words)])
        item.setToolTip(0, item.text(0))
        item.setData(0, PLACE, (left.document, left.section))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight)
        item.setForeground(1, brush("error" if left.blocking else "quiet"))
        for path in left.missing:
            field = form.field(path)
            item.addChild(_leaf(field.label if field else path, (left.document, path), "text", path))
        for problem in left.blocking:
            words_here = f"{place_name(form, problem.path)}: {problem.message}"
            item.addChild(_leaf(words_here, (problem.document, problem.path), "error", problem.message))
        return item

    def _go(self, item: QTreeWidgetItem) -> None:
        place = item.data(0, PLACE)
        if place:
            self.place_wanted.emit(*place)


def _leaf(text: str, place: Place, colour: str, tip: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem([text])
    item.setData(0, PLACE, place)
    item.setToolTip(0, tip)
    item.setForeground(0, brush(colour))
    return item
