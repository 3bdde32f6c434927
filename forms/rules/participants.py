"""Parties, participants and what the letters of approval state about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms.facts import Letter, Party, letters, participants, parties, text
from forms.fieldpath import cell_path
from forms.problems import Severity
from forms.rules import Hit, rule
from forms.tables import party

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.document import Reader

_AT_REGISTRATION = ("registration", "post_registration")


def _letters_of(read: Reader, of: Party) -> tuple[Letter, ...]:
    return tuple(letter for letter in letters(read) if letter.party == of.key and letter.kind != "endorsement")


@rule("PAR-02", source="3/CMP.1, annex, paragraphs 28 to 31", mechanism="cdm")
def host_is_a_developing_country(read: Reader) -> Iterator[Hit]:
    """At least one host Party is named, and it is not included in Annex I."""
    hosts = [named for named in parties(read) if named.is_host]
    if not hosts:
        yield Hit("P.parties", "No host Party is named.", "Mark the country in which the project stands as host.")
    for named in hosts:
        if party(named.country).get("annex") == "I":
            yield Hit(
                cell_path("P.parties", named.key, "party"),
                f"{named.name} is included in Annex I and cannot host a CDM project.",
                "Name the developing country that hosts the project, or prepare it under Joint Implementation.",
            )


@rule("JI-P01", source="9/CMP.1, annex, paragraph 21", mechanism="ji")
def host_has_a_commitment(read: Reader) -> Iterator[Hit]:
    """Exactly one host Party is named, and it has a commitment in Annex B."""
    hosts = [named for named in parties(read) if named.is_host]
    if len(hosts) != 1:
        yield Hit("P.parties", f"{len(hosts)} host Parties are named.", "Mark exactly one Party as host.")
    for named in hosts:
        if named.country and party(named.country).get("annex_b_first_period") != "yes":
            yield Hit(
                cell_path("P.parties", named.key, "party"),
                f"{named.name} has no commitment inscribed in Annex B and cannot host a JI project.",
                "Name a host with a commitment, or prepare the project under the CDM.",
            )


@rule("JI-P03", source="Kyoto Protocol, Article 6", mechanism="ji", severity=Severity.WARNING)
def another_party_is_involved(read: Reader) -> Iterator[Hit]:
    """A Party other than the host is involved before ERUs are transferred."""
    if parties(read) and all(named.is_host for named in parties(read)):
        yield Hit(
            "P.parties",
            "Only the host Party is named.",
            "Add the Party that will acquire the ERUs, or explain.",
        )


@rule("PAR-03", source="EB 18, paragraph 57: a project may be registered without an Annex I Party", mechanism="cdm",
      severity=Severity.INFO)  # fmt: skip
def unilateral_project_needs_a_party_before_forwarding(read: Reader) -> Iterator[Hit]:
    """A project without an Annex I Party may be registered; CERs are forwarded only once one approves."""
    if parties(read) and all(named.is_host for named in parties(read)):
        yield Hit(
            "P.parties",
            "No Annex I Party is involved yet.",
            "Nothing to mend; a letter of approval of an Annex I Party is needed before CERs are forwarded to it.",
        )


@rule("PAR-04", source="CDM-PDD-FORM, note to the participants table; 3/CMP.1, annex, paragraph 40(a)", mechanism="cdm",
      binding=_AT_REGISTRATION)  # fmt: skip
def every_party_has_a_letter(read: Reader) -> Iterator[Hit]:
    """At registration every Party listed has issued its letter of approval."""
    yield from _parties_without_letter(read, parties(read))


@rule("JI-P06", source="9/CMP.1, annex, paragraph 33(a)", mechanism="ji", binding=_AT_REGISTRATION)
def host_approves_unconditionally(read: Reader) -> Iterator[Hit]:
    """At determination the host Party has approved the project without condition."""
    hosts = tuple(named for named in parties(read) if named.is_host)
    yield from _parties_without_letter(read, hosts)
    for named in hosts:
        for letter in _letters_of(read, named):
            if letter.unconditional is False:
                yield Hit(
                    cell_path("P.letters", letter.key, "unconditional"),
                    f"The letter of {named.name} depends on conditions.",
                    "Ask for an unconditional approval, or record how the conditions were met.",
                )


@rule("JI-P07", source="practice of track 2: investor approval at the latest with the first verification",
      mechanism="ji", severity=Severity.WARNING, binding=_AT_REGISTRATION)  # fmt: skip
def other_parties_approve_by_first_verification(read: Reader) -> Iterator[Hit]:
    """Every other Party approves at the latest with the first verification report."""
    if text(read, "P.stage") in _AT_REGISTRATION:
        yield from _parties_without_letter(read, tuple(named for named in parties(read) if not named.is_host))


def _parties_without_letter(read: Reader, named_parties: tuple[Party, ...]) -> Iterator[Hit]:
    for named in named_parties:
        if not _letters_of(read, named):
            yield Hit(
                "P.letters",
                f"There is no letter of approval of {named.name}.",
                "Add the letter with what it states, or take the Party out.",
            )


@rule("PAR-01", source="3/CMP.1, annex, paragraph 33; glossary: authorization of participants", mechanism="cdm",
      binding=_AT_REGISTRATION)  # fmt: skip
def participants_are_authorised_by_name(read: Reader) -> Iterator[Hit]:
    """Every participant is authorised, under exactly its name, by a letter of its Party."""
    yield from _unauthorised(read)


@rule("JI-P05", source="9/CMP.1, annex, paragraph 29", mechanism="ji", binding=_AT_REGISTRATION)
def legal_entities_are_authorised_by_name(read: Reader) -> Iterator[Hit]:
    """Every legal entity is authorised in writing, under exactly its name, by a Party involved."""
    yield from _unauthorised(read)


def _unauthorised(read: Reader) -> Iterator[Hit]:
    named_parties = {named.key: named for named in parties(read)}
    for participant in participants(read):
        of = named_parties.get(participant.party)
        authorised = {
            name for letter in letters(read) if letter.party == participant.party for name in letter.authorised
        }
        if of is not None and _letters_of(read, of) and participant.entity not in authorised:
            yield Hit(
                cell_path("P.participants", participant.key, "entity"),
                f"“{participant.entity}” is not named in a letter of {of.name}.",
                "Use the name exactly as in the letter, or obtain a letter that names it.",
            )


@rule("PAR-06", source="own consistency: a letter names participants of this project")
def letters_name_participants_of_the_project(read: Reader) -> Iterator[Hit]:
    """Every entity that a letter authorises is a participant of the project."""
    known = {participant.entity for participant in participants(read)}
    for letter in letters(read):
        for name in letter.authorised:
            if name not in known:
                yield Hit(
                    cell_path("P.letters", letter.key, "authorised"),
                    f"The letter authorises “{name}”, which is not a participant under this name.",
                    "Correct the name in one of the two places, or add the participant.",
                )


@rule("LOA-01", source="3/CMP.1, annex, paragraphs 28, 30 and 40(a)", mechanism="cdm", binding=_AT_REGISTRATION)
def host_letter_makes_three_statements(read: Reader) -> Iterator[Hit]:
    """The letter of the host states ratification, voluntary participation and sustainable development."""
    for named in parties(read):
        if named.is_host:
            for letter in _letters_of(read, named):
                yield from _statements(letter, ("ratified", "voluntary", "sustainable_development"))


@rule("LOA-03", source="EB 16, annex 6, paragraph 2(c)", mechanism="cdm", binding=_AT_REGISTRATION)
def other_letters_make_two_statements(read: Reader) -> Iterator[Hit]:
    """The letter of another Party states ratification and voluntary participation."""
    for named in parties(read):
        if not named.is_host:
            for letter in _letters_of(read, named):
                yield from _statements(letter, ("ratified", "voluntary"))


_STATEMENT = {
    "ratified": "that the Party has ratified the Kyoto Protocol",
    "voluntary": "that participation is voluntary",
    "sustainable_development": "that the project contributes to sustainable development",
}


def _statements(letter: Letter, wanted: tuple[str, ...]) -> Iterator[Hit]:
    name = f"The letter {letter.reference}".strip()
    for statement in wanted:
        if getattr(letter, statement) is not True:
            yield Hit(
                cell_path("P.letters", letter.key, statement),
                f"{name} does not state {_STATEMENT[statement]}.",
                "Record the statement if the letter makes it; otherwise ask the authority for a corrected letter.",
            )


@rule("LOA-02", source="validation practice: the title in the letter equals the title of the project",
      evidence="unverified")  # fmt: skip
def letters_quote_the_title(read: Reader) -> Iterator[Hit]:
    """The title quoted in a letter is the title of the project, letter by letter."""
    title = text(read, "P.title")
    for letter in letters(read):
        if letter.title_quoted and title and letter.title_quoted != title:
            yield Hit(
                cell_path("P.letters", letter.key, "title_quoted"),
                f"The letter quotes “{letter.title_quoted}”, the project is called “{title}”.",
                "Use one title everywhere, or have the letter corrected.",
            )


@rule("ODA-01", source="17/CP.7, preamble; CDM-PDD, affirmation regarding public funding", mechanism="cdm",
      evidence="partial")  # fmt: skip
def public_funding_is_affirmed(read: Reader) -> Iterator[Hit]:
    """Each Party that funds affirms that official development assistance is not diverted."""
    if read.value("P.uses_public_funding") is True:
        for key in read.rows("P.funding"):
            if not read.cell("P.funding", key, "affirmation"):
                yield Hit(
                    cell_path("P.funding", key, "affirmation"),
                    "The affirmation of the Party that funds is missing.",
                    "Attach the statement of the Party as evidence and choose it here.",
                )
