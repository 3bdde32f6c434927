"""Do the figures hold: complete, added up, alike everywhere, plausible."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from forms.approach import PROJECT_SPECIFIC
from forms.document import APPROACH_DOCUMENT, FACTS_DOCUMENT, Place, Reader, inputs_document
from forms.facts import crediting_period, number, text
from forms.fieldpath import cell_path, matrix_path
from forms.inputs import asked_indices, matrix_members, value_path
from forms.problems import Severity, Step
from forms.quantities import convert, format_number, parse_unit, round_nearest
from forms.results import COLUMNS
from forms.rules import Hit, rule
from forms.views import section_text
from forms.views.symbols import printed_symbol

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from forms.methodologies.calculation import Fault, Missing
    from forms.methodologies.model import Methodology, Parameter
    from forms.results import Results, Tonnes

_ENERGY = parse_unit("MWh")
_HOURS = Decimal(8760)
_LEAST_LOAD, _MOST_LOAD = Decimal("0.02"), Decimal("1")
_TONNES_IN_TEXT = re.compile(
    r"(?<![\d.,])(\d{1,3}(?:,\d{3})+|\d{4,9})(?:\.\d+)?\s*(?:t|tonnes?)\s*(?:of\s+)?CO2", re.IGNORECASE
)
_NEAR = Decimal("0.2")
_MOST_NAMED = 3


@rule("CAL-00", source="CDM-PDD, B.6.3; JI PDD, section E: ex ante estimate of emission reductions")
def every_input_of_the_calculation_is_given(read: Reader) -> Iterator[Hit]:
    """Emission reductions can be calculated for every year."""
    for (key, kind, _), cells in _missing_by_field(read).items():
        missing = next(iter(cells.values()))
        document, path = _missing_place(read, key, missing)
        applied = read.snapshot.methodologies[key]
        message = (
            _missing_message(applied, missing) if len(cells) == 1 else _missing_cells_message(missing, list(cells))
        )
        yield Hit(path, message, _GIVE[kind], document)


def _missing_by_field(read: Reader) -> Mapping[tuple[str, str, str], Mapping[tuple[str, ...], Missing]]:
    """What is missing by row key of its methodology, kind and symbol; there by the index at which it is asked for.

    One value stands for every year of the crediting period, so it is asked for once.
    """
    found: dict[tuple[str, str, str], dict[tuple[str, ...], Missing]] = {}
    for key, missing in read.results.missing:
        cells = found.setdefault((key, missing.kind, missing.symbol), {})
        cells.setdefault(_asked_index(read.snapshot.methodologies[key], missing), missing)
    return found


def _asked_index(applied: Methodology, missing: Missing) -> tuple[str, ...]:
    parameter = applied.parameter(missing.symbol)
    if parameter is None or len(parameter.indices) != len(missing.index):
        return missing.index
    asked = asked_indices(parameter)
    return tuple(name for set_id, name in zip(parameter.indices, missing.index, strict=True) if set_id in asked)


_GIVE = {
    "value": "Give the value with its source. An empty input is never taken as zero.",
    "set": "Add what belongs to it; values are then asked for each.",
    "option": "Choose what the methodology offers.",
}


def _missing_message(applied: Methodology, missing: Missing) -> str:
    name = printed_symbol(missing.symbol, missing.index)
    if missing.kind == "set":
        name = f"“{applied.sets_by_id[missing.symbol].label or missing.symbol}” (set {missing.symbol})"
    if missing.kind == "option":
        name = f"The choice “{applied.options_by_id[missing.symbol].label}”"
    return f"{name} is missing; it is needed for {missing.needed_by or 'the results'}."


def _missing_cells_message(missing: Missing, cells: Sequence[tuple[str, ...]]) -> str:
    """How many values of one table of values lack, and the first of them."""
    named = ", ".join(f"[{', '.join(index)}]" for index in cells[:_MOST_NAMED])
    more = f" and {len(cells) - _MOST_NAMED:,} more" if len(cells) > _MOST_NAMED else ""
    symbol, needed = printed_symbol(missing.symbol, ()), missing.needed_by or "the results"
    return f"{len(cells):,} values of {symbol} are missing: {named}{more}; they are needed for {needed}."


def _missing_place(read: Reader, key: str, missing: Missing) -> Place:
    document = inputs_document(key)
    paths = {"set": f"I.sets.{missing.symbol}", "option": f"I.options.{missing.symbol}"}
    path = paths.get(missing.kind) or _value_place(read, key, missing)
    if read.field(document, path) is not None:
        return document, path
    # The years of the crediting period are no set to be filled in.
    return FACTS_DOCUMENT, "P.crediting.start" if missing.kind == "set" else "P.methodologies"


def _value_place(read: Reader, key: str, missing: Missing) -> str:
    """The field of a value, or the cell of a matrix."""
    parameter = read.snapshot.methodologies[key].parameter(missing.symbol)
    path = value_path(missing.symbol)
    if parameter is None or len(parameter.indices) != len(missing.index):
        return path
    names = dict(zip(parameter.indices, missing.index, strict=True))
    index = tuple(_row_key(read, key, set_id, names[set_id]) for set_id in asked_indices(parameter))
    return matrix_path(path, index)


def _row_key(read: Reader, key: str, set_id: str, name: str) -> str:
    """How paths name a member of a set: by the key of its row, when it has one."""
    members = matrix_members(read, inputs_document(key), set_id)
    return next((member for member, shown in members if shown == name), name)


@rule("CAL-10", source="own consistency: an equation that cannot be evaluated")
def every_equation_can_be_evaluated(read: Reader) -> Iterator[Hit]:
    """No equation divides by zero or leaves the range of its functions."""
    yield from _fault_hits(read, "error")


@rule("CAL-11", source="limits of the methodology for its parameters", severity=Severity.WARNING, step=Step.QUALITY)
def values_lie_within_their_limits(read: Reader) -> Iterator[Hit]:
    """A value lies within the limits that the methodology gives for it."""
    yield from _fault_hits(read, "warning")


def _fault_hits(read: Reader, severity: str) -> Iterator[Hit]:
    """One hit for each thing that is wrong, however many years it is wrong in."""
    alike: dict[tuple[str, str, str], list[Fault]] = {}
    for key, fault in read.results.faults:
        if fault.severity == severity:
            alike.setdefault((key, fault.symbol, fault.message), []).append(fault)
    for (key, _, _), faults in alike.items():
        yield _fault_hit(read, key, faults)


def _fault_hit(read: Reader, key: str, faults: list[Fault]) -> Hit:
    first = faults[0]
    document, place = _fault_place(read, key, first.symbol)
    name = printed_symbol(first.symbol, first.index)
    more = f" and {len(faults) - 1} more" if len(faults) > 1 else ""
    where = f"Equation {first.equation_number} for {name}" if first.equation_number else name
    return Hit(place, f"{where}{more}: {first.message}", first.remedy or "Check the inputs of this equation.", document)


def _fault_place(read: Reader, key: str, symbol: str) -> Place:
    """Where a fault is mended: at the input, at the equation that the project wrote, or where the methodology is."""
    applied = read.snapshot.methodologies.get(key)
    if applied is not None and applied.parameter(symbol) is not None:
        return inputs_document(key), value_path(symbol)
    if applied is not None and applied.kind == PROJECT_SPECIFIC:
        for row in read.rows("X.equations", APPROACH_DOCUMENT):
            if (
                read.text(cell_path("X.equations", row, "symbol"), APPROACH_DOCUMENT).partition("[")[0].strip()
                == symbol
            ):
                return APPROACH_DOCUMENT, cell_path("X.equations", row, "expression")
    return "", "P.methodologies"


@rule("CAL-01", source="CDM-PDD, B.6.4", mechanism="cdm")
def cdm_rows_add_up(read: Reader) -> Iterator[Hit]:
    """Each printed row obeys ER = BE - PE - LE, in whole tonnes."""
    yield from _rows_that_do_not_add_up(read.results, Decimal(0))


@rule("JI-E01", source="JI PDD form, E.6", mechanism="ji")
def ji_rows_add_up(read: Reader) -> Iterator[Hit]:
    """Each printed row obeys ER = BE - (PE + LE), within one tonne of rounding."""
    yield from _rows_that_do_not_add_up(read.results, Decimal(1))


def _rows_that_do_not_add_up(results: Results, tolerance: Decimal) -> Iterator[Hit]:
    for exact, shown in zip(results.rows, results.printed_rows, strict=True):
        off = max(_difference(shown.tonnes), _real_difference(exact.tonnes), key=abs)
        if abs(off) > tolerance:
            yield Hit(
                "P.rounding",
                f"{exact.period.label}: baseline less project emissions and leakage is {format_number(off)} t off.",
                "Check the equation of the emission reductions, and the rounding that was chosen.",
            )


def _difference(made: Tonnes) -> Decimal:
    """What the reductions lack of baseline less project emissions and leakage; 0 where one is missing."""
    if made.baseline is None or made.project is None or made.leakage is None or made.reductions is None:
        return Decimal(0)
    return made.baseline - made.project - made.leakage - made.reductions


def _real_difference(made: Tonnes) -> Decimal:
    """The same before rounding, which may hide it: conservative rows are made to add up."""
    return round_nearest(_difference(made))


@rule("CAL-02", source="CDM-PDD, B.6.4: total row", mechanism="cdm", evidence="partial")
def cdm_totals_are_sums(read: Reader) -> Iterator[Hit]:
    """The printed total is the sum of the printed rows."""
    yield from _totals_apart(read.results, Decimal(0))


@rule("JI-E02", source="JI PDD form, E.6: total row", mechanism="ji")
def ji_totals_are_sums(read: Reader) -> Iterator[Hit]:
    """The printed total is the sum of the printed rows, within a tonne for each row."""
    yield from _totals_apart(read.results, Decimal(len(read.results.rows)))


def _totals_apart(results: Results, tolerance: Decimal) -> Iterator[Hit]:
    for column in COLUMNS:
        total = results.printed_total.get(column)
        rows = [row.tonnes.get(column) for row in results.printed_rows]
        known = [value for value in rows if value is not None]
        if total is not None and len(known) == len(rows) and abs(total - sum(known)) > tolerance:
            added = format_number(sum(known, Decimal(0)))
            yield Hit(
                "P.rounding",
                f"The printed rows of {column} add up to {added}, the total is {format_number(total)}.",
                "Choose conservative rounding, which adds the printed rows up.",
            )


@rule(
    "CAL-07",
    source="CDM-PDD, B.6.4; JI determination and verification manual, paragraph 45",
    evidence="partial",
)
def years_cover_the_crediting_period(read: Reader) -> Iterator[Hit]:
    """The yearly table runs from the first to the last day of the crediting period without gap."""
    period, rows = crediting_period(read), read.results.rows
    if period.start and period.end and period.length and not rows:
        yield Hit(
            "P.crediting.length",
            "The crediting period has no year to calculate.",
            "Check start and length; the length cannot be zero or beyond a century.",
        )


@rule(
    "CAL-09",
    source="ACM0022, paragraph 98; general practice: a deficit is carried forward",
    severity=Severity.WARNING,
)
def negative_reductions_are_explained(read: Reader) -> Iterator[Hit]:
    """A year in which the project emits more than the baseline is explained."""
    for row in read.results.rows:
        if row.tonnes.reductions is not None and row.tonnes.reductions < 0:
            yield Hit(
                "P.crediting.length",
                f"{row.period.label}: the reductions are negative ({format_number(row.tonnes.reductions, 0)} t).",
                "Explain it; the deficit is deducted from the following years.",
            )


@rule("CAL-05", source="Information and reporting check: generation against capacity", mechanism="any",
      severity=Severity.WARNING, step=Step.QUALITY)  # fmt: skip
def generation_fits_the_capacity(read: Reader) -> Iterator[Hit]:
    """Electricity generated in a year fits the installed capacity: no slip of a unit or a factor of ten."""
    capacity = number(read, "P.capacity")
    if not capacity:
        return
    for key, applied in read.snapshot.methodologies.items():
        document = inputs_document(key)
        for parameter in applied.parameters:
            if is_generation(parameter):
                yield from _implausible(read, document, parameter, capacity)


def is_generation(parameter: Parameter) -> bool:
    """Whether a parameter is electricity measured each year, by its symbol and unit."""
    measured = parameter.annual and parameter.kind == "monitored" and parameter.is_number
    return measured and parameter.symbol.startswith("EG") and parameter.unit.compatible(_ENERGY)


def _implausible(read: Reader, document: str, parameter: Parameter, capacity: Decimal) -> Iterator[Hit]:
    value = read.value(value_path(parameter.symbol), document)
    if not isinstance(value, Decimal) or not read.state(document, value_path(parameter.symbol)).relevant:
        return
    generation = convert(value, str(parameter.unit), "MWh")
    load = generation / (capacity * _HOURS)
    if not _LEAST_LOAD <= load <= _MOST_LOAD:
        yield Hit(
            value_path(parameter.symbol),
            f"{format_number(value)} {parameter.input_unit} from {format_number(capacity)} MW: load factor {load:.1%}.",
            "Check the unit (GWh or MWh, kW or MW) and the thousands separator.",
            document,
        )


@rule("CAL-04", source="Completeness checks of the secretariat: one figure everywhere", severity=Severity.WARNING,
      step=Step.QUALITY)  # fmt: skip
def tonnes_in_the_text_are_the_calculated_ones(read: Reader) -> Iterator[Hit]:
    """A figure in tonnes in a narrative is one of the calculated figures, when it is near one of them."""
    known = _printed_figures(read.results)
    for path, words in section_text(read, read.main):
        for found in _TONNES_IN_TEXT.finditer(words):
            figure = Decimal(found[1].replace(",", ""))
            near = [value for value in known if abs(value - figure) <= abs(value) * _NEAR]
            if near and figure not in known:
                yield Hit(
                    path,
                    f"The text says {found[0]}; calculated {', '.join(format_number(value, 0) for value in near[:3])}.",
                    "Use the calculated figure, or say what else the figure is.",
                    read.main,
                )


def _printed_figures(results: Results) -> tuple[Decimal, ...]:
    if not results.is_complete:
        return ()
    rows = [row.tonnes.get(column) for row in results.printed_rows for column in ("baseline", "project", "reductions")]
    totals = [results.printed_total.get(column) for column in ("baseline", "project", "reductions")]
    found = {value for value in (*rows, *totals, results.printed_average) if value}
    return tuple(sorted(found))


@rule("CAL-06", source="Project standard: conservative figures; CDM-PDD, B.6.4: whole tonnes", mechanism="cdm",
      evidence="partial", step=Step.QUALITY)  # fmt: skip
def rounding_is_conservative(read: Reader) -> Iterator[Hit]:
    """Baseline emissions and reductions are rounded down, project emissions and leakage up."""
    if text(read, "P.rounding") == "nearest" and text(read, "P.purpose") != "archive":
        yield Hit(
            "P.rounding",
            "Tonnes are rounded to the nearest, which may claim up to a tonne a year too much.",
            "Choose the conservative rounding; that to the nearest is for restating older documents.",
        )
