"""What is known of the additionality of a project: records of the tools, and the figures that they rest on."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from forms.document import Reader
    from forms.methodologies.calculation import Calculation

# Where a design document argues additionality: CDM-PDD, and CDM-AR-PDD.
_PLACES = ("B.5", "C.6")
_TOOLS = ("TOOL", "AR-TOOL")
_NEAR_BY = "P.other_ssc"
# TOOL24 version 03.1, paragraph 18: both must be exceeded.
_SHARE, _DIFFERENCE = Decimal("0.2"), Decimal(3)
_PERCENT = Decimal(100)
# 4/CMP.1, annex II, appendix C: three answers, and the distance of the boundaries at the closest point.
_TESTS = ("same_participants", "same_technology", "within_two_years")
_ONE_KILOMETRE = Decimal(1)


@dataclass(frozen=True)
class Record:
    """A tool gone through step by step: `tool` is its code, as AR-TOOL02, `result` the code of what it leads to."""

    document: str
    tool: str
    result: str


@dataclass(frozen=True)
class Count:
    """Similar plants outside the CDM, those of another technology, and where the count was made."""

    source: str
    every: Decimal
    different: Decimal

    @property
    def share(self) -> Decimal | None:
        """F; `None` where no similar plant was found."""
        return 1 - self.different / self.every if self.every else None

    @property
    def is_common(self) -> bool:
        """Whether the project is common practice by this count."""
        return self.share is not None and self.share > _SHARE and self.every - self.different > _DIFFERENCE


@dataclass(frozen=True)
class Return:
    """An internal rate of return and the benchmark it is held against, in per cent; `None` is missing."""

    source: str
    indicator: Decimal | None
    benchmark: Decimal | None

    @property
    def is_below(self) -> bool | None:
        """Whether the benchmark is not reached; `None` when one of both is missing."""
        return None if self.indicator is None or self.benchmark is None else self.indicator < self.benchmark


def records(read: Reader) -> Iterator[Record]:
    """Every record of a tool of steps that the project keeps, in order."""
    for name, document in read.snapshot.documents.items():
        if document.form.companion and document.form.code.startswith(_TOOLS):
            yield Record(name, document.form.code.partition(" ")[0], _code(read, "C.result", name))


def design_document(read: Reader) -> str:
    """Id of the design document if it chooses a route of additionality; empty when the project has none."""
    return read.snapshot.main if place(read) else ""


def place(read: Reader) -> str:
    """The section in which the design document argues additionality; empty when it has none."""
    main = read.snapshot.main
    return next((section for section in _PLACES if read.field(main, f"{section}.route")), "")


def route(read: Reader) -> str:
    """Route in the design document, a tool by its code; empty when there is none."""
    section = place(read)
    return _code(read, f"{section}.route", design_document(read)).replace("_", "-") if section else ""


def counts(read: Reader) -> Iterator[Count]:
    """Counts of similar plants: of the design document, and of each TOOL24 in the calculation."""
    section = place(read)
    stated = [_number(read, f"{section}.{name}") for name in ("n_all", "n_diff")]
    if stated[0] is not None and stated[1] is not None:
        yield Count(section, stated[0], stated[1])
    for made in calculations(read, "TOOL24"):
        every, different = made.value("N_all"), made.value("N_diff")
        if isinstance(every, Decimal) and isinstance(different, Decimal):
            yield Count(made.methodology.code, every, different)


def returns(read: Reader) -> Iterator[Return]:
    """Rates of return without CERs: of the design document, and of each TOOL27 in the calculation."""
    section = place(read)
    stated = Return(section, *(_number(read, f"{section}.{name}") for name in ("indicator_value", "benchmark_value")))
    if stated.indicator is not None:
        yield stated
    for made in calculations(read, "TOOL27"):
        yield Return(made.methodology.code, percent(made.value("IRR")), percent(made.value("benchmark")))


def neighbours(read: Reader) -> Mapping[str, tuple[bool | None, ...]]:
    """The four tests of debundling for each small-scale project near by, by row key of `P.other_ssc`.

    A test without an answer is `None`: silence neither passes nor fails it.
    """
    return {key: (*(_test(read, key, name) for name in _TESTS), _is_near(read, key)) for key in read.rows(_NEAR_BY)}


def _test(read: Reader, key: str, name: str) -> bool | None:
    answer = read.cell(_NEAR_BY, key, name)
    return answer if isinstance(answer, bool) else None


def _is_near(read: Reader, key: str) -> bool | None:
    distance = read.cell(_NEAR_BY, key, "distance_km")
    return distance <= _ONE_KILOMETRE if isinstance(distance, Decimal) else None


def calculations(read: Reader, code: str) -> Iterator[Calculation]:
    """Calculations of a tool that is applied in its own right."""
    yield from (made for made in read.results.calculations.values() if made.methodology.code == code)


def percent(value: object) -> Decimal | None:
    """A share in per cent; `None` when it is missing."""
    return value * _PERCENT if isinstance(value, Decimal) else None


def _code(read: Reader, path: str, document: str) -> str:
    value = read.value(path, document)
    return value if isinstance(value, str) else ""


def _number(read: Reader, path: str) -> Decimal | None:
    """A number of the design document; `None` where it is not asked or not answered."""
    document = design_document(read)
    is_asked = bool(document and read.field(document, path)) and read.state(document, path).relevant
    value = read.value(path, document) if is_asked else None
    return value if isinstance(value, Decimal) else None
