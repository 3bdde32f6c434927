"""Figures in the text of a narrative: the picture, its number as it will be printed, and whether words stand for it.

None of it is part of the text: numbers are painted into the indent of captions, pictures into the room above them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPixmap, QTextBlock, QTextBlockFormat, QTextCursor, QTextTable

from forms.blocks import Figure
from ui.editors.figure_card import FigureCard
from ui.prose_formats import CAPTION, FIGURE, LABEL, TABLE_AIR
from ui.prose_places import is_kept, table_below
from ui.prose_reading import figure_of
from ui.style import current_theme
from ui.style.icons import picture

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QImage, QPainter

    from ui.editors.prose_text import ProseText

LINES = 6
"""Lines of text that a picture is high."""
AIR = 8


class Figures(Protocol):
    """What the text asks of the project about figures and tables."""

    def label(self, link: str) -> str:
        """“Figure 3” for `picture:KEY`; empty when it is not printed with a number."""

    def picture(self, evidence: str, width: int, height: int) -> QImage | None:
        """The picture of a row of the evidence list in a box of so many pixels; `None` when there is none."""


class Captions(QObject):
    """Dresses the captions of a text and paints what belongs to them; nothing without `figures`."""

    def __init__(self, text: ProseText) -> None:
        super().__init__(text)
        self._text = text
        self.figures: Figures | None = None
        self._pictures: dict[tuple[str, int], QPixmap | None] = {}

    def label(self, link: str) -> str:
        """What a figure or table is called in print; empty when it has no number."""
        return self.figures.label(link) if self.figures else ""

    def forget(self) -> None:
        """Ask for pictures anew: files of the project changed."""
        self._pictures.clear()

    # -- dress --------------------------------------------------------------------------------------------------

    def dress(self) -> bool:
        """Make room for numbers and pictures; true when the text has captions."""
        found: list[str] = []
        block = self._text.document().begin()
        while self.figures is not None and block.isValid():
            if is_kept(block):
                label = self._label_of(block) if block.length() > 1 else ""
                self._dress(block, "" if label in found else label)
                found.append(label)
            block = block.next()
        self._make_room()
        return bool(found)

    def _make_room(self) -> None:
        """Qt leaves out the room above a paragraph that is the first, or follows a table: what holds it has room."""
        root, first = self._text.document().rootFrame(), self._text.document().begin().blockFormat()
        made = root.frameFormat()
        made.setTopMargin(made.bottomMargin() + (first.topMargin() if first.hasProperty(FIGURE) else 0))
        if made.topMargin() != root.frameFormat().topMargin():
            root.setFrameFormat(made)
        for frame in root.childFrames():
            if isinstance(frame, QTextTable):
                self._make_room_below(frame)

    def _make_room_below(self, table: QTextTable) -> None:
        following = self._text.document().findBlock(table.lastPosition() + 1).blockFormat()
        made = table.format()
        made.setBottomMargin(TABLE_AIR + (following.topMargin() if following.hasProperty(FIGURE) else 0))
        if made.bottomMargin() != table.format().bottomMargin():
            table.setFormat(made)

    def _label_of(self, block: QTextBlock) -> str:
        made = block.blockFormat()
        if made.hasProperty(FIGURE):
            return self.label(f"picture:{figure_of(block).evidence}")
        return self.label(f"table:{made.stringProperty(CAPTION)}") if table_below(block) else ""

    def _dress(self, block: QTextBlock, label: str) -> None:
        made = QTextBlockFormat(block.blockFormat())
        words = f"{label}." if label else ""
        made.setProperty(LABEL, words)
        made.setTextIndent(QFontMetricsF(self._bold()).horizontalAdvance(f"{words} ") if words else 0)
        if made.hasProperty(FIGURE):
            made.setTopMargin(self._high() + 2 * AIR)
        if made != block.blockFormat():
            QTextCursor(block).setBlockFormat(made)

    def _high(self) -> int:
        return LINES * self._text.fontMetrics().lineSpacing()

    def _bold(self) -> QFont:
        made = QFont(self._text.font())
        made.setBold(True)
        return made

    # -- places -------------------------------------------------------------------------------------------------

    def figure_at(self, at: QPoint) -> QTextBlock | None:
        """The figure whose picture, number or description is at this place of the view, not the words of it."""
        if self.figures is None:
            return None
        block = self._text.cursorForPosition(at).block()
        for near in (block, block.next()):
            if near.isValid() and near.blockFormat().hasProperty(FIGURE) and self._room(near).contains(at):
                return near
        return None

    def _room(self, block: QTextBlock) -> QRectF:
        """Where the picture and what is said about it are painted, in the view."""
        words, made = self._words(block), block.blockFormat()
        left = words.left() + made.leftMargin()
        return QRectF(left, words.top() - made.topMargin() + AIR, words.width() - 2 * made.leftMargin(), self._high())

    def _words(self, block: QTextBlock) -> QRectF:
        place = self._text.document().documentLayout().blockBoundingRect(block)
        shift = QPointF(self._text.horizontalScrollBar().value(), self._text.verticalScrollBar().value())
        return QRectF(place.topLeft() - shift, place.size())

    # -- paint --------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, rect: QRect) -> None:
        """Numbers and pictures that lie in this part of the view."""
        if self.figures is None:
            return
        block = self._text.cursorForPosition(rect.topLeft()).block()
        if block.previous().isValid():
            block = block.previous()
        while block.isValid() and self._words(block).top() - block.blockFormat().topMargin() <= rect.bottom():
            if is_kept(block):
                self._paint_label(painter, block)
            if block.blockFormat().hasProperty(FIGURE):
                self._paint_figure(painter, block)
            block = block.next()

    def _paint_label(self, painter: QPainter, block: QTextBlock) -> None:
        words, palette = self._words(block), current_theme().palette
        line = block.layout().lineAt(0)
        if not line.isValid():
            return
        base = words.top() + line.y() + line.ascent()
        painter.setFont(self._bold())
        painter.setPen(QColor(palette.text))
        left = words.left() + block.blockFormat().leftMargin()
        painter.drawText(QPointF(left, base), str(block.blockFormat().property(LABEL) or ""))
        if block.length() <= 1:
            painter.setFont(self._text.font())
            painter.setPen(QColor(palette.warning))
            painter.drawText(QPointF(left + AIR, base), self.tr("Without a caption it gets no number."))

    def _paint_figure(self, painter: QPainter, block: QTextBlock) -> None:
        room, figure, palette = self._room(block), figure_of(block), current_theme().palette
        shown = self._picture(figure.evidence, room)
        painter.setFont(self._text.font())
        beside = QRectF(room)
        if shown is not None:
            size = shown.deviceIndependentSize()
            painter.drawPixmap(room.topLeft(), shown)
            painter.setPen(QColor(palette.hairline))
            painter.drawRect(QRectF(room.topLeft(), size))
            beside.setLeft(room.left() + size.width() + 2 * AIR)
        self._paint_words(painter, beside, figure, is_there=shown is not None)

    def _paint_words(self, painter: QPainter, room: QRectF, figure: Figure, *, is_there: bool) -> None:
        """Beside the picture: the words that stand for it, or that they are missing."""
        palette, wrong = current_theme().palette, ""
        if not is_there:
            wrong = self.tr("The picture is not among the files of the project.")
        elif not figure.alternative_text.strip():
            wrong = self.tr("No alternative text: what does it show, for those who cannot see it?")
        if wrong:
            ratio = self._text.devicePixelRatioF()
            sign = picture("triangle-alert", palette.warning, current_theme().px(14), ratio=ratio)
            painter.drawPixmap(room.topLeft() + QPointF(0, 3), sign)
            room = room.adjusted(current_theme().px(20), 0, 0, 0)
        words = wrong or self.tr("Alternative text: {words}").format(words=figure.alternative_text)
        painter.setPen(QColor(palette.warning if wrong else palette.quiet))
        metrics = painter.fontMetrics()
        cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(room.width() * (LINES - 1) * 0.9))
        painter.drawText(room, int(Qt.TextFlag.TextWordWrap), cut)

    def _picture(self, evidence: str, room: QRectF) -> QPixmap | None:
        key = (evidence, int(room.width()))
        if key not in self._pictures:
            ratio = self._text.devicePixelRatioF()
            wide, high = room.width() * 0.5 * ratio, room.height() * ratio
            found = self.figures.picture(evidence, int(wide), int(high)) if self.figures else None
            made = QPixmap.fromImage(found) if found is not None else None
            if made is not None:
                made.setDevicePixelRatio(ratio)
            self._pictures[key] = made
        return self._pictures[key]

    # -- what is said about a figure ----------------------------------------------------------------------------

    def open_card(self, block: QTextBlock) -> FigureCard:
        """Let caption and alternative text be edited."""
        card = FigureCard(figure_of(block), self._text)
        place = QTextCursor(block)
        card.described.connect(lambda caption, words: self._describe(place, caption, words))
        corner = self._words(block).bottomLeft().toPoint()
        card.open_at(self._text.viewport().mapToGlobal(corner))
        return card

    def _describe(self, place: QTextCursor, caption: str, alternative: str) -> None:
        block = place.block()
        if not block.blockFormat().hasProperty(FIGURE):
            return
        before = figure_of(block)
        self._text.describe_figure(block, Figure(before.evidence, caption, alternative))
