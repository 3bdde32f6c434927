"""What is said on the terminal: answers to standard output, all else to standard error."""

from __future__ import annotations

import json
import sys
from typing import NoReturn

DONE, HAS_ERRORS, WRONG_USE, REFUSED, BUG, STOPPED = 0, 1, 2, 4, 70, 130


def tell(message: str) -> None:
    """A line to standard error."""
    print(message, file=sys.stderr)


def print_json(data: object) -> None:
    """The answer, for a script."""
    print(json.dumps(data, ensure_ascii=False, indent=1))


def refuse(message: str, remedy: str) -> NoReturn:
    """End with what is wrong and what to do.

    Raises:
        UserError: always.
    """
    from forms.errors import UserError

    raise UserError(message, remedy)


def size_text(size: int) -> str:
    """A file size for people."""
    return f"{size / 1024**2:.1f} MB" if size >= 1024**2 else f"{max(1, round(size / 1024))} KB"
