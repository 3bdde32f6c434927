"""What evidence there is, and where it is cited: by references, by pictures, and by fields that hold a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms.blocks import Figure, runs_of
from forms.citing import Citation, citation_of
from forms.fieldpath import cell_path, field_of
from ui.captions import row_caption

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.blocks import Block
    from forms.document import Place, Reader
    from forms.evidence import Attachment

    _Cited = tuple[Place, str]


@dataclass(frozen=True)
class Exhibit:
    """One row of a table that holds files, or a file attached elsewhere (`key` is empty then).

    `pages` says of each place in `cited` which pages it cites; empty where it cites all of it.
    """

    title: str
    place: Place
    key: str
    carried: Attachment | None
    cited: tuple[Place, ...]
    pages: tuple[str, ...]


def exhibits(read: Reader) -> list[Exhibit]:
    """All of them: rows in their order, then files that stand alone."""
    cited = _citations(read)
    found = list(_rows(read, cited))
    listed = {exhibit.carried.sha256 for exhibit in found if exhibit.carried is not None}
    for name, sha in _files(read):
        carried = read.snapshot.attachments.get(sha)
        if carried is not None and sha not in listed:
            listed.add(sha)
            places, pages = _by_place(cited.get(sha, []))
            found.append(Exhibit(carried.name, name, "", carried, places, pages))
    return found


def _rows(read: Reader, cited: dict[str, list[_Cited]]) -> Iterator[Exhibit]:
    for name, document in read.snapshot.documents.items():
        for field in document.form.fields.values():
            column = next((item for item in field.columns if item.type == "file"), None)
            if column is None or field.home:
                continue
            columns = field.shown_columns
            for key in read.rows(field.path, name):
                sha = str(read.cell(field.path, key, column.key, name) or "")
                places, pages = _by_place([*cited.get(key, []), *(cited.get(sha, []) if sha else [])])
                title = row_caption(read, name, field.path, field, key, columns)
                place = (name, cell_path(field.path, key, columns[0].key))
                yield Exhibit(title, place, key, read.snapshot.attachments.get(sha), places, pages)


def _by_place(cited: list[_Cited]) -> tuple[tuple[Place, ...], tuple[str, ...]]:
    """Each place once, and beside it the pages that it cites, in the order of its words."""
    found: dict[Place, dict[str, None]] = {}
    for place, pages in cited:
        found.setdefault(place, {}).update({pages: None} if pages else {})
    return tuple(found), tuple("; ".join(pages) for pages in found.values())


def _citations(read: Reader) -> dict[str, list[_Cited]]:
    """Places and pages by the row key or hash that they name; the list of files itself cites nothing."""
    found: dict[str, list[_Cited]] = {}
    for name, path, asked_type, value in _answers(read):
        if asked_type == "reference" or (asked_type == "file" and "[" not in path):
            found.setdefault(str(value), []).append(((name, path), ""))
        elif asked_type == "prose" and isinstance(value, tuple):
            for block in value:
                for cited in _cited_in(block):
                    found.setdefault(cited.row, []).append(((name, path), cited.pages))
    return found


def _cited_in(block: Block) -> Iterator[Citation]:
    """Keys and hashes of the evidence, with pages, that a block of a narrative shows or refers to."""
    if isinstance(block, Figure):
        yield Citation(block.evidence)
    yield from (cited for run in runs_of(block) if (cited := citation_of(run.link)))


def _files(read: Reader) -> Iterator[tuple[Place, str]]:
    for name, path, asked_type, value in _answers(read):
        if asked_type == "file":
            yield (name, path), str(value)


def _answers(read: Reader) -> Iterator[tuple[str, str, str, object]]:
    """(document, path, type, value) of every answer with a value, in the order of the forms."""
    for name, document in read.snapshot.documents.items():
        order = {path: place for place, path in enumerate(document.form.fields)}
        for path in sorted(document.answers, key=lambda path: order.get(field_of(path), len(order))):
            asked = read.asked(name, path)
            value = document.answers[path].value
            if asked is not None and value is not None:
                yield name, path, asked.type, value
