"""What narratives say of the facts: figures with their unit, and dates, compared with the one place they live."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from forms.days import MONTHS, day_text
from forms.document import FACTS_DOCUMENT, Reader, inputs_document
from forms.facts import day, number
from forms.fieldpath import cell_path
from forms.figures import matches, slip
from forms.inputs import value_path
from forms.problems import Severity, Step
from forms.prose import plain_text
from forms.quantities import convert, format_number, parse_unit, read_number
from forms.rules import Hit, every_answer, rule
from forms.views import section_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from forms.methodologies.calculation import Calculation

_SOURCE = "Completeness checks of the secretariat (1IJXC07T2FBQDNO, 1HFRNB78DXEICJA): one figure everywhere"

# -- figures ----------------------------------------------------------------------------------------------------------

_FIGURE = re.compile(
    r"(?P<number>\d[\d,]*(?:\.\d+)?)\s?(?:(?P<energy>[kMGT]Wh)\b|(?P<power>[kMG]W)\b(?!/)"
    r"|(?P<factor>t\s?CO2e?\s?(?:/\s?|per )MWh)|(?P<percent>%|per cent)"
    r"|(?P<tonnes>(?:CERs?|ERUs?|t(?: CO2e?)?)\b(?!\s?CO2| ?/)))"
)
_NOT_BEFORE = frozenset("/–-.,_")
_FACTOR = parse_unit("tCO2/MWh")
_ENERGY = parse_unit("MWh")
_IN_MEGAWATTS = {"kW": Decimal("1e-3"), "MW": Decimal(1), "GW": Decimal(1000)}
_IN_MEGAWATT_HOURS = {"kWh": Decimal("1e-3"), "MWh": Decimal(1), "GWh": Decimal(1000), "TWh": Decimal(1_000_000)}
_SMALL_SCALE_LIMIT = Decimal(15)
# Figures of a kind that make a text in which the figure of the project is missed.
_OFTEN = 3
_RETURNS = ("B.5.indicator_value", "B.5.indicator_with_cers", "B.5.benchmark_value")
_UNIT = {"power": "MW", "energy": "MWh", "factor": "t CO2/MWh", "percent": "%", "tonnes": "t CO2e"}


_SLIPS = {
    "power": frozenset({"unit", "digit", "near"}),
    "energy": frozenset({"unit", "digit", "near"}),
    "factor": frozenset({"digit", "near"}),
    "tonnes": frozenset({"digit", "near"}),
    # Percentages are many, and some lie close to others by chance.
    "percent": frozenset({"digit"}),
}


@dataclass(frozen=True)
class _Known:
    """Figures of one kind: `own` are those a text may quote, `other` what it may mention besides."""

    own: tuple[Decimal, ...]
    other: tuple[Decimal, ...] = ()

    def quotes(self, value: Decimal) -> bool:
        """Whether it is one of the project's own figures."""
        return any(matches(value, known) for known in self.own)

    def mentions(self, value: Decimal) -> bool:
        """Whether it is one that a text may mention besides."""
        return any(matches(value, known) for known in self.other)

    def contradicted_by(self, value: Decimal, kind: str) -> Decimal | None:
        """The figure that `value` seems to be meant for; `None` when it is right, or just another figure."""
        if self.quotes(value) or self.mentions(value):
            return None
        return next((known for known in self.own if slip(value, known) in _SLIPS[kind]), None)


@rule("QUA-02", source=_SOURCE, severity=Severity.WARNING, step=Step.QUALITY)
def figures_in_the_text_are_those_of_the_project(read: Reader) -> Iterator[Hit]:
    """Capacity, electricity, emission factor and return in a narrative are those that the project calculates with."""
    said = tuple(_said(read))
    known = {kind: _KNOWN[kind](read) for kind in {figure.kind for figure in said}}
    meant = {(each.kind, each.value): known[each.kind].contradicted_by(each.value, each.kind) for each in said}
    for figure in said:
        right = meant[figure.kind, figure.value]
        if right is not None and not figure.is_checked_elsewhere:
            yield Hit(
                figure.path,
                f"The text says {figure.words}; the project has {_shown(right, figure.kind)}.",
                "Use one figure, in one unit, or say what else the figure is.",
                figure.document,
            )
    yield from _never_quoted(said, known)


