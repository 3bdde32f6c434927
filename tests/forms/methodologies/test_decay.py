"""First-order decay: a stock that is carried over gives what the double sum of the text gives."""

from __future__ import annotations

import decimal
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forms.methodologies import methodology, methodology_from_data
from forms.methodologies.calculation import Inputs, calculate, inputs_from_json
from forms.methodologies.equations.decay import decay_of
from forms.methodologies.equations.nodes import Fold, walk
from forms.quantities import PRECISION

YEARLY = "sum(W[j, x] * DOC[j] * exp(-k[j] * (t - x)) * (1 - exp(-k[j])) for x in x for j in j if x <= t)"
BY_ROW = (
    "sum(W[j, x] * DOC[j] * (exp(-k[j] / 12 * (max(first[t], x) - x)) - exp(-k[j] / 12 * (last[t] + 1 - x)))"
    " for x in x for j in j if x <= last[t])"
)
AGREE = Decimal("1e-28")


def decaying(expression):
    """Waste `W` of types `j` at times `x`, and what decays of it in the years or rows `t`."""
    rows = {"first": ["t"], "last": ["t"]} if "last" in expression else {}
    parameters = {"W": ["j", "x"], "DOC": ["j"], "k": ["j"], **rows}
    return methodology_from_data(
        {
            "code": "specific",
            "version": "1",
            "title": "Decay",
            "set": [{"id": "x", "kind": "years"}, {"id": "t", "kind": "years"}, {"id": "j", "kind": "rows"}],
            "parameter": [{"symbol": name, "indices": sets, "unit": "1"} for name, sets in parameters.items()],
            "equation": [{"symbol": "D[t]", "unit": "1", "expression": expression}],
        },
        "decay",
    )


def plainly(expression, waste, shares, rates, rows):
    """The same by the double sum as it is printed, term by term."""
    found = {}
    with decimal.localcontext(PRECISION):
        for row, (first, last) in rows.items():
            total = Decimal(0)
            for (kind, time), amount in waste.items():
                rate = rates[kind] if expression == YEARLY else rates[kind] / 12
                if time <= last:
                    since = (first if expression == YEARLY else max(first, time)) - time
                    until = since + 1 if expression == YEARLY else last + 1 - time
                    total += amount * shares[kind] * ((-rate * since).exp() - (-rate * until).exp())
            found[row] = total
    return found


def calculated(expression, waste, shares, rates, rows):
    values = {
        "W": {(kind, str(time)): amount for (kind, time), amount in waste.items()},
        "DOC": {(kind,): share for kind, share in shares.items()},
        "k": {(kind,): rate for kind, rate in rates.items()},
        "first": {(str(row),): Decimal(first) for row, (first, _) in rows.items()},
        "last": {(str(row),): Decimal(last) for row, (_, last) in rows.items()},
    }
    sets = {
        "x": tuple(dict.fromkeys(str(time) for _, time in waste)),
        "t": tuple(map(str, rows)),
        "j": tuple(shares),
    }
    return calculate(decaying(expression), Inputs(values=values, sets=sets))


AMOUNTS = st.decimals("0", "100000", places=3)
RATES = st.decimals("0", "1", places=3)
KINDS = ("wood", "food", "garden")


@st.composite
def landfills(draw, *, by_year):
    """Waste at times with gaps and in any order, and years (or rows of months) that may lie before, in and after it."""
    times = draw(st.lists(st.integers(1, 90), min_size=1, max_size=12, unique=True))
    kinds = KINDS[: draw(st.integers(1, 3))]
    waste = {(kind, time): draw(AMOUNTS) for time in times for kind in kinds}
    shares = {kind: draw(st.decimals("0", "0.5", places=2)) for kind in kinds}
    rates = {kind: draw(RATES) for kind in kinds}
    firsts = draw(st.lists(st.integers(1, 120), min_size=1, max_size=6, unique=True))
    lengths = [0 if by_year else draw(st.integers(0, 14)) for _ in firsts]
    rows = {first: (first, first + length) for first, length in zip(firsts, lengths, strict=True)}
    return waste, shares, rates, rows


@given(landfills(by_year=True))
@settings(max_examples=60, deadline=None)
def test_stock_of_years_is_the_double_sum(landfill):
    check(YEARLY, *landfill)


@given(landfills(by_year=False))
@settings(max_examples=60, deadline=None)
def test_stock_of_months_is_the_double_sum(landfill):
    check(BY_ROW, *landfill)


def check(expression, waste, shares, rates, rows):
    made = calculated(expression, waste, shares, rates, rows)
    assert made.missing == made.faults == ()
    for row, expected in plainly(expression, waste, shares, rates, rows).items():
        assert abs(made.value("D", (str(row),)) - expected) <= AGREE * max(1, sum(waste.values()))


def test_one_tonne_of_carbon_halves_in_its_half_life():
    """k = ln 2 a year: half decays in the first year, a quarter in the second, an eighth in the third."""
    rate = Decimal(2).ln(PRECISION)
    rows = {year: (year, year) for year in (2001, 2002, 2003)}
    made = calculated(YEARLY, {("wood", 2001): Decimal(1)}, {"wood": Decimal(1)}, {"wood": rate}, rows)
    found = [made.value("D", (str(year),)) for year in rows]
    assert [round(value, 28) for value in found] == [Decimal("0.5"), Decimal("0.25"), Decimal("0.125")]


