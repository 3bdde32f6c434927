"""Sheets for monitored values: what is measured, how and how often, with lines to fill in by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from forms.blocks import Block, Cell, Column, Paragraph, ParameterBlock, TableBlock, cell, text_run
from forms.document import inputs_document
from forms.facts import text
from forms.inputs import applied_in, asked_indices, matrix_members
from forms.quantities import gases_in_print
from forms.views.methodology import applied
from forms.views.parameters import is_printed
from forms.views.registry import content
from forms.views.symbols import printed_symbol, printed_unit

if TYPE_CHECKING:
    from forms.document import Reader
    from forms.methodologies.model import Parameter

_LINES = "16"
_TO_FILL_IN = (("Date", 1.2), ("Time", 0.8), ("Reading", 1.5), ("Read by", 1.2), ("Remarks, faults, calibration", 3.0))


@dataclass(frozen=True)
class Sheet:
    """One monitored parameter; `document` holds its inputs."""

    number: int
    document: str
    parameter: Parameter

    @property
    def name(self) -> str:
        """The symbol as printed."""
        return printed_symbol(self.parameter.symbol, self.parameter.indices)

    @property
    def title(self) -> str:
        """Number and symbol, unique in a project."""
        return f"Sheet {self.number}: {self.name}"

    @property
    def unit(self) -> str:
        """The unit of a reading: that of the year is left to the report."""
        return printed_unit(str(self.parameter.unit))

    def words(self, read: Reader, name: str) -> str:
        """What the project says of the parameter, else the methodology; “–” when neither does."""
        own = read.text(f"I.{self.parameter.symbol}.{name}", self.document)
        return own or str(getattr(self.parameter, name, "")) or "–"


def sheets(read: Reader) -> Iterator[Sheet]:
    """A sheet for each monitored parameter that the monitoring plan describes, in its order."""
    monitored = (
        (inputs_document(key), parameter)
        for key, methodology in applied(read)
        for parameter in methodology.parameters
        if parameter.kind == "monitored" and is_printed(read, inputs_document(key), parameter)
    )
    for number, (document, parameter) in enumerate(monitored, start=1):
        yield Sheet(number, document, parameter)


@content("monitoring_register")
def _register(read: Reader) -> Iterator[Block]:
    """One line a sheet."""
    heads = (
        Column("Sheet", width=0.6),
        Column("Parameter", width=1.2),
        Column("Description", width=3),
        Column("Unit"),
        Column("Instrument", width=2.5),
        Column("Frequency", width=1.8),
    )
    rows = tuple(
        (
            cell(str(sheet.number)),
            cell(sheet.name),
            cell(gases_in_print(sheet.parameter.description)),
            cell(sheet.unit),
            cell(sheet.words(read, "equipment")),
            cell(sheet.words(read, "frequency")),
        )
        for sheet in sheets(read)
    )
    yield TableBlock(heads, rows, empty="No parameter is monitored yet: choose a methodology and its options.")


def sheet_blocks(read: Reader, sheet: Sheet) -> Iterator[Block]:
    """What the sheet says, and the lines to fill in; read about the document of the sheets."""
    yield ParameterBlock("", tuple(_head(read, sheet)))
    label, members = _members(read, sheet)
    yield TableBlock(tuple(_columns(sheet, label)), tuple(_lines(read, members)), row_headers=bool(members))
    yield Paragraph(text_run("Checked by (function, date, signature): ______________________________"), style="note")


def _head(read: Reader, sheet: Sheet) -> Iterator[tuple[str, tuple[Block, ...]]]:
    told = (
        ("Data / Parameter", sheet.name),
        ("Description", gases_in_print(sheet.parameter.description)),
        ("Unit", sheet.unit),
        ("Instrument (tag, serial number)", sheet.words(read, "equipment")),
        ("Measurement methods and procedures", sheet.words(read, "method")),
        ("Frequency", sheet.words(read, "frequency")),
        ("QA/QC procedures", sheet.words(read, "qa_qc")),
        ("Place", read.text("A.place", read.main) or "–"),
        ("Period", _period(read)),
        ("Responsible", read.text("A.responsible", read.main) or "–"),
        ("Archive", read.text("A.archive", read.main) or "–"),
    )
    for label, words in told:
        yield label, (Paragraph(text_run(words)),)


def _period(read: Reader) -> str:
    days = [read.text(f"A.{name}_day", read.main) for name in ("first", "last")]
    return " to ".join(day or "–" for day in days)


def _columns(sheet: Sheet, set_label: str) -> Iterator[Column]:
    """Columns to fill in; the first names the member where a value is read for each of several."""
    if set_label:
        yield Column(set_label, width=1.8)
    for label, width in _TO_FILL_IN:
        yield Column(f"{label} ({sheet.unit})" if label == "Reading" and sheet.unit != "–" else label, width=width)


def _lines(read: Reader, members: Sequence[str]) -> Iterator[tuple[Cell, ...]]:
    """As many lines as were asked for; members come round again, so that each has a line at every reading."""
    count = int(text(read, "A.rows") or _LINES)
    blank = tuple(cell("") for _ in _TO_FILL_IN)
    for position in range(max(count, len(members))):
        yield (cell(members[position % len(members)]), *blank) if members else blank


def _members(read: Reader, sheet: Sheet) -> tuple[str, tuple[str, ...]]:
    """Label of the sets that values are read by, and their members; both empty where one value is read."""
    sets = asked_indices(sheet.parameter)
    names = product(*([name for _, name in matrix_members(read, sheet.document, set_id)] for set_id in sets))
    label = ", ".join(applied_in(read, sheet.document).sets_by_id[set_id].label or set_id for set_id in sets)
    return label, tuple(", ".join(parts) for parts in names) if sets else ()
