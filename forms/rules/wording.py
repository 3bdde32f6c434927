"""What the words of a narrative give away: placeholders left in, acronyms nobody defined."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from forms.fieldpath import cell_path
from forms.glyphs import unprintable
from forms.problems import Severity, Step
from forms.prose import plain_text
from forms.rules import Hit, narrative, rule, rule_of_each_answer
from forms.views import section_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.answers import Answer
    from forms.document import Reader

_PLACEHOLDER = re.compile(
    r"\b(?:tbc|tbd|t\.b\.[cd]\.|to be (?:confirmed|determined|completed|inserted)|lorem ipsum|x{3,}|insert here)\b"
    r"|\?{2,}|\[(?:insert|…|\.\.\.)[^\]]*\]",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"\b[A-Z][A-Z&]{1,6}s?\b")
# Symbols, units, codes of documents and of countries that need no entry in the list of acronyms.
_KNOWN = frozenset(
    [
        "CO",
        "CH",
        "NO",
        "HFC",
        "PFC",
        "SF",
        "NF",
        "GHG",
        "MW",
        "MWH",
        "GW",
        "GWH",
        "KW",
        "KWH",
        "KV",
        "MVA",
        "TJ",
        "GJ",
        "TJS",
        "CDM",
        "JI",
        "CER",
        "CERS",
        "ERU",
        "ERUS",
        "PDD",
        "SSC",
        "EB",
        "JISC",
        "DOE",
        "AIE",
        "DNA",
        "DFP",
        "UNFCCC",
        "IPCC",
        "EU",
        "UN",
        "USD",
        "EUR",
        "TOOL",
        "ACM",
        "AMS",
        "AM",
        "AR",
        "WGS",
        "II",
        "III",
        "IV",
        "VI",
        "VII",
        "VIII",
        "IX",
        "XI",
        "XII",
        "AND",
        "OR",
        "NOT",
        "OM",
        "BM",
        "CM",
        "EF",
        "EG",
        "BE",
        "PE",
        "LE",
        "ER",
    ]
)


@rule_of_each_answer(
    "QUA-01",
    source="own rule: placeholders are a sign of an unfinished text",
    severity=Severity.WARNING,
    step=Step.QUALITY,
)
def no_placeholder_is_left_in(read: Reader, document: str, path: str, answer: Answer) -> Iterator[Hit]:
    """No placeholder is left in a narrative."""
    for found in _PLACEHOLDER.finditer(narrative(read, document, path, answer)):
        yield Hit(
            path,
            f"The text still says “{found[0]}”.",
            "Replace the placeholder, or say why it is open.",
            document,
        )


@rule(
    "FRM-07",
    source="Information and reporting check: undefined acronyms",
    severity=Severity.WARNING,
    step=Step.QUALITY,
)
def acronyms_are_defined(read: Reader) -> Iterator[Hit]:
    """Every acronym used in a narrative stands in the list of acronyms or is written out beside it."""
    defined = {read.text(cell_path("P.acronyms", key, "acronym")).upper() for key in read.rows("P.acronyms")}
    told: set[str] = set()
    for path, words in section_text(read, read.main):
        for acronym in sorted(set(_ACRONYM.findall(words))):
            bare = acronym.rstrip("s").upper()
            if not {bare, acronym.upper()} & (defined | _KNOWN | told) and f"({acronym}" not in words:
                told.add(bare)
                yield Hit(
                    path,
                    f"“{acronym}” is not defined.",
                    "Add it to the list of acronyms, with its meaning.",
                    read.main,
                )


@rule_of_each_answer("FRM-15", source="own rule: the dossier is printed with fonts that travel inside the file")
def every_character_can_be_printed(_read: Reader, document: str, path: str, answer: Answer) -> Iterator[Hit]:
    """Every character has a place in the fonts that print uses."""
    if missing := unprintable(_words(answer)):
        named = ", ".join(f"{char} ({name})" for char, name in missing[:5])
        yield Hit(
            path,
            f"{len(missing)} character{'' if len(missing) == 1 else 's'} cannot be printed: {named}.",
            "Write the word in Latin, Cyrillic, Greek, Thai or simplified Chinese characters, or attach the original.",
            document,
        )


def _words(answer: Answer) -> str:
    value = answer.value
    if isinstance(value, str):
        return value
    if isinstance(value, tuple) and value and not isinstance(value[0], str):
        return plain_text(value)
    return answer.blank_reason
