"""Breaks a paragraph into lines as ReportLab does, for what needs none of its many other ways: nearly every one.

The lines are the same, since all is added up in the same order; only what ReportLab does anew for every word is done
here for every line. What is asked for elsewhere in this house it need not do: hyphens, justified lines, other scripts'
order. One thing it does besides: no line ends between a number and its unit where both fit on one (ISO 80000-1, 7.1.4:
they are one expression). The space between them stays a space, so that what is copied can be searched for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from reportlab.lib.rl_accel import sameFrag
from reportlab.pdfbase.pdfmetrics import getAscentDescent, getFont, stringWidth
from reportlab.platypus import paragraph as reportlab

from reports.amounts import stay_together, unbroken

if TYPE_CHECKING:
    from reportlab.platypus.paragraph import FragLine, ParaLines
    from reportlab.platypus.paraparser import ParaFrag

_NO_BREAK_SPACE, _SOFT_HYPHEN = "\xa0", "\xad"

Line = tuple[float, list[str]]
Word = list[Any]
"""As ReportLab has it: the width, then (fragment, letters) for each part; its class tells whether a space follows."""


def broken(fragments: Sequence[ParaFrag], width: float) -> tuple[ParaLines, Sequence[Any]] | None:
    """The lines as ReportLab's paragraph keeps them, and the fragments or words that it keeps beside them.

    None where it has to break them itself: the rest of a paragraph that was split, characters that ask for more, or a
    word that is wider than the line.
    """
    if any(_is_special(fragment) for fragment in fragments):
        return None
    if len(fragments) != 1:
        return _mixed(fragments, width)
    fragment = fragments[0]
    lines = None if _NO_BREAK_SPACE in fragment.text else _filled(unbroken(fragment.text), fragment, width)
    if lines is None:
        return None
    ascent, descent = _bounds(fragment.fontName, fragment.fontSize)
    made = fragment.clone(kind=0, lines=lines, ascent=ascent, descent=descent, fontSize=fragment.fontSize)
    return made, fragments


def _is_special(fragment: ParaFrag) -> bool:
    return _SOFT_HYPHEN in getattr(fragment, "text", _SOFT_HYPHEN) or hasattr(fragment, "cbDefn")


def _filled(words: Sequence[str], fragment: ParaFrag, width: float) -> list[Line] | None:
    """Lines in one typeface as (unused width, words), each as full as it can be; None with a word that is too wide."""
    size, width_of = fragment.fontSize, getFont(fragment.fontName).stringWidth
    space = width_of(" ", size)
    lines: list[Line] = []
    line: list[str] = []
    used = -space
    for word in _fitting(words, fragment, width):
        wide = width_of(word, size)
        if wide > width:
            return None
        wider = used + space + wide
        if line and wider > width:
            lines.append((width - used, line))
            line, used = [word], wide
        else:
            line.append(word)
            used = wider
    return [*lines, (width - used, line)] if line else lines


def _fitting(words: Sequence[str], fragment: ParaFrag, width: float) -> Iterator[str]:
    """The words; what is wider than a line together goes apart after the number first, “54,183” and “t CO₂e”."""
    for word in words:
        rest = word
        while " " in rest and stringWidth(rest, fragment.fontName, fragment.fontSize) > width:
            number, _, rest = rest.partition(" ")
            yield number
        yield rest


def _mixed(fragments: Sequence[ParaFrag], width: float) -> tuple[ParaLines, list[Word]] | None:
    """Lines of several fragments: other typefaces, letters raised and lowered, breaks where the text has them."""
    words: list[Word] = reportlab._getFragWords(fragments, width)  # noqa: SLF001
    if any(word[0] > width for word in words):
        return None
    words = _with_units(words, width)
    lines = [_line(words[first:end], first, width, used) for first, end, used in _stretches_of_lines(words, width)]
    return reportlab.ParaLines(kind=1, lines=lines), words


def _with_units(words: Sequence[Word], width: float) -> list[Word]:
    """The words, each number and its unit made one where a line holds both."""
    made: list[Word] = []
    last = ""
    for word in words:
        text = "".join(letters for _, letters in word[1:])
        if last and _is_followed_by_space(made[-1]) and stay_together(last, text):
            *before, (part, letters) = made[-1][1:]
            together = made[-1][0] + _space(part.fontName, part.fontSize) + word[0]
            if together <= width:
                made[-1] = type(word)([together, *before, (part, f"{letters} "), *word[1:]])
                last = text
                continue
        made.append(word)
        last = text
    return made


def _stretches_of_lines(words: Sequence[Word], width: float) -> Iterator[tuple[int, int, float]]:
    """First word of each line, the word after its last one, and how wide it is; a break ends its line."""
    first, used, space, is_begun = 0, 0.0, 0.0, False
    for place, word in enumerate(words):
        fragment = word[1][0]
        if fragment._fkind == reportlab._FK_BREAK:  # noqa: SLF001
            yield first, place + 1, used
            first, used, space, is_begun = place + 1, 0.0, 0.0, False
            continue
        wider = used + space + word[0] if word[0] > 0 else used
        if is_begun and wider > width:
            yield first, place, used
            first, wider = place, word[0]
        used, is_begun = wider, True
        space = _space(word[-1][0].fontName, fragment.fontSize) if _is_followed_by_space(word) else 0.0
    if first < len(words):
        yield first, len(words), used


def _line(words: Sequence[Word], first: int, width: float, used: float) -> FragLine:
    stretches = list(_joined(words))
    bounds = [_bounds(stretch.fontName, stretch.fontSize) for stretch in stretches]
    return reportlab.FragLine(
        extraSpace=width - used,
        wordCount=len(words),
        lineBreak=stretches[-1]._fkind == reportlab._FK_BREAK,  # noqa: SLF001
        words=stretches,
        fontSize=max(stretch.fontSize for stretch in stretches),
        ascent=max(ascent for ascent, _ in bounds),
        descent=min(descent for _, descent in bounds),
        maxWidth=width,
        sFW=first,
    )


def _joined(words: Sequence[Word]) -> list[ParaFrag]:
    """The words of a line as few fragments: those that look alike are one, with the spaces between."""
    made: list[ParaFrag] = []
    source, space = None, ""
    for word in words:
        fragment, text = word[1]
        if made and (fragment is source or sameFrag(made[-1], fragment)):
            made[-1].text += ("" if made[-1].text.endswith(" ") else space) + text
        else:
            if made and not made[-1].text.endswith(" "):
                made[-1].text += space
            made.append(fragment.clone(text=text))
        made += [part.clone(text=letters) for part, letters in word[2:]]
        source = word[-1][0]
        space = " " if _is_followed_by_space(word) else ""
    return made


def _is_followed_by_space(word: Word) -> bool:
    return isinstance(word, reportlab._HSFrag)  # noqa: SLF001


@cache
def _space(font: str, size: float) -> float:
    return float(stringWidth(" ", font, size))


@cache
def _bounds(font: str, size: float) -> tuple[float, float]:
    """How far letters reach above and below the line."""
    ascent, descent = getAscentDescent(font, size)
    return ascent, descent
