"""Narratives survive every trip: Markdown in, blocks, JSON and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.blocks import Cell, Column, Heading, ListBlock, Paragraph, Run, TableBlock
from forms.errors import UserError
from forms.prose import from_json, parse_markdown, plain_text, to_json

texts = st.text(st.characters(blacklist_categories=("Cs",)), max_size=40)
runs = st.lists(
    st.builds(Run, texts, st.frozensets(st.sampled_from(["bold", "italic", "sub", "sup"]))), max_size=4
).map(tuple)
rows = st.tuples(st.builds(Cell, runs), st.builds(Cell, runs))
columns = st.tuples(st.just(Column("A")), st.just(Column("B", "right")))
blocks = st.one_of(
    st.builds(Paragraph, runs),
    st.builds(Heading, st.sampled_from([1, 2, 3]), runs),
    st.builds(ListBlock, st.booleans(), st.lists(runs, max_size=3).map(tuple)),
    st.builds(TableBlock, columns, st.lists(rows, max_size=3).map(tuple), caption=texts, name=texts),
)


@given(st.lists(blocks, max_size=6).map(tuple))
def test_json_gives_back_the_same_narrative(prose):
    assert from_json(to_json(prose)) == prose


def test_markdown_of_a_sample():
    prose = parse_markdown("CO~2~ over 10 m^2^ is **large**.\n\n- one\n- two\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n")
    assert [type(block).__name__ for block in prose] == ["Paragraph", "ListBlock", "TableBlock"]
    assert plain_text(prose) == "CO2 over 10 m2 is large.\none\ntwo\na\tb\n1\t2"


def test_a_star_between_figures_is_a_sign_of_multiplication():
    text = "0.29*18,000*156.4 = 816,408, and 52516*(1-0.5)*21"
    assert plain_text(parse_markdown(text)) == text
    assert plain_text(parse_markdown("*2* times **3**")) == "2 times 3"


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "<b>x</b> &amp; <para>", "{{ x }}", "![x](y)", "[a](b)"])
def test_markup_of_other_languages_stays_text(text):
    assert plain_text(parse_markdown(text)) == text.replace("&amp;", "&")


@given(texts)
def test_any_text_can_be_read(text):
    plain_text(parse_markdown(text))


@pytest.mark.parametrize("data", [None, {}, [1], [{"paragraph": 1}], [{"table": [[["a"]]], "columns": []}], [{"x": 1}]])
def test_what_is_not_a_narrative_is_refused(data):
    with pytest.raises(UserError):
        from_json(data)
