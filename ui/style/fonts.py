"""The letters of the window: the same files that print uses, so that screen and paper agree on every machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontDatabase

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

PREFERRED = "Noto Sans"


def load_fonts(files: Iterable[Path]) -> str:
    """Make the font files known to Qt; returns the family to use, the system's own when none could be read."""
    families: list[str] = []
    for file in files:
        number = QFontDatabase.addApplicationFont(str(file))
        families += QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    return PREFERRED if PREFERRED in families else QFont().defaultFamily()
