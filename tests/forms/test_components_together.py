"""Components of a programme and projects of a bundle, added up by calendar year, each with its own crediting period."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from forms.blocks import Paragraph, TableBlock
from forms.catalogue import facts_form
from forms.component_working import explain
from forms.components import bundle, programme, sums
from forms.fieldtypes import show
from forms.insertions import insertable, shown
from forms.project import Project
from forms.views import generators
from tests.forms.rules.projects import wind_farm, with_facts
from tests.forms.test_programme_forms import bundle as bundled
from tests.scenario import Scenario


def stoves() -> Scenario:
    """10,000 t a year from July 2014 for seven years, and 2,500.6 t a year through 2015 and 2016."""
    scenario = Scenario("cdm_poa_dd", "03.0").given("P.activity", "programme")
    component(scenario, "Kibale", start="2014-07-01", length="7 years", reductions="10000")
    return component(scenario, "Bwindi", start="2015-01-01", length="2 years", reductions="2500.6")


def component(scenario: Scenario, title: str, *, start: str = "", length: str = "", **cells: str) -> Scenario:
    cells = {"title": title, "status": "planned", "crediting_start": start, "crediting_length": length, **cells}
    return scenario.given_row("P.programme.components", **{name: words for name, words in cells.items() if words})


def listed(scenario: Scenario, component: str, **years: str) -> Scenario:
    for year, tonnes in years.items():
        scenario.given_row("P.programme.years", component=component, year=year.removeprefix("y"), reductions=tonnes)
    return scenario


def by_year(scenario: Scenario) -> dict[int, Decimal | None]:
    together = programme(scenario.project.read)
    return {year: together.in_year(year) for year in together.years}


def printed(scenario: Scenario) -> tuple[list[list[str]], str]:
    """The table by year as printed, and the note below it."""
    made = list(generators()["components_summary"](scenario.project.read))
    tables = [block for block in made if isinstance(block, TableBlock)]
    notes = [block.runs[0].text for block in made if isinstance(block, Paragraph)]
    return [[cell.text for cell in row] for row in (*tables[1].rows, *tables[1].totals)], notes[-1]


# -- by year ------------------------------------------------------------------------------------------------


def test_each_component_counts_in_its_own_years():
    """Half of 2014 and half of 2021 for the first; the second in its two years."""
    whole, half = Decimal(10000), Decimal(5000)
    both = whole + Decimal("2500.6")
    assert by_year(stoves()) == {
        2014: half, 2015: both, 2016: both, 2017: whole, 2018: whole, 2019: whole, 2020: whole, 2021: half,
    }  # fmt: skip


def test_the_total_is_that_of_the_unrounded_values():
    """70,000 and 5,001.2: the printed years, 12,500 twice, come to a tonne less."""
    together = programme(stoves().project.read)
    assert together.total == Decimal("75001.2")
    assert together.figure("components") == 75001
    rows, note = printed(stoves())
    assert rows[1] == ["2015", "10,000", "2,500", "12,500"]
    assert rows[-1] == ["Total", "70,000", "5,001", "75,001"]
    assert "add up to 75,000; the total of the unrounded values is 75,001" in note


def test_to_the_nearest_tonne_where_the_project_says_so():
    scenario = stoves().given("P.rounding", "nearest")
    rows, note = printed(scenario)
    assert rows[1] == ["2015", "10,000", "2,501", "12,501"]
    assert "to the nearest tonne" in note


def test_the_annual_average_is_by_the_months_that_are_credited():
    """75,001.2 t from July 2014 to June 2021: 84 months."""
    average = programme(stoves().project.read).annual_average
    assert average is not None
    assert average.quantize(Decimal("0.001")) == Decimal("10714.457")


def test_years_that_are_listed_go_before_the_average():
    scenario = component(stoves(), "Elgon", start="2016-01-01", length="2 years", reductions="1")
    listed(scenario, scenario.last_row, y2016="700", y2017="800")
    assert by_year(scenario)[2016] == Decimal("13200.6")
    assert by_year(scenario)[2017] == Decimal(10800)


def test_a_year_that_is_not_listed_is_missing_and_not_zero():
    scenario = component(stoves(), "Elgon", start="2016-01-01", length="2 years", reductions="1")
    listed(scenario, scenario.last_row, y2016="700")
    assert by_year(scenario)[2017] is None
    assert programme(scenario.project.read).total is None


def test_an_excluded_component_is_left_aside():
    scenario = component(stoves(), "Elgon", start="2016-01-01", length="2 years", reductions="9000", status="excluded")
    assert programme(scenario.project.read).total == Decimal("75001.2")


def test_without_its_crediting_period_a_component_leaves_the_total_open():
    scenario = component(stoves(), "Elgon", reductions="9000")
    assert programme(scenario.project.read).total is None
    words = [block.runs[0].text for block in generators()["components_summary"](scenario.project.read)
             if isinstance(block, Paragraph)]  # fmt: skip
    assert words[-1].endswith("Elgon.")


def with_own_calculation() -> Scenario:
    """The wind farm of 21,000 t a year as a component that is credited from April 2012 for a year."""
    scenario = with_facts(wind_farm(years=2), activity="programme")
    own = scenario.project.read.rows("P.methodologies")[0]
    return component(scenario, "Wind", start="2012-04-01", length="1 year", reductions="1", calculation=own)


def test_a_component_may_have_its_own_calculation():
    """Nine months of 2012 and three of 2013, whatever the crediting period of the project; not the average of 1 t."""
    assert by_year(with_own_calculation()) == {2012: Decimal(15750), 2013: Decimal(5250)}


def test_a_component_with_its_own_calculation_may_print_less_in_its_own_table():
    """There project emissions and leakage are rounded up before they are deducted: two roundings, said on the page."""
    scenario = with_own_calculation()
    assert "one or two tonnes lower" in printed(scenario)[1]
    assert "lower" not in printed(scenario.given("P.rounding", "nearest"))[1]
    assert "lower" not in printed(stoves())[1]


def test_a_year_of_a_component_is_shown_as_years_are():
    years = next(column for column in facts_form().fields["P.programme.years"].columns if column.key == "year")
    assert show(Decimal(2014), years) == "2014"


def test_an_edit_of_its_inputs_moves_the_sum():
    scenario = with_own_calculation()
    scenario.given_inputs({"I.EG_facility.value": "60000"})
    assert programme(scenario.project.read).total == 42000


# -- the working --------------------------------------------------------------------------------------------


def test_the_working_opens_the_sum_component_by_component():
    step = explain(programme(stoves().project.read), 2015)
    assert (step.name, step.value) == ("components[2015]", Decimal("12500.6"))
    assert [(child.name, child.value) for child in step.children] == [
        ("Kibale[2015]", Decimal(10000)), ("Bwindi[2015]", Decimal("2500.6")),
    ]  # fmt: skip
    assert step.substituted_text == "10,000 + 2,500.6"


def test_a_part_of_a_year_is_shown_as_months():
    (part,) = explain(programme(stoves().project.read), 2014).children
    assert part.substituted_text == "10,000 × 6/12"


def test_the_working_goes_down_into_the_calculation_of_a_component():
    (part,) = explain(programme(with_own_calculation().project.read), 2012).children
    (own,) = part.children
    assert (own.symbol, own.index, own.value) == ("ER", ("2012",), Decimal(15750))
    assert own.children


def test_the_printed_sums_carry_the_name_of_their_working():
    made = [
        block for block in generators()["components_summary"](stoves().project.read) if isinstance(block, TableBlock)
    ]
    assert [row[-1].trace for row in made[1].rows][:2] == ["components[2014]", "components[2015]"]
    assert made[1].totals[0][-1].trace == "components"


def test_the_total_can_be_inserted_into_a_narrative():
    read = stoves().project.read
    assert shown(read, "figure:components") == "75,001 t CO₂e"
    assert "figure:components" in {one.link for one in insertable(read)}
    assert "figure:components" not in {one.link for one in insertable(Project.new("cdm_pdd", "12.0").read)}


# -- bundles ------------------------------------------------------------------------------------------------


def test_a_bundle_is_added_up_over_the_crediting_period_of_all():
    """18,233 and 11,000 t a year; from September 2008 four months are a third of a year."""
    project, document = bundled(("Sudenai", "I", "14", "18233"), ("Lendimai", "I", "8", "11000"))
    project.type_in("facts", "P.crediting.start", "2008-09-01")
    project.type_in("facts", "P.crediting.length", "1 year 4 months")
    together = bundle(project.read.about(document), document)
    assert together.in_year(2009) == 29233
    assert together.in_year(2008).quantize(Decimal("0.001")) == Decimal("9744.333")
    assert together.figure("bundle") == 38977
    assert together.parts[0].end == dt.date(2009, 12, 31)


def test_a_bundle_without_a_crediting_period_has_no_years():
    project, name = bundled(("Sudenai", "I", "14", "18233"))
    assert bundle(project.read.about(name), name).total is None


def test_a_bundle_has_a_sum_of_its_own_name():
    project, _ = bundled(("Sudenai", "I", "14", "18233"))
    project.type_in("facts", "P.crediting.start", "2009-01-01")
    project.type_in("facts", "P.crediting.length", "1 year")
    (together,) = sums(project.read).values()
    assert explain(together, 2009).name == "bundle[2009]"
