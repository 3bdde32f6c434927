"""Citations of evidence in narratives: the row of the evidence list, and the pages on which one finds it there.

A link is `evidence:ROW`, or with pages `evidence:ROW#p. 12`: row keys hold no `#`, so links without pages stay as
they were.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINK = re.compile(r"evidence:([^#]+)(?:#(.*))?")
_NO_BRACKETS = str.maketrans("{}[]", "()()")
_PAGE, _PAGES = re.compile(r"\d+"), re.compile(r"\d+(?:\s*[-–,]\s*\d+)+")


@dataclass(frozen=True)
class Citation:
    """A row of the evidence list by its key; `pages` as printed ("p. 12", "sheet Load"), empty for all of it."""

    row: str
    pages: str = ""

    @property
    def link(self) -> str:
        """The link of a run that cites."""
        return f"evidence:{self.row}#{self.pages}" if self.pages else f"evidence:{self.row}"

    def in_print(self, number: int) -> str:
        """“[3]” or “[3, p. 12]” for the third row of the list."""
        return f"[{number}, {self.pages}]" if self.pages else f"[{number}]"


def citation_of(link: str) -> Citation | None:
    """What a link cites; `None` for any other link."""
    found = _LINK.fullmatch(link)
    return Citation(found[1], found[2] or "") if found else None


def pages_of(typed: str) -> str:
    """Pages as they are printed: a number alone becomes "p. 12", several "pp. 3-5", other words stay as they are."""
    words = " ".join(typed.translate(_NO_BRACKETS).split())
    if _PAGE.fullmatch(words):
        return f"p. {words}"
    return f"pp. {words}" if _PAGES.fullmatch(words) else words
