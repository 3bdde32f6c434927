"""What is left here, what runs, where one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from ui.labels import ElidedLabel, Link
from ui.style import current_theme

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.jobs import Job


LONGEST = 64
SAID_IN_FULL, WITHOUT_NAMES, IN_BRIEF = range(3)
"""How much the bar says: what does not fit into a narrow window, or in large type, is said in fewer words."""


class BottomBar(QWidget):
    """Shows and emits; the window says what. Tips and accessible names are whole, however little is written."""

    next_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bottom_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._here, self._next_place, self._name, self._percent = 0, "", "", 0
        self.left = ElidedLabel(self, least=20)
        self.left.setProperty("role", "quiet")
        self.next = Link("", self)
        self._job = JobLine(self)
        self.share = ElidedLabel(self, least=20)
        self.share.setProperty("role", "strong")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 5, 16, 5)
        self._row.setSpacing(10)
        self._row.addWidget(self.left)
        self._row.addWidget(self.next)
        self._row.addStretch(1)
        self._row.addWidget(self._job)
        self._row.addWidget(self.share)
        self.next.clicked.connect(self.next_wanted)
        self._job.changed.connect(self._fit)

    def show_left(self, here: int, next_place: str) -> None:
        """How many required answers lack here, and where the next is."""
        self._here, self._next_place = here, next_place
        self.next.setVisible(bool(next_place))
        self._fit()

    def show_share(self, name: str, percent: int) -> None:
        """How far the document is filled in."""
        self._name, self._percent = name, percent
        self._fit()

    def show_job(self, job: Job) -> None:
        """Show progress and cancel of a job until it ends."""
        self._job.show_job(job)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """The same in another size of type."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """It never makes the window wider than the panes do."""
        return QSize(0, super().minimumSizeHint().height())

    # -- words ----------------------------------------------------------------------------------------------------

    def _fit(self) -> None:
        """The most words that fit side by side; where not even the fewest do, the way to the next field is cut."""
        for how_much in (SAID_IN_FULL, WITHOUT_NAMES, IN_BRIEF):
            self._say(how_much)
            if self._wanted_width() <= self.width():
                break
        self.left.setMinimumWidth(self.left.sizeHint().width())
        self.share.setMinimumWidth(self.share.sizeHint().width())

    def _wanted_width(self) -> int:
        shown = [part for part in (self.left, self.next, self._job, self.share) if not part.isHidden()]
        margins = self._row.contentsMargins()
        room = sum(part.sizeHint().width() for part in shown) + self._row.spacing() * len(shown)
        return room + margins.left() + margins.right()

    def _say(self, how_much: int) -> None:
        self._say_left(in_brief=how_much == IN_BRIEF)
        self._say_next(in_full=how_much == SAID_IN_FULL)
        percent = self.tr("{percent} %").format(percent=self._percent)
        whole = self.tr("{name} · {percent} %").format(name=self._name, percent=self._percent)
        _show(self.share, (whole if how_much == SAID_IN_FULL else percent) if self._name else "", whole)

    def _say_left(self, *, in_brief: bool) -> None:
        if self._here:
            whole = self.tr("What is left here: {n} required").format(n=self._here)
            brief = self.tr("{n} left").format(n=self._here)
        else:
            whole, brief = self.tr("Nothing required is left here"), self.tr("none left")
        _show(self.left, brief if in_brief else whole, whole)

    def _say_next(self, *, in_full: bool) -> None:
        place = self._next_place
        shown = place if len(place) <= LONGEST else f"{place[: LONGEST - 1]}…"
        whole = self.tr("next: {place} (Ctrl+Enter)").format(place=shown)
        self.next.show_words(whole if in_full else self.tr("next: {place}").format(place=shown))
        self.next.setAccessibleName(whole)
        self.next.setToolTip(whole)


def _show(label: ElidedLabel, words: str, whole: str) -> None:
    label.show_text(words)
    label.setToolTip(whole)
    label.setAccessibleName(whole)


class JobLine(QWidget):
    """What is being done, how far, and a way to stop it. `changed` when it needs more room or less."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._what = ElidedLabel(self, least=40)
        self._what.setProperty("role", "small")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._cancel.setProperty("flat", True)
        self._cancel.setProperty("small", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self._what, self._bar, self._cancel):
            row.addWidget(part)
        self._cancel.clicked.connect(self._stop)
        self.hide()

    def show_job(self, job: Job) -> None:
        """Follow a job."""
        self._job = job
        self._what.show_text(job.title)
        self._bar.setAccessibleName(job.title)
        self._bar.setRange(0, 0)
        job.progressed.connect(self._progressed)
        job.ended.connect(self._ended)
        self._bar.setFixedWidth(current_theme().px(80))
        self.show()
        self.changed.emit()

    def _progressed(self, done: int, total: int, what: str) -> None:
        self._what.show_text(what)
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _ended(self) -> None:
        if self.sender() is self._job:
            self._job = None
            self.hide()
            self.changed.emit()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._what.show_text(self.tr("Stopping …"))
