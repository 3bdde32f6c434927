"""Approaches and methodologies as data, for the tests of the equation engine."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from forms.methodologies import methodology_from_data
from forms.methodologies.calculation import Inputs
from forms.periods import periods_of

# JI SSC PDD "Sudenai and Lendimai Wind Power JI Project", version 6 of 6 November 2007: sections A.4.3.1, D and E.
SUDENAI = {
    "code": "specific",
    "version": "1",
    "title": "Baseline factor of the marginal plant",
    "kind": "methodology",
    "results": {"baseline": "BE", "project": "PE", "leakage": "LE", "reductions": "ER"},
    "set": [
        {"id": "y", "kind": "period", "label": "Years of the crediting period"},
        {"id": "t", "kind": "years", "label": "Years of the emission factor"},
        {"id": "i", "kind": "fixed", "members": ["gas", "oil", "orimulsion"], "label": "Fuels"},
    ],
    "parameter": [
        {"symbol": "EG", "indices": ["y"], "unit": "MWh", "annual": True, "kind": "monitored"},
        {"symbol": "power", "indices": ["t"], "unit": "MWh"},
        {"symbol": "heat", "indices": ["t"], "unit": "MWh"},
        {"symbol": "FC_gas", "indices": ["t"], "unit": "1000 Nm3"},
        {"symbol": "FC_oil", "indices": ["t"], "unit": "t"},
        {"symbol": "FC_orimulsion", "indices": ["t"], "unit": "t"},
        {"symbol": "NCV_gas", "unit": "toe/1000 Nm3"},
        {"symbol": "NCV_oil", "unit": "toe/t"},
        {"symbol": "NCV_orimulsion", "unit": "toe/t"},
        {"symbol": "EF_fuel", "indices": ["i"], "unit": "tCO2/toe"},
        {"symbol": "eta_heat", "unit": "1"},
        {"symbol": "MWh_per_toe", "unit": "MWh/toe", "default": "11.63", "default_source": "41.868 GJ/toe"},
    ],
    "equation": [
        {
            "symbol": "fuel[i, t]",
            "number": "(1)",
            "unit": "toe",
            "expression": "FC_gas[t] * NCV_gas if i == 'gas' else FC_oil[t] * NCV_oil if i == 'oil'"
            " else FC_orimulsion[t] * NCV_orimulsion",
        },
        {"symbol": "T[t]", "number": "(2)", "unit": "tCO2", "expression": "sum(fuel[i, t] * EF_fuel[i] for i in i)"},
        {
            "symbol": "H[t]",
            "number": "(3)",
            "unit": "tCO2",
            "expression": "sum(heat[t] * fuel[i, t] / sum(fuel[k, t] for k in i) * EF_fuel[i] for i in i)"
            " / (eta_heat * MWh_per_toe)",
        },
        {"symbol": "P[t]", "number": "(4)", "unit": "tCO2", "expression": "T[t] - H[t]"},
        {"symbol": "EF_year[t]", "number": "(5)", "unit": "tCO2/MWh", "expression": "P[t] / power[t]"},
        {
            "symbol": "EF",
            "number": "(6)",
            "unit": "tCO2/MWh",
            "expression": "round(sum(P[t] for t in t) / sum(power[t] for t in t), 3)",
        },
        {"symbol": "BE[y]", "number": "(7)", "unit": "tCO2e", "expression": "EG[y] * EF"},
        {"symbol": "PE[y]", "number": "(8)", "unit": "tCO2e", "expression": "0"},
        {"symbol": "LE[y]", "number": "(9)", "unit": "tCO2e", "expression": "0"},
        {"symbol": "ER[y]", "number": "(10)", "unit": "tCO2e", "expression": "BE[y] - PE[y] - LE[y]"},
    ],
}
_FUELS = ("gas", "oil", "orimulsion")


def by_key(*pairs: tuple[str, str]) -> dict[tuple[str, ...], Decimal]:
    """Values of a symbol with one index."""
    return {(key,): Decimal(value) for key, value in pairs}


def scalar(value: str) -> dict[tuple[str, ...], Decimal]:
    """Value of a symbol without index."""
    return {(): Decimal(value)}


def sudenai_inputs() -> Inputs:
    """The numbers printed in the PDD."""
    years = ("2002", "2003", "2004", "2005")
    table = {
        "power": ("736604", "723858", "745372", "1072814"),
        "heat": ("202060", "195553", "212399", "199383"),
        "FC_gas": ("199104", "225813", "207690", "280559"),
        "FC_oil": ("7355", "5241", "2750", "1815"),
        "FC_orimulsion": ("52534", "21238", "55501", "86160"),
    }
    values = {symbol: by_key(*zip(years, row, strict=True)) for symbol, row in table.items()}
    values |= {
        "EG": scalar("28988"),
        "NCV_gas": scalar("0.80002867"),
        "NCV_oil": scalar("0.955065574"),
        "NCV_orimulsion": scalar("0.660041566"),
        "EF_fuel": by_key(*zip(_FUELS, ("2.369981446", "3.24883221", "3.373787295"), strict=True)),
        "eta_heat": scalar("0.881"),
    }
    periods = periods_of(dt.date(2008, 9, 1), dt.date(2012, 12, 31))
    return Inputs(values=values, sets={"t": years}, periods=periods)


def sudenai():
    """The approach of the PDD."""
    return methodology_from_data(SUDENAI, "approach")


def small(*equations: dict[str, object], **parts: object):
    """A methodology of a few equations; parameters `a`, `b` are pure numbers unless given."""
    pure = [{"symbol": name, "unit": "1"} for name in ("a", "b")]
    data: dict[str, object] = {"code": "small", "version": "1", "parameter": pure, "equation": list(equations), **parts}
    return methodology_from_data(data, "test")


def equation(symbol: str, expression: str, unit: str = "1", **more: object) -> dict[str, object]:
    """One equation as data."""
    return {"symbol": symbol, "expression": expression, "unit": unit, **more}
