"""The words of a form for other engines: the same headings, paragraphs, lists and tables as HTML, Typst and Word.

As in `plain_pdf`, pictures are left out, and of formulas the words are printed.
"""

import html
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from docx import Document as new_document
from docx.shared import Cm

from forms import blocks
from forms.document import Reader
from forms.views.fields import section_parts
from reports.styles import page, text_style

FONTS = Path(__file__).parents[2] / "reports" / "fonts"
_SPECIAL = re.compile(r"([\\#$*_`<>@\[\]=/~\"'+-])")


class Words(NamedTuple):
    """A heading (`level` above 0), or a paragraph."""

    runs: blocks.Runs
    level: int = 0


class Items(NamedTuple):
    """A list."""

    items: tuple[blocks.Runs, ...]
    is_ordered: bool


class Grid(NamedTuple):
    """A table; its first row is the head where it `has_head`."""

    rows: tuple[tuple[blocks.Runs, ...], ...]
    widths: tuple[float, ...]
    has_head: bool


Piece = Words | Items | Grid


def story(read: Reader) -> Iterator[Piece]:
    """Every section of the form: heading, labels, and what is printed below."""
    for section in read.form(read.main).sections:
        yield Words(blocks.text_run(f"{section.id} {section.title}"), 1)
        for part in section_parts(read, read.main, section):
            if part.label:
                yield Words(blocks.text_run(part.label), 3)
            yield from pieces(part.blocks)


def pieces(made: Iterable[blocks.Block]) -> Iterator[Piece]:
    for block in made:
        yield from MAKERS[type(block)](block)


def table(block: blocks.TableBlock) -> Iterator[Piece]:
    yield from said(block.caption)
    head = tuple(blocks.text_run(column.label) for column in block.columns)
    rows = tuple(tuple(cell.runs for cell in row) for row in block.rows + block.totals)
    yield Grid((head, *rows), tuple(column.width for column in block.columns), has_head=True)


def parameters(block: blocks.ParameterBlock) -> Iterator[Piece]:
    """Label and value side by side; a value that holds more than words stands below its label."""
    for label, value in block.rows:
        inner = tuple(pieces(value))
        if all(isinstance(piece, Words) for piece in inner):
            words = tuple(run for piece in inner for run in (*piece.runs, blocks.Run("\n")))[:-1]
            yield Grid(((blocks.text_run(label), words),), (0.3, 0.7), has_head=False)
        else:
            yield from (*said(label), *inner)


def equation(block: blocks.EquationBlock) -> Iterator[Piece]:
    for words in (f"{block.spoken} {block.number}", *(words for _, words in block.where)):
        yield from said(words)


def working(block: blocks.WorkingBlock) -> Iterator[Piece]:
    lines = (f"{block.symbol} {block.title} {block.number}", block.formula, block.substituted)
    for line in (*lines, f"{block.result} {block.unit}", block.source):
        yield from said(line)


def said(words: str) -> Iterator[Piece]:
    if words.strip():
        yield Words(blocks.text_run(words))


MAKERS: dict[type, Callable[[Any], Iterable[Piece]]] = {
    blocks.Paragraph: lambda block: [Words(block.runs)],
    blocks.Heading: lambda block: [Words(block.runs, 3)],
    blocks.ListBlock: lambda block: [Items(block.items, block.ordered)],
    blocks.TableBlock: table,
    blocks.ParameterBlock: parameters,
    blocks.EquationBlock: equation,
    blocks.WorkingBlock: working,
    **dict.fromkeys(
        (blocks.Figure, blocks.ChartBlock, blocks.MapBlock, blocks.DiagramBlock), lambda block: said(block.caption)
    ),
}

# -- HTML ---------------------------------------------------------------------------------------------------


def as_html(made: Iterable[Piece]) -> str:
    sheet, body, cell = page(), text_style("body"), text_style("cell")
    faces = "".join(
        f"@font-face {{ font-family: Body; src: url({(FONTS / file).as_uri()}); {look} }}"
        for file, look in (
            ("NotoSans-Regular.ttf", ""),
            ("NotoSans-Bold.ttf", "font-weight: bold"),
            ("NotoSans-Italic.ttf", "font-style: italic"),
        )
    )
    margins = f"{sheet.top}pt {sheet.right}pt {sheet.bottom}pt {sheet.left}pt"
    look = f"""{faces} @page {{ size: {sheet.width}pt {sheet.height}pt; margin: {margins} }}
    body {{ font: {body.fontSize}pt/{body.leading}pt Body }} p {{ margin: 0 0 {body.spaceAfter}pt }}
    table {{ width: 100%; border-collapse: collapse; table-layout: fixed; font-size: {cell.fontSize}pt;
             line-height: {cell.leading}pt }}
    td, th {{ border: 0.25pt solid grey; text-align: left; vertical-align: top; padding: 3pt 6pt }}"""
    inner = "\n".join(_html_of(piece) for piece in made)
    return f"<html lang=en><head><title>Text</title><style>{look}</style></head><body>{inner}</body></html>"


