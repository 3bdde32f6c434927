"""HTML as Word puts it on the clipboard, made into what HTML means: list paragraphs into lists, deleted words gone."""

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
_TAG = re.compile(r"<[^>]*>")
_COUNTED = re.compile(r"\(?(?:\d+|[ivxlc]+|[a-z])[.)]", re.IGNORECASE)


def cleaned(html: str) -> str:
    """The same words; what is tracked as deleted is left out, and items of lists are items."""
    return _ITEMS.sub(lambda found: _lists(found[0]), _DELETED.sub("", html))


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
