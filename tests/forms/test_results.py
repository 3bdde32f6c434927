"""Rounding of printed tonnes: once, conservatively, and without losing one."""

from decimal import Decimal

import pytest

from forms.results import Tonnes, printed


def tonnes(baseline, project, leakage):
    made = [Decimal(value) for value in (baseline, project, leakage)]
    return Tonnes(*made, made[0] - made[1] - made[2])


@pytest.mark.parametrize(
    ("unrounded", "expected"),
    [
        (("100.9", "0", "0"), (100, 0, 0, 100)),
        (("100.9", "1.1", "0.1"), (100, 2, 1, 97)),
        (("100", "1", "0"), (100, 1, 0, 99)),
        (("9999.9999999999999999999999999999", "0", "0"), (10000, 0, 0, 10000)),
        (("10", "2.0000000000000000000000000001", "0"), (10, 2, 0, 8)),
    ],
)
def test_conservative_rows_add_up_and_lose_no_tonne_to_a_cut_division(unrounded, expected):
    row = printed(tonnes(*unrounded), "conservative")
    assert (row.baseline, row.project, row.leakage, row.reductions) == expected


def test_nearest_rounds_each_figure_by_itself():
    """Sudenai 2008, printed 6,078: 28,988 MWh / 3 x 0.629."""
    assert printed(tonnes("6077.817", "0", "0"), "nearest").reductions == 6078


def test_missing_stays_missing():
    row = printed(Tonnes(Decimal(1), None, Decimal(0), None), "conservative")
    assert (row.project, row.reductions) == (None, None)
