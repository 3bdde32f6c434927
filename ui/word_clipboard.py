"""HTML as Word puts it on the clipboard, made into what HTML means: list paragraphs into lists, deleted words gone.

Narratives have lists of one level: lists in lists, which LibreOffice writes, become one as those of Word do.
"""

from __future__ import annotations

import re
from html import unescape
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_ALL = re.DOTALL | re.IGNORECASE
_DELETED = re.compile(r"<del\b.*?</del>", _ALL)
# Word writes an item as a paragraph whose style names its list; bullet or number stand in a part for others to show.
_ITEM = re.compile(r"<p\b[^>]*mso-list:\s*l\d+ level\d+[^>]*>(?P<words>.*?)</p>\s*", _ALL)
_ITEMS = re.compile(rf"(?:{_ITEM.pattern.replace('?P<words>', '?:')})+", _ALL)
_MARK = re.compile(r"<!(?:--)?\[if !supportLists\](?:--)?>(?P<mark>.*?)<!(?:--)?\[endif\](?:--)?>", _ALL)
_LIST = re.compile(r"(?<!\s)\s*<(?P<end>/?)(?P<kind>ol|ul)\b[^>]*>\s*", re.IGNORECASE)
_ITEM_END = re.compile(r"(?<!\s)\s*</li>\s*", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_COUNTED = re.compile(r"\(?(?:\d+|[ivxlc]+|[a-z])[.)]", re.IGNORECASE)


def cleaned(html: str) -> str:
    """The same words; what is tracked as deleted is left out, and items of lists are items."""
    return _ITEMS.sub(lambda found: _lists(found[0]), _of_one_level(_DELETED.sub("", html)))


def _of_one_level(html: str) -> str:
    """Lists in a list of their kind become a part of it, so that it counts on behind them; others stay their own."""
    tags = [found["end"] for found in _LIST.finditer(html)]
    if tags.count("/") * 2 != len(tags):
        return html
    open_: list[str] = []

    def joined(found: re.Match[str]) -> str:
        kind = found["kind"].lower()
        if found["end"] and open_:
            open_.pop()
        is_inner = bool(open_) and open_[0] == kind
        if not found["end"]:
            open_.append(kind)
        return "" if is_inner else found[0]

    return _LIST.sub(joined, _ITEM_END.sub("</li>", html))


def _lists(paragraphs: str) -> str:
    """Items that follow each other, as numbered lists and lists with bullets; their levels become one."""
    items = [_item(found["words"]) for found in _ITEM.finditer(paragraphs)]
    kinds = groupby(items, key=lambda item: item[0])
    return "".join(_list("ol" if is_counted else "ul", (words for _, words in group)) for is_counted, group in kinds)


def _item(words: str) -> tuple[bool, str]:
    """Whether it is counted, and its words without bullet or number."""
    found = _MARK.search(words)
    mark = unescape(_TAG.sub("", found["mark"])).strip() if found else ""
    return bool(_COUNTED.match(mark)), _MARK.sub("", words, count=1)


def _list(kind: str, items: Iterable[str]) -> str:
    return f"<{kind}>{''.join(f'<li>{words}</li>' for words in items)}</{kind}>"
