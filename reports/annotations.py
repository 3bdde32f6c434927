"""Annotations that people made in ordinary viewers, read from a printed dossier that came back; nothing is run.

What counts is ISO 32000-1, 12.5; where writers are known to differ (order of quadrilaterals, replies without names,
texts of a group), what they do is taken as they mean it. What is malformed is told, and never stops the rest.
"""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING

import pikepdf

from forms.annotations import AnnotatedPdf, Annotation, Kind, Mark
from forms.errors import Damaged
from forms.exchange import EMBEDDED_NAME
from forms.foreign import LARGEST_STREAM, is_bomb
from forms.revisions import most_unpacked
from forms.said import said
from reports.embedded import embedded_project
from reports.page_words import Box, PageWords, words_of_pages

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

LARGEST = 256 * 1024**2
MOST_PAGES = 5_000
MOST_ANNOTATIONS = 2_000
MOST_MARKS = 20_000
LONGEST_TEXT = 10_000
_KINDS: dict[str, Kind] = {
    "/Text": "note", "/FreeText": "note", "/Highlight": "highlight", "/Underline": "underline",
    "/Squiggly": "underline", "/StrikeOut": "strike-out", "/Caret": "insertion", "/Ink": "drawing",
    "/Line": "drawing", "/Square": "frame", "/Circle": "frame", "/Polygon": "drawing", "/PolyLine": "drawing",
    "/Stamp": "stamp", "/FileAttachment": "file", "/Redact": "strike-out",
}  # fmt: skip
# Links and form fields are the page's own; a pop-up is but the window of another annotation.
_NOT_REMARKS = {"/Link", "/Popup", "/Widget", "/PrinterMark", "/TrapNet", "/Watermark"}
_OVER_WORDS = {"highlight", "underline", "strike-out", "frame"}
_DATE = re.compile(r"(?:D:)?(\d{4})(\d{2})?(\d{2})?")
_TAG = re.compile(r"<[^>]*>")


