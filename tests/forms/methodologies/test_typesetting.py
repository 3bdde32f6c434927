"""Equations in print and in words."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from forms.methodologies import methodologies, methodology
from forms.methodologies.typesetting import latex, latex_symbol, spoken
from forms.views.symbols import printed_symbol
from tests.forms.methodologies.approaches import equation, small, sudenai

PARAMETERS = [
    {"symbol": "EG_PJ", "indices": ["y"], "unit": "1"},
    {"symbol": "EF_grid_CM", "unit": "1"},
    {"symbol": "phi", "unit": "1"},
    {"symbol": "GWP_CH4", "unit": "1"},
    {"symbol": "Q", "indices": ["j"], "unit": "1"},
]
SETS = [{"id": "y", "kind": "period"}, {"id": "j", "kind": "rows"}]


def typeset(expression, symbol="r"):
    used = [entry for entry in PARAMETERS if entry["symbol"] in expression]
    sets = [entry for entry in SETS if f"in {entry['id']}" in expression or f"[{entry['id']}]" in symbol + expression]
    return small(equation(symbol, expression), parameter=used, set=sets).equations[0]


@pytest.mark.parametrize(
    ("symbol", "expression", "expected"),
    [
        ("BE[y]", "EG_PJ[y] * EF_grid_CM", r"BE_{y} = EG_{PJ,y} \times EF_{grid,CM}"),
        ("r", "phi * (1 - EF_grid_CM)", r"r = \phi \times \left(1 - EF_{grid,CM}\right)"),
        ("r", "phi / GWP_CH4", r"r = \frac{\phi}{GWP_{CH_{4}}}"),
        ("r", "(phi + 1) ** 2", r"r = \left(\phi + 1\right)^{2}"),
        ("r", "phi - (1 - EF_grid_CM)", r"r = \phi - \left(1 - EF_{grid,CM}\right)"),
        ("r", "sum(Q[j] * phi for j in j)", r"r = \sum_{j} Q_{j} \times \phi"),
        ("r", "phi * sum(Q[j] for j in j)", r"r = \phi \times \left(\sum_{j} Q_{j}\right)"),
        ("r", "sum(Q[j] + phi for j in j if Q[j] > 0)", r"r = \sum_{j:\; Q_{j} > 0} \left(Q_{j} + \phi\right)"),
        ("r", "exp(-phi) + sqrt(phi)", r"r = e^{-\phi} + \sqrt{\phi}"),
        ("r", "max(0, phi)", r"r = \max\left(0,\; \phi\right)"),
        ("r", "1.5e-3 * phi", r"r = 1.5 \times 10^{-3} \times \phi"),
        (
            "r",
            "phi if phi > 1 else 0",
            r"r = \begin{cases} \phi & \text{if } \phi > 1 \\ 0 & \text{otherwise} \end{cases}",
        ),
    ],
)
def test_equation_is_typeset(symbol, expression, expected):
    assert latex(typeset(expression, symbol)) == expected


@pytest.mark.parametrize(
    ("symbol", "indices", "expected"),
    [
        ("EF_grid_CM", (), "EF_{grid,CM}"),
        ("PE_FF", ("i", "y"), "PE_{FF,i,y}"),
        ("BE_CH4_SWDS", ("y",), "BE_{CH_{4},SWDS,y}"),
        ("w_CO2", (), "w_{CO_{2}}"),
        ("eta", ("m",), r"\eta_{m}"),
        ("lambda_", (), r"\lambda"),
        ("λ", (), r"\lambda"),
        ("k", (), "k"),
    ],
)
def test_symbol_is_typeset_with_its_subscripts(symbol, indices, expected):
    assert latex_symbol(symbol, indices) == expected


# AMS-III.AU v03.0, equations of the baseline by season: BE_s,y, A_g,s,y and A_y.
@pytest.mark.parametrize(
    ("symbol", "indices", "expected"),
    [
        ("BE_s", ("s", "y"), "BE_{s,y}"),
        ("A_y", ("y",), "A_{y}"),
        ("EF_BL_n", ("n", "g", "s", "y"), "EF_{BL,n,g,s,y}"),
        ("BE_s", ("y",), "BE_{s,y}"),
        ("d_y", ("y",), "d_{y}"),
    ],
)
def test_an_index_that_ends_the_name_is_printed_once(symbol, indices, expected):
    assert latex_symbol(symbol, indices) == expected
    assert printed_symbol(symbol, indices).replace(",", "") == re.sub(r"[{},]", "", expected)


def test_an_index_is_printed_once_inside_an_equation():
    season = next(one for one in methodology("AMS-III.AU", "03.0").equations if one.symbol == "ER_s")
    assert latex(season) == "ER_{s,y} = BE_{s,y} - PE_{s,y}"


@pytest.mark.parametrize("known", methodologies(), ids=lambda known: known.id)
def test_no_two_symbols_are_printed_alike(known):
    printed = Counter(latex_symbol(symbol, known.indices_of(symbol)) for symbol in known.definitions)
    assert [text for text, count in printed.items() if count > 1] == []


def test_equation_is_told_in_words():
    assert spoken(typeset("EG_PJ[y] * EF_grid_CM", "BE[y]")) == "BE in y equals EG PJ in y times EF grid CM"
    assert spoken(typeset("phi * (1 - EF_grid_CM)")) == (
        "r equals phi times open bracket 1 minus EF grid CM close bracket"
    )


def test_equations_can_be_drawn():
    ziamath = pytest.importorskip("ziamath")
    for entry in sudenai().equations:
        assert ziamath.Latex(latex(entry)).svg()


def test_every_shipped_equation_is_valid_mathematics_and_can_be_told():
    mathml = pytest.importorskip("latex2mathml.converter")
    for loaded in methodologies():
        for entry in loaded.equations:
            assert "<merror" not in mathml.convert(latex(entry, loaded.sets_by_id))
            assert "  " not in spoken(entry)


def test_a_symbol_that_begins_with_a_formula_keeps_both_subscripts():
    assert latex_symbol("CH4_captured", ("y",)) == r"{CH_{4}}_{captured,y}"
