"""Documents beside the design document: notices, modalities of communication, applications, set-aside tables."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from forms.facts import host, participants, sites, text
from forms.fieldpath import cell_path
from forms.problems import Severity, Step
from forms.rules import Hit, rule
from forms.tables import party

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forms.document import Reader

_FOCAL_POINTS = "B.focal_points"
_SIGNATORIES = "annex1.signatories"
_SCOPES = {
    "forwarding": "(a) forwarding of CERs",
    "participants": "(b) participants and entities",
    "other": "(c) all other communication",
}
_CONTRACTUAL = re.compile(
    r"%|\b(?:share of (?:the )?CERs?|per ?cent|price|payment|purchase agreement|ERPA|penalty|in consideration of)",
    re.IGNORECASE,
)
# Member States of the first commitment period.
_EU_HOSTS = frozenset(
    ("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HU", "IE", "IT", "LT", "LU", "LV",
     "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK")
)  # fmt: skip


def _documents(read: Reader, form_id: str) -> tuple[str, ...]:
    """Documents of the project that fill in this form, in their order."""
    return tuple(name for name, document in read.snapshot.documents.items() if document.form.id == form_id)


@rule("MOC-01", source="CDM Rulebook on modalities of communication; guidance of the CDM registry", mechanism="cdm",
      recipients=("eb",))  # fmt: skip
def every_scope_has_a_focal_point(read: Reader) -> Iterator[Hit]:
    """Each scope of the modalities of communication has a focal point, alone or together with others."""
    for document in _documents(read, "modalities_of_communication"):
        rows = read.rows(_FOCAL_POINTS, document)
        for column, scope in _SCOPES.items():
            modes = [mode for key in rows if (mode := read.cell(_FOCAL_POINTS, key, column, document))]
            if rows and (fault := _fault_of(modes)):
                yield Hit(
                    _FOCAL_POINTS,
                    f"Scope {scope} {fault}.",
                    "Name one sole focal point, or two and more that are all shared or all joint.",
                    document,
                )


def _fault_of(modes: Sequence[object]) -> str:
    """What is wrong with the modes of one scope; empty when they fit together."""
    if not modes:
        return "has no focal point"
    if "sole" in modes and len(modes) > 1:
        return f"has a sole focal point and {len(modes) - 1} more"
    if len(set(modes)) > 1:
        return "mixes shared and joint focal points"
    return "has one focal point that is not sole" if len(modes) == 1 and modes[0] != "sole" else ""


@rule("MOC-02", source="CDM Rulebook on modalities of communication: signed by all participants", mechanism="cdm",
      recipients=("eb",), binding=("registration", "post_registration"))  # fmt: skip
def every_participant_has_a_signatory(read: Reader) -> Iterator[Hit]:
    """Every project participant has an authorised signatory with a specimen, and the statement is signed."""
    for document in _documents(read, "modalities_of_communication"):
        rows = read.rows(_SIGNATORIES, document)
        named = {read.cell(_SIGNATORIES, key, "participant", document) for key in rows}
        for entity in participants(read):
            if entity.key not in named:
                yield Hit(
                    _SIGNATORIES,
                    f"{entity.entity or 'A participant'} has no authorised signatory.",
                    "Add a row for this participant.",
                    document,
                )
        for key in rows:
            if not read.cell(_SIGNATORIES, key, "specimen", document):
                yield Hit(
                    cell_path(_SIGNATORIES, key, "specimen"),
                    "A signatory has no specimen signature.",
                    "Have the sheet signed, and name it from the list of evidence.",
                    document,
                )
        if not read.value("C.signed", document):
            yield Hit("C.signed", "The statement is not signed yet.", "Print it, sign it, attach the scan.", document)


@rule("MOC-03", source="CDM Rulebook on modalities of communication: no private contractual terms", mechanism="cdm",
      recipients=("eb",), severity=Severity.WARNING, evidence="partial", step=Step.QUALITY)  # fmt: skip
def modalities_hold_no_contractual_terms(read: Reader) -> Iterator[Hit]:
    """The modalities of communication hold no terms of private contracts."""
    for document in _documents(read, "modalities_of_communication"):
        for key in read.rows(_FOCAL_POINTS, document):
            for column in ("entity", "primary_position", "primary_contact", "alternate_position"):
                path = cell_path(_FOCAL_POINTS, key, column)
                found = _CONTRACTUAL.search(read.text(path, document))
                if found:
                    yield Hit(
                        path,
                        f"“{found[0]}” reads like a term of a contract between participants.",
                        "Keep shares, prices and conditions out of the statement.",
                        document,
                    )


@rule("MOC-04", source="completeness check: a request for registration comes with modalities of communication",
      mechanism="cdm", recipients=("eb",), severity=Severity.INFO, step=Step.QUALITY)  # fmt: skip
def a_request_comes_with_modalities(read: Reader) -> Iterator[Hit]:
    """A project that goes to registration has modalities of communication beside the design document."""
    is_handed_in = text(read, "P.stage") == "registration" and text(read, "P.purpose") != "archive"
    if is_handed_in and not _documents(read, "modalities_of_communication"):
        yield Hit(
            "P.documents",
            "The modalities of communication are not kept in this project.",
            "Add the document here, so that its participants cannot differ, or enclose the one made elsewhere.",
        )


@rule("DAT-04", source="EB 48, annex 61, paragraph 2: precise location and brief description", mechanism="cdm")
def the_notice_says_where_and_what(read: Reader) -> Iterator[Hit]:
    """A notice of prior consideration names the precise location and describes the project."""
    for document in _documents(read, "prior_consideration"):
        if not any(site.latitude is not None and site.longitude is not None for site in sites(read)):
            yield Hit("A.sites", "The notice names no coordinates.", "Give the coordinates of each site.", document)
        words = read.text("A.description", document)
        if 0 < len(words.split()) < _FEW_WORDS:
            yield Hit(
                "A.description",
                f"{len(words.split())} words do not tell the project from others.",
                "Say what is built, of what size, with which technology.",
                document,
            )


_FEW_WORDS = 8


@rule("DAT-05", source="EB 48, annex 61, paragraph 4: the validator confirms the notice with the secretariat",
      mechanism="cdm", severity=Severity.WARNING)  # fmt: skip
def the_acknowledgement_is_kept(read: Reader) -> Iterator[Hit]:
    """A project that needs prior consideration keeps the acknowledgement of its notice."""
    if read.value("P.prior_consideration.required") is True and not text(read, "P.prior_consideration.reference"):
        yield Hit(
            "P.prior_consideration.reference",
            "No acknowledgement of the notice is recorded; the validator asks the secretariat for it.",
            "Enter its reference, or the entry in the public list of notices.",
        )


@rule("JI-E09", source="Decision 2006/780/EC, articles 3 and 6 and annex I", mechanism="ji", recipients=("host",),
      severity=Severity.WARNING)  # fmt: skip
def hosts_in_the_union_get_the_set_aside_table(read: Reader) -> Iterator[Hit]:
    """A host in the European Union gets the table of allowances to set aside."""
    named = host(read)
    if named is not None and named.country in _EU_HOSTS and not _documents(read, "eu_double_counting"):
        yield Hit(
            "P.documents",
            f"{named.name} sets allowances aside for reductions in its trading sector, and there is no table of them.",
            "Add the set-aside table; a project that touches no such installation says so there.",
        )


@rule("FEE-01", source="EB 37, annex 20: registration fee", mechanism="cdm", recipients=("eb",), severity=Severity.INFO)
def the_fee_follows_from_the_average(read: Reader) -> Iterator[Hit]:
    """The registration fee that is stated follows from annual average and host Party, by the rule of 2007."""
    for document in _documents(read, "registration_request"):
        stated, average = read.value("C.fee", document), read.results.printed_average
        if not isinstance(stated, Decimal) or average is None:
            continue
        named = host(read)
        is_free = average <= _FREE_TONNES or (named and party(named.country).get("least_developed") == "yes")
        due = Decimal(0) if is_free else min(_FIRST_PART + _RATE * (average - _FREE_TONNES), _HIGHEST_FEE)
        if abs(stated - due) >= 1:
            yield Hit(
                "C.fee",
                f"By the rule of 2007 {due:,.2f} USD are due, {stated:,.2f} USD are stated.",
                "Enter what the rule of the day asks for, or correct the figure.",
                document,
            )


_FREE_TONNES, _FIRST_PART, _RATE, _HIGHEST_FEE = Decimal(15_000), Decimal(1500), Decimal("0.20"), Decimal(350_000)
