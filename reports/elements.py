"""Format-neutral blocks to flowables: one function a kind of block, found in one table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
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
    Run,
    TableBlock,
    WorkingBlock,
    caption_of,
)
from forms.blocks import Picture as PictureBlock
from forms.document import FACTS_DOCUMENT
from forms.fieldpath import cell_path
from forms.methodologies.typesetting import upright
from forms.redline import marked
from reports.captions import caption
from reports.charts import Chart, Series, column_chart
from reports.column_widths import needs_landscape
from reports.diagrams import line_diagram
from reports.equations import Equation, symbol_list, working_step
from reports.figures import image_figure, picture_figure
from reports.flowables import anchored, bullet_list, inner_heading, paragraph
from reports.layout import turn
from reports.maps import Site, location_map
from reports.styles import page
from reports.tables import parameter_table, table, value_width

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from forms.document import Snapshot
    from reports.pictures import Picture


@dataclass(frozen=True)
class Setting:
    """Where blocks are set: `width` in points, inside a table cell or not; pictures come from the snapshot."""

    snapshot: Snapshot | None = None
    width: float = field(default_factory=lambda: page().measure)
    is_in_cell: bool = False


def flowables_of(block: Block, snapshot: Snapshot | None = None, lead: Sequence[Flowable] = ()) -> list[Flowable]:
    """A block, ready for a story, with the headings that lead to it; they turn the page together with a wide table.

    Raises:
        KeyError: a kind of block that has no entry in the table below.
    """
    made = _flowables([block], Setting(snapshot))
    inner = block.block if isinstance(block, Changed) else block
    if isinstance(inner, TableBlock) and needs_landscape(inner):
        turned, *rest = made
        return [turned, *lead, *rest]
    return [*lead, *made]


def _flowables(blocks: Iterable[Block], setting: Setting) -> list[Flowable]:
    return [made for block in blocks for made in _MAKERS[type(block)](block, setting)]


def _paragraph(block: Paragraph, setting: Setting) -> list[Flowable]:
    in_cell = {"body": "cell", "note": "cell_note", "lead": "cell_note", "missing": "cell_missing"}
    return [paragraph(block.runs, in_cell[block.style] if setting.is_in_cell else block.style)]


def _heading(block: Heading, setting: Setting) -> list[Flowable]:
    if setting.is_in_cell:
        bold = [Run(run.text, run.marks | {"bold"}) for run in block.runs]
        return [paragraph(bold, "cell")]
    return [inner_heading(block.runs, block.level)]


def _list(block: ListBlock, setting: Setting) -> list[Flowable]:
    return bullet_list(block.items, is_ordered=block.ordered, style="cell" if setting.is_in_cell else "item")


def _table(block: TableBlock, setting: Setting) -> list[Flowable]:
    if setting.is_in_cell or not needs_landscape(block):
        return table(block, width=setting.width)
    turned = table(block, width=page().turned().measure)
    return [*turn(is_landscape=True), *turned, *turn(is_landscape=False)]


def _parameters(block: ParameterBlock, setting: Setting) -> list[Flowable]:
    inner = replace(setting, is_in_cell=True, width=value_width([label for label, _ in block.rows], setting.width))
    rows = [(label, _flowables(value, inner)) for label, value in block.rows]
    return parameter_table(block.title, rows, width=setting.width)


def _equation(block: EquationBlock, _setting: Setting) -> list[Flowable]:
    equation = Equation(block.latex, number=block.number, spoken=block.spoken)
    meanings = symbol_list(block.where)
    equation.keepWithNext = bool(meanings)
    return [equation, *meanings]


def _working(block: WorkingBlock, _setting: Setting) -> list[Flowable]:
    words = [block.formula, *dict.fromkeys((block.substituted, f"{block.result} {block.unit}".strip()))]
    step = working_step(
        block.lines or (((block.symbol_latex, upright(words[-1])),) if words[-1] else ()),
        title=" · ".join(part for part in (block.title, block.number) if part),
        symbol=block.symbol,
        texts=[part for part in words if part],
        source=block.source,
        depth=block.depth,
    )
    if not block.result:
        step[-1].keepWithNext = True  # the head of a table of values
    return anchored(f"working.{block.trace}", step) if block.trace else step


def _changed(block: Changed, setting: Setting) -> list[Flowable]:
    """What a redline shows as inserted or deleted as a whole; what is no text says so in words above it."""
    made = _flowables([marked(block.block, block.fate)], setting)
    name = _NAMES.get(type(block.block))
    if name is None:
        return made
    label = Run(f"{block.fate.capitalize()} {name}:", frozenset({block.fate}))
    head = paragraph([label], "cell_label" if setting.is_in_cell else "label")
    head.keepWithNext = True
    return [head, *made]


def _image(block: Figure, setting: Setting) -> list[Flowable]:
    content = _evidence(setting.snapshot, block.evidence)
    if content is None:
        words = f"[The picture “{block.caption or block.evidence}” is not among the files of the project.]"
        return _captioned(paragraph(words, "missing"), block)
    return _captioned(image_figure(content, alternative=block.alternative_text, width=setting.width), block)


def _evidence(snapshot: Snapshot | None, key: str) -> bytes | None:
    """Content of the file of a row of the evidence list."""
    if snapshot is None:
        return None
    name = snapshot.of(FACTS_DOCUMENT).value(cell_path("P.evidence", key, "file"))
    attached = snapshot.attachments.get(str(name)) or snapshot.attachments.get(key)
    return attached.content if attached else None


def _drawn(block: ChartBlock | MapBlock | DiagramBlock, setting: Setting) -> list[Flowable]:
    picture = picture_of(block, setting.width)
    return _captioned(picture_figure(picture, alternative=block.alternative_text), block)


def picture_of(block: ChartBlock | MapBlock | DiagramBlock, width: float) -> Picture:
    """A chart, map or diagram as lines and areas, for whatever it is drawn on."""
    match block:
        case ChartBlock():
            series = tuple(Series(name, values) for name, values in block.series)
            return column_chart(Chart(block.labels, series, block.unit), width=width)
        case MapBlock():
            sites = [Site(name, float(latitude), float(longitude)) for name, latitude, longitude in block.sites]
            return location_map(block.country, sites, width=width)
    return line_diagram(block.flows, width=width)


def _captioned(figure: Flowable, block: PictureBlock) -> list[Flowable]:
    words = caption_of(block)
    figure.keepWithNext = bool(words)
    return [figure, caption(words, "figure_note", above=getattr(figure, "height", 0.0))] if words else [figure]


_MAKERS: Mapping[type, Callable[[Any, Setting], list[Flowable]]] = {
    Paragraph: _paragraph,
    Heading: _heading,
    ListBlock: _list,
    TableBlock: _table,
    ParameterBlock: _parameters,
    EquationBlock: _equation,
    WorkingBlock: _working,
    Figure: _image,
    ChartBlock: _drawn,
    MapBlock: _drawn,
    DiagramBlock: _drawn,
    Changed: _changed,
}
# Kinds of blocks that show no change by themselves.
_NAMES = {
    TableBlock: "table",
    ParameterBlock: "box",
    EquationBlock: "equation",
    WorkingBlock: "step of the calculation",
    Figure: "figure",
    ChartBlock: "chart",
    MapBlock: "map",
    DiagramBlock: "diagram",
}
