"""A field on screen: it passes what its editor says to the project, and shows what follows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from forms import fieldtypes
from forms.answers import Answer, Origin
from forms.document import FieldState
from forms.errors import UserError
from ui.advice import Advice, advice_on
from ui.editors.evidence_drops import EvidenceDrops
from ui.editors.faults import Faults
from ui.editors.field_menu import AnswerVerbs, FieldMenu
from ui.editors.field_parts import FieldParts
from ui.editors.field_strips import FieldStrips
from ui.editors.generated import GeneratedEditor
from ui.editors.line import LineEditor
from ui.editors.provenance import Provenance, read_as
from ui.language import spoken
from ui.maps import maps
from ui.style import current_theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QContextMenuEvent, QKeyEvent

    from forms.problems import Problem
    from ui.amounts import InDoubt, Meaning
    from ui.editors.base import Spot


class FieldView(QWidget):
    """One field. `record` lays it out label left, editor right, as in the parameter blocks of the forms."""

    focused = Signal(str, str)
    """Document and path that the focus is in."""
    help_wanted = Signal(str, str)
    working_wanted = Signal(str)
    home_wanted = Signal(str, str)
    remark_wanted = Signal(str, str, str)
    """`finding`, `note` or `list`, with document and path."""

    def __init__(
        self, spot: Spot, parent: QWidget | None = None, *, record: bool = False, reason_is_said: bool = False
    ) -> None:
        super().__init__(parent)
        self.spot = spot
        self.reason_is_said = reason_is_said or record
        """Whether it is said above why the field does not apply: at the head of its section or of its table."""
        self._state = FieldState()
        self._is_unfolded = False
        self._in_doubt = ""
        self.parts = FieldParts(self, spot, record=record)
        self.editor = self.parts.editor
        self.drops = EvidenceDrops(self.editor)
        self.strips = FieldStrips(self, self.parts)
        self.provenance = Provenance(self.parts, spot.asked)
        self.faults = Faults(spot, self.parts, self.strips)
        self.verbs = AnswerVerbs(self, spot, self.strips)
        self._menu = FieldMenu(self, spot, self.verbs, compound=self.editor.COMPOUND)
        self._connect_editor()
        self._connect_parts()
        self.refresh_state()

    def _connect_editor(self) -> None:
        self.editor.edited.connect(self._edited)
        self.editor.refused.connect(self._refused)
        self.editor.in_doubt.connect(self._ask_which)
        self.editor.echoed.connect(self._show_echo)
        self.editor.left.connect(self._left)
        self.editor.current_changed.connect(self._focus_inside)
        if isinstance(self.editor, GeneratedEditor):
            self.editor.traced.connect(self.working_wanted)
        if self.spot.asked.type == "table":
            maps().rendered.connect(self._show_advice)

    def _connect_parts(self) -> None:
        self.parts.menu_button.clicked.connect(self._open_menu)
        if self.parts.fold is not None:
            self.parts.fold.clicked.connect(self._toggle_fold)
        if self.parts.home is not None:
            self.parts.home.clicked.connect(self._go_home)
        self.strips.reason_given.connect(self.refresh)
        self.strips.answer_after_all.connect(self._answer_after_all)
        self.strips.meaning_chosen.connect(self._choose_meaning)
        self.strips.mended.connect(self._mend)
        self.strips.findings_wanted.connect(self._list_findings)
        self.verbs.done.connect(self._answer_changed)
        self._menu.home_wanted.connect(self._go_home)
        self._menu.help_wanted.connect(self._want_help)
        self._menu.remark_wanted.connect(self._want_remark)
        current_theme().changed.connect(self._tint)

    # -- state ----------------------------------------------------------------------------------------------------

    @property
    def path(self) -> str:
        """Where it stands."""
        return self.spot.path

    @property
    def applies(self) -> bool:
        """Whether it applies, by the answers given so far."""
        return self._state.relevant

    @property
    def is_readonly(self) -> bool:
        """Whether its value is made by the program, or may not be edited now."""
        return self._state.readonly

    def refresh(self) -> None:
        """Show the project as it is now."""
        answer = self.spot.answer
        self.editor.show_answer(answer)
        self.refresh_state(answer)

    def refresh_state(self, answer: Answer | None = None) -> None:
        """Show what follows from other answers: whether it applies, is required, may be edited, and its marks."""
        answer = answer or self.spot.answer
        state = self.spot.binding.state(self.spot.document, self.spot.path)
        self._state = replace(state, reason="") if self.reason_is_said else state
        self.editor.set_readonly(self._state.readonly)
        self.drops.readonly = self._state.readonly
        self._show_shape(answer)
        self.provenance.show(answer, self._state)
        self.faults.show(self._state)
        if self.spot.asked.type == "table":
            self._show_advice()
        self.strips.show_defaults(shown=self._state.relevant and not self._state.readonly)

    def refresh_generated(self) -> None:
        """Make generated content anew."""
        if isinstance(self.editor, GeneratedEditor):
            self.editor.show_answer(None)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Those of the field and of what lies inside it."""
        if self.faults.take(problems):
            self.faults.show(self._state)

    def show_findings(self, names: Sequence[str]) -> None:
        """Name the findings that are about this field and not closed."""
        self.strips.show_findings(names)

    def take_back(self) -> bool:
        """Drop what was typed and not yet read; false when there is nothing of the kind."""
        return self.editor.take_back()

    def _show_shape(self, answer: Answer | None) -> None:
        folded = not self._state.relevant and not self._is_unfolded and not self.parts.is_record
        is_blank = answer is not None and answer.is_blank_on_purpose
        self.parts.show_shape(self._state, folded=folded, blank=is_blank)
        self.strips.show_blank(answer.blank_reason if answer is not None and is_blank and not folded else "")

    def _show_advice(self) -> None:
        binding, may_be_mended = self.spot.binding, self._state.relevant and not self._state.readonly
        is_advised = binding.is_open and may_be_mended
        self.strips.show_advice(advice_on(binding.read, self.spot.document, self.spot.path) if is_advised else None)

    # -- what the editor says -------------------------------------------------------------------------------------

    def _edited(self, value: object, typing: bool) -> None:
        binding, document, path = self.spot.binding, self.spot.document, self.spot.path
        self.faults.refusal = ""
        self._end_asking()
        binding.keep_unread(document, path, "")
        before = self.spot.answer
        try:
            if value is None:
                binding.project.clear(document, path, typing=typing, initiator=self)
            else:
                binding.project.set(document, path, value, typing=typing, initiator=self)  # type: ignore[arg-type]
        except UserError as error:
            self.faults.refusal = _words_of(spoken(error.message), spoken(error.remedy))
        unit = self.parts.unit.text()
        self.provenance.echo = "" if typing else self.editor.words() or read_as(value, self.spot.asked, unit)
        self.refresh_state()
        self._offer_reason(before)

    def _refused(self, text: str, message: str, remedy: str) -> None:
        self.faults.refusal = _words_of(message, remedy)
        if text != self._in_doubt:
            self._end_asking()
        if text:
            self.spot.binding.keep_unread(self.spot.document, self.spot.path, text)
        self._show_echo("")
        self.faults.show(self._state)

    def _show_echo(self, words: str) -> None:
        self.provenance.echo = words
        self.provenance.show(self.spot.answer, self._state)

    def _left(self) -> None:
        self.spot.binding.project.settle()

    def _focus_inside(self, path: str) -> None:
        self.focused.emit(self.spot.document, path)

    def _offer_reason(self, before: Answer | None) -> None:
        """A value that replaces a default asks for its reason, once, without stopping anybody."""
        now = self.spot.answer
        if before is None or now is None or before.origin is not Origin.DEFAULT or now.origin is not Origin.TYPED:
            return
        was = fieldtypes.show(before.value, self.spot.asked)
        text = self.tr("Replaces the default {was} ({source}). Why?").format(was=was, source=before.note)
        self.strips.ask_reason(text, self.verbs.override)

    # -- several meanings -----------------------------------------------------------------------------------------

    def _ask_which(self, doubt: InDoubt) -> None:
        """Leaving the line for one of the buttons reads it once more: the button must stay where it is then."""
        text = self.editor.line.text() if isinstance(self.editor, LineEditor) else ""
        if text != self._in_doubt:
            self._in_doubt = text
            self.strips.ask_which(doubt)

    def _choose_meaning(self, meaning: Meaning) -> None:
        if isinstance(self.editor, LineEditor):
            self.editor.choose(meaning)
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_asking(self) -> None:
        self._in_doubt = ""
        self.strips.end_asking()

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

    def make_menu(self) -> QMenu:
        """What can be done here."""
        return self._menu.make(readonly=self._state.readonly)

    def _open_menu(self) -> None:
        menu = self.make_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        corner = self.parts.menu_button.rect().bottomLeft()
        menu.popup(self.parts.menu_button.mapToGlobal(corner))

    def _answer_changed(self) -> None:
        if self.spot.answer is None:
            self.faults.refusal = ""
        self.refresh()

    def _answer_after_all(self) -> None:
        self.verbs.clear()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mend(self, advice: Advice) -> None:
        self.spot.binding.attempt(lambda: advice.mend(self.spot.binding.project))

    def _toggle_fold(self) -> None:
        self._is_unfolded = not self._is_unfolded
        self.refresh_state()

    def _go_home(self) -> None:
        self.home_wanted.emit(*self.spot.binding.read.home_of(self.spot.document, self.spot.path))

    def _list_findings(self) -> None:
        self._want_remark("list")

    def _want_remark(self, what: str) -> None:
        """Fields of records lie inside another field: the outermost is the one that is heard."""
        heard, around = self, self.parentWidget()
        while around is not None:
            heard, around = (around if isinstance(around, FieldView) else heard), around.parentWidget()
        heard.remark_wanted.emit(what, self.spot.document, self.spot.path)

    def _want_help(self) -> None:
        self.help_wanted.emit(self.spot.document, self.spot.path)

    def _tint(self) -> None:
        self.parts.tint()
        self.strips.tint()


def _words_of(message: str, remedy: str) -> str:
    return f"{message} {remedy}".strip() if message else ""