# Facts in words that may quote figures.
_FACTS_TOLD = frozenset({"P.evidence", "P.sites", "P.claims", "P.location", "P.technology_transfer"})


@dataclass(frozen=True)
class _Figure:
    """A figure with its unit in a text. `is_checked_elsewhere`: tonnes of CO2 have a rule of their own."""

    document: str
    path: str
    kind: str
    value: Decimal
    words: str
    is_checked_elsewhere: bool


def _said(read: Reader) -> Iterator[_Figure]:
    for document, path, words in told_anywhere(read):
        for found in _FIGURE.finditer(words):
            before = words[found.start() - 1 : found.start()]
            if before not in _NOT_BEFORE and not before.isalnum():
                kind = str(found.lastgroup)
                yield _Figure(
                    document, path, kind, _in_base_unit(kind, found), found[0], kind == "tonnes" and "CO2" in found[0]
                )


def _never_quoted(said: tuple[_Figure, ...], known: Mapping[str, _Known]) -> Iterator[Hit]:
    """Figures of a kind are quoted, several times, and never the one of the project."""
    for kind in ("power", "energy", "factor", "tonnes"):
        figures = known.get(kind) or _Known(())
        values = {figure.value for figure in said if figure.kind == kind}
        if not figures.own or any(map(figures.quotes, values)):
            continue
        quoted = [each for each in said if each.kind == kind and not figures.mentions(each.value)]
        if len(quoted) < _OFTEN:
            continue
        yield Hit(
            quoted[0].path,
            f"The texts say {quoted[0].words} and other figures, but nowhere {_shown(figures.own[-1], kind)}.",
            "Bring text and calculation together.",
            quoted[0].document,
        )


def told_anywhere(read: Reader) -> Iterator[tuple[str, str, str]]:
    """Narratives, words in tables of the form, and words about the inputs: document, path and words."""
    for path, words in section_text(read, read.main):
        yield read.main, path, words
    for path in places(read, read.main, "text", "prose"):
        if "[" in path:
            yield read.main, path, _words(read.value(path))
    for path in places(read, FACTS_DOCUMENT, "text", "prose"):
        if path.partition("[")[0] in _FACTS_TOLD:
            yield FACTS_DOCUMENT, path, _words(read.value(path))
    for key in read.snapshot.methodologies:
        document = inputs_document(key)
        for path, answer in every_answer(read, document).items():
            if not path.endswith(".value") and "[" not in path:
                yield document, path, _words(answer.value)


def _words(value: object) -> str:
    if isinstance(value, str):
        return value
    return plain_text(value) if isinstance(value, tuple) else ""


def _in_base_unit(kind: str, found: re.Match[str]) -> Decimal:
    value = Decimal(found["number"].replace(",", ""))
    if kind == "power":
        return value * _IN_MEGAWATTS[found["power"]]
    return value * _IN_MEGAWATT_HOURS[found["energy"]] if kind == "energy" else value


def _shown(value: Decimal, kind: str) -> str:
    exact = value.as_tuple().exponent in range(-4, 1)
    return f"{format_number(value if exact else Decimal(f'{value:.6g}'))} {_UNIT[kind]}"


def _powers(read: Reader) -> _Known:
    capacity = number(read, "P.capacity")
    units: list[Decimal] = []
    for key in read.rows("P.equipment"):
        count, each = (number(read, cell_path("P.equipment", key, name)) for name in ("units", "capacity"))
        factor = _IN_MEGAWATTS.get(read.text(cell_path("P.equipment", key, "capacity_unit")).strip())
        if each is not None and factor:
            units += [each * factor, each * factor * (count or 1)]
    own = () if capacity is None else (capacity,)
    halves = tuple(value * share for value in own for share in (Decimal("0.5"), Decimal("1.5")))
    return _Known(own, (*units, *halves, _SMALL_SCALE_LIMIT))


