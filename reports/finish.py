"""From ReportLab's PDF to an archive: structure tree, metadata, colour profile, attachment.

One file is PDF/A-3a and PDF/UA-1, or PDF/A-2a and PDF/UA-1 without an attachment. The pages are the same.

Sources: ISO 19005-2 and -3 (6.1 to 6.8), ISO 14289-1 (5, 7), ISO 32000-1 (14.7 to 14.9).
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Literal
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from reports.seal import pieces_with_seal
from reports.tagging import Content, Element, Link, Place, TaggedCanvas

Container = Literal["a3", "a2"]

PRODUCER = "Cerulean with ReportLab and pikepdf"
_PARTS: Mapping[Container, int] = {"a3": 3, "a2": 2}
_PRINTED = 4  # annotation flag Print, ISO 19005-2, 6.3.2


@dataclass(frozen=True)
class Attachment:
    """A file carried inside the dossier. `relationship` is a name of ISO 19005-3, annex E."""

    name: str
    content: bytes
    media_type: str
    description: str
    relationship: Literal["Source", "Data", "Supplement", "Unspecified"] = "Source"


@dataclass(frozen=True)
class Identity:
    """What the file says of itself. `date` has a time zone and is given by the caller, never the clock."""

    title: str
    author: str
    language: str
    date: dt.datetime
    creator: str = "Cerulean"


def finish(
    raw: BinaryIO,
    target: Path,
    canvas: TaggedCanvas,
    *,
    identity: Identity,
    container: Container = "a3",
    attachment: Attachment | None = None,
) -> None:
    """Complete a drawn PDF and write it; the same input gives the same bytes.

    Raises:
        ValueError: an attachment for a PDF/A-2, which may only carry other archives (ISO 19005-2, 6.8).
    """
    if attachment and container == "a2":
        message = "a PDF/A-2 dossier cannot carry an attachment"
        raise ValueError(message)
    with pikepdf.open(raw) as pdf:
        _describe(pdf, identity, _PARTS[container])
        _set_colours(pdf)
        _clean_pages(pdf)
        _name_destinations(pdf, canvas.anchors())
        _write_structure(pdf, canvas)
        if attachment:
            _attach(pdf, attachment, identity.date)
        _save(pdf, target)


def _save(pdf: Pdf, target: Path) -> None:
    # All streams are compressed here by one library, so that bytes don't hang on the platform's own. Saved to memory
    # first: on a full disk the library ends the process, a plain write raises OSError.
    written = BytesIO()
    pdf.save(
        written,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
        recompress_flate=True,
        linearize=False,
    )
    with target.open("wb") as stream:
        stream.writelines(pieces_with_seal(written.getbuffer()))


def _describe(pdf: Pdf, identity: Identity, part: int) -> None:
    """Language, title and date, alike in the catalog, the information dictionary and the XMP."""
    pdf.Root.Lang = String(identity.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    date = String(_pdf_date(identity.date))
    for key in list(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    pdf.docinfo.Title, pdf.docinfo.Author = String(identity.title), String(identity.author)
    pdf.docinfo.Creator, pdf.docinfo.Producer = String(identity.creator), String(PRODUCER)
    pdf.docinfo.CreationDate = pdf.docinfo.ModDate = date
    metadata = pdf.make_stream(_xmp(identity, part).encode())
    metadata.Type, metadata.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = metadata


def _xmp(identity: Identity, part: int) -> str:
    template = (resources.files("reports") / "metadata.xml").read_text(encoding="utf-8")
    return template.format(
        title=escape(identity.title),
        author=escape(identity.author),
        language=escape(identity.language),
        date=identity.date.isoformat(timespec="seconds"),
        creator=escape(identity.creator),
        producer=escape(PRODUCER),
        part=part,
    )


def _pdf_date(moment: dt.datetime) -> str:
    """A date of ISO 32000-1, 7.9.4, with the offset of its time zone."""
    offset = moment.strftime("%z") or "+0000"
    return moment.strftime("D:%Y%m%d%H%M%S") + f"{offset[:3]}'{offset[3:5]}'"


def _set_colours(pdf: Pdf) -> None:
    """All colours are sRGB (ISO 19005-2, 6.2.3)."""
    profile = pdf.make_stream((resources.files("reports") / "srgb.icc").read_bytes())
    profile.N = 3
    name = String("sRGB IEC61966-2.1")
    intent = Dictionary(
        Type=Name.OutputIntent, S=Name.GTS_PDFA1, OutputConditionIdentifier=name, Info=name, DestOutputProfile=profile
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


def _clean_pages(pdf: Pdf) -> None:
    """Drop what ReportLab adds and an archive forbids: page transitions, links that don't print."""
    for page in pdf.pages:
        if "/Trans" in page.obj:
            del page.obj["/Trans"]
        for annotation in page.obj.get("/Annots", Array([])):
            annotation.F = _PRINTED


