"""What the parts of a Word file share while it is written: numbers that may occur once, pictures, kinds of lists."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, field, replace
from itertools import count
from typing import TYPE_CHECKING

from reports.captions import link_in, listed_words
from reports.styles import page
from reports.word.markup import w

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from xml.etree.ElementTree import Element

    from forms.blocks import Fate, Run
    from forms.evidence import Attachment


@dataclass(frozen=True)
class Reviser:
    """Who is named as having made the tracked changes, and when: one moment for all of them."""

    name: str
    at: dt.datetime


@dataclass
class Paper:
    """The file that is being written. `pictures` are by the id of their relationship; `lists` say which are ordered.

    `heads` are the headings so far: words, level and the bookmark around them; `captions` the numbered captions: kind,
    words and what leads to them; `bookmarks` the names taken by them.
    """

    reviser: Reviser
    pictures: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    lists: list[bool] = field(default_factory=list)
    heads: list[tuple[str, int, str]] = field(default_factory=list)
    captions: list[tuple[str, str, str]] = field(default_factory=list)
    bookmarks: set[str] = field(default_factory=set)
    _ids: Iterator[int] = field(default_factory=lambda: count(1))

    def next_id(self) -> int:
        """A number that nothing else in the file has."""
        return next(self._ids)

    def picture(self, content: bytes, extension: str) -> str:
        """Id of the relationship to a picture; one picture is stored once."""
        name = f"image{hashlib.sha256(content).hexdigest()[:16]}.{extension}"
        for known, (other, _) in self.pictures.items():
            if other == name:
                return known
        made = f"rIdPicture{len(self.pictures) + 1}"
        self.pictures[made] = (name, content)
        return made

    def list_number(self, *, is_ordered: bool) -> int:
        """Number of a new list: ordered ones begin again at 1."""
        self.lists.append(is_ordered)
        return len(self.lists)

    def list_caption(self, runs: Sequence[Run]) -> None:
        """Note a numbered caption for its list; one without a number, or that was deleted, is in none."""
        link = link_in(runs)
        if link and (words := listed_words(runs)):
            self.captions.append((link.partition(":")[0], words, link))

    def tracked(self, fate: Fate, *children: Element) -> Element:
        """A tracked change around its children, or without them the mark of one."""
        name = "ins" if fate == "inserted" else "del"
        at = self.reviser.at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        return w(name, *children, id=self.next_id(), author=self.reviser.name, date=at)


@dataclass(frozen=True)
class Setting:
    """Where blocks are set: `width` in points, in a cell or not, and whether all of it was inserted or deleted.

    `files` are the attachments by SHA-256, from which figures are taken.
    """

    paper: Paper
    files: Mapping[str, Attachment]
    width: float = field(default_factory=lambda: page().measure)
    is_in_cell: bool = False
    fate: Fate | None = None

    def in_cell(self, width: float) -> Setting:
        """The setting inside a cell of this width."""
        return replace(self, is_in_cell=True, width=width)
