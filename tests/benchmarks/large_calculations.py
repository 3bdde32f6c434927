"""Calculations that grow: the first-order decay of waste month by month, and a grid of many plants.

Each is made in three sizes, so that the growth of time with months and with plants is seen. Beside the time on the
clock stands that of the processor, which hangs less on what else the machine does.
"""

import time
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from forms.methodologies import Methodology, methodology
from forms.methodologies.calculation import Calculation, calculate, inputs_from_json
from tests.benchmarks.decay_references import beside
from tests.benchmarks.figures import Figure, milliseconds

WASTE = ("wood", "paper", "food", "textiles", "garden", "wood_2", "paper_2", "food_2", "textiles_2")
DECAY_YEARS = (12, 25, 50)
PLANTS = (50, 100, 200)
HOURS = 8_760
GRID_YEARS = ("2023", "2024", "2025")
AIM_OF_DECAY, AIM_OF_GRID = 200, 2_000  # ms


def run() -> list[Figure]:
    small, _, _ = DECAY_YEARS
    ours = milliseconds(partial(calculated, *decay(small)), times=3)
    return [
        *_growing("decay", DECAY_YEARS, "years", AIM_OF_DECAY),
        *beside(f"TOOL04 decay, {small} years", ours, small, len(WASTE)),
        *_growing("grid", PLANTS, "plants", AIM_OF_GRID),
    ]


def decay(years: int) -> tuple[Methodology, Mapping[str, Any]]:
    """Waste of nine types, disposed of every month of so many years (TOOL04, monthly model, equation 2)."""
    months = [str(number) for number in range(1, 12 * years + 1)]
    called = [str(1980 + number) for number in range(years)]
    shares = {f"{kind},{month}": "0.1" for kind in WASTE for month in months}
    values = {
        "waste_type": {kind: kind.removesuffix("_2") for kind in WASTE},
        "W_q": {month: str(1200 + int(month) % 90) for month in months},
        "p_q": shares,
        "f": "0.1",
        "m_first": {year: str(12 * number + 1) for number, year in enumerate(called)},
        "m_last": {year: str(12 * number + 12) for number, year in enumerate(called)},
        "GWP_CH4": "25",
    }
    options = {
        "scenario": "baseline", "application": "B", "model": "monthly", "climate": "tropical_wet",
        "site_type": "managed",
    }  # fmt: skip
    period = {"start": f"{called[0]}-01-01", "end": f"{called[-1]}-12-31"}
    sets = {"q": months, "j": list(WASTE)}
    return methodology("TOOL04", "06.0.1"), {
        "crediting_period": period, "options": options, "sets": sets, "values": values,
    }  # fmt: skip


def grid(plants: int) -> tuple[Methodology, Mapping[str, Any]]:
    """Three years of so many plants, a third of them low-cost or must-run, and 8,760 loads a year.

    Simple adjusted operating margin (TOOL07 v07.0, equations 10 and 11, with the load curve of appendix 3).
    """
    names = [f"plant {number}" for number in range(plants)]
    low_cost = {name: number % 3 == 0 for number, name in enumerate(names)}
    each = [(name, year) for name in names for year in GRID_YEARS]
    supplied = {f"{name},{year}": str(1000 + 37 * number % 900) for number, (name, year) in enumerate(each)}
    fossil = [f"{name},{year}" for name, year in each if not low_cost[name]]
    base = sum(int(supplied[f"{name},{GRID_YEARS[0]}"]) for name in names if low_cost[name])
    values = {
        "EF_BM_published": "0.4",
        "EG": supplied,
        "lcmr": {name: "yes" if is_low else "no" for name, is_low in low_cost.items()},
        "unit_option": {name: "A3" if is_low else "A2" for name, is_low in low_cost.items()},
        "EF_CO2_unit": dict.fromkeys(fossil, "0.0895"),
        "eta": dict.fromkeys(fossil, "0.36"),
        "EL": {f"{hour},{year}": load for year in GRID_YEARS for hour, load in loads(base).items()},
    }
    options = {
        "cm_method": "weighted", "bm_method": "published", "om_method": "simple_adjusted", "om_data": "units",
        "vintage": "ex_ante", "lambda_source": "curve",
    }  # fmt: skip
    sets = {"m": names, "t": list(GRID_YEARS), "i": [], "hour": [str(hour + 1) for hour in range(HOURS)]}
    return methodology("TOOL07", "07.0"), {"options": options, "sets": sets, "values": values}


def loads(base: float) -> dict[str, str]:
    """A load curve that goes below what low-cost plants could supply in some hours, MW by hour."""
    mean = base / HOURS
    return {
        str(hour + 1): f"{mean * (1.4 + 0.9 * ((hour * 7919) % HOURS) / HOURS - 0.6 * (hour % 24 < 6)):.3f}"
        for hour in range(HOURS)
    }


# What is calculated, and in step with what: stocks of waste are carried over, so that years cost alike; of the grid
# the load curve stays the same while plants are added.
SUBJECTS = {"decay": (decay, lambda years: years), "grid": (grid, lambda plants: plants)}


def _growing(kind: str, sizes: tuple[int, ...], what: str, aim: float) -> Iterator[Figure]:
    """Each size beside the smallest, as many times as it sums more terms: growth in step with them has ratio 1."""
    subject, terms = SUBJECTS[kind]
    first = 0.0
    for size in sizes:
        tool, given = subject(size)
        made = calculated(tool, given)
        # A refusal must not pass for speed.
        said = f" – REFUSED: {made.faults[0].message}" if made.faults else ""
        name = f"{tool.code} {kind}, {size} {what}, {sum(map(len, made.values.values())):,} values{said}"
        aim_here = aim if size == sizes[-1] else None
        spent = milliseconds(partial(calculated, tool, given), times=3)
        first = first or spent / terms(size)
        said = f"in step with {what}, from {sizes[0]}"
        yield Figure(name, spent, "ms", first * terms(size), said, aim_here)
        processor = milliseconds(partial(calculated, tool, given), times=3, clock=time.process_time)
        yield Figure(f"{name}, processor time", processor, "ms", aim=aim_here)


def calculated(tool: Methodology, given: Mapping[str, Any]) -> Calculation:
    """From what is typed to the values."""
    made = calculate(tool, inputs_from_json(tool, given))
    assert made.periods is not None
    return made
