"""Content of letters and notices: what a letter of approval must state, and places to sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms.blocks import Block, ListBlock, Paragraph, ParameterBlock, text_run
from forms.facts import Party, participants, parties, text
from forms.views.registry import content

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.document import Reader

_BLANK = Paragraph(text_run("\u00a0"))
_TO_SIGN = (("Name and position of the signatory", 1), ("Signature", 4), ("Place and date", 1))


@content("participant_signatures")
def _participant_signatures(read: Reader) -> Iterator[Block]:
    """Room to sign for every project participant: a statement that lacks one is not complete."""
    rows = tuple((label, (_BLANK,) * lines) for label, lines in _TO_SIGN)
    for entity in participants(read):
        yield ParameterBlock(entity.entity, rows)


@content("letter_of_approval_statements")
def _letter_of_approval_statements(read: Reader) -> Iterator[Block]:
    """What the letter that is asked for has to say; the Party is the one that the request names."""
    asked = read.value("A.party")
    party = next((party for party in parties(read) if party.key == asked), None)
    if party is not None:
        yield ListBlock(ordered=True, items=tuple(text_run(words) for words in _statements(read, party)))


def _statements(read: Reader, party: Party) -> Iterator[str]:
    is_cdm = text(read, "P.mechanism") == "cdm"
    title = text(read, "P.title") or "(title not given yet)"
    yield f"The project is named by its exact title: {title}."
    if is_cdm:
        # 3/CMP.1, annex, paragraph 40(a); EB 16, annex 6, paragraph 2.
        yield f"{party.name} has ratified the Kyoto Protocol."
        yield f"{party.name} participates in the project voluntarily."
        if party.is_host:
            yield f"The project assists {party.name} in achieving sustainable development."
    else:
        # 9/CMP.1, annex, paragraphs 20, 29 and 31.
        yield f"{party.name} approves the project under Article 6 of the Kyoto Protocol, without conditions."
    for entity in participants(read):
        if entity.party == party.key:
            yield f"{entity.entity} is authorised to participate in the project."
