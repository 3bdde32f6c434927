"""The parts of a field on screen and where they stand: label, hint, editor, unit, mark, menu, and what was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from forms.definition import Field
from forms.quantities import unit_in_print
from ui.calculation.picker import is_matrix
from ui.editors.base import LARGE_TYPE
from ui.editors.hint import Hint, HintLine
from ui.editors.registry import editor_for
from ui.labels import caption, polish, small_link
from ui.language import tr
from ui.style import current_theme, icon

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

    from forms.document import FieldState, Reader
    from forms.fieldtypes import Asked
    from ui.editors.base import Editor, Spot

LABEL_WIDTH = 200


class FieldParts:
    """Made in `field`, and laid out in it; a `record` has its label left and its editor right.

    `column` is open at its end: what a field has to say or to ask is added there.
    """

    def __init__(self, field: QWidget, spot: Spot, *, record: bool) -> None:
        asked = spot.asked
        self.is_record = record
        self.label = caption(_label(asked), "quiet" if record else "label", field)
        self.required = _one_line(tr("required"), "small", field)
        self.hint = Hint(_first_sentence(asked.help), field)
        self.editor = editor_for(spot, field)
        unit = "" if asked.unit == "1" or asked.type == "table" or is_matrix(asked) else unit_in_print(asked.unit)
        self.unit = _one_line(unit, "unit", field)
        self.mark = _one_line("", "mark", field)
        self.menu_button = _menu_button(spot, field)
        self.status = caption("", "small", field)
        self.fold = small_link(tr("show"), field) if _may_fold(spot) else None
        self.home = small_link(tr("Shown here from Project facts"), field) if is_view(asked) and not record else None
        if self.home is not None:
            self.home.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.column = QVBoxLayout()
        self.column.setSpacing(3)
        self.column.setContentsMargins(0, 0, 0, 0)
        self._lay_out(field)
        self.tint()

    # -- where they stand -----------------------------------------------------------------------------------------

    def _lay_out(self, field: QWidget) -> None:
        head, line = _row(), _row()
        is_wide = _is_wide(self.editor)
        line.addWidget(self.editor, 1 if is_wide else 0)
        line.addWidget(self.unit)
        if not is_wide:
            line.addStretch(1)
        if self._is_beside():
            self._lay_out_beside(field)
        else:
            self._lay_out_below(field, head)
        self._add_aside(line if self._is_beside() else head)
        self.column.addLayout(line)
        tools = self.editor.tools()
        if tools is not None and self.is_record and _is_large():
            self.column.addWidget(tools)
        self.column.addWidget(self.status)
        if self.home is not None:
            self.column.addWidget(self.home, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_aside(self, aside: QHBoxLayout) -> None:
        aside.addWidget(self.required, 0, Qt.AlignmentFlag.AlignVCenter)
        aside.addWidget(self.mark)
        if self.fold is not None:
            aside.addWidget(self.fold)
        aside.addWidget(self.menu_button)

    def _is_beside(self) -> bool:
        """Label left, editor right; but a narrative needs the whole width, and so does everything in large type."""
        return self.is_record and self.editor.tools() is None and not _is_large()

    def _lay_out_beside(self, field: QWidget) -> None:
        outer = QHBoxLayout(field)
        outer.setContentsMargins(0, 2, 0, 2)
        outer.setSpacing(12)
        self.label.setFixedWidth(current_theme().px(LABEL_WIDTH))
        self.label.setContentsMargins(0, 6, 0, 0)
        outer.addWidget(self.label, 0, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(self.column, 1)

    def _lay_out_below(self, field: QWidget, head: QHBoxLayout) -> None:
        """The tools share the line of the hint, so that the label has its own line to itself.

        A record shows no hints: there they stand beside the label, or in large type below the editor.
        """
        whole = QVBoxLayout(field)
        whole.setContentsMargins(0, 2 if self.is_record else 0, 0, 2 if self.is_record else 0)
        whole.addLayout(self.column)
        head.addWidget(self.label, 1)
        self.column.addLayout(head)
        tools = self.editor.tools()
        if not self.is_record:
            self.column.addLayout(HintLine(self.hint, tools))
        elif tools is not None and not _is_large():
            head.addWidget(tools, 0, Qt.AlignmentFlag.AlignTop)

    # -- what is seen of them -------------------------------------------------------------------------------------

    def show_shape(self, state: FieldState, *, folded: bool, blank: bool) -> None:
        """Folded where it does not apply, without its editor where the answer is left blank on purpose."""
        answered = not folded and not blank
        self.editor.setVisible(answered)
        tools = self.editor.tools()
        if tools is not None and self.is_record and not _is_large():
            _keep_room(tools, kept=answered)
        self.unit.setVisible(answered and bool(self.unit.text()))
        self.hint.setVisible(not folded and not self.is_record and bool(self.hint.text()))
        self.menu_button.setVisible(not folded)
        if self.home is not None:
            self.home.setVisible(not folded)
        if self.fold is not None:
            self.fold.setVisible(not state.relevant)
            self.fold.setText(tr("show") if folded else tr("fold"))
        role = "quiet" if folded or self.is_record else "label"
        if self.label.property("role") != role:
            self.label.setProperty("role", role)
            polish(self.label)

    def tint(self) -> None:
        """In the colours of the look in force."""
        self.menu_button.setIcon(icon("ellipsis", current_theme().palette))


def _label(asked: Asked) -> str:
    """The label; a matrix of several sets has no other place for its unit."""
    has_unit = isinstance(asked, Field) and len(asked.indices) > 1 and asked.unit not in {"", "1"}
    return f"{asked.label} ({unit_in_print(asked.unit)})" if has_unit else asked.label


def is_view(asked: Asked) -> bool:
    """True for what shows a fact that is kept elsewhere."""
    return isinstance(asked, Field) and bool(asked.home)


def _may_fold(spot: Spot) -> bool:
    """True where it hangs on other answers whether the field, or a section around it, applies."""
    read: Reader = spot.binding.read
    field = read.field(spot.document, spot.path)
    form = read.form(spot.document)
    section = form.section_of_field.get(field.path) if field else None
    while section is not None:
        if section.relevant or getattr(spot.asked, "relevant", ""):
            return True
        section = form.section(section.id.rpartition(".")[0])
    return False


def _menu_button(spot: Spot, field: QWidget) -> QToolButton:
    button = QToolButton(field)
    button.setAccessibleName(tr("More about {name}").format(name=spot.name))
    button.setToolTip(tr("Leave blank on purpose, origin of the value, help (Menu key)"))
    button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    return button


def _one_line(text: str, role: str, field: QWidget) -> QLabel:
    label = caption(text, role, field)
    label.setWordWrap(False)
    return label


def _row() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.setContentsMargins(0, 0, 0, 0)
    return row


def _keep_room(tools: QWidget, *, kept: bool) -> None:
    """Whether the tools have their room while they are not seen, so that nothing moves when they are."""
    policy = tools.sizePolicy()
    if policy.retainSizeWhenHidden() != kept:
        policy.setRetainSizeWhenHidden(kept)
        tools.setSizePolicy(policy)


def _is_large() -> bool:
    return current_theme().scale > LARGE_TYPE


def _is_wide(editor: Editor) -> bool:
    return editor.COMPOUND or editor.spot.asked.type in {"text", "prose", "file", "choice", "yes_no", "reference"}


def _first_sentence(text: str) -> str:
    line = " ".join(text.split())
    for end in (". ", "? ", "! "):
        if end in line:
            line = line.partition(end)[0] + end.strip()
    return line
