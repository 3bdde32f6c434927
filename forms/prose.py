"""Narratives: small Markdown in, blocks inside, JSON in the file.

Blocks are stored, not Markdown: what a word processor pastes and what the editor shows is kept as it is.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.subscript import sub_plugin
from mdit_py_plugins.superscript import superscript_plugin

from forms.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Figure,
    Heading,
    ListBlock,
    Mark,
    Paragraph,
    Run,
    Runs,
    TableBlock,
)
from forms.errors import UserError
from forms.said import said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from markdown_it.rules_inline import StateInline

Prose = tuple[Block, ...]

_LINK = re.compile(r"\{\{((?:figure|fact|section|evidence|picture|table|note):[^{}\n]{1,2000})\}\}")
# A paragraph of these words stands for a picture, or is the caption of the table below it.
_PICTURE = re.compile(r'!\[([^\[\]]*)\]\(evidence:([^\s()"]{1,200})(?: "([^"]*)")?\)')
_CAPTION = re.compile(r"Table: (.{1,1000}?)(?: \{#([\w.-]{1,60})\})?")
_MARKS: dict[str, Mark] = {"strong": "bold", "em": "italic", "sub": "sub", "sup": "sup"}


def parse_markdown(text: str) -> Prose:
    """Read the small Markdown of samples and of pasted text; anything else stays literal text.

    Pictures are `![caption](evidence:KEY "alternative text")`; `Table: caption {#name}` stands above a table.
    """
    root = SyntaxTreeNode(_markdown().parse(text))
    return tuple(_captioned(block for node in root.children for block in _blocks(node)))


def is_link(link: str) -> bool:
    """Whether a narrative can hold this link."""
    return _LINK.fullmatch(f"{{{{{link}}}}}") is not None


def plain_text(prose: Sequence[Block]) -> str:
    """The words alone, a line each paragraph, item and row; for search, checks and counts."""
    return "\n".join(line for block in prose for line in _lines(block))


def to_json(prose: Sequence[Block]) -> list[dict[str, Any]]:
    """JSON-ready form; the reverse of `from_json`.

    Raises:
        UserError: a block that a narrative cannot hold.
    """
    return [_block_to_json(block) for block in prose]


def from_json(data: object) -> Prose:
    """Blocks from their JSON form.

    Raises:
        UserError: not a list of blocks that we know.
    """
    if not isinstance(data, list):
        raise _not_prose(data)
    return tuple(_block_from_json(item) for item in data)


@cache
def _markdown() -> MarkdownIt:
    engine = MarkdownIt("commonmark", {"html": False}).disable(
        ["html_block", "html_inline", "image", "link", "autolink"]
    )
    engine.inline.ruler.before("emphasis", "times", _times)
    return engine.enable("table").use(sub_plugin).use(superscript_plugin)


def _times(state: StateInline, silent: bool) -> bool:
    """Take a star between figures, as in 0.29*18,000*156.4, for a sign of multiplication and not for italics."""
    before, star, after = state.src[state.pos - 1 : state.pos], state.src[state.pos], state.src[state.pos + 1 :][:1]
    is_sign = star == "*" and (before.isdigit() or before in {")", "%"}) and (after.isdigit() or after == "(")
    if is_sign:
        state.pending += "" if silent else star
        state.pos += 1
    return is_sign


def _blocks(node: SyntaxTreeNode) -> Iterator[Block]:
    match node.type:
        case "paragraph":
            yield Paragraph(_runs(node))
        case "heading":
            yield Heading(min(3, max(1, int(node.tag[1]) - 2)), _runs(node))
        case "bullet_list" | "ordered_list":
            yield ListBlock(node.type == "ordered_list", tuple(_item_runs(item) for item in node.children))
        case "table":
            yield _table(node)
        case "blockquote":
            for child in node.children:
                yield from _blocks(child)
        case "fence" | "code_block":
            yield Paragraph((Run(node.content.rstrip()),))
        case _:
            return


def _captioned(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks with paragraphs that stand for pictures and captions in their place."""
    caption: Paragraph | None = None
    for block in blocks:
        if isinstance(block, TableBlock) and caption and (found := _CAPTION.fullmatch(_text(caption.runs))):
            yield replace(
                block, caption=found[1], name=found[2] or re.sub(r"\W+", "-", found[1].lower())[:60].strip("-")
            )
            caption = None
            continue
        if caption:
            yield caption
        is_caption = isinstance(block, Paragraph) and bool(_CAPTION.fullmatch(_text(block.runs)))
        caption = block if is_caption and isinstance(block, Paragraph) else None
        if not caption:
            yield _pictured(block)
    if caption:
        yield caption


def _pictured(block: Block) -> Block:
    found = _PICTURE.fullmatch(_text(block.runs)) if isinstance(block, Paragraph) else None
    return Figure(found[2], found[1], found[3] or "") if found else block


def _item_runs(item: SyntaxTreeNode) -> Runs:
    parts = [_runs(child) for child in item.children if child.type == "paragraph"]
    return tuple(run for part in parts for run in part)


def _runs(node: SyntaxTreeNode) -> Runs:
    inline = node.children[0] if node.children else None
    if inline is None:
        return ()
    return _merged(_inline_runs(inline.children, frozenset()))


def _inline_runs(nodes: Sequence[SyntaxTreeNode], marks: frozenset[Mark]) -> Iterator[Run]:
    for node in nodes:
        if node.type in {"softbreak", "hardbreak"}:
            yield Run(" ", marks)
        elif node.type in _MARKS:
            yield from _inline_runs(node.children, marks | {_MARKS[node.type]})
        elif node.children:
            yield from _inline_runs(node.children, marks)
        else:
            yield from _with_links(_content(node), marks)


