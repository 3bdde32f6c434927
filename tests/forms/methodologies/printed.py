"""What published documents print: values to their last printed digit, and the grid factor that most of them need."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from tests.forms.methodologies.worked_cases import calculation_with


def as_printed(value, printed):
    """The value to as many places as are printed."""
    return value.quantize(Decimal(printed), ROUND_HALF_UP)


def cut_off(value, printed):
    """The value to as many places as are printed, the rest dropped."""
    return value.quantize(Decimal(printed), ROUND_DOWN)


def combined_margin(operating, build, technology="other"):
    """By TOOL07 from both margins, with the default weights of the technology."""
    options = {"cm_method": "weighted", "om_method": "published", "bm_method": "published", "technology": technology}
    inputs = {
        "crediting_period": {"start": "2009-01-01", "end": "2009-12-31"},
        "options": options,
        "values": {"EF_OM_published": operating, "EF_BM_published": build},
    }
    return calculation_with("TOOL07", "07.0", inputs).value("EF_grid_CM")
