"""Values from shipped tables: which table serves which parameter, with source, and what is newer.

Expected numbers: 2006 IPCC Guidelines, vol. 2, tables 1.2 and 1.4 (diesel 43.0 GJ/t and 74,100 kgCO2/TJ; limits 41.4
and 43.3 GJ/t); global warming potential of methane 21 (Second Assessment Report) and 25 (Fourth).
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from forms.answers import Answer, Origin
from forms.defaults import news, offers, servings
from forms.methodologies import methodology
from forms.tables import table


@pytest.fixture(scope="module")
def acm0002():
    return methodology("ACM0002", "20.0")


def of_row(found, **cells):
    return [offer for offer in found if cells.items() <= dict(offer.row).items()]


def test_a_fuel_is_offered_with_its_limits_and_its_source(acm0002):
    found = of_row(offers(acm0002.parameter("NCV")), fuel="Diesel Oil")
    assert {dict(offer.row)["bound"]: offer.value for offer in found} == {
        "default": Decimal("43.0"),
        "lower": Decimal("41.4"),
        "upper": Decimal("43.3"),
    }
    assert all("table 1.2" in offer.source for offer in found)


def test_a_value_is_offered_in_the_unit_of_the_parameter(acm0002):
    diesel = of_row(offers(acm0002.parameter("EF_CO2")), fuel="Diesel Oil", bound="default")[0]
    assert (diesel.value, diesel.printed) == (Decimal("0.0741"), "74100 kgCO2/TJ")


def test_what_measures_something_else_is_never_offered(acm0002):
    assert {dict(offer.row)["quantity"] for offer in offers(acm0002.parameter("EF_CO2"))} == {"EF_CO2"}
    assert offers(acm0002.parameter("EG_facility")) == ()


def test_a_picked_value_says_table_row_and_source(acm0002):
    offer = of_row(offers(acm0002.parameter("EF_OM_published")), country="TR")[0]
    assert (offer.answer.value, offer.answer.origin) == (Decimal("0.7424"), Origin.DEFAULT)
    assert offer.answer.note.startswith("table grid_factors, country TR,")
    assert offer.source in offer.answer.note


def test_the_table_that_the_methodology_names_comes_first():
    parameter = methodology("AMS-III.H", "19.0").parameter("MCF_ww")
    assert parameter.default_table.table == "wastewater_mcf"
    assert {offer.table for offer in offers(parameter)} == {"wastewater_mcf"}


def test_a_later_edition_of_the_row_offers_itself(acm0002):
    parameter = acm0002.parameter("GWP_CH4")
    taken = of_row(offers(parameter), regime="SAR")[0]
    assert taken.value == 21
    newer = news(parameter, taken.answer)
    assert newer is not None
    assert newer.in_force > taken.in_force
    assert news(parameter, newer.answer) is None


def test_a_row_that_was_corrected_offers_itself(acm0002):
    parameter = acm0002.parameter("NCV")
    taken = of_row(offers(parameter), fuel="Diesel Oil", bound="default")[0]
    assert news(parameter, taken.answer) is None
    assert news(parameter, replace(taken.answer, value=Decimal("42.9"))) == taken


def test_a_typed_value_is_left_in_peace(acm0002):
    parameter = acm0002.parameter("NCV")
    assert news(parameter, Answer(Decimal("42.9"))) is None
    assert news(parameter, None) is None


def test_every_rule_names_a_table_and_columns_that_ship():
    for serving in servings():
        row = table(serving.table)[0]
        assert {*serving.where, serving.column} <= {*row}, serving
        assert {*serving.newer_by} <= {*row}, serving


@pytest.mark.parametrize(
    "code", [("ACM0002", "20.0"), ("AMS-III.D", "21.0"), ("AMS-II.G", "11.1"), ("ACM0001", "19.0")]
)
def test_a_row_is_known_by_its_words(code):
    for parameter in methodology(*code).parameters:
        found = offers(parameter)
        assert len({offer.key for offer in found}) == len(found), parameter.symbol