def _with_links(words: str, marks: frozenset[Mark]) -> Iterator[Run]:
    """Words in which `{{figure:total}}` is a run that shows something live."""
    for position, part in enumerate(_LINK.split(words)):
        yield Run("", marks, part) if position % 2 else Run(part, marks)


def _content(node: SyntaxTreeNode) -> str:
    token = node.token
    return token.content if isinstance(token, Token) else ""


def _merged(runs: Iterator[Run]) -> Runs:
    merged: list[Run] = []
    for run in runs:
        if merged and merged[-1].marks == run.marks and not (merged[-1].link or run.link):
            merged[-1] = Run(merged[-1].text + run.text, run.marks)
        elif run.text or run.link:
            merged.append(run)
    return tuple(merged)


def _table(node: SyntaxTreeNode) -> TableBlock:
    rows = [row for part in node.children for row in part.children]
    head, *body = [[_runs(cell) for cell in row.children] for row in rows]
    aligns = [_align(cell) for cell in rows[0].children]
    columns = tuple(Column("".join(run.text for run in runs), align) for runs, align in zip(head, aligns, strict=True))
    return TableBlock(columns, tuple(tuple(Cell(runs) for runs in row) for row in body))


def _align(cell: SyntaxTreeNode) -> Align:
    style = str(cell.attrs.get("style", ""))
    return "right" if "right" in style else "center" if "center" in style else "left"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(runs=runs) | Heading(runs=runs):
            yield _text(runs)
        case ListBlock(items=items):
            yield from (_text(item) for item in items)
        case TableBlock(columns=columns, rows=rows, caption=caption):
            if caption:
                yield caption
            yield "\t".join(column.label for column in columns)
            yield from ("\t".join(cell.text for cell in row) for row in rows)
        case Figure(caption=caption):
            yield caption
        case _:
            return


def _text(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def _runs_to_json(runs: Runs) -> list[Any]:
    return [_run_to_json(run) for run in runs]


def _run_to_json(run: Run) -> str | list[str] | dict[str, object]:
    if run.link:
        return {"text": run.text, "marks": sorted(run.marks), "link": run.link}
    return [run.text, *sorted(run.marks)] if run.marks else run.text


def _runs_from_json(data: object) -> Runs:
    if not isinstance(data, list):
        raise _not_prose(data)
    return tuple(_run_from_json(item) for item in data)


def _run_from_json(item: object) -> Run:
    if isinstance(item, str):
        return Run(item)
    if isinstance(item, dict) and item.keys() == {"text", "marks", "link"} and isinstance(item["marks"], list):
        plain = _run_from_json([item["text"], *item["marks"]])
        if isinstance(item["link"], str) and is_link(item["link"]):
            return Run(plain.text, plain.marks, item["link"])
    if isinstance(item, list) and item and all(isinstance(part, str) for part in item):
        text, *marks = item
        if set(marks) <= set(_MARKS.values()):
            return Run(text, frozenset(marks))
    raise _not_prose(item)


def _block_to_json(block: Block) -> dict[str, Any]:
    match block:
        case Paragraph(runs=runs):
            return {"paragraph": _runs_to_json(runs)}
        case Heading(level=level, runs=runs):
            return {"heading": _runs_to_json(runs), "level": level}
        case ListBlock(ordered=ordered, items=items):
            return {"list": [_runs_to_json(item) for item in items], "ordered": ordered}
        case TableBlock(columns=columns, rows=rows, caption=caption, name=name):
            titled = {key: words for key, words in (("caption", caption), ("name", name)) if words}
            return {
                "table": [[_runs_to_json(cell.runs) for cell in row] for row in rows],
                "columns": [[column.label, column.align] for column in columns],
                **titled,
            }
        case Figure(evidence=evidence, caption=caption, alternative_text=alternative_text):
            return {"figure": evidence, "caption": caption, "alternative_text": alternative_text}
        case _:
            msg = said("A narrative cannot hold a {name}.", name=type(block).__name__)
            raise UserError(msg)


def _block_from_json(item: object) -> Block:
    if not isinstance(item, dict):
        raise _not_prose(item)
    if "paragraph" in item:
        return Paragraph(_runs_from_json(item["paragraph"]))
    if "heading" in item:
        level = item.get("level")
        return Heading(level if level in {1, 2, 3} else 1, _runs_from_json(item["heading"]))
    if isinstance(item.get("list"), list):
        return ListBlock(item.get("ordered") is True, tuple(_runs_from_json(entry) for entry in item["list"]))
    if isinstance(item.get("table"), list) and isinstance(item.get("columns"), list):
        return _table_from_json(item)
    if isinstance(item.get("figure"), str):
        return Figure(item["figure"], str(item.get("caption", "")), str(item.get("alternative_text", "")))
    raise _not_prose(item)


def _table_from_json(item: dict[str, Any]) -> TableBlock:
    columns = tuple(_column_from_json(column) for column in item["columns"])
    rows = item["table"]
    if not all(isinstance(row, list) and len(row) == len(columns) for row in rows):
        raise _not_prose(rows)
    cells = tuple(tuple(Cell(_runs_from_json(entry)) for entry in row) for row in rows)
    return TableBlock(columns, cells, caption=str(item.get("caption", "")), name=str(item.get("name", "")))


def _column_from_json(data: object) -> Column:
    match data:
        case [str(label), ("left" | "right" | "center") as align]:
            return Column(label, align)
        case _:
            raise _not_prose(data)


def _not_prose(data: object) -> UserError:
    return UserError(
        said("This is not a narrative: {data!r}.", data=str(data)[:60]),
        said("Expected a list of paragraph, heading, list, table or figure."),
        3,
    )
