"""Elements of Office Open XML, written as they are read: `w("p", w("r", ...), keepNext="1")`."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, register_namespace, tostring

if TYPE_CHECKING:
    from collections.abc import Iterable

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
for _prefix, _address in NAMESPACES.items():
    register_namespace(_prefix, _address)

# What XML 1.0 cannot hold (clause 2.2, production 2), and line ends of other systems.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029\u0085]")


def named(name: str) -> str:
    """`w:p` with its namespace, as ElementTree takes it; a name without a prefix stays."""
    prefix, _, local = name.rpartition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if prefix else local


def element(name: str, /, *children: Element | None, text: str = "", **attributes: str) -> Element:
    """An element; attributes are without a namespace, children that are None are left out."""
    made = Element(named(name), attributes)
    made.text = clean(text) or None
    made.extend(child for child in children if child is not None)
    return made


def w(name: str, /, *children: Element | None, **attributes: str | int) -> Element:
    """An element of a text document; its attributes have the same namespace."""
    own = {named(f"w:{attribute}"): clean(str(value)) for attribute, value in attributes.items()}
    return element(f"w:{name}", *children, **own)


def m(name: str, /, *children: Element | None, **attributes: str) -> Element:
    """An element of a formula; its attributes have the same namespace."""
    return element(
        f"m:{name}", *children, **{named(f"m:{attribute}"): value for attribute, value in attributes.items()}
    )


def words(name: str, text: str) -> Element:
    """An element that holds text, its spaces kept."""
    made = element(name, text=text)
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def clean(text: str) -> str:
    """Text without what XML cannot hold; line ends become line feeds."""
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", _NOT_XML.sub("", _LINE_ENDS.sub("\n", text)))


def twips(points: float) -> int:
    """Twentieths of a point, in which Word measures."""
    return round(points * 20)


def is_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction runs from right to left (Unicode Standard Annex 9, P2 and P3)."""
    strong = (unicodedata.bidirectional(char) for char in text)
    return not text.isascii() and next((kind for kind in strong if kind in ("L", "R", "AL")), "L") != "L"


def part(root: Element) -> bytes:
    """An element as the content of a part of the package."""
    body: bytes = tostring(root, encoding="utf-8", xml_declaration=False)
    return b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + body


def put_all(parent: Element, children: Iterable[Element]) -> Element:
    """The parent, with the children at its end."""
    parent.extend(children)
    return parent
