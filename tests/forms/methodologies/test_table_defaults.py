"""Defaults that a table gives by row: the printed row decides, and is named as the origin."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from forms.errors import DefinitionError
from forms.inputs import inputs_form, value_path
from forms.methodologies.calculation import Calculation, Inputs, calculate
from forms.periods import Period, periods_of
from reports.workbook.places import Where, input_blocks
from tests.forms.methodologies.approaches import equation, small

if TYPE_CHECKING:
    from forms.methodologies import Methodology

LAGOONS = {"set": [{"id": "j", "kind": "rows", "label": "Manure management systems"}]}
MCF = {
    "symbol": "MCF", "indices": ["j"], "unit": "1",
    "default_table": {"table": "manure_mcf", "column": "value", "match": {"system": "system[j]", "temperature": "T"}},
}  # fmt: skip
SYSTEM = {"symbol": "system", "indices": ["j"], "text": True}
TEMPERATURE = {"symbol": "T", "unit": "1"}


def manure(systems: dict[str, str], temperature: str | None, given: dict[tuple[str, ...], Decimal] | None = None):
    methodology = small(equation("M[j]", "MCF[j]"), parameter=[MCF, SYSTEM, TEMPERATURE], **LAGOONS)
    values = {
        "system": {(name,): system for name, system in systems.items()},
        "MCF": given or {},
        "T": {(): Decimal(temperature)} if temperature else {},
    }
    return calculate(methodology, Inputs(values=values, sets={"j": tuple(systems)}))


def test_row_of_the_table_is_the_default():
    """2006 IPCC Guidelines, table 10.17: pasture at 10 degrees 1 %, at 15 degrees 1.5 %."""
    assert manure({"field": "pasture"}, "10").value("M", ("field",)) == Decimal("0.010")
    assert manure({"field": "pasture"}, "15").value("M", ("field",)) == Decimal("0.015")


def test_row_and_source_are_the_origin():
    (step,) = manure({"field": "pasture"}, "10").explain("M", ("field",)).children
    assert step.origin == "default"
    assert step.origin_text.startswith("default: table manure_mcf, system pasture, temperature 10: 2006 IPCC")
    assert [child.name for child in step.children] == ["system[field]", "T"]


def test_value_that_is_given_takes_precedence():
    calculation = manure({"field": "pasture"}, "10", {("field",): Decimal("0.5")})
    assert calculation.value("M", ("field",)) == Decimal("0.5")


def test_row_that_is_not_there_is_a_fault_with_what_was_asked():
    (fault,) = manure({"field": "pastures"}, "10").faults
    assert fault.symbol == "MCF"
    assert "no row for it in table manure_mcf, system pastures, temperature 10" in fault.message


def test_what_decides_on_the_row_is_asked_for():
    assert [entry.symbol for entry in manure({"field": "pasture"}, None).missing] == ["T"]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"table": "manure_mfc"}, "There is no table"),
        ({"column": "valeu"}, "no column “valeu”"),
        ({"match": {"sistem": "system[j]"}}, "no column “sistem”"),
        ({"match": {"system": "sistem[j]"}}, "sistem"),
        ({"colour": "red"}, "“colour” is not known"),
    ],
)
def test_wrong_table_is_refused_when_read(change, words):
    wanted = {**MCF, "default_table": {**MCF["default_table"], **change}}
    with pytest.raises(DefinitionError, match=words):
        small(equation("M[j]", "MCF[j]"), parameter=[wanted, SYSTEM, TEMPERATURE], **LAGOONS)


def test_form_does_not_insist_on_a_value_that_a_table_gives():
    methodology = small(equation("M[j]", "MCF[j]"), parameter=[MCF, SYSTEM, TEMPERATURE], **LAGOONS)
    fields = {field.path: field for section in inputs_form(methodology).sections for field in section.fields}
    assert fields[value_path("MCF")].required == ""
    assert fields[value_path("T")].required == "true"


# --- potentials by date ---------------------------------------------------------------------------------------------

GWP = {
    "symbol": "GWP_CH4", "unit": "tCO2e/tCH4",
    "default_table": {"table": "gwp", "column": "value", "match": {"gas": "'CH4'"}, "dated": True},
}  # fmt: skip


def methane(*, by_year: bool) -> Methodology:
    potential = {**GWP, "indices": ["y"]} if by_year else GWP
    reference = "GWP_CH4[y]" if by_year else "GWP_CH4"
    amount = {"symbol": "Q", "indices": ["y"], "unit": "tCH4", "annual": True}
    return small(
        equation("BE[y]", f"Q[y] * {reference}", "tCO2e"),
        parameter=[amount, potential],
        set=[{"id": "y", "kind": "period"}],
    )


def avoided(periods: tuple[Period, ...], *, by_year: bool = True) -> Calculation:
    return calculate(methane(by_year=by_year), Inputs(values={"Q": {(): Decimal(100)}}, periods=periods))


def test_each_year_counts_with_the_potential_of_its_commitment_period():
    """Methane: 21 to the end of 2012, 25 from 2013 to 2020, the lowest of the reports (21) from 2021."""
    calculation = avoided(periods_of(dt.date(2012, 1, 1), dt.date(2021, 12, 31)))
    found = {label: value for (label,), value in calculation.values["BE"].items()}
    assert (found["2012"], found["2013"], found["2020"], found["2021"]) == (2100, 2500, 2500, 2100)


def test_row_over_the_end_of_a_commitment_period_counts_by_days():
    """September 2012 to August 2013: 122 of 365 days with 21, 243 with 25."""
    periods = periods_of(dt.date(2012, 9, 1), dt.date(2013, 8, 31), "crediting")
    calculation = avoided(periods)
    expected = (Decimal(122) * 21 + Decimal(243) * 25) / 365
    assert abs(calculation.value("BE", (periods[0].label,)) - 100 * expected) < Decimal("1e-20")
    step = next(child for child in calculation.explain("BE", (periods[0].label,)).children if child.symbol == "GWP_CH4")
    assert "mean by days, 21 on 122 days to 2012-12-31, 25 on 243 days to 2013-08-31" in step.origin_text


def test_one_potential_for_all_years_is_taken_only_where_one_holds():
    within = avoided(periods_of(dt.date(2013, 1, 1), dt.date(2019, 12, 31)), by_year=False)
    assert within.value("BE", ("2013",)) == 2500
    across = avoided(periods_of(dt.date(2010, 1, 1), dt.date(2016, 12, 31)), by_year=False)
    assert across.value("BE", ("2010",)) is None
    assert "several are in force" in across.faults[0].message
    assert across.faults[0].remedy == "Give GWP_CH4 with its source."


def test_values_that_change_with_the_years_have_a_cell_each_in_the_workbook():
    """One cell for all years would make the workbook forget that 25 replaced 21."""
    where = Where(avoided(periods_of(dt.date(2012, 1, 1), dt.date(2013, 12, 31))))
    (potentials,) = [block for block in input_blocks(where) if block.symbol == "GWP_CH4"]
    assert [index for _, index in potentials.keys] == [("2012",), ("2013",)]
