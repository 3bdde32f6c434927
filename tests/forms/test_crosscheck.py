"""Foreign files against the facts: what agrees, what differs, and where it stands."""

import pytest

from forms.crosscheck import compare_with
from forms.foreign import ForeignFile, Passage
from tests.forms.rules.projects import sample, wind_farm

HEAD = "Emission reductions (tCO2e)"


@pytest.fixture(scope="module")
def los_cocos():
    return sample("los_cocos").project.read


def outcomes(read, *passages):
    told = [Passage(f"page {number}", words) for number, words in enumerate(passages, start=1)]
    return {outcome.what: outcome for outcome in compare_with(read, ForeignFile("report.pdf", tuple(told)))}


def said(read, what, *passages):
    found = outcomes(read, *passages)[what]
    return found.status, found.theirs, found.where


@pytest.mark.parametrize(("what", "words"), [
    ("title", "Validation of the Los Cocos Wind Farm Project in Oviedo"),
    ("Party", "hosted by the Dominican Republic"),
    ("version of the document", "Version number of the PDD: 1.0"),
    ("version of ACM0002", "ACM0002: Grid-connected electricity generation from renewable sources, version 20.0"),
    ("start date", "The starting date of the project activity is 20 May 2010."),
    ("start date", "Start date of the project: 20/05/2010"),
    ("start date", "Starting date of project: May 20, 2010"),
    ("start of crediting", "Start of the crediting period: 2013-01-01"),
    ("length of the crediting period", "A renewable crediting period of 7 years"),
    ("total reductions", f"{HEAD}\nTotal 379,281"),
    ("total reductions", f"{HEAD}\nTotal 379 281"),
    ("annual average", "Annual average emission reductions: 54,183 tCO2e"),
    ("reductions in 2015", f"{HEAD}\n2015 54,183 0 0 54,183"),
    # A calculation of one's own may be rounded the other way.
    ("reductions in 2015", f"{HEAD}\n2015 54,183.4"),
    ("reductions in 2015", f"{HEAD}\n2015 54.183"),
])  # fmt: skip
def test_what_agrees(los_cocos, what, words):
    assert said(los_cocos, what, "A first page.", words)[0] == "same"


@pytest.mark.parametrize(("what", "words", "theirs"), [
    ("title", "Title: Los Cocos Wind Fram Project", "Los Cocos Wind Fram Project"),
    ("title", "LOS COCOS WIND FARM PROJECT", "LOS COCOS WIND FARM PROJECT"),
    ("version of the document", "Version number of the PDD: 2.1", "2.1"),
    ("version of ACM0002", "ACM0002 version 19.0", "19.0"),
    ("start date", "The starting date of the project activity is 20 June 2010.", "20 June 2010"),
    ("start of crediting", "Start of the crediting period: 01/01/2012", "1 January 2012"),
    ("length of the crediting period", "a crediting period of 10 years", "10 years"),
    ("total reductions", f"{HEAD}\nTotal 379,821", "379,821"),
    ("annual average", "Annual average emission reductions: 45,183 tCO2e", "45,183"),
    ("reductions in 2015", f"{HEAD}\n2015 54,138", "54,138"),
])  # fmt: skip
def test_what_differs_is_told_with_its_page(los_cocos, what, words, theirs):
    assert said(los_cocos, what, "A first page.", words) == ("differs", theirs, "page 2")


@pytest.mark.parametrize(("what", "words"), [
    ("total reductions", "Total investment 75,300,000 USD"),
    ("reductions in 2015", "Electricity generated in the grid\n2015 1,375,000"),
    ("reductions in 2015", f"{HEAD}\nResolution 7093 of 2015 was published in the gazette"),
    ("start date", "The start date of the project differs; see the letter of 20 June 2010."),
    ("version of the document", "Form version 12.0"),
    ("title", "A wind farm"),
])  # fmt: skip
def test_what_is_about_something_else_is_left_alone(los_cocos, what, words):
    assert said(los_cocos, what, words, HEAD)[0] == "absent"


def test_the_row_that_agrees_outweighs_others(los_cocos):
    words = f"{HEAD}\n2015 1,375,000\n2015 54,183"
    assert said(los_cocos, "reductions in 2015", words)[0] == "same"


def test_a_cell_is_named(los_cocos):
    row = Passage("sheet “ER”", "Total tCO2e\t379,821", ((0, "A9"), (12, "D9")))
    found = {each.what: each for each in compare_with(los_cocos, ForeignFile("er.xlsx", (row,)))}
    assert found["total reductions"].where == "sheet “ER”, cell D9"


def test_both_places_are_named(los_cocos):
    found = outcomes(los_cocos, "ACM0002 version 19.0")["version of ACM0002"]
    assert (found.document, found.path, found.ours, found.file) == (
        "facts", "P.methodologies[m1].version", "20.0", "report.pdf",
    )  # fmt: skip


def test_a_project_without_results_compares_no_tonnes():
    found = outcomes(wind_farm(EG_facility="").project.read, f"{HEAD}\nTotal 1,234")
    assert "total reductions" not in found
