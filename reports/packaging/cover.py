"""What goes with a package: its cover data for machines and the text of an e-mail for people."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from forms.days import day_text
from forms.facts import applied_methodologies, crediting_period, day, host, participants, parties, text
from forms.fieldpath import cell_path
from forms.problems import Severity
from forms.quantities import decimal_text, format_number

if TYPE_CHECKING:
    from decimal import Decimal

    from forms.document import Reader
    from forms.rules import CheckResult
    from reports.packaging.recipients import Recipient

Data = dict[str, Any]


@dataclass(frozen=True)
class Cover:
    """What a package says of itself. `contents` are names and titles in order; `notes` what is beyond a limit."""

    read: Reader
    recipient: Recipient
    checked: CheckResult
    contents: Sequence[tuple[str, str]]
    notes: Sequence[str]
    is_draft: bool


def cover_file(cover: Cover) -> bytes:
    """The cover data as canonical UTF-8 JSON."""
    return (json.dumps(_data(cover), ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()


def _data(cover: Cover) -> Data:
    read, form = cover.read, cover.read.form(cover.read.main)
    period, completed = crediting_period(read), day(read, "P.completion_date")
    return {
        "format": "cerulean-cover",
        "format_version": 1,
        "title": text(read, "P.title"),
        "document_version": text(read, "P.document_version"),
        "completion_date": completed.isoformat() if completed else None,
        "mechanism": text(read, "P.mechanism"),
        "track": text(read, "P.track") or None,
        "stage": cover.checked.occasion.stage,
        "recipient": cover.recipient.id,
        "draft": cover.is_draft,
        "form": {"id": form.id, "version": form.version, "code": form.code},
        "parties": [{"party": party.country, "host": party.is_host} for party in parties(read)],
        "participants": [participant.entity for participant in participants(read)],
        "methodologies": [{"code": row.code, "version": row.version} for row in applied_methodologies(read)],
        "crediting_period": {
            "start": period.start.isoformat() if period.start else None,
            "end": period.end.isoformat() if period.end else None,
        },
        "reductions": {
            "total": decimal_text(read.results.printed_total.reductions),
            "annual_average": decimal_text(read.results.printed_average),
            "unit": "tCO2e",
        },
        "check": _check_data(cover.checked),
        "contents": [{"file": name, "title": title} for name, title in cover.contents],
        "notes": list(cover.notes),
    }


def _check_data(checked: CheckResult) -> Data:
    return {
        "rule_set": checked.rule_set,
        "rules": len(checked.rules),
        "on": checked.occasion.on.isoformat() if checked.occasion.on else None,
        "errors": len(checked.errors),
        "warnings": checked.count(Severity.WARNING),
    }


# -- the e-mail ---------------------------------------------------------------------------------------------

_SALUTATION = "Dear Sir or Madam,"
_VERIFY = (
    "Each file is listed with its SHA-256 in manifest-sha256.txt (BagIt, RFC 8493); "
    "“sha256sum -c manifest-sha256.txt” or “cerulean verify” shows whether anything was changed on the way."
)


def email_text(cover: Cover) -> bytes:
    """The e-mail to send the package with, as plain UTF-8 text; the address is for the sender to fill in."""
    read = cover.read
    lines = [
        f"To: {_addressee(cover)}",
        f"Subject: {'DRAFT: ' if cover.is_draft else ''}{subject(cover)}",
        "",
        _SALUTATION,
        "",
        *_opening(cover),
        "",
        *_key_data(read),
        "",
        "Contents:",
        *(f"  {name}{f'  ({title})' if title else ''}" for name, title in cover.contents),
        "",
        _VERIFY,
        "",
        *_signature(read),
    ]
    return ("\n".join(lines) + "\n").encode()


def _addressee(cover: Cover) -> str:
    """The recipient by name; the authority of the host where it is known."""
    party = host(cover.read)
    return party.authority if cover.recipient.id == "host" and party and party.authority else cover.recipient.name


def subject(cover: Cover) -> str:
    """The subject line of the recipient, filled in."""
    read = cover.read
    named = {
        "stage": cover.checked.occasion.stage.replace("_", " "),
        "title": text(read, "P.title") or "untitled project",
        "version": text(read, "P.document_version") or "not stated",
        "mechanism": text(read, "P.mechanism").upper(),
    }
    return " ".join(cover.recipient.subject.format_map(named).split())


def _opening(cover: Cover) -> list[str]:
    form, title = cover.read.form(cover.read.main), text(cover.read, "P.title") or "untitled project"
    completed = day(cover.read, "P.completion_date")
    dated = f" of {day_text(completed)}" if completed else ""
    version = text(cover.read, "P.document_version") or "not stated"
    told = [f"Please find attached the dossier of the project “{title}”, version {version}{dated}, on {form.name}."]
    if cover.is_draft:
        told.append("It is a draft and not a submission.")
    elif text(cover.read, "P.purpose") == "archive":
        told.append("It restates an existing project for the archive and is not a submission.")
    return told


def _key_data(read: Reader) -> list[str]:
    period, results = crediting_period(read), read.results
    hosts = ", ".join(party.name for party in parties(read) if party.is_host) or "not stated"
    span = f"{period.start:%d/%m/%Y} to {period.end:%d/%m/%Y}" if period.start and period.end else "not stated"
    total, average = results.printed_total.reductions, results.printed_average
    return [
        f"Host Party: {hosts}",
        f"Project participants: {'; '.join(p.entity for p in participants(read)) or 'not stated'}",
        f"Crediting period: {span}",
        f"Estimated emission reductions: {_tonnes(total)} in total, {_tonnes(average)} a year on average",
    ]


def _tonnes(value: Decimal | None) -> str:
    return "not calculated" if value is None else f"{format_number(value, 0)} t CO2e"


def _signature(read: Reader) -> list[str]:
    key = responsible_participant(read)
    if not key:
        return ["Yours faithfully,"]
    names = ("first_name", "last_name", "represented_by_title", "entity", "telephone", "email")
    first, last, *others = (read.text(cell_path("P.participants", key, name)) for name in names)
    return ["Yours faithfully,", "", *(line for line in (f"{first} {last}".strip(), *others) if line)]


def responsible_participant(read: Reader) -> str:
    """Row key of the entity that is responsible for the document; of the first one when none is, empty without any."""
    rows = read.rows("P.participants")
    responsible = (key for key in rows if read.cell("P.participants", key, "responsible_for_document") is True)
    return next(responsible, rows[0] if rows else "")
