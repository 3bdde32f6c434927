"""What is loaded off the GUI thread when the window opens, so that the first sections need not wait for it."""

from __future__ import annotations

from forms.views import generators
from forms.worldmap import countries


def prepare() -> None:
    """Find what makes generated content, and read the map of the world."""
    generators()
    countries()
