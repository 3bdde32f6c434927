"""Two versions of a text, word by word: what was kept, deleted and inserted, and what changed in its structure."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal

from forms.blocks import Block, Figure, Heading, ListBlock, Paragraph, TableBlock

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forms.blocks import Runs

Fate = Literal["kept", "deleted", "inserted"]
Stretch = tuple[Fate, str]

_WORDS = re.compile(r"\w+|\s+|[^\w\s]")
# Beyond these a stretch counts as deleted and written anew: matching takes more than linear time.
_MOST_LINES = 5_000
_MOST_WORDS = 3_000
_NAMES = {
    "Paragraph": ("paragraph", "paragraphs"),
    "Heading": ("heading", "headings"),
    "ListBlock": ("list", "lists"),
    "TableBlock": ("table", "tables"),
    "Figure": ("figure", "figures"),
}


@dataclass(frozen=True)
class Passages:
    """A text before and after.

    What is kept and deleted makes up the text before, what is kept and inserted the text after; each paragraph, item
    and row ends in a line break. `structure` says in sentences what words cannot: headings, lists, tables, marks.
    """

    stretches: tuple[Stretch, ...]
    structure: tuple[str, ...] = ()

    @property
    def before(self) -> str:
        """The text before."""
        return "".join(text for fate, text in self.stretches if fate != "inserted")

    @property
    def after(self) -> str:
        """The text after."""
        return "".join(text for fate, text in self.stretches if fate != "deleted")

    @property
    def is_same(self) -> bool:
        """True when neither words nor structure differ."""
        return not self.structure and all(fate == "kept" for fate, _ in self.stretches)


@dataclass(frozen=True)
class _Line:
    """One line of text; `shape` is what it is, `detail` all else about it."""

    text: str
    shape: str
    detail: object = None


def compare_prose(before: Sequence[Block], after: Sequence[Block]) -> Passages:
    """Two narratives, word by word."""
    made = _compare(_all_lines(before), _all_lines(after))
    structure = (*_counted(before, after), *made.structure)
    if not structure and made.is_same and tuple(before) != tuple(after):
        structure = ("The layout changed.",)
    return Passages(made.stretches, structure)


def compare_texts(before: str, after: str) -> Passages:
    """Two texts without structure, word by word."""
    return _compare(*([_Line(line, "line") for line in text.split("\n")] if text else [] for text in (before, after)))


def _compare(before: list[_Line], after: list[_Line]) -> Passages:
    stretches: list[Stretch] = []
    structure: list[str] = []
    for same, old, new in _aligned([line.text for line in before], [line.text for line in after], _MOST_LINES):
        old_lines, new_lines = before[old], after[new]
        if same:
            stretches.append(("kept", _text(new_lines)))
        else:
            stretches.extend(_by_word(_text(old_lines), _text(new_lines)))
        if len(old_lines) == len(new_lines):
            structure.extend(_reshaped(old_lines, new_lines))
    return Passages(tuple(_joined(stretches)), tuple(dict.fromkeys(structure)))


def _by_word(before: str, after: str) -> Iterator[Stretch]:
    old_words, new_words = _WORDS.findall(before), _WORDS.findall(after)
    for same, old, new in _aligned(old_words, new_words, _MOST_WORDS):
        if same:
            yield "kept", "".join(new_words[new])
        else:
            yield "deleted", "".join(old_words[old])
            yield "inserted", "".join(new_words[new])


def _aligned(before: Sequence[str], after: Sequence[str], most: int) -> Iterator[tuple[bool, slice, slice]]:
    """Both sequences in stretches that are the same and stretches that are not, in order."""
    start = _common(before, after)
    end = _common(before[start:][::-1], after[start:][::-1])
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    if start:
        yield True, slice(0, start), slice(0, start)
    if max(len(old), len(new)) > most or not (old and new):
        codes = [("replace", 0, len(old), 0, len(new))] if old or new else []
    else:
        codes = list(SequenceMatcher(None, old, new).get_opcodes())
    for tag, old_from, old_to, new_from, new_to in codes:
        yield tag == "equal", slice(start + old_from, start + old_to), slice(start + new_from, start + new_to)
    if end:
        yield True, slice(len(before) - end, len(before)), slice(len(after) - end, len(after))


def _common(before: Sequence[str], after: Sequence[str]) -> int:
    pairs = enumerate(zip(before, after, strict=False))
    return next((position for position, (one, other) in pairs if one != other), min(len(before), len(after)))


def _joined(stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """Neighbours of the same fate as one; empty ones are left out."""
    current: Stretch | None = None
    for fate, text in stretches:
        if current and text and current[0] == fate:
            current = (fate, current[1] + text)
        elif text:
            if current:
                yield current
            current = (fate, text)
    if current:
        yield current


# -- structure ----------------------------------------------------------------------------------------------


def _text(lines: Sequence[_Line]) -> str:
    return "".join(f"{line.text}\n" for line in lines)


def _all_lines(prose: Sequence[Block]) -> list[_Line]:
    return [line for block in prose for line in _lines(block)]


def _lines(block: Block) -> Iterator[_Line]:
    match block:
        case Paragraph(runs=runs, style=style):
            yield _Line(_plain(runs), "a paragraph", (runs, style))
        case Heading(level=level, runs=runs):
            yield _Line(_plain(runs), f"a heading of level {level}", runs)
        case ListBlock(ordered=ordered, items=items):
            shape = f"an item of a {'numbered ' if ordered else ''}list"
            yield from (_Line(_plain(item), shape, item) for item in items)
        case TableBlock(columns=columns, rows=rows, caption=caption):
            if caption:
                yield _Line(caption, "the caption of a table", caption)
            yield _Line("\t".join(column.label for column in columns), "the head of a table", columns)
            yield from (_Line("\t".join(cell.text for cell in row), "a row of a table", row) for row in rows)
        case Figure(caption=caption):
            yield _Line(caption, "a figure", block)
        case _:
            yield _Line("", "a block", block)


def _plain(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def _reshaped(before: Sequence[_Line], after: Sequence[_Line]) -> Iterator[str]:
    for old, new in zip(before, after, strict=True):
        if old.shape != new.shape:
            yield f"“{_cut(new.text)}” was {old.shape} and is {new.shape}."
        elif old.text == new.text and old.detail != new.detail:
            what = "The picture or its description" if new.shape == "a figure" else "The formatting"
            yield f"{what} of “{_cut(new.text)}” changed."


def _counted(before: Sequence[Block], after: Sequence[Block]) -> Iterator[str]:
    old, new = (Counter(type(block).__name__ for block in prose) for prose in (before, after))
    for kind, names in _NAMES.items():
        if more := new[kind] - old[kind]:
            yield f"{abs(more)} {names[abs(more) > 1]} {'added' if more > 0 else 'removed'}."


def _cut(text: str, most: int = 60) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


# -- in one line ----------------------------------------------------------------------------------------------


def marked(passages: Passages, *, around: int = 40, most: int = 300) -> str:
    """What changed in one line, as `… the [-old-]{+new+} plant …`, with a little of what is kept around it."""
    last = len(passages.stretches) - 1
    parts = [
        _kept(text, around, is_first=at == 0, is_last=at == last) if fate == "kept" else _changed(fate, text, most)
        for at, (fate, text) in enumerate(passages.stretches)
    ]
    return "".join(parts).replace("\n", " ¶ ").strip().removesuffix("¶").strip()


def _kept(text: str, around: int, *, is_first: bool, is_last: bool) -> str:
    head = "" if is_first else text[:around]
    tail = "" if is_last else text[-around:]
    return text if len(text) <= len(head) + len(tail) + 3 else f"{head} … {tail}"


def _changed(fate: Fate, text: str, most: int) -> str:
    shown = text if len(text) <= most else f"{text[:most]}… ({len(text):,} characters)"
    return f"[-{shown}-]" if fate == "deleted" else f"{{+{shown}+}}"
