"""One bar: where am I, is it safe, is it right, print."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from ui.editors.base import QuietCombo
from ui.labels import ElidedLabel
from ui.style import current_theme
from ui.style.icons import picture
from ui.words import errors_and_warnings

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

ARROW = 36
Entries = Sequence[tuple[str, str]]


class TopBar(QWidget):
    """Shows and emits; the window says what."""

    document_chosen = Signal(str)
    stage_chosen = Signal(str)
    check_wanted = Signal()

    def __init__(self, print_action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = ElidedLabel(self, least=150)
        self.title.setProperty("role", "strong")
        self.document = Chooser(self.tr("Document shown"), self)
        self.document.setAccessibleName(self.tr("Document"))
        self.stage = Chooser(self.tr("Stage: decides which rules are errors now"), self)
        self.stage.setAccessibleName(self.tr("Stage"))
        self.saved = ElidedLabel(self, least=70)
        self.saved.setProperty("role", "quiet")
        self.check = CheckButton(self)
        self.print = QToolButton(self)
        self.print.setDefaultAction(print_action)
        print_action.setIconText(self.tr(" Print"))
        self.print.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.print.setProperty("chooser", True)
        self.print.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 7, 12, 7)
        row.setSpacing(10)
        row.addWidget(self.title)
        row.addWidget(self.document)
        row.addWidget(self.stage)
        row.addStretch(1)
        row.addWidget(self.saved)
        row.addWidget(_line(self))
        row.addWidget(self.check)
        row.addWidget(self.print)
        self.document.activated.connect(self._document_activated)
        self.stage.activated.connect(self._stage_activated)
        self.check.clicked.connect(self.check_wanted)

    def show_title(self, title: str) -> None:
        """Title of the project; a stand-in while it has none."""
        self.title.show_text(title or self.tr("Project without a title"))

    def show_documents(self, entries: Entries, current: str) -> None:
        """Fill the chooser of documents; where a name stands in the place of a document, it stays."""
        is_elsewhere = self.document.placeholderText() and self.document.currentIndex() < 0
        _fill(self.document, entries, "" if is_elsewhere else current)

    def show_document(self, document: str, name: str) -> None:
        """Choose the document that is shown; of what cannot be chosen only the name is shown."""
        self.document.setPlaceholderText(name)
        self.document.setCurrentIndex(self.document.findData(document))

    def show_stages(self, entries: Entries, current: str) -> None:
        """Fill the chooser of stages; hidden when the facts know none."""
        self.stage.setVisible(bool(entries))
        self.stage.setPlaceholderText(self.tr("Stage not chosen"))
        _fill(self.stage, entries, current)
        self.stage.updateGeometry()

    def show_saved(self, words: str, *, modified: bool) -> None:
        """Whether the work is safe."""
        self.saved.show_text(words)
        role = "quiet" if not modified else "warning"
        if self.saved.property("role") != role:
            self.saved.setProperty("role", role)
            self.saved.style().unpolish(self.saved)
            self.saved.style().polish(self.saved)

    def _document_activated(self, place: int) -> None:
        self.document_chosen.emit(self.document.itemData(place))

    def _stage_activated(self, place: int) -> None:
        self.stage_chosen.emit(self.stage.itemData(place))


class CheckButton(QPushButton):
    """Counts of errors and warnings, with shapes and words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("flat", True)
        self.setToolTip(self.tr("Show the problems (F5 checks again)"))
        self._errors = QLabel(self)
        self._warnings = QLabel(self)
        self._signs = (QLabel(self), QLabel(self))
        self._word = QLabel(self.tr("Check"), self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 4, 8, 4)
        self._row.setSpacing(5)
        for part in (self._word, self._signs[0], self._errors, self._signs[1], self._warnings):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._row.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        current_theme().changed.connect(self._tint)
        self._counts = (0, 0)
        self._known = False
        self._tint()

    def show_counts(self, errors: int, warnings: int) -> None:
        """What the checks found."""
        self._counts, self._known = (errors, warnings), True
        self._errors.setText(str(errors))
        self._warnings.setText(str(warnings))
        words = ", ".join(errors_and_warnings(errors, warnings))
        self.setAccessibleName(self.tr("Check: {counts}").format(counts=words))
        self._tint()

    def sizeHint(self) -> QSize:
        """Room for the parts inside."""
        return self._row.sizeHint()

    def _tint(self) -> None:
        theme, ratio = current_theme(), self.devicePixelRatioF()
        palette, size = theme.palette, theme.px(16)
        errors, warnings = self._counts
        good = self._known and not errors
        name, colour = (
            ("circle-check", palette.accent) if good else ("circle-alert", palette.error if errors else palette.quiet)
        )
        self._signs[0].setPixmap(picture(name, colour, size, ratio=ratio))
        self._signs[1].setPixmap(
            picture("triangle-alert", palette.warning if warnings else palette.quiet, size, ratio=ratio)
        )


class Chooser(QuietCombo):
    """As wide as what is chosen, so that the title has the room; the list is as wide as its entries."""

    def __init__(self, purpose: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._purpose = purpose
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.currentIndexChanged.connect(self._changed)
        self._changed()

    def sizeHint(self) -> QSize:
        """Room for what is chosen, and the arrow."""
        words = self.currentText() or self.placeholderText()
        theme = current_theme()
        return QSize(self.fontMetrics().horizontalAdvance(words) + theme.px(12) + ARROW, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Where the bar is crammed it may be cut; the whole is its tip."""
        whole = self.sizeHint()
        return QSize(min(whole.width(), current_theme().px(110)), whole.height())

    def showPopup(self) -> None:
        """A list in which every entry can be read."""
        words = (self.itemText(place) for place in range(self.count()))
        self.view().setMinimumWidth(max((self.fontMetrics().horizontalAdvance(text) for text in words), default=0) + 40)
        super().showPopup()

    def changeEvent(self, event: QEvent) -> None:
        """Another size of type."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()

    def _changed(self) -> None:
        words = self.currentText()
        self.setToolTip(f"{words}\n{self._purpose}" if words else self._purpose)
        self.updateGeometry()


def _fill(combo: QuietCombo, entries: Entries, current: str) -> None:
    known = [(combo.itemData(place), combo.itemText(place)) for place in range(combo.count())]
    if known != list(entries):
        combo.clear()
        for value, label in entries:
            combo.addItem(label, value)
    combo.setCurrentIndex(combo.findData(current))


def _line(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setFixedSize(1, 22)
    line.setProperty("role", "divider")
    return line
