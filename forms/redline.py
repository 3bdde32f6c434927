"""Two manuscripts into one that shows what was deleted and inserted: by word in text, by row in tables, else by block.

What is kept and deleted makes up the base, what is kept and inserted the new document. Runs say what became of them
by a mark, blocks that only one side has stand in `Changed`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import chain
from typing import TypeVar

from forms.answers import ORIGIN_MARK, Origin
from forms.blocks import (
    Block,
    Captioned,
    Cell,
    Changed,
    ChartBlock,
    DiagramBlock,
    Fate,
    Figure,
    Heading,
    ListBlock,
    MapBlock,
    Paragraph,
    ParameterBlock,
    Picture,
    Run,
    Runs,
    TableBlock,
    text_run,
    with_runs,
)
from forms.manuscript import ContentsHere, Gap, Line, Manuscript, PageEnd, Piece, SectionHead, sections
from forms.numbering import NUMBER, TO
from forms.pairing import paired

T = TypeVar("T", bound=Hashable)

_WORDS = re.compile(r"\w+(?:[.,]\d+)*|\s+|[^\w\s]")
_LEAST_ALIKE = 0.3  # of their words, below which two paragraphs or rows are not the same one changed
# Beyond this a stretch counts as deleted and written anew: matching takes more than linear time.
_MOST_WORDS = 4_000
_FATES: tuple[Fate, ...] = ("inserted", "deleted")
_FRAME = (Gap, PageEnd, ContentsHere)


def redline(base: Manuscript, new: Manuscript) -> Iterator[Piece]:
    """What became of the base, section by section; sections are the same when they lead to the same place."""
    before, after = _by_place(base), _by_place(new)
    for one, other in paired(list(before), list(after), lambda *_: 0.0):
        old_head, old = before[one] if one else (None, [])
        new_head, now = after[other] if other else (None, [])
        yield from _head(old_head, new_head)
        yield from _redlined(old, now)


def _by_place(manuscript: Manuscript) -> dict[tuple[str, int], tuple[SectionHead | None, list[Piece]]]:
    """Sections by where their heading leads, and which with that name it is."""
    found: dict[tuple[str, int], tuple[SectionHead | None, list[Piece]]] = {}
    names: Counter[str] = Counter()
    for head, pieces in sections(manuscript):
        name = head.anchor or "".join(run.text for run in head.runs) if head else ""
        names[name] += 1
        found[name, names[name]] = head, [printed(piece) for piece in pieces]
    return found


def fate_of(block: Piece) -> Fate | None:
    """What became of all of a block; None when something of it was kept."""
    if isinstance(block, Changed):
        return block.fate
    runs = [*_runs(block)]
    return next((fate for fate in _FATES if runs and all(fate in run.marks for run in runs)), None)


def marked(block: T, fate: Fate) -> T:
    """A piece with every run of it marked."""
    return _with_runs(block, lambda runs: _all_marked(runs, fate))


def printed(piece: Piece) -> Piece:
    """A piece with what print adds in words: marks of origin behind figures, sentences in place of empty tables."""
    match piece:
        case TableBlock(rows=(), totals=()):
            return Paragraph(text_run(piece.empty or "No entries."), style="note")
        case TableBlock():
            rows, totals = (tuple(tuple(map(_with_origin, row)) for row in part) for part in (piece.rows, piece.totals))
            return replace(piece, rows=rows, totals=totals)
        case ParameterBlock():
            return replace(piece, rows=tuple((label, tuple(map(_printed_block, value))) for label, value in piece.rows))
        case _:
            return piece


def _printed_block(block: Block) -> Block:
    return printed(block)  # type: ignore[return-value]  # a block stays one


def _with_origin(cell: Cell) -> Cell:
    """Typed is the ordinary case and goes unmarked."""
    mark = "" if cell.origin in ("", Origin.TYPED) else ORIGIN_MARK[Origin(cell.origin)]
    return Cell((*cell.runs, Run(f" {mark}", frozenset({"sup"}))) if mark else cell.runs)


# -- pieces -----------------------------------------------------------------------------------------------------


def _head(old: SectionHead | None, new: SectionHead | None) -> Iterator[Piece]:
    if old and new:
        yield replace(new, runs=runs_redlined(old.runs, new.runs))
    elif old:
        yield marked(old, "deleted")
    elif new:
        yield marked(new, "inserted")


def _redlined(old: Sequence[Piece], new: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces of a section; frame such as page ends is that of the new document."""
    pairs = paired([piece for piece in old if not isinstance(piece, _FRAME)], list(new), _alikeness)
    for before, after in pairs:
        if after is None and before is not None:
            yield _one_sided(before, "deleted")
        elif before is None and after is not None:
            yield after if isinstance(after, _FRAME) else _one_sided(after, "inserted")
        elif before is not None and after is not None:
            yield before if before == after else _changed(before, after)


