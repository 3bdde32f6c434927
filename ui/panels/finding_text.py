"""A finding as it reads: what is asked, by whom, about which words, and every round of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forms.blocks import Block, Heading, Paragraph, Run, text_run
from ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.review import Finding, Round


@dataclass(frozen=True)
class FindingRow:
    """A finding as listed: where it stands in words, and what became of its place since (empty: found as it was).

    `is_here` says that it is about the field in focus, `evidence` names what each of its rounds cites.
    """

    finding: Finding
    where: str
    anchor_words: str
    is_here: bool
    is_overdue: bool
    evidence: dict[str, str]


def finding_blocks(row: FindingRow, status: str) -> Iterator[Block]:
    """A finding as it reads, with its rounds; `status` in words."""
    found = row.finding
    yield Heading(3, text_run(f"{found.name} · {status}"))
    yield Paragraph(text_run(" · ".join(filter(None, (row.where, row.anchor_words)))), "note")
    if found.anchor.quote:
        yield Paragraph((Run(f"“{found.anchor.quote}”", frozenset({"italic"})),))
    yield from (Paragraph(text_run(line)) for line in found.text.splitlines() if line.strip())
    if found.requirement:
        yield Paragraph(text_run(tr("Requirement: {words}").format(words=found.requirement)), "note")
    on = f"{found.raised_on:%d/%m/%Y}" if found.raised_on else ""
    yield Paragraph(text_run(" · ".join(filter(None, (tr("raised"), found.raised_by, on)))), "note")
    for said in found.rounds:
        yield from _round(said, row)


def _round(said: Round, row: FindingRow) -> Iterator[Block]:
    name = tr("Response {n}") if said.role == "response" else tr("Assessment {n}")
    closing = tr("finding closed") if said.is_closing else ""
    yield Heading(3, text_run(" · ".join(filter(None, (name.format(n=said.number), closing)))))
    yield from (Paragraph(text_run(line)) for line in said.text.splitlines() if line.strip())
    cited = row.evidence.get(said.evidence, said.evidence)
    if cited:
        yield Paragraph(text_run(tr("Evidence: {name}").format(name=cited)), "note")
    if said.changes:
        since = tr("Changed since revision {n}:").format(n=said.revision)
        yield Paragraph((Run(since, frozenset({"bold"})),))
        yield from (Paragraph(text_run(line)) for line in said.changes.splitlines() if line.strip())
    on = f"{said.on:%d/%m/%Y}" if said.on else ""
    yield Paragraph(text_run(" · ".join(filter(None, (said.by, on)))), "note")
