"""The very pages that will be printed, from the PDF itself."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from ui.editors.base import QuietCombo
from ui.style import current_theme, icon

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from pypdfium2 import PdfDocument, PdfPage

GAP = 14
KEPT = 12
ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)


class PageView(QAbstractScrollArea):
    """Pages one below the other. Only those in sight are drawn, at the resolution of the screen."""

    page_changed = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Pages of the dossier"))
        self._document: PdfDocument | None = None
        self._sizes: list[tuple[float, float]] = []
        self._images: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._zoom = 1.0
        self._mark: tuple[int, float] | None = None
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        current_theme().changed.connect(self.viewport().update)

    @property
    def pages(self) -> int:
        """Number of pages."""
        return len(self._sizes)

    def open(self, content: bytes) -> None:
        """Show these pages; the place in the document is kept."""
        place = self.verticalScrollBar().value()
        self.close_document()
        # Only here: the library is not needed until the first preview.
        from pypdfium2 import PdfDocument

        self._document = PdfDocument(content)
        self._sizes = [self._document[number].get_size() for number in range(len(self._document))]
        self._images.clear()
        self._lay_out()
        self.verticalScrollBar().setValue(place)
        self._scrolled()
        self.viewport().update()

    def close_document(self) -> None:
        """Let go of the file."""
        if self._document is not None:
            self._document.close()
            self._document = None
        self._sizes = []
        self._images.clear()

    def zoom(self, steps: int) -> None:
        """Closer (1) or farther (-1); 1.0 is as wide as there is room."""
        place = ZOOMS.index(self._zoom) + steps
        self._zoom = ZOOMS[max(0, min(place, len(ZOOMS) - 1))]
        self._images.clear()
        self._lay_out()
        self.viewport().update()

    def go_to(self, page: int, height: float) -> None:
        """Bring a place into sight and mark it; `height` in points above the lower edge of the sheet."""
        if not 0 <= page < self.pages:
            return
        from_top = max(0.0, self._sizes[page][1] - height)
        self._mark = (page, from_top)
        y = self._top(page) + from_top * self._scale(page) - 40
        self.verticalScrollBar().setValue(round(y))
        self.viewport().update()

    # -- Qt -----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Pages in sight, on a quiet ground."""
        palette = current_theme().palette
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(event.rect(), QColor(palette.panel))
        offset = self.verticalScrollBar().value()
        for number in range(self.pages):
            rect = self._rect(number).translated(-self.horizontalScrollBar().value(), -offset)
            if rect.bottom() < 0 or rect.top() > self.viewport().height():
                continue
            painter.fillRect(rect.adjusted(-1, -1, 1, 1), QColor(palette.paper_shadow))
            painter.drawImage(rect, self._image(number, rect.width()))
            if self._mark is not None and self._mark[0] == number:
                y = rect.top() + self._mark[1] * self._scale(number)
                painter.fillRect(QRectF(rect.left(), y, 4, 28), QColor("#1F7A9C"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit to the width."""
        super().resizeEvent(event)
        share = self.verticalScrollBar().value() / max(1, self.verticalScrollBar().maximum())
        self._lay_out()
        self.verticalScrollBar().setValue(round(share * self.verticalScrollBar().maximum()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page by page, line by line."""
        bar = self.verticalScrollBar()
        steps = {
            Qt.Key.Key_Down: 40,
            Qt.Key.Key_Up: -40,
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
        }
        if event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            bar.setValue(0 if event.key() == Qt.Key.Key_Home else bar.maximum())
        elif Qt.Key(event.key()) in steps:
            bar.setValue(bar.value() + steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    # -- geometry ------------------------------------------------------------------------------------------------

    def _width(self) -> float:
        return max(80.0, (self.viewport().width() - 2 * GAP) * self._zoom)

    def _scale(self, number: int) -> float:
        return self._width() / self._sizes[number][0]

    def _height(self, number: int) -> float:
        return self._sizes[number][1] * self._scale(number)

    def _top(self, number: int) -> float:
        return GAP + sum(self._height(before) + GAP for before in range(number))

    def _rect(self, number: int) -> QRectF:
        left = max(float(GAP), (self.viewport().width() - self._width()) / 2)
        return QRectF(left, self._top(number), self._width(), self._height(number))

    def _lay_out(self) -> None:
        height = self._top(self.pages) if self.pages else 0
        view = self.viewport().size()
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setSingleStep(40)
        self.verticalScrollBar().setRange(0, max(0, round(height) - view.height()))
        self.horizontalScrollBar().setPageStep(view.width())
        self.horizontalScrollBar().setRange(0, max(0, round(self._width() + 2 * GAP) - view.width()))

    def _image(self, number: int, width: float) -> QImage:
        pixels = round(width * self.devicePixelRatioF())
        found = self._images.get((number, pixels))
        if found is None and self._document is not None:
            found = _drawn(self._document[number], pixels / self._sizes[number][0])
            self._images[number, pixels] = found
            while len(self._images) > KEPT:
                self._images.popitem(last=False)
        return found or QImage()

    def _scrolled(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() / 3
        shown = next((n for n in range(self.pages) if self._rect(n).bottom() >= middle), self.pages - 1)
        self.page_changed.emit(shown + 1, self.pages)
        self.viewport().update()


def _drawn(page: PdfPage, scale: float) -> QImage:
    bitmap = page.render(scale=scale, rev_byteorder=True)
    size = QSize(bitmap.width, bitmap.height)
    kind = QImage.Format.Format_RGB888 if bitmap.n_channels == 3 else QImage.Format.Format_RGBX8888
    made = QImage(bytes(bitmap.buffer), size.width(), size.height(), bitmap.stride, kind).copy()
    bitmap.close()
    return made


class PreviewPanel(QWidget):
    """Chooser of the dossier, its pages, and where one is in them."""

    wanted = Signal(str)
    """A dossier should be built anew for showing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = QuietCombo(self)
        self.kind.setAccessibleName(self.tr("Dossier shown"))
        self.pages = PageView(self)
        self._place = QLabel(self)
        self._place.setProperty("role", "small")
        self._note = QLabel(self.tr("The pages appear here as they will be printed."), self)
        self._note.setProperty("role", "quiet")
        self._note.setWordWrap(True)
        self._note.setProperty("inset", True)
        self._buttons = [
            self._button("zoom-out", self.tr("Farther (Ctrl+wheel)"), self._farther),
            self._button("zoom-in", self.tr("Closer (Ctrl+wheel)"), self._closer),
            self._button("refresh-cw", self.tr("Build the pages again"), self._again),
        ]
        self.again = QPushButton(self)
        self.again.hide()
        self._anchors: Mapping[str, Any] = {}
        self._lay_out()
        self.kind.activated.connect(self._again)
        self.pages.page_changed.connect(self._show_place)
        current_theme().changed.connect(self._tint)
        self._tint()

    def show_kinds(self, kinds: list[tuple[str, str]]) -> None:
        """Fill the chooser."""
        chosen = self.kind.currentData()
        known = [(self.kind.itemData(n), self.kind.itemText(n)) for n in range(self.kind.count())]
        if known != kinds:
            self.kind.clear()
            for value, label in kinds:
                self.kind.addItem(label, value)
            self.kind.setCurrentIndex(max(0, self.kind.findData(chosen)))

    def show_pdf(self, file: Path, anchors: Mapping[str, Any]) -> None:
        """Show a file that was built; it may be deleted at once."""
        self._anchors = anchors
        self._note.hide()
        self.pages.show()
        self.pages.open(file.read_bytes())

    def show_note(self, words: str) -> None:
        """Why there are no pages."""
        self._note.setText(words)
        self._note.show()

    def follow(self, *names: str) -> None:
        """Go to the first of these anchors that the pages have: field, then its section."""
        for name in names:
            if name in self._anchors:
                page, height = self._anchors[name]
                self.pages.go_to(int(page) - 1, float(height))
                return

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 8, 4)
        head.setSpacing(4)
        head.addWidget(self.kind, 1)
        for button, _ in self._buttons:
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._note)
        column.addWidget(self.pages, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 2, 16, 6)
        foot.addWidget(self._place)
        foot.addStretch(1)
        column.addLayout(foot)

    def _button(self, name: str, text: str, do: Callable[[], None]) -> tuple[QToolButton, str]:
        button = QToolButton(self)
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.clicked.connect(do)
        return button, name

    def _farther(self) -> None:
        self.pages.zoom(-1)

    def _closer(self) -> None:
        self.pages.zoom(1)

    def _again(self) -> None:
        if self.kind.currentData():
            self.wanted.emit(self.kind.currentData())

    def _show_place(self, page: int, pages: int) -> None:
        self._place.setText(self.tr("page {page} of {pages}").format(page=page, pages=pages) if pages else "")

    def _tint(self) -> None:
        for button, name in self._buttons:
            button.setIcon(icon(name, current_theme().palette))