def _one_sided(piece: Piece, fate: Fate) -> Piece:
    if isinstance(piece, Line | SectionHead):
        return marked(piece, fate)
    return Changed(piece, fate)  # type: ignore[arg-type]  # frame never comes here


def _alikeness(old: Piece, new: Piece) -> float:
    """From 0 (two things) to 1; only what can be shown as one thing changed is alike."""
    if type(old) is not type(new):
        return 0.0
    match old, new:
        case (Line(), Line()):
            return _alike_lines(old, new)
        case (TableBlock(), TableBlock()):
            is_same = old.columns == new.columns and (old.caption == new.caption or "" != old.name == new.name)
            return 1.0 if is_same else 0.0
        case (
            Figure() | ChartBlock() | MapBlock() | DiagramBlock(),
            Figure() | ChartBlock() | MapBlock() | DiagramBlock(),
        ):
            return 1.0 if _without_caption(old) == _without_caption(new) else 0.0
        case (ParameterBlock(), ParameterBlock()):
            return _alike_boxes(old, new)
        case (Paragraph(), Paragraph()):
            return _shared(old, new) if old.style == new.style else 0.0
        case (Heading(), Heading()):
            return _shared(old, new) if old.level == new.level else 0.0
        case (ListBlock(), ListBlock()):
            return max(0.5, _shared(old, new)) if old.ordered == new.ordered else 0.0
    return 0.0


def _alike_lines(old: Line, new: Line) -> float:
    """Lines of one style that lead to the same place are the same line."""
    is_same = old.style == new.style and bool(old.anchor) and old.anchor == new.anchor
    return 1.0 if is_same else _shared(old, new)


def _without_caption(block: Picture) -> Picture:
    """The picture alone: the number and words below it may change without it."""
    return replace(block, caption="", numbered=(), name="", alternative_text="")


def _alike_boxes(old: ParameterBlock, new: ParameterBlock) -> float:
    """Boxes of the same labels are alike, the more so the more values are the same."""
    labels = [{label for label, _ in box.rows} for box in (old, new)]
    if old.title != new.title or not labels[0] & labels[1]:
        return 0.0
    same = len({*old.rows} & {*new.rows}) / max(len(old.rows), len(new.rows))
    return len(labels[0] & labels[1]) / len(labels[0] | labels[1]) * (0.5 + same / 2)


def _shared(old: Piece | Runs, new: Piece | Runs) -> float:
    """Which part of the words both have."""
    one, other = _counted(tuple(_runs(old))), _counted(tuple(_runs(new)))
    longest = max(one.total(), other.total())
    alike = (one & other).total() / longest if longest else 1.0
    return alike if alike >= _LEAST_ALIKE else 0.0


@lru_cache(maxsize=4096)
def _counted(runs: Runs) -> Counter[str]:
    """How often each word occurs; kept, for each paragraph is held against all those it may have become."""
    return Counter(word.text for word in _words(runs) if word.text.strip())


def _changed(old: Piece, new: Piece) -> Piece:
    match old, new:
        case (Line(), Line()):
            return replace(new, runs=runs_redlined(old.runs, new.runs))
        case (Paragraph(), Paragraph()):
            return replace(new, runs=runs_redlined(old.runs, new.runs))
        case (Heading(), Heading()):
            return replace(new, runs=runs_redlined(old.runs, new.runs))
        case (ListBlock(), ListBlock()):
            return replace(new, items=tuple(_items(old.items, new.items)))
        case (TableBlock(), TableBlock()):
            rows, totals = (tuple(_rows(*pair)) for pair in ((old.rows, new.rows), (old.totals, new.totals)))
            return replace(new, rows=rows, totals=totals, numbered=runs_redlined(old.numbered, new.numbered))
        case (Captioned(), Captioned()):
            return replace(new, numbered=runs_redlined(old.numbered, new.numbered))
        case (ParameterBlock(), ParameterBlock()):
            return replace(new, rows=tuple(_box_rows(old, new)))
    raise AssertionError(old)


def _items(old: Sequence[Runs], new: Sequence[Runs]) -> Iterator[Runs]:
    for before, after in paired(old, new, _shared):
        if before is None or after is None:
            yield _all_marked(after or before or (), "inserted" if before is None else "deleted")
        else:
            yield runs_redlined(before, after)


