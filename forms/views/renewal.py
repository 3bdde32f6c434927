"""What a record of the renewed baseline shows from elsewhere: the crediting period, and the values that are fixed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from forms.blocks import Block, Cell, Column, Paragraph, ParameterBlock, TableBlock, cell, text_run
from forms.document import inputs_document
from forms.quantities import gases_in_print
from forms.views.methodology import applied
from forms.views.parameters import is_printed
from forms.views.registry import content
from forms.views.symbols import printed_symbol

if TYPE_CHECKING:
    from forms.document import Reader


@content("renewal_period")
def _period(read: Reader) -> Iterator[Block]:
    """The project and the crediting period that is asked for."""
    rows = (
        ("Title", "P.title"),
        ("Type of crediting period", "P.crediting.type"),
        ("Which crediting period", "P.crediting.number"),
        ("Start", "P.crediting.start"),
        ("Length", "P.crediting.length"),
    )
    yield ParameterBlock("", tuple((label, (Paragraph(text_run(read.text(path) or "–")),)) for label, path in rows))


@content("renewal_fixed", captioned=True)
def _fixed(read: Reader) -> Iterator[Block]:
    """Every value of the calculation that is fixed for a crediting period, with its source."""
    columns = (Column("Symbol"), Column("Data or parameter", width=4), Column("Source", width=3))
    yield TableBlock(columns, tuple(_values(read)), caption="Values fixed for the crediting period", empty="None yet.")


def _values(read: Reader) -> Iterator[tuple[Cell, ...]]:
    for key, methodology in applied(read):
        document = inputs_document(key)
        for parameter in methodology.parameters:
            if parameter.kind == "fixed" and is_printed(read, document, parameter):
                source = read.text(f"I.{parameter.symbol}.source", document) or parameter.source
                yield (
                    cell(printed_symbol(parameter.symbol, parameter.indices)),
                    cell(gases_in_print(parameter.description)),
                    cell(gases_in_print(source)),
                )
