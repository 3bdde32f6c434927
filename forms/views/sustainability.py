"""What a host authority judges: criteria with claims and decision, checklists of documents and statements."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from forms.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    ListBlock,
    Paragraph,
    Run,
    TableBlock,
    cell,
    text_run,
)
from forms.days import day_text
from forms.facts import letters, text
from forms.fieldpath import cell_path
from forms.host_countries import assess, signed
from forms.sustainability import claims, host_documents, letter_statements, packs
from forms.views.registry import content

if TYPE_CHECKING:
    from forms.document import Reader
    from forms.facts import Letter, Party
    from forms.host_countries import AskedDocument, Assessment, Criterion, HostCountry, Statement
    from forms.sustainability import Claim, HostDocument

_DIRECTIONS = {"improves": "improves", "unchanged": "stays as it is", "worsens": "gets worse"}
_STANDINGS = {"enclosed": "Enclosed", "pending": "Pending", "not_applicable": "Not applicable"}
_DOCUMENT_HEADS = (("Document", 3), ("Standing", 1.3), ("Evidence", 2), ("Date", 1.4), ("Remark", 2))
_DOUBTS = {
    "partial": "Part of these rules could not be read at the authority: confirm them before you apply.",
    "unverified": "These rules could not be read at the authority: confirm them before you apply.",
}


def headed(read: Reader) -> Iterator[tuple[Party, HostCountry, tuple[Block, ...]]]:
    """Each host with its pack, and the heading that tells several hosts apart."""
    found = packs(read)
    for party, pack in found:
        yield party, pack, (Heading(1, text_run(party.name)),) if len(found) > 1 else ()


def doubt(pack: HostCountry) -> Iterator[Block]:
    """The note that a pack which could not be read in full asks for."""
    if pack.evidence in _DOUBTS:
        yield Paragraph(text_run(_DOUBTS[pack.evidence]), style="note")


# -- criteria --------------------------------------------------------------------------------------------------------


@content("host_criteria")
def _criteria(read: Reader) -> Iterator[Block]:
    """Criteria of the host country with claims, scores, sums and decision."""
    for party, pack, heading in headed(read):
        made = assess(pack, claims(read, party))
        yield from heading
        yield _criteria_table(made, claims(read, party))
        yield from _beyond(pack, claims(read, party))
        yield Paragraph(text_run(f"Decision rule: {pack.decision.help} {made.verdict.words}"))
        yield from doubt(pack)


def _criteria_table(made: Assessment, own: tuple[Claim, ...]) -> TableBlock:
    has_scores = made.pack.scale.kind != "direction"
    columns = (
        Column("Criterion", width=2),
        Column("Effect", width=1.3),
        *((Column("Score", "right", 0.8),) if has_scores else ()),
        Column("Indicator: before, target", width=3),
        Column("Monitoring", width=2),
    )
    rows = tuple(
        _criterion_row(made, item, next((claim for claim in own if claim.criterion == item.id), None), has_scores)
        for item in made.pack.criteria
    )
    totals = tuple(_total_rows(made, len(columns))) if made.pack.scale.kind == "steps" else ()
    return TableBlock(columns, rows, totals, row_headers=True, empty="The pack lists no criteria.")


def _criterion_row(made: Assessment, criterion: Criterion, claim: Claim | None, has_scores: bool) -> tuple[Cell, ...]:
    title = _titled(f"{made.pack.dimension(criterion.dimension)}: {criterion.title}", criterion.own_title)
    if claim is None:
        return (title, cell("not answered yet"), *((cell("–"),) if has_scores else ()), cell("–"), cell("–"))
    score = made.scores.get(criterion.id)
    shown = claim.score if made.pack.scale.kind == "yes_no" or score is None else signed(score)
    return (
        title,
        cell(_DIRECTIONS.get(claim.direction, "–")),
        *((cell(shown or "–"),) if has_scores else ()),
        cell(_measured(claim)),
        cell(claim.monitoring or "–"),
    )


def _titled(title: str, own: str) -> Cell:
    """A title above what the authority calls it in its own language."""
    return Cell((Run(title), *((Run(f"\n{own}", frozenset({"italic"})),) if own else ())))


def _measured(claim: Claim) -> str:
    values = ", ".join(part for part in (claim.baseline, claim.target) if part)
    return ": ".join(part for part in (claim.indicator, values) if part) or "–"


def _total_rows(made: Assessment, width: int) -> Iterator[tuple[Cell, ...]]:
    sums = [(made.pack.dimension(name), value) for name, value in made.totals.items()]
    if made.total is not None:
        sums.append(("Total", made.total))
    for name, value in sums:
        yield (cell(name), cell(""), cell(signed(value)), *(cell("") for _ in range(width - 3)))


def _beyond(pack: HostCountry, own: tuple[Claim, ...]) -> Iterator[Block]:
    """Claims that no criterion of the pack covers."""
    further = [claim for claim in own if pack.criterion(claim.criterion) is None and claim.indicator]
    if further:
        yield Paragraph(text_run("Beyond the criteria:"), style="lead")
        yield ListBlock(False, tuple(text_run(_measured(claim)) for claim in further))


# -- checklists -----------------------------------------------------------------------------------------------------


@content("host_documents")
def _documents(read: Reader) -> Iterator[Block]:
    """Documents that the host country asks for, each with its standing; then further ones."""
    for party, pack, heading in headed(read):
        listed = {item.code: item for item in host_documents(read, party)}
        asked = {item.id: item for item in pack.documents_for(text(read, "P.mechanism"))}
        codes = (*asked, *(code for code in listed if code not in asked))
        yield from heading
        yield TableBlock(
            tuple(Column(label, width=width) for label, width in _DOCUMENT_HEADS),
            tuple(_document_row(read, code, asked.get(code), listed.get(code)) for code in codes),
            row_headers=True,
            empty="The authority asks for no documents.",
        )


def _document_row(
    read: Reader, code: str, asked: AskedDocument | None, standing: HostDocument | None
) -> tuple[Cell, ...]:
    words = f"{asked.title} ({asked.when})" if asked and asked.when else asked.title if asked else code
    title = _titled(words, asked.own_title if asked else "")
    if standing is None:
        return (title, cell("not answered yet"), cell("–"), cell("–"), cell("–"))
    return (
        title,
        cell(_STANDINGS.get(standing.standing, "–")),
        cell(_evidence_title(read, standing.evidence)),
        cell(f"{day_text(standing.date)}" if standing.date else "–"),
        cell(standing.reason or "–"),
    )


def _evidence_title(read: Reader, key: str) -> str:
    return read.text(cell_path("P.evidence", key, "title")) if key else "–"


@content("host_letter_statements")
def _statements(read: Reader) -> Iterator[Block]:
    """What the letter of the host country states, and whether the letters at hand do."""
    for party, pack, heading in headed(read):
        at_hand = [letter for letter in letters(read) if letter.party == party.key and letter.kind == "approval"]
        made = {item.statement for item in letter_statements(read) if item.letter in {one.key for one in at_hand}}
        rows = tuple(
            (
                cell(item.title),
                cell("no letter yet" if not at_hand else "yes" if _is_made(item, at_hand, made) else "not recorded"),
            )
            for item in pack.statements_for(text(read, "P.mechanism"))
        )
        yield from heading
        yield TableBlock((Column("Statement", width=4), Column("In the letter")), rows, row_headers=True)


def _is_made(asked: Statement, at_hand: list[Letter], made: set[str]) -> bool:
    return asked.id in made or any(bool(getattr(letter, asked.column, None)) for letter in at_hand)
