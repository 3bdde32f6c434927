"""What an application to a host authority says: whom it goes to, the project on one page, a draft of the letter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from forms.bilingual import words_beside
from forms.blocks import Block, ListBlock, Paragraph, ParameterBlock, text_run
from forms.days import day_text
from forms.document import FACTS_DOCUMENT
from forms.facts import crediting_period, participants, parties, text
from forms.fieldpath import cell_path
from forms.quantities import unit_in_print
from forms.views.fields import answer_text
from forms.views.registry import content
from forms.views.sustainability import doubt, headed
from forms.views.yearly import tonnes

if TYPE_CHECKING:
    from forms.document import Reader
    from forms.facts import Party
    from forms.host_countries import HostCountry, Statement

_UNKNOWN = "……"
_MECHANISMS = {"cdm": "Clean Development Mechanism", "ji": "joint implementation"}


@content("host_authority")
def _authority(read: Reader) -> Iterator[Block]:
    """Who decides, in which language and how, and how sure that is."""
    for party, pack, heading in headed(read):
        yield from heading
        rows = (
            ("Host Party", party.name),
            ("Authority", _authority_name(party, pack)),
            ("Website", pack.authority.website),
            ("Languages of the application", _languages(pack)),
            ("Copies", pack.copies),
            ("Rules used here", f"{pack.title} ({_span(pack)})"),
            ("Steps", "; ".join(_stages(pack))),
            ("Remarks", pack.note),
        )
        yield _box((label, words) for label, words in rows if words)
        yield from doubt(pack)


def _authority_name(party: Party, pack: HostCountry) -> str:
    """The authority in English and, below, as it calls itself."""
    if pack.is_generic and party.authority:
        return party.authority
    return "\n".join(name for name in (pack.authority.name, pack.authority.own_name) if name)


def _languages(pack: HostCountry) -> str:
    joined = " and " if pack.bilingual else " or "
    return joined.join(pack.languages) or "Ask the authority."


def _span(pack: HostCountry) -> str:
    dates = (("from", pack.in_force.start), ("to", pack.in_force.end))
    return " ".join(f"{word} {day_text(day)}" for word, day in dates if day) or "dates not known"


def _stages(pack: HostCountry) -> Iterator[str]:
    for stage in pack.stages:
        details = "; ".join(part for part in (stage.time, f"fee: {stage.fee}" if stage.fee else "") if part)
        yield f"{stage.title} ({details})" if details else stage.title


# -- summary and letter ---------------------------------------------------------------------------------------------


@content("host_project_summary")
def _summary(read: Reader) -> Iterator[Block]:
    """The project on one page for the host authority."""
    period = crediting_period(read)
    span = f"{day_text(period.start)} to {day_text(period.end)}" if period.start and period.end else ""
    results = read.results
    rows = (
        ("Title", text(read, "P.title")),
        ("Mechanism", _MECHANISMS.get(text(read, "P.mechanism"), "")),
        ("Parties", "; ".join(_party(party) for party in parties(read))),
        ("Project participants", _entities(read)),
        ("Location", _location(read)),
        ("Technology", "; ".join(_equipment(read))),
        ("Installed capacity", _fact(read, "P.capacity")),
        ("Emission reductions a year", _with_unit(tonnes(results.printed_average))),
        ("Emission reductions in the crediting period", _with_unit(tonnes(results.printed_total.reductions))),
        ("Crediting period", span),
        ("Starting date", _fact(read, "P.start_date")),
        ("Operational lifetime", _fact(read, "P.lifetime")),
        ("Investment", f"{_fact(read, 'P.investment.amount')} {text(read, 'P.investment.currency')}".strip()),
    )
    yield _box((label, words or "(not answered yet)") for label, words in rows)


def _fact(read: Reader, path: str) -> str:
    """A fact with its unit, or why it is blank; empty when it is not answered."""
    answer, asked = read.answer(FACTS_DOCUMENT, path), read.asked(FACTS_DOCUMENT, path)
    return answer_text(read, FACTS_DOCUMENT, answer, asked) if answer and asked else ""


def _party(party: Party) -> str:
    return f"{party.name} (host)" if party.is_host else party.name


def _with_unit(shown: str) -> str:
    return "" if shown == "–" else f"{shown} {unit_in_print('tCO2e')}"


def _entities(read: Reader) -> str:
    return "; ".join(entity.entity for entity in participants(read))


def _location(read: Reader) -> str:
    return ", ".join(part for part in (text(read, "P.town"), text(read, "P.region")) if part)


def _equipment(read: Reader) -> Iterator[str]:
    for key in read.rows("P.equipment"):
        number, name, model, capacity, unit = (
            read.text(cell_path("P.equipment", key, column))
            for column in ("units", "name", "manufacturer_model", "capacity", "capacity_unit")
        )
        details = ", ".join(part for part in (model, f"{capacity} {unit}".strip() if capacity else "") if part)
        yield " ".join(
            part for part in (f"{number} ×" if number else "", name, f"({details})" if details else "") if part
        )


@content("host_draft_letter")
def _draft_letter(read: Reader) -> Iterator[Block]:
    """A draft of the letter of approval with every statement that it must make; the authority words its own."""
    mechanism = text(read, "P.mechanism")
    for party, pack, heading in headed(read):
        places = {
            "country": party.name,
            "title": text(read, "P.title") or _UNKNOWN,
            # The sentence that ends with “S.A.” needs no second full stop.
            "entities": _entities(read).removesuffix(".") or _UNKNOWN,
            "location": _location(read) or _UNKNOWN,
            "mechanism": _MECHANISMS.get(mechanism, _UNKNOWN),
            "authority": pack.authority.name if not pack.is_generic else party.authority or pack.authority.name,
            "capacity": read.text("P.capacity") or _UNKNOWN,
        }
        yield from heading
        yield Paragraph(text_run("Draft of the applicant. The authority words its own letter."), style="note")
        yield Paragraph(text_run(places["authority"]))
        yield Paragraph(text_run(f"Reference: {_UNKNOWN}   Date: {_UNKNOWN}"))
        yield Paragraph(text_run(f"Letter of approval: {places['title']}"))
        asked = pack.statements_for(mechanism)
        yield ListBlock(True, tuple(text_run(item.text.format_map(places)) for item in asked))
        yield from _in_second_language(read, asked, places)
        yield Paragraph(text_run(f"Signature, name and function: {_UNKNOWN}"))


def _in_second_language(read: Reader, asked: tuple[Statement, ...], places: Mapping[str, str]) -> Iterator[Block]:
    """The statements once more in the second language of the application, where there are words for all of them."""
    words = words_beside(read)
    made = tuple(text_run(words[item.text].format_map(places)) for item in asked if item.text in words)
    if made and len(made) == len(asked):
        yield ListBlock(True, made)


def _box(rows: Iterator[tuple[str, str]]) -> ParameterBlock:
    return ParameterBlock("", tuple((label, (Paragraph(text_run(words)),)) for label, words in rows))
