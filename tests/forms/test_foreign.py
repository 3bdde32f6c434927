"""What a stranger's file unpacks to is known before it is unpacked."""

import io
import zipfile
import zlib

import pytest

from forms.foreign import is_bomb, unpacked_size

MOST = 1_000_000


def pdf(*streams: bytes) -> bytes:
    objects = b"".join(b"1 0 obj<</Length 1>>stream\r\n" + packed + b"\r\nendstream endobj\n" for packed in streams)
    return b"%PDF-1.7\n" + objects


@pytest.mark.parametrize("size", [0, 10, MOST])
def test_what_unpacks_to_no_more_than_it_may_is_no_bomb(size):
    assert not is_bomb(pdf(zlib.compress(bytes(size))), MOST)


def test_one_byte_more_is_too_much():
    assert is_bomb(pdf(zlib.compress(bytes(MOST + 1))), MOST)


def test_what_is_packed_twice_is_looked_through_twice():
    assert is_bomb(pdf(zlib.compress(zlib.compress(bytes(MOST + 1)))), MOST)


def test_many_streams_may_not_unpack_to_more_than_four_times_as_much():
    whole = zlib.compress(bytes(MOST))
    assert not is_bomb(pdf(*[whole] * 4), MOST)
    assert is_bomb(pdf(*[whole] * 5), MOST)


def test_what_is_not_packed_is_as_large_as_it_is():
    assert not is_bomb(pdf(bytes(2 * MOST)), MOST)
    assert not is_bomb(b"no PDF at all", MOST)


def test_a_package_says_what_it_unpacks_to():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("a", bytes(70_000))
        package.writestr("b", bytes(30_000))
    assert unpacked_size(made.getvalue()) == 100_000


def test_what_is_no_package_is_told():
    with pytest.raises(ValueError, match="zip"):
        unpacked_size(b"PK\x03\x04 and nothing behind it")
