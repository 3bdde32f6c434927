"""Fields: what Word works out itself. Numbers of figures and tables are counted by it, references follow them.

Captions have SEQ fields, references REF fields to the bookmark around "Figure 3"; so Word renumbers when a figure is
added (ISO/IEC 29500-1, 17.16.5.50 REF, 17.16.5.56 SEQ, 17.16.5.68 TOC).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from forms.numbering import NUMBER, PICTURE, TABLE, TO
from reports.word.markup import w, words

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from forms.blocks import Fate, Run
    from reports.word.paper import Setting

    TextOf = Callable[[Iterable[Run], Setting], Iterable[Element]]

NUMBERED = (NUMBER, f"{TO}{PICTURE}:", f"{TO}{TABLE}:")
_FATES: tuple[Fate, ...] = ("inserted", "deleted")
SEQUENCES = {PICTURE: "Figure", TABLE: "Table"}


def field(code: str, shown: str) -> list[Element]:
    """A field that Word works out, with what it shows until then."""
    return _field(code, [w("r", words("w:t", shown))])


def bookmark_of(link: str) -> str:
    """Name of the bookmark around the number in a caption: hidden, of the form that Word gives its own."""
    return f"_Ref{int(hashlib.sha256(link.encode()).hexdigest()[:8], 16):010d}"


def numbered_runs(link: str, runs: Sequence[Run], setting: Setting, *, text_of: TextOf) -> Iterator[Element]:
    """The number in a caption or a reference to it, as a field. `text_of` makes the words that it shows.

    What was deleted is plain text, so that it comes back to the letter; where a number changed the field comes behind
    it, for LibreOffice loses changes inside of a field.
    """
    fates = {setting.fate or _fate_of(run) for run in runs}
    if "deleted" in fates:
        gone = [replace(run, link="") for run in runs if _fate_of(run) != "inserted"]
        yield from text_of(gone, replace(setting, fate="deleted"))
    if fates == {"deleted"}:
        return
    left = [replace(run, marks=run.marks - {"inserted"}, link="") for run in runs if _fate_of(run) != "deleted"]
    made = _field_of(link, left, replace(setting, fate=None), text_of)
    yield from made if fates == {None} else [setting.paper.tracked("inserted", *made)]


def _fate_of(run: Run) -> Fate | None:
    """What became of a run; None when it was kept."""
    return next((fate for fate in _FATES if fate in run.marks), None)


def _field_of(link: str, runs: Sequence[Run], setting: Setting, text_of: TextOf) -> list[Element]:
    if link.startswith(NUMBER):
        return _counted(link.removeprefix(NUMBER), runs, setting, text_of)
    return _field(rf"REF {bookmark_of(link.removeprefix(TO))} \h", list(text_of(runs, setting)))


def _counted(link: str, runs: Sequence[Run], setting: Setting, text_of: TextOf) -> list[Element]:
    """The word and the number, which Word counts, in the bookmark that references lead to; one bookmark a name."""
    before, number = _parted(runs)
    counter = rf"SEQ {SEQUENCES[link.partition(':')[0]]} \* ARABIC"
    made = [*text_of(before, setting), *_field(counter, list(text_of(number, setting)))]
    name = bookmark_of(link)
    if name in setting.paper.bookmarks:
        return made
    setting.paper.bookmarks.add(name)
    place = setting.paper.next_id()
    return [w("bookmarkStart", id=place, name=name), *made, w("bookmarkEnd", id=place)]


def _parted(runs: Sequence[Run]) -> tuple[list[Run], list[Run]]:
    """The word and the number of a caption."""
    first, *others = runs
    word, space, number = first.text.partition(" ")
    rest = [replace(first, text=number)] if number else []
    return [replace(first, text=word + space)], [*rest, *others]


def _field(code: str, shown: Sequence[Element]) -> list[Element]:
    return [
        w("r", w("fldChar", fldCharType="begin")),
        w("r", words("w:instrText", f" {code} ")),
        w("r", w("fldChar", fldCharType="separate")),
        *shown,
        w("r", w("fldChar", fldCharType="end")),
    ]