def _name_destinations(pdf: Pdf, anchors: Mapping[str, Place]) -> None:
    """A destination for each anchor, by name, so that a viewer can be sent to a field."""
    if not anchors:
        return
    pages = [page.obj for page in pdf.pages]
    names: list[Object] = []
    # A name tree is sorted by the bytes of its keys (ISO 32000-1, 7.9.6).
    for key, place in sorted((bytes(String(name)), place) for name, place in anchors.items()):
        target = Array([pages[place.page - 1], Name.XYZ, 0, place.top, 0])
        names += [String(key), Dictionary(D=target)]
    pdf.Root.Names = Dictionary(Dests=pdf.make_indirect(Dictionary(Names=Array(names))))


def _attach(pdf: Pdf, attachment: Attachment, date: dt.datetime) -> None:
    """Embed a file and tie it to the document (ISO 19005-3, 6.8)."""
    moment = String(_pdf_date(date))
    file = pdf.make_stream(attachment.content)
    file.Type, file.Subtype = Name.EmbeddedFile, Name("/" + attachment.media_type)
    # MD5 is what the format asks for here; it guards against damage, not against forgery.
    checksum = hashlib.md5(attachment.content, usedforsecurity=False).digest()
    file.Params = Dictionary(
        Size=len(attachment.content), CheckSum=String(checksum), CreationDate=moment, ModDate=moment
    )
    name = String(attachment.name)
    specification = pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=name,
            UF=name,
            Desc=String(attachment.description),
            AFRelationship=Name("/" + attachment.relationship),
            EF=Dictionary(F=file, UF=file),
        )
    )
    if "/Names" not in pdf.Root:
        pdf.Root.Names = Dictionary()
    pdf.Root.Names.EmbeddedFiles = Dictionary(Names=Array([name, specification]))
    pdf.Root.AF = Array([specification])


def _write_structure(pdf: Pdf, canvas: TaggedCanvas) -> None:
    """The tree of elements, and the way back to it from each page and link."""
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    writer = _TreeWriter(pdf, canvas)
    root.K = Array([writer.write(canvas.document, root)])
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=writer.parent_numbers()))
    root.ParentTreeNextKey = writer.next_key
    pdf.Root.StructTreeRoot = root


class _TreeWriter:
    """Writes elements depth first, collecting for each page which element each of its marks belongs to."""

    def __init__(self, pdf: Pdf, canvas: TaggedCanvas) -> None:
        self._pdf = pdf
        bound = [page.obj for page in pdf.pages]
        self._sheets = dict(zip(canvas.order(), bound, strict=True))
        self._marks: dict[int, dict[int, Object]] = {sheet: {} for sheet in self._sheets}
        self._links: list[tuple[int, Object]] = []
        self.next_key = len(bound)

    def write(self, element: Element, parent: Object) -> Object:
        """Write an element and all below it."""
        made = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name("/" + element.role), P=parent))
        self._describe(element, made)
        first = next((kid.page for kid in element.kids if isinstance(kid, Content)), None)
        if first is not None:
            made.Pg = self._sheets[first]
        made.K = Array([self._kid(kid, made, first) for kid in element.kids])
        return made

    def parent_numbers(self) -> Array:
        """The parent tree: first an array a page, then an element a link (ISO 32000-1, 14.7.4.4)."""
        numbers: list[int | Object] = []
        for key, (sheet, page) in enumerate(self._sheets.items()):
            page.StructParents = key
            page.Tabs = Name.S
            marks = self._marks[sheet]
            numbers += [key, self._pdf.make_indirect(Array([marks[number] for number in sorted(marks)]))]
        for key, element in self._links:
            numbers += [key, element]
        return Array(numbers)

    def _describe(self, element: Element, made: Object) -> None:
        if element.alternative:
            made.Alt = String(element.alternative)
        if element.expansion:
            made.E = String(element.expansion)
        if element.scope:
            made.A = Dictionary(O=Name.Table, Scope=Name("/" + element.scope))
        elif element.box:
            box = Array([round(number, 2) for number in element.box])
            made.A = Dictionary(O=Name.Layout, BBox=box, Placement=Name.Block)

    def _kid(self, kid: Element | Content | Link, parent: Object, first: int | None) -> Object | int:
        if isinstance(kid, Element):
            return self.write(kid, parent)
        if isinstance(kid, Link):
            return self._link(kid, parent)
        self._marks[kid.page][kid.mark] = parent
        if kid.page == first:
            return kid.mark
        return Dictionary(Type=Name.MCR, Pg=self._sheets[kid.page], MCID=kid.mark)

    def _link(self, link: Link, parent: Object) -> Object:
        page = self._sheets[link.page]
        annotation = page.Annots[link.annotation]
        annotation.StructParent = self.next_key
        self._links.append((self.next_key, parent))
        self.next_key += 1
        return Dictionary(Type=Name.OBJR, Obj=annotation, Pg=page)