def _energies(read: Reader) -> _Known:
    own: list[Decimal] = []
    for key, applied in read.snapshot.methodologies.items():
        document = inputs_document(key)
        for parameter in applied.parameters:
            if parameter.annual and parameter.kind == "monitored" and parameter.unit.compatible(_ENERGY):
                value = read.value(value_path(parameter.symbol), document)
                if isinstance(value, Decimal) and read.state(document, value_path(parameter.symbol)).relevant:
                    own.append(convert(value, parameter.unit, "MWh"))
    return _Known((*own, *_in_tables(read, _IN_MEGAWATT_HOURS)))


def _in_tables(read: Reader, units: dict[str, Decimal]) -> Iterator[Decimal]:
    """Figures of the tables of financial inputs and indicators that stand in one of these units."""
    for table in ("B.5.investment_inputs", "B.2.indicators"):
        for key in read.rows(table):
            unit = read.text(cell_path(table, key, "unit")).strip().partition("/")[0]
            value = read_number(read.text(cell_path(table, key, "value")), decimal_hint=".").value
            if unit in units and value is not None:
                yield value * units[unit]


def _factors(read: Reader) -> _Known:
    own = {value for made in read.results.calculations.values() for value in _emission_factors(made)}
    return _Known(tuple(sorted(own)))


def _emission_factors(made: Calculation) -> Iterator[Decimal]:
    """Factors of the grid: one for all, or one a year; those of single units are not quoted."""
    for symbol, values in made.values.items():
        definition = made.definition(symbol)
        if definition is not None and definition.unit.compatible(_FACTOR) and len(definition.indices) < 2:
            yield from (convert(value, definition.unit, _FACTOR) for value in values.values())
    for (symbol, index), given in made.given.items():
        definition = made.definition(symbol)
        is_factor = definition is not None and definition.unit.compatible(_FACTOR) and len(index) < 2
        if is_factor and definition is not None and isinstance(given.value, Decimal):
            yield convert(given.value, definition.unit, _FACTOR)


def _percentages(read: Reader) -> _Known:
    own = [number(read, path) for path in _RETURNS if read.field(read.main, path)]
    own += [number(read, cell_path("P.equipment", key, "load_factor")) for key in read.rows("P.equipment")]
    columns = (("B.5.sensitivity", ("share", "indicator_low", "indicator_high", "break_even")),
               ("B.2.sensitivity", ("change", "result")))  # fmt: skip
    cells = (cell_path(table, key, name) for table, names in columns for key in read.rows(table) for name in names)
    other = [number(read, cell) for cell in cells]
    own += [abs(value) for value in _in_tables(read, {"%": Decimal(1)}) if value is not None]
    return _Known(tuple(value for value in own if value), tuple(abs(value) for value in other if value))


def _tonnes(read: Reader) -> _Known:
    results = read.results
    if not results.is_complete:
        return _Known(())
    rows = [row.tonnes.get(column) for row in results.printed_rows for column in ("baseline", "project", "reductions")]
    totals = [results.printed_total.get(column) for column in ("baseline", "project", "reductions")]
    return _Known(tuple(sorted({value for value in (*rows, *totals, results.printed_average) if value})))


_KNOWN: dict[str, Callable[[Reader], _Known]] = {
    "power": _powers,
    "energy": _energies,
    "factor": _factors,
    "percent": _percentages,
    "tonnes": _tonnes,
}


# -- dates ------------------------------------------------------------------------------------------------------------

_DATE = re.compile(
    rf"\b(?P<day>[0-3]?\d) (?P<month>{'|'.join(MONTHS)}) (?P<year>\d{{4}})\b|\b(?P<iso>\d{{4}}-\d\d-\d\d)\b"
)
_BETWEEN = r"(?:[\s,:(]|\bis\b|\bwas\b|\bof\b|\bon\b|\bthe\b|\bfor (?:global )?(?:stakeholder )?comments\b)*$"


@dataclass(frozen=True)
class _Telling:
    """A fact, the words by which a sentence speaks of it, and those that say it right before the date."""

    path: str
    what: str
    words: re.Pattern[str]
    bound: re.Pattern[str]


