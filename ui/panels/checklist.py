"""The reviewer's checklist: each question of the standard with what the check knows of it, and how it was judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ui.editors.base import QuietCombo, Text
from ui.labels import Link, caption, small_button
from ui.scrolling import scrolled
from ui.style import current_theme
from ui.style.icons import picture

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from forms.checklists import Line as Question
    from forms.document import Place

ITEM = Qt.ItemDataRole.UserRole + 1
_MOST_PLACES = 6


class ChecklistPanel(QWidget):
    """The list of questions; below it the chosen one. `judged(item, mark, comment, finding)`.

    `raise_wanted(item, mark, comment)` asks for a finding that the judgement is then linked to.
    """

    place_wanted = Signal(str, str)
    finding_wanted = Signal(str)
    raise_wanted = Signal(str, str, str)
    judged = Signal(str, str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questions: tuple[Question, ...] = ()
        self._names: Mapping[Place, str] = {}
        self._findings: Mapping[str, str] = {}
        self._count = QLabel(self)
        self._count.setProperty("role", "small")
        self._count.setProperty("inset", True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Questions of the checklist"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._make_lower()
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.addWidget(self.list)
        split.addWidget(self._lower)
        split.setChildrenCollapsible(False)
        split.setSizes([320, 260])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._count)
        column.addWidget(split, 1)
        self.list.currentItemChanged.connect(self._show_chosen)
        self._keep.clicked.connect(self._judge)
        self._show_chosen()

    def _make_lower(self) -> None:
        page = QWidget(self)
        self.question = caption("", "", page)
        self.source = caption("", "small", page)
        self.known = caption("", "quiet", page)
        self.marks = QButtonGroup(self)
        marks = QHBoxLayout()
        self.buttons: dict[str, QRadioButton] = {}
        for value, label in (
            ("met", self.tr("Met")),
            ("not_met", self.tr("Not met")),
            ("not_applicable", self.tr("Not applicable")),
        ):
            button = QRadioButton(label, page)
            self.marks.addButton(button)
            self.buttons[value] = button
            marks.addWidget(button)
        marks.addStretch(1)
        self.comment = Text(page, lines=2)
        self.comment.setAccessibleName(self.tr("What was looked at, and what it showed"))
        self.comment.setPlaceholderText(self.tr("What was looked at, and what it showed"))
        self._make_linking(page)
        self._keep = small_button(self.tr("Keep the judgement"), page)
        self._places = QVBoxLayout()
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 8, 12, 12)
        column.setSpacing(6)
        for part in (self.question, self.source, self.known):
            column.addWidget(part)
        column.addLayout(self._places)
        column.addLayout(marks)
        column.addWidget(self.comment)
        column.addWidget(self.finding)
        column.addLayout(self._linking)
        column.addWidget(self._keep, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._lower = scrolled(page, self)

    def _make_linking(self, page: QWidget) -> None:
        """The finding that a judgement led to: one that is there, or a new one."""
        self.finding = QuietCombo(page)
        self.finding.setAccessibleName(self.tr("Finding that the judgement led to"))
        self.finding.setMinimumContentsLength(8)
        self._raise = small_button(self.tr("Raise a finding…"), page)
        self._raise.setToolTip(self.tr("At the first place of the question; the judgement is linked to it"))
        self._show = small_button(self.tr("Show the finding"), page)
        self._linking = QHBoxLayout()
        for button in (self._raise, self._show):
            self._linking.addWidget(button)
        self._linking.addStretch(1)
        self._raise.clicked.connect(self._want_finding)
        self._show.clicked.connect(self._show_finding)
        self.finding.currentIndexChanged.connect(self._enable)

    # -- content --------------------------------------------------------------------------------------------------

    def show_checklist(
        self, questions: Sequence[Question], names: Mapping[Place, str], findings: Mapping[str, str]
    ) -> None:
        """The questions in the order of the standard; `names` and `findings` say what is called how, by row."""
        if (tuple(questions), findings) == (self._questions, self._findings):
            return
        row = max(0, self.list.currentRow())
        self._questions, self._names, self._findings = tuple(questions), names, findings
        self.list.blockSignals(True)
        self.list.clear()
        for question in self._questions:
            self.list.addItem(self._item(question))
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        self.list.blockSignals(False)
        judged = sum(question.mark is not None for question in self._questions)
        self._count.setText(self.tr("{n} of {all} judged").format(n=judged, all=len(self._questions)))
        self._show_chosen()

    def chosen(self) -> Question | None:
        """The question that is chosen."""
        row = self.list.currentRow()
        return self._questions[row] if 0 <= row < len(self._questions) else None

    def _item(self, question: Question) -> QListWidgetItem:
        linked = self._findings.get(question.finding, "")
        mark = " · ".join(filter(None, (self._words(question), linked)))
        item = QListWidgetItem(f"{question.item.id} · {mark}\n{question.item.question}\n{question.known}")
        palette = current_theme().palette
        name, colour = {
            "met": ("circle-check", palette.accent),
            "not_met": ("circle-alert", palette.error),
            "not_applicable": ("x", palette.quiet),
        }.get(question.mark or "", ("circle-help", palette.quiet))
        item.setIcon(picture(name, colour, current_theme().px(16), ratio=self.devicePixelRatioF()))
        item.setData(ITEM, question.item.id)
        item.setData(
            Qt.ItemDataRole.AccessibleTextRole, f"{question.item.id}, {mark}: {question.item.question} {question.known}"
        )
        return item

    def _words(self, question: Question) -> str:
        return {
            "met": self.tr("met"),
            "not_met": self.tr("not met"),
            "not_applicable": self.tr("not applicable"),
        }.get(question.mark or "", self.tr("not judged yet"))

    def _show_chosen(self) -> None:
        question = self.chosen()
        self._lower.setVisible(question is not None)
        if question is None:
            return
        self.question.setText(question.item.question)
        self.source.setText(question.item.source)
        self.known.setText(self.tr("The check: {words}").format(words=question.known))
        self.marks.setExclusive(False)
        for value, button in self.buttons.items():
            button.setChecked(value == question.mark)
        self.marks.setExclusive(True)
        self.comment.setPlainText(question.comment)
        self.finding.clear()
        self.finding.addItem(self.tr("No finding"), "")
        for key, name in self._findings.items():
            self.finding.addItem(name, key)
        self.finding.setCurrentIndex(max(0, self.finding.findData(question.finding)))
        self._show_places(question)
        self._enable()

    def _show_places(self, question: Question) -> None:
        while (item := self._places.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for place in question.places[:_MOST_PLACES]:
            link = Link(self._names.get(place, place[1]), self)
            link.setProperty("place", place)
            link.clicked.connect(self._go)
            self._places.addWidget(link)

    # -- acting ---------------------------------------------------------------------------------------------------

    def _go(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.place_wanted.emit(*sender.property("place"))

    def _judge(self) -> None:
        question, mark = self.chosen(), self._marked()
        if question is not None and mark:
            linked = str(self.finding.currentData() or "")
            self.judged.emit(question.item.id, mark, self.comment.toPlainText(), linked)

    def _marked(self) -> str:
        return next((value for value, button in self.buttons.items() if button.isChecked()), "")

    def _want_finding(self) -> None:
        question = self.chosen()
        if question is not None:
            # What needs a finding is not met, unless somebody says otherwise.
            self.raise_wanted.emit(question.item.id, self._marked() or "not_met", self.comment.toPlainText())

    def _show_finding(self) -> None:
        self.finding_wanted.emit(str(self.finding.currentData()))

    def _enable(self) -> None:
        self._show.setEnabled(bool(self.finding.currentData()))
