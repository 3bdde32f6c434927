"""The styles of a Word file, from the same table of looks as print; headings, title and contents are Word's own.

Arial is what the official forms are written in, and what every word processor has or has the measures of.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reports.styles import equation_look, page, style_face, text_style
from reports.word.markup import part, put_all, twips, w

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element

_FACE = "Arial"
_LANGUAGE = "en-GB"
_WHERE_SYMBOLS_MEAN = 96.0
# Id in the file: name in Word, look in print.
_STYLES: Mapping[str, tuple[str, str]] = {
    "Title": ("Title", "cover_title"),
    "Subtitle": ("Subtitle", "cover_form"),
    **{f"Heading{level}": (f"heading {level}", f"heading_{level}") for level in (1, 2, 3, 4)},
    **{f"TOC{level}": (f"toc {level}", f"contents_{level}") for level in (1, 2, 3)},
    "TableofFigures": ("table of figures", "contents_2"),
    "TOCHeading": ("TOC Heading", "contents_title"),
    "ListHeading": ("List heading", "list_title"),
    "Caption": ("caption", "caption"),
    "Header": ("header", "furniture"),
    "Footer": ("footer", "furniture"),
    "Body": ("Body", "body"),
    "Note": ("Note", "note"),
    "Lead": ("Lead", "lead"),
    "Missing": ("Missing", "missing"),
    "Item": ("Item", "item"),
    "InnerHeading": ("Inner heading", "heading_inner"),
    "Label": ("Label", "label"),
    "Cell": ("Cell", "cell"),
    "CellItem": ("Cell item", "cell"),
    "CellNote": ("Cell note", "cell_note"),
    "CellMissing": ("Cell missing", "cell_missing"),
    "CellHead": ("Cell head", "cell_head"),
    "CellTotal": ("Cell total", "cell_total"),
    "CellLabel": ("Cell label", "cell_label"),
    "Equation": ("Equation", "body"),
    "Symbol": ("Symbol", "symbol"),
    "StepTitle": ("Step title", "step_title"),
    "Step": ("Step", "step"),
    "StepSource": ("Step source", "step_source"),
    "Figure": ("Figure", "body"),
    "FigureNote": ("Figure note", "figure_note"),
    "AfterTable": ("After table", "cell_note"),
}


def styles_part() -> bytes:
    """The styles of the file."""
    fonts = w("rFonts", ascii=_FACE, hAnsi=_FACE, cs=_FACE)
    language = w("lang", val=_LANGUAGE, eastAsia="zh-CN", bidi="ar-SA")
    defaults = w(
        "docDefaults",
        w("rPrDefault", w("rPr", fonts, w("sz", val=19), w("szCs", val=19), language)),
        w("pPrDefault", w("pPr")),
    )
    normal = w("style", w("name", val="Normal"), w("qFormat"), type="paragraph", default="1", styleId="Normal")
    table = w(
        "style", w("name", val="Normal Table"), w("uiPriority", val=99), w("semiHidden"),
        type="table", default="1", styleId="TableNormal",
    )  # fmt: skip
    return part(put_all(w("styles", defaults, normal, table), map(_style, _STYLES)))


def _style(style_id: str) -> Element:
    name, look_name = _STYLES[style_id]
    look = text_style(look_name)
    heading = style_id.startswith("Heading")
    spacing = {"before": twips(look.spaceBefore), "after": twips(look.spaceAfter)}
    is_flat = style_id not in ("Equation", "Step", "Figure", "Symbol")  # those are as high as what stands in them
    lines: dict[str, str | int] = {"line": twips(look.leading), "lineRule": "atLeast"} if is_flat else {}
    is_own = not (name[0].islower() or style_id in ("Title", "Subtitle", "TOCHeading"))
    paragraph_look = w(
        "pPr",
        w("keepNext") if look.keepWithNext else None,
        _tabs(style_id),
        w("spacing", **spacing, **lines),
        _indent(style_id, look.leftIndent),
        w("outlineLvl", val=int(style_id[-1]) - 1) if heading else None,
    )
    return w(
        "style",
        w("name", val=name),
        w("basedOn", val="Normal"),
        w("next", val="Body") if heading else None,
        w("qFormat"),
        paragraph_look,
        _letters(look_name),
        type="paragraph",
        styleId=style_id,
        **({"customStyle": 1} if is_own else {}),
    )


def _tabs(style_id: str) -> Element | None:
    if style_id.startswith(("TOC", "TableofFigures")) and style_id != "TOCHeading":
        return w("tabs", w("tab", val="right", leader="dot", pos=twips(page().measure)))
    if style_id == "Footer":
        return w("tabs", w("tab", val="right", pos=twips(page().measure)))
    return w("tabs", w("tab", val="left", pos=twips(_WHERE_SYMBOLS_MEAN))) if style_id == "Symbol" else None


def _indent(style_id: str, left: float) -> Element | None:
    if style_id == "Symbol":
        start = equation_look().indent
        return w("ind", left=twips(_WHERE_SYMBOLS_MEAN), hanging=twips(_WHERE_SYMBOLS_MEAN - start))
    return w("ind", left=twips(left)) if left else None


def _letters(look_name: str) -> Element:
    look, face = text_style(look_name), style_face(look_name)
    size = round(look.fontSize * 2)
    return w(
        "rPr",
        w("b") if face.startswith("bold") else None,
        w("i") if face.endswith("italic") else None,
        w("color", val=look.textColor.hexval()[2:].upper()),
        w("sz", val=size),
        w("szCs", val=size),
    )


def numbering_part(lists: Sequence[bool]) -> bytes:
    """Bullets and numbers; each list is an instance of its own, so that numbers begin again."""
    return part(
        put_all(w("numbering", _kind_of_list(0, is_ordered=False), _kind_of_list(1, is_ordered=True)), _lists(lists))
    )


def _kind_of_list(number: int, *, is_ordered: bool) -> Element:
    level = w(
        "lvl",
        w("start", val=1),
        w("numFmt", val="decimal" if is_ordered else "bullet"),
        w("lvlText", val="%1." if is_ordered else "•"),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=360, hanging=260)),
        ilvl=0,
    )
    return w("abstractNum", w("multiLevelType", val="singleLevel"), level, abstractNumId=number)


def _lists(lists: Sequence[bool]) -> Iterator[Element]:
    for number, is_ordered in enumerate(lists, 1):
        begin = w("lvlOverride", w("startOverride", val=1), ilvl=0) if is_ordered else None
        yield w("num", w("abstractNumId", val=int(is_ordered)), begin, numId=number)
