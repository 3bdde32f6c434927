"""Every worked case that ships beside a methodology, to the last printed digit, and some against plain arithmetic."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any

import pytest

from forms.methodologies import Methodology, methodologies, methodology
from forms.methodologies.calculation import Calculation, calculate, inputs_from_json
from tests.forms.methodologies import oracle


def _cases() -> Iterator[tuple[Methodology, Mapping[str, Any]]]:
    for known in methodologies():
        folder = files("forms") / "methodologies" / known.code / known.version
        examples = folder / "examples.toml"
        if examples.is_file():
            for case in tomllib.loads(examples.read_text(encoding="utf-8"))["case"]:
                yield known, case


CASES = {f"{known.code}-{known.version}-{case['id']}": (known, case) for known, case in _cases()}


@cache
def _calculated(name: str) -> Calculation:
    known, case = CASES[name]
    return calculate(known, inputs_from_json(known, case["inputs"]))


def _case(code: str, version: str, name: str) -> Calculation:
    return _calculated(f"{code}-{version}-{name}")


def _value(calculation: Calculation, key: str) -> Decimal:
    if key.endswith(".total"):
        total = getattr(calculation.total, {"ER": "reductions", "BE": "baseline"}[key.removesuffix(".total")])
        assert isinstance(total, Decimal)
        return total
    symbol, _, index = key.partition("[")
    at = tuple(part.strip() for part in index.removesuffix("]").split(",")) if index else ()
    assert symbol in calculation.values, f"{symbol} was not calculated: {calculation.faults or calculation.missing}"
    return calculation.values[symbol][at]


def _half_a_unit(printed: str) -> Decimal:
    exponent = Decimal(printed).as_tuple().exponent
    assert isinstance(exponent, int)
    return Decimal(1).scaleb(exponent) / 2


@pytest.mark.parametrize("name", CASES)
def test_case_gives_what_is_printed(name: str) -> None:
    """An expected value may differ by half a unit of its last digit, not more."""
    _, case = CASES[name]
    calculation = _calculated(name)
    for key, printed in case["expected"].items():
        value = _value(calculation, key)
        assert abs(value - Decimal(printed)) <= _half_a_unit(printed), f"{key}: {value} where {printed} is printed"


@pytest.mark.parametrize("name", CASES)
def test_case_has_all_it_needs(name: str) -> None:
    """No case lacks an input or runs into a fault."""
    calculation = _calculated(name)
    assert not [fault.message for fault in calculation.faults if fault.severity == "error"]
    assert not calculation.missing


@pytest.mark.parametrize("name", CASES)
def test_case_is_turned_down_exactly_where_a_condition_fails(name: str) -> None:
    """The conditions that do not hold are those that the case names as `refused`."""
    _, case = CASES[name]
    failed = [condition for condition, holds in _calculated(name).conditions.items() if holds is False]
    assert failed == case.get("refused", [])


@pytest.mark.parametrize("known", methodologies(), ids=lambda known: known.id)
def test_every_methodology_has_cases(known: Methodology) -> None:
    """No version ships without at least one case."""
    assert any(owner.id == known.id for owner, _ in CASES.values())


# --- against plain arithmetic --------------------------------------------------------------------


def _close(value: Decimal, exact: Fraction | float, tolerance: str = "1e-9") -> bool:
    return abs(Fraction(value) - Fraction(exact)) <= Fraction(tolerance)


def test_margins_of_viet_nam() -> None:
    """TOOL07: three years of the operating margin, and the sample of 113 units found again."""
    operating = oracle.simple_operating_margin(
        {2017: "96446572.77", 2018: "114997401.74", 2019: "143651728.86"},
        {2017: "83160505.77", 2018: "106748579.11", 2019: "126361614.48"},
    )
    assert _close(_case("TOOL07", "07.0", "viet-nam-om").values["EF_grid_OM"][()], operating)
    units = _units(CASES["TOOL07-07.0-viet-nam-bm-units"][1]["inputs"]["values"])
    sample = oracle.build_margin_sample(units)
    assert len(sample) == 113
    build = oracle.weighted_factor([unit.generation for unit in sample], [unit.emissions for unit in sample])
    calculation = _case("TOOL07", "07.0", "viet-nam-bm-units")
    assert _close(calculation.values["EF_grid_BM"][()], build)
    assert {name for (name,), inside in calculation.values["in_BM"].items() if inside} == {u.name for u in sample}


def _units(values: Mapping[str, Mapping[str, str]]) -> list[oracle.PowerUnit]:
    return [
        oracle.PowerUnit(
            name,
            Fraction(values["EG"][f"{name},2019"]),
            Fraction(values["EM"][f"{name},2019"]),
            dt.date.fromisoformat(began),
        )
        for name, began in values["commissioned"].items()
    ]


@pytest.mark.parametrize(
    ("name", "cdm"), [("vector-bm-cdm", {"CDM1": "300"}), ("vector-bm-old", {"CDM1": "150", "CDM2": "30"})]
)
def test_sample_with_old_and_cdm_units(name: str, cdm: Mapping[str, str]) -> None:
    """TOOL07, step 5 (d) and (f): CDM units come in for old ones, then old ones come back."""
    gas, coal = oracle.factor_by_efficiency("0.0543", "0.5"), oracle.factor_by_efficiency("0.0895", "0.36")
    rows = {"N1": (2024, "50", 0), "N2": (2020, "100", gas), "N3": (2010, "400", coal),
            "N4": (2005, "450", coal), "N5": (2000, "1000", 0)}  # fmt: skip
    units = [_unit(unit, year, amount, Fraction(factor)) for unit, (year, amount, factor) in rows.items()]
    years = {"CDM1": 2019, "CDM2": 2016}
    units += [_unit(unit, years[unit], amount, Fraction(0), is_cdm=True) for unit, amount in cdm.items()]
    sample = oracle.build_margin_sample(units)
    exact = oracle.weighted_factor([unit.generation for unit in sample], [unit.emissions for unit in sample])
    assert _close(_case("TOOL07", "07.0", name).values["EF_grid_BM"][()], exact)


def _unit(name: str, year: int, amount: str, factor: Fraction, *, is_cdm: bool = False) -> oracle.PowerUnit:
    generation = Fraction(amount)
    return oracle.PowerUnit(name, generation, generation * factor, dt.date(year, 1, 1), is_cdm)


def test_wind_farm_with_margins() -> None:
    """ACM0002: delivery times 0.75 operating and 0.25 build margin, in each of seven years."""
    exact = Fraction(74200) * oracle.combined_margin("0.7539", "0.65923", "0.75")
    calculation = _case("ACM0002", "20.0", "los-cocos-margins")
    assert len(calculation.periods) == 7
    assert all(row.reductions is not None and _close(row.reductions, exact) for row in calculation.periods)
    assert int(exact) == 54183


@pytest.mark.parametrize(
    ("name", "watts", "area", "gross"),
    [
        ("song-giang-2", 30_000_000, 20_000, "99300"),
        ("power-density-7", 21_000_000, 3_000_000, "100000"),
        ("power-density-10", 30_000_000, 3_000_000, "100000"),
    ],
)
def test_reservoirs(name: str, watts: int, area: int, gross: str) -> None:
    """ACM0002: no reservoir emissions above 10 W/m2, 90 kg/MWh of gross generation up to it."""
    exact = oracle.reservoir_emissions(watts, area, gross)
    assert exact is not None
    assert all(_close(tonnes, exact) for tonnes in _case("ACM0002", "20.0", name).values["PE_HP"].values())


def test_reservoir_that_is_not_eligible() -> None:
    """ACM0002: at 4 W/m2 there is no amount of reservoir emissions, the case is refused."""
    assert oracle.reservoir_emissions(12_000_000, 3_000_000, "51000") is None
    assert _case("ACM0002", "20.0", "power-density-4").conditions["power_density"] is False


@pytest.mark.parametrize(("code", "version"), [("ACM0002", "20.0"), ("AMS-I.D", "18.0")])
def test_retrofit(code: str, version: str) -> None:
    """Delivery above the mean and the sample standard deviation of five years."""
    exact = oracle.electricity_above_history("45000", ["38200", "41500", "36900", "40100", "39300"])
    calculation = _case(code, version, "retrofit")
    assert _close(calculation.values["EG_PJ"][("2013",)], exact, "1e-6")


def test_small_hydro_in_uganda() -> None:
    """AMS-I.D: 42,000 MWh times half of each margin."""
    exact = Fraction(42000) * oracle.combined_margin("0.2740", "0.00001", "0.5")
    assert _close(_case("AMS-I.D", "18.0", "uganda-hydro").values["ER"][("2023",)], exact)


def test_methodology_is_found_by_code_and_version() -> None:
    """The three definitions that this suite is about are there."""
    for code, version in (("ACM0002", "20.0"), ("AMS-I.D", "18.0"), ("TOOL07", "07.0")):
        assert methodology(code, version).code == code
