"""Every numeral of the calculation and of the results, as another program reads it off the pages, leads to its sources.

A table of results has codes in the margin and under its heads: `[2013]` and `baseline` are `baseline[2013]` of the side
file. A step of the calculation is a named place, `working.` and the name of the step. What the side file says of either
rests on equations, each of a document in a version, and in the end on inputs with a source.
"""

import json
import re
from decimal import Decimal

import pytest

from desktop.samples import content
from forms.rules import check
from forms.tracing import side_file
from reports.dossier import dossiers_of, print_dossier
from tests.reports.printed_words import places_of, words_of
from tests.reports.worked_projects import worked_project

WORKED = (
    ("AM0009", "07.0", "associated-gas"),
    ("AM0029", "03.0", "ccgt"),
    ("AMS-I.C", "21.0", "kuyasa"),
    ("AMS-I.D", "18.0", "tenkasi-wind"),
    ("AMS-II.B", "09.0", "boiler-house"),
    ("AMS-III.B", "18.0", "oil-to-gas"),
)
SNAPSHOTS = {name: lambda name=name: content(name).snapshot for name in ("los_cocos", "sudenai")}
SNAPSHOTS |= {case[0]: lambda case=case: worked_project(*case) for case in WORKED}
NUMERAL = re.compile(r"(?<![\w.])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?!\w)")
CODE_SIZE = 5.0  # points, as the margin has it
FOOT, HEAD = 60.0, 785.0  # header and footer stand beyond


class Printed:
    """A printed design document: its words, its named places, and the side file of its project."""

    def __init__(self, snapshot, file):
        print_dossier(dossiers_of(snapshot)[0], snapshot, file, checked=check(snapshot))
        self.words = [word for word in words_of(file) if FOOT < word.bottom < HEAD]
        self.places = places_of(file)
        side = json.loads(side_file(snapshot))
        self.figures = {figure["id"]: figure for figure in side["figures"]}
        self.steps = {step["id"]: step for step in side["steps"]}
        self.named = {step["name"]: step for step in side["steps"]}


@pytest.fixture(scope="module", params=SNAPSHOTS)
def printed(request, tmp_path_factory):
    return Printed(SNAPSHOTS[request.param](), tmp_path_factory.mktemp("numerals") / f"{request.param}.pdf")


# -- tables of results ------------------------------------------------------------------------------------------


def coded(printed):
    """Numerals beside a code of the margin, with the code of their column and row."""
    small = [word for word in printed.words if word.size == CODE_SIZE]
    for code in (word for word in small if re.fullmatch(r"\[\w+\]", word.text)):
        heads = [
            word for word in small if word.page == code.page and word.bottom > code.bottom and word.text.isidentifier()
        ]
        low = min(word.bottom for word in heads)
        for word in printed.words:
            is_beside = word.page == code.page and abs(word.bottom - code.bottom) < 1.0 and word.right < code.left
            head = next((head for head in heads if head.bottom == low and abs(head.right - word.right) < 3.0), None)
            if is_beside and NUMERAL.fullmatch(word.text) and head:
                yield f"{head.text}{code.text}", word


def test_every_numeral_beside_a_code_is_a_figure_of_the_side_file(printed):
    found = list(coded(printed))
    assert found, "no code stands in the margin"
    for code, word in found:
        assert printed.figures[code]["value"] == word.text.replace(",", ""), code


def test_every_figure_of_a_year_is_printed_beside_its_code(printed):
    """But where a table has one column of figures: there the code names it whole, and `test_tracing` follows it."""
    codes = {code for code, _ in coded(printed)}
    wanted = {name for name, figure in printed.figures.items() if figure["period"] and not name.startswith("PE+LE")}
    assert wanted <= codes


def test_every_figure_rests_on_sources(printed):
    for figure in printed.figures.values():
        assert_figure_rests_on_sources(printed, figure)


