"""Figures of a story: charts, maps and diagrams as vectors, and images made fit for the archive."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, ImageOps, UnidentifiedImageError
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from reports.flowables import paragraph
from reports.painter import paint
from reports.styles import page
from reports.tagging import Element, TaggedCanvas

if TYPE_CHECKING:
    from reports.pictures import Picture

_MOST_PIXELS = 2400  # 300 dots an inch over the width of an A4 page
# Others that Pillow knows are left to those who trust the file: for EPS it would start another program.
_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")
_MOST_UNPACKED = 80_000_000  # pixels: a few bytes each while the picture is made smaller


class Drawing(Flowable):  # type: ignore[misc]  # ReportLab is untyped
    """A figure that `paint_on` draws: a chart, a map or an image, with its alternative text."""

    def __init__(
        self, width: float, height: float, paint_on: Callable[[TaggedCanvas], None], *, alternative: str
    ) -> None:
        super().__init__()
        self.width, self.height, self.paint_on = width, height, paint_on
        self.element = Element("Figure", alternative=alternative or "Figure")
        self.anchor = ""
        self.spaceBefore, self.spaceAfter = 4.0, 2.0
        self.hAlign = "LEFT"
        self.keepWithNext = True  # the caption stands below

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """The size it was made with."""
        return self.width, self.height

    def draw(self) -> None:
        """Paint as the figure element."""
        if self.anchor:
            self.canv.set_anchor(self.anchor, self.height)
        left, bottom = self.canv.absolutePosition(0, 0)
        self.element.box = (left, bottom, left + self.width, bottom + self.height)
        with self.canv.tagged(self.element):
            self.paint_on(self.canv)


def picture_figure(picture: Picture, *, alternative: str) -> Drawing:
    """A picture made of marks, as vectors."""
    return Drawing(picture.width, picture.height, lambda canvas: paint(canvas, picture), alternative=alternative)


def image_figure(content: bytes, *, alternative: str, width: float | None = None) -> Flowable:
    """A PNG or JPEG within the width of the text and two thirds of the page.

    What isn't a readable image gives a paragraph that says so.
    """
    try:
        image = sound_image(content)
    except (UnidentifiedImageError, OSError, ValueError):
        return paragraph("[This file is not a picture that can be printed.]", "missing")
    scale = min((width or page().measure) / image.width, page().depth * 2 / 3 / image.height, 72 / 96)
    size = (image.width * scale, image.height * scale)
    reader = ImageReader(image)
    return Drawing(*size, lambda canvas: canvas.drawImage(reader, 0, 0, *size), alternative=alternative)


def sound_image(content: bytes) -> Image.Image:
    """The picture in grey or sRGB, upright, on white, no finer than print needs: CMYK and masks stay outside.

    Raises:
        UnidentifiedImageError, OSError, ValueError: not a picture, or a damaged one.
    """
    try:
        image: Image.Image = Image.open(BytesIO(content), formats=_FORMATS)
    except Image.DecompressionBombError as error:
        raise ValueError(str(error)) from error
    if image.width * image.height > _MOST_UNPACKED:
        msg = "more pixels than any map or photograph has"
        raise ValueError(msg)
    image.load()
    image = ImageOps.exif_transpose(image)
    if image.mode.startswith("I"):
        # Grey of 16 bits, which Pillow would cut at 255 and so turn white.
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.mode in ("RGBA", "LA", "P", "PA"):
        coloured = image.convert("RGBA")
        image = Image.new("RGB", image.size, "white")
        image.paste(coloured, mask=coloured.getchannel("A"))
    image = image if image.mode in ("RGB", "L") else image.convert("RGB")
    image.thumbnail((_MOST_PIXELS, _MOST_PIXELS))
    return image
