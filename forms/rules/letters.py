"""Conditions of letters, and contacts that can be reached."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from forms.facts import letters
from forms.fieldpath import cell_path
from forms.problems import Severity, Step
from forms.rules import Hit, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.document import Reader

_ADDRESS = re.compile(r"[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)+")
_WITHOUT = re.compile(r"\s*(?:none|no|nil|-|–|n/?a)?\s*\.?\s*", re.IGNORECASE)


@rule("LOA-04", source="National rules on letters of approval: conditions and expiry are recorded",
      severity=Severity.WARNING)  # fmt: skip
def conditions_of_letters_are_recorded(read: Reader) -> Iterator[Hit]:
    """A letter that depends on conditions says which, and one without conditions names none."""
    for letter in letters(read):
        path = cell_path("P.letters", letter.key, "conditions")
        is_empty = bool(_WITHOUT.fullmatch(read.text(path)))
        if letter.unconditional is False and is_empty:
            yield Hit(path, "The letter is conditional, and no condition is recorded.", "Record each condition.")
        elif letter.unconditional is True and not is_empty:
            yield Hit(
                path,
                f"The letter is said to be unconditional, but a condition is recorded: “{read.text(path)}”.",
                "Correct one of the two, and say how the condition is met.",
            )


@rule("PAR-08", source="Common completeness failures of 2011: errors in the modalities of communication",
      severity=Severity.WARNING, step=Step.QUALITY)  # fmt: skip
def addresses_can_be_written_to(read: Reader) -> Iterator[Hit]:
    """E-mail addresses of participants have the shape of an address."""
    for key in read.rows("P.participants"):
        for column in ("email", "direct_email"):
            path = cell_path("P.participants", key, column)
            words = read.text(path).strip()
            if words and not all(_ADDRESS.fullmatch(part.strip()) for part in re.split("[;,]", words)):
                yield Hit(path, f"“{words}” is no e-mail address.", "Correct the address.")
