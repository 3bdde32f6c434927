"""Small words that several parts of the window say alike."""

from __future__ import annotations

from ui.language import tr


def counted(count: int, one: str, many: str) -> str:
    """`one` or `many`, already translated, with `{n}` replaced by the number."""
    return (one if count == 1 else many).format(n=count)


def errors_and_warnings(errors: int, warnings: int) -> list[str]:
    """“1 error” and “2 warnings”, of what there is; “no problems” when there is nothing."""
    words = []
    if errors:
        words.append(counted(errors, tr("1 error"), tr("{n} errors")))
    if warnings:
        words.append(counted(warnings, tr("1 warning"), tr("{n} warnings")))
    return words or [tr("no problems")]
