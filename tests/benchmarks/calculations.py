"""Every methodology that ships, over the longest crediting period there is: three times seven years.

The time on the clock of each, and of all together also that of the processor, which hangs less on what else runs.
"""

import time
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from forms.errors import UserError
from forms.methodologies import Methodology, examples, methodologies
from forms.methodologies.calculation import Calculation, Inputs, calculate, inputs_from_json
from tests.benchmarks.figures import Figure, milliseconds

YEARS = [str(year) for year in range(2008, 2029)]
AIM = 100  # ms
PERIOD = {"start": f"{YEARS[0]}-01-01", "end": f"{YEARS[-1]}-12-31"}


def run() -> list[Figure]:
    subjects = [(methodology, inputs) for methodology in methodologies() if (inputs := largest_case(methodology))]
    figures = [measured(methodology, inputs) for methodology, inputs in subjects]
    return [*figures, *together(subjects)]


def together(subjects: list[tuple[Methodology, Inputs]]) -> Iterator[Figure]:
    """All that ship, one after the other."""
    values = sum(count(calculate(methodology, inputs)) for methodology, inputs in subjects)

    def work() -> None:
        for methodology, inputs in subjects:
            calculate(methodology, inputs).periods  # noqa: B018

    name = f"Calculation, all {len(subjects)} that ship together, 21 years, {values:,} values"
    for words, clock in (("", time.perf_counter), (", processor time", time.process_time)):
        plain = milliseconds(lambda: products(values), clock=clock)
        spent = milliseconds(work, clock=clock)
        yield Figure(f"{name}{words}", spent, "ms", plain, "as many products of decimals", aim=AIM)


def largest_case(methodology: Methodology) -> Inputs | None:
    """The worked case that calculates most; `None` for a methodology without one."""
    cases = [made for case in examples(methodology.code, methodology.version) if (made := longer(methodology, case))]
    if not cases:
        return None
    return max(cases, key=lambda candidate: count(calculate(methodology, candidate)))


def measured(methodology: Methodology, inputs: Inputs) -> Figure:
    values = count(calculate(methodology, inputs))
    time = milliseconds(lambda: calculate(methodology, inputs).periods)
    name = f"Calculation, {methodology.code} {methodology.version}, {values:,} values"
    return Figure(name, time, "ms", milliseconds(lambda: products(values)), "as many products of decimals")


def count(made: Calculation) -> int:
    return sum(map(len, made.values.values()))


def products(number: int) -> Decimal:
    factor, product = Decimal("0.7345"), Decimal(1)
    for _ in range(number):
        product = product * factor + 1
    return product


def longer(methodology: Methodology, case: Mapping[str, Any]) -> Inputs | None:
    """The inputs of a worked case, told for each of 21 years; `None` for a case that tests wrong inputs."""
    given = case["inputs"]
    values = {symbol: every_year(methodology, symbol, value) for symbol, value in given.get("values", {}).items()}
    try:
        return inputs_from_json(methodology, {**given, "values": values, "crediting_period": PERIOD})
    except UserError:
        return None


def every_year(methodology: Methodology, symbol: str, value: Any) -> Any:
    """A value by year of the case, as one that every year has."""
    parameter = methodology.parameter(symbol)
    if parameter is None or not isinstance(value, dict):
        return value
    kinds = [methodology.sets_by_id[set_id].kind for set_id in parameter.indices]
    if "period" not in kinds:
        return value
    at = kinds.index("period")
    return {_in_year(index, at, year): words for index, words in value.items() for year in YEARS}


def _in_year(index: str, at: int, year: str) -> str:
    parts = index.split(",")
    return ",".join([*parts[:at], year, *parts[at + 1 :]])