def _rows(old: Sequence[tuple[Cell, ...]], new: Sequence[tuple[Cell, ...]]) -> Iterator[tuple[Cell, ...]]:
    for before, after in paired(old, new, _alike_rows):
        if before is None or after is None:
            fate: Fate = "inserted" if before is None else "deleted"
            yield tuple(Cell(_all_marked(cell.runs or text_run(""), fate)) for cell in after or before or ())
        else:
            yield tuple(Cell(runs_redlined(one.runs, other.runs)) for one, other in zip(before, after, strict=True))


def _alike_rows(old: Sequence[Cell], new: Sequence[Cell]) -> float:
    """Rows with the same first cell, such as a year, are the same row."""
    if old and new and old[0].text and old[0].text == new[0].text:
        return 1.0
    return _shared(tuple(chain(*(cell.runs for cell in old))), tuple(chain(*(cell.runs for cell in new))))


def _box_rows(old: ParameterBlock, new: ParameterBlock) -> Iterator[tuple[str, tuple[Block, ...]]]:
    """Rows by label."""
    for before, after in paired([label for label, _ in old.rows], [label for label, _ in new.rows], lambda *_: 0.0):
        one = next((value for label, value in old.rows if label == before), ())
        other = next((value for label, value in new.rows if label == after), ())
        yield after or before or "", tuple(_redlined(one, other))  # type: ignore[arg-type]  # blocks stay blocks


# -- words ------------------------------------------------------------------------------------------------------


def runs_redlined(old: Runs, new: Runs) -> Runs:
    """Two texts as one, word by word, a word with other marks being another word."""
    if old == new:
        return new
    before, after = list(_words(old)), list(_words(new))
    made: list[Run] = []
    for is_same, deleted, inserted in _calmed(_stretches(before, after)):
        if is_same:
            made.extend(inserted)
        else:
            made.extend(_all_marked(tuple(deleted), "deleted"))
            made.extend(_all_marked(tuple(inserted), "inserted"))
    return _joined(made)


def _words(runs: Iterable[Run]) -> Iterator[Run]:
    """A run a word. Of links only those matter that lead to something in print."""
    for run in runs:
        link = run.link if run.link.startswith((TO, NUMBER)) else ""
        yield from (replace(run, text=word, link=link) for word in _WORDS.findall(run.text))


def _stretches(old: list[Run], new: list[Run]) -> Iterator[tuple[bool, list[Run], list[Run]]]:
    if max(len(old), len(new)) > _MOST_WORDS:
        yield False, old, new
        return
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield tag == "equal", old[a:b], new[c:d]


def _calmed(stretches: Iterable[tuple[bool, list[Run], list[Run]]]) -> Iterator[tuple[bool, list[Run], list[Run]]]:
    """Changes with nothing but a space kept between them are one change."""
    found = list(stretches)
    waiting: tuple[list[Run], list[Run]] = [], []
    for at, (is_same, old, new) in enumerate(found):
        is_between = any(waiting) and at + 1 < len(found) and all(not word.text.strip() for word in old)
        if is_same and not is_between:
            if any(waiting):
                yield False, *waiting
            waiting = [], []
            yield True, old, new
        else:
            waiting = [*waiting[0], *old], [*waiting[1], *new]
    if any(waiting):
        yield False, *waiting


def _all_marked(runs: Runs, fate: Fate) -> Runs:
    return tuple(replace(run, marks=run.marks | {fate}) for run in runs)


def _joined(runs: Sequence[Run]) -> Runs:
    made: list[Run] = []
    for run in runs:
        if made and (made[-1].marks, made[-1].link) == (run.marks, run.link):
            made[-1] = replace(run, text=made[-1].text + run.text)
        else:
            made.append(run)
    return tuple(made)


# -- runs of any piece --------------------------------------------------------------------------------------------


def _runs(piece: Piece | Runs) -> Iterator[Run]:
    match piece:
        case tuple():
            yield from piece
        case Line(runs=runs) | SectionHead(runs=runs) | Paragraph(runs=runs) | Heading(runs=runs):
            yield from runs
        case ListBlock(items=items):
            yield from chain(*items)
        case TableBlock(rows=rows, totals=totals):
            yield from (run for row in (*rows, *totals) for cell in row for run in cell.runs)
        case ParameterBlock(rows=boxes):
            yield from (run for _, value in boxes for block in value for run in _runs(block))
        case _:
            return


def _with_runs(piece: T, change: Callable[[Runs], Runs]) -> T:
    made: object = piece
    match piece:
        case Line() | SectionHead():
            made = replace(piece, runs=change(piece.runs))
        case _:
            made = with_runs(piece, change)  # type: ignore[arg-type]  # frame has no runs and stays
    return made  # type: ignore[return-value]  # of the same type
