"""What nobody meant to print: odd pictures, mark-up, very long words. It is printed or told, and never evaluated."""

import errno
import time
import zlib
from io import BytesIO
from struct import pack

import pypdfium2
import pytest
from PIL import Image

from forms.errors import UserError
from forms.project import Project
from forms.rules import check
from reports import finish
from reports.dossier import dossiers_of, print_dossier
from reports.figures import Drawing, image_figure, sound_image
from reports.word.dossier import word_dossier

LONGEST = 2.0  # seconds of the processor


@pytest.fixture
def in_no_time():
    started = time.process_time()
    yield
    assert time.process_time() - started < LONGEST


# -- pictures ---------------------------------------------------------------------------------------------------


def encoded(image, form, **options):
    target = BytesIO()
    image.save(target, form, **options)
    return target.getvalue()


def turned():
    """A photograph taken on its side: EXIF says that it is to be turned by a quarter."""
    exif = Image.Exif()
    exif[0x0112] = 6
    return encoded(Image.new("RGB", (40, 20), "red"), "JPEG", exif=exif)


def of_size(width, height):
    """A PNG of a hundred bytes that says it is so large."""

    def chunk(name, data):
        return pack(">I", len(data)) + name + data + pack(">I", zlib.crc32(name + data))

    head = pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


GREY = encoded(Image.new("I;16", (30, 30), 32768), "PNG")
SOUND = encoded(Image.effect_noise((300, 300), 50), "PNG")
# (content, size it is drawn from; None where it is no picture)
PICTURES = {
    "CMYK JPEG": (encoded(Image.new("CMYK", (30, 20), (0, 200, 0, 0)), "JPEG"), (30, 20)),
    "16-bit PNG": (GREY, (30, 30)),
    "palette with a mask": (encoded(Image.new("P", (30, 20)), "PNG", transparency=0), (30, 20)),
    "EXIF turned": (turned(), (20, 40)),
    "one pixel": (encoded(Image.new("1", (1, 1)), "PNG"), (1, 1)),
    "very wide": (encoded(Image.new("L", (30_000, 2)), "PNG"), (2400, 1)),
    "50,000 × 50,000": (of_size(50_000, 50_000), None),
    "no pixels": (of_size(10, 10), None),
    "cut short": (SOUND[: len(SOUND) // 2], None),
    "SVG named .png": (b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', None),
    "empty": (b"", None),
    "text": (b"Map of the site", None),
}


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.usefixtures("in_no_time")
def test_a_picture_is_drawn_upright_or_told_to_be_none(name):
    content, size = PICTURES[name]
    assert isinstance(image_figure(content, alternative="Map"), Drawing) == (size is not None)
    if size:
        image = sound_image(content)
        assert image.size == size
        assert image.mode in {"L", "RGB"}


def test_grey_of_16_bits_stays_grey():
    assert sound_image(GREY).getpixel((5, 5)) == 128


# -- texts ------------------------------------------------------------------------------------------------------

TEXTS = {
    "mark-up": '<b>B</b><img src="file:///etc/passwd"/><a href="javascript:x">y</a></para>&amp;&bogus;<!-- ',
    "what ReportLab would evaluate": '<font color="[[[getattr(pow,Attacker)]]]">red</font><onDraw name="x" label="y"/>',
    "a title of 300 letters": "Wind farm at the sea " * 14 + "at last",
    "one word of 20,000 letters": "x" * 20_000,
    "20,000 letters": "wind " * 4_000,
    "right to left": "מזרח ومشروع طاقة الرياح",
    "joined and directed": "a\u202eb\u200bc\u2067d\u0301\u0301\u0301",
    "characters no font has": "\U0001f40d \U00012000 \ufffe",
    "spaces that break nowhere": "a\u00a0" * 400,
    "soft hyphens": "wind\u00adfarm" * 100,
}


def titled(words):
    project = Project.new("ji_ssc_pdd", "01.1")
    project.type_in("facts", "P.title", words)
    return project.snapshot


@pytest.fixture(scope="module", autouse=True)
def _warm(tmp_path_factory):
    """Fonts are read once."""
    snapshot = titled("Wind")
    print_dossier(dossiers_of(snapshot)[0], snapshot, tmp_path_factory.mktemp("warm") / "x.pdf")


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.usefixtures("in_no_time")
def test_a_title_is_checked_and_printed_whatever_it_is(name, tmp_path):
    snapshot = titled(TEXTS[name])
    checked = check(snapshot)
    print_dossier(dossiers_of(snapshot)[0], snapshot, tmp_path / "x.pdf", checked=checked)
    assert word_dossier(dossiers_of(snapshot)[0], snapshot, checked=checked).startswith(b"PK")


@pytest.mark.parametrize("name", ["mark-up", "what ReportLab would evaluate"])
def test_mark_up_stands_on_the_page_as_it_was_typed(name, tmp_path):
    snapshot = titled(TEXTS[name])
    print_dossier(dossiers_of(snapshot)[0], snapshot, tmp_path / "x.pdf")
    with pypdfium2.PdfDocument(tmp_path / "x.pdf") as pdf:
        words = "".join(pdf[0].get_textpage().get_text_range().split())
    assert "".join(TEXTS[name].split())[:60] in words


# -- a full disk ------------------------------------------------------------------------------------------------


class FullDisk:
    """A file that takes so many bytes and no more."""

    def __init__(self, stream):
        self._stream = stream

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._stream.close()

    def writelines(self, pieces):
        self._stream.write(bytes(next(iter(pieces)))[:1000])
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.usefixtures("in_no_time")
def test_on_a_full_disk_the_old_file_stays_and_no_half_one_is_left(tmp_path, monkeypatch):
    (tmp_path / "x.pdf").write_bytes(b"the old one")
    snapshot = titled("Wind")
    opened = finish.Path.open

    def open_on_full_disk(file, mode="r", *rest, **more):
        stream = opened(file, mode, *rest, **more)
        return FullDisk(stream) if file.suffix == ".part" and "w" in mode else stream

    monkeypatch.setattr(finish.Path, "open", open_on_full_disk)
    with pytest.raises(UserError, match="No space left"):
        print_dossier(dossiers_of(snapshot)[0], snapshot, tmp_path / "x.pdf")
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("x.pdf", b"the old one")]
