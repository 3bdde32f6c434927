"""What a calculation starts from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from forms.methodologies.model import Index

if TYPE_CHECKING:
    from forms.periods import Period

InputValue = Decimal | str | dt.date
Key = tuple[str, Index]

# Beyond thirty powers of ten there is no quantity: the Earth's atmosphere weighs 5e15 tonnes.
MOST_POWERS_OF_TEN = 30


def is_a_quantity(value: Decimal) -> bool:
    """False for NaN, infinity and numbers of absurd size, which would only stall the calculation."""
    return value.is_finite() and (value.is_zero() or abs(value.adjusted()) <= MOST_POWERS_OF_TEN)


@dataclass(frozen=True)
class Inputs:
    """What the user gives: values by symbol and index, members of sets, chosen options and the crediting period.

    A scalar has the index `()`. A value without the index of the crediting period holds in every period.
    `origins` says where a value comes from, by (symbol, index), when it was not simply typed.
    """

    values: Mapping[str, Mapping[Index, InputValue]] = field(default_factory=dict)
    sets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    options: Mapping[str, str] = field(default_factory=dict)
    periods: tuple[Period, ...] = ()
    origins: Mapping[Key, str] = field(default_factory=dict)
