"""Tables of a document as flowables: numbers on the right, hairlines between rows, a light shade behind the head.

A cell of one short line is drawn as a string, which is several times faster than a paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from reportlab.platypus import Flowable
from reportlab.platypus.tables import CellStyle

from forms.blocks import caption_of, text_run
from forms.glyphs import printable
from reports.captions import caption
from reports.column_widths import ROOM_FOR_MARK, column_widths
from reports.flowables import paragraph
from reports.styles import ink, page, style_face, table_look, text_style
from reports.table_notes import codes_of_columns, notes_of
from reports.tagged_tables import TableTags, TaggedTable
from reports.text import is_plain, text_width

if TYPE_CHECKING:
    from forms.blocks import Align, Cell, Runs, TableBlock

Content = str | list[Flowable]

_ROOM_FOR_CODE = 4.5  # below the head of a column
_LABELS, _WIDE_LABELS, _LONG_LABEL = 0.27, 0.36, 60  # share of a block for its labels; letters of a long one


def table(block: TableBlock, *, width: float | None = None) -> list[Flowable]:
    """A table with caption, head, rows and totals; a sentence in place of rows when there are none."""
    if not block.rows and not block.totals:
        return _empty(block)
    width = width or page().measure
    widths = column_widths(block, width)
    rows = [*block.rows, *block.totals]
    content = [
        [
            _content(column.label, "cell_head", column.align, room)
            for column, room in zip(block.columns, widths, strict=True)
        ],
        *(_row_content(block, row, widths, "cell") for row in block.rows),
        *(_row_content(block, row, widths, "cell_total") for row in block.totals),
    ]
    made = _made(content, widths, _cell_styles(block, rows), _lines(1, len(block.totals)), heads=1)
    made.describe(heads=1, has_row_heads=block.row_headers, notes=notes_of(block))
    made.totals = len(block.totals)
    return _captioned(caption_of(block), made)


def parameter_table(
    title: str, rows: Sequence[tuple[str, Sequence[Flowable]]], *, width: float | None = None
) -> list[Flowable]:
    """A two-column block, label left and value right, on one page if it takes no more than half of one."""
    width = width or page().measure
    label_width = _label_width([label for label, _ in rows], width)
    content: list[list[Content]] = [
        [_content(label, "cell_label", "left", label_width), list(value)] for label, value in rows
    ]
    styles = [[_cell_style("cell_label", "left"), _cell_style("cell", "left")]] * len(rows)
    made = _made(content, [label_width, width - label_width], styles, _block_lines(), heads=0)
    made.describe(heads=0, has_row_heads=True, notes={})
    made.stays_whole = True
    return _captioned(text_run(title) if title else (), made)


def value_width(labels: Sequence[str], width: float) -> float:
    """Room for what stands in the value column of a block, in points."""
    return width - _label_width(labels, width) - 3 * table_look().inset


def _label_width(labels: Sequence[str], width: float) -> float:
    is_wordy = max(map(len, labels), default=0) > _LONG_LABEL
    return width * (_WIDE_LABELS if is_wordy else _LABELS)


def _made(
    content: list[list[Content]],
    widths: list[float],
    styles: list[list[CellStyle]],
    lines: list[tuple[Any, ...]],
    *,
    heads: int,
) -> TaggedTable:
    look = table_look()
    made = TaggedTable(
        content,
        colWidths=widths,
        cellStyles=styles,
        normalizedData=1,
        repeatRows=heads,
        spaceBefore=look.before,
        spaceAfter=look.after,
        hAlign="LEFT",
        renderCB=TableTags(),
    )
    made.setStyle(lines)
    return made


def _captioned(words: Runs, made: TaggedTable) -> list[Flowable]:
    return [caption(words, "caption", parent=made.element), made] if words else [made]


def _empty(block: TableBlock) -> list[Flowable]:
    above = [paragraph(block.caption, "caption")] if block.caption else []
    return [*above, paragraph(block.empty or "No entries.", "note")]


def _row_content(block: TableBlock, row: Sequence[Cell], widths: Sequence[float], style: str) -> list[Content]:
    made: list[Content] = []
    for cell, column, width in zip(row, block.columns, widths, strict=True):
        room = width - (ROOM_FOR_MARK if column.align == "right" else 0.0)
        is_simple = len(cell.runs) == 1 and not (cell.runs[0].marks or cell.runs[0].link)
        made.append(_content(cell.text if is_simple else cell.runs, style, column.align, room))
    return made


def _content(text: Any, style: str, align: Align, width: float) -> Content:  # noqa: ANN401  # str or runs
    """The string if it fits on a line in one font, else a paragraph."""
    if isinstance(text, str):
        clean = printable(text).strip()
        fits = is_plain(clean, style_face(style)) and text_width(clean, style) <= width - 2 * table_look().inset
        if fits:
            return clean
    return [paragraph(text, style, align=align)]


def _cell_styles(block: TableBlock, rows: Sequence[object]) -> list[list[CellStyle]]:
    """One list of styles for all rows of a kind: ReportLab compares them by identity, so this is fast."""
    below = _ROOM_FOR_CODE if codes_of_columns(block) else 0.0
    head, body, total = (
        [_cell_style(style, column.align, room) for column in block.columns]
        for style, room in (("cell_head", below), ("cell", 0.0), ("cell_total", 0.0))
    )
    return [head] + [body] * (len(rows) - len(block.totals)) + [total] * len(block.totals)


@cache
def _cell_style(name: str, align: Align, below: float = 0.0) -> CellStyle:
    look, text = table_look(), text_style(name)
    made = CellStyle(f"{name} {align}")
    made.fontname, made.fontsize, made.leading, made.color = text.fontName, text.fontSize, text.leading, text.textColor
    made.topPadding, made.bottomPadding = look.padding, look.padding + below
    made.leftPadding = made.rightPadding = look.inset
    if align == "right":
        made.rightPadding += ROOM_FOR_MARK
    made.alignment, made.valign = align.upper(), "TOP"
    return made


def _lines(heads: int, totals: int) -> list[tuple[Any, ...]]:
    """Hairlines between rows, edges round the head and above the totals, a light shade behind the head."""
    look = table_look()
    rule, edge = ink("rule"), ink("ink")
    lines: list[tuple[Any, ...]] = [
        ("BACKGROUND", (0, 0), (-1, heads - 1), ink("shade")),
        ("LINEABOVE", (0, 0), (-1, 0), look.edge, edge),
        ("LINEBELOW", (0, heads - 1), (-1, heads - 1), look.edge / 2, edge),
        ("LINEBELOW", (0, heads), (-1, -1), look.hairline, rule),
        ("LINEBELOW", (0, -1), (-1, -1), look.edge / 2, edge),
    ]
    if totals:
        lines.append(("LINEABOVE", (0, -totals), (-1, -totals), look.edge / 2, edge))
    return lines


def _block_lines() -> list[tuple[Any, ...]]:
    look = table_look()
    return [
        ("BACKGROUND", (0, 0), (0, -1), ink("shade")),
        ("LINEABOVE", (0, 0), (-1, 0), look.edge, ink("ink")),
        ("LINEBELOW", (0, 0), (-1, -1), look.hairline, ink("rule")),
        ("LINEBELOW", (0, -1), (-1, -1), look.edge / 2, ink("ink")),
    ]
