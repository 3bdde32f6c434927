"""Years of a crediting period: part-years, leap years, ends."""

import datetime as dt
import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.periods import Duration, end_of, iso_day, months_between, periods_of


def test_sudenai_runs_four_years_and_four_months():
    """Printed in the JI SSC PDD: 1 September 2008 to 31 December 2012, 4 years 4 months."""
    start, end = dt.date(2008, 9, 1), dt.date(2012, 12, 31)
    assert end_of(start, Duration(4, 4)) == end
    assert months_between(start, end) == 52
    first, *rest = periods_of(start, end)
    assert (first.label, first.fraction) == ("2008", Decimal(4) / 12)
    assert [period.fraction for period in rest] == [1, 1, 1, 1]


def test_part_years_in_the_middle_of_a_month_count_by_days():
    first, last = periods_of(dt.date(2011, 7, 19), dt.date(2012, 7, 18))
    assert first.fraction == Decimal(166) / 365
    assert last.fraction == Decimal(200) / 366


def test_crediting_years_run_from_anniversary_to_anniversary():
    periods = periods_of(dt.date(2012, 8, 1), dt.date(2019, 7, 31), "crediting")
    assert len(periods) == 7
    assert all(period.fraction == 1 for period in periods)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4 years 4 months", Duration(4, 4)),
        ("P4Y4M", Duration(4, 4)),
        ("4y 4m", Duration(4, 4)),
        ("7", Duration(7)),
        ("18 months", Duration(1, 6)),
        ("soon", None),
        ("", None),
    ],
)
def test_a_length_is_read_as_people_write_it(text, expected):
    assert Duration.parse(text) == expected


dates = st.dates(dt.date(1990, 1, 1), dt.date(2060, 12, 31))


@given(dates, st.integers(1, 30 * 12))
def test_rows_cover_the_crediting_period_without_gap(start, months):
    end = end_of(start, Duration(months // 12, months % 12))
    for rows in ("calendar", "crediting"):
        periods = periods_of(start, end, rows)
        assert (periods[0].start, periods[-1].end) == (start, end)
        for before, after in itertools.pairwise(periods):
            assert after.start - before.end == dt.timedelta(days=1)
        assert all(0 < period.fraction <= 1 for period in periods)


@given(dates)
def test_an_end_before_the_start_has_no_rows(start):
    assert periods_of(start, start - dt.timedelta(days=1)) == ()


def test_crediting_years_from_a_leap_day_are_whole_years():
    periods = periods_of(dt.date(2000, 2, 29), end_of(dt.date(2000, 2, 29), Duration(4)), "crediting")
    assert [period.fraction for period in periods] == [1, 1, 1, 1]


@pytest.mark.parametrize("text", ["2012-W01-1", "20120101", "2012-1-1", "2012-01", "2013-02-30", "", "soon"])
def test_only_year_month_day_is_a_day(text):
    with pytest.raises(ValueError, match=r"."):
        iso_day(text)
    assert iso_day("2012-08-27") == dt.date(2012, 8, 27)
