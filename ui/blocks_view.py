"""Generated content on screen: the same blocks that print is made of, in one text that can be selected and copied."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QTextCursor

from ui.blocks_writing import BlockWriter
from ui.drawings import Drawings
from ui.equations import equations
from ui.maps import maps
from ui.pinned_heads import PinnedHeads
from ui.prose_document import ProseLook
from ui.style import Palette, current_theme
from ui.text_tables import fit
from ui.texts import Text
from ui.traces import SCHEME, STEPS, neighbour, traces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from forms.blocks import Block

FIRST_SLICE, NEXT_SLICE = 0.03, 0.02
AIR = 8
"""Between the column that stays and a value that is chosen."""
PUSHES: dict[int, int] = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
"""Keys that push a wide table sideways in which there is no value to go to."""


class BlocksView(Text):
    """Blocks, read only. `traced(name)` says that a value was chosen whose working can be shown."""

    traced = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, lines=1)
        self.setReadOnly(True)
        self.setCursorWidth(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setProperty("plain", True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )
        self._blocks: tuple[Block, ...] = ()
        self._waiting: list[Block] = []
        self._writer: BlockWriter | None = None
        self._drawings = Drawings(self.document(), _palette)
        self._heads = PinnedHeads(self)
        equations().rendered.connect(self._remeasure)
        maps().rendered.connect(self._remeasure)
        current_theme().changed.connect(self._rewrite)

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        """Show these blocks; nothing happens when they are the same."""
        if tuple(blocks) != self._blocks:
            self._blocks = tuple(blocks)
            self._rewrite()

    def blocks(self) -> tuple[Block, ...]:
        """What is shown."""
        return self._blocks

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow a value to its working."""
        super().mouseReleaseEvent(event)
        trace = self.anchorAt(event.position().toPoint())
        if trace.startswith(SCHEME) and not self.textCursor().hasSelection():
            self.traced.emit(trace.removeprefix(SCHEME))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go from value to value, Enter shows the working of the one that is chosen."""
        cursor, found = self.textCursor(), traces(self.document())
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        chosen = next((trace for trace in found if (trace.start, trace.end) == (start, end)), None)
        by = STEPS.get(event.key(), 0) if found and not _is_marked(event) else 0
        if chosen is not None and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.traced.emit(chosen.name)
        elif by:
            following = neighbour(found, start, end, by)
            if following is not None:
                cursor.setPosition(following.start)
                cursor.setPosition(following.end, QTextCursor.MoveMode.KeepAnchor)
                self._choose(cursor)
        elif not found and event.key() in PUSHES and not _is_marked(event):
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() + PUSHES[event.key()] * self.viewport().width() // 3)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what can be followed."""
        super().mouseMoveEvent(event)
        over = self.anchorAt(event.position().toPoint())
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the room anew among the columns of tables."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            fit(self.document())
        self._heads.setGeometry(self.viewport().geometry())

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(600, self.height())

    def finish(self) -> None:
        """Write what is not written yet, now."""
        while self._waiting:
            self._write(NEXT_SLICE)

    def _choose(self, cursor: QTextCursor) -> None:
        """Mark a value, and bring it out from below the column that stays."""
        self.setTextCursor(cursor)
        start = QTextCursor(cursor)
        start.setPosition(cursor.selectionStart())
        hidden = self._heads.column_of(cursor.currentTable()) - self.cursorRect(start).left()
        if hidden > 0:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - round(hidden) - AIR)

    def _remeasure(self) -> None:
        if self._drawings.has_late_ones:
            self.document().markContentsDirty(0, self.document().characterCount())

    def _rewrite(self) -> None:
        document = self.document()
        document.setDefaultFont(self.font())
        document.clear()
        self._drawings.clear()
        look = ProseLook(current_theme().palette, max(10, self.fontInfo().pixelSize()))
        self._writer = BlockWriter(QTextCursor(document), look, self._drawings)
        self._waiting = list(self._blocks)
        self._write(FIRST_SLICE)
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        self.setTextCursor(cursor)

    def _write(self, budget: float) -> None:
        """Write blocks for so many seconds, at least one; the rest follows when the window has drawn them."""
        start = perf_counter()
        while self._waiting and self._writer is not None:
            self._writer.write(self._waiting.pop(0))
            if perf_counter() - start > budget:
                break
        fit(self.document())
        if self._waiting:
            QTimer.singleShot(0, self, self._go_on)
        elif self._writer is not None:
            self._writer.finish()
            self._writer = None
            self._describe()

    def _go_on(self) -> None:
        if self._waiting:
            self._write(NEXT_SLICE)

    def _describe(self) -> None:
        words = self.tr("The arrow keys go from value to value, Enter shows how a value is worked out.")
        self.setAccessibleDescription(words if traces(self.document()) else "")


def _is_marked(event: QKeyEvent) -> bool:
    """With Shift or Ctrl the arrows select words, as in any text."""
    return bool(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)


def _palette() -> Palette:
    return current_theme().palette
