"""How the sum of a programme or a bundle came about: each part with its name, down to its own calculation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms.components import BUNDLE
from forms.methodologies.calculation import part_of_year
from forms.methodologies.working import Step, part_text
from forms.quantities import format_number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from forms.components import Part, Together

_UNIT = "tCO2e"


def explain(together: Together, year: int | None = None) -> Step:
    """How the sum of a year came about, or the total of all: each part with its name, down to its own calculation."""
    parts = [part for part in together.parts if year is None or year in part.reductions]
    children = tuple(_part_step(part, year) for part in parts)
    value = together.total if year is None else together.in_year(year)
    of = "projects of the bundle" if together.name == BUNDLE else "components, those that were excluded left aside"
    return _step(
        together.name,
        _index(year),
        value,
        expression=f"sum of all {of}",
        numbers=" + ".join("?" if child.value is None else format_number(child.value) for child in children),  # type: ignore[arg-type]
        description="Emission reductions of all together" + (f" in {year}" if year else ""),
        children=children,
    )


def _part_step(part: Part, year: int | None) -> Step:
    if year is None:
        children = tuple(_part_step(part, one) for one in part.reductions)
        expression, numbers = "sum over its crediting period", " + ".join(map(_shown, part.reductions.values()))
        value = part.total
    else:
        value, children = part.reductions[year], tuple(_below(part, year))
        expression, numbers = _working_of_year(part, year)
    name = part.title or part.key
    return _step(name, _index(year), value, expression, numbers, f"Emission reductions of {name}", children)


def _working_of_year(part: Part, year: int) -> tuple[str, str]:
    if part.basis == "calculation":
        named = part.calculation.methodology.id if part.calculation is not None else "a methodology that is not applied"
        return f"its own calculation with {named}", _shown(part.reductions[year])
    if part.basis == "years":
        return "as listed for the year", _shown(part.reductions[year])
    share = next(part_of_year(period) for period in part.periods if period.year == year)
    return "average a year × part of the year that is credited", f"{_shown(part.average)} × {part_text(share)}"


def _below(part: Part, year: int) -> Iterator[Step]:
    """The working of the year in the calculation of a part, where it has one."""
    made = part.calculation
    symbol = made.methodology.results.reductions if made is not None else ""
    if made is not None and symbol in made.methodology.definitions:
        label = next(period.label for period in part.periods if period.year == year)
        yield made.explain(symbol, (label,) if made.methodology.indices_of(symbol) else ())


def _shown(value: Decimal | None) -> str:
    return "?" if value is None else format_number(value)


def _index(year: int | None) -> tuple[str, ...]:
    return () if year is None else (str(year),)


def _step(
    symbol: str,
    index: tuple[str, ...],
    value: Decimal | None,
    expression: str,
    numbers: str,
    description: str,
    children: tuple[Step, ...],
) -> Step:
    return Step(
        symbol=symbol,
        index=index,
        kind="equation",
        value=value,
        unit=_UNIT,
        number="",
        equation=None,
        expression_text=expression,
        substituted_text=numbers,
        description=description,
        origin="calculated",
        origin_text="what each part states or calculates, in its own crediting period",
        notes=() if value is not None else ("A year, or the crediting period, of a component is missing.",),
        children=children,
    )
