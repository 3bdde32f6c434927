"""What a list offers in this project: not every paper that ships stands beside every project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms.catalogue import companion_forms
from forms.document import FACTS_DOCUMENT

if TYPE_CHECKING:
    from forms.answers import Value
    from forms.document import Reader
    from forms.fieldtypes import Asked

COMPANION_FORMS = "companion_forms"
EITHER = "any"


def offered(read: Reader, asked: Asked, chosen: Value | None) -> list[tuple[str, str]]:
    """(code, label) of the choices that make sense here, and of what is chosen whether it does or not."""
    fitting = _papers(read) if asked.choices_from == COMPANION_FORMS else None
    return [
        (choice.code, choice.label)
        for choice in asked.choices
        if fitting is None or choice.code in fitting or choice.code == chosen
    ]


def _papers(read: Reader) -> set[str] | None:
    """Papers of the mechanism of the project; `None`, which means all, while it has none."""
    mechanism = read.value("P.mechanism", FACTS_DOCUMENT)
    if not mechanism:
        return None
    return {f"{form.id}:{form.version}" for form in companion_forms() if form.mechanism in {mechanism, EITHER}}