def read_annotations(name: str, content: bytes) -> AnnotatedPdf:
    """All annotations of a PDF with the words they lie on; none when nobody made any.

    Raises:
        Damaged: it cannot be read, is locked with a password, or is larger than any dossier.
    """
    if len(content) > LARGEST:
        msg = said("{name} is larger than {largest} MB.", name=name, largest=LARGEST // 1024**2)
        raise Damaged(msg, said("No dossier is that large; check the name."))
    if is_bomb(content, max(LARGEST_STREAM, most_unpacked(len(content), LARGEST))):
        msg = said("{name} unpacks to more than any dossier does.", name=name)
        raise Damaged(msg, said("Open it in a viewer, print it as a new PDF, and try once more."))
    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            return _read(name, pdf, content)
    except pikepdf.PasswordError as error:
        msg = said("{name} is locked with a password.", name=name)
        raise Damaged(msg, said("Ask for it without a password; Cerulean prints none.")) from error
    except Damaged:
        raise
    # What a hostile file makes a reader raise is not known beforehand; no file may end in a traceback.
    except Exception as error:
        msg = said("{name} cannot be read as a PDF.", name=name)
        raise Damaged(msg, said("Open it in a viewer, save it again, and try once more.")) from error


def _read(name: str, pdf: Pdf, content: bytes) -> AnnotatedPdf:
    if len(pdf.pages) > MOST_PAGES:
        msg = said("{name} has more than {most_pages:,} pages.", name=name, most_pages=MOST_PAGES)
        raise Damaged(msg, said("No dossier is that long; check the name."))
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    found = tuple(_annotations(pdf, content))
    archive = embedded_project(pdf, name) if EMBEDDED_NAME in pdf.attachments else b""
    title, creator = (_words(pdf.docinfo.get(key)) for key in ("/Title", "/Creator"))
    return AnnotatedPdf(name, title, creator, tuple(_marks(pdf, numbers)), found, archive)


def _marks(pdf: Pdf, pages: dict[tuple[int, int], int]) -> Iterator[Mark]:
    """Named destinations: where each section and field of the dossier begins."""
    names = pdf.Root.get("/Names")
    tree = names.get("/Dests") if isinstance(names, pikepdf.Dictionary) else None
    if not isinstance(tree, pikepdf.Dictionary):
        return
    for number, (key, target) in enumerate(pikepdf.NameTree(tree).items()):
        if number >= MOST_MARKS:
            return
        place = target.get("/D") if isinstance(target, pikepdf.Dictionary) else target
        if isinstance(place, pikepdf.Array) and len(place) > 3:
            page, top = pages.get(getattr(place[0], "objgen", (0, 0))), _number(place[3])
            if page is not None and top is not None:
                yield Mark(str(key), page, top)


# -- annotations ----------------------------------------------------------------------------------------------


def _annotations(pdf: Pdf, content: bytes) -> Iterator[Annotation]:
    left = MOST_ANNOTATIONS
    with words_of_pages(content) as words_of:
        for number, page in enumerate(pdf.pages, 1):
            remarks = list(islice(_remarks(page.obj), left + 1))
            left -= len(remarks)
            if left < 0:
                msg = said("The PDF has more than {most_annotations:,} annotations.", most_annotations=MOST_ANNOTATIONS)
                raise Damaged(msg, said("Send it in parts."))
            words = words_of(number) if remarks else None
            for place, remark in remarks:
                yield _annotation(remark, f"{number}.{place}", number, words or PageWords(()))


def _remarks(page: Object) -> Iterator[tuple[int, Object]]:
    listed = page.get("/Annots")
    for place, item in enumerate(listed if isinstance(listed, pikepdf.Array) else ()):
        if isinstance(item, pikepdf.Dictionary) and str(item.get("/Subtype", "")) not in _NOT_REMARKS:
            yield place, item


def _annotation(item: Object, place: str, page: int, words: PageWords) -> Annotation:
    kind = _KINDS.get(str(item.get("/Subtype", "")), "mark")
    boxes = _quadrilaterals(item) or [box for box in (_box(item.get("/Rect")),) if box]
    quote = words.within(boxes) if kind in _OVER_WORDS else None
    x, y = _point(item, boxes, kind)
    return Annotation(
        id=_id(item, place), page=page, kind=kind, text=_text(item), author=_words(item.get("/T")), on=_day(item),
        quote=quote.text if quote else "", before=quote.before if quote else "", after=quote.after if quote else "",
        beside=words.beside(x, y) if y is not None and x is not None else (), height=y,
        reply_to=_reply_to(item), is_grouped=str(item.get("/RT", "")) == "/Group", state=_words(item.get("/State")),
    )  # fmt: skip


def _id(item: Object, place: str) -> str:
    """What replies name it by; objects that stand in the page itself are counted."""
    return place if item.objgen == (0, 0) else f"{item.objgen[0]} {item.objgen[1]}"


def _reply_to(item: Object) -> str:
    asked = item.get("/IRT")
    if not isinstance(asked, pikepdf.Dictionary) or asked.objgen == (0, 0):
        return ""
    return f"{asked.objgen[0]} {asked.objgen[1]}"


def _text(item: Object) -> str:
    """What was written; of text that is kept with its looks alone, the words."""
    plain = _words(item.get("/Contents"))
    if not plain:
        plain = html.unescape(_TAG.sub(" ", _words(item.get("/RC"))))
    kept = "\n".join(" ".join(line.split()) for line in plain.replace("\r", "\n").splitlines())
    return kept.strip()[:LONGEST_TEXT]


def _words(value: object) -> str:
    return str(value)[: 2 * LONGEST_TEXT].replace("\x00", "").strip() if isinstance(value, pikepdf.String) else ""


def _day(item: Object) -> dt.date | None:
    """The day on which it was made, else changed; `None` when neither is a date."""
    for key in ("/CreationDate", "/M"):
        found = _DATE.match(_words(item.get(key)))
        if found:
            try:
                return dt.date(*(int(part or 1) for part in found.groups()))
            except ValueError:
                continue
    return None


# -- geometry -------------------------------------------------------------------------------------------------


def _point(item: Object, boxes: list[Box], kind: Kind) -> tuple[float | None, float | None]:
    """What it points at: the end of the line that leads from a text to its place, else the middle of what it marks."""
    led = _numbers(item.get("/CL"))
    if len(led) >= 4:
        return led[0], led[1]
    if not boxes:
        return None, None
    box = boxes[0] if kind in _OVER_WORDS else boxes[-1]
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _quadrilaterals(item: Object) -> list[Box]:
    """A box around each: the corners stand in one order in the standard, and in another in most files."""
    numbers = _numbers(item.get("/QuadPoints"))
    quads = [numbers[at : at + 8] for at in range(0, len(numbers) - 7, 8)]
    return [(min(quad[::2]), min(quad[1::2]), max(quad[::2]), max(quad[1::2])) for quad in quads]


def _box(value: object) -> Box | None:
    numbers = _numbers(value)
    if len(numbers) < 4:
        return None
    left, low, right, high = numbers[:4]
    return min(left, right), min(low, high), max(left, right), max(low, high)


def _numbers(value: object) -> list[float]:
    """The numbers of an array; none when something else stands in it."""
    if not isinstance(value, pikepdf.Array) or len(value) > 80_000:
        return []
    found = [_number(item) for item in value]
    return [number for number in found if number is not None] if None not in found else []


def _number(value: object) -> float | None:
    try:
        number = float(value)  # type: ignore[arg-type]  # whatever it is, it is a number or it is not
    except (TypeError, ValueError, OverflowError, NotImplementedError):
        return None
    return number if abs(number) < 1e6 else None
