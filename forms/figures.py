"""Figures that ought to be the same: equal as printed, or apart by a slip of the pen or of the unit."""

from __future__ import annotations

from decimal import Decimal

from forms.quantities import round_down, round_nearest

_CLOSE = Decimal("0.02")
_ALIKE = Decimal("0.00002")
_POWERS = frozenset({-6, -3, -2, -1, 1, 2, 3, 6})
_FEWEST_DIGITS = 3
_LEAST_ROUNDED = 10


def decimals_of(value: Decimal) -> int:
    """Decimals with which a number is written."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def matches(printed: Decimal, known: Decimal) -> bool:
    """Whether a printed number is a known one, as far as the digits of both go.

    Rounded or cut: 0.7302 is 0.730235, 33.61 is 33.6, and 74,000 is 74,200; 70,000 is not.
    """
    apart, size = abs(printed - known), abs(known)
    if apart > size:
        return False
    if apart <= size * _ALIKE:
        return True
    # A text may say more than a fact that is itself rounded, but not than a whole number.
    place = max(_last_place(printed), -decimals_of(known)) if decimals_of(known) else _last_place(printed)
    left, right = printed.scaleb(-place), known.scaleb(-place)
    if abs(left - right) >= 1 or abs(left) < _LEAST_ROUNDED:
        return False
    return bool({round_nearest(left), round_down(left)} & {round_nearest(right), round_down(right)})


def _last_place(value: Decimal) -> int:
    """Power of ten of the last digit that says something: 3 for 74,000, -2 for 0.70."""
    _, digits, exponent = value.as_tuple()
    if not isinstance(exponent, int) or exponent < 0:
        return exponent if isinstance(exponent, int) else 0
    written = "".join(map(str, digits))
    return exponent + len(written) - len(written.rstrip("0"))


def slip(printed: Decimal, known: Decimal) -> str:
    """How a printed number may have come from a known one that it does not match; empty when it is just another.

    `unit` is a power of ten, `digit` one digit written wrongly, `near` a difference of two per cent at most.
    """
    if not known or not printed or _digits(printed) < _FEWEST_DIGITS:
        return ""
    power = printed.adjusted() - known.adjusted()
    if power in _POWERS and matches(printed, known.scaleb(power)):
        return "unit"
    if _one_digit_apart(printed, known):
        return "digit"
    return "near" if abs(printed - known) <= abs(known) * _CLOSE else ""


def _digits(value: Decimal) -> int:
    return len(str(value).replace(".", "").replace("-", "").lstrip("0"))


def _one_digit_apart(printed: Decimal, known: Decimal) -> bool:
    decimals = decimals_of(printed)
    left, right = f"{printed:.{decimals}f}", f"{round_nearest(known, decimals):.{decimals}f}"
    return len(left) == len(right) and sum(a != b for a, b in zip(left, right, strict=True)) == 1
