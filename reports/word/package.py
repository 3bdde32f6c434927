"""The package around the parts: relationships, kinds of content, properties (ISO/IEC 29500-2), in one archive."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import NamedTuple
from xml.etree.ElementTree import Element

from reports.word.markup import element, part

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # that a ZIP archive can say


class Part(NamedTuple):
    """A part of the file: where it lies, the ends of its content type and of its relationship type, its content."""

    name: str
    kind: str
    relationship: str
    content: bytes

    @property
    def id(self) -> str:
        """Id of the relationship to it: `rIdHeader` for `word/header.xml`."""
        stem = self.name.rpartition("/")[2].removesuffix(".xml")
        return f"rId{stem[0].upper()}{stem[1:]}"


def package(
    parts: Sequence[Part],
    pictures: Mapping[str, tuple[str, bytes]],
    title: str,
    author: str,
    date: dt.datetime,
    language: str,
) -> bytes:
    """The archive; the first part is the document."""
    document, *others = parts
    files = {
        "[Content_Types].xml": _content_types(parts),
        "_rels/.rels": _package_relationships(document),
        "docProps/core.xml": _properties(title, author, date, language),
        **{made.name: made.content for made in parts},
        "word/_rels/document.xml.rels": _document_relationships(others, pictures),
        **{f"word/media/{name}": content for name, content in pictures.values()},
    }
    return _archive(files)


def _content_types(parts: Sequence[Part]) -> bytes:
    root = Element("Types", xmlns=_TYPES)
    for extension, kind in (
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
        ("png", "image/png"),
        ("jpeg", "image/jpeg"),
    ):
        root.append(Element("Default", Extension=extension, ContentType=kind))
    for made in parts:
        root.append(Element("Override", PartName=f"/{made.name}", ContentType=f"{_WORD_TYPE}.{made.kind}+xml"))
    root.append(Element("Override", PartName="/docProps/core.xml", ContentType=_CORE_TYPE))
    return part(root)


def _package_relationships(document: Part) -> bytes:
    root = Element("Relationships", xmlns=_RELATIONSHIPS)
    root.append(_relationship("rIdDocument", f"{_OFFICE}/{document.relationship}", document.name))
    root.append(_relationship("rIdCore", _CORE, "docProps/core.xml"))
    return part(root)


def _document_relationships(parts: Sequence[Part], pictures: Mapping[str, tuple[str, bytes]]) -> bytes:
    root = Element("Relationships", xmlns=_RELATIONSHIPS)
    for made in parts:
        root.append(_relationship(made.id, f"{_OFFICE}/{made.relationship}", made.name.removeprefix("word/")))
    for number, (name, _) in pictures.items():
        root.append(_relationship(number, f"{_OFFICE}/image", f"media/{name}"))
    return part(root)


def _relationship(number: str, kind: str, target: str) -> Element:
    return Element("Relationship", Id=number, Type=kind, Target=target)


def _properties(title: str, author: str, date: dt.datetime, language: str) -> bytes:
    """Who and when: the moment of the document, not of the printing."""
    moment = date.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    dated = (element(f"dcterms:{name}", text=moment) for name in ("created", "modified"))
    root = element(
        "cp:coreProperties",
        element("dc:title", text=title),
        element("dc:creator", text=author),
        element("cp:lastModifiedBy", text=author),
        element("dc:language", text=language),
        *dated,
    )
    for made in root:
        if made.tag.endswith(("}created", "}modified")):
            made.set("{http://www.w3.org/2001/XMLSchema-instance}type", "dcterms:W3CDTF")
    return part(root)


def _archive(files: Mapping[str, bytes]) -> bytes:
    """The files in a ZIP archive that does not depend on the system that writes it."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in files.items():
            head = zipfile.ZipInfo(name, _EARLIEST)
            head.create_system, head.external_attr, head.compress_type = 3, 0o600 << 16, zipfile.ZIP_DEFLATED
            archive.writestr(head, content)
    return target.getvalue()
