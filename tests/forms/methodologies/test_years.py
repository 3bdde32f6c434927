"""Years of the calendar are read and shown as years, never as 2,013: in a field, in the working, in a workbook."""

from __future__ import annotations

from decimal import Decimal

import pytest

from forms import fieldtypes
from forms.inputs import inputs_form
from forms.methodologies import methodologies, methodology
from forms.methodologies.amounts import show_value, with_unit
from forms.methodologies.substitution import amount_latex
from forms.quantities import CALENDAR_YEAR, format_amount, unit_in_print
from reports.workbook.cells import as_calculated, as_given

FORESTS = [("AR-ACM0003", "01.0.0"), ("AR-ACM0003", "02.0"), ("AR-AMS0007", "02.0.0"), ("AR-AMS0007", "03.1")]


@pytest.mark.parametrize(("code", "version"), FORESTS)
@pytest.mark.parametrize("symbol", ["t_1", "t_2"])
def test_a_field_for_the_year_of_a_verification_shows_a_year(code: str, version: str, symbol: str) -> None:
    field = inputs_form(methodology(code, version)).field(f"I.{symbol}.value")
    assert field is not None
    assert fieldtypes.show(fieldtypes.parse("2013", field), field) == "2013"
    assert "A year of the calendar" in field.help


def test_other_numbers_keep_their_comma() -> None:
    assert format_amount(Decimal(2013), "MWh") == "2,013"
    assert format_amount(Decimal(2013), "1") == "2,013"


def test_the_working_writes_a_year_without_comma_or_unit() -> None:
    shown = show_value(Decimal(2013), CALENDAR_YEAR, exact=True)
    assert with_unit(shown, CALENDAR_YEAR) == "2013"
    assert unit_in_print(CALENDAR_YEAR) == ""
    assert "," not in amount_latex(Decimal("2027.5"), CALENDAR_YEAR, exact=True)


def test_a_workbook_formats_a_year_without_comma() -> None:
    assert as_given(Decimal(2013), CALENDAR_YEAR) == "0"
    assert as_given(Decimal("2027.5"), CALENDAR_YEAR) == "0.0"
    assert as_calculated((Decimal(2013),), CALENDAR_YEAR) == "0"
    assert as_given(Decimal(2013)) == "#,##0"


def test_every_number_that_must_lie_in_our_centuries_is_a_year() -> None:
    for known in methodologies():
        for parameter in known.parameters:
            least, most = parameter.limits
            if least is not None and least >= 1900 and most is not None and most <= 2200:
                assert str(parameter.unit) == CALENDAR_YEAR, (known.id, parameter.symbol)
