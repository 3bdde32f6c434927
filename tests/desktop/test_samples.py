"""Sample projects: the loader reads what the files may say, and says where a file is wrong."""

import pytest

from desktop import samples
from forms.answers import Answer, Origin
from forms.errors import DefinitionError, UserError
from forms.project import orphans
from forms.results import calculate_project


@pytest.mark.parametrize("sample", samples.samples(), ids=lambda sample: sample.id)
def test_every_answer_of_a_sample_has_a_place(sample):
    assert orphans(samples.content(sample.id).snapshot) == {}


@pytest.mark.parametrize("sample", samples.samples(), ids=lambda sample: sample.id)
def test_a_sample_calculates_without_gaps(sample):
    results = calculate_project(samples.content(sample.id).snapshot)
    assert (results.is_complete, results.missing, results.faults) == (True, (), ())


def test_an_unknown_sample_is_told_with_those_that_ship():
    with pytest.raises(UserError, match="no sample 'moon'") as told:
        samples.content("moon")
    assert "los_cocos" in told.value.remedy


@pytest.fixture
def written(tmp_path, monkeypatch):
    """Reads a sample file with this text."""

    def read(text):
        folder = tmp_path / "desktop" / "samples"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "mine.toml").write_text(f'form = "cdm_pdd:12.0"\n{text}', encoding="utf-8")
        (folder / "map.png").write_bytes(b"\x89PNG")
        monkeypatch.setattr(samples, "files", lambda package: tmp_path / package)
        samples.samples.cache_clear()
        return samples.content("mine").snapshot

    yield read
    samples.samples.cache_clear()


def test_values_are_read_as_if_they_were_typed(written):
    facts = written('[facts]\n"P.capacity" = "1,025.20"\n"P.uses_public_funding" = false').of("facts")
    assert (str(facts.value("P.capacity")), facts.value("P.uses_public_funding")) == ("1025.20", False)


def test_a_value_can_say_where_it_comes_from(written):
    facts = written('[facts]\n"P.town" = {value="Juancho", origin="estimated", note="from a map"}').of("facts")
    assert facts["P.town"] == Answer("Juancho", Origin.ESTIMATED, "from a map")


def test_a_place_can_be_left_blank_on_purpose(written):
    facts = written('[facts]\n"P.town" = {blank="Far from any town."}').of("facts")
    assert facts["P.town"] == Answer(blank_reason="Far from any town.")


def test_a_table_keeps_its_keys_and_order(written):
    facts = written('[[facts."P.sites"]]\nkey="b"\nnote="B"\n[[facts."P.sites"]]\nkey="a"\nnote="A"').of("facts")
    assert (facts.rows("P.sites"), facts.value("P.sites[b].note")) == (("b", "a"), "B")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('[facts]\n"P.colour" = "red"', "facts P.colour"),
        ('[facts]\n"P.capacity" = "a lot"', "facts P.capacity"),
        ('[facts]\n"P.scale" = "gigantic"', "facts P.scale"),
        ('[[facts."P.sites"]]\nkey="a"\ncolour="red"', "facts P.sites"),
        ('[flowers]\na = "b"', "flowers"),
        ("[facts\n", "mine.toml"),
    ],
)
def test_a_wrong_sample_names_file_and_place(written, text, place):
    with pytest.raises(DefinitionError) as told:
        written(text)
    assert "mine.toml" in str(told.value)
    assert place in str(told.value)