def assert_figure_rests_on_sources(printed, figure):
    assert figure["steps"] or figure["rests_on"], figure["id"]
    for name in figure["rests_on"]:
        assert_figure_rests_on_sources(printed, printed.figures[name])
    for step in figure["steps"]:
        assert_step_rests_on_sources(printed, step, set())


def assert_step_rests_on_sources(printed, name, seen):
    """Each equation with its number or section, each step with document and version, each input with its source."""
    if name in seen:
        return
    seen.add(name)
    step = printed.steps[name]
    assert step["document"], name
    assert step["version"], name
    if step["kind"] == "input":
        assert step["source"], name
        assert step["answered_at"]["path"], name
        return
    assert step["equation"] or step["reference"], name
    for below in step["rests_on"]:
        assert_step_rests_on_sources(printed, below, seen)


# -- steps of the calculation -----------------------------------------------------------------------------------


def regions(printed):
    """(name, words) from the place of each step to that of the next one, or to the end of its page."""
    found = sorted((page, -top, name) for name, (page, top) in printed.places.items() if name.startswith("working."))
    for (page, top, name), after in zip(found, [*found[1:], None], strict=True):
        end = after[:2] if after else (page + 1, -HEAD)
        places = ((word, (word.page, -word.bottom)) for word in printed.words)
        words = [word.text for word, place in places if (page, top - 1.0) <= place < (end[0], end[1] - 1.0)]
        yield name.removeprefix("working."), " ".join(words)


TABLE = re.compile(r"(\S+) Numbers put in Result")


def steps_in(printed, name, words):
    """The step of a region, and those of the tables after it: their head has the symbol, each row an index.

    A selection says in sentences what it took, and lists it.
    """
    yield printed.named[name]
    selections = [step for step in printed.steps.values() if step["kind"] == "selection"]
    for step in selections:
        if step["description"] in words:
            yield step
            yield from (printed.steps[below] for below in step["rests_on"])
    symbols = {head.partition(",")[0].partition("_")[0] for head in TABLE.findall(words)}
    yield from (step for step in printed.steps.values() if step["name"].partition("[")[0].partition("_")[0] in symbols)


def test_every_step_of_the_calculation_is_a_place_with_a_name_of_the_side_file(printed):
    names = {name for name, _ in regions(printed)}
    assert names
    assert names <= set(printed.named)
    for name in names:
        assert_step_rests_on_sources(printed, printed.named[name]["id"], set())


def test_every_numeral_of_a_step_is_its_value_or_was_put_into_its_equation(printed):
    told = ("name", "description", "equation", "reference", "document", "version", "numbers_put_in", "notes")
    for name, words in list(regions(printed))[:-1]:  # what follows the last step is no step any more
        steps = list(steps_in(printed, name, words))
        known = {number for step in steps for key in told for number in numbers(str(step.get(key, "")))}
        for numeral in numbers(words):
            assert numeral in known or any(is_value(numeral, step["value"]) for step in steps), (name, numeral, words)


def test_every_numeral_put_into_an_equation_is_in_its_formula_or_the_value_of_what_it_rests_on(printed):
    for step in printed.steps.values():
        constants = {Decimal(number) for number in numbers(step.get("formula", ""))}
        below = [printed.steps[child] for child in step.get("rests_on", ())]
        for numeral in numbers(without_units(step.get("numbers_put_in", ""))):
            assert Decimal(numeral) in constants or any(is_value(numeral, child["value"]) for child in below), step


def without_units(words):
    """`36 GJ/(1000 m³)` is 36 in a unit that holds a number."""
    return re.sub(r"[×/] ?1000 [^\W\d]+|\(1000 [^)]+\)", "", words)


def numbers(words):
    return [found.replace(",", "") for found in NUMERAL.findall(words)]


def is_value(numeral, value):
    """Whether a numeral is the value as printed: all its digits, or rounded to as many as it has."""
    try:
        exact = Decimal(value)
    except ArithmeticError:
        return False
    shown = Decimal(numeral)
    return abs(exact) == shown or abs(abs(exact) - shown) <= Decimal(1).scaleb(shown.as_tuple().exponent) / 2
