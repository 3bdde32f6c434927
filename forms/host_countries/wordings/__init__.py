"""Words of the application to a host authority in the languages that authorities work in, beside the English ones.

Headings, labels and heads of tables are of our own arrangement, and so are these translations; what an authority calls
its criteria and papers itself stands in its pack (`own_title`), where it could be read.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES = {"es": "Spanish", "fr": "French", "pt": "Portuguese", "ru": "Russian"}


@cache
def wording(language: str) -> Mapping[str, str]:
    """The words of a language by the English ones; empty for a language that has none here."""
    if language not in LANGUAGES:
        return MappingProxyType({})
    text = (files("forms.host_countries.wordings") / f"{language}.toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(text))
