"""Names that were probably meant."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def did_you_mean(name: str, known: Iterable[str], *, most: int = 3) -> str:
    """` Did you mean EF or EG?`, to be added to a message; empty when no known name looks like `name`.

    Capitals are ignored; the closest comes first.
    """
    by_small = {word.lower(): word for word in known}
    close = difflib.get_close_matches(name.lower(), by_small, n=most, cutoff=0.6)
    return f" Did you mean {' or '.join(by_small[word] for word in close)}?" if close else ""
