"""What components of a programme come to together, on the command line."""

import json

import pytest

from forms.exchange import Content
from forms.store import Author, create
from tests.forms.test_components_together import stoves


@pytest.fixture
def programme_file(tmp_path):
    """10,000 t a year from July 2014 for seven years, and 2,500.6 t a year through 2015 and 2016."""
    path = tmp_path / "stoves.cerulean"
    create(path, Content(stoves().project.snapshot), Author("Ana", "desk-1", "Cerulean 0.1.0"))
    return path


def test_the_sum_by_year_is_printed(cerulean, programme_file):
    lines = [line.split() for line in cerulean("calculate", programme_file).out.splitlines()]
    assert ["2014", "5,000"] in lines
    assert ["Total", "75,001"] in lines


def test_the_sum_is_told_as_data(cerulean, programme_file):
    told = json.loads(cerulean("calculate", programme_file, "--json").out)["sums"]["components"]
    assert (told["total"], told["unrounded"]["total"]) == ("75001", "75001.2")
    assert [part["title"] for part in told["parts"]] == ["Kibale", "Bwindi"]


def test_a_year_is_explained_component_by_component(cerulean, programme_file):
    words = cerulean("calculate", programme_file, "--explain", "components[2015]").out
    assert words.startswith("components[2015] = ")
    assert "Kibale[2015]" in words
    assert "Bwindi[2015]" in words


def test_a_year_without_credits_is_2_with_those_that_have_some(cerulean, programme_file):
    done = cerulean("calculate", programme_file, "--explain", "components[2030]")
    assert (done.code, "2014" in done.err) == (2, True)
