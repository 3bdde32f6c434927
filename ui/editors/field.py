"""A field on screen: label, hint, editor, unit, mark of provenance, what was read, what is wrong, and its menu."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QRadioButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from forms import fieldtypes
from forms.answers import ORIGIN_MARK, Answer, Origin
from forms.days import day_text
from forms.definition import Field
from forms.document import FieldState
from forms.errors import UserError
from forms.fieldpath import is_inside
from forms.problems import Problem, Severity
from forms.quantities import format_number
from ui.advice import Advice, advice_on
from ui.calculation.picker import default_strip
from ui.editors.base import LARGE_TYPE
from ui.editors.generated import GeneratedEditor
from ui.editors.line import LineEditor
from ui.editors.registry import editor_for
from ui.editors.strips import AdviceStrip, BlankNote, Hint, MessageLines, ReasonStrip, WhichStrip
from ui.labels import caption
from ui.maps import maps
from ui.style import current_theme, icon

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QContextMenuEvent, QKeyEvent

    from forms.fieldtypes import Asked
    from ui.amounts import Amount, InDoubt
    from ui.editors.base import Editor, Spot

LABEL_WIDTH = 200


class FieldView(QWidget):
    """One field. `record` lays it out label left, editor right, as in the parameter blocks of the forms."""

    focused = Signal(str, str)
    """Document and path that the focus is in."""
    help_wanted = Signal(str, str)
    working_wanted = Signal(str)
    home_wanted = Signal(str, str)
    remark_wanted = Signal(str, str, str)
    """`finding`, `note` or `list`, with document and path."""

    def __init__(self, spot: Spot, parent: QWidget | None = None, *, record: bool = False) -> None:
        super().__init__(parent)
        self.spot = spot
        self._record = record
        self._state = FieldState()
        self._unfolded = False
        self._refusal: tuple[str, str] | None = None
        self._problems: tuple[Problem, ...] = ()
        self._echo = ""
        self._in_doubt = ""
        self._make_parts()
        self._lay_out()
        self._connect()
        self.refresh_state()

    # -- parts ----------------------------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        asked = self.spot.asked
        self.label = caption(asked.label, "quiet" if self._record else "label", self)
        self.required = caption(self.tr("required"), "small", self)
        self.required.setWordWrap(False)
        self.hint = Hint(_first_sentence(asked.help), self)
        self.editor = editor_for(self.spot, self)
        unit = "" if asked.unit == "1" or asked.type == "table" or is_matrix(asked) else asked.unit
        self.unit = caption(unit, "unit", self)
        self.unit.setWordWrap(False)
        self.mark = caption("", "mark", self)
        self.mark.setWordWrap(False)
        self.menu_button = QToolButton(self)
        self.menu_button.setAccessibleName(self.tr("More about {name}").format(name=self.spot.name))
        self.menu_button.setToolTip(self.tr("Leave blank on purpose, origin of the value, help (Menu key)"))
        self.menu_button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.status = caption("", "small", self)
        self.fold = self._link(self.tr("show")) if self._may_fold() else None
        self.home = (
            self._link(self.tr("Shown here from Project facts")) if self._is_view() and not self._record else None
        )
        if self.home is not None:
            self.home.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._messages: MessageLines | None = None
        self._reason: ReasonStrip | None = None
        self._which: WhichStrip | None = None
        self._advice: AdviceStrip | None = None
        self._blank: BlankNote | None = None
        self._findings: QPushButton | None = None

    def _lay_out(self) -> None:
        self._column = QVBoxLayout()
        self._column.setSpacing(3)
        self._column.setContentsMargins(0, 0, 0, 0)
        head, line = _row(), _row()
        line.addWidget(self.editor, 1 if _is_wide(self.editor) else 0)
        line.addWidget(self.unit)
        if not _is_wide(self.editor):
            line.addStretch(1)
        if self._is_beside():
            self._lay_out_beside()
        else:
            self._lay_out_below(head)
        aside = line if self._is_beside() else head
        aside.addWidget(self.required, 0, Qt.AlignmentFlag.AlignVCenter)
        aside.addWidget(self.mark)
        if self.fold is not None:
            aside.addWidget(self.fold)
        aside.addWidget(self.menu_button)
        self._column.addLayout(line)
        tools = self.editor.tools()
        if tools is not None and self._is_large():
            self._keep_room(tools, kept=False)
            self._column.addWidget(tools)
        self._column.addWidget(self.status)
        if self.home is not None:
            self._column.addWidget(self.home, 0, Qt.AlignmentFlag.AlignLeft)
        self._defaults = default_strip(self.editor, self)
        if self._defaults is not None:
            self._column.addWidget(self._defaults)

    def _is_beside(self) -> bool:
        """Label left, editor right; but a narrative needs the whole width, and so does everything in large type."""
        return self._record and self.editor.tools() is None and not self._is_large()

    def _is_large(self) -> bool:
        return current_theme().scale > LARGE_TYPE

    def _lay_out_beside(self) -> None:
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 2, 0, 2)
        outer.setSpacing(12)
        self.label.setFixedWidth(current_theme().px(LABEL_WIDTH))
        self.label.setContentsMargins(0, 6, 0, 0)
        outer.addWidget(self.label, 0, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(self._column, 1)

    def _lay_out_below(self, head: QHBoxLayout) -> None:
        """The tools stand in the line of the hint, so that the label has its own line to itself, seen or not.

        In large type they have two lines below the editor, while it has the focus.
        """
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 2 if self._record else 0, 0, 2 if self._record else 0)
        whole.addLayout(self._column)
        head.addWidget(self.label, 1)
        self._column.addLayout(head)
        below, tools = _row(), self.editor.tools()
        below.addWidget(self.hint, 1)
        below.addStretch(0)
        if tools is not None and not self._is_large():
            (head if self._record else below).addWidget(tools, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(below)

    def _connect(self) -> None:
        self.editor.edited.connect(self._edited)
        self.editor.refused.connect(self._refused)
        self.editor.in_doubt.connect(self._ask_which)
        self.editor.echoed.connect(self._show_echo)
        self.editor.left.connect(self._left)
        self.editor.current_changed.connect(self._focus_inside)
        self.menu_button.clicked.connect(self._open_menu)
        if self.fold is not None:
            self.fold.clicked.connect(self._toggle_fold)
        if self.home is not None:
            self.home.clicked.connect(self._go_home)
        if isinstance(self.editor, GeneratedEditor):
            self.editor.traced.connect(self.working_wanted)
        if self.spot.asked.type == "table":
            maps().rendered.connect(self._show_advice)
        current_theme().changed.connect(self._tint)
        self._tint()

    def _link(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("link", True)
        button.setProperty("small", True)
        return button

    # What few fields ever show is made when it is first needed: a page opens the sooner.

    @property
    def reason(self) -> ReasonStrip:
        """Asks for a reason in place."""
        if self._reason is None:
            self._reason = ReasonStrip(self)
            self._reason.done.connect(self.refresh)
            self._reason.closed.connect(self._focus_back)
            self._column.addWidget(self._reason)
        return self._reason

    @property
    def blank(self) -> BlankNote:
        """Stands for an answer that was left out on purpose."""
        if self._blank is None:
            self._blank = BlankNote(self)
            self._blank.answer_after_all.connect(self._answer_after_all)
            self._column.addWidget(self._blank)
            QWidget.setTabOrder(self._last_stop(), self._blank.button)
        return self._blank

    @property
    def messages(self) -> MessageLines:
        """What is wrong here."""
        if self._messages is None:
            self._messages = MessageLines(self)
            self._column.addWidget(self._messages)
        return self._messages

    # -- state ----------------------------------------------------------------------------------------------------

    @property
    def path(self) -> str:
        """Where it stands."""
        return self.spot.path

    def refresh(self) -> None:
        """Show the project as it is now."""
        answer = self.spot.answer
        self.editor.show_answer(answer)
        self.refresh_state(answer)

    def refresh_state(self, answer: Answer | None = None) -> None:
        """Show what follows from other answers: whether it applies, is required, may be edited, and its marks."""
        answer = answer or self.spot.answer
        self._state = self.spot.binding.state(self.spot.document, self.spot.path)
        self.editor.set_readonly(self._state.readonly)
        self._show_folded(answer)
        self._show_mark(answer)
        self._show_messages()
        if self.spot.asked.type == "table":
            self._show_advice()
        if self._defaults is not None:
            self._defaults.setVisible(self._state.relevant and not self._state.readonly)
            self._defaults.refresh()

    def refresh_generated(self) -> None:
        """Make generated content anew."""
        if isinstance(self.editor, GeneratedEditor):
            self.editor.show_answer(None)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Those of the field and of what lies inside it."""
        found = tuple(item for item in problems if is_inside(item.path, self.spot.path))
        if found != self._problems:
            self._problems = found
            self._show_messages()

    def show_findings(self, names: Sequence[str]) -> None:
        """Name the findings that are about this field and not closed."""
        if self._findings is None and names:
            self._findings = self._link("")
            self._findings.setIcon(icon("flag", current_theme().palette))
            self._findings.setToolTip(self.tr("Show these findings"))
            self._findings.clicked.connect(lambda: self._want_remark("list"))
            self._column.addWidget(self._findings, 0, Qt.AlignmentFlag.AlignLeft)
        if self._findings is not None:
            self._findings.setText(self.tr("Not closed: {names}").format(names=", ".join(names)))
            self._findings.setVisible(bool(names))

    def take_back(self) -> bool:
        """Drop what was typed and not yet read; false when there is nothing of the kind."""
        return self.editor.take_back()

    def _show_folded(self, answer: Answer | None) -> None:
        folded = not self._state.relevant and not self._unfolded
        blank = answer is not None and answer.is_blank_on_purpose
        self.editor.setVisible(not folded and not blank)
        tools = self.editor.tools()
        if tools is not None and not self._is_large():
            self._keep_room(tools, kept=not folded and not blank)
        self.unit.setVisible(not folded and not blank and bool(self.unit.text()))
        self.hint.setVisible(not folded and not self._record and bool(self.hint.text()))
        self.menu_button.setVisible(not folded)
        if self.home is not None:
            self.home.setVisible(not folded)
        if self.fold is not None:
            self.fold.setVisible(not self._state.relevant)
            self.fold.setText(self.tr("show") if folded else self.tr("fold"))
        if blank or self._blank is not None:
            self.blank.show_reason(answer.blank_reason if answer and not folded else "")
        self._set_role(self.label, "quiet" if folded or self._record else "label")

    def _keep_room(self, tools: QWidget, *, kept: bool) -> None:
        """Whether the tools have their room while they are not seen, so that nothing moves when they are."""
        policy = tools.sizePolicy()
        if policy.retainSizeWhenHidden() != kept:
            policy.setRetainSizeWhenHidden(kept)
            tools.setSizePolicy(policy)

    def _show_mark(self, answer: Answer | None) -> None:
        missing = answer is None or (answer.value is None and not answer.is_blank_on_purpose)
        column_required = getattr(self.spot.asked, "required", False) is True
        needed = self._state.relevant and (self._state.required or column_required)
        self.required.setVisible(needed and missing and not self.editor.COMPOUND)
        if self.editor.COMPOUND and not self._record:
            self.required.setVisible(needed and missing)
        given = answer if answer is not None and answer.value is not None and not self.editor.COMPOUND else None
        self.mark.setText(ORIGIN_MARK[given.origin] if given else "")
        self.mark.setToolTip(self._origin_words(given) if given else "")
        self.mark.setAccessibleName(self._origin_words(given) if given else "")
        loud = given is not None and given.origin in {Origin.OVERRIDDEN, Origin.ESTIMATED}
        if bool(self.mark.property("loud")) != loud:
            self.mark.setProperty("loud", loud)
            _polish(self.mark)
        words = [self._echo] if self._echo else []
        if not self._state.relevant:
            words.append(self._state.reason)
        elif given is not None and (given.origin is not Origin.TYPED or self._echo):
            words.append(self._origin_words(given))
        self.status.setText(" · ".join(word for word in words if word))
        self.status.setVisible(bool(self.status.text()))

    def _show_messages(self) -> None:
        lines: list[tuple[Severity, str]] = []
        if self._refusal is not None:
            lines.append((Severity.ERROR, " ".join(part for part in self._refusal if part)))
        broken = self._broken_constraint()
        if broken:
            lines.append((Severity.ERROR, broken))
        told = self._told()
        lines += [(item.severity, f"{item.message} {item.remedy}".strip()) for item in told[:4]]
        if lines or self._messages is not None:
            self.messages.show_lines(list(dict.fromkeys(lines)), len(told) - 4)
        self.editor.set_wrong(any(severity is Severity.ERROR for severity, _ in lines))

    def _told(self) -> tuple[Problem, ...]:
        """Problems worth words here: that something required is not answered yet is said by its mark alone."""
        if not self._state.relevant:
            return ()
        if self.required.isVisibleTo(self):
            return tuple(item for item in self._problems if item.path != self.spot.path)
        return self._problems

    def _broken_constraint(self) -> str:
        asked = self.spot.asked
        if not isinstance(asked, Field) or not asked.constraint or asked.indices or not self._state.relevant:
            return ""
        if self.spot.binding.read.constraint_holds(self.spot.document, asked):
            return ""
        return asked.constraint_message or self.tr("This value is not allowed here.")

    def _origin_words(self, answer: Answer) -> str:
        words = {
            Origin.TYPED: self.tr("typed"),
            Origin.CALCULATED: self.tr("calculated"),
            Origin.DEFAULT: self.tr("default"),
            Origin.IMPORTED: self.tr("imported"),
            Origin.OVERRIDDEN: self.tr("overridden"),
            Origin.ESTIMATED: self.tr("estimated"),
        }[answer.origin]
        return f"{words}: {answer.note}" if answer.note else words

    def _may_fold(self) -> bool:
        asked, read = self.spot.asked, self.spot.binding.read
        field = read.field(self.spot.document, self.spot.path)
        section = read.form(self.spot.document).section_of_field.get(field.path) if field else None
        while section is not None:
            if section.relevant or getattr(asked, "relevant", ""):
                return True
            section = read.form(self.spot.document).section(section.id.rpartition(".")[0])
        return False

    def _is_view(self) -> bool:
        return isinstance(self.spot.asked, Field) and bool(self.spot.asked.home)

    # -- what the editor says -------------------------------------------------------------------------------------

    def _edited(self, value: object, typing: bool) -> None:
        binding, document, path = self.spot.binding, self.spot.document, self.spot.path
        self._refusal = None
        self._end_asking()
        binding.keep_unread(document, path, "")
        before = self.spot.answer
        try:
            if value is None:
                binding.project.clear(document, path, typing=typing, initiator=self)
            else:
                binding.project.set(document, path, value, typing=typing, initiator=self)  # type: ignore[arg-type]
        except UserError as error:
            self._refusal = (error.message, error.remedy)
        self._echo = "" if typing else self.editor.words() or self._read_as(value)
        self.refresh_state()
        self._offer_reason(before)

    def _refused(self, text: str, message: str, remedy: str) -> None:
        self._refusal = (message, remedy) if message else None
        self._echo = ""
        if text != self._in_doubt:
            self._end_asking()
        if text:
            self.spot.binding.keep_unread(self.spot.document, self.spot.path, text)
        self._show_mark(self.spot.answer)
        self._show_messages()

    def _ask_which(self, doubt: InDoubt) -> None:
        """Offer the meanings of what was typed, below the field."""
        if self._which is None:
            self._which = WhichStrip(self)
            self._which.chosen.connect(self._choose_meaning)
            self._column.addWidget(self._which)
        # Leaving the line for one of the buttons reads it once more: the button must stay where it is.
        text = self.editor.line.text() if isinstance(self.editor, LineEditor) else ""
        if text != self._in_doubt:
            self._in_doubt = text
            self._which.ask(doubt, self.editor.focusProxy() or self.editor)

    def _choose_meaning(self, amount: Amount) -> None:
        if isinstance(self.editor, LineEditor):
            self.editor.choose(amount)
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_advice(self) -> None:
        binding = self.spot.binding
        advice = advice_on(binding.read, self.spot.document, self.spot.path) if binding.is_open else None
        if advice is not None and self._advice is None:
            self._advice = AdviceStrip(self)
            self._advice.mended.connect(self._mend)
            self._column.addWidget(self._advice)
        if self._advice is not None:
            self._advice.show_advice(advice if self._state.relevant and not self._state.readonly else None)

    def _mend(self, advice: Advice) -> None:
        self.spot.binding.attempt(lambda: advice.mend(self.spot.binding.project))

    def _end_asking(self) -> None:
        self._in_doubt = ""
        if self._which is not None:
            self._which.hide()

    def _show_echo(self, words: str) -> None:
        self._echo = words
        self._show_mark(self.spot.answer)

    def _left(self) -> None:
        self.spot.binding.project.settle()

    def _read_as(self, value: object) -> str:
        if isinstance(value, Decimal):
            unit = self.unit.text()
            words = self.tr("read as {value}").format(value=f"{format_number(value)} {unit}".strip())
            printed = fieldtypes.show(value, self.spot.asked)
            said = self.tr("{words}, printed as {printed}").format(words=words, printed=printed)
            return words if printed == format_number(value) else said
        if isinstance(value, dt.date):
            return self.tr("read as {value}").format(value=day_text(value))
        return ""

    def _offer_reason(self, before: Answer | None) -> None:
        """A value that replaces a default asks for its reason, once, without stopping anybody."""
        now = self.spot.answer
        if before is None or now is None or before.origin is not Origin.DEFAULT or now.origin is not Origin.TYPED:
            return
        was = fieldtypes.show(before.value, self.spot.asked)
        text = self.tr("Replaces the default {was} ({source}). Why?").format(was=was, source=before.note)
        # Whoever goes down a list with the arrows is not done yet: the question waits, Tab leads to it.
        self.reason.ask(text, self._override, self._last_stop())

    def _ask_reason(self, question: str, take: Callable[[str], object]) -> None:
        self.reason.ask(question, take, self._last_stop())
        self.reason.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _last_stop(self) -> QWidget:
        """Where Tab stops last in the editor: of buttons side by side, the last."""
        return [self.editor.focusProxy() or self.editor, *self.editor.findChildren(QRadioButton)][-1]

    def _focus_back(self) -> None:
        """To the editor, or to what stands in its place."""
        stop = self._blank.button if self._blank is not None and self._blank.isVisibleTo(self) else self.editor
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- menu -----------------------------------------------------------------------------------------------------

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Right click beside the editor."""
        self._open_menu()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The Menu key and Shift+F10, wherever the editor does not want them."""
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Menu or (event.key() == Qt.Key.Key_F10 and shifted):
            self._open_menu()
        else:
            super().keyPressEvent(event)

    def _open_menu(self) -> None:
        menu = self.make_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        corner = self.menu_button.rect().bottomLeft()
        menu.popup(self.menu_button.mapToGlobal(corner))

    def make_menu(self) -> QMenu:
        """What can be done here."""
        menu = QMenu(self)
        answer = self.spot.answer
        single = not self.editor.COMPOUND and not self._state.readonly
        blank = menu.addAction(self.tr("Leave blank on purpose…"), self._ask_blank)
        blank.setEnabled(not self._state.readonly and not is_matrix(self.spot.asked))
        origins = menu.addMenu(self.tr("Origin of the value"))
        origins.setEnabled(single and answer is not None and answer.value is not None)
        for origin, text, do in self._origin_entries():
            action = origins.addAction(f"{ORIGIN_MARK[origin]}  {text}", do)
            action.setCheckable(True)
            action.setChecked(answer is not None and answer.origin is origin)
        clear = menu.addAction(self.tr("Clear"), self._clear)
        clear.setEnabled(single and answer is not None)
        menu.addSeparator()
        if self._is_view():
            menu.addAction(self.tr("Go to Project facts"), self._go_home)
        menu.addAction(self.tr("Raise a finding…"), lambda: self._want_remark("finding"))
        menu.addAction(self.tr("Note to oneself…"), lambda: self._want_remark("note"))
        menu.addSeparator()
        menu.addAction(self.tr("Help for this field (F1)"), self._want_help)
        return menu

    def _origin_entries(self) -> list[tuple[Origin, str, Callable[[], None]]]:
        return [
            (Origin.TYPED, self.tr("Typed"), self._mark_typed),
            (Origin.ESTIMATED, self.tr("Estimated…"), self._ask_estimated),
            (Origin.DEFAULT, self.tr("Default of a table…"), self._ask_default),
            (Origin.IMPORTED, self.tr("Imported…"), self._ask_imported),
            (Origin.OVERRIDDEN, self.tr("Overrides a default or calculated value…"), self._ask_override),
        ]

    def _ask_blank(self) -> None:
        self._ask_reason(self.tr("Left blank on purpose, because"), self._leave_blank)

    def _ask_estimated(self) -> None:
        self._ask_reason(self.tr("Estimated how?"), self._mark_estimated)

    def _ask_default(self) -> None:
        self._ask_reason(self.tr("Which table and row?"), self._mark_default)

    def _ask_imported(self) -> None:
        self._ask_reason(self.tr("Imported from which file?"), self._mark_imported)

    def _ask_override(self) -> None:
        self._ask_reason(self.tr("Why does the default or calculated value not fit? It is printed."), self._override)

    def _mark_typed(self) -> None:
        self._set_origin(Origin.TYPED, "")

    def _mark_estimated(self, note: str) -> None:
        self._set_origin(Origin.ESTIMATED, note)

    def _mark_default(self, note: str) -> None:
        self._set_origin(Origin.DEFAULT, note)

    def _mark_imported(self, note: str) -> None:
        self._set_origin(Origin.IMPORTED, note)

    def _override(self, note: str) -> None:
        self._set_origin(Origin.OVERRIDDEN, note)

    def _set_origin(self, origin: Origin, note: str) -> None:
        answer = self.spot.answer
        value = answer.value if answer else None
        if value is None:
            return
        project, document, path = self.spot.binding.project, self.spot.document, self.spot.path
        self.spot.binding.attempt(lambda: project.set(document, path, value, origin=origin, note=note, initiator=self))
        self.refresh()

    def _leave_blank(self, reason: str) -> None:
        project, document, path = self.spot.binding.project, self.spot.document, self.spot.path
        self.spot.binding.attempt(lambda: project.blank(document, path, reason, initiator=self))
        self.refresh()

    def _answer_after_all(self) -> None:
        self._clear()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        project, document, path = self.spot.binding.project, self.spot.document, self.spot.path
        self.spot.binding.keep_unread(document, path, "")
        self._refusal = None
        self.spot.binding.attempt(lambda: project.clear(document, path, initiator=self))
        self.refresh()

    def _toggle_fold(self) -> None:
        self._unfolded = not self._unfolded
        self.refresh_state()

    def _go_home(self) -> None:
        self.home_wanted.emit(*self.spot.binding.read.home_of(self.spot.document, self.spot.path))

    def _want_remark(self, what: str) -> None:
        """Fields of records lie inside another field: the outermost is the one that is heard."""
        heard, around = self, self.parentWidget()
        while around is not None:
            heard, around = (around if isinstance(around, FieldView) else heard), around.parentWidget()
        heard.remark_wanted.emit(what, self.spot.document, self.spot.path)

    def _want_help(self) -> None:
        self.help_wanted.emit(self.spot.document, self.spot.path)

    def _focus_inside(self, path: str) -> None:
        self.focused.emit(self.spot.document, path)

    def _tint(self) -> None:
        self.menu_button.setIcon(icon("ellipsis", current_theme().palette))
        if self._findings is not None:
            self._findings.setIcon(icon("flag", current_theme().palette))

    def _set_role(self, label: QLabel, role: str) -> None:
        if label.property("role") != role:
            label.setProperty("role", role)
            _polish(label)


def _row() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.setContentsMargins(0, 0, 0, 0)
    return row


def _polish(widget: QWidget) -> None:
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def _first_sentence(text: str) -> str:
    line = " ".join(text.split())
    for end in (". ", "? ", "! "):
        if end in line:
            line = line.partition(end)[0] + end.strip()
    return line


def is_matrix(asked: Asked) -> bool:
    """True for what is asked by index."""
    return isinstance(asked, Field) and bool(asked.indices)


def _is_wide(editor: Editor) -> bool:
    return editor.COMPOUND or editor.spot.asked.type in {"text", "prose", "file", "choice", "yes_no", "reference"}
