"""Is everything answered that the form asks for: missing is not zero, and blank on purpose needs its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms.blocks import runs_of
from forms.document import APPROACH_DOCUMENT, Reader
from forms.fieldpath import cell_path
from forms.fieldtypes import show
from forms.inputs import matrix_members, matrix_paths
from forms.insertions import REFERENCES, printed_with, shown
from forms.problems import Step
from forms.prose import plain_text
from forms.rules import Hit, rule, rule_of_each_answer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.answers import Answer, Value
    from forms.blocks import Block
    from forms.definition import Field


_MOST_NAMED = 3


@rule("FRM-03", source="Instructions for completing the forms (EB 54, annex 34, paragraph 10)", mechanism="cdm")
def no_required_answer_is_missing(read: Reader) -> Iterator[Hit]:
    """Every required place is answered, or left blank on purpose with the reason."""
    yield from _missing(read)


@rule("JI-G02", source="JI forms: the template may not be altered, every section is filled in", mechanism="ji")
def no_required_answer_is_missing_in_ji(read: Reader) -> Iterator[Hit]:
    """Every required place is answered, or left blank on purpose with the reason."""
    yield from _missing(read)


@rule("GEN-01", source="own rule: most rules belong to one mechanism and run once it is chosen")
def the_mechanism_is_chosen(read: Reader) -> Iterator[Hit]:
    """The project says which mechanism it uses."""
    if not read.value("P.mechanism"):
        yield Hit("P.mechanism", "The mechanism is not chosen, so that hardly a rule applies.", "Choose CDM or JI.")


def _missing(read: Reader) -> Iterator[Hit]:
    for document, asked in _asked_fields(read):
        state = read.state(document, asked.path)
        if not state.relevant or asked.home or asked.type == "generated" or asked.calculate:
            continue
        if asked.type == "table":
            yield from _missing_rows(read, document, asked, required=state.required)
        elif state.required:
            yield from _missing_values(read, document, asked)


def _asked_fields(read: Reader) -> Iterator[tuple[str, Field]]:
    for document in read.snapshot.documents:
        if document == APPROACH_DOCUMENT and not _uses_approach(read):
            continue
        for asked in read.form(document).fields.values():
            yield document, asked


def _uses_approach(read: Reader) -> bool:
    return any(read.cell("P.methodologies", key, "code") == "specific" for key in read.rows("P.methodologies"))


def _missing_values(read: Reader, document: str, asked: Field) -> Iterator[Hit]:
    paths = matrix_paths(read, document, asked) if asked.indices else (asked.path,)
    empty = [path for path in paths if not _is_answered(read, document, path)]
    if empty:
        section = read.form(document).section_of_field[asked.path]
        words = f"“{asked.label}” ({section.id}) is not answered"
        if asked.indices:
            names = ", ".join(_cell_name(read, document, asked, path) for path in empty[:_MOST_NAMED])
            more = f" and {len(empty) - _MOST_NAMED:,} more" if len(empty) > _MOST_NAMED else ""
            words += f" in {len(empty):,} of {len(paths):,} cells: {names}{more}"
        yield Hit(empty[0], f"{words}.", "Fill it in, or leave it blank on purpose and say why.", document)


def _cell_name(read: Reader, document: str, asked: Field, path: str) -> str:
    """The cell of a matrix as its rows and columns are called."""
    keys = path.removeprefix(asked.path)[1:-1].split(",")
    names = (dict(matrix_members(read, document, set_id)) for set_id in asked.indices)
    return f"[{', '.join(known.get(key, key) for known, key in zip(names, keys, strict=True))}]"


def _is_answered(read: Reader, document: str, path: str) -> bool:
    answer = read.answer(document, path)
    return answer is not None and (answer.is_blank_on_purpose or not _is_empty(answer.value))


def _is_empty(value: Value | None) -> bool:
    """Nothing, or nothing but white space: what an import may bring and typing never leaves."""
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, tuple) and value and not isinstance(value[0], str):
        return not plain_text(value).strip()
    return value is None or value == ()


def _missing_rows(read: Reader, document: str, asked: Field, *, required: bool) -> Iterator[Hit]:
    rows = read.rows(asked.path, document)
    answer = read.answer(document, asked.path)
    on_purpose = answer is not None and answer.is_blank_on_purpose
    if len(rows) < max(asked.min_rows, 1 if required else 0) and required and not on_purpose:
        yield Hit(
            asked.path,
            f"The table “{asked.label}” has {len(rows)} of at least {max(asked.min_rows, 1)} rows.",
            "Add the rows, or leave the table blank on purpose and say why.",
            document,
        )
    for key in rows:
        yield from _missing_cells(read, document, asked, key)


def _missing_cells(read: Reader, document: str, asked: Field, key: str) -> Iterator[Hit]:
    for column in asked.columns:
        path = cell_path(asked.path, key, column.key)
        if column.required and not _is_answered(read, document, path):
            yield Hit(
                path,
                f"“{column.label}” is empty in a row of “{asked.label}”.",
                "Fill in the cell, or remove the row.",
                document,
            )


@rule("VAL-01", source="constraint of the field, as its form states it")
def values_keep_to_the_constraint_of_their_field(read: Reader) -> Iterator[Hit]:
    """A value keeps to the constraint of its field."""
    for document, asked in _asked_fields(read):
        if (
            asked.constraint
            and not asked.home
            and read.state(document, asked.path).relevant
            and not read.constraint_holds(document, asked)
        ):
            shown = show(read.value(asked.path, document), asked)
            yield Hit(asked.path, f"“{asked.label}” is {shown}.", asked.constraint_message or asked.help, document)


@rule("REF-01", source="own consistency: a reference names a row that exists")
def references_lead_somewhere(read: Reader) -> Iterator[Hit]:
    """A reference points to a row that exists."""
    for document, asked in _asked_fields(read):
        if asked.home:
            continue
        if asked.type == "reference":
            yield from _dangling(read, document, asked.path, asked.refers, asked.label)
        for column in asked.columns:
            if column.type == "reference":
                for key in read.rows(asked.path, document):
                    yield from _dangling(
                        read, document, cell_path(asked.path, key, column.key), column.refers, column.label
                    )


def _dangling(read: Reader, document: str, path: str, table: str, label: str) -> Iterator[Hit]:
    key = read.value(path, document)
    if isinstance(key, str) and key and key not in read.rows(table, "" if table.startswith("P.") else document):
        yield Hit(
            path,
            f"“{label}” points to a row that is not there any more.",
            "Choose an existing entry.",
            document,
        )


@rule_of_each_answer("REF-02", source="own consistency: what a narrative inserts exists and is answered")
def insertions_lead_somewhere(read: Reader, document: str, path: str, answer: Answer) -> Iterator[Hit]:
    """What is inserted in a narrative leads to a figure, a fact, a section or a piece of evidence."""
    if not answer.has_insertions:
        return
    blocks: tuple[Block, ...] = answer.value  # type: ignore[assignment]
    printed = printed_with(read, document)
    for run in (run for block in blocks for run in runs_of(block)):
        kind, _, target = run.link.partition(":")
        if kind in {"", "note"} or shown(printed, run.link):
            continue
        words = run.text or target
        if kind in REFERENCES:
            message = f"The text refers to “{words}” ({run.link}), which is not there any more."
            remedy = "Insert a reference to what took its place, or take the reference out of the text."
        else:
            message = f"“{words}” is inserted here, and there is nothing at its end any more."
            remedy = "Answer what it stands for, or take it out of the text."
        yield Hit(path, message, remedy, document)


@rule_of_each_answer("ORI-01", source="own rule: an overridden value states its reason", step=Step.QUALITY)
def overridden_values_have_a_reason(_read: Reader, document: str, path: str, answer: Answer) -> Iterator[Hit]:
    """A value that overrides a default or a calculated one states the reason."""
    if answer.origin == "overridden" and not answer.note.strip():
        yield Hit(path, "The value is overridden without a reason.", "State the reason; it is printed.", document)
