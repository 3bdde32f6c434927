"""Pictures: photographs as they are, charts, maps and diagrams drawn as an image, each with its alternative text."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pypdfium2
from PIL import Image, UnidentifiedImageError
from reportlab.pdfgen.canvas import Canvas

from reports.figures import sound_image
from reports.painter import paint
from reports.styles import font_chain, page
from reports.word.markup import clean, element, w

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from reports.pictures import Picture
    from reports.word.paper import Setting

_EMU = 12_700  # in a point
_DOTS = 220 / 72  # in a point
_JPEG_QUALITY = 90
_PICTURE_TYPE = "http://schemas.openxmlformats.org/drawingml/2006/picture"


def drawing(picture: Picture, alternative: str, setting: Setting) -> Element:
    """A drawing as a run."""
    number = setting.paper.picture(_painted(picture), "png")
    return _run(number, (picture.width, picture.height), alternative, setting)


def photograph(content: bytes, alternative: str, setting: Setting) -> Element | None:
    """A PNG or JPEG as a run, within the width and two thirds of the page; None when it cannot be read."""
    try:
        image = sound_image(content)
    except (UnidentifiedImageError, OSError, ValueError):
        return None
    made = BytesIO()
    is_photo = content.startswith(b"\xff\xd8")
    image.save(made, "JPEG" if is_photo else "PNG", **({"quality": _JPEG_QUALITY} if is_photo else {}))
    scale = min(setting.width / image.width, page().depth * 2 / 3 / image.height, 72 / 96)
    number = setting.paper.picture(made.getvalue(), "jpeg" if is_photo else "png")
    return _run(number, (image.width * scale, image.height * scale), alternative, setting)


def _painted(picture: Picture) -> bytes:
    """The drawing as PNG, by way of a page of its size."""
    sheet = BytesIO()
    canvas = Canvas(sheet, (picture.width, picture.height), invariant=1, initialFontName=font_chain("regular")[0])
    paint(canvas, picture)
    canvas.save()
    with pypdfium2.PdfDocument(sheet.getvalue()) as document:
        image: Image.Image = document[0].render(scale=_DOTS).to_pil()
    made = BytesIO()
    image.convert("RGB").save(made, "PNG", optimize=True)
    return made.getvalue()


def _run(relationship: str, size: tuple[float, float], alternative: str, setting: Setting) -> Element:
    """An inline picture (ISO/IEC 29500-1, 20.4.2.8)."""
    number = str(setting.paper.next_id())
    width, height = (str(max(1, round(length * _EMU))) for length in size)
    named = {"id": number, "name": f"Picture {number}", "descr": clean(alternative) or "Figure"}
    graphic = element(
        "pic:pic",
        element("pic:nvPicPr", element("pic:cNvPr", **named), element("pic:cNvPicPr")),
        element("pic:blipFill", _embedded(relationship), element("a:stretch", element("a:fillRect"))),
        element(
            "pic:spPr",
            element("a:xfrm", element("a:off", x="0", y="0"), element("a:ext", cx=width, cy=height)),
            element("a:prstGeom", element("a:avLst"), prst="rect"),
        ),
    )
    inline = element(
        "wp:inline",
        element("wp:extent", cx=width, cy=height),
        element("wp:docPr", **named),
        element("a:graphic", element("a:graphicData", graphic, uri=_PICTURE_TYPE)),
        distT="0", distB="0", distL="0", distR="0",
    )  # fmt: skip
    return w("r", w("drawing", inline))


def _embedded(relationship: str) -> Element:
    made = element("a:blip")
    made.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed", relationship)
    return made
