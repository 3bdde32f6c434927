"""Comparisons and merges as plain data for scripts and as lines for the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from forms.comparison import AnswerDifference, TableDifference
from forms.exchange import answer_to_data
from forms.passages import compare_texts, marked
from forms.quantities import decimal_text, format_number
from forms.results import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from forms.answers import Answer
    from forms.causes import CalculatedDifference, Cause, FigureDifference
    from forms.comparison import AttachmentDifference, Comparison, Difference, DocumentDifference, RowDifference
    from forms.evidence import Attachment
    from forms.merge import Conflict
    from forms.passages import Passages

Data = dict[str, Any]
_NOTHING = "(nothing)"
_MOST_CAUSES = 4
_LONGEST = 200


# -- data ---------------------------------------------------------------------------------------------------


def comparison_data(comparison: Comparison) -> Data:
    """The whole comparison; numbers as decimal strings, `null` for what is not there."""
    return {
        "differs": not comparison.is_empty,
        "documents": [_document_data(document) for document in comparison.documents],
        "attachments": [_attachment_data(found) for found in comparison.attachments],
        "figures": [_figure_data(figure) for figure in comparison.figures],
        "calculated": [_calculated_data(found) for found in comparison.calculated],
    }


def _document_data(document: DocumentDifference) -> Data:
    return {
        "document": document.document,
        "title": document.title,
        "form_before": _head(document.heads[0]),
        "form_after": _head(document.heads[1]),
        "differences": [_difference_data(found) for found in document.differences],
    }


def _head(head: tuple[str, str] | None) -> str | None:
    return ":".join(head) if head else None


def _difference_data(found: Difference) -> Data:
    if isinstance(found, AnswerDifference):
        return {"kind": "answer", **_answer_data(found)}
    return {
        "kind": "table",
        "path": found.path,
        "label": found.label,
        "rows": [_row_data(row) for row in found.rows],
        "own": _answer_data(found.own) if found.own else None,
    }


def _answer_data(found: AnswerDifference) -> Data:
    data: Data = {
        "path": found.path,
        "label": found.label,
        "before": _stored(found.before),
        "after": _stored(found.after),
        "before_text": found.before_text,
        "after_text": found.after_text,
    }
    return data | (_passages_data(found.passages) if found.passages else {})


def _stored(answer: Answer | None) -> Data | None:
    return answer_to_data(answer) if answer else None


def _passages_data(passages: Passages) -> Data:
    return {"words": [list(stretch) for stretch in passages.stretches], "structure": list(passages.structure)}


def _row_data(row: RowDifference) -> Data:
    return {
        "row": row.key,
        "name": row.name,
        "change": row.change,
        "moved": row.is_moved,
        "position_before": row.before,
        "position_after": row.after,
        "cells": [_answer_data(cell) for cell in row.cells],
    }


def _attachment_data(found: AttachmentDifference) -> Data:
    return {
        "sha256": found.sha256,
        "change": _what_became(found),
        "before": _carried(found.before),
        "after": _carried(found.after),
    }


def _carried(attachment: Attachment | None) -> Data | None:
    if attachment is None:
        return None
    return {"name": attachment.name, "media_type": attachment.media_type, "size": attachment.size}


def _what_became(found: AttachmentDifference) -> str:
    if found.before is None:
        return "added"
    return "removed" if found.after is None else "renamed"


def _figure_data(figure: FigureDifference) -> Data:
    return {
        "methodology": figure.methodology,
        "applied": figure.applied,
        "column": figure.column,
        "symbol": figure.name,
        "changes": [
            {"period": change.period, "before": decimal_text(change.before), "after": decimal_text(change.after)}
            for change in figure.changes
        ],
        "causes": [_cause_data(cause) for cause in figure.causes],
    }


def _calculated_data(found: CalculatedDifference) -> Data:
    return {
        "document": found.document,
        "path": found.path,
        "label": found.label,
        "before_text": found.before,
        "after_text": found.after,
        "causes": [_cause_data(cause) for cause in found.causes],
    }


def _cause_data(cause: Cause) -> Data:
    return {
        "kind": cause.kind,
        "name": cause.name,
        "before_text": cause.before,
        "after_text": cause.after,
        "document": cause.document,
        "path": cause.path,
    }


# -- lines ------------------------------------------------------------------------------------------------------


def comparison_lines(comparison: Comparison) -> Iterator[str]:
    """The comparison for the terminal; the last line sums it up."""
    for document in comparison.documents:
        yield from _document_lines(document)
    if comparison.attachments:
        yield "Attachments"
        yield from (f"  {_attachment_line(found)}" for found in comparison.attachments)
    if comparison.figures or comparison.calculated:
        yield "Calculated"
        for figure in comparison.figures:
            yield from (f"  {line}" for line in _figure_lines(figure))
        yield from (f"  {_calculated_line(found)}" for found in comparison.calculated)
    yield summary(comparison)


def _document_lines(document: DocumentDifference) -> Iterator[str]:
    yield f"{document.title} ({document.document})"
    before, after = (_head(head) for head in document.heads)
    if before != after:
        yield f"  form: {before or _NOTHING} → {after or _NOTHING}"
    for found in document.differences:
        yield f"  {found.path}  {found.label if found.label != found.path else ''}".rstrip()
        if isinstance(found, TableDifference):
            yield from (f"    {line}" for line in _table_lines(found))
        else:
            yield from (f"    {line}" for line in _answer_lines(found))


def _answer_lines(found: AnswerDifference) -> Iterator[str]:
    passages = found.passages
    if passages is None or not (found.before_text and found.after_text) or _is_blank(found):
        yield f"{_short(found.before_text)} → {_short(found.after_text)}"
        return
    if any(fate != "kept" for fate, _ in passages.stretches):
        yield marked(passages)
    yield from passages.structure
    if passages.is_same:
        yield f"{_ending(found.before_text)} → {_ending(found.after_text)}"


def _is_blank(found: AnswerDifference) -> bool:
    return any(answer is not None and answer.is_blank_on_purpose for answer in (found.before, found.after))


def _short(text: str) -> str:
    line = text.replace("\n", " ¶ ")
    return (line if len(line) <= _LONGEST else f"{line[:_LONGEST]}… ({len(line):,} characters)") or _NOTHING


def _ending(text: str) -> str:
    """Of a long text of which only the origin differs, that origin."""
    return text if len(text) <= _LONGEST else f"…{text[-_LONGEST // 2 :]}"


def _table_lines(found: TableDifference) -> Iterator[str]:
    if found.own:
        yield from _answer_lines(found.own)
    for row in found.rows:
        sign = {"added": "+", "removed": "-", "kept": "~"}[row.change]
        moved = f" (moved from {row.before} to {row.after})" if row.is_moved else ""
        yield f"{sign} {row.name}{moved}"
        for cell in row.cells:
            first, *more = _cell_lines(cell, row)
            yield f"    {cell.label}: {first}"
            yield from (f"      {line}" for line in more)


def _cell_lines(cell: AnswerDifference, row: RowDifference) -> Sequence[str]:
    if row.change == "added":
        return (_short(cell.after_text),)
    return (_short(cell.before_text),) if row.change == "removed" else tuple(_answer_lines(cell))


def _attachment_line(found: AttachmentDifference) -> str:
    if found.before and found.after:
        return f"~ {found.before.name} → {found.after.name}"
    carried = found.after or found.before
    sign = "+" if found.after else "-"
    return f"{sign} {carried.name} ({carried.size:,} bytes)" if carried else sign


def _figure_lines(figure: FigureDifference) -> Iterator[str]:
    where = f" ({figure.applied})" if figure.applied else ""
    what = f"{figure.name} {spans([change.period for change in figure.changes])}".strip() + where
    yield f"{_causes_text(figure.causes)}, so {what} changed:"
    alike: dict[str, list[str]] = {}
    for change in figure.changes:
        alike.setdefault(f"{amount(change.before)} → {amount(change.after)} tCO2e", []).append(change.period)
    for text, periods in alike.items():
        yield f"  {spans(periods)}: {text}" if any(periods) else f"  {text}"


def _calculated_line(found: CalculatedDifference) -> str:
    return f"{found.path}  {found.label}: {_short(found.before)} → {_short(found.after)}"


def _causes_text(causes: Sequence[Cause]) -> str:
    if not causes:
        return "Nothing that was answered explains it"
    shown = [f"{cause.name} ({_short(cause.before)} → {_short(cause.after)})" for cause in causes[:_MOST_CAUSES]]
    more = len(causes) - len(shown)
    return f"{', '.join(shown)}{f' and {more} more' if more else ''} changed"


def amount(value: Decimal | None) -> str:
    """Tonnes to at most two decimals."""
    return "(none)" if value is None else format_number(round(value, 2).normalize())


def spans(periods: Sequence[str]) -> str:
    """Labels of periods, years that follow one another as `2014–2020`."""
    groups: list[list[str]] = []
    for period in periods:
        follows = (
            groups and period.isdecimal() and groups[-1][-1].isdecimal() and int(period) == int(groups[-1][-1]) + 1
        )
        if follows:
            groups[-1].append(period)
        else:
            groups.append([period])
    return ", ".join(group[0] if len(group) == 1 else f"{group[0]}–{group[-1]}" for group in groups)


def summary(comparison: Comparison) -> str:
    """How much differs, in one sentence."""
    if comparison.is_empty:
        return "No differences."
    columns = {(figure.methodology, figure.column) for figure in comparison.figures if figure.column in COLUMNS}
    counts = (
        (len(comparison.places), "answer"),
        (len(comparison.attachments), "attachment"),
        (len(columns), "column of results", "columns of results"),
        (len(comparison.calculated), "calculated field"),
    )
    parts = [
        f"{count} {name if count == 1 else (plural or [f'{name}s'])[0]}" for count, name, *plural in counts if count
    ]
    verb = "differs" if sum(count for count, *_ in counts) == 1 else "differ"
    return f"{_and(parts) or 'The forms'} {verb}."


def _and(parts: Sequence[str]) -> str:
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else "".join(parts)


# -- merges -------------------------------------------------------------------------------------------------------


def conflict_lines(conflict: Conflict) -> Iterator[str]:
    """A conflict with its three answers and what to do."""
    yield f"{conflict.document} {conflict.path}  {conflict.label}".rstrip()
    yield f"  base:   {_short(conflict.base)}"
    for name, text in (("mine", conflict.mine), ("theirs", conflict.theirs)):
        yield f"  {name + ':':<8}{_since(conflict.base, text)}"
    yield f"  {conflict.remedy}"


def _since(base: str, text: str) -> str:
    """An answer; of a long one only what differs from the base."""
    return _short(text) if len(text) <= _LONGEST else marked(compare_texts(base, text))
