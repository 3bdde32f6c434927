"""The text of a form by ReportLab alone: same letters, same paragraphs and tables, no structure and no archive.

This is what the dossier is compared with: the least that a PDF of this text costs. Pictures and formulas are left
out; of formulas it prints the words.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, SimpleDocTemplate, Table, TableStyle
from reportlab.platypus import Paragraph as Text

from forms import blocks
from forms.document import Reader
from forms.views.fields import section_parts
from reports.styles import font_chain, page, text_style

PADDING = 12  # of a frame, and of a cell, left and right together
WIDTH = page().measure - PADDING
LINES = TableStyle([("GRID", (0, 0), (-1, -1), 0.25, "grey"), ("VALIGN", (0, 0), (-1, -1), "TOP")])


def build(made: Iterable[Flowable], target: Path) -> int:
    """Write the PDF; returns its number of pages."""
    sheet = page()
    margins = {
        "leftMargin": sheet.left,
        "rightMargin": sheet.right,
        "topMargin": sheet.top,
        "bottomMargin": sheet.bottom,
    }
    template = SimpleDocTemplate(str(target), pagesize=(sheet.width, sheet.height), **margins)
    template.build(list(made))
    return int(template.page)


def story(read: Reader) -> Iterator[Flowable]:
    """Every section of the form: heading, labels, and what is printed below."""
    for section in read.form(read.main).sections:
        yield text(f"{section.id} {section.title}", "heading_1")
        for part in section_parts(read, read.main, section):
            if part.label:
                yield text(part.label, "label")
            yield from flowables(part.blocks, WIDTH)


def flowables(made: Iterable[blocks.Block], width: float) -> list[Flowable]:
    return [flowable for block in made for flowable in MAKERS[type(block)](block, width)]


def text(words: str | blocks.Runs, style: str = "body") -> Text:
    runs = blocks.text_run(words) if isinstance(words, str) else words
    return Text("".join(map(marked, runs)), text_style(style))


def marked(run: blocks.Run) -> str:
    """ReportLab's mark-up of a run."""
    words = escape(run.text).replace("\n", "<br/>")
    for mark, name in (("sub", "sub"), ("sup", "super")):
        if mark in run.marks:
            words = f"<{name}>{words}</{name}>"
    face = {(True, False): "bold", (False, True): "italic", (True, True): "bold_italic"}.get(
        ("bold" in run.marks, "italic" in run.marks)
    )
    return f'<font name="{font_chain(face)[0]}">{words}</font>' if face else words


def listed(block: blocks.ListBlock, _width: float) -> list[Flowable]:
    marks = (f"{number}." if block.ordered else "•" for number in range(1, len(block.items) + 1))
    return [text((blocks.Run(f"{mark} "), *item), "item") for mark, item in zip(marks, block.items, strict=True)]


def table(block: blocks.TableBlock, width: float) -> list[Flowable]:
    """Cells that fit on one line are strings, which is cheaper than a paragraph."""
    share = width / sum(column.width for column in block.columns)
    widths = [share * column.width for column in block.columns]
    head = [text(column.label, "cell_head") for column in block.columns]
    rows = [
        [in_cell(cell.runs, wide) for cell, wide in zip(row, widths, strict=True)] for row in block.rows + block.totals
    ]
    body = Table([head, *rows], colWidths=widths, repeatRows=1, style=LINES, splitInRow=1)
    return [text(block.caption, "caption"), body] if block.caption else [body]


def in_cell(runs: blocks.Runs, width: float) -> Text | str:
    style = text_style("cell")
    words = "".join(run.text for run in runs)
    fits = "\n" not in words and stringWidth(words, style.fontName, style.fontSize) < width - PADDING
    return words if fits and not any(run.marks for run in runs) else text(runs, "cell")


def parameters(block: blocks.ParameterBlock, width: float) -> list[Flowable]:
    """A box for each row; a value that holds a table stands below its label, since a row cannot be parted."""
    return [made for label, value in block.rows for made in parameter(label, value, width)]


def parameter(label: str, value: tuple[blocks.Block, ...], width: float) -> list[Flowable]:
    left, right = width * 0.3, width * 0.7
    if any(isinstance(block, blocks.TableBlock) for block in value):
        return [text(label, "cell_label"), *flowables(value, width)]
    return [
        Table([[text(label, "cell_label"), flowables(value, right - PADDING)]], colWidths=[left, right], style=LINES)
    ]


def equation(block: blocks.EquationBlock, _width: float) -> list[Flowable]:
    return [text(f"{block.spoken} {block.number}"), *(text(words, "symbol") for _, words in block.where)]


def working(block: blocks.WorkingBlock, _width: float) -> list[Flowable]:
    lines = (f"{block.symbol} {block.title} {block.number}", block.formula, block.substituted)
    return [text(line, "step") for line in (*lines, f"{block.result} {block.unit}", block.source) if line.strip()]


def caption(block: Any, _width: float) -> list[Flowable]:
    return [text(block.caption, "figure_note")] if block.caption else []


MAKERS: dict[type, Callable[[Any, float], list[Flowable]]] = {
    blocks.Paragraph: lambda block, _: [text(block.runs)],
    blocks.Heading: lambda block, _: [text(block.runs, "heading_inner")],
    blocks.ListBlock: listed,
    blocks.TableBlock: table,
    blocks.ParameterBlock: parameters,
    blocks.EquationBlock: equation,
    blocks.WorkingBlock: working,
    blocks.Figure: caption,
    blocks.ChartBlock: caption,
    blocks.MapBlock: caption,
    blocks.DiagramBlock: caption,
}
