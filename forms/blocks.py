"""The format-neutral content that screen, PDF, Word and workbook all render: paragraphs, tables, equations, working.

Narratives are stored as a list of such blocks; what the program generates (B.6.2, B.6.3, E.6 ...) is made of
the same ones, so there is one place that draws a table and one that draws an equation.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from decimal import Decimal

Mark = Literal["bold", "italic", "sub", "sup", "inserted", "deleted"]
Fate = Literal["inserted", "deleted"]
Align = Literal["left", "right", "center"]


@dataclass(frozen=True)
class Run:
    """A stretch of text with the same marks. With a `link` it shows something live: see `forms.insertions`.

    Only redlines mark runs as inserted or deleted: see `forms.redline`.
    """

    text: str
    marks: frozenset[Mark] = frozenset()
    link: str = ""


Runs = tuple[Run, ...]


def runs_of(block: Block) -> Iterator[Run]:
    """Every run of a block that a narrative can hold, in order."""
    match block:
        case Paragraph(runs=runs) | Heading(runs=runs):
            yield from runs
        case ListBlock(items=items):
            yield from (run for item in items for run in item)
        case TableBlock(rows=rows):
            yield from (run for row in rows for cell in row for run in cell.runs)
        case _:
            return


def text_run(text: str) -> Runs:
    """Plain text as runs."""
    return (Run(text),)


@dataclass(frozen=True)
class Paragraph:
    """`style`: body, note (small, quiet), lead (a note that belongs to what follows), missing (not answered yet)."""

    runs: Runs
    style: Literal["body", "note", "lead", "missing"] = "body"


@dataclass(frozen=True)
class Heading:
    """A heading inside a narrative; `level` 1 to 3 below the section's own heading."""

    level: int
    runs: Runs


@dataclass(frozen=True)
class ListBlock:
    """Items are runs; nesting is not offered by the official forms and not by us."""

    ordered: bool
    items: tuple[Runs, ...]


@dataclass(frozen=True)
class Column:
    """`width` is relative to the other columns of the table."""

    label: str
    align: Align = "left"
    width: float = 1.0


@dataclass(frozen=True)
class Cell:
    """One table cell. `origin` is the provenance of a value (`answers.Origin`), `trace` the working it came from."""

    runs: Runs
    origin: str = ""
    trace: str = ""

    @property
    def text(self) -> str:
        """Plain text."""
        return "".join(run.text for run in self.runs)


def cell(text: str, *, origin: str = "", trace: str = "") -> Cell:
    """A cell of plain text."""
    return Cell(text_run(text), origin, trace)


@dataclass(frozen=True, kw_only=True)
class Captioned:
    """What may have a caption. References lead to its `name`; `numbered` is the caption as printed, with its number.

    `forms.captions` gives both: the name where the block is made, the number where it is printed.
    """

    name: str = ""
    numbered: Runs = ()


@dataclass(frozen=True)
class TableBlock(Captioned):
    """A table with a head; `totals` are rows set apart at the foot; `row_headers` marks the first column as heads.

    `empty` is what is printed instead of rows when there are none.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    totals: tuple[tuple[Cell, ...], ...] = ()
    caption: str = ""
    row_headers: bool = False
    empty: str = ""


@dataclass(frozen=True)
class ParameterBlock:
    """One data/parameter box of the form: label left, value right. A value may be several blocks."""

    title: str
    rows: tuple[tuple[str, tuple[Block, ...]], ...]


@dataclass(frozen=True)
class EquationBlock:
    """A displayed equation. `spoken` is its alternative text, `where` explains symbols as (LaTeX, text)."""

    latex: str
    number: str
    spoken: str
    where: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class WorkingBlock:
    """One step of a calculation: symbol = formula = numbers put in = result unit, with its source.

    `lines` are the same in LaTeX, as (left, right) of each equals sign: the equation, the numbers put in, the
    result; the left is empty where it is that of the line above. A step of many values has its equation only: the
    values follow as a table.
    """

    symbol_latex: str
    symbol: str
    title: str
    formula: str
    substituted: str
    result: str
    unit: str
    number: str
    source: str
    depth: int = 0
    trace: str = ""
    lines: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Figure(Captioned):
    """A picture; `evidence` is its row key in the evidence list, or the SHA-256 of the attachment."""

    evidence: str
    caption: str
    alternative_text: str


@dataclass(frozen=True)
class ChartBlock(Captioned):
    """Columns by year. `series` is (name, values), each as long as `labels`; values in `unit`."""

    caption: str
    alternative_text: str
    labels: tuple[str, ...]
    series: tuple[tuple[str, tuple[Decimal, ...]], ...]
    unit: str


@dataclass(frozen=True)
class MapBlock(Captioned):
    """Sites on a map: (name, latitude, longitude) in decimal degrees WGS84; `country` is ISO alpha-2."""

    caption: str
    alternative_text: str
    country: str
    sites: tuple[tuple[str, Decimal, Decimal], ...]


@dataclass(frozen=True)
class Flow:
    """A line of a diagram: from where to where, what flows, and the meters on the way with what they measure."""

    source: str
    target: str
    label: str
    meters: tuple[str, ...] = ()
    measured: str = ""


@dataclass(frozen=True)
class DiagramBlock(Captioned):
    """Flows below each other, each with its meters."""

    caption: str
    alternative_text: str
    flows: tuple[Flow, ...]


Picture = Figure | ChartBlock | MapBlock | DiagramBlock
"""What is counted as a figure."""


def caption_of(block: Picture | TableBlock) -> Runs:
    """The caption as printed: with its number where it was given one; nothing without a caption."""
    return block.numbered or (text_run(block.caption) if block.caption else ())


@dataclass(frozen=True)
class Changed:
    """A block that only one side of a comparison has."""

    block: Block
    fate: Fate


Block = (
    Paragraph
    | Heading
    | ListBlock
    | TableBlock
    | ParameterBlock
    | EquationBlock
    | WorkingBlock
    | Figure
    | ChartBlock
    | MapBlock
    | DiagramBlock
    | Changed
)


def with_runs(block: Block, change: Callable[[Runs], Runs]) -> Block:
    """A block with its runs changed, line by line and cell by cell; one without runs as it is."""
    match block:
        case Paragraph(runs=runs) | Heading(runs=runs):
            return replace(block, runs=change(runs))
        case ListBlock(items=items):
            return replace(block, items=tuple(map(change, items)))
        case TableBlock():
            rows, totals = (
                tuple(tuple(replace(cell, runs=change(cell.runs)) for cell in row) for row in part)
                for part in (block.rows, block.totals)
            )
            return replace(block, rows=rows, totals=totals, numbered=change(block.numbered))
        case ParameterBlock():
            boxes = ((label, tuple(with_runs(item, change) for item in value)) for label, value in block.rows)
            return replace(block, rows=tuple(boxes))
        case Figure() | ChartBlock() | MapBlock() | DiagramBlock():
            return replace(block, numbered=change(block.numbered))
        case _:
            return block
