"""Hours below a line across a load duration curve, as spreadsheet formulas.

The loads stand unsorted in one range. Written hour by hour, each load would be compared with every other: minutes for a
year of hours. Instead a few of the sorted loads are looked at in each of a few steps, since the more loads have been
passed, the more the line holds.
"""

from __future__ import annotations

_LOOKED_AT = 20


def steps_to(count: int) -> tuple[int, ...]:
    """In which steps so many loads are searched, the coarsest first, the last one by one: 441, 21, 1 for a year."""
    steps = [1]
    while steps[0] * (_LOOKED_AT + 1) <= count:
        steps.insert(0, steps[0] * (_LOOKED_AT + 1))
    return tuple(steps)


def hours_formula(loads: str, energy: str, count: int, passed: str, step: int) -> str:
    """How many loads are passed: those `passed` until now, and as many whole steps as hold less than the energy.

    `loads` is the range of `count` cells. A line as high as a load holds all lower loads, and itself in all other
    hours. Rounded to 0.000001, since sums of decimal fractions are not exact in a spreadsheet.
    """
    ranks = f"({passed}+{step}*{{{','.join(map(str, range(1, _LOOKED_AT + 1)))}}})"
    # Not beyond the highest load: as many as there are, where a rank lies behind it.
    ranks = f"{ranks}-({ranks}>{count})*({ranks}-{count})"
    line = f"SMALL({loads},{ranks})"
    held = f'SUMIF({loads},"<"&{line})+{line}*COUNTIF({loads},">="&{line})'
    return f"MIN({count},{passed}+{step}*SUMPRODUCT(--(ROUND({held},6)<ROUND({energy},6))))"
