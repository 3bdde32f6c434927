"""Runs and paragraphs, with what was inserted and deleted tracked as Word does it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from reports.word.fields import NUMBERED, numbered_runs
from reports.word.markup import clean, is_right_to_left, twips, w, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from xml.etree.ElementTree import Element

    from forms.blocks import Align, Fate, Run
    from reports.word.paper import Setting

_FATES: tuple[Fate, ...] = ("inserted", "deleted")
_JUSTIFIED = {"left": "", "right": "right", "center": "center"}


def paragraph(
    runs: Sequence[Run],
    style: str,
    setting: Setting,
    *,
    align: Align = "left",
    number: int | None = None,
    anchor: str = "",
    indent: float = 0.0,
    after: float = 0.0,
    keeps_with_next: bool = False,
    is_last_in_cell: bool = False,
) -> Element:
    """A paragraph. `number` is that of a list, `anchor` names a bookmark around it; `indent` and `after` are points.

    The mark of a paragraph is tracked with it when all its words are; that of the last in a cell never is, for a cell
    must end in a paragraph.
    """
    text = "".join(run.text for run in runs)
    fate = None if is_last_in_cell else setting.fate or common_fate(runs)
    side = _JUSTIFIED[align]
    look = w(
        "pPr",
        w("pStyle", val=style),
        w("keepNext") if keeps_with_next else None,
        w("numPr", w("ilvl", val=0), w("numId", val=number)) if number is not None else None,
        w("bidi") if is_right_to_left(text) else None,
        w("spacing", after=twips(after)) if after else None,
        w("ind", left=twips(indent)) if indent else None,
        w("jc", val=side) if side else None,
        w("rPr", setting.paper.tracked(fate)) if fate else None,
    )
    return w("p", look, *_bookmarked(list(text_runs(runs, setting)), anchor, setting))


def common_fate(runs: Sequence[Run]) -> Fate | None:
    """What became of all of these runs; None when something of them was kept, or there are none."""
    return next((fate for fate in _FATES if runs and all(fate in run.marks for run in runs)), None)


def text_runs(runs: Sequence[Run], setting: Setting) -> Iterator[Element]:
    """The runs of a paragraph; neighbours of the same fate stand in one tracked change, numbers in fields."""
    for link, group in groupby(runs, key=_numbered_link):
        if link:
            yield from numbered_runs(link, list(group), setting, text_of=_plain_runs)
        else:
            yield from _plain_runs(group, setting)


def _numbered_link(run: Run) -> str:
    return run.link if run.link.startswith(NUMBERED) else ""


def _plain_runs(runs: Iterable[Run], setting: Setting) -> Iterator[Element]:
    for fate, group in groupby(runs, key=lambda run: setting.fate or common_fate([run])):
        made = [_run(run, is_deleted=fate == "deleted") for run in group if run.text]
        if fate and made:
            yield setting.paper.tracked(fate, *made)
        else:
            yield from made


def _run(run: Run, *, is_deleted: bool) -> Element:
    made = w("r", _look(run))
    for number, part in enumerate(clean(run.text).replace("\t", " ").split("\n")):
        if number:
            made.append(w("br"))
        if part:
            made.append(words("w:delText" if is_deleted else "w:t", part))
    return made


def _look(run: Run) -> Element | None:
    """Marks of a run, in the order that the schema asks for."""
    vertical = "subscript" if "sub" in run.marks else "superscript" if "sup" in run.marks else ""
    look = w(
        "rPr",
        w("b") if "bold" in run.marks else None,
        w("i") if "italic" in run.marks else None,
        w("vertAlign", val=vertical) if vertical else None,
        w("rtl") if is_right_to_left(run.text) else None,
    )
    return look if len(look) else None


def _bookmarked(content: list[Element], anchor: str, setting: Setting) -> list[Element]:
    if not anchor:
        return content
    number = setting.paper.next_id()
    return [w("bookmarkStart", id=number, name=anchor), *content, w("bookmarkEnd", id=number)]
