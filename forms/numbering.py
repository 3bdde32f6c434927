"""Figures and tables with a caption are counted in the order of print; what refers to them says the number they have.

Print numbers a whole manuscript (`numbered`); the window asks for the numbers of a document (`numbering`), which walks
only through what may have captions. A test holds both to the same numbers.

Links: `picture:KEY`, `table:KEY`. The key of a figure in a narrative is that of its evidence, of a table in one its own
name, of what the program makes the path of the field. In a manuscript that was numbered, `to:LINK` is a reference whose
target is printed there, and `number:LINK` the number in a caption.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from forms.blocks import Captioned, Figure, ParameterBlock, Run, TableBlock, runs_of, text_run, with_runs
from forms.document import Reader
from forms.manuscript import Line, Manuscript, Piece, SectionHead

if TYPE_CHECKING:
    from forms.answers import Answer
    from forms.blocks import Block
    from forms.definition import Field
    from forms.document import Place

PICTURE, TABLE = "picture", "table"
TO, NUMBER = "to:", "number:"
_WORDS = {PICTURE: "Figure", TABLE: "Table"}
# Where the list of evidence is printed; references to a piece of evidence lead there.
_EVIDENCE = "P.evidence"


@dataclass(frozen=True)
class Numbered:
    """A figure or table that a reference can lead to: what it is called in print, and its caption."""

    link: str
    label: str
    caption: str


def link_of(block: Captioned) -> str:
    """What leads to a figure or table; empty when nothing can."""
    if isinstance(block, TableBlock):
        return f"{TABLE}:{block.name}" if block.name else ""
    key = block.name or (block.evidence if isinstance(block, Figure) else "")
    return f"{PICTURE}:{key}" if key else ""


def named(blocks: Iterable[Block], path: str) -> Iterator[Block]:
    """Blocks made for a field; what is counted of them has the path as its name, from the second on with a number."""
    count = 0
    for block in blocks:
        if isinstance(block, Captioned) and _is_counted(block) and not link_of(block):
            count += 1
            yield replace(block, name=path if count == 1 else f"{path}/{count}")
        else:
            yield block


# -- a manuscript -------------------------------------------------------------------------------------------------


def numbered(manuscript: Manuscript) -> Iterator[Piece]:
    """The manuscript with numbers in its captions, and with references that say them and lead there."""
    pieces = tuple(manuscript)
    labels: dict[str, str] = {}
    count = _Count()
    counted = [_changed(piece, lambda block: _with_number(block, count, labels)) for piece in pieces]
    goals = {f"section:{piece.anchor}" for piece in pieces if isinstance(piece, SectionHead)}
    for piece in counted:
        yield _changed(piece, lambda block: _with_goals(block, labels, goals))


class _Count:
    """Counts figures and tables apart."""

    def __init__(self) -> None:
        self._numbers: Counter[str] = Counter()

    def label(self, block: Captioned) -> str:
        """What the next of its kind is called."""
        kind = TABLE if isinstance(block, TableBlock) else PICTURE
        self._numbers[kind] += 1
        return f"{_WORDS[kind]} {self._numbers[kind]}"


def _is_counted(block: Captioned) -> bool:
    """Whether it has a caption, and in a table something below it."""
    has_content = not isinstance(block, TableBlock) or bool(block.rows or block.totals)
    return has_content and bool(getattr(block, "caption", ""))


def _changed(piece: Piece, change: Callable[[Block], Block]) -> Piece:
    """A piece with each of its blocks changed, also those in boxes, in the order of print."""
    if isinstance(piece, ParameterBlock):
        rows = ((label, tuple(_changed(block, change) for block in value)) for label, value in piece.rows)
        return replace(piece, rows=tuple(rows))  # type: ignore[arg-type]  # a block stays one
    if isinstance(piece, Line | SectionHead):
        return piece
    return change(piece)  # type: ignore[arg-type]  # page ends pass through


def _with_number(block: Block, count: _Count, labels: dict[str, str]) -> Block:
    if not isinstance(block, Captioned) or not _is_counted(block):
        return block
    label, link = count.label(block), link_of(block)
    if link:
        labels.setdefault(link, label)
    words = text_run(f". {getattr(block, 'caption', '')}")
    kind = TABLE if isinstance(block, TableBlock) else PICTURE
    return replace(block, numbered=(Run(label, frozenset(), f"{NUMBER}{link or f'{kind}:{label}'}"), *words))


def _with_goals(block: Block, labels: Mapping[str, str], goals: set[str]) -> Block:
    if not any(run.link for run in runs_of(block)):
        return block
    return with_runs(block, lambda runs: tuple(_with_goal(run, labels, goals) for run in runs))


def _with_goal(run: Run, labels: Mapping[str, str], goals: set[str]) -> Run:
    """A reference to what is printed says its number and leads there; other runs stay."""
    if run.link in labels:
        return replace(run, text=labels[run.link], link=f"{TO}{run.link}")
    goal = f"section:{_EVIDENCE}" if run.link.startswith("evidence:") else run.link
    return replace(run, link=f"{TO}{goal}") if goal in goals else run


# -- a document ---------------------------------------------------------------------------------------------------


def numbering(read: Reader) -> Mapping[str, Numbered]:
    """Figures and tables of the document that is read, by what leads to them, in the order of print.

    Worked out once a snapshot; what it rests on counts as read each time.
    """
    kept: dict[str, tuple[Mapping[str, Numbered], set[Place]]] = read.snapshot.__dict__.setdefault("_numbering", {})
    if read.main not in kept:
        reads: set[Place] = set()
        kept[read.main] = _numbering(_Stored(read.snapshot, reads, main=read.main)), reads
    found, reads = kept[read.main]
    read.also_read(reads)
    return found


def label_of(read: Reader, link: str) -> str:
    """What a figure or table is called in the document that is read; empty when it is not there any more.

    A paper beside the design document may refer to a figure of that one.
    """
    if link in (own := numbering(read)):
        return own[link].label
    main = read.snapshot.main
    of_main = numbering(read.about(main)).get(link) if main and read.main != main else None
    return f"{of_main.label} of the design document" if of_main else ""


def with_numbers(read: Reader, blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks of the document that is read with the numbers in their captions."""
    for block in blocks:
        found = numbering(read).get(link_of(block)) if isinstance(block, Captioned) and link_of(block) else None
        made = f"{found.label}. {found.caption}" if found else ""
        yield replace(block, numbered=text_run(made)) if made and isinstance(block, Captioned) else block


