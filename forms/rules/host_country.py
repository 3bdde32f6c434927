"""What the host country asks for: ground for an error only where its pack was found, and only before the host."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from forms.bilingual import untranslated
from forms.days import day_text
from forms.facts import day, hosts, letters, text
from forms.fieldpath import cell_path
from forms.host_countries import assess, signed
from forms.problems import Severity, Step
from forms.quantities import format_number
from forms.rules import STAGES, Hit, rule
from forms.sustainability import claims, host_documents, letter_statements, packs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from forms.document import Reader
    from forms.facts import Party
    from forms.host_countries import HostCountry
    from forms.sustainability import Claim

_CLAIMS, _DOCUMENTS = "P.claims", "P.host_documents"
_HOST = ("host",)
_FROM_APPROVAL = STAGES[STAGES.index("host_approval") :]
_PARTS = {"argument": "an argument", "indicator": "an indicator", "baseline": "a value before the project",
          "target": "a target", "monitoring": "how it is monitored"}  # fmt: skip


def _at_most(read: Reader, *evidence: str) -> Severity:
    """An error only in an application to the host, and where all that it rests on was found."""
    is_found = all(found == "found" for found in evidence)
    return Severity.ERROR if is_found and text(read, "P.recipient") == "host" else Severity.WARNING


def _party_path(party: Party) -> str:
    return cell_path("P.parties", party.key, "party")


# -- the pack itself ------------------------------------------------------------------------------------------------


@rule("HC-01", source="Own arrangement: packs of host countries that ship", severity=Severity.INFO,
      recipients=_HOST)  # fmt: skip
def the_generic_pack_is_told(read: Reader) -> Iterator[Hit]:
    """A host country without a pack of its own is checked against the generic criteria."""
    for party, pack in packs(read):
        if pack.is_generic:
            yield Hit(
                _party_path(party),
                f"There is no pack of criteria for {party.name}; the generic one is used.",
                "Nothing to mend; ask the authority for its criteria, documents and language.",
            )


@rule("HC-02", source="Dates of the rules of the host country", severity=Severity.WARNING,
      recipients=_HOST)  # fmt: skip
def the_pack_is_in_force(read: Reader) -> Iterator[Hit]:
    """The rules of the host country are those in force on the day for which the project is prepared."""
    on = day(read, "P.prepared_for")
    for party, pack in packs(read):
        if on is not None and not pack.in_force.covers(on):
            span = " ".join(
                f"{word} {day_text(date)}"
                for word, date in (("from", pack.in_force.start), ("to", pack.in_force.end))
                if date
            )
            yield Hit(
                "P.prepared_for",
                f"The rules of {party.name} that are used here were in force {span}.",
                "Correct the date, or ask the authority which rules apply on that day.",
            )


# -- claims ---------------------------------------------------------------------------------------------------------


@rule("HC-03", source="Criteria of the host country", binding=_FROM_APPROVAL)
def claims_name_criteria_of_the_host(read: Reader) -> Iterator[Hit]:
    """Each claim names a criterion of its host country once, or says its dimension."""
    for party, pack in packs(read):
        own = claims(read, party)
        counted = Counter(claim.criterion for claim in own if claim.criterion)
        for claim in own:
            if claim.criterion and pack.criterion(claim.criterion) is None:
                message = f"“{claim.criterion}” is no criterion of {_name(party, pack)}."
                remedy = f"Use one of: {', '.join(item.id for item in pack.criteria)}; or leave it empty."
            elif claim.criterion and counted[claim.criterion] > 1:
                message = f"The criterion “{claim.criterion}” is claimed {counted[claim.criterion]} times."
                remedy = "Put it into one claim; of several the lowest counts."
            elif not claim.criterion and not claim.dimension:
                message, remedy = "The claim names neither criterion nor dimension.", "Say one of the two."
            else:
                continue
            path = cell_path(_CLAIMS, claim.key, "criterion")
            grounds = (pack.evidence, *(item.evidence for item in pack.criteria))
            yield Hit(path, message, remedy, at_most=_at_most(read, *grounds))


@rule("HC-04", source="Criteria of the host country", recipients=_HOST, binding=_FROM_APPROVAL)
def every_criterion_has_a_claim(read: Reader) -> Iterator[Hit]:
    """Every criterion of the host country is answered."""
    for party, pack in packs(read):
        answered = {claim.criterion for claim in claims(read, party)}
        missing = [item for item in pack.criteria if item.id not in answered]
        if missing:
            yield Hit(
                _CLAIMS,
                f"{len(missing)} of {len(pack.criteria)} criteria of {_name(party, pack)} have no claim: "
                f"{'; '.join(item.title for item in missing)}.",
                f"Add a claim to each ({', '.join(item.id for item in missing)}), also where nothing changes.",
                at_most=_at_most(read, pack.evidence, *(item.evidence for item in missing)),
            )


@rule("HC-05", source="Scale of the host country", binding=_FROM_APPROVAL)
def scores_lie_on_the_scale(read: Reader) -> Iterator[Hit]:
    """Each score lies on the scale of the host country and agrees with the direction."""
    for party, pack in packs(read):
        for claim in claims(read, party):
            wrong = _wrong_score(claim, pack) if pack.criterion(claim.criterion) else ""
            if wrong:
                path = cell_path(_CLAIMS, claim.key, "score")
                remedy = f"Write {pack.scale.allowed}." if pack.scale.kind != "direction" else "Leave the score empty."
                yield Hit(path, wrong, remedy, at_most=_at_most(read, pack.evidence, pack.decision.evidence))


def _wrong_score(claim: Claim, pack: HostCountry) -> str:
    if not claim.score and pack.scale.kind != "direction":
        return f"“{claim.criterion}” has no score."
    if not pack.scale.holds(claim.score):
        return f"“{claim.score}” is not on the scale: {pack.scale.allowed}."
    value = pack.scale.value(claim.score, claim.direction)
    if pack.scale.kind == "steps" and value is not None:
        expected = "improves" if value > 0 else "worsens" if value < 0 else "unchanged"
        if claim.direction and claim.direction != expected:
            return f"The score {signed(value)} does not agree with the direction “{claim.direction}”."
    return ""


@rule("HC-06", source="Decision rule of the host country", recipients=_HOST, binding=_FROM_APPROVAL)
def the_decision_rule_is_reached(read: Reader) -> Iterator[Hit]:
    """The claims reach what the host country decides by."""
    for party, pack in packs(read):
        verdict = assess(pack, claims(read, party)).verdict
        if verdict.reached is False:
            yield Hit(
                _CLAIMS,
                f"The claims do not meet the decision rule of {_name(party, pack)}. {verdict.words}",
                f"Change the project or correct the claims: {_lower(pack.decision.help)}",
                at_most=_at_most(read, pack.evidence, pack.decision.evidence),
            )


@rule("HC-07", source="Criticism of the voluntary tool: claims that nobody measures and nobody can question",
      severity=Severity.WARNING, step=Step.QUALITY)  # fmt: skip
def claims_can_be_measured(read: Reader) -> Iterator[Hit]:
    """Each claim has an argument, an indicator with its values, monitoring and evidence."""
    for key in read.rows(_CLAIMS):
        is_moved = text(read, cell_path(_CLAIMS, key, "direction")) != "unchanged"
        wanted = {"evidence": "evidence", **_PARTS} if is_moved else {"argument": _PARTS["argument"]}
        lacking = [name for name in wanted if not read.text(cell_path(_CLAIMS, key, name)).strip()]
        if lacking:
            yield Hit(
                cell_path(_CLAIMS, key, lacking[-1]),
                f"The claim lacks {_listed(wanted[name] for name in lacking)}.",
                "Say what is measured, from where to where, by whom, and what supports it.",
            )


@rule("HC-14", source="Own order of the dossier: each claim and each document has its host", severity=Severity.WARNING)
def claims_and_documents_name_their_host(read: Reader) -> Iterator[Hit]:
    """With several host Parties each claim and each document names one of them."""
    keys = {party.key for party in hosts(read)}
    for table in (_CLAIMS, _DOCUMENTS):
        for key in read.rows(table):
            path = cell_path(table, key, "party")
            named = text(read, path)
            if keys and named not in keys and (named or len(keys) > 1):
                message = "The Party that is named is no host." if named else "No host Party is named."
                yield Hit(path, message, "Choose the host Party that is meant.")


# -- documents and language -----------------------------------------------------------------------------------------


@rule("HC-08", source="Documents asked for by the host country", recipients=_HOST, binding=_FROM_APPROVAL)
def documents_of_the_host_are_there(read: Reader) -> Iterator[Hit]:
    """Each document that the host country asks for is enclosed, or its standing is explained."""
    for party, pack in packs(read):
        asked = pack.documents_for(text(read, "P.mechanism"))
        listed = {item.code for item in host_documents(read, party)}
        for missing in (item for item in asked if item.id not in listed):
            when = f" ({missing.when})" if missing.when else ""
            yield Hit(
                _DOCUMENTS,
                f"{_name(party, pack)} asks for “{missing.title}”{when}.",
                f"Add it as {missing.id}, or say under this code why it does not apply.",
                at_most=Severity.WARNING if missing.when else _at_most(read, pack.evidence, missing.evidence),
            )


@rule("HC-09", source="Own order of the dossier: a standing is shown or explained", recipients=_HOST,
      severity=Severity.WARNING)  # fmt: skip
def standings_are_explained(read: Reader) -> Iterator[Hit]:
    """An enclosed document is in the evidence list; one that is pending or does not apply has its reason."""
    for key in read.rows(_DOCUMENTS):
        standing = text(read, cell_path(_DOCUMENTS, key, "standing"))
        if standing == "enclosed" and not text(read, cell_path(_DOCUMENTS, key, "evidence")):
            column, message = "evidence", "The document is said to be enclosed, but the evidence list does not have it."
        elif standing in {"pending", "not_applicable"} and not text(read, cell_path(_DOCUMENTS, key, "reason")):
            column, message = "reason", "The document is not enclosed, and no reason is given."
        else:
            continue
        yield Hit(cell_path(_DOCUMENTS, key, column), message, "Choose the evidence, or give the reason.")


@rule("HC-10", source="Procedures of host authorities: language of the application", recipients=_HOST,
      severity=Severity.WARNING, evidence="partial")  # fmt: skip
def the_application_is_in_the_language_of_the_host(read: Reader) -> Iterator[Hit]:
    """The application is written in the language that the host country asks for, or in both."""
    words = text(read, "P.application_languages")
    given = {part.strip().casefold() for part in re.split(r"[;,/]|\band\b", words) if part.strip()}
    for party, pack in packs(read):
        wanted = [language for language in pack.languages if language.casefold() not in given]
        if wanted and (pack.bilingual or len(wanted) == len(pack.languages)):
            asked = _listed(pack.languages) if pack.bilingual else " or ".join(pack.languages)
            yield Hit(
                "P.application_languages",
                f"{party.name} asks for an application in {asked}; {words or 'none'} is given.",
                "Add the translation and name the language, or note the consent of the authority.",
            )
    for document in read.snapshot.companions:
        for twin in untranslated(read.about(document)):
            yield Hit(
                twin.path,
                f"“{twin.label}” is empty, and the text is given in English.",
                "Give the same text in the second language, or choose English alone.",
                document,
            )


# -- letter and units -----------------------------------------------------------------------------------------------


@rule("HC-11", source="Rules of the host country on what its letter states", recipients=_HOST,
      binding=_FROM_APPROVAL)  # fmt: skip
def the_letter_states_what_the_host_prescribes(read: Reader) -> Iterator[Hit]:
    """The letter of the host country also makes the statements that only its own rules prescribe."""
    for party, pack in packs(read):
        # What every letter states has its own column in the list of letters, and rules of its own.
        asked = [item for item in pack.statements_for(text(read, "P.mechanism")) if not item.column]
        for letter in (found for found in letters(read) if found.party == party.key and found.kind == "approval"):
            made = {item.statement for item in letter_statements(read) if item.letter == letter.key}
            for missing in (item for item in asked if item.id not in made):
                yield Hit(
                    "P.letter_statements",
                    f"The letter {letter.reference or 'of the host'} is not said to state: {_lower(missing.title)}.",
                    f"Record it as {missing.id} if the letter says so, else ask for a corrected letter.",
                    at_most=_at_most(read, pack.evidence, missing.evidence),
                )


@rule("HC-12", source="Host country: share of the reductions for which units are issued", severity=Severity.INFO,
      mechanism="ji")  # fmt: skip
def the_host_keeps_a_share(read: Reader) -> Iterator[Hit]:
    """A host country that issues units for a share of the reductions says how many."""
    for party, pack in packs(read):
        share, total = pack.units.share, read.results.printed_total.reductions
        if share is not None and share < 100 and total is not None:
            units = total * share / 100
            yield Hit(
                _party_path(party),
                f"{party.name} issues units for {share:f} % of the reductions: {format_number(units // 1, 0)} of "
                f"{format_number(total, 0)} t CO2e.",
                "Nothing to mend; offer no more units than that.",
            )


@rule("HC-13", source="Host country: least reductions a year", mechanism="ji", binding=_FROM_APPROVAL)
def reductions_reach_the_least_of_the_host(read: Reader) -> Iterator[Hit]:
    """The reductions a year exceed the least that the host country takes."""
    for party, pack in packs(read):
        least, average = pack.units.least_tonnes, read.results.printed_average
        if least is not None and average is not None and average <= least:
            yield Hit(
                _party_path(party),
                f"{party.name} takes projects of more than {format_number(least, 0)} t CO2e a year; this one has "
                f"{format_number(average, 0)}.",
                "Check the calculation, or ask the authority before applying.",
                at_most=_at_most(read, pack.evidence, pack.units.evidence),
            )


def _name(party: Party, pack: HostCountry) -> str:
    return f"the generic pack (for {party.name})" if pack.is_generic else party.name


def _listed(words: Iterable[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
