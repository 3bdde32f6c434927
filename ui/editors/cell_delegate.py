"""How a cell is painted, and what one types into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui import prose_document as prose
from ui.captions import row_choices
from ui.cell_words import kept_in
from ui.editors.base import Line, NumberLine, QuietCombo
from ui.editors.cell_roles import LEFT, MARK_ROLE, RIGHT, WRONG_ROLE, Index
from ui.editors.cells import GridModel, grid_of
from ui.editors.column_widths import CELL_ROOM
from ui.editors.leaving import leave
from ui.editors.prose import ProseEdit
from ui.offers import offered
from ui.style import current_theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forms.answers import Value
    from ui.editors.cell_reading import CellPlace

HIGHEST = 10_000
"""Pixels: no cell is higher."""


class CellDelegate(QStyledItemDelegate):
    """Paints marks of provenance and of text that cannot be read; makes the right editor for a cell."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The cell, and its mark in the upper corner."""
        super().paint(painter, option, index)
        palette = current_theme().palette
        mark, wrong = index.data(MARK_ROLE), index.data(WRONG_ROLE)
        rect: QRect = option.rect
        if mark:
            painter.save()
            small = QFont(painter.font())
            small.setPixelSize(10)
            painter.setFont(small)
            painter.setPen(QColor(palette.accent))
            painter.drawText(rect.adjusted(3, 0, -3, 0), Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, mark)
            painter.restore()
        if wrong:
            painter.fillRect(rect.left(), rect.bottom() - 1, rect.width(), 2, QColor(palette.error))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for all words, with air."""
        metrics: QFontMetrics = option.fontMetrics
        width = _room(option)
        words = kept_in(str(index.data(Qt.ItemDataRole.DisplayRole) or ""), metrics, width)
        size = metrics.boundingRect(QRect(0, 0, width, HIGHEST), int(Qt.TextFlag.TextWordWrap), words).size()
        return QSize(size.width() + CELL_ROOM, max(size.height(), metrics.height()) + 14)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Lines end between words, as Qt would not have it everywhere."""
        super().initStyleOption(option, index)
        option.text = kept_in(option.text, option.fontMetrics, _room(option))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A list for choices, a small narrative editor for prose, a line for everything else."""
        del option
        model = grid_of(index)
        cell = model.place(index)
        made: QWidget
        if cell.asked.type in {"choice", "reference", "yes_no"}:
            made = self._chooser(parent, model, cell)
        elif cell.asked.type == "prose":
            made = ProseEdit(parent, lines=3)
            made.setAutoFillBackground(True)
        else:
            line = NumberLine(parent) if cell.asked.type in {"number", "date"} else Line(parent)
            line.setAlignment(RIGHT if cell.asked.type == "number" else LEFT)
            made = line
        made.setObjectName(cell.path)
        made.setAccessibleName(cell.name)
        return made

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show what the cell holds."""
        if isinstance(editor, NumberLine) and not editor.isModified():
            editor.show_number(index.data(Qt.ItemDataRole.EditRole) or "")
        elif isinstance(editor, Line) and not editor.isModified():
            editor.setText(index.data(Qt.ItemDataRole.EditRole) or "")
        elif isinstance(editor, QuietCombo):
            answer = grid_of(index).answer(grid_of(index).place(index))
            editor.setCurrentIndex(max(0, editor.findData(answer.value if answer else None)))
        elif isinstance(editor, ProseEdit) and not editor.document().isModified():
            answer = grid_of(index).answer(grid_of(index).place(index))
            prose.write(editor.document(), prose.only_blocks(answer.value if answer else None), editor.look)
            editor.document().setModified(False)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was typed or chosen."""
        if isinstance(editor, NumberLine):
            grid_of(index).type_number(index, editor.text(), editor.decimal_sign())
            return
        if isinstance(editor, Line):
            model.setData(index, editor.text())
            return
        grid = grid_of(index)
        if isinstance(editor, QuietCombo):
            grid.put_value(grid.place(index), editor.currentData())
        elif isinstance(editor, ProseEdit) and editor.document().isModified():
            grid.put_value(grid.place(index), prose.blocks_of(editor.document()) or None)
        grid.refresh()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Narratives may be higher than their cell."""
        rect: QRect = option.rect
        if isinstance(editor, ProseEdit):
            editor.setGeometry(rect.x(), rect.y(), max(rect.width(), 320), editor.height())
        else:
            super().updateEditorGeometry(editor, option, index)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter is a new line in a narrative, not the end of it; Escape ends it, Ctrl+Tab leaves the table."""
        if isinstance(editor, ProseEdit) and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            ends = event.key() == Qt.Key.Key_Escape or event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not ends:
                return False
        if isinstance(editor, QWidget) and isinstance(event, QKeyEvent) and _is_way_out(event):
            grid = editor.parentWidget() or editor
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
            leave(grid, forward=event.key() == Qt.Key.Key_Tab)
            return True
        return super().eventFilter(editor, event)

    def _chooser(self, parent: QWidget, model: GridModel, cell: CellPlace) -> QuietCombo:
        combo = QuietCombo(parent)
        combo.addItem("", None)
        entries: Sequence[tuple[Value, str]]
        if cell.asked.type == "yes_no":
            entries = [(True, self.tr("Yes")), (False, self.tr("No"))]
        elif cell.asked.type == "reference":
            entries = row_choices(model.spot.binding.read, model.spot.document, cell.asked.refers)
        else:
            answer = model.answer(cell)
            entries = offered(model.spot.binding.read, cell.asked, answer.value if answer else None)
        for value, label in entries:
            combo.addItem(label, value)
        combo.activated.connect(self._chosen)
        return combo

    def _chosen(self) -> None:
        editor = self.sender()
        if isinstance(editor, QWidget):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)


def _is_way_out(event: QKeyEvent) -> bool:
    with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    is_tab = event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
    return with_control and is_tab and event.type() is QEvent.Type.KeyPress


def _room(option: QStyleOptionViewItem) -> int:
    """The width that the words of a cell have."""
    rect: QRect = option.rect
    return max(40, rect.width() - CELL_ROOM)