class _Stored(Reader):
    """Reads narratives as they are stored: what they insert would ask for the numbers that are being counted."""

    def _live(self, document: str, given: Answer) -> Answer:
        del document
        return given


def _numbering(read: Reader) -> Mapping[str, Numbered]:
    count = _Count()
    found: dict[str, Numbered] = {}
    for block in _captioned(_blocks(read)):
        made = Numbered(link_of(block), count.label(block), getattr(block, "caption", ""))
        found.setdefault(made.link, made)
    return found


def _captioned(blocks: Iterable[Block]) -> Iterator[Captioned]:
    for block in blocks:
        if isinstance(block, ParameterBlock):
            yield from _captioned(item for _, value in block.rows for item in value)
        elif isinstance(block, Captioned) and _is_counted(block):
            yield block


def _blocks(read: Reader) -> Iterator[Block]:
    """Everything printed of a document that may have a caption, in the order of its form."""
    from forms.views.fields import field_blocks

    for section in read.form(read.main).sections if read.main in read.snapshot.documents else ():
        if not read.is_relevant(read.main, section):
            continue
        for asked in section.fields:
            if _may_have_captions(asked) and read.state(read.main, asked.path).relevant:
                yield from field_blocks(read, read.main, asked)


def _may_have_captions(asked: Field) -> bool:
    from forms.views import captioned_contents

    if asked.type == "generated":
        return asked.content in captioned_contents()
    if asked.type == "table":
        return asked.layout == "block" and any(column.type == "prose" for column in asked.shown_columns)
    return asked.type in {"prose", "file"}
