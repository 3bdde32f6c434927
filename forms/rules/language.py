"""Language and notation of narratives: English, 1,000 and 1.0, units as they are written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from forms.problems import Severity, Step
from forms.rules import Hit, narrative, rule_of_each_answer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.answers import Answer
    from forms.document import Reader

_INSTRUCTIONS = "Instructions for completing the forms (EB 54, annex 34)"
_WORD = re.compile(r"[^\W\d_]+")
# In English texts every fourth word is one of these; in other languages few are.
_ENGLISH = frozenset(
    ("the", "of", "and", "to", "is", "for", "that", "with", "by", "are", "from", "this", "which", "was", "be", "not",
     "it", "were", "has", "have", "an", "at", "or", "on")
)  # fmt: skip
_FEWEST_WORDS, _LEAST_SHARE = 40, 0.08
_UNITS = r"(?:[kMG]Wh?|TJ|GJ|%|per cent|t(?:onnes)?\b|CERs?|ERUs?|USD|EUR|km|ha\b|m3|m²)"
_FOREIGN_NUMBER = re.compile(
    rf"(?<![\d.,])(?:\d{{1,3}}(?:\.\d{{3}})+,\d+|\d+,\d{{1,2}}(?=\s?{_UNITS})"
    rf"|\d{{1,3}}(?:[ '’]\d{{3}})+(?=\s?{_UNITS}))(?![\d,])"
)
# Without this nothing can be wrong; it spares most texts the search.
_HINT = re.compile(r"\d[,.' ’]\d|\d\s?[kKmMgG][wW]")
_MISSPELT_UNIT = re.compile(r"(?<=\d)\s?(?:K[wW][hH]?|[mM]wh|kwh|kWH|MWH|[gG]wh|GWH|M[wW]H|m[wW]h?|Mw)\b")


@rule_of_each_answer("FRM-02", source=f"{_INSTRUCTIONS}, paragraph 7: English", severity=Severity.WARNING,
                     recipients=("eb", "jisc"))  # fmt: skip
def narratives_are_in_english(read: Reader, document: str, path: str, answer: Answer) -> Iterator[Hit]:
    """Narratives are in English; annexes in another language come with a translation."""
    # What goes to a host country may be in its language.
    if document not in read.snapshot.companions and not _is_english(narrative(read, document, path, answer)):
        yield Hit(
            path, "The text does not read like English.", "Translate it; the original may stay in an annex.", document
        )


def _is_english(text: str) -> bool:
    """True for English, and for texts that are too short to tell."""
    words = _WORD.findall(text.lower())
    return len(words) < _FEWEST_WORDS or sum(word in _ENGLISH for word in words) >= len(words) * _LEAST_SHARE


@rule_of_each_answer("FRM-08", source=f"{_INSTRUCTIONS}, paragraph 11: 1,000 and 1.0, units of the SI",
                     severity=Severity.WARNING, recipients=("eb", "jisc"), step=Step.QUALITY)  # fmt: skip
def numbers_and_units_are_written_alike(read: Reader, document: str, path: str, answer: Answer) -> Iterator[Hit]:
    """Numbers are written 1,000 and 1.0, and units by their signs."""
    words = narrative(read, document, path, answer)
    words = words if _HINT.search(words) else ""
    found = (match[0].strip() for pattern in (_FOREIGN_NUMBER, _MISSPELT_UNIT) for match in pattern.finditer(words))
    for told in dict.fromkeys(found) if words else ():
        yield Hit(
            path,
            f"“{told}” is not written as the forms ask.",
            "Write thousands with a comma, decimals with a point, and units as kW, MW, MWh, GWh.",
            document,
        )
