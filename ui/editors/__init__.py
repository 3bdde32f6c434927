"""Editors, one a kind of answer. The order of imports matters: records are made of fields, fields of editors."""

from __future__ import annotations

from ui.editors.attachment import FileEditor
from ui.editors.base import Editor, Spot, accessible_name
from ui.editors.buttons import ButtonsEditor
from ui.editors.choice import ListEditor, ReferenceEditor
from ui.editors.generated import GeneratedEditor
from ui.editors.line import DateEditor, LineEditor, TextEditor
from ui.editors.matrix import MatrixEditor
from ui.editors.prose import ProseEditor
from ui.editors.registry import EDITORS, editor_for
from ui.editors.table import TableEditor

from ui.calculation.chooser import MethodologiesEditor  # isort: skip
from ui.editors.block import BlockEditor  # isort: skip
from ui.editors.wide_table import WideTableEditor  # isort: skip

EDITORS[:] = [
    BlockEditor,
    ButtonsEditor,
    DateEditor,
    FileEditor,
    GeneratedEditor,
    LineEditor,
    ListEditor,
    MatrixEditor,
    MethodologiesEditor,
    ProseEditor,
    ReferenceEditor,
    TableEditor,
    TextEditor,
    WideTableEditor,
]

__all__ = ["EDITORS", "Editor", "Spot", "accessible_name", "editor_for"]
