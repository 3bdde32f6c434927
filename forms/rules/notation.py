"""Notation: a sign is no answer, and of the alternatives of a template one is chosen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from forms.document import FACTS_DOCUMENT, Reader
from forms.fieldpath import cell_path
from forms.problems import Severity
from forms.prose import plain_text
from forms.rules import Hit, narrative, rule, rule_of_each_answer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.answers import Answer
    from forms.definition import Field

_SIGN = re.compile(r"\s*(?:n\s*[./]?\s*a\.?|not applicable|[-–—.?*x]+|nil|see above|idem|ditto|\.\.\.|…)\s*\.?\s*",
                   re.IGNORECASE)  # fmt: skip
_ALTERNATIVES = re.compile(
    r"\bdelete (?:as|where|whichever|what)\b[^.\n]{0,30}|\byes\s*/\s*no\b|[☐☑☒]|\[\s*[xX]?\s*\]"
    r"|\b(is|are|was|were|has|does|will|can)\s*/\s*\1\s?n[o']t\b"
    r"|\b(?:option|alternative) (?:1|A|I)\s*(?:or|/)\s*(?:option |alternative )?(?:2|B|II)\b"
    r"|\bplease (?:specify|select|choose|describe|state|complete|insert|indicate|delete|fill)\b"
    r"|<[A-Za-z][^<>\n]{2,60}>|\{[A-Za-z][^{}\n]{2,60}\}",
    re.IGNORECASE,
)
_HINT = re.compile(r"[☐☑☒\[<{]|\w\s?/\s?\w|[Dd]elete|DELETE|[Pp]lease|PLEASE|[12]\b|\bII\b")
_LONGEST_SIGN = 20


@rule("FRM-12", source="Instructions for completing the forms (EB 54, annex 34, paragraph 10): left blank on purpose, "
      "with the reason")  # fmt: skip
def a_sign_is_no_answer(read: Reader) -> Iterator[Hit]:
    """What does not apply is left blank on purpose with the reason, not marked with a dash or “n.a.”."""
    for document in (FACTS_DOCUMENT, read.main):
        for asked in read.form(document).fields.values():
            if not asked.home:
                for path in _required_words(read, document, asked):
                    yield from _bare_sign(read, document, path)


def _required_words(read: Reader, document: str, asked: Field) -> Iterator[str]:
    """Places of words that have to be there."""
    if asked.type in {"text", "prose"} and asked.required and read.state(document, asked.path).required:
        yield asked.path
    columns = [column.key for column in asked.columns if column.required and column.type in {"text", "prose"}]
    if columns and read.state(document, asked.path).relevant:
        for key in read.rows(asked.path, document):
            yield from (cell_path(asked.path, key, column) for column in columns)


def _bare_sign(read: Reader, document: str, path: str) -> Iterator[Hit]:
    value = read.value(path, document)
    words = value if isinstance(value, str) else plain_text(value) if isinstance(value, tuple) else ""  # type: ignore[arg-type]
    if words and len(words) <= _LONGEST_SIGN and _SIGN.fullmatch(words):
        yield Hit(
            path,
            f"“{words.strip()}” is no answer.",
            "Answer it, or leave it blank on purpose and say why.",
            document,
        )


@rule_of_each_answer("QUA-03", source="Information and reporting check QK25NWLFYOZ8GA9: both alternatives of the "
                     "template left in", severity=Severity.WARNING)  # fmt: skip
def one_alternative_is_chosen(read: Reader, document: str, path: str, answer: Answer) -> Iterator[Hit]:
    """No alternative and no instruction of a template is left in a narrative."""
    words = narrative(read, document, path, answer)
    found = _ALTERNATIVES.search(words) if _HINT.search(words) else None
    if found:
        yield Hit(
            path,
            f"The text still leaves open “{found[0].strip()}”.",
            "Keep the alternative that is true, and delete the rest of the template.",
            document,
        )
