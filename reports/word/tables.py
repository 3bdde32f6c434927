"""Tables and parameter blocks as real tables of Word, rows that came or went tracked as rows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from forms.blocks import caption_of, text_run
from reports.column_widths import column_widths
from reports.styles import colour, table_look
from reports.word.markup import named, put_all, twips, w
from reports.word.text import common_fate, paragraph

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from xml.etree.ElementTree import Element

    from forms.blocks import Align, Cell, Fate, Run, Runs, TableBlock
    from reports.word.paper import Setting

_LABELS = 0.3  # of the width of a parameter block
_NUMBER_ROOM = 96.0
_MOST_ON_ONE_PAGE = 1800  # letters of a block, about half a page
_SHADED = "shade"


def table(block: TableBlock, setting: Setting) -> list[Element]:
    """A table with its caption above; a sentence in place of rows when there are none."""
    caption = _caption(caption_of(block), setting)
    if not block.rows and not block.totals:
        return [*caption, paragraph(text_run(block.empty or "No entries."), "Note", setting)]
    widths = column_widths(block, setting.width)
    aligns = [column.align for column in block.columns]
    row_fates = [_fate_of_row(row, setting) for row in (*block.rows, *block.totals)]
    # When every row came or went, so did the head.
    whole = row_fates[0] if len(set(row_fates)) == 1 else None
    heads = [text_run(column.label) for column in block.columns]
    rows = [
        _row(heads, "CellHead", aligns, widths, replace(setting, fate=whole), is_head=True),
        *(_body_row(block, row, "Cell", widths, setting) for row in block.rows),
        *(_body_row(block, row, "CellTotal", widths, setting) for row in block.totals),
    ]
    made = put_all(_table(widths, setting, has_head=True, title=block.caption), rows)
    return [*caption, made, _after(replace(setting, fate=whole))]


def parameters(
    title: str, rows: Sequence[tuple[str, Fate | None, Callable[[Setting], list[Element]]]], setting: Setting
) -> list[Element]:
    """A block of label and value; `rows` have the label, what became of it, and what makes the value."""
    widths = [setting.width * _LABELS, setting.width * (1.0 - _LABELS)]
    made = _table(widths, setting, has_head=False, title=title)
    for label, fate, value in rows:
        within = replace(setting, fate=setting.fate or fate)
        cells = [
            [paragraph(text_run(label), "CellLabel", within.in_cell(widths[0]), is_last_in_cell=True)],
            _ended(value(within.in_cell(widths[1] - 2 * table_look().inset)), within),
        ]
        made.append(_made_row(cells, widths, within, shaded=(0,)))
    if len("".join(made.itertext())) <= _MOST_ON_ONE_PAGE:
        _keep_together(made)
    return [*_caption(text_run(title) if title else (), setting), made, _after(setting)]


def _keep_together(table: Element) -> None:
    """Each row stays on the page of the next, so that a box is not torn."""
    *rows, _last = table.findall(named("w:tr"))
    for look in (look for row in rows for look in row.iter(named("w:pPr")) if look.find(named("w:keepNext")) is None):
        look.insert(1, w("keepNext"))


def equation_row(equation: Element, number: str, setting: Setting) -> Element:
    """An equation with its number at the right margin: a row without lines, for Word has no other place for it."""
    widths = [setting.width - _NUMBER_ROOM, _NUMBER_ROOM]
    # The paragraph of the formula is the last of its cell: its mark is not tracked.
    for mark in equation[0].findall(named("w:rPr")):
        equation[0].remove(mark)
    at_the_right = paragraph(text_run(number), "Equation", setting, align="right", is_last_in_cell=True)
    made = w(
        "tbl",
        w(
            "tblPr",
            w("tblW", w=twips(setting.width), type="dxa"),
            w("tblLayout", type="fixed"),
            w("tblLook", val="0000"),
        ),
        _grid(widths),
    )
    made.append(_made_row([[equation], [at_the_right]], widths, setting, shaded=()))
    return made


def _body_row(block: TableBlock, row: Sequence[Cell], style: str, widths: Sequence[float], setting: Setting) -> Element:
    aligns = [column.align for column in block.columns]
    within = replace(setting, fate=_fate_of_row(row, setting))
    return _row([cell.runs for cell in row], style, aligns, widths, within, is_head=False)


def _fate_of_row(row: Sequence[Cell], setting: Setting) -> Fate | None:
    return setting.fate or common_fate([run for cell in row for run in cell.runs])


def _row(
    cells: Sequence[Sequence[Run]],
    style: str,
    aligns: Sequence[Align],
    widths: Sequence[float],
    setting: Setting,
    *,
    is_head: bool,
) -> Element:
    made = [
        [paragraph(runs, style, setting.in_cell(width), align=align, is_last_in_cell=True)]
        for runs, align, width in zip(cells, aligns, widths, strict=True)
    ]
    return _made_row(made, widths, setting, shaded=range(len(cells)) if is_head else (), is_head=is_head)


def _made_row(
    cells: Sequence[Sequence[Element]],
    widths: Sequence[float],
    setting: Setting,
    *,
    shaded: Sequence[int],
    is_head: bool = False,
    keeps: bool = True,
) -> Element:
    look = w(
        "trPr",
        w("cantSplit") if keeps else None,
        w("tblHeader") if is_head else None,
        setting.paper.tracked(setting.fate) if setting.fate else None,
    )
    row = w("tr", look if len(look) else None)
    for number, (content, width) in enumerate(zip(cells, widths, strict=True)):
        shade = w("shd", val="clear", color="auto", fill=colour(_SHADED)[1:]) if number in shaded else None
        row.append(put_all(w("tc", w("tcPr", w("tcW", w=twips(width), type="dxa"), shade)), content))
    return row


def _table(widths: Sequence[float], setting: Setting, *, has_head: bool, title: str) -> Element:
    look = table_look()
    margin: dict[str, str | int] = {"w": twips(look.inset), "type": "dxa"}
    above: dict[str, str | int] = {"w": twips(look.padding), "type": "dxa"}
    edges: dict[str, str | int] = {"val": "single", "sz": 6, "space": 0, "color": colour("ink")[1:]}
    rules: dict[str, str | int] = {"val": "single", "sz": 4, "space": 0, "color": colour("rule")[1:]}
    return w(
        "tbl",
        w(
            "tblPr",
            w("tblW", w=twips(sum(widths)), type="dxa"),
            w("tblBorders", w("top", **edges), w("bottom", **edges), w("insideH", **rules)),
            w("tblLayout", type="fixed"),
            w("tblCellMar", w("top", **above), w("left", **margin), w("bottom", **above), w("right", **margin)),
            w("tblLook", val="04A0", firstRow=int(has_head), firstColumn=1, noVBand=1),
            w("tblCaption", val=title) if title and not setting.is_in_cell else None,
        ),
        _grid(widths),
    )


def _grid(widths: Sequence[float]) -> Element:
    return w("tblGrid", *(w("gridCol", w=twips(width)) for width in widths))


def _caption(words: Runs, setting: Setting) -> list[Element]:
    if not words:
        return []
    if setting.fate != "deleted":
        setting.paper.list_caption(words)
    return [paragraph(words, "CellLabel" if setting.is_in_cell else "Caption", setting, keeps_with_next=True)]


def _after(setting: Setting) -> Element:
    """A thin paragraph: without one between them Word would join two tables."""
    return paragraph((), "AfterTable", setting)


def _ended(content: list[Element], setting: Setting) -> list[Element]:
    """What stands in a cell; it must end in a paragraph."""
    return content or [paragraph((), "Cell", setting, is_last_in_cell=True)]
