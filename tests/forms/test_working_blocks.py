"""The working as it is printed (B.6.3): in order of calculation, sets in their own order, nothing said twice."""

import pytest

from forms.blocks import Block, TableBlock, WorkingBlock
from forms.document import Reader
from forms.methodologies.substitution import substituted_latex
from forms.views.working import typical_index, working_blocks
from tests.forms.rules.projects import sample


def blocks_of(sample_id: str) -> tuple[Block, ...]:
    read = Reader(sample(sample_id).project.snapshot)
    ((key, methodology),) = read.snapshot.methodologies.items()
    made = read.results.calculations[key]
    return working_blocks(made, methodology.results.reductions, typical_index(read.results))


@pytest.fixture(scope="module")
def wind_farm() -> tuple[Block, ...]:
    return blocks_of("los_cocos")


def step(blocks: tuple[Block, ...], symbol: str) -> WorkingBlock:
    return next(block for block in blocks if isinstance(block, WorkingBlock) and block.symbol == symbol)


def test_each_value_stands_after_what_it_rests_on(wind_farm):
    order = [block.symbol for block in wind_farm if isinstance(block, WorkingBlock)]
    chain = ["EF_EL,m,t", "EF_OM,t", "EF_grid,OM", "EF_grid,CM", "BE_2013", "ER_2013"]
    assert [order.index(symbol) for symbol in chain] == sorted(order.index(symbol) for symbol in chain)
    assert order[-1] == "ER_2013"


def test_rows_of_a_table_keep_the_order_of_their_set(wind_farm):
    place = wind_farm.index(step(wind_farm, "EG_newest,m"))
    table = wind_farm[place + 1]
    assert isinstance(table, TableBlock)
    assert [row[0].text for row in table.rows][:2] == ["Oil-fired steam units", "Fuel-oil engines, older group"]


def test_numbers_are_put_in_and_the_result_has_no_false_zeros(wind_farm):
    shown = step(wind_farm, "EF_grid,CM")
    assert shown.substituted == "0.7536605 t CO₂/MWh × 0.75 + 0.6599565 t CO₂/MWh × 0.25"
    assert (shown.result, shown.unit) == ("0.7302345", "t CO₂/MWh")
    assert step(wind_farm, "w_OM").result == "0.75"


def test_a_constant_is_said_once(wind_farm):
    assert len(step(wind_farm, "w_OM").lines) == 1
    assert len(step(wind_farm, "PE_FF,2013").lines) == 1
    assert len(step(wind_farm, "BE_2013").lines) == 3


def test_a_sample_is_told_by_its_steps_and_not_by_the_name_of_a_function(wind_farm):
    words = repr(wind_farm)
    assert "tool07_build_margin_sample" not in words
    assert words.count("SET_5-units has the larger generation") == 1


def test_the_working_of_a_yearly_figure_shows_the_digits_that_its_rounding_needs():
    assert step(blocks_of("sudenai"), "BE_2009").result == "18,233.45"


def test_terms_that_are_zero_are_left_out_of_a_sum():
    read = Reader(sample("los_cocos").project.snapshot)
    made = next(iter(read.results.calculations.values()))
    equation = made.definition("EF_grid_BM")
    assert r"\text{0 t CO₂/MWh}" not in substituted_latex(made, equation, ())
