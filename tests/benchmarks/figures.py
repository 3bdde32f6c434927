"""A figure that was measured, the reference it stands beside, and how both are printed."""

import gc
import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

HEADS = ("", "measured", "aim", "", "reference", "ratio")
_DECIMALS = {"s": 2, "ms": 1, "pages/s": 0, "MB": 0, "kB": 0, "pages": 0, "×": 2, "": 0}


@dataclass(frozen=True)
class Figure:
    """`value` in `unit`; `reference` in the same unit, measured in the same run and said by `reference_name`.

    `aim` is what `value` should stay below.
    """

    name: str
    value: float
    unit: str
    reference: float | None = None
    reference_name: str = ""
    aim: float | None = None

    @property
    def ratio(self) -> float | None:
        """How many times the reference it is."""
        return self.value / self.reference if self.reference else None

    @property
    def is_met(self) -> bool | None:
        """Whether it keeps to its aim; `None` without one."""
        return None if self.aim is None else self.value < self.aim

    def to_json(self) -> dict[str, object]:
        """As `--json` writes it."""
        return {
            "name": self.name,
            "value": self.value,
            "unit": self.unit,
            "aim": self.aim,
            "is_met": self.is_met,
            "reference": self.reference,
            "reference_name": self.reference_name,
            "ratio": self.ratio,
        }

    def cells(self) -> tuple[str, ...]:
        """As a row of the table."""
        met = {True: "met", False: "MISSED", None: ""}[self.is_met]
        aim = "" if self.aim is None else f"< {self.aim:.3g} {self.unit}"
        reference = "" if self.reference is None else f"{self._shown(self.reference)}  {self.reference_name}"
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}"
        return (self.name, self._shown(self.value), aim, met, reference, ratio)

    def _shown(self, value: float) -> str:
        decimals = _DECIMALS[self.unit] if value >= 1 else 2
        return f"{value:,.{decimals}f} {self.unit}".strip()


def table(figures: Iterable[Figure]) -> str:
    """Aligned columns: names, aims and references to the left, numbers to the right."""
    rows = [HEADS, *(figure.cells() for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADS))]
    return "\n".join(_line(row, widths) for row in rows)


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    numbers = {1, 5}
    cells = (
        cell.rjust(width) if column in numbers else cell.ljust(width)
        for column, (cell, width) in enumerate(zip(row, widths, strict=True))
    )
    return "  ".join(cells).rstrip()


def milliseconds(
    work: Callable[[], object], *, times: int = 15, clock: Callable[[], float] = time.perf_counter
) -> float:
    """Median time that `work` takes, after one call that warms it up; without collections of garbage in between.

    With `time.process_time` as `clock`, that of the processor: it hangs less on what else the machine does.
    """
    work()
    gc.collect()
    gc.disable()
    try:
        return statistics.median(_once(work, clock) for _ in range(times))
    finally:
        gc.enable()


def _once(work: Callable[[], object], clock: Callable[[], float]) -> float:
    started = clock()
    work()
    return (clock() - started) * 1000
