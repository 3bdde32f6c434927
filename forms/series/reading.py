"""The rows of a series, each number read in its unit, and each fault named by its row."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from forms.errors import UserError
from forms.quantities import convert, format_number, read_number, without_trailing_zeros
from forms.said import said
from forms.series.mapping import letter
from forms.series.moments import Stamps, moment_of
from forms.spelling import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.series.mapping import SeriesMapping, Target
    from forms.series.sheets import Sheet

MOST_FINDINGS = 1_000
_PLAIN = re.compile(r"-?\d+(\.\d+)?")


@dataclass(frozen=True)
class Finding:
    """Something wrong in a row of the file (from 1; 0 is the file as a whole), or worth a look."""

    row: int
    column: str
    message: str
    severity: Literal["error", "warning"] = "error"


@dataclass(frozen=True)
class SeriesRow:
    """One row: its number in the file, and what it says by target key; what could not be read is left out."""

    number: int
    cells: Mapping[str, Decimal | str]


@dataclass(frozen=True)
class Series:
    """What was read: rows without a fault, and all findings in the order of the file."""

    rows: tuple[SeriesRow, ...]
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> int:
        """How many findings stand in the way."""
        return sum(finding.severity == "error" for finding in self.findings)


def read_series(sheet: Sheet, mapping: SeriesMapping, targets: Sequence[Target]) -> Series:
    """Read the rows below the head. Rows with a fault are left out of `rows` and named in `findings`."""
    return _Reading(sheet, mapping, targets).read()


class _Reading:
    def __init__(self, sheet: Sheet, mapping: SeriesMapping, targets: Sequence[Target]) -> None:
        self._sheet = sheet
        self._mapping = mapping
        self._targets = targets
        self._findings: list[Finding] = []
        self._running_keys = [target.key for target in targets if target.kind == "running"]
        self._without_column = [key for key in self._running_keys if key not in mapping.columns]
        self._stamps = {target.key: self._stamps_of(target) for target in targets if target.kind == "running"}
        self._has_years = len(self._running_keys) > 1 and any(self._stamps.values())
        self._members = {target.key: {name.casefold(): name for name in target.members} for target in targets}

    def read(self) -> Series:
        """All rows, then what only the whole tells: duplicates and gaps."""
        for target in self._targets:
            if target.required and target.kind != "running" and target.key not in self._mapping.columns:
                self._note(0, target, f"No column is “{target.label}”.")
            if target.kind == "running" and not self._can_be_told(target):
                words = f"No column says “{target.label}”. Give one with it, or one with date and time."
                self._note(0, target, words)
        if self._findings:
            return Series((), tuple(self._findings))
        read = [self._row(number, cells) for number, cells in self._lines()]
        rows = self._without_duplicates([row for row in read if row is not None])
        for target in self._targets:
            if target.kind == "running":
                self._look_for_gaps(target, rows)
        found = sorted(self._findings, key=lambda finding: finding.row)
        return Series(tuple(rows), tuple(found))

    def _can_be_told(self, target: Target) -> bool:
        """A number without column counts the rows, but for the year beside the hour: dates tell it, or it is known."""
        is_beside = target.key in self._without_column and target.key != self._running_keys[0]
        return not is_beside or self._has_years or len(target.members) == 1

    def _lines(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        for number, cells in enumerate(self._sheet.rows, start=1):
            if number > self._mapping.head_rows and any(cells):
                yield number, cells

    def _row(self, number: int, cells: Sequence[str]) -> SeriesRow | None:
        made: dict[str, Decimal | str] = {}
        is_whole = True
        for target in self._targets:
            column = self._mapping.columns.get(target.key)
            text = cells[column] if column is not None and column < len(cells) else ""
            try:
                value = self._value(number, target, text, has_column=column is not None)
            except UserError as fault:
                self._note(number, target, str(fault))
                is_whole = False
                continue
            if value is not None:
                made[target.key] = value
        return SeriesRow(number, made) if is_whole else None

    def _value(self, number: int, target: Target, text: str, *, has_column: bool) -> Decimal | str | None:
        if target.kind == "running":
            return self._running(number, target, text, has_column=has_column)
        if not text:
            if target.required:
                raise UserError(
                    said("Nothing stands here."), said("Missing is not zero: give the value, or leave out the row.")
                )
            return None
        if target.kind == "member":
            return self._member(target, text)
        return self._number(number, target, text) if target.kind == "number" else text

    # -- numbers ------------------------------------------------------------------------------------------------------

    def _number(self, number: int, target: Target, text: str) -> Decimal:
        value, unit = self._read(text)
        source = unit or self._mapping.unit
        if source and target.unit and source != target.unit:
            value = without_trailing_zeros(convert(value, source, target.unit))
        if target.minimum is not None and value < target.minimum:
            raise UserError(
                said(
                    "{text} is below {minimum}, the least that is possible.",
                    text=text,
                    minimum=format_number(target.minimum),
                ),
                said("Mend it."),
            )
        if value < 0 and target.minimum is None:
            self._note(number, target, f"{text} is negative.", "warning")
        return value

    def _read(self, text: str) -> tuple[Decimal, str]:
        if self._mapping.decimal_sign == "." and _PLAIN.fullmatch(text):
            return Decimal(text), ""
        found = read_number(text, decimal_hint=self._mapping.decimal_sign or None)
        if found.value is not None:
            return found.value, found.unit
        if found.ambiguous:
            meanings = " or ".join(format_number(value) for value in found.ambiguous)
            raise UserError(
                said("“{text}” can mean {meanings}.", text=text, meanings=meanings),
                said("Say which decimal sign the file uses."),
            )
        raise UserError(said("“{text}” stands where a number is needed.", text=text[:40]), found.how)

    # -- what names a row ---------------------------------------------------------------------------------------------

    def _member(self, target: Target, text: str) -> str:
        known = self._members[target.key].get(text.casefold())
        if known is None and not target.is_open:
            raise UserError(
                said("“{text}” is not among {target}.", text=text[:40], target=target.label),
                did_you_mean(text, target.members).strip(),
            )
        return known or text

    def _running(self, number: int, target: Target, text: str, *, has_column: bool) -> str:
        if not has_column and target.key == self._running_keys[0]:
            return str(number - self._mapping.head_rows)
        if not has_column:
            return self._year(number, target)
        stamps = self._stamps[target.key]
        if stamps is not None:
            return str(stamps.in_year(text)[1]) if self._has_years else stamps.count(text)
        value, _ = self._read(text) if text else (None, "")
        if value is None:
            raise UserError(
                said("No number says which row this is."), said("Give the hour or year, or count the rows instead.")
            )
        if value != value.to_integral_value():
            raise UserError(
                said("“{text}” is no whole number.", text=text), said("Give a year such as 2008, or an hour such as 1.")
            )
        return self._known(target, format(value.to_integral_value(), "f"))

    def _known(self, target: Target, name: str) -> str:
        if not target.is_open and name not in target.members:
            raise UserError(
                said("{name} is not among {target}.", name=name, target=target.label),
                said("Known are {known}.", known=", ".join(target.members[:12])),
            )
        return name

    def _year(self, number: int, target: Target) -> str:
        """The year of the date and time in the row; where no column has them, the only one there is."""
        for key, stamps in self._stamps.items():
            if stamps is not None:
                column, cells = self._mapping.columns[key], self._sheet.rows[number - 1]
                return self._known(target, str(stamps.in_year(cells[column] if column < len(cells) else "")[0]))
        return target.members[0]

    def _stamps_of(self, target: Target) -> Stamps | None:
        column = self._mapping.columns.get(target.key)
        if column is None:
            return None
        texts = [cells[column] for _, cells in self._lines() if column < len(cells)]
        moments = [moment for text in texts[:2000] if (moment := moment_of(text)) is not None]
        return Stamps(moments) if texts and 2 * len(moments) > min(len(texts), 2000) else None

    # -- the whole ----------------------------------------------------------------------------------------------------

    def _without_duplicates(self, rows: Sequence[SeriesRow]) -> list[SeriesRow]:
        keys = [target.key for target in self._targets if target.kind in {"running", "member"}]
        if not keys:
            return list(rows)
        seen: dict[tuple[object, ...], int] = {}
        kept = []
        for row in rows:
            index = tuple(row.cells[key] for key in keys)
            if index in seen:
                words = f"{', '.join(map(str, index))} stands in row {seen[index]} already."
                self._findings.append(Finding(row.number, self._place(keys[0]), words))
            else:
                seen[index] = row.number
                kept.append(row)
        return kept

    def _look_for_gaps(self, target: Target, rows: Sequence[SeriesRow]) -> None:
        """Numbers that are left out between two rows, hours in each year by itself."""
        others = [key for key in self._running_keys if key != target.key]
        if target.key != self._running_keys[0] or not others:
            self._look_for_gaps_in(target, rows)
            return
        by_year: dict[tuple[object, ...], list[SeriesRow]] = {}
        for row in rows:
            by_year.setdefault(tuple(row.cells[key] for key in others), []).append(row)
        for some in by_year.values():
            self._look_for_gaps_in(target, some)

    def _look_for_gaps_in(self, target: Target, rows: Sequence[SeriesRow]) -> None:
        by_number = {int(str(row.cells[target.key])): row.number for row in rows}
        numbers = sorted(by_number)
        for before, after in pairwise(numbers):
            if after > before + 1:
                gap = f"{before + 1} is" if after == before + 2 else f"{before + 1} to {after - 1} are"
                words = f"{gap} missing between rows {by_number[before]} and {by_number[after]}."
                self._note(by_number[after], target, words, "warning")

    def _note(self, row: int, target: Target, message: str, severity: Literal["error", "warning"] = "error") -> None:
        if len(self._findings) < MOST_FINDINGS:
            self._findings.append(Finding(row, self._place(target.key), message, severity))

    def _place(self, key: str) -> str:
        column = self._mapping.columns.get(key)
        return letter(column) if column is not None else ""
