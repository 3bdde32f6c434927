"""Columns by year as a picture: the layout of the chart, apart from who paints it.

Series differ by hatch and by lightness, so that the chart reads in grey print.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor, log10

from reports.pictures import Area, Fill, Label, Line, Mark, Pen, Picture, rectangle

_FILLS = (
    Fill("#9DB4BF"),
    Fill("#FFFFFF", "diagonal", "ink"),
    Fill("#FFFFFF", "dots", "ink"),
    Fill("accent"),
    Fill("#FFFFFF", "horizontal", "ink"),
    Fill("ink"),
)
# Reductions are what the chart is about: they get the accent whatever stands beside them.
_FILL_OF = {"baseline": _FILLS[0], "project": _FILLS[1], "leakage": _FILLS[2], "reductions": _FILLS[3]}
_LETTER = 0.52  # average width of a letter, in sizes


@dataclass(frozen=True)
class Series:
    """Values of one kind, one a column group; None leaves a gap."""

    name: str
    values: tuple[Decimal | None, ...]


@dataclass(frozen=True)
class Chart:
    """Columns side by side: a group a label (a year), in each group a column a series. `unit` names the axis."""

    labels: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str


@dataclass(frozen=True)
class Scale:
    """The value axis: from a round number to a round number by round steps, drawn between two heights."""

    low: float
    high: float
    step: float
    bottom: float
    top: float

    def height(self, value: float) -> float:
        """Where a value is on the paper."""
        return self.bottom + (value - self.low) / (self.high - self.low) * (self.top - self.bottom)

    def ticks(self) -> list[float]:
        """The values that get a line and a number."""
        count = round((self.high - self.low) / self.step)
        return [self.low + number * self.step for number in range(count + 1)]


def column_chart(chart: Chart, *, width: float = 471.0, height: float = 200.0) -> Picture:
    """The chart with axis, grid and legend, `width` by `height` points."""
    scale = value_scale(chart, bottom=34.0, top=height - 16.0)
    left = 12.0 + max(len(_number(tick)) for tick in scale.ticks()) * 7.0 * _LETTER + 8.0
    marks = [
        Label((0.0, height - 7.0), chart.unit, colour="quiet"),
        *_grid(scale, left, width),
        *_columns(chart, scale, left, width),
        *_group_labels(chart.labels, left, width),
        Line(((left, scale.height(0.0)), (width, scale.height(0.0))), Pen("ink", 0.7)),
        *_legend([series.name for series in chart.series], left),
    ]
    return Picture(width, height, tuple(marks))


def value_scale(chart: Chart, *, bottom: float, top: float) -> Scale:
    """A scale from zero (or below) to above the largest value, with four to eight steps of 1, 2, 2.5 or 5."""
    values = [float(value) for series in chart.series for value in series.values if value is not None]
    low, high = min([0.0, *values]), max([0.0, *values])
    step = _round_step((high - low) / 5 or 1.0)
    return Scale(floor(low / step) * step, max(1, ceil(high / step)) * step, step, bottom, top)


def fill_of(name: str, number: int) -> Fill:
    """How a series is filled: by what it is, else by its place among the others."""
    words = name.lower().split()
    known = [fill for word, fill in _FILL_OF.items() if word in words]
    return known[0] if known else _FILLS[number % len(_FILLS)]


def _round_step(least: float) -> float:
    power = 10.0 ** floor(log10(least))
    return next(step * power for step in (1.0, 2.0, 2.5, 5.0, 10.0) if step * power >= least * 0.999)


def _number(value: float) -> str:
    """A tick's number: thousands apart, no more decimals than it needs."""
    return f"{value:,.0f}" if value == round(value) else f"{value:,.6g}"


def _grid(scale: Scale, left: float, right: float) -> Iterator[Mark]:
    for tick in scale.ticks():
        height = scale.height(tick)
        yield Line(((left, height), (right, height)), Pen("rule", 0.35))
        yield Label((left - 5.0, height - 2.4), _number(tick), anchor="end", colour="quiet")


def _columns(chart: Chart, scale: Scale, left: float, right: float) -> Iterator[Mark]:
    group = (right - left) / max(1, len(chart.labels))
    column = min(16.0, group * 0.8 / max(1, len(chart.series)))
    for place in range(len(chart.labels)):
        start = left + group * (place + 0.5) - column * len(chart.series) / 2
        for number, series in enumerate(chart.series):
            value = series.values[place]
            if value:
                fill = fill_of(series.name, number)
                yield _column(start + column * number, column, float(value), scale, fill)


def _column(left: float, width: float, value: float, scale: Scale, fill: Fill) -> Area:
    zero, end = scale.height(0.0), scale.height(value)
    outline = rectangle(left, min(zero, end), width, abs(end - zero))
    return Area((outline,), fill, Pen("ink", 0.4))


def _group_labels(labels: Sequence[str], left: float, right: float) -> Iterator[Mark]:
    """Labels under the groups; every second or third only where they would touch."""
    group = (right - left) / max(1, len(labels))
    longest = max((len(label) for label in labels), default=0) * 7.0 * _LETTER + 4.0
    every = max(1, ceil(longest / group))
    for place in range(0, len(labels), every):
        yield Label((left + group * (place + 0.5), 23.0), labels[place], anchor="middle")


def _legend(names: Sequence[str], left: float) -> Iterator[Mark]:
    x = left
    for number, name in enumerate(names):
        yield Area((rectangle(x, 2.0, 11.0, 7.0),), fill_of(name, number), Pen("ink", 0.4))
        yield Label((x + 15.0, 3.0), name, size=7.5)
        x += 15.0 + len(name) * 7.5 * _LETTER + 18.0
