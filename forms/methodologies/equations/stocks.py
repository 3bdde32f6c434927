"""Stocks that decay: what is added over time, and what is left of it at any time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal

from forms.methodologies.equations.arithmetic import exponential

Keys = tuple[str, ...]


class _Stock:
    """One stock with its `rate` (the exponent a unit of time, below zero), as far as it was asked for.

    `left` has what is left at the time of each addition, that one included; `added` what was added until then.
    """

    def __init__(self, rate: Decimal) -> None:
        self.rate = rate
        self.left = [Decimal(0)]
        self.added = [Decimal(0)]

    def add(self, amount: Decimal, since: Decimal) -> None:
        """One more addition, so long after the one before."""
        left = self.left[-1]
        self.left.append((left * exponential(self.rate * since) if left else left) + amount)
        self.added.append(self.added[-1] + amount)

    def sum(self, count: int, until: Decimal, times: Sequence[Decimal]) -> Decimal:
        """What is left at `until` of the first `count` additions."""
        return self.left[count] * exponential(self.rate * (until - times[count - 1])) if count else Decimal(0)


class DecaySum:
    """The value of a `decay.Decay` at any index, with one stock for each combination of members of the other sets.

    `ages` gives for each exponential of the body its sign and whether its age is floored.
    """

    def __init__(
        self,
        times: Callable[[], Sequence[str]],
        numbers: Mapping[str, Decimal],
        others: Callable[[], Iterable[Keys]],
        rate: Callable[..., Decimal],
        amount: Callable[..., Decimal],
        ages: Sequence[tuple[str, bool]],
    ) -> None:
        self._times, self._numbers, self._others = times, numbers, others
        self._rate, self._amount, self._ages = rate, amount, ages
        self._keys: list[str] = []
        self._years: list[Decimal] = []
        self._stocks: dict[Keys, _Stock] = {}

    def __call__(self, limit: Decimal, *until: Decimal) -> Decimal:
        """The sum over all additions until `limit`; `until` has the end of each age."""
        if not self._keys:
            pairs = sorted((self._numbers[key], key) for key in self._times())
            self._years, self._keys = [number for number, _ in pairs], [key for _, key in pairs]
        count = bisect_right(self._years, limit)
        total = Decimal(0)
        for others in self._others():
            stock = self._stock(others) if count else None
            if stock is not None:
                self._reach(stock, count, others)
                total += self._of(stock, count, until)
        return total

    def _reach(self, stock: _Stock, count: int, others: Keys) -> None:
        """Let the stock have its first additions; where one is missing, those before it."""
        for at in range(len(stock.left) - 1, count):
            since = self._years[at] - self._years[at - 1] if at else Decimal(0)
            stock.add(self._amount(self._keys[at], *others), since)

    def _stock(self, others: Keys) -> _Stock:
        known = self._stocks.get(others)
        if known is None:
            # In the order of the equation, so that what is missing is named in that order.
            self._amount(self._keys[0], *others)
            known = self._stocks[others] = _Stock(self._rate(*others))
        return known

    def _of(self, stock: _Stock, count: int, until: Sequence[Decimal]) -> Decimal:
        total = Decimal(0)
        for (sign, is_floored), end in zip(self._ages, until, strict=True):
            before = min(count, bisect_right(self._years, end)) if is_floored else count
            amount = stock.sum(before, end, self._years) + stock.added[count] - stock.added[before]
            total = total + amount if sign == "+" else total - amount
        return total
