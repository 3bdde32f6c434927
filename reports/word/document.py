"""The whole Word file: a manuscript in, the bytes of a package out, the same for the same manuscript."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from forms.blocks import Changed, Run, TableBlock, text_run
from forms.manuscript import ContentsHere, Line, Manuscript, PageEnd, Piece, SectionHead
from reports.column_widths import needs_landscape
from reports.styles import page
from reports.word.elements import elements_of
from reports.word.fields import SEQUENCES, bookmark_of
from reports.word.fields import field as word_field
from reports.word.markup import element, named, part, put_all, twips, w, words
from reports.word.package import Part, package
from reports.word.paper import Paper, Reviser, Setting
from reports.word.styles import numbering_part, styles_part
from reports.word.text import paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from forms.blocks import Runs
    from forms.evidence import Attachment
    from reports.layout import Furniture

_CONTENTS = "contents"  # stands in the body until the headings are known
_DEEPEST_LISTED = 3
_FURNITURE = (
    ("headerReference", "default", "rIdHeader"),
    ("headerReference", "first", "rIdHeaderFirst"),
    ("footerReference", "default", "rIdFooter"),
    ("footerReference", "first", "rIdFooter"),
)


@dataclass(frozen=True)
class Identity:
    """Title, author and date of the file, and who is named as having made tracked changes."""

    title: str
    author: str
    date: dt.datetime
    language: str = "en-GB"


@dataclass(frozen=True)
class Sheet:
    """What stands on every page: header and footer as runs, and on the first page a note above (empty: none)."""

    header: Runs
    footer: Runs
    note: Runs = ()
    first: tuple[Runs, ...] = ()


def sheet_of(furniture: Furniture, *, is_draft: bool) -> Sheet:
    """Header and footer of a dossier in runs; a draft says so in the header of every page."""
    draft = (Run("DRAFT   ", frozenset({"bold"})),) if is_draft else ()
    header = " · ".join(words for words in (furniture.header_left, furniture.header_right) if words)
    footer = " · ".join(words for words in (furniture.footer_left, furniture.footer_version) if words)
    return Sheet((*draft, *text_run(header)), text_run(footer), text_run(furniture.footer_note))


def word_file(
    manuscript: Manuscript,
    sheet: Sheet,
    identity: Identity,
    files: Mapping[str, Attachment] | None = None,
    *,
    tracks_changes: bool = False,
) -> bytes:
    """The file. Changes that are marked in the manuscript are tracked; `tracks_changes` goes on doing so."""
    paper = Paper(Reviser(identity.author, identity.date))
    setting = Setting(paper, files or {})
    body = put_all(w("body"), _Setter(setting, bool(sheet.first)).body(manuscript))
    _fill_contents(body, paper)
    parts = [
        Part("word/document.xml", "document.main", "officeDocument", part(w("document", body))),
        Part("word/styles.xml", "styles", "styles", styles_part()),
        Part("word/settings.xml", "settings", "settings", _settings(tracks_changes=tracks_changes)),
        Part("word/numbering.xml", "numbering", "numbering", numbering_part(paper.lists)),
        Part("word/header.xml", "header", "header", _header((sheet.header,), setting)),
        Part("word/headerFirst.xml", "header", "header", _header((*sheet.first, sheet.header), setting)),
        Part("word/footer.xml", "footer", "footer", _footer(sheet, setting)),
    ]
    return package(parts, paper.pictures, identity.title, identity.author, identity.date, identity.language)


@dataclass
class _Setter:
    """Sets pieces one after another, and turns the page for wide tables with the headings that lead to them."""

    setting: Setting
    has_cover_note: bool
    lead: list[Piece] = field(default_factory=list)

    def body(self, manuscript: Manuscript) -> Iterator[Element]:
        """Elements of the body, the page of the last section at their end."""
        for piece in manuscript:
            if isinstance(piece, Line | SectionHead):
                self.lead.append(piece)
            else:
                yield from self._block(piece)
        yield from self._led()
        yield self._page(is_turned=False)

    def _block(self, piece: Piece) -> Iterator[Element]:
        block = piece.block if isinstance(piece, Changed) else piece
        if isinstance(block, TableBlock) and needs_landscape(block):
            yield self._section_end(is_turned=False)
            yield from self._led()
            yield from elements_of(piece, replace(self.setting, width=page().turned().measure))
            yield self._section_end(is_turned=True)
            return
        yield from self._led()
        if isinstance(piece, PageEnd):
            yield _new_page()
        elif isinstance(piece, ContentsHere):
            yield element(_CONTENTS)
        else:
            yield from elements_of(piece, self.setting)

    def _led(self) -> Iterator[Element]:
        lead, self.lead = self.lead, []
        for piece in lead:
            yield from elements_of(piece, self.setting)

    def _section_end(self, *, is_turned: bool) -> Element:
        """Ends a section of upright or turned pages."""
        return w("p", w("pPr", w("pStyle", val="AfterTable"), self._page(is_turned=is_turned)))

    def _page(self, *, is_turned: bool) -> Element:
        """The page of a section. Only the first, which has the cover, has a first page of its own."""
        is_first, self.has_cover_note = self.has_cover_note, False
        return put_all(_page(is_turned=is_turned), [w("titlePg")] if is_first else [])


# -- contents -------------------------------------------------------------------------------------------------------


def _fill_contents(body: Element, paper: Paper) -> None:
    """The contents and the lists of figures and tables, fields that Word can renew, in place of their mark."""
    for at, found in enumerate(list(body)):
        if found.tag == _CONTENTS:
            body[at : at + 1] = [*_contents(paper), _new_page()]


def _contents(paper: Paper) -> Iterator[Element]:
    heads = [(title, f"TOC{level}", anchor) for title, level, anchor in paper.heads if level <= _DEEPEST_LISTED]
    yield _title("Contents", "TOCHeading")
    yield from _listed(rf'TOC \o "1-{_DEEPEST_LISTED}" \h \z \u', heads)
    for kind, name in SEQUENCES.items():
        captions = [(title, "TableofFigures", bookmark_of(link)) for of, title, link in paper.captions if of == kind]
        if captions:
            yield _title(f"{name}s", "ListHeading")
            yield from _listed(rf'TOC \h \z \c "{name}"', captions)


def _title(words: str, style: str) -> Element:
    return w("p", w("pPr", w("pStyle", val=style)), _text(words))


def _listed(code: str, lines: Sequence[tuple[str, str, str]]) -> Iterator[Element]:
    """A list that Word can renew; each line has words, style and the bookmark that it leads to."""
    begin = [
        w("r", w("fldChar", fldCharType="begin", dirty="true")),
        w("r", words("w:instrText", f" {code} ")),
        w("r", w("fldChar", fldCharType="separate")),
    ]
    for number, (line, style, anchor) in enumerate(lines):
        made = w("p", w("pPr", w("pStyle", val=style)), *(begin if number == 0 else ()))
        page_number = word_field(rf"PAGEREF {anchor} \h", "")
        made.append(w("hyperlink", _text(line), w("r", w("tab")), *page_number, anchor=anchor))
        if number == len(lines) - 1:
            made.append(w("r", w("fldChar", fldCharType="end")))
        yield made


def _text(text: str) -> Element:
    return w("r", words("w:t", text))


def _new_page() -> Element:
    return w("p", w("pPr", w("pStyle", val="AfterTable")), w("r", w("br", type="page")))


# -- page -----------------------------------------------------------------------------------------------------------


def _page(*, is_turned: bool) -> Element:
    sheet = page().turned() if is_turned else page()
    made = w("sectPr")
    for name, kind, relationship in _FURNITURE:
        reference = w(name, type=kind)
        reference.set(named("r:id"), relationship)
        made.append(reference)
    turned = {"orient": "landscape"} if is_turned else {}
    made.append(w("pgSz", w=twips(sheet.width), h=twips(sheet.height), **turned))
    margins = {name: twips(getattr(sheet, name)) for name in ("top", "right", "bottom", "left")}
    made.append(w("pgMar", **margins, header=twips(sheet.header - 8), footer=twips(sheet.footer - 18), gutter=0))
    return made


def _header(lines: Sequence[Runs], setting: Setting) -> bytes:
    return part(w("hdr", *(paragraph(runs, "Header", setting) for runs in lines)))


def _footer(sheet: Sheet, setting: Setting) -> bytes:
    """Title and version, page x of y at the right, below the words that the template asks for."""
    made = paragraph(sheet.footer, "Footer", setting)
    number, pages = word_field("PAGE", "1"), word_field("NUMPAGES", "1")
    made.extend([w("r", w("tab")), _text("Page "), *number, _text(" of "), *pages])
    return part(w("ftr", made, *([paragraph(sheet.note, "Footer", setting)] if sheet.note else [])))


def _settings(*, tracks_changes: bool) -> bytes:
    compatible = w("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val="15")
    tracking = w("trackRevisions") if tracks_changes else None
    return part(w("settings", tracking, w("compat", compatible), w("themeFontLang", val="en-GB")))
