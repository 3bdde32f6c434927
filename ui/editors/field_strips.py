"""What a field says and asks below its editor. Few fields ever show it, so it is made when it is first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QRadioButton, QWidget

from ui.calculation.picker import default_strip
from ui.editors.strips import AdviceStrip, BlankNote, MessageLines, ReasonStrip, WhichStrip
from ui.labels import small_link
from ui.language import tr
from ui.style import current_theme, icon

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from forms.problems import Severity
    from ui.advice import Advice
    from ui.amounts import InDoubt
    from ui.editors.field_parts import FieldParts


class FieldStrips(QObject):
    """The strips of one field; in the order in which they were first needed, they stand at the end of its column."""

    reason_given = Signal()
    answer_after_all = Signal()
    meaning_chosen = Signal(object)
    """A `Meaning`."""
    mended = Signal(object)
    """An `Advice`."""
    findings_wanted = Signal()

    def __init__(self, field: QWidget, parts: FieldParts) -> None:
        super().__init__(field)
        self._field = field
        self._column = parts.column
        self._editor = parts.editor
        self._reason: ReasonStrip | None = None
        self._blank: BlankNote | None = None
        self._messages: MessageLines | None = None
        self.which: WhichStrip | None = None
        self.advice: AdviceStrip | None = None
        self.findings: QPushButton | None = None
        self.defaults = default_strip(self._editor, field)
        if self.defaults is not None:
            self._column.addWidget(self.defaults)

    @property
    def reason(self) -> ReasonStrip:
        """Asks for a reason in place."""
        if self._reason is None:
            self._reason = ReasonStrip(self._field)
            self._reason.done.connect(self.reason_given)
            self._reason.closed.connect(self._focus_back)
            self._column.addWidget(self._reason)
        return self._reason

    @property
    def blank(self) -> BlankNote:
        """Stands for an answer that was left out on purpose."""
        if self._blank is None:
            self._blank = BlankNote(self._field)
            self._blank.answer_after_all.connect(self.answer_after_all)
            self._column.addWidget(self._blank)
            QWidget.setTabOrder(self._last_stop(), self._blank.button)
        return self._blank

    @property
    def messages(self) -> MessageLines:
        """What is wrong here."""
        if self._messages is None:
            self._messages = MessageLines(self._field)
            self._column.addWidget(self._messages)
        return self._messages

    def ask_reason(self, question: str, take: Callable[[str], object]) -> None:
        """Ask, and let Tab lead to the question: whoever goes down a list with the arrows is not done yet."""
        self.reason.ask(question, take, self._last_stop())

    def insist_on_reason(self, question: str, take: Callable[[str], object]) -> None:
        """Ask, with the focus in the line for the reason."""
        self.ask_reason(question, take)
        self.reason.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_which(self, doubt: InDoubt) -> None:
        """Offer the meanings of what was typed."""
        if self.which is None:
            self.which = WhichStrip(self._field)
            self.which.chosen.connect(self.meaning_chosen)
            self.which.left.connect(self._type_anew)
            self._column.addWidget(self.which)
        self.which.ask(doubt, self._editor.focusProxy() or self._editor)

    def end_asking(self) -> None:
        """Offer no meanings any more."""
        if self.which is not None:
            self.which.hide()

    def show_blank(self, reason: str) -> None:
        """That the answer was left out on purpose; nothing where there is no reason."""
        if reason or self._blank is not None:
            self.blank.show_reason(reason)

    def show_messages(self, lines: Sequence[tuple[Severity, str]], more: int) -> None:
        """What is wrong here, gravest first, and how much more there is."""
        if lines or self._messages is not None:
            self.messages.show_lines(list(dict.fromkeys(lines)), more)

    def show_advice(self, advice: Advice | None) -> None:
        """What seems to be wrong, with a way to mend it."""
        if advice is not None and self.advice is None:
            self.advice = AdviceStrip(self._field)
            self.advice.mended.connect(self.mended)
            self._column.addWidget(self.advice)
        if self.advice is not None:
            self.advice.show_advice(advice)

    def show_findings(self, names: Sequence[str]) -> None:
        """Name the findings that are about this field and not closed."""
        if self.findings is None and names:
            self.findings = small_link("", self._field)
            self.findings.setToolTip(tr("Show these findings"))
            self.findings.clicked.connect(self.findings_wanted)
            self._column.addWidget(self.findings, 0, Qt.AlignmentFlag.AlignLeft)
            self.tint()
        if self.findings is not None:
            self.findings.setText(tr("Not closed: {names}").format(names=", ".join(names)))
            self.findings.setVisible(bool(names))

    def show_defaults(self, *, shown: bool) -> None:
        """The way to values from tables, where the field has one."""
        if self.defaults is not None:
            self.defaults.setVisible(shown)
            self.defaults.refresh()

    def tint(self) -> None:
        """In the colours of the look in force."""
        if self.findings is not None:
            self.findings.setIcon(icon("flag", current_theme().palette))

    def _last_stop(self) -> QWidget:
        """Where Tab stops last in the editor: of buttons side by side, the last."""
        return [self._editor.focusProxy() or self._editor, *self._editor.findChildren(QRadioButton)][-1]

    def _type_anew(self) -> None:
        """Back to the line, with what was typed selected."""
        self._editor.setFocus(Qt.FocusReason.TabFocusReason)
        line = self._editor.focusProxy()
        if isinstance(line, QLineEdit):
            line.selectAll()

    def _focus_back(self) -> None:
        """To the editor, or to what stands in its place."""
        is_blank = self._blank is not None and self._blank.isVisibleTo(self._field)
        stop = self.blank.button if is_blank else self._editor
        stop.setFocus(Qt.FocusReason.OtherFocusReason)
