"""Where a finding, a response or an assessment is written: in the panel, never in a box of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from forms.anchors import Anchor
from forms.review import KINDS, Kind
from ui.editors.base import Line, QuietCombo, Text
from ui.labels import caption

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

Purpose = Literal["raise", "respond", "assess"]


@dataclass(frozen=True)
class Draft:
    """What was written. `finding` is the row it is about (none for a new one); `due` is as typed."""

    purpose: Purpose
    text: str
    finding: str = ""
    kind: Kind = "CL"
    anchor: Anchor = field(default_factory=Anchor)
    requirement: str = ""
    due: str = ""
    is_private: bool = False
    evidence: str = ""
    closes: bool = False


class FindingForm(QFrame):
    """Asks only what its purpose needs. `written(draft)`; what was typed stays until `clear`."""

    written = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "reason")
        self._purpose: Purpose = "raise"
        self._finding = ""
        self._anchor = Anchor()
        self._make_parts()
        self._lay_out()
        self._done.clicked.connect(self._write)
        self._cancel.clicked.connect(self.cancelled)

    def _make_parts(self) -> None:
        self.head = caption("", "label", self)
        self.passage = caption("", "quiet", self)
        self.kind = QuietCombo(self)
        self.kind.setAccessibleName(self.tr("Type of finding"))
        for kind in KINDS:
            self.kind.addItem(kind if kind != "comment" else self.tr("Comment"), kind)
        self.kind.setCurrentIndex(1)
        self.text = Text(self, lines=4)
        self.text.setAccessibleName(self.tr("What is wrong, unclear, done or judged"))
        self.requirement = Line(self)
        self.requirement.setPlaceholderText(self.tr("Requirement it rests on (clause)"))
        self.requirement.setAccessibleName(self.tr("Requirement"))
        self.due = Line(self)
        self.due.setPlaceholderText(self.tr("Due: day/month/year"))
        self.due.setAccessibleName(self.tr("Response due on, day/month/year"))
        self.evidence = QuietCombo(self)
        self.evidence.setAccessibleName(self.tr("Evidence for the response"))
        self.private = QCheckBox(self.tr("Private"), self)
        self.private.setToolTip(self.tr("Stays out of review files and public editions."))
        self.closes = QCheckBox(self.tr("The finding is closed"), self)
        self._done = QPushButton(self)
        self._done.setProperty("primary", True)
        self._cancel = QPushButton(self.tr("Cancel"), self)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        for part in (
            self.head, self.passage, self.kind, self.text, self.requirement, self.due, self.evidence, self.private,
            self.closes,
        ):  # fmt: skip
            column.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(self._done)
        row.addWidget(self._cancel)
        row.addStretch(1)
        column.addLayout(row)

    # -- asking ---------------------------------------------------------------------------------------------------

    def raise_at(self, anchor: Anchor, where: str) -> None:
        """Ask for a new finding at a place."""
        self._anchor = anchor
        self._ask("raise", "", self.tr("Raise a finding: {where}").format(where=where), self.tr("Raise the finding"))
        self.passage.setText(f"“{anchor.quote}”" if anchor.quote else "")
        self.passage.setVisible(bool(anchor.quote))

    def respond_to(self, key: str, name: str, evidence: Sequence[tuple[str, str]]) -> None:
        """Ask for a response; `evidence` are (row, name) of what can be cited."""
        self._ask("respond", key, self.tr("Respond to {name}").format(name=name), self.tr("Respond"))
        self.evidence.clear()
        self.evidence.addItem(self.tr("No evidence cited"), "")
        for row, title in evidence:
            self.evidence.addItem(title, row)

    def assess(self, key: str, name: str) -> None:
        """Ask for an assessment, which may close the finding."""
        self._ask("assess", key, self.tr("Assess {name}").format(name=name), self.tr("Keep the assessment"))

    def _ask(self, purpose: Purpose, key: str, head: str, done: str) -> None:
        if (purpose, key) != (self._purpose, self._finding):
            self.clear()
        self._purpose, self._finding = purpose, key
        self.head.setText(head)
        self._done.setText(done)
        for part in (self.kind, self.requirement, self.due, self.private):
            part.setVisible(purpose == "raise")
        self.passage.hide()
        self.evidence.setVisible(purpose == "respond")
        self.closes.setVisible(purpose == "assess")
        self.show()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Forget what was typed."""
        self.text.clear()
        self.requirement.clear()
        self.due.clear()
        self.private.setChecked(False)
        self.closes.setChecked(False)

    # -- saying ---------------------------------------------------------------------------------------------------

    def draft(self) -> Draft:
        """What stands there now."""
        return Draft(
            self._purpose, self.text.toPlainText(), self._finding, self.kind.currentData(), self._anchor,
            self.requirement.text().strip(), self.due.text().strip(), self.private.isChecked(),
            str(self.evidence.currentData() or ""), self.closes.isChecked(),
        )  # fmt: skip

    def _write(self) -> None:
        self.written.emit(self.draft())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives up."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
