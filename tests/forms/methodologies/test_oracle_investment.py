"""Investment analysis and common practice against arithmetic that shares nothing with the engine."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from forms.tables import table
from tests.forms.methodologies import oracle_investment as oracle
from tests.forms.methodologies.worked_cases import WorkedCases

VERSIONS = {"TOOL24": "03.1", "TOOL27": "06.0"}
WORKED = WorkedCases(VERSIONS)
CASES = Path(__file__).parents[4] / "shared" / "domain" / "cases"


def _close(value: object, exact: Fraction) -> bool:
    assert isinstance(value, Decimal)
    return abs(Fraction(value) - exact) <= abs(exact) * Fraction("1e-24")


def _items(inputs: Mapping[str, Any]) -> dict[str, list[Fraction]]:
    return {
        name: [Fraction(inputs["values"]["amount"][f"{name},{year}"]) for year in inputs["sets"]["t"]]
        for name in inputs["sets"]["i"]
    }


# --- TOOL27 ------------------------------------------------------------------------------------------------------

OWN = {"turbines": -1, "power sold": 1, "operation": -1, "tax": -1, "fair value": 1}
WITH_LOAN = {**OWN, "loan": 1, "loan service": -1}


@pytest.mark.parametrize(
    ("name", "signs", "benchmark"),
    [
        ("project-of-the-same-wind-farm", OWN, (Fraction("0.124") + Fraction("0.07") * Fraction("0.7")) / 2),
        ("equity-of-a-wind-farm", WITH_LOAN, Fraction("0.1155") + Fraction("0.02")),
    ],
)
def test_returns_of_a_wind_farm(name: str, signs: Mapping[str, int], benchmark: Fraction) -> None:
    """TOOL27, paragraphs 14 and 15: financing enters the equity IRR alone."""
    flow = oracle.added(_items(WORKED.inputs("TOOL27", name)), signs)
    found = WORKED.case("TOOL27", name)
    assert _close(found.value("IRR"), oracle.rate_of_return(flow))
    assert _close(found.value("benchmark"), benchmark)
    assert _close(found.value("NPV"), oracle.worth_today(flow, benchmark))


@pytest.mark.parametrize("item", ["turbines", "power sold", "operation", "tax", "fair value"])
def test_variation_and_break_even_of_every_item(item: str) -> None:
    """Paragraph 29: the flow made again with the item changed; at the break-even point it returns the benchmark."""
    name = "project-of-the-same-wind-farm"
    items, found = _items(WORKED.inputs("TOOL27", name)), WORKED.case("TOOL27", name)

    def changed(factor: Fraction) -> list[Fraction]:
        return oracle.added({**items, item: [amount * factor for amount in items[item]]}, OWN)

    assert _close(found.value("IRR_low", (item,)), oracle.rate_of_return(changed(Fraction("0.9"))))
    assert _close(found.value("IRR_high", (item,)), oracle.rate_of_return(changed(Fraction("1.1"))))
    edge = found.value("break_even", (item,))
    assert isinstance(edge, Decimal)
    assert abs(oracle.worth_today(changed(1 + Fraction(edge)), Fraction("0.0865"))) < Fraction("1e-20")


def test_analysis_of_less_than_ten_years_is_turned_down() -> None:
    inputs = WORKED.inputs("TOOL27", "project-of-the-same-wind-farm")
    inputs["sets"]["t"] = inputs["sets"]["t"][:9]
    amounts = inputs["values"]["amount"]
    inputs["values"]["amount"] = {at: paid for at, paid in amounts.items() if at.rpartition(",")[2] <= "2020"}
    assert WORKED.calculate("TOOL27", inputs).conditions["ten_years"] is False


def test_a_year_without_a_number_is_missing_and_not_zero() -> None:
    inputs = WORKED.inputs("TOOL27", "project-of-the-same-wind-farm")
    del inputs["values"]["amount"]["tax,2015"]
    made = WORKED.calculate("TOOL27", inputs)
    assert made.value("IRR") is None
    assert ("amount", ("tax", "2015")) in [(entry.symbol, entry.index) for entry in made.missing]


def test_country_that_the_appendix_does_not_have_is_named() -> None:
    inputs = WORKED.inputs("TOOL27", "equity-of-a-wind-farm")
    inputs["values"]["country"] = "Marocco"
    (fault,) = [fault for fault in WORKED.calculate("TOOL27", inputs).faults if fault.symbol == "r_e_default"]
    assert "country Marocco, group group_1" in fault.message


def test_group_two_expects_a_point_more_and_group_three_half_a_point_less() -> None:
    """TOOL27 v06.0, appendix, paragraph 5, for every country of the table."""
    rows = {(row["country"], row["group"]): Fraction(row["value"]) for row in table("tool27_return_on_equity")}
    countries = {country for country, _ in rows}
    assert len(countries) == 151
    for country in countries:
        first = rows[country, "group_1"]
        assert rows[country, "group_2"] == first + 1
        assert rows[country, "group_3"] == first - Fraction(1, 2)


def _golden() -> list[tuple[str, float, float]]:
    file = CASES / "tool27-socson-irr-sensitivity.json"
    if not file.is_file():
        return []
    case = json.loads(file.read_text(encoding="utf-8"))
    assert case["deviating_items"] == []
    printed = {item["name"]: item["value"] for item in case["expected"]}
    return [(name, printed[name], case["suggested_rtol"]) for name in case["golden_items"]]


_WORDS = {"electricity": "electricity", "tipping": "tipping fees", "investment": "investment",
          "O&M": "operation and maintenance"}  # fmt: skip


@pytest.mark.parametrize(("name", "printed", "tolerance"), _golden(), ids=lambda value: str(value))
def test_printed_rates_of_soc_son(name: str, printed: float, tolerance: float) -> None:
    """Thirteen printed rates and the extra income at the break-even points; no item deviates."""
    inputs = WORKED.inputs("TOOL27", "soc-son")
    if name == "base":
        value = float(WORKED.calculate("TOOL27", inputs).value("IRR")) * 100  # type: ignore[arg-type]
    elif name.startswith("break-even check"):
        # 23.13 % more of 30.66 million USD of tipping fees is worth what 18.19 % more electricity is.
        value = float(WORKED.case("TOOL27", "soc-son").value("break_even", ("tipping fees",))) * 1460000 * 21  # type: ignore[arg-type]
    else:
        word, change = name.split()[0], float(name.split()[1])
        item = _WORDS[word]
        factor = 1 + Fraction(str(change)) / 100
        amounts = inputs["values"]["amount"]
        for at in amounts:
            if at.rpartition(",")[0] == item:
                amounts[at] = str(float(Fraction(amounts[at]) * factor))
        value = float(WORKED.calculate("TOOL27", inputs).value("IRR")) * 100  # type: ignore[arg-type]
    assert value == pytest.approx(printed, rel=tolerance)


# --- TOOL24 ------------------------------------------------------------------------------------------------------


def test_similar_projects_are_counted() -> None:
    """TOOL24: range of capacity, day of the earlier event, standing under the CDM, technology."""
    inputs = WORKED.inputs("TOOL24", "wind-farms")["values"]
    plants = {
        name: oracle.Plant(
            inputs["Cap"][name],
            inputs["operating"][name],
            inputs["same"][name] == "yes",
            inputs["cdm"][name] != "none",
            inputs["different"][name] == "yes",
        )
        for name in inputs["Cap"]
    }
    counted = oracle.similar(plants, "40", "2010-11-15")
    made = WORKED.case("TOOL24", "wind-farms")
    assert {name for (name,), inside in made.values["counted"].items() if inside} == counted
    others = sum(plants[name].other_technology for name in counted)
    assert _close(made.value("F"), 1 - Fraction(others, len(counted)))
    assert made.value("common_practice") == 1


def test_no_similar_project_is_not_common_practice() -> None:
    """There is no share of none; the project is not common practice all the same."""
    inputs = WORKED.inputs("TOOL24", "first-of-three")
    inputs["values"]["same"] = dict.fromkeys("ABC", "no")
    made = WORKED.calculate("TOOL24", inputs)
    assert (made.value("N_all"), made.value("common_practice"), made.value("F")) == (0, 0, None)


def test_exactly_a_fifth_is_not_common_practice() -> None:
    """F must be greater than 0.2: four similar projects of twenty that apply another technology in sixteen."""
    names = [f"p{number}" for number in range(20)]
    inputs = WORKED.inputs("TOOL24", "first-of-three")
    inputs["sets"]["j"] = names
    own = dict.fromkeys(names, "no") | dict.fromkeys(names[4:], "yes")
    inputs["values"] |= {
        "Cap": dict.fromkeys(names, "12"), "operating": dict.fromkeys(names, "2009-01-01"),
        "same": dict.fromkeys(names, "yes"), "cdm": dict.fromkeys(names, "none"), "different": own,
    }  # fmt: skip
    made = WORKED.calculate("TOOL24", inputs)
    assert made.value("F") == Decimal("0.2")
    assert made.value("common_practice") == 0
