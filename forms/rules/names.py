"""Proper names: spelt alike in the facts, in the narratives and in the tables."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from forms.document import FACTS_DOCUMENT, Reader
from forms.facts import parties
from forms.fieldpath import cell_path
from forms.problems import Severity, Step
from forms.rules import Hit, rule
from forms.rules.quotations import places
from forms.views import section_text

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"\b[^\W\d_]{5,}\b")
_NAMES = ("P.title", "P.region", "P.town")
_NAMES_IN = (
    ("P.participants", "entity"),
    ("P.sites", "name"),
    ("P.letters", "title_quoted"),
    ("P.letters", "authorised"),
    ("P.letters", "authority"),
    ("P.parties", "authority"),
)
_RARE, _OFTEN = 2, 3


@rule("QUA-05", source="Common completeness failures of 2011: names that differ between places",
      severity=Severity.WARNING, step=Step.QUALITY)  # fmt: skip
def names_are_spelt_alike(read: Reader) -> Iterator[Hit]:
    """The names of project, participants, sites and authorities are spelt alike wherever they stand."""
    told = tuple(_told_words(read))
    names = {word for path, words in told if path.startswith("P.") for word in words if word[0].isupper()}
    names |= {word for named in parties(read) for word in _WORD.findall(named.name)}
    every = Counter(word for _, words in told for word in words)
    # A word that is also written small is an ordinary one.
    counted = Counter({word: times for word, times in every.items() if word[0].isupper() and word.lower() not in every})
    odd = dict(_odd_spellings(names, counted))
    for path, words in told:
        for word in words:
            if word in odd:
                yield Hit(
                    path,
                    f"“{word}” is written “{odd.pop(word)}” elsewhere.",
                    "Spell the name alike in all places.",
                    FACTS_DOCUMENT if path.startswith("P.") else read.main,
                )


def _told_words(read: Reader) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Places with their words: names among the facts, narratives, and texts of the form."""
    cells = (cell_path(table, key, column) for table, column in _NAMES_IN for key in read.rows(table))
    for path in (*_NAMES, *cells):
        yield path, tuple(_WORD.findall(read.text(path)))
    for path, text in section_text(read, read.main):
        yield path, tuple(_WORD.findall(text))
    for path in places(read, read.main, "text"):
        value = read.value(path)
        if isinstance(value, str):
            yield path, tuple(_WORD.findall(value))


def _odd_spellings(names: set[str], counted: Counter[str]) -> Iterator[tuple[str, str]]:
    """Words that are rare, with the name, often written, that they are one slip away from."""
    by_start: dict[str, list[str]] = {}
    for word in counted:
        by_start.setdefault(word[0], []).append(word)
    for name in sorted(names & counted.keys()):
        for word in by_start.get(name[0], ()):
            if word != name and abs(len(word) - len(name)) < 2 and one_slip_apart(word, name):
                rare, often = sorted((word, name), key=lambda each: (counted[each], each in names))
                if counted[rare] <= _RARE and (counted[often] >= _OFTEN or often in names):
                    yield rare, often


def one_slip_apart(left: str, right: str) -> bool:
    """One letter wrong, missing, too many or exchanged with its neighbour; endings are grammar, not slips."""
    start = next((at for at, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), None)
    if start is None or start >= min(len(left), len(right)) - 1:
        return False
    if len(left) != len(right):
        longer, shorter = sorted((left, right), key=len, reverse=True)
        return longer[start + 1 :] == shorter[start:]
    if left[start + 1 :] == right[start + 1 :]:
        return True
    return left[start : start + 2] == right[start : start + 2][::-1] and left[start + 2 :] == right[start + 2 :]
