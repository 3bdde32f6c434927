"""Formulas on paper: limits of sums clear of their neighbours, decisions row by row, lines that break."""

import pytest

from reports.cases import parted
from reports.formulas import lines, pieces, typeset

LONG_LIMIT = r"\sum_{m:\; lcmr_{m} = \text{no}} EG_{m}"


def left_edge(latex: str) -> float:
    """Leftmost ink from the start of the line, in points."""
    return min(x for _, numbers in typeset(latex, 10.0).outline for x in numbers[::2])


@pytest.mark.parametrize("latex", [LONG_LIMIT, rf"\frac{{{LONG_LIMIT}}}{{EG}}", rf"\left({LONG_LIMIT}\right)"])
def test_a_sum_with_a_long_limit_reaches_over_nothing_left_of_it(latex):
    assert left_edge(latex) >= -0.5


def test_a_decision_within_a_decision_is_parted_into_its_rows():
    inner = r"\begin{cases} a & \text{if } x = 1 \\ b & \text{otherwise} \end{cases}"
    parts = parted(rf"= \begin{{cases}} {inner} & \text{{if }} y \\ \frac{{1}}{{2}} & \text{{otherwise}} \end{{cases}}")
    assert parts is not None
    assert [value for value, _ in parts.rows] == [inner, r"\frac{1}{2}"]
    assert parts.before.strip() == "="


def test_rows_of_a_decision_stand_below_each_other():
    one, two = (typeset(rf"\begin{{cases}} {rows} \end{{cases}}", 10.0) for rows in ("a & b", r"a & b \\ c & d"))
    assert two.height > one.height
    assert two.width == pytest.approx(one.width, rel=0.1)


def test_a_line_may_end_inside_brackets_where_the_formula_says_so():
    latex = r"= (\text{1} \allowbreak + \text{2}) \allowbreak / \text{3}"
    assert len(pieces(latex)) == 3
    assert len(lines(latex, 10.0, 500.0)) == 1
    assert len(lines(latex, 10.0, 30.0)) > 1
