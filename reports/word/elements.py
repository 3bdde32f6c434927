"""Pieces of a manuscript to elements of Word: one function a kind of piece, found in one table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from forms.blocks import (
    Block,
    Changed,
    ChartBlock,
    DiagramBlock,
    EquationBlock,
    Figure,
    Heading,
    ListBlock,
    MapBlock,
    Paragraph,
    ParameterBlock,
    Picture,
    TableBlock,
    WorkingBlock,
    caption_of,
    text_run,
)
from forms.manuscript import Gap, Line, Piece, SectionHead
from forms.methodologies.typesetting import upright
from forms.redline import fate_of
from reports.elements import picture_of
from reports.styles import text_style
from reports.word.figures import drawing, photograph
from reports.word.formulas import equation
from reports.word.markup import m, twips, w
from reports.word.tables import equation_row, parameters, table
from reports.word.text import paragraph, text_runs

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from forms.blocks import Fate
    from reports.word.paper import Setting

_STEP_INDENT = 14.0
_LINES = {"cover_form": "Subtitle", "cover_title": "Title", "label": "Label", "note": "Note", "body": "Body"}


def elements_of(piece: Piece, setting: Setting) -> list[Element]:
    """A piece, ready for the body of the document.

    Raises:
        KeyError: a kind of piece that has no entry in the table below.
    """
    made: list[Element] = _MAKERS[type(piece)](piece, setting)
    return made


def _elements(blocks: Iterable[Block], setting: Setting) -> list[Element]:
    return [made for block in blocks for made in elements_of(block, setting)]


# -- the frame of the document --------------------------------------------------------------------------------------


def _line(piece: Line, setting: Setting) -> list[Element]:
    if piece.style == "margin_note":
        return []
    return [paragraph(piece.runs, _LINES[piece.style], setting, keeps_with_next=piece.keeps_with_next)]


def _head(piece: SectionHead, setting: Setting) -> list[Element]:
    anchor = f"_Toc{setting.paper.next_id():08d}"
    words = "".join(run.text for run in piece.runs if "deleted" not in run.marks)
    if setting.fate != "deleted" and words:
        setting.paper.heads.append((words, min(piece.level, 4), anchor))
    return [paragraph(piece.runs, f"Heading{min(piece.level, 4)}", setting, anchor=anchor)]


def _gap(piece: Gap, setting: Setting) -> list[Element]:
    made = paragraph((), "AfterTable", setting)
    made[0].insert(1, w("spacing", before=0, after=0, line=twips(piece.points), lineRule="exact"))
    return [made]


# -- text -----------------------------------------------------------------------------------------------------------


def _paragraph(block: Paragraph, setting: Setting) -> list[Element]:
    in_cell = {"body": "Cell", "note": "CellNote", "lead": "CellNote", "missing": "CellMissing"}
    style = in_cell[block.style] if setting.is_in_cell else block.style.capitalize()
    return [paragraph(block.runs, style, setting)]


def _heading(block: Heading, setting: Setting) -> list[Element]:
    if setting.is_in_cell:
        bold = [replace(run, marks=run.marks | {"bold"}) for run in block.runs]
        return [paragraph(bold, "Cell", setting, keeps_with_next=True)]
    return [paragraph(block.runs, "InnerHeading", setting)]


def _list(block: ListBlock, setting: Setting) -> list[Element]:
    number = setting.paper.list_number(is_ordered=block.ordered)
    style, air = ("CellItem", 0.0) if setting.is_in_cell else ("Item", text_style("body").spaceAfter)
    last = len(block.items) - 1
    return [
        paragraph(item, style, setting, number=number, after=air if place == last else 0.0)
        for place, item in enumerate(block.items)
    ]


def _parameters(block: ParameterBlock, setting: Setting) -> list[Element]:
    rows = [(label, _fate_of_all(value), partial(_elements, value)) for label, value in block.rows]
    return parameters(block.title, rows, setting)


def _fate_of_all(blocks: Iterable[Block]) -> Fate | None:
    fates = {fate_of(block) for block in blocks}
    return fates.pop() if len(fates) == 1 else None


def _changed(block: Changed, setting: Setting) -> list[Element]:
    return elements_of(block.block, replace(setting, fate=block.fate))


# -- equations ------------------------------------------------------------------------------------------------------


def _equation(block: EquationBlock, setting: Setting) -> list[Element]:
    made = _displayed(block.latex, setting, "Equation")
    shown = [equation_row(made, block.number, setting)] if block.number else [made]
    return [*shown, *(_symbol(latex, meaning, setting) for latex, meaning in block.where)]


def _displayed(latex: str, setting: Setting, style: str, indent: float = 0.0) -> Element:
    """An equation in a paragraph of its own. Word breaks it where it is too wide."""
    formula = m("oMathPara", m("oMathParaPr", m("jc", val="left")), equation(latex))
    made = paragraph((), style, setting, indent=indent)
    # A tracked change may hold a formula, but not a paragraph of formulas.
    made.append(setting.paper.tracked(setting.fate, formula[1]) if setting.fate else formula)
    return made


def _symbol(latex: str, meaning: str, setting: Setting) -> Element:
    made = paragraph((), "Symbol", setting)
    formula, tab = equation(latex), w("r", w("tab"))
    content = [setting.paper.tracked(setting.fate, formula, tab)] if setting.fate else [formula, tab]
    made.extend([*content, *text_runs(text_run(meaning), setting)])
    return made


def _working(block: WorkingBlock, setting: Setting) -> list[Element]:
    title = " · ".join(part for part in (block.title, block.number) if part)
    words = [block.formula, *dict.fromkeys((block.substituted, f"{block.result} {block.unit}".strip()))]
    lines = block.lines or (((block.symbol_latex, upright(words[-1])),) if words[-1] else ())
    indent = _STEP_INDENT * min(block.depth, 5)
    head = paragraph(text_run(title), "StepTitle", setting, indent=indent)
    steps = [_displayed(f"{left} = {right}", setting, "Step", indent + _STEP_INDENT) for left, right in lines]
    source = (
        [paragraph(text_run(block.source), "StepSource", setting, indent=indent + _STEP_INDENT)] if block.source else []
    )
    return [head, *steps, *source]


# -- figures --------------------------------------------------------------------------------------------------------


def _image(block: Figure, setting: Setting) -> list[Element]:
    attached = setting.files.get(block.evidence)
    made = photograph(attached.content, block.alternative_text, setting) if attached else None
    if made is None:
        missing = f"[The picture “{block.caption or block.evidence}” is not among the files of the project.]"
        words = "[This file is not a picture that can be printed.]" if attached else missing
        return [paragraph(text_run(words), "Missing", setting), *_caption(block, setting)]
    return _captioned(made, block, setting)


def _drawn(block: ChartBlock | MapBlock | DiagramBlock, setting: Setting) -> list[Element]:
    return _captioned(drawing(picture_of(block, setting.width), block.alternative_text, setting), block, setting)


def _captioned(run: Element, block: Picture, setting: Setting) -> list[Element]:
    below = _caption(block, setting)
    figure = paragraph((), "Figure", setting, keeps_with_next=bool(below))
    figure.append(setting.paper.tracked(setting.fate, run) if setting.fate else run)
    return [figure, *below]


def _caption(block: Picture, setting: Setting) -> list[Element]:
    words = caption_of(block)
    if setting.fate != "deleted":
        setting.paper.list_caption(words)
    return [paragraph(words, "FigureNote", setting)] if words else []


_MAKERS: Mapping[type, Callable[[Any, Setting], list[Element]]] = {
    Line: _line,
    SectionHead: _head,
    Gap: _gap,
    Paragraph: _paragraph,
    Heading: _heading,
    ListBlock: _list,
    TableBlock: lambda block, setting: table(block, setting),
    ParameterBlock: _parameters,
    EquationBlock: _equation,
    WorkingBlock: _working,
    Figure: _image,
    ChartBlock: _drawn,
    MapBlock: _drawn,
    DiagramBlock: _drawn,
    Changed: _changed,
}