# --- which sums are taken for decay --------------------------------------------------------------------------------


def folds(expression):
    tree = decaying(expression).equations[0].formula.tree
    return [node for node in walk(tree) if isinstance(node, Fold)]


@pytest.mark.parametrize("expression", [YEARLY, BY_ROW])
def test_sum_of_decay_is_recognised(expression):
    assert decay_of(folds(expression)[0]) is not None


def test_every_double_sum_of_the_landfill_tool_is_recognised():
    sums = [equation for equation in methodology("TOOL04", "06.0.1").equations if equation.symbol == "DDOC"]
    assert [decay_of(equation.formula.tree) is not None for equation in sums] == [True, True, True]


@pytest.mark.parametrize(
    "expression",
    [
        # Not up to a limit.
        YEARLY.replace("x <= t", "x < t"),
        YEARLY.replace("x <= t", "x <= t and x > 3"),
        YEARLY.replace(" if x <= t", ""),
        # The age is not a time since x, or is divided by.
        YEARLY.replace("(t - x)", "(t + x)"),
        YEARLY.replace("(t - x)", "(t - x) ** 2"),
        YEARLY.replace("-k[j] * (t - x)", "-k[j] / (t + 1 - x)"),
        # More than decay hangs on the year for which it is summed.
        YEARLY.replace("DOC[j] *", "DOC[j] * t *"),
        BY_ROW.replace("max(first[t], x) - x", "min(first[t], x) - x"),
    ],
)
def test_sum_of_another_form_is_added_up_term_by_term(expression):
    assert decay_of(folds(expression)[0]) is None


# --- what is missing, and what is too much -------------------------------------------------------------------------


def test_waste_that_is_missing_stops_the_years_after_it_only():
    waste = {("wood", year): Decimal(10) for year in (2001, 2002, 2003)}
    rows = {year: (year, year) for year in (2001, 2002, 2003)}
    share, rate = {"wood": Decimal("0.4")}, {"wood": Decimal("0.1")}
    whole = calculated(YEARLY, waste, share, rate, rows)
    values = {
        **whole.inputs.values,
        "W": {index: v for index, v in whole.inputs.values["W"].items() if "2002" not in index},
    }
    made = calculate(whole.methodology, Inputs(values=values, sets=whole.inputs.sets))
    assert made.value("D", ("2001",)) == whole.value("D", ("2001",))
    assert made.value("D", ("2002",)) is made.value("D", ("2003",)) is None
    assert [(entry.symbol, entry.index) for entry in made.missing] == [("W", ("wood", "2002"))]


def fifty_years_of_months():
    """TOOL04 by the month: fifty years, nine types of waste, 1,000 t each month and type."""
    months, years = [str(month) for month in range(1, 601)], [str(year) for year in range(1971, 2021)]
    kinds = ["wood", "paper", "food", "textiles", "garden", "wood_2", "paper_2", "food_2", "garden_2"]
    return inputs_from_json(
        methodology("TOOL04", "06.0.1"),
        {
            "crediting_period": {"start": "1971-01-01", "end": "2020-12-31"},
            "options": {"application": "B", "model": "monthly", "climate": "tropical_wet", "site_type": "managed"},
            "sets": {"q": months, "j": kinds},
            "values": {
                "waste_type": {kind: kind.removesuffix("_2") for kind in kinds},
                "W_q": dict.fromkeys(months, "10000"),
                "p_q": {f"{kind},{month}": "0.1" for kind in kinds for month in months},
                "m_first": {year: str(12 * at + 1) for at, year in enumerate(years)},
                "m_last": {year: str(12 * at + 12) for at, year in enumerate(years)},
                "GWP_CH4": "25",
            },
        },
    )


def test_fifty_years_by_the_month_of_nine_types_of_waste():
    """Steady disposal: month n after its start decays a tonne to 1 - exp(-k/12 n), as the geometric sum says."""
    made = calculate(methodology("TOOL04", "06.0.1"), fifty_years_of_months())
    assert made.missing == made.faults == ()
    carbon = {
        "wood": ("0.43", "0.035"), "paper": ("0.40", "0.07"), "food": ("0.15", "0.40"), "textiles": ("0.24", "0.07"),
        "garden": ("0.20", "0.17"),
    }  # fmt: skip
    kinds = (*carbon, "wood", "paper", "food", "garden")
    with decimal.localcontext(PRECISION):
        expected = sum(
            1000 * Decimal(share) * (1 - (-Decimal(rate) / 12 * month).exp())
            for share, rate in (carbon[kind] for kind in kinds)
            for month in range(589, 601)
        )
    assert abs(made.value("DDOC", ("2020",)) - expected) < Decimal("1e-20")


def test_sum_that_would_stall_the_program_is_still_refused():
    months = tuple(str(month) for month in range(1, 30_001))
    kinds = tuple(f"waste {number}" for number in range(200))
    sets = {"x": months, "t": months[:100], "j": kinds}
    made = calculate(decaying(YEARLY), Inputs(values={}, sets=sets))
    assert {fault.kind for fault in made.faults} == {"size"}
    assert made.values == {}
