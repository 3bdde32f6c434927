"""Amounts in running text: which words no line may part.

A number and the sign of its unit are one expression with a space between (ISO 80000-1, 7.1.4).
"""

from __future__ import annotations

import re

_NUMBER = re.compile(r"\d$")
_UNIT = re.compile(
    r"(?:%|‰|°C?|[kMGT]?W[hp]?|[kMGTP]?J|k?V|[kM]VA|[km]?g|k?t|toe|[kcm]?m[²³]?|Nm³|ha|h|Hz|dB|t?CO[₂2]e?|[A-Z]{3}(?=/))"
    r"(?![A-Za-z0-9₂])"
)
_MASS, _GAS = re.compile(r"(?:^|\()k?t$"), re.compile(r"(?:CO|CH|N|SF)[₂₄₆246]")


def stay_together(word: str, following: str) -> bool:
    """Whether no line ends between two words: a number and its unit, tonnes and their gas."""
    is_amount = _NUMBER.search(word) and _UNIT.match(following)
    return bool(is_amount or (_MASS.search(word) and _GAS.match(following)))


def unbroken(text: str) -> list[str]:
    """The words of a text, a number and its unit as one."""
    words: list[str] = []
    last = ""
    for word in text.split():
        if words and stay_together(last, word):
            words[-1] += f" {word}"
        else:
            words.append(word)
        last = word
    return words
