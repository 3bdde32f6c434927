"""Every printed figure followed down to the answers it rests on, as plain data: the side file of a package.

A *figure* is a number of the tables of results as printed; a *step* is an equation or an input that it rests on. The
code that a dossier prints in the margin of a table is the id of a figure (`baseline[2013]`) or the name of a step.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from forms.blocks import TableBlock, WorkingBlock
from forms.document import Reader, Snapshot, inputs_document
from forms.facts import day, text
from forms.inputs import value_path
from forms.methodologies.model import Origin, Parameter
from forms.methodologies.working import Step, steps_below
from forms.quantities import decimal_text, round_nearest
from forms.results import COLUMNS
from forms.views import generated_blocks

if TYPE_CHECKING:
    from forms.blocks import Block
    from forms.methodologies.calculation import Calculation
    from forms.results import Results, Row, Tonnes

FORMAT = "cerulean-figures"
FORMAT_VERSION = 1
BOTH = "PE+LE"
Data = dict[str, Any]


def side_file(snapshot: Snapshot) -> bytes:
    """The side file as canonical UTF-8 JSON: the same project always gives the same bytes."""
    return (json.dumps(side_data(snapshot), ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()


def side_data(snapshot: Snapshot) -> Data:
    """Figures, and the steps that they rest on; `complete` is false where inputs are missing."""
    read = Reader(snapshot)
    form, completed = read.form(read.main), day(read, "P.completion_date")
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "title": text(read, "P.title"),
        "document_version": text(read, "P.document_version"),
        "completion_date": completed.isoformat() if completed else None,
        "form": {"id": form.id, "version": form.version},
        "rounding": snapshot.results.rounding,
        "complete": snapshot.results.is_complete,
        "figures": figures(read),
        "steps": steps(read),
    }


# -- figures ------------------------------------------------------------------------------------------------


def figures(read: Reader) -> list[Data]:
    """Printed figures: rows, totals and averages of each column; those that are missing are left out."""
    results, places = read.results, printed_places(read)
    made = [*_row_figures(results), *_total_figures(results), *_average_figures(results)]
    return [{**figure, "printed_at": list(places.get(figure["id"], ()))} for figure in made]


def _row_figures(results: Results) -> Iterator[Data]:
    for raw, printed in zip(results.rows, results.printed_rows, strict=True):
        label = raw.period.label
        for column in COLUMNS:
            figure = _figure(f"{column}[{label}]", printed.tonnes.get(column), raw.tonnes.get(column))
            yield from _with_period(figure, raw, _row_rule(results, column, label), _steps_of(results, column, label))
        both = _figure(f"{BOTH}[{label}]", _both(printed.tonnes), _both(raw.tonnes))
        yield from _with_period(both, raw, _sum_of((f"project[{label}]", f"leakage[{label}]")), [])


def _with_period(figure: Data, row: Row, rule: Data, below: list[str]) -> Iterator[Data]:
    if figure["value"] is not None:
        span = {"from": row.period.start.isoformat(), "to": row.period.end.isoformat(), "label": row.period.label}
        yield {**figure, "period": span, **rule, "steps": below}


def _row_rule(results: Results, column: str, label: str) -> Data:
    """How the printed number follows from the unrounded one."""
    if results.rounding == "nearest":
        return {"rule": "rounded to the nearest tonne", "rests_on": []}
    if column == "reductions":
        names = [f"{name}[{label}]" for name in ("baseline", "project", "leakage")]
        return {"rule": "baseline less project emissions less leakage, as printed", "rests_on": names}
    return {"rule": f"rounded {'down' if column == 'baseline' else 'up'} to whole tonnes", "rests_on": []}


def _total_figures(results: Results) -> Iterator[Data]:
    for column in (*COLUMNS, BOTH):
        printed, raw = _of(results.printed_total, column), _of(results.total, column)
        figure = _figure(f"{column}[total]", printed, raw)
        if printed is not None:
            yield {**figure, "period": None, **_total_rule(results, column), "steps": []}


def _total_rule(results: Results, column: str) -> Data:
    rule = _sum_of(f"{column}[{row.period.label}]" for row in results.rows)
    if results.rounding == "nearest":
        rule["rule"] = "sum of the unrounded values, rounded to the nearest tonne"
    return rule


def _average_figures(results: Results) -> Iterator[Data]:
    """Averages are printed of every column; that of the reductions is the one rounded by the rule of the project."""
    for column in COLUMNS:
        total, raw = results.printed_total.get(column), results.total.get(column)
        if total is None or raw is None or not results.months:
            continue
        printed = results.printed_average if column == "reductions" else round_nearest(total / results.months * 12)
        rule = f"total divided by the {results.months.normalize():f} months of the crediting period, times 12"
        figure = _figure(f"{column}[average]", printed, raw / results.months * 12)
        yield {**figure, "period": None, "rule": rule, "rests_on": [f"{column}[total]"], "steps": []}


def _figure(name: str, printed: Decimal | None, raw: Decimal | None) -> Data:
    return {"id": name, "value": decimal_text(printed), "unrounded": decimal_text(raw), "unit": "tCO2e"}


def _sum_of(names: Iterable[str]) -> Data:
    return {"rule": "sum of the printed values", "rests_on": list(names)}


def _of(tonnes: Tonnes, column: str) -> Decimal | None:
    return _both(tonnes) if column == BOTH else tonnes.get(column)


def _both(tonnes: Tonnes) -> Decimal | None:
    return None if tonnes.project is None or tonnes.leakage is None else tonnes.project + tonnes.leakage


def _steps_of(results: Results, column: str, label: str) -> list[str]:
    """Ids of the steps whose sum a figure is before rounding, one for each methodology that has the column."""
    found = ((key, _result_key(made, column, label)) for key, made in results.calculations.items())
    return [_step_id(key, *place) for key, place in found if place]


def _result_key(made: Calculation, column: str, label: str) -> tuple[str, tuple[str, ...]] | None:
    symbol = getattr(made.methodology.results, column)
    if not symbol or symbol not in made.methodology.definitions:
        return None
    return symbol, ((label,) if made.methodology.indices_of(symbol) else ())


def printed_places(read: Reader) -> Mapping[str, tuple[str, ...]]:
    """Fields of the main form in which each figure or step is printed, by the code of the margin."""
    found: dict[str, dict[str, None]] = {}
    form = read.form(read.main)
    for asked in form.fields.values():
        if asked.type == "generated" and read.state(read.main, asked.path).relevant:
            for trace in _traces(generated_blocks(read, asked)):
                found.setdefault(trace, {})[asked.path] = None
    return {trace: tuple(places) for trace, places in found.items()}


def _traces(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, WorkingBlock):
            yield block.trace
        elif isinstance(block, TableBlock):
            yield from (cell.trace for row in (*block.rows, *block.totals) for cell in row if cell.trace)


# -- steps --------------------------------------------------------------------------------------------------


def steps(read: Reader) -> list[Data]:
    """Every equation and input below the figures, inputs before what rests on them."""
    return [
        _step_data(read, key, made, step)
        for key, made in read.results.calculations.items()
        for step in in_order_of_calculation(result_steps(read.results, made))
    ]


def result_steps(results: Results, made: Calculation) -> list[Step]:
    """The working of every column in every period of one methodology."""
    places = (_result_key(made, column, row.period.label) for row in results.rows for column in COLUMNS)
    return [made.explain(*place) for place in dict.fromkeys(places) if place]


def in_order_of_calculation(results: Iterable[Step]) -> list[Step]:
    """Results and all below them, each once and after everything that it rests on."""
    found: dict[tuple[str, tuple[str, ...]], Step] = {}
    for result in results:
        for step in steps_below(result):
            found.setdefault((step.symbol, step.index), step)
    heights: dict[tuple[str, tuple[str, ...]], int] = {}
    for start in found:
        _measure(start, found, heights)
    return sorted(found.values(), key=lambda step: heights[step.symbol, step.index])


def _measure(
    start: tuple[str, tuple[str, ...]],
    found: Mapping[tuple[str, tuple[str, ...]], Step],
    heights: dict[tuple[str, tuple[str, ...]], int],
) -> None:
    """Steps above the inputs, without recursion, since a chain over many years is deep."""
    waiting = [start]
    while waiting:
        place = waiting[-1]
        below = [(child.symbol, child.index) for child in found[place].children]
        unknown = [child for child in below if child not in heights]
        if place in heights or not unknown:
            heights.setdefault(place, 1 + max((heights[child] for child in below), default=-1))
            waiting.pop()
        waiting.extend(unknown if place not in heights else ())


def _step_data(read: Reader, key: str, made: Calculation, step: Step) -> Data:
    origin = _origin(made, step)
    return {
        "id": _step_id(key, step.symbol, step.index),
        "name": step.name,
        "kind": step.kind,
        "value": decimal_text(step.value) if isinstance(step.value, Decimal) else step.value,
        "unit": step.unit,
        "description": step.description,
        "document": origin.code,
        "version": origin.version,
        **(_input_data(read, key, made, step) if step.kind in {"input", "unknown"} else _equation_data(key, step)),
    }


def _equation_data(key: str, step: Step) -> Data:
    return {
        "equation": step.number,
        # Where the text numbers no equation, or could not be read: the section that it stands in.
        "reference": step.equation.reference if step.equation else "",
        "formula": step.expression_text,
        "numbers_put_in": step.substituted_text,
        "notes": list(step.notes),
        "rests_on": [_step_id(key, child.symbol, child.index) for child in step.children],
    }


def _input_data(read: Reader, key: str, made: Calculation, step: Step) -> Data:
    given = made.given.get((step.symbol, step.index))
    entered = given.entered if given else None
    return {
        "answered_at": {"document": inputs_document(key), "path": value_path(step.symbol)},
        "origin": step.origin_text,
        "source": source_of(read, key, made, step),
        "entered": decimal_text(entered) if isinstance(entered, Decimal) else entered,
    }


def source_of(read: Reader, key: str, made: Calculation, step: Step) -> str:
    """Where an input comes from, as the dossier says it; empty when nobody has said it."""
    definition = made.definition(step.symbol)
    given = made.given.get((step.symbol, step.index))
    if not isinstance(definition, Parameter):
        return step.origin_text
    if given is not None and given.origin == "default":
        return definition.default_source or definition.source
    said = read.text(f"I.{step.symbol}.source", inputs_document(key))
    return said or definition.source


def _origin(made: Calculation, step: Step) -> Origin:
    """The text that defines a symbol: a tool keeps its own name; what names none is of the methodology."""
    definition = step.equation or made.definition(step.symbol)
    methodology = made.methodology
    own = Origin(methodology.code, methodology.version, methodology.title)
    return definition.origin if definition is not None and definition.origin.code else own


def _step_id(key: str, symbol: str, index: tuple[str, ...]) -> str:
    return f"{key}:{symbol}[{','.join(index)}]" if index else f"{key}:{symbol}"