def _html_of(piece: Piece) -> str:
    if isinstance(piece, Words):
        name = f"h{piece.level}" if piece.level else "p"
        return f"<{name}>{_html(piece.runs)}</{name}>"
    if isinstance(piece, Items):
        inner = "".join(f"<li>{_html(item)}</li>" for item in piece.items)
        return f"<ol>{inner}</ol>" if piece.is_ordered else f"<ul>{inner}</ul>"
    columns = "".join(f"<col style='width: {100 * width / sum(piece.widths):.1f}%'>" for width in piece.widths)
    rows = [f"<tr>{''.join(f'<td>{_html(cell)}</td>' for cell in row)}</tr>" for row in piece.rows]
    head = f"<thead>{rows.pop(0).replace('td>', 'th>')}</thead>" if piece.has_head else ""
    return f"<table><colgroup>{columns}</colgroup>{head}<tbody>{''.join(rows)}</tbody></table>"


def _html(runs: blocks.Runs) -> str:
    return "".join(_marked(html.escape(run.text).replace("\n", "<br>"), run, "<{0}>{1}</{0}>") for run in runs)


def _marked(words: str, run: blocks.Run, form: str) -> str:
    for mark, name in (("sub", "sub"), ("sup", "sup"), ("bold", "b"), ("italic", "i")):
        if mark in run.marks:
            words = form.format(name, words)
    return words


# -- Typst --------------------------------------------------------------------------------------------------


def as_typst(made: Iterable[Piece]) -> str:
    sheet, body, cell = page(), text_style("body"), text_style("cell")
    margins = f"top: {sheet.top}pt, right: {sheet.right}pt, bottom: {sheet.bottom}pt, left: {sheet.left}pt"
    look = f"""#set document(title: "Text")
#set page(width: {sheet.width}pt, height: {sheet.height}pt, margin: ({margins}))
#set text(font: "Noto Sans", size: {body.fontSize}pt, lang: "en")
#set par(leading: {body.leading - body.fontSize}pt, spacing: {body.leading - body.fontSize + body.spaceAfter}pt)
#set table(stroke: 0.25pt + gray, inset: (x: 6pt, y: 3pt))
#show table: set text(size: {cell.fontSize}pt)
#let b(words) = strong(words)
#let i(words) = emph(words)
#let sup(words) = super(words)
"""
    return look + "\n\n".join(_typst_of(piece) for piece in made)


def _typst_of(piece: Piece) -> str:
    if isinstance(piece, Words):
        return f"#heading(level: {piece.level})[{_typst(piece.runs)}]" if piece.level else _typst(piece.runs)
    if isinstance(piece, Items):
        inner = "".join(f"[{_typst(item)}]," for item in piece.items)
        return f"#{'enum' if piece.is_ordered else 'list'}({inner})"
    rows = ["".join(f"[{_typst(cell)}]," for cell in row) for row in piece.rows]
    head = f"table.header({rows.pop(0)})," if piece.has_head else ""
    columns = "".join(f"{width:.2f}fr," for width in piece.widths)
    return f"#table(columns: ({columns}), {head}{''.join(rows)})"


def _typst(runs: blocks.Runs) -> str:
    return "".join(
        _marked(_SPECIAL.sub(r"\\\1", run.text).replace("\n", "#linebreak();"), run, "#{0}[{1}];") for run in runs
    )


# -- Word ---------------------------------------------------------------------------------------------------


def write_word(made: Iterable[Piece], target: Path) -> None:
    document = new_document()
    for section in document.sections:
        section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    for piece in made:
        _add(document, piece)
    document.save(str(target))


def _add(document: Any, piece: Piece) -> None:
    if isinstance(piece, Words):
        _fill(document.add_heading(level=piece.level) if piece.level else document.add_paragraph(), piece.runs)
    elif isinstance(piece, Items):
        for item in piece.items:
            _fill(document.add_paragraph(style="List Number" if piece.is_ordered else "List Bullet"), item)
    else:
        table = document.add_table(rows=0, cols=len(piece.widths), style="Table Grid")
        for row in piece.rows:
            for cell, runs in zip(table.add_row().cells, row, strict=True):
                _fill(cell.paragraphs[0], runs)


def _fill(paragraph: Any, runs: blocks.Runs) -> None:
    for run in runs:
        added = paragraph.add_run(run.text)
        added.bold, added.italic = "bold" in run.marks, "italic" in run.marks
        added.font.subscript, added.font.superscript = "sub" in run.marks, "sup" in run.marks
