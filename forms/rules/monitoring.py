"""The monitoring plan: meters, archiving, IDs and their quality rows."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING

from forms.document import Reader, inputs_document
from forms.fieldpath import cell_path
from forms.inputs import matrix_paths, value_path
from forms.periods import Duration
from forms.problems import Severity, Step
from forms.rules import Hit, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

_TWO_YEARS = Duration(2)
_METER = re.compile(r"\bmeter", re.IGNORECASE)
_ACCURACY = re.compile(r"\bclass\b|accura|±|\d\s?%|\b0\.[25]\s?s?\b", re.IGNORECASE)
_CALIBRATION = re.compile(r"calibrat|verif|inspect|test", re.IGNORECASE)


@rule("MON-01", source="TOOL07 version 7, paragraph 102; TOOL05: archiving of monitored data", mechanism="cdm")
def data_are_kept_two_years(read: Reader) -> Iterator[Hit]:
    """Monitored data are kept at least two years after the end of the crediting period or the last issuance."""
    for path in ("B.7.3.archiving", "B.7.2.archiving"):
        kept = read.value(path) if read.field(read.main, path) else None
        if isinstance(kept, Duration) and kept < _TWO_YEARS:
            yield Hit(path, f"Data are kept for {kept}.", "Keep them for at least two years.")


@rule("MON-02", source="Information and reporting checks: class and calibration of meters", severity=Severity.WARNING,
      step=Step.QUALITY)  # fmt: skip
def meters_have_class_and_calibration(read: Reader) -> Iterator[Hit]:
    """A parameter measured with a meter states the accuracy class and the calibration."""
    for key, applied in read.snapshot.methodologies.items():
        document = inputs_document(key)
        for parameter in applied.parameters:
            if parameter.kind == "monitored" and read.state(document, value_path(parameter.symbol)).relevant:
                yield from _meter_gaps(read, document, parameter.symbol)


def _meter_gaps(read: Reader, document: str, symbol: str) -> Iterator[Hit]:
    method, equipment, quality = (
        read.text(f"I.{symbol}.{name}", document) for name in ("method", "equipment", "qa_qc")
    )
    words = f"{method} {equipment} {quality}"
    if not _METER.search(f"{method} {equipment}"):
        return
    if not _ACCURACY.search(words):
        yield Hit(
            f"I.{symbol}.equipment",
            f"{symbol}: the accuracy class of the meter is not stated.",
            "State it, for example 0.2S.",
            document,
        )
    if not _CALIBRATION.search(words):
        yield Hit(
            f"I.{symbol}.qa_qc",
            f"{symbol}: the calibration of the meter is not stated.",
            "State how often and by whom.",
            document,
        )


@rule("LSC-01", source="3/CMP.1, annex, paragraph 37(b)", mechanism="cdm")
def every_comment_is_answered(read: Reader) -> Iterator[Hit]:
    """Each comment of a local stakeholder has a response."""
    if "E.2.comments" not in read.form(read.main).fields:
        return
    answered = {read.cell("E.3.responses", key, "comment") for key in read.rows("E.3.responses")}
    for key in read.rows("E.2.comments"):
        if key not in answered:
            yield Hit(
                cell_path("E.2.comments", key, "comment"),
                "No response in E.3 refers to this comment.",
                "Add a row in E.3 that names the comment and says how it was taken into account.",
            )


def _monitoring_tables(read: Reader) -> tuple[str, ...]:
    """Tables of monitored data: D.2 of the small-scale form, D.1.1.1 to D.1.3.1 of the large one."""
    fields = read.form(read.main).fields.values()
    wanted = {"id_number", "variable", "proportion"}
    tables = [asked.path for asked in fields if wanted <= {column.key for column in asked.columns}]
    return tuple(table for table in tables if read.state(read.main, table).relevant)


def _assured(read: Reader, table: str) -> set[str]:
    """Row keys of a table of monitored data that have a row of quality control."""
    if read.field(read.main, "D.3.quality"):
        return {str(read.cell("D.3.quality", key, "data")) for key in read.rows("D.3.quality")}
    section = table.removesuffix(".data")
    named = {
        read.text(cell_path("D.2.quality", key, "id_number"))
        for key in read.rows("D.2.quality")
        if read.cell("D.2.quality", key, "table") == section
    }
    return {key for key in read.rows(table) if read.text(cell_path(table, key, "id_number")) in named}


@rule("JI-M02", source="JI PDD form, D.1 and D.2; JI SSC PDD form, D.2 and D.3", mechanism="ji")
def monitoring_ids_are_unique_and_assured(read: Reader) -> Iterator[Hit]:
    """ID numbers of monitored data are unique, and each has its row of quality control."""
    for table in _monitoring_tables(read):
        numbers = {key: read.text(cell_path(table, key, "id_number")) for key in read.rows(table)}
        twice = {number for number, count in Counter(numbers.values()).items() if number and count > 1}
        assured = _assured(read, table)
        for key, number in numbers.items():
            path = cell_path(table, key, "id_number")
            if number in twice:
                yield Hit(path, f"The ID number {number} stands twice.", "Give each row its own number.")
            if key not in assured:
                message = f"ID {number or '(none)'} has no row of quality control."
                yield Hit(path, message, "Add a row of quality control for it.")


@rule("JI-M03", source="JI PDD form, D.1; JI SSC PDD form, D.2", mechanism="ji")
def proportion_is_a_percentage(read: Reader) -> Iterator[Hit]:
    """The proportion of data to be monitored lies between 0 and 100 %."""
    for table in _monitoring_tables(read):
        for key in read.rows(table):
            share = read.cell(table, key, "proportion")
            if isinstance(share, Decimal) and not 0 <= share <= 100:
                place = cell_path(table, key, "proportion")
                yield Hit(place, f"{share} % is not a proportion.", "Give 0 to 100 %.")


@rule(
    "INV-07",
    source="TOOL27 version 6, paragraph 29",
    mechanism="cdm",
    severity=Severity.WARNING,
    step=Step.QUALITY,
)
def sensitivity_spans_ten_percent(read: Reader) -> Iterator[Hit]:
    """The sensitivity analysis spans at least plus and minus ten percent."""
    if "B.5.sensitivity" not in read.form(read.main).fields:
        return
    for key in read.rows("B.5.sensitivity"):
        low, high = (read.cell("B.5.sensitivity", key, name) for name in ("low", "high"))
        narrow = isinstance(low, Decimal) and isinstance(high, Decimal) and (low > -10 or high < 10)
        if narrow:
            yield Hit(
                cell_path("B.5.sensitivity", key, "low"),
                f"The variation runs from {low} % to {high} %.",
                "Vary by at least -10 % and +10 %, or say why less is right.",
            )


@rule("MON-05", source="Information and reporting check 9MXR475BQ8Z6UES: hierarchy of data sources", mechanism="cdm",
      severity=Severity.WARNING, step=Step.QUALITY)  # fmt: skip
def default_values_stand_in_for_what_is_missing(read: Reader) -> Iterator[Hit]:
    """A fuel value of the IPCC is used where suppliers and the country have none, and the text says so."""
    for key, applied in read.snapshot.methodologies.items():
        document = inputs_document(key)
        for parameter in applied.parameters:
            symbol = parameter.symbol
            if not _FUEL_VALUE.match(symbol) or not _is_asked(read, document, symbol):
                continue
            source, choice = (read.text(f"I.{symbol}.{name}", document) for name in ("source", "choice"))
            if "IPCC" in source and choice.strip() and not _NONE_BETTER.search(choice):
                yield Hit(
                    f"I.{symbol}.choice",
                    f"{symbol} is a default of the IPCC, and the text does not say why no better source is used.",
                    "Say that suppliers, own measurements and the country have no value, in this order.",
                    document,
                )


def _is_asked(read: Reader, document: str, symbol: str) -> bool:
    """Whether there is a place for a value: the choices ask for it, and fuels are listed where it is one of each."""
    field = read.field(document, value_path(symbol))
    return field is not None and read.state(document, field.path).relevant and bool(matrix_paths(read, document, field))


_FUEL_VALUE = re.compile(r"NCV|EF_CO2|EF_fuel|w_C|OXID|rho")
_NONE_BETTER = re.compile(r"\bno\b|\bnot\b|\bnone\b|lack|absen|unavailable|neither|conservativ", re.IGNORECASE)
