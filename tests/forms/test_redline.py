"""Redlines: what is kept and deleted is the base, what is kept and inserted the new document."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as some

from forms.answers import Origin
from forms.blocks import (
    Cell,
    Changed,
    Column,
    EquationBlock,
    Heading,
    ListBlock,
    Paragraph,
    ParameterBlock,
    Run,
    TableBlock,
    cell,
    text_run,
)
from forms.manuscript import Line, PageEnd, SectionHead, line, section_head
from forms.redline import fate_of, printed, redline, runs_redlined


def shown(runs):
    """Runs as `the [-old-]{+new+} plant`."""
    signs = {"deleted": "[-{}-]", "inserted": "{{+{}+}}"}
    fates = [next((mark for mark in signs if mark in run.marks), "") for run in runs]
    return "".join(signs.get(fate, "{}").format(run.text) for fate, run in zip(fates, runs, strict=True))


def words_of(pieces, without):
    """The text of one side, a line each paragraph, item and row."""
    return [text for piece in pieces for text in lines_of(piece, without)]


def lines_of(piece, without):
    match piece:
        case Changed(block=block, fate=fate):
            return [] if fate == without else lines_of(block, without)
        case Line(runs=runs) | SectionHead(runs=runs) | Paragraph(runs=runs) | Heading(runs=runs):
            found = [runs]
        case ListBlock(items=items):
            found = list(items)
        case TableBlock(rows=rows, totals=totals):
            found = [tuple(run for one in row for run in (*one.runs, Run("|"))) for row in (*rows, *totals)]
            found = [runs for runs in found if not all(without in run.marks for run in runs if run.text != "|")]
        case ParameterBlock(rows=rows):
            return [text for label, value in rows for text in [label, *words_of(value, without)]]
        case _:
            return []
    texts = ["".join(run.text for run in runs if without not in run.marks) for runs in found]
    return [text for text in texts if text.strip("|")]


def prose(*paragraphs):
    return [Paragraph(text_run(words)) for words in paragraphs]


def test_a_changed_word_is_marked_and_its_neighbours_are_kept():
    runs = runs_redlined(text_run("The old plant runs."), text_run("The new plant runs."))
    assert shown(runs) == "The [-old-]{+new+} plant runs."


def test_a_figure_with_its_separators_is_one_word():
    runs = runs_redlined(text_run("54,183 t"), text_run("54,601.5 t"))
    assert shown(runs) == "[-54,183-]{+54,601.5+} t"


def test_changes_with_only_a_space_between_are_one_change():
    assert shown(runs_redlined(text_run("a red car"), text_run("a blue bus"))) == "a [-red car-]{+blue bus+}"


def test_a_word_that_became_bold_is_another_word():
    runs = runs_redlined(text_run("very good"), (Run("very "), Run("good", frozenset({"bold"}))))
    assert shown(runs) == "very [-good-]{+good+}"


def test_a_new_paragraph_before_a_changed_one_does_not_hide_the_change():
    base = prose("The wind farm has ten turbines of two megawatts.")
    new = prose("This comes first and is new.", "The wind farm has twelve turbines of two megawatts.")
    inserted, changed = redline(base, new)
    assert (inserted.fate, shown(changed.runs)) == (
        "inserted",
        "The wind farm has [-ten-]{+twelve+} turbines of two megawatts.",
    )


def test_paragraphs_that_share_no_words_are_not_mixed():
    assert [piece.fate for piece in redline(prose("One thing altogether."), prose("Quite another matter!"))] == [
        "deleted",
        "inserted",
    ]


def test_a_row_of_a_table_is_followed_by_its_first_cell():
    columns = (Column("Year"), Column("t CO2e"))
    base = TableBlock(columns, ((cell("2010"), cell("5")), (cell("2011"), cell("6"))))
    new = TableBlock(columns, ((cell("2011"), cell("7")), (cell("2012"), cell("8"))))
    (made,) = redline([base], [new])
    assert [[shown(one.runs) for one in row] for row in made.rows] == [
        ["[-2010-]", "[-5-]"],
        ["2011", "[-6-]{+7+}"],
        ["{+2012+}", "{+8+}"],
    ]


def test_a_table_with_other_columns_is_another_table():
    base = TableBlock((Column("Year"),), ((cell("2010"),),))
    new = TableBlock((Column("Month"),), ((cell("May"),),))
    assert [fate_of(piece) for piece in redline([base], [new])] == ["deleted", "inserted"]


def test_a_parameter_box_changes_by_row():
    base = ParameterBlock("", (("Unit", tuple(prose("MWh"))), ("Source", tuple(prose("Grid operator")))))
    new = ParameterBlock("", (("Unit", tuple(prose("GWh"))), ("Source", tuple(prose("Grid operator")))))
    (made,) = redline([base], [new])
    assert [fate_of(block) for block in made.rows[0][1]] == ["deleted", "inserted"]
    assert made.rows[1] == new.rows[1]


def test_an_equation_comes_and_goes_as_a_whole():
    base, new = (EquationBlock(latex, "(1)", "spoken") for latex in ("a = b", "a = c"))
    assert list(redline([base], [new])) == [Changed(base, "deleted"), Changed(new, "inserted")]


def test_sections_are_compared_by_where_they_lead():
    base = [section_head("A.1. Title", 2, "A.1"), *prose("One."), section_head("A.2. Place", 2, "A.2"), *prose("Two.")]
    new = [section_head("A.2. Location", 2, "A.2"), *prose("Two.")]
    made = list(redline(base, new))
    assert [shown(made[0].runs), made[1].fate] == ["[-A.1. Title-]", "deleted"]
    assert shown(made[2].runs) == "A.2. [-Place-]{+Location+}"
    assert made[3:] == prose("Two.")


def test_sections_of_the_same_name_stay_apart():
    twice = [section_head("A.", 1, "A"), *prose("One."), section_head("A.", 1, "A"), *prose("Two.")]
    assert list(redline(twice, twice)) == twice


def test_page_ends_are_those_of_the_new_document():
    assert list(redline([*prose("One."), PageEnd()], [PageEnd(), *prose("One.")])) == [PageEnd(), *prose("One.")]


def test_what_print_says_in_words_is_compared_too():
    table = TableBlock((Column("Value"),), ((cell("5", origin=Origin.CALCULATED),),))
    assert printed(table).rows[0][0].text == "5 ƒ"


def test_nothing_is_marked_where_nothing_changed():
    pieces = [line("Title", "cover_title"), *prose("One.", "Two."), ListBlock(ordered=True, items=(text_run("x"),))]
    assert list(redline(pieces, pieces)) == pieces


# -- any two documents ------------------------------------------------------------------------------------------

WORDS = some.lists(some.sampled_from(["wind", "farm", "2,000", "of", "CO2", "MWh."]), min_size=1, max_size=8).map(
    " ".join
)
RUNS = some.lists(
    some.builds(Run, WORDS, some.frozensets(some.sampled_from(["bold", "italic"]))), min_size=1, max_size=3
).map(tuple)
ROWS = some.lists(some.tuples(some.builds(Cell, RUNS), some.builds(Cell, RUNS)), min_size=1, max_size=4).map(tuple)
TABLES = ROWS.map(lambda rows: TableBlock((Column("a"), Column("b")), rows))
BLOCKS = some.one_of(
    some.builds(Paragraph, RUNS),
    some.builds(lambda items: ListBlock(ordered=False, items=tuple(items)), some.lists(RUNS, min_size=1, max_size=3)),
    TABLES,
)
BOXES = some.lists(some.tuples(some.sampled_from("abc"), BLOCKS), min_size=1, max_size=3, unique_by=lambda row: row[0])
PIECES = some.lists(
    some.one_of(
        BLOCKS,
        BOXES.map(lambda rows: ParameterBlock("", tuple((label, (block,)) for label, block in rows))),
        some.builds(section_head, WORDS, some.just(1), some.sampled_from(["A", "B", "C"])),
    ),
    max_size=8,
    unique_by=lambda piece: piece.anchor if isinstance(piece, SectionHead) else id(piece),
)


def in_order(pieces):
    """Sections by name, so that both sides have those they share in the same order, as editions of a form do."""
    parts, current = {"": []}, ""
    for piece in pieces:
        current = piece.anchor if isinstance(piece, SectionHead) else current
        parts.setdefault(current, []).append(piece)
    return [piece for _, part in sorted(parts.items()) for piece in part]


@given(PIECES.map(in_order), PIECES.map(in_order))
def test_either_side_comes_back_from_any_redline(base, new):
    made = list(redline(base, new))
    assert side_of(made, without="deleted") == words_of(new, "none")
    assert side_of(made, without="inserted") == words_of(base, "none")


def side_of(pieces, *, without):
    """As `words_of`; the label of a row of a box goes with its value."""
    kept = []
    for piece in pieces:
        if isinstance(piece, ParameterBlock):
            rows = [row for row in piece.rows if not all(fate_of(block) == without for block in row[1])]
            kept.append(replace(piece, rows=tuple(rows)))
        else:
            kept.append(piece)
    return words_of(kept, without)
