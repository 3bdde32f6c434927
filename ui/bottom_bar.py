"""What is left here, what runs, where one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from ui.labels import ElidedLabel, Link

if TYPE_CHECKING:
    from ui.jobs import Job


LONGEST = 64


class BottomBar(QWidget):
    """Shows and emits; the window says what."""

    next_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bottom_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._left = ElidedLabel(self, least=120)
        self._left.setProperty("role", "quiet")
        self.next = Link("", self)
        self._job = JobLine(self)
        self._share = ElidedLabel(self, least=80)
        self._share.setProperty("role", "strong")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 5, 16, 5)
        row.setSpacing(10)
        row.addWidget(self._left)
        row.addWidget(self.next)
        row.addStretch(1)
        row.addWidget(self._job)
        row.addWidget(self._share)
        self.next.clicked.connect(self.next_wanted)

    def show_left(self, here: int, next_place: str) -> None:
        """How many required answers lack here, and where the next is."""
        words = (
            self.tr("What is left here: {n} required").format(n=here)
            if here
            else self.tr("Nothing required is left here")
        )
        self._left.show_text(words)
        self.next.setVisible(bool(next_place))
        shown = next_place if len(next_place) <= LONGEST else f"{next_place[: LONGEST - 1]}…"
        words = self.tr("next: {place} (Ctrl+Enter)").format(place=shown)
        self.next.show_words(words)
        self.next.setAccessibleName(words)
        self.next.setToolTip(words)

    def show_share(self, name: str, percent: int) -> None:
        """How far the document is filled in."""
        self._share.show_text(self.tr("{name} · {percent} %").format(name=name, percent=percent))

    def show_job(self, job: Job) -> None:
        """Show progress and cancel of a job until it ends."""
        self._job.show_job(job)


class JobLine(QWidget):
    """What is being done, how far, and a way to stop it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._what = QLabel(self)
        self._what.setProperty("role", "small")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(120)
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
        self._what.setText(job.title)
        self._bar.setAccessibleName(job.title)
        self._bar.setRange(0, 0)
        job.progressed.connect(self._progressed)
        job.ended.connect(self._ended)
        self.show()

    def _progressed(self, done: int, total: int, what: str) -> None:
        self._what.setText(what)
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _ended(self) -> None:
        if self.sender() is self._job:
            self._job = None
            self.hide()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._what.setText(self.tr("Stopping …"))
