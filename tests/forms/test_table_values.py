"""The box of a parameter whose value stands in a table: printed with its row, though nobody typed it."""

from __future__ import annotations

from forms.blocks import Paragraph, ParameterBlock
from forms.document import inputs_document
from forms.fieldpath import matrix_path
from forms.inputs import value_path
from forms.views import generators
from tests.forms.rules.projects import cdm

CHOICES = {
    "trees": "inventory", "shrub_pool": "no", "dead_wood": "no", "litter": "no", "soil": "no", "before": "zero",
    "burning": "no", "displacement": "no", "data": "strata", "previous": "zero",
}  # fmt: skip
STRATUM = {"A": "400", "b": "25", "s2": "100", "n": "34"}


def box_of_students_t(**typed: str) -> list[str]:
    """The lines of “Value(s) applied” for t in a forest of one stratum with 34 plots, so 33 degrees of freedom."""
    forest = cdm(crediting_start="2016-01-01", crediting_length="5 years")
    forest.given_row("P.methodologies", code="AR-ACM0003", version="01.0.0")
    forest.given_inputs({f"I.options.{option}": code for option, code in CHOICES.items()})
    document = inputs_document(forest.last_row)
    forest.given_row("I.sets.i", document=document, name="planted")
    cells = {matrix_path(value_path(symbol), (forest.last_row,)): words for symbol, words in STRATUM.items()}
    forest.given_inputs({**cells, "I.T.value": "5", **{value_path(symbol): words for symbol, words in typed.items()}})
    made = generators()["parameters_fixed"](forest.project.read)
    box = next(block for block in made if isinstance(block, ParameterBlock) and "t_VAL" in block.title)
    blocks = dict(box.rows)["Value(s) applied"]
    return ["".join(run.text for run in block.runs) for block in blocks if isinstance(block, Paragraph)]


def test_value_of_a_table_is_printed_with_its_row_and_source():
    (line,) = box_of_students_t()
    assert line.startswith("1.6924 ▫: table student_t, degrees_of_freedom 33: Student's t distribution")


def test_value_that_is_typed_is_printed_instead():
    assert box_of_students_t(t_VAL="1.69") == ["1.69"]
