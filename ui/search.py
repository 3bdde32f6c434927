"""Finding: commands by name, sections and fields by title, label or path, answers by what they say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from forms import fieldtypes
from forms.document import Reader
from forms.fieldpath import field_of, parse
from forms.quantities import format_amount, unit_in_print
from ui.captions import document_names, number_of, place_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from decimal import Decimal

    from forms.answers import Answer, Answers
    from forms.definition import FormDefinition
    from forms.document import Snapshot
    from forms.fieldtypes import Asked

Kind = Literal["command", "section", "field", "answer"]
MOST = 200
_AROUND = 34
_MEMO = "ui.search"


@dataclass(frozen=True)
class Hit:
    """Something found. `target` is the id of a command or section, or a path; `matched` what was looked for."""

    kind: Kind
    title: str
    detail: str
    document: str = ""
    target: str = ""
    matched: str = ""


@dataclass(frozen=True)
class Candidate:
    """Something that can be found."""

    hit: Hit
    names: tuple[str, ...]
    """What it can be found by, in small letters, the best first."""


def candidates(snapshot: Snapshot) -> list[Candidate]:
    """Every section and field."""
    made: list[Candidate] = []
    names = document_names(Reader(snapshot))
    for name, document in snapshot.documents.items():
        title = names[name]
        made += _sections(document.form, name, title)
        made += _fields(document.form, name, title)
    return made


def commands(named: Mapping[str, tuple[str, str]]) -> list[Candidate]:
    """Commands by id, with their names and shortcuts."""
    return [Candidate(Hit("command", text, keys, "", key), (text.casefold(),)) for key, (text, keys) in named.items()]


def matching(text: str, known: Sequence[Candidate]) -> list[Hit]:
    """What has every word, the best first: exact paths and numbers, then beginnings of names, then of words."""
    words = text.casefold().split()
    if not words:
        return []
    ranked = [(rank, place, known[place].hit) for place in range(len(known)) if (rank := _rank(words, known[place]))]
    return [hit for _, _, hit in sorted(ranked, key=lambda item: item[:2])][:MOST]


def answers_saying(text: str, snapshot: Snapshot) -> list[Hit]:
    """Every answer that says this, in the order of the forms; small and capital letters alike."""
    wanted = " ".join(text.casefold().split())
    return list(_answers(wanted, snapshot)) if wanted else []


def _rank(words: Sequence[str], candidate: Candidate) -> int:
    """1 is best; 0 is no match."""
    whole = " ".join(words)
    everything = "\n".join(candidate.names)
    if whole in candidate.names:
        return 1
    if not all(word in everything for word in words):
        return 0
    if any(name.startswith(whole) for name in candidate.names):
        return 2
    return 3 if all(f" {word}" in f" {everything}".replace("\n", " ") for word in words) else 4


def _sections(form: FormDefinition, document: str, title: str) -> Iterator[Candidate]:
    for section in form.sections:
        number = number_of(section)
        hit = Hit("section", f"{number}  {section.title}".strip(), title, document, section.id)
        yield Candidate(hit, (number.casefold() or section.id.casefold(), section.title.casefold()))


def _fields(form: FormDefinition, document: str, title: str) -> Iterator[Candidate]:
    for field in form.fields.values():
        place = f"{title} · {number_of(form.section_of_field[field.path]) or form.section_of_field[field.path].title}"
        hit = Hit("field", field.label, place, document, field.path)
        yield Candidate(hit, (field.path.casefold(), field.label.casefold()))


# -- answers ------------------------------------------------------------------------------------------------------


def _answers(wanted: str, snapshot: Snapshot) -> Iterator[Hit]:
    read = Reader(snapshot)
    names = document_names(read)
    for name, document in snapshot.documents.items():
        for path, text, folded in _texts(read, name, document.answers):
            at = folded.find(wanted)
            if at >= 0:
                where = f"{names[name]} · {_where(document.form, path)}"
                yield Hit("answer", _around(text, at, len(wanted)), where, name, path, text[at : at + len(wanted)])


def _texts(read: Reader, document: str, answers: Answers) -> list[tuple[str, str, str]]:
    """(path, words, words in small letters) of every answer, in the order of the form; made once for each state."""
    known: list[tuple[str, str, str]] | None = answers.memo.get(_MEMO)
    if known is None:
        order = {path: place for place, path in enumerate(read.form(document).fields)}
        paths = sorted(answers, key=lambda path: order.get(field_of(path), len(order)))
        known = []
        for path in paths:
            text = _said(read, document, path, answers[path])
            if text:
                known.append((path, text, _folded(text)))
        answers.memo[_MEMO] = known
    return known


def _said(read: Reader, document: str, path: str, answer: Answer) -> str:
    if answer.is_blank_on_purpose:
        return " ".join(answer.blank_reason.split())
    asked = read.asked(document, path)
    if asked is None or answer.value is None or asked.type == "table":
        return ""
    if asked.type == "file":
        carried = read.snapshot.attachments.get(str(answer.value))
        return carried.name if carried else ""
    return "" if asked.type == "reference" else " ".join(_shown(answer.value, asked).split())


def _shown(value: object, asked: Asked) -> str:
    if asked.type == "number":
        number: Decimal = value  # type: ignore[assignment]
        return f"{format_amount(number, asked.unit)} {'' if asked.unit == '1' else unit_in_print(asked.unit)}".strip()
    return fieldtypes.show(value, asked)  # type: ignore[arg-type]


def _folded(text: str) -> str:
    """Small letters, one for each, so that places in both texts agree."""
    return "".join(sign.casefold() if len(sign.casefold()) == 1 else sign for sign in text)


def _where(form: FormDefinition, path: str) -> str:
    place = place_name(form, path)
    field, inside = form.field(path), parse(path)
    column = field.column(inside.column) if field is not None and inside.column else None
    return f"{place}, {column.label}" if column is not None else place


def _around(text: str, at: int, length: int) -> str:
    """The words round a place, with dots where more stands before or after."""
    start, end = max(0, at - _AROUND), min(len(text), at + length + 2 * _AROUND)
    return f"{'…' if start else ''}{text[start:end].strip()}{'…' if end < len(text) else ''}"
