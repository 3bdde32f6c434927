"""Choosing a methodology: everything that ships in a list, and what the one in focus demands, before it is added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from forms.blocks import Block, Cell, Column, Heading, Paragraph, TableBlock, cell, text_run
from forms.definition import Field
from forms.fieldpath import cell_path
from forms.methodologies.heads import Head, heads, outline
from forms.quantities import gases_in_print
from ui import steps
from ui.blocks_view import BlocksView
from ui.calculation.evidence import evidence_icon, evidence_sentence, evidence_word
from ui.calculation.head_words import about, searched
from ui.editors.base import Line
from ui.editors.table import TableEditor
from ui.labels import ElidedButton, caption
from ui.style import current_theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from forms.answers import Answer
    from forms.fieldtypes import Asked
    from ui.editors.base import Spot

METHODOLOGIES = "P.methodologies"
HEAD = Qt.ItemDataRole.UserRole + 1
WORDS = Qt.ItemDataRole.UserRole + 2
HIGH = 250
"""Height of the list in pixels of the design."""


class MethodologyChooser(QFrame):
    """The list with its filter, and the one in focus. `chosen(code, version)` when it shall be applied."""

    chosen = Signal(str, str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "reason")
        self.filter = Line(self)
        self.filter.setPlaceholderText(self.tr("Code, title, scope, scale: landfill, small wind, I.D"))
        self.filter.setAccessibleName(self.tr("Filter methodologies"))
        self.filter.setClearButtonEnabled(True)
        self.tools = QCheckBox(self.tr("Tools too"), self)
        self.count = caption("", "small", self)
        self.list = QTreeWidget(self)
        self.list.setAccessibleName(self.tr("Methodologies that ship"))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setHeaderLabels([self.tr("Code"), self.tr("Text"), self.tr("Title, scope, scale, in force")])
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.detail = BlocksView(self)
        self.detail.setAccessibleName(self.tr("The methodology in focus"))
        self.warning = caption("", "warning", self)
        self.apply = ElidedButton(self.tr("Apply"), self, room=40)
        self.apply.setProperty("primary", True)
        self.close_button = ElidedButton(self.tr("Close the list"), self, room=40)
        self._lay_out()
        self._fill()
        self.filter.textChanged.connect(self._sift)
        self.tools.toggled.connect(self._sift)
        self.list.currentItemChanged.connect(self._show)
        self.list.itemActivated.connect(self._apply)
        self.apply.clicked.connect(self._apply)
        self.close_button.clicked.connect(self.closed)
        current_theme().changed.connect(self._tint)
        self._sift()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.filter, 1)
        head.addWidget(self.tools)
        buttons = QHBoxLayout()
        buttons.addWidget(self.apply)
        buttons.addWidget(self.close_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.count)
        column.addWidget(self.list)
        column.addWidget(self.warning)
        column.addLayout(buttons)
        column.addWidget(self.detail)

    @property
    def head(self) -> Head | None:
        """The one in focus."""
        item = self.list.currentItem()
        found = item.data(0, HEAD) if item is not None else None
        return found if isinstance(found, Head) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes from the filter into the list, Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() == Qt.Key.Key_Down and self.filter.hasFocus():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    # -- the list -------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        for head in heads():
            version = self.tr("version {number}").format(number=head.version)
            code = f"{head.code}\n{version}"
            item = QTreeWidgetItem([code, evidence_word(head.evidence), f"{head.title}\n{about(head)}"])
            item.setData(0, HEAD, head)
            item.setData(0, WORDS, searched(head))
            item.setToolTip(1, evidence_sentence(head.evidence))
            item.setToolTip(2, f"{head.title}\n{about(head)}")
            spoken = f"{head.code} {version}, {head.title}, {evidence_word(head.evidence)}"
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
            self.list.addTopLevelItem(item)
        self._tint()

    def _items(self) -> list[QTreeWidgetItem]:
        found = (self.list.topLevelItem(number) for number in range(self.list.topLevelItemCount()))
        return [item for item in found if item is not None]

    def _sift(self) -> None:
        """Show what has every word of the filter; the first of it comes into focus."""
        wanted = self.filter.text().casefold().split()
        shown = []
        for item in self._items():
            head = item.data(0, HEAD)
            fits = all(word in item.data(0, WORDS) for word in wanted) and (
                head.kind != "tool" or self.tools.isChecked()
            )
            item.setHidden(not fits)
            if fits:
                shown.append(item)
        self.count.setText(self.tr("{n} of {all}").format(n=len(shown), all=len(self._items())))
        current = self.list.currentItem()
        if shown and (current is None or current.isHidden()):
            self.list.setCurrentItem(shown[0])
        elif not shown:
            self.list.setCurrentIndex(QModelIndex())

    def _tint(self) -> None:
        theme = current_theme()
        self.list.setFixedHeight(theme.px(HIGH))
        for item in self._items():
            item.setIcon(1, evidence_icon(item.data(0, HEAD).evidence, theme.palette))

    # -- the one in focus -----------------------------------------------------------------------------------------

    def _show(self) -> None:
        head = self.head
        self.apply.setEnabled(head is not None)
        self.warning.setVisible(head is not None and head.evidence == "unverified")
        if head is None:
            self.detail.show_blocks(())
            return
        self.apply.show_words(self.tr("Apply {code} version {version}").format(code=head.code, version=head.version))
        self.warning.setText(evidence_sentence(head.evidence))
        self.detail.show_blocks(self._blocks(head))

    def _blocks(self, head: Head) -> list[Block]:
        found = outline(head.code, head.version)
        version = self.tr("version {number}").format(number=head.version)
        blocks: list[Block] = [Heading(3, text_run(f"{head.code} {version}: {head.title}"))]
        blocks.append(Paragraph(text_run(about(head))))
        if head.evidence != "unverified":
            blocks.append(Paragraph(text_run(evidence_sentence(head.evidence))))
        blocks.append(Paragraph(text_run(head.source), "note"))
        rows = tuple((cell(gases_in_print(text)), cell(reference)) for text, reference in found.conditions)
        heads_of_table = (Column(self.tr("Applicable when"), width=3), Column(self.tr("Reference")))
        blocks.append(TableBlock(heads_of_table, rows, empty=self.tr("It names no conditions.")))
        if found.calls:
            columns = (Column(self.tr("Calls")), Column(self.tr("Title"), width=3), Column(self.tr("Text")))
            blocks.append(TableBlock(columns, tuple(_tool_row(tool) for tool in found.calls)))
        return blocks

    def _apply(self) -> None:
        if self.head is not None:
            self.chosen.emit(self.head.code, self.head.version)


class MethodologiesEditor(TableEditor):
    """The table of methodologies applied, with the chooser below it."""

    RANK = 10

    def __init__(self, spot: Spot, parent: QWidget | None = None) -> None:
        self._chooser: MethodologyChooser | None = None
        super().__init__(spot, parent)
        self._empty.offer(self.tr("Choose from the list"), self.choose)
        self._tools.add("list", self.tr("Choose a methodology from the list"), self.choose)

    @classmethod
    def suits(cls, asked: Asked) -> bool:
        """The one table of methodologies."""
        return isinstance(asked, Field) and asked.type == "table" and asked.path == METHODOLOGIES

    def choose(self) -> None:
        """Open the list; it is made when it is first wanted."""
        if self._chooser is None:
            self._chooser = MethodologyChooser(self)
            self._chooser.chosen.connect(self.add)
            self._chooser.closed.connect(self._close_chooser)
            layout = self.layout()
            if layout is not None:
                layout.addWidget(self._chooser)
        self._chooser.show()
        self._chooser.filter.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def chooser(self) -> MethodologyChooser | None:
        """The list, once it was opened."""
        return self._chooser

    def add(self, code: str, version: str) -> None:
        """Apply a version, as one step: in a new row, or in place of the one other version of the same text."""
        project, document, path = self.spot.binding.project, self.spot.document, self.spot.path
        home, table = project.read.home_of(document, path)
        key = self._other_version(code, version)

        def change() -> None:
            with project.edit(steps.APPLY.format(what=code), initiator=self):
                row = key or project.add_row(home, table, initiator=self)
                project.type_in(home, cell_path(table, row, "code"), code, initiator=self)
                project.type_in(home, cell_path(table, row, "version"), version, initiator=self)

        if self.spot.binding.attempt(change):
            self._close_chooser()
            self._after(self.model.rowCount() if not key else self.verbs.keys().index(key))

    def _other_version(self, code: str, version: str) -> str:
        """The only row with this code, when it has another version; else empty."""
        read, spot = self.spot.binding.read, self.spot
        every = self.verbs.keys()
        rows = [key for key in every if read.cell(spot.path, key, "code", spot.document) == code]
        is_other = len(rows) == 1 and read.cell(spot.path, rows[0], "version", spot.document) != version
        return rows[0] if is_other else ""

    def show_answer(self, answer: Answer | None) -> None:
        """The rows, and the way to the list."""
        super().show_answer(answer)
        if self._chooser is not None and self._chooser.isVisible():
            self._tools.setVisible(False)

    def _close_chooser(self) -> None:
        if self._chooser is not None:
            self._chooser.hide()
        self.show_answer(None)
        self.setFocus(Qt.FocusReason.OtherFocusReason)


def _tool_row(tool: Head) -> tuple[Cell, ...]:
    return cell(f"{tool.code} v{tool.version}"), cell(tool.title), cell(evidence_word(tool.evidence))
