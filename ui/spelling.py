"""Spelling of English narratives, offline: words that no list knows are underlined, never refused.

What the forms themselves say, names and acronyms of the project, and British spellings count as known: the field writes
both, and a list of words from films knows neither “additionality” nor “Sudenai”.
"""

from __future__ import annotations

import gzip
import json
import re
import threading
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat

from forms.catalogue import facts_form, forms
from ui.style import current_theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextDocument
    from spellchecker import SpellChecker

    from forms.document import Reader

# Letters with an apostrophe inside; what holds figures, or capitals behind the first letter, is a symbol or an acronym.
_WORD = re.compile(r"(?<![\w@./])[A-Za-zÀ-ÿ]+(?:['’][A-Za-z]+)?(?![\w@])")
_ADDRESS = re.compile(r"\S*(?:www\.|://|@)\S*")
_SHORTEST = 4
_POSSESSIVE = re.compile(r"['’]s$")
_BRITISH = (
    (re.compile(r"our"), "or"),
    (re.compile(r"is(?=(?:e|ed|es|er|ers|ing|ation|ations|ational)$)"), "iz"),
    (re.compile(r"ys(?=(?:e|ed|es|er|ers|ing)$)"), "yz"),
    (re.compile(r"re(s?)$"), r"er\1"),
    (re.compile(r"gramme"), "gram"),
    (re.compile(r"ogue"), "og"),
    (re.compile(r"ence(?=s?$)"), "ense"),
    (re.compile(r"ll(?=(?:ed|ing|er|ers)$)"), "l"),
    (re.compile(r"[ao]e"), "e"),
)
_MOST_SUGGESTIONS = 5
_LOOK_AGAIN = 120


class Dictionary(QObject):
    """The list of words; it is read in the background when the first narrative asks for it."""

    ready = Signal()
    learned = Signal(str)
    """All words that the user taught it, separated by blanks."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: frozenset[str] = frozenset()
        self._own: frozenset[str] = frozenset()
        self._taught: frozenset[str] = frozenset()
        self._is_on = True
        self._thread: threading.Thread | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_AGAIN)
        self._clock.timeout.connect(self._look)

    @property
    def is_ready(self) -> bool:
        """False while the words are read, and while nobody wants words underlined."""
        return self._is_on and bool(self._words)

    def switch(self, *, on: bool) -> None:
        """Underline unknown words, or leave them alone."""
        if on != self._is_on:
            self._is_on = on
            self.ready.emit()

    def remember(self, words: str) -> None:
        """Words that the user taught it before, separated by blanks."""
        self._taught = frozenset(words.split())

    def teach(self, word: str) -> None:
        """Take a word as known from now on."""
        self._taught |= {_POSSESSIVE.sub("", word).lower()}
        self.learned.emit(" ".join(sorted(self._taught)))
        self.ready.emit()

    def want(self) -> None:
        """Read the words, once, without holding up the window; `ready` tells when they are there."""
        if self._thread is None and self._is_on:
            self._thread = threading.Thread(target=self._read, daemon=True)
            self._thread.start()
            self._clock.start()

    def _read(self) -> None:
        self._words = _listed() | _said_by_forms()

    def _look(self) -> None:
        if self._words:
            self._clock.stop()
            self.ready.emit()

    def learn(self, read: Reader) -> None:
        """Take the names, places and acronyms of a project as known."""
        self._own = frozenset(_said_by_facts(read))

    def knows(self, word: str) -> bool:
        """True for words of the list, of the forms and of the project; for symbols; for all while it is not ready."""
        plain = _POSSESSIVE.sub("", word).replace("’", "'")
        small = plain.lower()
        if not self.is_ready or len(plain) < _SHORTEST or plain[1:] != plain[1:].lower():
            return True
        known = (self._words, self._own, self._taught)
        return any(spelling in words for spelling in _spellings(small) for words in known)

    def unknown(self, text: str) -> Iterator[tuple[int, str]]:
        """Words of a text that are not known, with the place at which they begin."""
        plain = _ADDRESS.sub(lambda address: " " * len(address[0]), text)
        for found in _WORD.finditer(plain):
            if not self.knows(found[0]):
                yield found.start(), found[0]

    @staticmethod
    def suggestions(word: str) -> tuple[str, ...]:
        """What was probably meant, the likeliest first; empty when nothing is near."""
        checker = _checker()
        near = checker.candidates(word.lower()) or set()
        ranked = sorted(near - {word.lower()}, key=lambda one: (-checker.word_usage_frequency(one), one))
        return tuple(one.capitalize() if word[0].isupper() else one for one in ranked[:_MOST_SUGGESTIONS])


class Underlining(QSyntaxHighlighter):
    """Underlines unknown words of one narrative; the words themselves and their marks stay as they are."""

    def __init__(self, document: QTextDocument, dictionary: Dictionary) -> None:
        super().__init__(document)
        self._dictionary = dictionary
        dictionary.ready.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        """Underline what the dictionary does not know."""
        if not text or not self._dictionary.is_ready:
            return
        wrong = QTextCharFormat()
        wrong.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        wrong.setUnderlineColor(QColor(current_theme().palette.error))
        for start, word in self._dictionary.unknown(text):
            self.setFormat(start, len(word), wrong)


def _spellings(small: str) -> Iterator[str]:
    """A word, and what Americans would write."""
    yield small
    for british, american in _BRITISH:
        changed = british.sub(american, small)
        if changed != small:
            yield changed


@cache
def _listed() -> frozenset[str]:
    # As it is packed: the checker itself takes three times as long to make, and serves suggestions alone.
    packed = (files("spellchecker") / "resources" / "en.json.gz").read_bytes()
    return frozenset(json.loads(gzip.decompress(packed)))


@cache
def _said_by_forms() -> frozenset[str]:
    """Words of headings, labels and helps: what the forms say is spelt right."""
    words: set[str] = set()
    for form in (facts_form(), *forms()):
        for section in form.sections:
            words.update(_words_in(section.title, section.summary, section.help, section.faults))
            for field in section.fields:
                words.update(_words_in(field.label, field.help, field.faults, field.example))
    return frozenset(words)


def _said_by_facts(read: Reader) -> Iterator[str]:
    for path, answer in read.snapshot.of("facts").items():
        if isinstance(answer.value, str) and path.startswith("P."):
            yield from _words_in(answer.value)


def _words_in(*texts: str) -> Iterator[str]:
    for text in texts:
        yield from (found[0].lower() for found in _WORD.finditer(text))


@cache
def _checker() -> SpellChecker:
    from spellchecker import SpellChecker

    return SpellChecker(language="en")


@cache
def dictionary() -> Dictionary:
    """The one dictionary of the program."""
    return Dictionary()
