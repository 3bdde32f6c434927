"""Charts, maps and formulas: what they consist of, before anybody paints them."""

import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from forms.blocks import Flow
from reports import formulas
from reports.charts import Chart, Series, column_chart, value_scale
from reports.diagrams import line_diagram
from reports.maps import Site, coordinate, location_map
from reports.pictures import Area, Disc, Label, Picture

ROOT = Path(__file__).parents[2]
CHART = Chart(
    ("2008", "2009"),
    (Series("Baseline", (Decimal(19000), None)), Series("Reductions", (Decimal(18000), Decimal(-500)))),
    "tCO2e",
)


def labels(picture: Picture) -> list[str]:
    return [mark.text for mark in picture.marks if isinstance(mark, Label)]


def test_models_of_charts_and_maps_load_neither_reportlab_nor_qt():
    code = "import sys, reports.charts, reports.maps; print({'reportlab', 'PySide6'} & set(sys.modules))"
    made = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert made.stdout.strip() == "set()"


def test_a_chart_has_a_column_for_each_value_and_names_unit_and_series():
    picture = column_chart(CHART)
    columns = [mark for mark in picture.marks if isinstance(mark, Area)]
    assert len(columns) == 3 + 2  # values, and the two of the legend
    assert {"tCO2e", "2008", "2009", "Baseline", "Reductions", "20,000"} <= set(labels(picture))


def test_the_axis_goes_below_zero_for_a_year_without_reductions():
    scale = value_scale(CHART, bottom=0, top=100)
    assert (scale.low, scale.high, scale.step) == (-5000, 20000, 5000)
    assert 0 < scale.height(0) < 100


def test_a_chart_without_values_still_has_an_axis():
    empty = Chart(("2008",), (Series("Baseline", (None,)),), "tCO2e")
    assert value_scale(empty, bottom=0, top=100).high == 1


def test_columns_differ_without_colour():
    fills = {mark.fill for mark in column_chart(CHART).marks if isinstance(mark, Area)}
    assert len({(fill.colour, fill.hatch) for fill in fills}) == 2


def test_a_map_marks_each_site_and_lists_its_coordinates():
    picture = location_map("LT", [Site("Sūdėnai", 55.9183, 21.6411), Site("Lendimai", 55.88, 21.40)])
    sites = [mark for mark in picture.marks if isinstance(mark, Disc) and mark.radius > 2]
    assert len(sites) == 2
    assert "1  Sūdėnai" in labels(picture)
    assert "55.9183° N, 21.6411° E" in labels(picture)


@pytest.mark.parametrize(
    ("country", "latitude", "longitude"), [("FJ", -17.8, 178.0), ("RU", 66.0, -172.0), ("", 1.0, 2.0)]
)
def test_sites_lie_within_the_frame_also_across_the_antimeridian(country: str, latitude: float, longitude: float):
    picture = location_map(country, [Site("Site", latitude, longitude)])
    site = next(mark for mark in picture.marks if isinstance(mark, Disc) and mark.radius > 2)
    assert 0 < site.centre[0] < picture.width - 150
    assert 0 < site.centre[1] < picture.height


def test_coordinates_name_the_half_of_the_globe():
    assert coordinate(-1.5, "N", "S") == "1.5000° S"


def test_a_formula_is_broken_before_an_operator_outside_brackets():
    assert formulas.pieces(r"a = b + (c - d) \times \frac{1 + x}{2}") == [
        "a ",
        "= b ",
        "+ (c - d) ",
        r"\times \frac{1 + x}{2}",
    ]


def test_a_wide_formula_gets_lines_that_fit():
    made = formulas.lines(" + ".join(f"FC_{{{n}}}" for n in range(40)), 10.5, 200)
    assert len(made) > 3
    assert all(line.width <= 200.001 for line in made)


def test_a_piece_that_cannot_be_broken_is_made_smaller():
    wide = r"\frac{" + " + ".join("FC" for _ in range(40)) + "}{2}"
    (line,) = formulas.lines(wide, 10.5, 100)
    assert line.width == pytest.approx(100)


@pytest.mark.parametrize(
    "latex", [r"\left(\sum_{m} E_{m}\right)", r"\begin{cases} \sum_{i} a & x \\ 1 & y \end{cases}"]
)
def test_brackets_are_as_high_as_the_sum_they_hold(latex: str):
    assert formulas.typeset(latex, 10.5).height < 60


@pytest.mark.parametrize("broken", [r"\frac{a", r"\nosuchcommand{x}", "a_{", r"\left(", "", "}}"])
def test_what_cannot_be_typeset_is_still_set_somehow(broken: str):
    assert formulas.typeset(broken, 10.5).width >= 0


def test_a_symbol_can_be_spoken():
    assert formulas.symbol_in_words(r"EF_{grid,y}") == "EF grid,y"


def test_a_diagram_names_both_ends_of_a_flow_and_its_meters():
    flows = (Flow("Wind turbines", "Busbar", "Electricity", ("M1", "M2"), "EG: main meter M1, check meter M2"),)
    picture = line_diagram(flows)
    assert {"Wind turbines", "Busbar", "Electricity", "M1", "M2"} <= set(labels(picture))
    assert picture.width == 471.0


def test_words_of_a_diagram_are_set_in_even_lines_and_keep_numbers_with_their_units():
    flow = Flow("Busbar", "Wind farm transformer, 34.5/138 kV", "Electricity delivered, and taken during calms", ())
    written = labels(line_diagram((flow,)))
    assert "kV" not in written
    assert "calms" not in written
    assert any(words.endswith("34.5/138 kV") for words in written)


def test_a_diagram_grows_with_its_flows():
    flow = Flow("a", "b", "c")
    assert line_diagram((flow, flow)).height > line_diagram((flow,)).height
