"""Whether what was appended to a PDF is a signature and nothing else: everything printed must be as it was.

A later part of a PDF can replace any object of an earlier one (ISO 32000-1, 7.5.6), and anybody can sign the result.
So each object of the print is compared with what stands in its place in the signed file.
"""

from __future__ import annotations

from io import BytesIO

import pikepdf

# What signing may set in objects that are there already (ISO 32000-1, 12.8; ETSI EN 319 142-1).
_SET_BY_SIGNING = {
    "/Catalog": {"/AcroForm", "/Extensions", "/Version", "/Perms", "/DSS"},
    "/Page": {"/Annots"},
    "": {"/Producer", "/ModDate"},
}
_INVISIBLE = [0, 0, 0, 0]


def adds_only_signatures(printed: bytes, signed: bytes) -> bool:
    """True when the signed file holds the print unchanged, and on its pages nothing new but invisible signatures."""
    try:
        with pikepdf.open(BytesIO(printed)) as before, pikepdf.open(BytesIO(signed)) as after:
            return _is_kept(before, after) and _has_only_new_signatures(before, after)
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError):
        return False


def _is_kept(before: pikepdf.Pdf, after: pikepdf.Pdf) -> bool:
    if after.Root.objgen != before.Root.objgen or len(after.pages) != len(before.pages):
        return False
    lists = {page.obj.Annots.objgen for page in before.pages if "/Annots" in page.obj}
    return all(_is_same(mine, after.get_object(mine.objgen), before, lists) for mine in before.objects)


def _is_same(mine: pikepdf.Object, other: pikepdf.Object, pdf: pikepdf.Pdf, lists: set[tuple[int, int]]) -> bool:
    if isinstance(mine, pikepdf.Stream):
        # The description of the file tells when it was last changed.
        is_description = "/Metadata" in pdf.Root and mine.objgen == pdf.Root.Metadata.objgen
        return is_description or (isinstance(other, pikepdf.Stream) and _stream(mine) == _stream(other))
    if mine.unparse(resolved=True) == other.unparse(resolved=True):
        return True
    if isinstance(mine, pikepdf.Dictionary) and isinstance(other, pikepdf.Dictionary):
        return _changed_keys(mine, other) <= _SET_BY_SIGNING.get(_kind(mine, pdf), set())
    # The list of the annotations of a page; what is new in it is looked at below.
    return isinstance(other, pikepdf.Array) and mine.objgen in lists - {(0, 0)}


def _stream(stream: pikepdf.Object) -> tuple[bytes, dict[str, bytes]]:
    return stream.read_raw_bytes(), {key: _text(stream, key) for key, _ in stream.stream_dict.items()}


def _kind(mine: pikepdf.Object, pdf: pikepdf.Pdf) -> str:
    """Catalog or page; empty for the information dictionary, which has no type."""
    if "/Info" in pdf.trailer and mine.objgen == pdf.trailer.Info.objgen:
        return ""
    return str(mine.get("/Type", "other"))


def _changed_keys(mine: pikepdf.Object, other: pikepdf.Object) -> set[str]:
    return {key for key in {*mine.keys(), *other.keys()} if _text(mine, key) != _text(other, key)}


def _text(holder: pikepdf.Object, key: str) -> bytes:
    found = holder.get(key)
    return found.unparse() if isinstance(found, pikepdf.Object) else repr(found).encode()


def _has_only_new_signatures(before: pikepdf.Pdf, after: pikepdf.Pdf) -> bool:
    for old, new in zip(before.pages, after.pages, strict=True):
        known = [item.unparse() for item in old.obj.get("/Annots", ())]
        here = list(new.obj.get("/Annots", ()))
        if [item.unparse() for item in here[: len(known)]] != known:
            return False
        if not all(_is_invisible_signature(item) for item in here[len(known) :]):
            return False
    return True


def _is_invisible_signature(annotation: pikepdf.Object) -> bool:
    return annotation.get("/FT") == pikepdf.Name.Sig and [float(x) for x in annotation.Rect] == _INVISIBLE
