"""The made-up dossier of these tests. As a script it writes the PDF, so that two processes can be compared."""

import datetime as dt
import sys
from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image
from reportlab.platypus import Flowable

from forms.blocks import (
    Block,
    ChartBlock,
    Column,
    EquationBlock,
    Heading,
    ListBlock,
    MapBlock,
    Paragraph,
    ParameterBlock,
    Run,
    TableBlock,
    WorkingBlock,
    cell,
    text_run,
)
from reports.build import BuiltPdf, build_pdf
from reports.elements import flowables_of
from reports.figures import image_figure
from reports.finish import Attachment
from reports.flowables import heading, paragraph
from reports.layout import Furniture, contents_here

WORDS = "The plant feeds the grid with electricity that thermal plants would otherwise have generated. "
HOSTILE = "<b>bold</b> &amp; <para> <font color='red'>x</font> %deferred 0% (Tj) \\ ]]> <onDraw name='x'/>"
FURNITURE = Furniture(
    header_left="TEST-FORM, version 1.0",
    header_right="A made-up project",
    footer_left="Version 2 of 3 May 2024, revision 1",
    footer_note="The headings of this form must not be altered.",
)
ATTACHMENT = Attachment("project.json", b'{"answers": []}', "application/json", "The project")
TREND = tuple(str(2008 + number) for number in range(5))
LATEX = r"EF_{grid,y} = \frac{\sum_{i} FC_{i,y} \times NCV_{i}}{EG_{y}}"
LONG_ROWS = 90


def build_example(target: Path, story: Sequence[Flowable] | None = None, **options: Any) -> BuiltPdf:
    """The example or another story, with the same identity and furniture."""
    given: dict[str, Any] = {
        "title": "Test & <dossier>",
        "author": "A. Tester",
        "date": dt.datetime(2024, 5, 3, 10, 30, tzinfo=dt.UTC),
        "furniture": FURNITURE,
        "attachment": ATTACHMENT if options.get("container", "a3") == "a3" else None,
    }
    return build_pdf(example_story if story is None else story, target, **(given | options))


def example_story() -> list[Flowable]:
    """One of everything: narrative, tables short and long, parameter block, equation, chart, map, picture."""
    story: list[Flowable] = [paragraph("A made-up project", "cover_title"), *contents_here()]
    story += [heading("SECTION A. General description", 1, anchor="A"), heading("A.1. Title", 2, anchor="A.1")]
    story += [paragraph(HOSTILE, anchor="A.1.title"), paragraph(WORDS * 12)]
    story += [made for block in narrative() for made in flowables_of(block)]
    story += [heading("SECTION B. Baseline", 1), heading("B.6.3. Working", 3)]
    story += [made for block in calculation() for made in flowables_of(block)]
    story += [image_figure(picture(), alternative="A blue rectangle")]
    return story


def narrative() -> list[Block]:
    """What a person writes."""
    return [
        Paragraph(
            (Run("CO"), Run("2", frozenset({"sub"})), Run(" of "), Run("all", frozenset({"bold"})), Run(" plants"))
        ),
        Heading(1, text_run("Inside the narrative")),
        ListBlock(ordered=False, items=(text_run("first"), text_run("second"))),
        ListBlock(ordered=True, items=(text_run("one"), text_run("two"))),
        Paragraph(text_run("(not answered yet)"), style="missing"),
        MapBlock(
            "Figure 1. Sites", "Map with one site in Lithuania", "LT", (("Site", Decimal("55.9"), Decimal("21.6")),)
        ),
    ]


def calculation() -> list[Block]:
    """What the program makes."""
    years = tuple((cell(str(2000 + row)), cell(f"{row * 1000:,}", origin="calculated")) for row in range(LONG_ROWS))
    columns = (Column("Year"), Column("Reductions", "right"))
    total = ((cell("Total"), cell("4,005,000")),)
    series = (("Baseline", tuple(Decimal(9) for _ in TREND)), ("Reductions", tuple(Decimal(7) for _ in TREND)))
    value: tuple[Block, ...] = (Paragraph(text_run("0.633")), ListBlock(False, (text_run("item"),)))
    return [
        EquationBlock(LATEX, "(7)", "emission factor of the grid", (("EG_{y}", "Net electricity"),)),
        WorkingBlock("ER_{2008}", "ER", "Reductions", "BE − PE", "9 − 2", "7", "tCO2e", "(1)", "calculated", 0, "ER"),
        ParameterBlock("Data / Parameter: EF", (("Unit", (Paragraph(text_run("t/MWh")),)), ("Value", value))),
        TableBlock(columns, years, total, "Table 1. Reductions", row_headers=True),
        ChartBlock("Figure 2. Reductions", "Columns by year", TREND, series, "tCO2e"),
    ]


def picture() -> bytes:
    """A picture with a transparent part, as pasted pictures have."""
    stream = BytesIO()
    Image.new("RGBA", (60, 30), (30, 120, 160, 128)).save(stream, "PNG")
    return stream.getvalue()


if __name__ == "__main__":
    sys.stdout.write(build_example(Path(sys.argv[1])).sha256)
