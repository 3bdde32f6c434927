"""A picture is one by its content, whatever its name says; nothing else is drawn."""

import pytest

from forms.evidence import attachment
from reports.figures import image_figure
from tests.hostile.cases import drawing, picture
from ui.editors.attachment import picture_of

SCREEN = drawing('<rect width="9" height="9"/>')
POSTSCRIPT = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n%%EndComments\nshowpage\n%%EOF\n"


def test_a_picture_is_shown():
    assert picture_of(attachment("map.png", picture(1_000))).width() == 1_000


@pytest.mark.parametrize("content", [SCREEN, POSTSCRIPT, b"\x89PNG\r\n\x1a\n" + SCREEN, b""])
def test_what_is_none_is_not(content):
    assert picture_of(attachment("map.png", content)).isNull()


def test_a_drawing_is_not_drawn_under_its_own_name_either():
    assert picture_of(attachment("map.svg", SCREEN)).isNull()


@pytest.mark.parametrize("content", [SCREEN, POSTSCRIPT])
def test_what_is_none_stands_on_the_page_as_words(content):
    assert type(image_figure(content, alternative="Map")) is not type(image_figure(picture(1_000), alternative="Map"))
