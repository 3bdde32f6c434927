"""The line diagram of the project boundary: flows with the meters on them (B.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from forms.blocks import Block, DiagramBlock, Flow, Paragraph, text_run
from forms.document import inputs_document
from forms.fieldpath import cell_path
from forms.views.methodology import applied
from forms.views.parameters import is_printed
from forms.views.registry import content
from forms.views.symbols import printed_symbol

if TYPE_CHECKING:
    from forms.document import Reader

_FLOWS = "B.3.flows"
_METERS = ("B.7.3.meters", "B.7.2.meters", "PartII.B.7.2.meters", "D.7.2.meters")
_CAPTION = "Flows and metering points"
_MEASURED_AT = "measured at"


@content("boundary_diagram", captioned=True)
def _boundary_diagram(read: Reader) -> Iterator[Block]:
    flows = tuple(_flows(read)) or tuple(_metered(read)) or tuple(_monitored(read))
    if not flows:
        words = "The diagram is drawn once flows, meters or monitored parameters are given."
        yield Paragraph(text_run(words), style="missing")
        return
    yield DiagramBlock(_CAPTION, _in_words(flows), flows)


def _flows(read: Reader) -> Iterator[Flow]:
    """From the table of elements, where the form has one."""
    tags = [tag for tag, _, _ in _meters(read)]
    for key in read.rows(_FLOWS) if read.field(read.main, _FLOWS) else ():
        element, flow, target, monitored = (
            read.text(cell_path(_FLOWS, key, column)) for column in ("element", "flow", "to", "monitored")
        )
        named = tuple(tag for tag in tags if re.search(rf"(?<!\w){re.escape(tag)}(?!\w)", monitored))
        yield Flow(element, target, flow, named, monitored if named else "")


def _metered(read: Reader) -> Iterator[Flow]:
    """From the list of meters: where each is, and what it measures."""
    for tag, measures, place in _meters(read):
        yield Flow(place or "Project activity", measures, _MEASURED_AT, (tag,))


def _meters(read: Reader) -> Iterator[tuple[str, str, str]]:
    """Tag, what is measured, and place of each meter."""
    for path in _METERS:
        for key in read.rows(path) if read.field(read.main, path) else ():
            tag, measures, place = (read.text(cell_path(path, key, column)) for column in ("tag", "measures", "place"))
            if tag:
                yield tag, measures, place


def _monitored(read: Reader) -> Iterator[Flow]:
    """From the monitored parameters, where the form lists no meters: which equipment measures what."""
    for key, methodology in applied(read):
        document = inputs_document(key)
        for parameter in methodology.parameters:
            if parameter.kind == "monitored" and is_printed(read, document, parameter):
                symbol = printed_symbol(parameter.symbol, parameter.indices)
                equipment = read.text(f"I.{parameter.symbol}.equipment", document) or parameter.equipment
                frequency = read.text(f"I.{parameter.symbol}.frequency", document) or parameter.frequency
                yield Flow(equipment or "Project activity", parameter.description, frequency, (symbol,))


def _in_words(flows: Sequence[Flow]) -> str:
    return "Line diagram. " + "; ".join(_one_in_words(flow) for flow in flows) + "."


def _one_in_words(flow: Flow) -> str:
    meters = f", measured by {' and '.join(flow.meters)}" if flow.meters else ""
    return f"{flow.source} to {flow.target}: {flow.label}{meters}"
