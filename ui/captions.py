"""What a row is called where only a word or two can stand: in choosers of references and in heads of records."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from forms import fieldtypes
from forms.document import COMPANIONS, FACTS_DOCUMENT
from forms.fieldpath import cell_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forms.definition import Column, Field, FormDefinition, Section
    from forms.document import Place, Reader

LONGEST = 60
_ROWS = {"doc": (COMPANIONS, ("party", "note")), "inputs": ("P.methodologies", ("version", "role"))}
"""Where the rows of documents are that a project can have several of, and the columns that tell those apart."""
_NUMBER = re.compile(r"[A-Z](\.\d+)*")


def number_of(section: Section) -> str:
    """The number by which people know a section, such as `B.6.3`; empty where the id is only a name of ours."""
    # A parameter is a section too, and A may be its symbol: then its title begins with it.
    is_symbol = section.title.startswith(f"{section.id}:")
    return section.id if _NUMBER.fullmatch(section.id) and not is_symbol else ""


def place_name(form: FormDefinition, path: str) -> str:
    """Where a field stands, in a few words: the number of its section if it has one, and its label."""
    field = form.field(path)
    if field is None:
        return path
    number = number_of(form.section_of_field[field.path])
    return f"{number} · {field.label}" if number else field.label


def short_title(form: FormDefinition) -> str:
    """What a document is called in the tree and in choosers: the code that people use, else the title."""
    return form.code if form.code and not form.code.islower() else form.title


def document_names(read: Reader) -> dict[str, str]:
    """What each document is called, by its id; to those of one form comes what tells them apart, else a number."""
    names = {name: short_title(document.form) for name, document in read.snapshot.documents.items()}
    for title in {title for title, times in Counter(names.values()).items() if times > 1}:
        alike = {name: _particulars(read, name) for name, known in names.items() if known == title}
        shared = set.intersection(*map(set, alike.values()))
        words = [" · ".join(word for word in said if word not in shared) for said in alike.values()]
        for number, (name, own) in enumerate(zip(alike, words, strict=True), 1):
            is_alone = own and words.count(own) == 1
            names[name] = " · ".join(filter(None, (title, _shortened(own), "" if is_alone else str(number))))
    return names


def document_name(read: Reader, document: str) -> str:
    """What a document is called; its id where there is no such document."""
    return document_names(read).get(document, document)


def where(read: Reader, document: str, path: str) -> str:
    """A place in a few words; the document alone for none in it, and the project where there is no such document."""
    if document not in read.snapshot.documents:
        return path or read.text("P.title") or document
    name = document_name(read, document)
    return f"{name}, {place_name(read.form(document), path)}" if path else name


def numbered(section: Section) -> str:
    """Number and title."""
    return f"{number_of(section)}  {section.title}".strip()


def table_referred_to(read: Reader, document: str, refers: str) -> tuple[Place, Field] | None:
    """Document and path of the table whose rows a reference points to, with its field; `None` when there is none."""
    for candidate in (document, read.document_of(refers)):
        if candidate in read.snapshot.documents:
            table = read.field(candidate, refers)
            if table is not None and table.type == "table":
                return read.home_of(candidate, refers), table
    return None


def row_choices(read: Reader, document: str, refers: str) -> list[tuple[str, str]]:
    """(row key, caption) of every row that a reference can point to."""
    found = table_referred_to(read, document, refers)
    if found is None:
        return []
    (home, path), table = found
    columns = table.shown_columns
    return [(key, row_caption(read, home, path, table, key, columns)) for key in read.rows(path, home)]


def row_caption(
    read: Reader, document: str, path: str, table: Field, key: str, columns: Sequence[Column] | None = None
) -> str:
    """The first two things that are said in a row; its position when nothing is said yet.

    `columns` are those that the table shows, for who knows them already.
    """
    words: list[str] = []
    for column in table.shown_columns if columns is None else columns:
        word = cell_text(read, document, cell_path(path, key, column.key), column) if _names(column) else ""
        if word:
            words.append(word)
        if len(words) == 2 or (words and len(words[0]) > LONGEST // 2):
            break
    text = " · ".join(words)
    position = read.rows(path, document).index(key) + 1 if key in read.rows(path, document) else 0
    return _shortened(text) or str(position or key)


def cell_text(read: Reader, document: str, path: str, column: Column) -> str:
    """The value of a cell as shown; a reference by the caption of its row."""
    value = read.value(path, document)
    if column.type == "reference" and isinstance(value, str):
        return dict(row_choices(read, document, column.refers)).get(value, value)
    return fieldtypes.show(value, column)


def _particulars(read: Reader, document: str) -> list[str]:
    """What its row says of a document beside its form: the Party and the note, or what a methodology is applied to."""
    kind, _, key = document.partition("_")
    table, columns = _ROWS.get(kind, ("", ()))
    found = read.field(FACTS_DOCUMENT, table) if table else None
    cells = [column for column in found.columns if column.key in columns] if found is not None else []
    said = (cell_text(read, FACTS_DOCUMENT, cell_path(table, key, column.key), column) for column in cells)
    return [text for text in said if text]


def _names(column: Column) -> bool:
    return column.type in {"text", "choice", "reference", "date"}


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
