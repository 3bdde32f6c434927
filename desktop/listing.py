"""What ships, as plain data for `cerulean list`: forms, methodologies, rules, host countries, dossiers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from forms.methodologies import Methodology, Option, Parameter
    from forms.periods import InForce
    from forms.rules.held import Held

Entry = dict[str, Any]


def listed(kind: str) -> list[Entry]:
    """Entries of one kind, each with id, version, title, evidence, in_force_from and in_force_to."""
    return LISTS[kind]()


def _entry(entry_id: str, version: str, title: str, *, evidence: str, start: str | None, end: str | None) -> Entry:
    return {
        "id": entry_id,
        "version": version,
        "title": title,
        "evidence": evidence,
        "in_force_from": start or None,
        "in_force_to": end or None,
    }


def _span(in_force: InForce) -> dict[str, str | None]:
    return {
        "start": in_force.start.isoformat() if in_force.start else None,
        "end": in_force.end.isoformat() if in_force.end else None,
    }


def _forms() -> list[Entry]:
    from forms.catalogue import forms

    return [
        _entry(form.id, form.version, form.title, evidence=form.evidence, **_span(form.in_force))
        | {"code": form.code, "mechanism": form.mechanism, "scale": form.scale, "recipients": form.recipients}
        for form in forms()
    ]


def _methodologies() -> list[Entry]:
    from forms.methodologies import methodologies

    return [
        _entry(
            found.code, found.version, found.title,
            evidence=found.evidence, start=found.in_force_from, end=found.in_force_to,
        )
        | {
            "kind": found.kind,
            "scopes": found.scopes,
            "scale": found.scale,
            "parameters": [_parameter(parameter, found) for parameter in found.parameters],
            "sets": [
                {"id": item.id, "kind": item.kind, "label": item.label, "members": item.members} for item in found.sets
            ],
            "options": [
                {
                    "id": item.id,
                    "label": item.label,
                    "choices": [choice.code for choice in item.choices],
                    "default": item.default or None,
                    "when": _option_when(item, found),
                }
                for item in found.options
            ],
        }
        for found in methodologies()
    ]  # fmt: skip


def _option_when(option: Option, methodology: Methodology) -> str | None:
    """When the option is asked; `None` for always."""
    from forms.methodologies.asking import ALWAYS, asked_when

    asked = asked_when(methodology, option.when)
    return None if asked == ALWAYS else asked


def _required(parameter: Parameter, methodology: Methodology) -> bool | str:
    """Whether a value must be given: yes, no (there is a default, or the data of a row decide), or a condition."""
    from forms.methodologies.asking import ALWAYS, NEVER, asked_when

    if parameter.required is False or parameter.default or parameter.default_table:
        return False
    asked = asked_when(methodology, parameter.when, None if parameter.required is True else parameter.required)
    return {ALWAYS: True, NEVER: False}.get(asked, asked)


def _parameter(parameter: Parameter, methodology: Methodology) -> Entry:
    return {
        "symbol": parameter.symbol,
        "unit": str(parameter.input_unit),
        "description": parameter.description,
        "indices": parameter.indices,
        "default": parameter.default or None,
        "default_table": parameter.default_table.table if parameter.default_table else None,
        "initial": parameter.initial or None,
        "required": _required(parameter, methodology),
        "kind": parameter.kind,
        "type": parameter.type,
        "choices": [choice.code for choice in parameter.choices],
        "minimum": parameter.minimum or None,
        "maximum": parameter.maximum or None,
    }


def _rules() -> list[Entry]:
    from forms.rules import RULE_SET, all_rules
    from forms.rules.held import held

    rules = [
        _entry(rule.id, RULE_SET, rule.title, evidence=rule.evidence, **_span(rule.in_force))
        | {
            "severity": rule.severity.value,
            "step": rule.step.value,
            "theme": rule.theme,
            "source": rule.source,
            "mechanism": rule.mechanism,
            "recipients": rule.recipients,
            "held": None,
        }
        for rule in all_rules()
    ]
    return [*rules, *(_held_clause(clause, RULE_SET) for clause in held())]


def _held_clause(clause: Held, version: str) -> Entry:
    """A clause that no rule looks for: it has neither severity nor theme, and says how it is held."""
    return _entry(clause.id, version, clause.title, evidence="found", start=None, end=None) | {
        "severity": None,
        "step": None,
        "theme": None,
        "source": clause.source,
        "mechanism": "ji" if clause.id.startswith("JI-") else "cdm",
        "recipients": (),
        "held": clause.words,
    }


def _host_countries() -> list[Entry]:
    from forms.catalogue import host_countries

    return [
        _entry(pack.code or "generic", pack.version, pack.title, evidence=pack.evidence, **_span(pack.in_force))
        | {
            "country": pack.country,
            "mechanisms": pack.mechanisms,
            "authority": {"name": pack.authority.name, "own_name": pack.authority.own_name,
                          "website": pack.authority.website},
            "languages": pack.languages,
            "bilingual": pack.bilingual,
            "scale": {"kind": pack.scale.kind, "allowed": pack.scale.allowed},
            "decision": {"rule": pack.decision.rule, "help": pack.decision.help, "evidence": pack.decision.evidence},
            "criteria": [
                {"id": item.id, "dimension": item.dimension, "title": item.title, "evidence": item.evidence}
                for item in pack.criteria
            ],
            "documents": [
                {"id": item.id, "title": item.title, "when": item.when, "mechanism": item.mechanism,
                 "source": item.source, "evidence": item.evidence}
                for item in pack.documents
            ],
            "statements": [
                {"id": item.id, "title": item.title, "mechanism": item.mechanism, "evidence": item.evidence}
                for item in pack.statements
            ],
            "share_of_units": None if pack.units.share is None else str(pack.units.share),
            "note": pack.note,
            "sources": [{"title": source.title, "address": source.address} for source in pack.sources],
        }
        for pack in host_countries()
    ]  # fmt: skip


def _dossiers() -> list[Entry]:
    from reports.dossier import all_dossiers

    return [
        _entry(dossier.id, "", dossier.title, evidence="found", start=None, end=None)
        | {"recipients": dossier.recipients}
        for dossier in all_dossiers()
    ]


LISTS: Mapping[str, Callable[[], list[Entry]]] = {
    "forms": _forms,
    "methodologies": _methodologies,
    "rules": _rules,
    "host-countries": _host_countries,
    "dossiers": _dossiers,
}
