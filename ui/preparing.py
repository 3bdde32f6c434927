"""What is loaded off the GUI thread when the window opens, so that the first sections need not wait for it."""

from __future__ import annotations

from forms.catalogue import design_forms
from forms.views import generators
from forms.worldmap import countries


def prepare() -> None:
    """Find what makes generated content, read the map of the world, and the forms that a project can begin with."""
    generators()
    countries()
    design_forms()
