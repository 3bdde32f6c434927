"""What each recipient takes: limits of names and sizes, each with its source."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reports.packaging.bag import Entry

_MB = 1024**2


@dataclass(frozen=True, kw_only=True)
class Recipient:
    """Who gets a package and through whom; sizes in MB, names in letters, extensions in small letters."""

    id: str
    name: str
    by: str
    by_source: str
    by_evidence: str
    subject: str
    largest_file_mb: int
    largest_package_mb: int
    longest_name: int
    extensions: tuple[str, ...]
    limits_source: str
    limits_evidence: str

    @property
    def limits_bind(self) -> bool:
        """Whether the limits were read in a text of the recipient; others only warn."""
        return self.limits_evidence == "found"


@cache
def recipients() -> Mapping[str, Recipient]:
    """Every recipient by id: eb, jisc, host."""
    data = tomllib.loads((files("reports") / "packaging" / "recipients.toml").read_text(encoding="utf-8"))
    return {
        name: Recipient(id=name, **{**entry, "extensions": tuple(entry["extensions"])}) for name, entry in data.items()
    }


def beyond_limits(recipient: Recipient, payload: Mapping[str, Entry]) -> Iterator[str]:
    """A sentence for each limit that a payload does not keep."""
    for name, entry in payload.items():
        if entry.size > recipient.largest_file_mb * _MB:
            yield f"{name} has {entry.size / _MB:.1f} MB; {recipient.largest_file_mb} MB is the most for one file."
        if len(PurePosixPath(name).name) > recipient.longest_name:
            yield f"{name} has a name of more than {recipient.longest_name} letters."
        if PurePosixPath(name).suffix.lower().lstrip(".") not in recipient.extensions:
            yield f"{name} is of a kind that may not be accepted."
    total = sum(entry.size for entry in payload.values())
    if total > recipient.largest_package_mb * _MB:
        yield f"The files together have {total / _MB:.1f} MB; {recipient.largest_package_mb} MB is the most."
