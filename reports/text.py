"""From a user's text to ReportLab's fragments: fonts by character, nothing ever read as mark-up.

Fragments are built directly, so the paragraph parser of ReportLab never sees what somebody typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import Paragraph

from forms.blocks import Run
from forms.glyphs import can_be_set, printable
from forms.numbering import TO
from reports.styles import Face, font_chain, ink, style_face, text_style
from reports.tagging import goal_of

if TYPE_CHECKING:
    from reportlab.platypus.paraparser import ParaFrag

# Printed where no font has a character, so that the gap is seen and the file stays valid.
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_RAISED, _LOWERED, _SMALL = 0.34, -0.16, 0.72
_FACES: dict[tuple[bool, bool], Face] = {
    (False, False): "regular",
    (True, False): "bold",
    (False, True): "italic",
    (True, True): "bold_italic",
}
# A Thai tone mark over an upper vowel, or before a vowel with a ring: fonts raise it by rules not followed here.
_TONE = re.compile("((?<=[\u0e31\u0e34-\u0e37\u0e47\u0e4d])[\u0e48-\u0e4c]|[\u0e48-\u0e4b](?=\u0e33))")
_CLEAR_OF_VOWEL = 0.2  # in sizes
_SPACES = re.compile(r"[ \t\f\v]+")


def font_runs(text: str, face: Face = "regular") -> list[tuple[str, str]]:
    """Text as (font name, characters) runs, each character in the first font that has it."""
    chain = font_chain(face)
    if _coverage(chain[0]).issuperset(text):
        return [(chain[0], text)] if text else []
    placed = [_placed(char, chain) for char in text]
    return [(font, "".join(char for _, char in run)) for font, run in groupby(placed, key=lambda pair: pair[0])]


def is_plain(text: str, face: Face = "regular") -> bool:
    """Whether one font prints all of it on one line, so that a cell needs no paragraph."""
    return "\n" not in text and _coverage(font_chain(face)[0]).issuperset(text)


def text_width(text: str, style_name: str) -> float:
    """Width in points of text on one line, in a style's own face."""
    size = text_style(style_name).fontSize
    runs = font_runs(text, style_face(style_name))
    return float(sum(pdfmetrics.stringWidth(part, font, size) for font, part in runs))


def fragments(runs: Sequence[Run] | str, style_name: str) -> list[ParaFrag]:
    """ReportLab's fragments for runs (or plain text) in a style; line breaks become breaks."""
    if isinstance(runs, str):
        runs = (Run(runs),)
    found = [fragment for place, run in enumerate(runs) for fragment in _fragments_of(run, style_name, place)]
    if not found or (len(found) == 1 and found[0].link):
        # ReportLab sets a paragraph of one fragment in a way of its own, which does not tell of links.
        found.append(_model(style_name).clone(text=""))
    return found


def _placed(char: str, chain: Sequence[str]) -> tuple[str, str]:
    """The font for a character, and the character; a replacement mark if none has it."""
    if can_be_set(char):
        for font in chain:
            if char in _coverage(font):
                return font, char
    return next(font for font in chain if REPLACEMENT in _coverage(font)), REPLACEMENT


@cache
def _coverage(font: str) -> frozenset[str]:
    return frozenset(chr(code) for code in pdfmetrics.getFont(font).face.charToGlyph)


@cache
def _model(style_name: str) -> ParaFrag:
    """A fragment as ReportLab itself makes it for the style: ours are copies with other text."""
    return Paragraph("x", text_style(style_name)).frags[0]


def _fragments_of(run: Run, style_name: str, place: int) -> Iterator[ParaFrag]:
    """`place` among the runs tells lines under or through one from those of the others."""
    model = _model(style_name)
    change = _change(run, place) | _link(run, place)
    for number, line in enumerate(printable(run.text).split("\n")):
        if number:
            yield model.clone(text="", lineBreak=True)
        words = _SPACES.sub("\N{NO-BREAK SPACE}" if "link" in change else " ", line)
        for font, part in font_runs(words, _face(run, style_name)):
            position = change | _position(run, model.fontSize)
            for number, piece in enumerate(_TONE.split(part)):
                # Every second piece is a tone mark that has to clear the vowel below it.
                raised = position.get("rise", 0.0) + _CLEAR_OF_VOWEL * model.fontSize * (number % 2)
                if piece:
                    yield model.clone(text=piece, fontName=font, **(position | ({"rise": raised} if raised else {})))


def _face(run: Run, style_name: str) -> Face:
    base = style_face(style_name)
    is_bold = "bold" in run.marks or base.startswith("bold")
    is_italic = "italic" in run.marks or base.endswith("italic")
    return _FACES[is_bold, is_italic]


def _position(run: Run, size: float) -> dict[str, float]:
    """Size and rise of subscripts and superscripts; nothing for text on the line."""
    if "sub" in run.marks:
        return {"fontSize": size * _SMALL, "rise": size * _LOWERED}
    if "sup" in run.marks:
        return {"fontSize": size * _SMALL, "rise": size * _RAISED}
    return {}


def _change(run: Run, place: int) -> dict[str, Any]:
    """Colour and line of what a redline shows as inserted or deleted: the line is seen in grey print too."""
    for mark, kind, offset in (("inserted", "underline", "-0.125*F"), ("deleted", "strike", "0.25*F")):
        if mark in run.marks:
            colour = ink(mark)
            # Place, kind, colour, width, distance from the baseline, rise, how many lines and how far apart.
            return {"textColor": colour, "us_lines": [(place, kind, colour, 0.7, offset, 0, 1, 1)]}
    return {}


def _link(run: Run, place: int) -> dict[str, Any]:
    """Where a reference leads that has its target in print; nothing for other text."""
    return {"link": [(place, f"#{goal_of(run.link.removeprefix(TO))}")]} if run.link.startswith(TO) else {}
