"""Reads a pack from TOML; what is missing, unknown or contradicts itself is named with file and key."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from decimal import Decimal
from string import Formatter
from typing import TYPE_CHECKING

from forms.errors import DefinitionError
from forms.host_countries.entries import Entry
from forms.host_countries.model import (
    DIMENSIONS,
    AskedDocument,
    Authority,
    Criterion,
    DecisionRule,
    HostCountry,
    Scale,
    Source,
    Stage,
    Statement,
    Units,
)
from forms.host_countries.scoring import DECISIONS
from forms.periods import InForce
from forms.tables import party

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

MECHANISMS = ("any", "cdm", "ji")
SCALES = ("steps", "yes_no", "direction")
PLACES = frozenset({"country", "title", "entities", "location", "mechanism", "authority", "capacity"})
COLUMNS = frozenset({"", "ratified", "voluntary", "sustainable_development", "unconditional", "authorised", "date"})


def read_pack(file: Traversable, common: HostCountry | None = None) -> HostCountry:
    """One file. Statements, and criteria with their scale and decision rule, come from `common` where it has none.

    Raises:
        DefinitionError: with the file and the key that is wrong.
    """
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise DefinitionError(str(error), file.name) from error
    head = Entry(data, file.name)
    pack = _pack(head, common)
    head.finish()
    _check(pack, head)
    return pack


def _pack(head: Entry, common: HostCountry | None) -> HostCountry:
    evidence = head.evidence()
    statements = tuple(_statement(row, evidence) for row in head.rows("statement"))
    judged = common if common and not any(head.has(key) for key in ("criterion", "scale", "decision")) else None
    return HostCountry(
        code=head.text("code", ""),
        version=head.text("version"),
        title=head.text("title"),
        mechanisms=head.texts("mechanisms"),
        evidence=evidence,
        in_force=InForce(head.day("in_force_from"), head.day("in_force_to")),
        note=head.text("note", ""),
        authority=_authority(head.table("authority")),
        languages=head.texts("languages"),
        bilingual=head.flag("bilingual"),
        copies=head.text("copies", ""),
        scale=judged.scale if judged else _scale(head.table("scale")),
        decision=judged.decision if judged else _decision(head.table("decision"), evidence),
        units=_units(head.table("units")),
        dimensions=judged.dimensions if judged else head.mapping("dimensions", DIMENSIONS),
        criteria=_stand_in(judged) if judged else tuple(_criterion(row, evidence) for row in head.rows("criterion")),
        documents=tuple(_document(row, evidence) for row in head.rows("document")),
        statements=statements or (common.statements if common else ()),
        stages=tuple(_stage(row) for row in head.rows("stage")),
        sources=tuple(_source(row) for row in head.rows("source")),
    )


def _stand_in(judged: HostCountry) -> tuple[Criterion, ...]:
    """Criteria for those of a country that could not be read: nothing about them was found there."""
    return tuple(replace(item, evidence="unverified") for item in judged.criteria)


def _authority(entry: Entry) -> Authority:
    made = Authority(name=entry.text("name"), own_name=entry.text("own_name", ""), website=entry.text("website", ""))
    entry.finish()
    return made


def _scale(entry: Entry) -> Scale:
    made = Scale(
        kind=entry.one_of("kind", SCALES),
        lowest=entry.integer("lowest"),
        highest=entry.integer("highest"),
        help=entry.text("help", ""),
    )
    entry.finish()
    if (made.kind == "steps") != (made.lowest < made.highest):
        raise entry.wrong("lowest", "steps need a lowest below their highest score, other scales have neither")
    return made


def _decision(entry: Entry, evidence: str) -> DecisionRule:
    rule = entry.one_of("rule", DECISIONS)
    threshold = entry.number("threshold")
    made = DecisionRule(
        rule=rule, threshold=threshold or Decimal(0), help=entry.text("help"), evidence=entry.evidence(evidence)
    )
    entry.finish()
    if (rule == "sum") != (threshold is not None):
        raise entry.wrong("threshold", "belongs to the rule “sum”, and to no other")
    return made


def _units(entry: Entry) -> Units:
    made = Units(
        share=entry.number("share"),
        least_tonnes=entry.number("least_tonnes"),
        help=entry.text("help", ""),
        evidence=entry.evidence("unverified"),
    )
    entry.finish()
    if made.share is not None and not 0 < made.share <= 100:
        raise entry.wrong("share", "must be a percentage above 0 and up to 100")
    return made


def _criterion(entry: Entry, evidence: str) -> Criterion:
    weight = entry.number("weight")
    made = Criterion(
        id=entry.text("id"),
        dimension=entry.one_of("dimension", DIMENSIONS),
        title=entry.text("title"),
        help=entry.text("help"),
        weight=Decimal(1) if weight is None else weight,
        evidence=entry.evidence(evidence),
        own_title=entry.text("own_title", ""),
    )
    entry.finish()
    if made.weight <= 0:
        raise entry.wrong("weight", "must be above zero")
    return made


def _document(entry: Entry, evidence: str) -> AskedDocument:
    made = AskedDocument(
        id=entry.text("id"),
        title=entry.text("title"),
        when=entry.text("when", ""),
        mechanism=entry.one_of("mechanism", MECHANISMS, "any"),
        source=entry.text("source"),
        evidence=entry.evidence(evidence),
        own_title=entry.text("own_title", ""),
    )
    entry.finish()
    return made


def _statement(entry: Entry, evidence: str) -> Statement:
    made = Statement(
        id=entry.text("id"),
        title=entry.text("title"),
        text=entry.text("text"),
        column=entry.one_of("column", COLUMNS, ""),
        mechanism=entry.one_of("mechanism", MECHANISMS, "any"),
        evidence=entry.evidence(evidence),
    )
    entry.finish()
    if unknown := {name for _, name, _, _ in Formatter().parse(made.text) if name is not None} - PLACES:
        raise entry.wrong("text", f"has a place that is not known: {', '.join(sorted(unknown))}")
    return made


def _stage(entry: Entry) -> Stage:
    made = Stage(title=entry.text("title"), time=entry.text("time", ""), fee=entry.text("fee", ""))
    entry.finish()
    return made


def _source(entry: Entry) -> Source:
    made = Source(title=entry.text("title"), address=entry.text("address", ""))
    entry.finish()
    return made


def _check(pack: HostCountry, head: Entry) -> None:
    """What only the whole can tell."""
    if pack.code and not party(pack.code):
        raise head.wrong("code", f"{pack.code!r} is no code of a Party")
    if f"{pack.code.lower() or 'generic'}.toml" != head.file:
        raise head.wrong("code", f"{pack.code!r} does not belong to this file")
    if not pack.mechanisms or not set(pack.mechanisms) <= {"cdm", "ji"}:
        raise head.wrong("mechanisms", "must name cdm, ji or both")
    if not pack.sources or not pack.statements:
        raise head.wrong("source" if not pack.sources else "statement", "is missing")
    if pack.in_force.start and pack.in_force.end and pack.in_force.end < pack.in_force.start:
        raise head.wrong("in_force_to", "lies before in_force_from")
    if not pack.scale.kind.startswith(DECISIONS[pack.decision.rule].scale):
        raise head.wrong("decision.rule", f"{pack.decision.rule!r} does not fit the scale {pack.scale.kind!r}")
    for name in ("criteria", "documents", "statements"):
        ids = [item.id for item in getattr(pack, name)]
        if twice := sorted({item for item in ids if ids.count(item) > 1}):
            raise head.wrong(name, f"stands twice: {', '.join(twice)}")
