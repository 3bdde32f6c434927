"""The sheet of inputs: every value as it was given, with unit, origin, source and note."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

from forms.answers import ORIGIN_MARK, Answer, Origin
from forms.document import Reader, inputs_document
from forms.fieldpath import matrix_path
from forms.inputs import asked_indices, matrix_members, value_path
from forms.methodologies.model import Parameter
from forms.views.symbols import printed_unit
from reports.workbook.blocks import Table
from reports.workbook.cells import Page, as_given
from reports.workbook.places import Block, InputNote, Key, Part, Where, input_blocks, spoken

if TYPE_CHECKING:
    from forms.methodologies.calculation import Calculation, Given
    from forms.methodologies.model import Index

_BEFORE = ("Symbol", "Description", "Unit", "Origin")
_AFTER = ("Source", "Note")
_TABLE_ROW = 4


def write_inputs(page: Page, part: Part, where: Where) -> None:
    """Write the inputs of one methodology and note where each stands; scalars get a name."""
    methodology = part.calculation.methodology
    page.text(0, 0, f"Inputs: {spoken(f'{methodology.code} v{methodology.version}')}", "title")
    page.text(
        1, 0, "Change a number here and every sheet follows. Amounts a year are given for a whole year.", "subtitle"
    )
    blocks = input_blocks(where)
    table = Table.over(page, where, blocks, _BEFORE, _AFTER)
    page.widths(16, 44, 14, 14, *[22] * table.outer, *[14] * table.across, 44, 36)
    page.freeze(0, 1)
    given = {where.general.get(key, key): value for key, value in part.calculation.given.items()}
    for row, block, has_head in table.layout(blocks, _TABLE_ROW - 1):
        if has_head:
            table.head(row - 1, block)
        _write_block(table, row, block, part, given)
    table.keep_places(blocks, _TABLE_ROW - 1)
    _name_scalars(page, where, blocks)


def _name_scalars(page: Page, where: Where, blocks: Iterable[Block]) -> None:
    for block in blocks:
        place = where.places.get((block.symbol, ()))
        if place is not None:
            where.names[block.symbol, ()] = page.book.define(block.symbol, place)


def _write_block(table: Table, first: int, block: Block, part: Part, given: dict[Key, Given]) -> None:
    above: tuple[str, ...] = ()
    for row, index in enumerate(block.rows, start=first):
        present = [block.index(index, column) for column in block.columns]
        measured = str(part.calculation.methodology.unit_of(block.symbol))
        notes = {at: part.describe(block.symbol, at) for at in present if at in block.present}
        description, unit = _described(block.symbol, part.calculation)
        texts = (block.symbol, description, unit, _origins(notes))
        table.begin(row, index, block, texts, is_first=row == first)
        for right, at in enumerate(present):
            entered = given.get((block.symbol, at))
            _write_value(table, row, table.first_value + right, entered, measured)
        table.blanks(row, len(present))
        sources, words = (note.source for note in notes.values()), (note.note for note in notes.values())
        behind = (_together(sources), _together(words))
        table.end(row, behind, is_first=behind != above)
        above = behind


def _write_value(table: Table, row: int, column: int, given: Given | None, unit: str) -> None:
    entered = None if given is None else given.entered
    if isinstance(entered, Decimal):
        table.page.number(row, column, entered, "input", as_given(entered, unit))
    else:
        table.page.text(row, column, entered or "", "input")


def _described(symbol: str, calculation: Calculation) -> tuple[str, str]:
    definition = calculation.definition(symbol)
    if isinstance(definition, Parameter):
        return definition.description, printed_unit(definition.input_unit) if definition.is_number else ""
    description = definition.description if definition is not None else ""
    return f"{description} (before the first of the series)", printed_unit(str(calculation.methodology.unit_of(symbol)))


def _origins(notes: dict[Index, InputNote]) -> str:
    """One origin for the row where all agree, else each with the member it is for."""
    found = list(dict.fromkeys(note.origin for note in notes.values()))
    if len(found) <= 1:
        return "".join(found)
    return "; ".join(f"{index[-1]} {note.origin}" for index, note in notes.items())


def _together(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(text for text in texts if text))


# -- what the project says about an input -----------------------------------------------------------------------------


def notes_of_project(read: Reader, row_key: str, calculation: Calculation) -> Callable[[str, Index], InputNote]:
    """Asks the document of inputs of one methodology."""
    document = inputs_document(row_key)
    keys = _row_keys(read, document, calculation)

    def describe(symbol: str, index: Index) -> InputNote:
        parameter = calculation.definition(symbol)
        if not isinstance(parameter, Parameter):
            return notes_of_calculation(calculation)(symbol, index)
        sets = parameter.indices if len(index) == len(parameter.indices) else asked_indices(parameter)
        asked = tuple(
            keys.get((name, member), member)
            for name, member in zip(sets, index, strict=True)
            if name in asked_indices(parameter)
        )
        path = value_path(symbol)
        answer = read.answer(document, matrix_path(path, asked) if asked else path)
        return _note(read, document, parameter, answer or _default(parameter, calculation.given.get((symbol, index))))

    return describe


def _row_keys(read: Reader, document: str, calculation: Calculation) -> dict[tuple[str, str], str]:
    return {
        (index_set.id, name): key
        for index_set in calculation.methodology.sets
        if index_set.kind != "period"
        for key, name in matrix_members(read, document, index_set.id)
    }


def _default(parameter: Parameter, given: Given | None) -> Answer:
    """The default that entered: from the methodology, or the row of a table."""
    from_table = "" if given is None else given.source
    return Answer(None, Origin.DEFAULT, from_table or parameter.default_source)


def _note(read: Reader, document: str, parameter: Parameter, answer: Answer) -> InputNote:
    source = read.text(f"I.{parameter.symbol}.source", document) or parameter.source
    comment = read.text(f"I.{parameter.symbol}.comment", document)
    return InputNote(marked(answer.origin), source, _together((answer.note, comment)))


def marked(origin: Origin) -> str:
    """The mark of an origin and its word."""
    return f"{ORIGIN_MARK[origin]} {origin.value}"


def notes_of_calculation(calculation: Calculation) -> Callable[[str, Index], InputNote]:
    """What a calculation without a project knows: whether an input is a default, and the methodology's words."""

    def describe(symbol: str, index: Index) -> InputNote:
        parameter = calculation.definition(symbol)
        given = calculation.given.get((symbol, index))
        is_default = given is not None and given.origin in ("default", "initial")
        if not isinstance(parameter, Parameter):
            return InputNote(marked(Origin.DEFAULT if is_default else Origin.TYPED), "", "")
        from_table = "" if given is None else given.source
        note = (from_table or parameter.default_source) if is_default else parameter.comment
        return InputNote(marked(Origin.DEFAULT if is_default else Origin.TYPED), parameter.source, note)

    return describe