def _telling(path: str, what: str, words: str, bound: str) -> _Telling:
    return _Telling(path, what, re.compile(words, re.IGNORECASE), re.compile(f"(?:{bound}){_BETWEEN}", re.IGNORECASE))


_TELLINGS = (
    _telling("P.start_date", "start date", r"\bstart", r"start(?:ing)? date|project (?:activity )?start(?:s|ed)"),
    _telling("P.publication_date", "publication", r"publish|publication", r"was published|publication"),
    _telling("P.commissioning_date", "commissioning", r"commission|inaugurat", r"inauguration|commissioned"),
    _telling("P.crediting.start", "start of crediting", r"credit", r"crediting (?:period )?(?:starts|begins)"),
    _telling("P.crediting.end", "end of crediting", r"credit", r"crediting (?:period )?(?:ends|ended)"),
    _telling("P.prior_consideration.dna_date", "notice to the authority", r"\bnoti[cf]", r"(?!)"),
    _telling("P.prior_consideration.secretariat_date", "notice to the secretariat", r"\bnoti[cf]", r"(?!)"),
    _telling("B.5.decision_date", "decision", r"decision|decided|board", r"investment decision"),
    _telling("D.2.date", "licence", r"licen[cs]e|permit", r"(?!)"),
)  # fmt: skip


@rule("QUA-04", source=_SOURCE, severity=Severity.WARNING, step=Step.QUALITY)
def dates_in_the_text_are_those_of_the_project(read: Reader) -> Iterator[Hit]:
    """A date in a narrative that tells of start, publication, notice or crediting is the date of the project."""
    known: set[dt.date] = set()
    for path, words in section_text(read, read.main):
        if not _DATE.search(words):
            continue
        known = known or set(_dates_of_the_project(read))
        for sentence in re.split(r"(?<=[.;])\s|\n", words):
            for told, meant, what in _contradictions(read, sentence, known):
                yield Hit(
                    path,
                    f"The text says {day_text(told)}; the {what} is {day_text(meant)}.",
                    "Correct the text or the fact.",
                    read.main,
                )


def _contradictions(read: Reader, sentence: str, known: set[dt.date]) -> Iterator[tuple[dt.date, dt.date, str]]:
    for found in _DATE.finditer(sentence):
        told = _read_date(found)
        if told is None:
            continue
        for telling in _TELLINGS:
            if not telling.words.search(sentence) or not _is_asked(read, telling.path):
                continue
            meant = day(read, telling.path)
            bound = telling.bound.search(sentence[: found.start()])
            if meant and meant != told and (bound or (told not in known and _one_part_apart(told, meant))):
                yield told, meant, telling.what
                break


def _is_asked(read: Reader, path: str) -> bool:
    return path.startswith("P.") or read.field(read.main, path) is not None


def _read_date(found: re.Match[str]) -> dt.date | None:
    try:
        if found["iso"]:
            return dt.date.fromisoformat(found["iso"])
        return dt.date(int(found["year"]), MONTHS.index(found["month"]) + 1, int(found["day"]))
    except ValueError:
        return None


def _one_part_apart(told: dt.date, meant: dt.date) -> bool:
    """Day, month or year differs, the other two are the same."""
    return sum((told.day != meant.day, told.month != meant.month, told.year != meant.year)) == 1


def _dates_of_the_project(read: Reader) -> Iterator[dt.date]:
    """Every date of the facts and of the form."""
    for document in (FACTS_DOCUMENT, read.main):
        for path in places(read, document, "date"):
            value = read.value(path, document)
            if isinstance(value, dt.date):
                yield value


def places(read: Reader, document: str, *kinds: str) -> Iterator[str]:
    """Fields and cells of these kinds."""
    for asked in read.form(document).fields.values():
        if asked.home:
            continue
        if asked.type in kinds:
            yield asked.path
        columns = [column.key for column in asked.columns if column.type in kinds]
        for key in read.rows(asked.path, document) if columns else ():
            yield from (cell_path(asked.path, key, column) for column in columns)
