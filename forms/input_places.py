"""Where the inputs of a methodology stand: paths of values, members of sets, cells of matrices, and when they apply."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from forms.fieldpath import cell_path, matrix_path
from forms.methodologies.asking import ALWAYS, asked_when

if TYPE_CHECKING:
    from forms.answers import Answers
    from forms.definition import Field
    from forms.document import Reader
    from forms.methodologies.equations import Formula
    from forms.methodologies.model import IndexSet, Methodology, Parameter

PERIOD_INDEX = "y"
_PREFIX = "inputs_"


def value_path(symbol: str) -> str:
    """Path of the value of a parameter."""
    return f"I.{symbol}.value"


def asked_indices(parameter: Parameter) -> tuple[str, ...]:
    """Index sets that values are asked by: without the years of the crediting period, for which one value stands."""
    return tuple(index for index in parameter.indices if index != PERIOD_INDEX)


def when_expression(when: Formula | None, methodology: Methodology) -> str:
    """A condition over options, as an expression of the form language; empty when it always holds."""
    text = asked_when(methodology, when)
    if text == ALWAYS:
        return ""
    for option in methodology.options:
        text = re.sub(rf"(?<![\w.']){re.escape(option.id)}(?![\w'])", f"I.options.{option.id}", text)
    return text


# -- members of sets, and cells of matrices ------------------------------------------------------------------------


def row_sets(methodology: Methodology) -> tuple[IndexSet, ...]:
    """The sets whose members the user lists, each in a table."""
    return tuple(index_set for index_set in methodology.sets if index_set.kind == "rows" or asks_years(index_set))


def asks_years(index_set: IndexSet) -> bool:
    """Whether the members are years that the user lists."""
    return index_set.kind == "years" and not index_set.members


def member_name(answers: Answers, table: str, key: str) -> str:
    """The name of a member that is a row: what is typed there, until then its key."""
    return str(answers.value(cell_path(table, key, "name")) or key)


def applied_in(read: Reader, document: str) -> Methodology:
    """The methodology whose inputs a document holds."""
    return read.snapshot.methodologies[document.removeprefix(_PREFIX)]


def matrix_members(read: Reader, document: str, set_id: str) -> tuple[tuple[str, str], ...]:
    """Members of an index set as (key in paths, name shown); rows by key, listed members by name."""
    methodology = applied_in(read, document)
    index_set = methodology.sets_by_id[set_id]
    if index_set not in row_sets(methodology):
        return tuple((member, member) for member in index_set.members)
    table = f"I.sets.{set_id}"
    return tuple((key, member_name(read.snapshot.of(document), table, key)) for key in read.rows(table, document))


def matrix_paths(read: Reader, document: str, field: Field) -> tuple[str, ...]:
    """Paths of all cells of a matrix, in the order of its sets."""
    indices: list[tuple[str, ...]] = [()]
    for set_id in field.indices:
        keys = [key for key, _ in matrix_members(read, document, set_id)]
        indices = [(*index, key) for index in indices for key in keys]
    return tuple(matrix_path(field.path, index) for index in indices if index or not field.indices)
