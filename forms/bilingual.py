"""The application to a host authority in two languages: each heading, label and head of a table also in the second.

What is typed stays as it is. A narrative may be given in both languages: its field then has a twin, whose label ends in
"(second language)" and is printed in that language alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from forms.blocks import Block, Cell, ListBlock, Paragraph, ParameterBlock, Run, Runs, TableBlock, text_run
from forms.host_countries.wordings import LANGUAGES, wording
from forms.manuscript import Line, Manuscript, Piece, SectionHead
from forms.sustainability import packs

if TYPE_CHECKING:
    from forms.definition import Field
    from forms.document import Reader

Words = Mapping[str, str]
TWIN = " (second language)"
CHOICE = "second_language"
_NUMBERED = re.compile(r"([A-Z](?:\.\d+)*\. )(.*)", re.DOTALL)
_BESIDE = " · "
_ONE_LINE = 26  # letters of two labels and what stands between


def second_language(read: Reader) -> str:
    """Code of the language that stands beside English in the document that is read; empty for English alone.

    It is chosen in the document; else the first language of the pack of its host that has words here.
    """
    path = next((asked for asked in read.form(read.main).fields if asked.rpartition(".")[2] == CHOICE), "")
    if not path:
        return ""
    if chosen := str(read.value(path, read.main) or ""):
        return chosen if chosen in LANGUAGES else ""
    asked = (language for _, pack in packs(read) for language in pack.languages)
    codes = {name: code for code, name in LANGUAGES.items()}
    return next((codes[language] for language in asked if language in codes), "")


def words_beside(read: Reader) -> Words:
    """The words of the second language of the document that is read, by the English ones; empty for English alone."""
    return wording(second_language(read))


def bilingual(manuscript: Manuscript, words: Words) -> Iterator[Piece]:
    """The manuscript with the words of a second language beside the English ones, or as it is when there are none."""
    if not words:
        yield from manuscript
        return
    pieces = tuple(manuscript)
    twins = {_said(piece.runs).removesuffix(TWIN) for piece in pieces if isinstance(piece, Line) and _is_twin(piece)}
    for piece in pieces:
        yield _piece(piece, words, twins)


def untranslated(read: Reader) -> Iterator[Field]:
    """Texts of the document that is read whose twin in the second language is asked for and not given."""
    fields = read.form(read.main).fields
    for asked in fields.values():
        twin = fields.get(f"{asked.path}_second")
        if twin and read.state(read.main, twin.path).relevant and _is_half(read, asked.path, twin.path):
            yield twin


def _is_half(read: Reader, path: str, twin: str) -> bool:
    return bool(read.value(path, read.main)) and not read.value(twin, read.main)


def _is_twin(piece: Line) -> bool:
    return _said(piece.runs).endswith(TWIN)


def _said(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def _piece(piece: Piece, words: Words, twins: set[str]) -> Piece:
    match piece:
        case Line(runs=runs) if _is_twin(piece):
            base = _said(runs).removesuffix(TWIN)
            return replace(piece, runs=text_run(words.get(base, base)))
        case Line(runs=runs):
            # The twin below says the second language.
            return piece if _said(runs) in twins else replace(piece, runs=_beside(runs, words))
        case SectionHead(runs=runs):
            return replace(piece, runs=_beside(runs, words))
        case Paragraph() | ListBlock() | TableBlock() | ParameterBlock():
            return _block(piece, words)
    return piece


def _beside(runs: Runs, words: Words) -> Runs:
    """Words on one line with those of the second language, in italics, behind them."""
    other = _other(_said(runs), words)
    return (*runs, Run(_BESIDE), Run(other, frozenset({"italic"}))) if other else runs


def _other(english: str, words: Words) -> str:
    """The words of the second language; also behind a number, and of two parts with a colon between them."""
    if numbered := _NUMBERED.fullmatch(english):
        english = numbered[2]
    if english in words:
        # Some words are the same in both.
        return words[english] if words[english] != english else ""
    first, colon, second = english.partition(": ")
    return f"{words[first]}: {words[second]}" if colon and first in words and second in words else ""


def _block(block: Block, words: Words) -> Block:
    match block:
        case Paragraph(runs=runs) if other := _other(_said(runs), words):
            return replace(block, runs=_stacked(runs, other))
        case TableBlock(columns=columns, rows=rows, totals=totals):
            heads = tuple(replace(column, label=_label(column.label, words)) for column in columns)
            cells, sums = (tuple(tuple(_cell(cell, words) for cell in row) for row in part) for part in (rows, totals))
            return replace(block, columns=heads, rows=cells, totals=sums)
        case ParameterBlock(rows=boxes):
            made = ((_in_box(label, words), tuple(_block(item, words) for item in value)) for label, value in boxes)
            return replace(block, rows=tuple(made))
    return block


def _cell(cell: Cell, words: Words) -> Cell:
    other = _other(cell.text, words)
    return replace(cell, runs=_stacked(cell.runs, other)) if other else cell


def _stacked(runs: Runs, other: str) -> Runs:
    return (*runs, Run(f"\n{other}", frozenset({"italic"})))


def _in_box(english: str, words: Words) -> str:
    """A label of a box, on one line where both fit."""
    both = _label(english, words)
    return both.replace("\n", _BESIDE) if len(both) <= _ONE_LINE else both


def _label(english: str, words: Words) -> str:
    """A label above that of the second language; a unit in brackets is said once."""
    name, bracket, unit = english.partition(" (")
    other = words.get(english) or (words.get(name, "") if bracket and unit else "")
    return f"{english}\n{other}" if other not in ("", english) else english
