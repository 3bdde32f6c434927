"""Words that a slip of the pen made: unknown, rare, and one letter from a word that is known."""

from __future__ import annotations

import gzip
import json
import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from forms.document import REVIEW_DOCUMENT
from forms.problems import Severity, Step
from forms.prose import plain_text
from forms.rules import Hit, every_answer, rule_of_each_answer
from forms.rules.names import one_slip_apart

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from forms.answers import Answer
    from forms.document import Reader

_WORD = re.compile(r"(?<![\w@./_-])[^\W\d_]{3,}(?![\w@/_])")
_SHORTEST, _LONGEST, _RARE, _COMMON = 6, 40, 2, 50
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
# A word beside one of these stands in a foreign name.
_FOREIGN = frozenset("de del la el los las da do dos das des du le les der die und van von di y e".split())  # noqa: SIM905
_BRITISH = (
    (re.compile(r"our"), "or"),
    (re.compile(r"([iy])s(?=(?:e|ed|es|er|ers|ing|ation|ations)$)"), r"\1z"),
    (re.compile(r"re(s?)$"), r"er\1"),
    (re.compile(r"ll(?=(?:ed|ing|er|ers)$)"), "l"),
    (re.compile(r"gramme"), "gram"),
    (re.compile(r"ogue"), "og"),
    (re.compile(r"[ao]e"), "e"),
)
_TEXTS = frozenset({"text", "prose"})
# Names of companies, plants and grids are in no dictionary.
_IS_NAME = re.compile(r"\]\.(?:entity|name)\Z")


@cache
def _dictionary() -> Mapping[str, int]:
    """English words with how often they were seen, from the list of pyspellchecker."""
    packed = (files("spellchecker") / "resources" / "en.json.gz").read_bytes()
    words: dict[str, int] = json.loads(gzip.decompress(packed))
    return words


@rule_of_each_answer("QUA-07", source="own rule: a slip of the pen in a word", severity=Severity.INFO,
                     recipients=("eb", "jisc"), step=Step.QUALITY)  # fmt: skip
def words_are_spelt_as_in_the_dictionary(read: Reader, document: str, path: str, answer: Answer) -> Iterator[Hit]:
    """A rare word that no dictionary knows is not one letter from a common one."""
    # What reviewers write, and what host countries get in their language, is left aside.
    asked = read.asked(document, path)
    if document == REVIEW_DOCUMENT or document in read.snapshot.companions or asked is None or asked.type not in _TEXTS:
        return
    if _IS_NAME.search(path):
        return
    words = _words(_text(answer))
    for at, word in enumerate(words):
        meant = _meant(word)
        if meant and not _stands_in_a_foreign_name(words, at) and _is_rare(read, word):
            yield Hit(path, f"“{word}” may be meant to be “{meant}”.", "Correct it, if it is a slip.", document)


def _is_rare(read: Reader, word: str) -> bool:
    """Whether the project writes the word once or twice: what it writes often is no slip."""
    texts = (
        _words(_text(answer))
        for document in read.snapshot.documents
        for answer in every_answer(read, document).values()
    )
    return sum(words.count(word) for words in texts) <= _RARE


def _text(answer: Answer) -> str:
    value = answer.value
    if isinstance(value, str):
        return value
    return plain_text(value) if isinstance(value, tuple) and value and not isinstance(value[0], str) else ""


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text)) if "@" not in text and "://" not in text else ()


@lru_cache(maxsize=8192)
def _meant(word: str) -> str:
    """The word that was probably meant; empty for a word that is known, or that nothing is near to."""
    if not _SHORTEST <= len(word) <= _LONGEST or not word.isascii() or word[1:] != word[1:].lower() or _is_known(word):
        return ""
    small, known = word.lower(), _dictionary()
    near = (each for each in _one_letter_away(small) if known.get(each, 0) > _COMMON and one_slip_apart(small, each))
    found = next(near, "")
    return found.capitalize() if word[0].isupper() else found


@lru_cache(maxsize=8192)
def _is_known(word: str) -> bool:
    small, known = word.lower(), _dictionary()
    return small in known or any(pattern.sub(other, small) in known for pattern, other in _BRITISH)


def _one_letter_away(word: str) -> Iterator[str]:
    """Every string with one letter exchanged with the next, changed, added, or taken away."""
    for at in range(len(word)):
        left, right = word[:at], word[at:]
        if len(right) > 1:
            yield left + right[1] + right[0] + right[2:]
        yield left + right[1:]
        for letter in _LETTERS:
            yield left + letter + right[1:]
            yield left + letter + right


def _stands_in_a_foreign_name(words: tuple[str, ...], at: int) -> bool:
    beside = words[max(0, at - 2) : at] + words[at + 1 : at + 3]
    return any(word.lower() in _FOREIGN or not (word.isascii() and _is_known(word)) for word in beside)
