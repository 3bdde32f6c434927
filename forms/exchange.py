"""A project as one JSON archive, out and in; also the JSON of single answers, which the store keeps as well.

The archive is canonical: sorted keys, numbers as strings, attachments in base64. What was exported, imported and
exported again is the same bytes. It holds no log of edits, no names of users and no folders.
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import PurePath
from typing import Any, NoReturn

from forms import fieldpath, fieldtypes
from forms.answers import Answer, Answers, Value
from forms.catalogue import form
from forms.definition import Column, FormDefinition
from forms.document import APPROACH_DOCUMENT, COMPANION, FACTS_DOCUMENT, Place, Snapshot
from forms.errors import Damaged, Refused, UserError
from forms.evidence import LARGEST, Attachment
from forms.periods import Duration

FORMAT = "cerulean-project"
FORMAT_VERSION = 1
EMBEDDED_NAME = "project.cerulean.json"
LARGEST_ARCHIVE = 1024**3
MOST_ANSWERS = 500_000
LONGEST_PATH = 500
Head = tuple[str, str]
_DAMAGED_REMEDY = "Ask whoever sent it for a fresh export, or take the project file itself."
_DOCUMENT_ID = re.compile(r"[a-z][a-z0-9_]{0,60}")
_MEDIA_TYPE = re.compile(r"[\w.+-]{1,80}/[\w.+-]{1,80}")


@dataclass(frozen=True)
class SetAside:
    """An answer that cannot be read at its place: its JSON is kept as it is and goes back unchanged."""

    document: str
    path: str
    text: str
    reason: str


@dataclass(frozen=True)
class Content:
    """What a project file or an archive holds, apart from its log."""

    snapshot: Snapshot
    set_aside: tuple[SetAside, ...] = ()


# -- one answer ---------------------------------------------------------------------------------------------


def answer_to_data(answer: Answer) -> dict[str, Any]:
    """JSON of an answer that says its own type, so that it can be read where no form knows its place."""
    if answer.value is None:
        return {"blank": answer.blank_reason}
    asked = Column(key="value", label="value", type=_type_of(answer.value))
    return {"type": asked.type, **fieldtypes.answer_to_json(answer, asked)}


def answer_from_data(data: object, asked: fieldtypes.Asked | None) -> Answer:
    """The answer of its JSON. `asked` is the place it stands at; without it the answer's own type counts.

    Raises:
        UserError: not the JSON of an answer, or not one that this place can hold.
    """
    if not isinstance(data, Mapping):
        _wrong(f"{str(data)[:60]!r} is not an answer.")
    unknown = set(data) - {"type", "value", "origin", "note", "blank"}
    if unknown:
        _wrong(f"An answer has no {', '.join(sorted(map(str, unknown)))}.")
    type_name = data.get("type")
    if not isinstance(type_name, str | None):
        _wrong(f"{str(type_name)[:60]!r} is not a type of answers.")
    # An empty narrative and an empty table are written alike.
    if asked and data.get("value") != [] and type_name not in {None, _TEXTUAL.get(asked.type, asked.type)}:
        _wrong(f"“{asked.label}” cannot hold an answer of type {type_name!r}.")
    return fieldtypes.answer_from_json(dict(data), asked or _typed_place(type_name))


def _type_of(value: Value) -> str:
    match value:
        case bool():
            return "yes_no"
        case str():
            return "text"
        case Decimal():
            return "number"
        case dt.date():
            return "date"
        case Duration():
            return "duration"
        case () | (str(), *_):
            return "table"
        case _:
            return "prose"


# Types that differ in what may be answered, not in how an answer is written.
_TEXTUAL = {"choice": "text", "reference": "text", "file": "text"}
_TYPES = frozenset({"yes_no", "text", "number", "date", "duration", "table", "prose"})


def _typed_place(type_name: str | None) -> fieldtypes.Asked:
    if type_name is None:
        # A reason for leaving blank needs no type; any other answer is then refused as text.
        return Column(key="value", label="value")
    if type_name not in _TYPES:
        _wrong(f"{type_name[:60]!r} is not a type of answers.")
    return Column(key="value", label="value", type=type_name)


def _wrong(message: str) -> NoReturn:
    raise Damaged(message, _DAMAGED_REMEDY)


# -- all answers --------------------------------------------------------------------------------------------


def read_content(heads: Mapping[str, Head], raw: Mapping[Place, str], attachments: Mapping[str, Attachment]) -> Content:
    """Answers from their JSON texts, each checked against the form that asks for it.

    A path that no form knows keeps its answer; an answer that its place cannot hold is set aside.

    Raises:
        Refused: a document fills in a form that does not ship.
        Damaged: the documents are not those of a project.
    """
    forms = _forms(heads)
    reading = _Reading(raw)
    answers = {name: reading.document(name, forms.get(name)) for name in sorted(forms)}
    # What the methodologies ask follows from facts and approach, which are read by now.
    asking = Snapshot(dict(heads), answers)
    for name in sorted({document for document, _ in raw} - set(forms)):
        inputs = asking.documents.get(name)
        answers[name] = reading.document(name, inputs.form if inputs else None)
    kept = {name: found for name, found in answers.items() if found}
    return Content(Snapshot(dict(heads), kept, dict(attachments)), tuple(reading.set_aside))


def _forms(heads: Mapping[str, Head]) -> dict[str, FormDefinition]:
    own = {FACTS_DOCUMENT, APPROACH_DOCUMENT}
    if FACTS_DOCUMENT not in heads or not set(heads) - own:
        _wrong("The file has no project facts or no form.")
    for name, (form_id, _) in heads.items():
        expected = {FACTS_DOCUMENT: "project_facts", APPROACH_DOCUMENT: "specific_approach"}.get(name, form_id)
        if not _DOCUMENT_ID.fullmatch(name) or name.startswith(("inputs_", COMPANION)) or form_id != expected:
            _wrong(f"The document {name[:60]!r} cannot be one of a project.")
    return {name: _form(*head) for name, head in heads.items()}


def _form(form_id: str, version: str) -> FormDefinition:
    try:
        return form(form_id, version)
    except UserError as error:
        remedy = "Install the version of Cerulean that the project was written with, or a newer one."
        raise Refused(error.message, remedy) from error


class _Reading:
    """Takes the JSON texts document by document and collects what has to be set aside."""

    def __init__(self, raw: Mapping[Place, str]) -> None:
        self.set_aside: list[SetAside] = []
        self._by_document: dict[str, dict[str, str]] = {}
        for (document, path), text in raw.items():
            self._by_document.setdefault(document, {})[path] = text

    def document(self, name: str, definition: FormDefinition | None) -> Answers:
        """Answers of one document; without a definition all of them are without a place."""
        found: dict[str, Answer] = {}
        for path, text in sorted(self._by_document.get(name, {}).items()):
            try:
                found[path] = answer_from_data(parse_json(text), asked_at(definition, path))
            except UserError as error:
                self.set_aside.append(SetAside(name, path, text, error.message))
        return Answers(found)


def asked_at(definition: FormDefinition | None, path: str) -> fieldtypes.Asked | None:
    """The field, column or matrix that a path lies in; `None` when the form does not know it.

    Raises:
        UserError: no form could have such a path.
    """
    try:
        place = fieldpath.parse(path)
    except ValueError as error:
        msg = f"{path[:80]!r} is not a place of a form."
        raise Damaged(msg, _DAMAGED_REMEDY) from error
    field = definition.fields.get(place.field) if definition else None
    # A view has its answer at the fact that it shows; what is calculated has none at all.
    if field is None or field.home or field.calculate or field.type == "generated":
        return None
    if not place.row:
        return field
    if field.type == "table":
        return field.column(place.column)
    return field if field.indices and not place.column else None


# -- the archive --------------------------------------------------------------------------------------------


def export_project(content: Content) -> bytes:
    """The archive as UTF-8 JSON; the same content always gives the same bytes."""
    snapshot = content.snapshot
    answers = {
        name: {path: answer_to_data(answer) for path, answer in snapshot.answers[name].items()}
        for name in snapshot.answers
        if snapshot.answers[name]
    }
    data = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "documents": [
            {"id": name, "form": form_id, "version": version} for name, (form_id, version) in snapshot.heads.items()
        ],
        "answers": answers,
        "set_aside": [
            {"document": item.document, "path": item.path, "answer": item.text}
            for item in sorted(content.set_aside, key=lambda item: (item.document, item.path))
            if item.path not in snapshot.of(item.document)
        ],
        "attachments": [_attachment_to_data(snapshot.attachments[sha256]) for sha256 in sorted(snapshot.attachments)],
    }
    return (json.dumps(data, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()


def import_project(archive: bytes) -> Content:
    """The content of an archive; the reverse of `export_project`.

    Raises:
        Damaged: not an archive, or one with an answer that its place cannot hold; the message names the place.
        Refused: written by a newer version, or for a form that does not ship.
    """
    data = _archive(archive)
    heads = dict(_head(item) for item in _list(data, "documents"))
    raw = dict(_raw_answers(data))
    aside = {(_text(item, "document"), _text(item, "path")): _text(item, "answer") for item in _list(data, "set_aside")}
    attachments = [_attachment_from_data(item) for item in _list(data, "attachments")]
    carried = {attachment.sha256: attachment for attachment in attachments}
    content = read_content(heads, {**aside, **raw}, carried)
    for item in content.set_aside:
        if (item.document, item.path) in raw:
            msg = f"The answer at {item.path[:80]} in “{item.document[:60]}” cannot be read: {item.reason}"
            raise Damaged(msg, "Correct it in the archive, or ask for a fresh export.")
    return content


def parse_json(source: str | bytes) -> object:
    """JSON without what a project never holds.

    That is: numbers that are not whole, names given twice, endless nesting, halves of characters.

    Raises:
        Damaged: it is not such JSON.
    """
    try:
        text = source if isinstance(source, str) else source.decode()
        data = _DECODER.decode(text)
        if "\\u" in text:
            # Half a character can be written as an escape, but no file can keep it.
            json.dumps(data, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        msg = f"It is not JSON that can be read ({str(error)[:120]})."
        raise Damaged(msg, _DAMAGED_REMEDY) from error
    return data


def _no_float(text: str) -> NoReturn:
    _wrong(f"The number {text[:40]} is not written as a decimal in quotes.")


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        _wrong(f"{twice[:80]!r} is given twice.")
    return found


# Made once: an archive or a file has a thousand answers, each a JSON text of its own.
_DECODER = json.JSONDecoder(parse_float=_no_float, parse_constant=_no_float, object_pairs_hook=_once)


def _archive(archive: bytes) -> Mapping[str, Any]:
    if len(archive) > LARGEST_ARCHIVE:
        _wrong(f"The archive is larger than {LARGEST_ARCHIVE // 1024**2} MB.")
    data = parse_json(archive)
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        msg = "This is JSON, but not the archive of a project."
        raise Damaged(msg, "Give a file written by: cerulean export PROJECT.cerulean ARCHIVE.json")
    version = data.get("format_version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        _wrong("The archive does not say in which version of the format it is written.")
    if version > FORMAT_VERSION:
        msg = f"The archive is written in version {version} of the format; this program reads up to {FORMAT_VERSION}."
        raise Refused(msg, "Install a newer version of Cerulean.")
    return data


def _head(item: Mapping[str, Any]) -> tuple[str, Head]:
    return _text(item, "id"), (_text(item, "form"), _text(item, "version"))


def _raw_answers(data: Mapping[str, Any]) -> Iterator[tuple[Place, str]]:
    documents = data.get("answers", {})
    if not isinstance(documents, dict) or not all(isinstance(paths, dict) for paths in documents.values()):
        _wrong("The answers of the archive are not sorted by document and path.")
    if sum(map(len, documents.values())) > MOST_ANSWERS:
        _wrong(f"The archive has more than {MOST_ANSWERS:,} answers.")
    for name, paths in documents.items():
        for path, answer in paths.items():
            if len(path) > LONGEST_PATH:
                _wrong(f"{path[:60]!r} is not a place of a form.")
            yield (name, path), answer_text(answer)


def answer_text(data: object) -> str:
    """The JSON of an answer as it is stored: on one line, with sorted keys."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _list(data: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    found = data.get(name, [])
    if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
        _wrong(f"“{name}” of the archive is not a list of entries.")
    return found


def _text(item: Mapping[str, Any], name: str) -> str:
    found = item.get(name)
    if not isinstance(found, str):
        _wrong(f"An entry of the archive has no text for “{name}”.")
    return found


def _attachment_to_data(carried: Attachment) -> dict[str, str]:
    return {
        "name": carried.name,
        "media_type": carried.media_type,
        "sha256": carried.sha256,
        "content": base64.b64encode(carried.content).decode("ascii"),
    }


def _attachment_from_data(item: Mapping[str, Any]) -> Attachment:
    try:
        content = base64.b64decode(_text(item, "content"), validate=True)
    except (binascii.Error, ValueError) as error:
        msg = f"The attachment {_text(item, 'name')[:60]!r} is damaged."
        raise Damaged(msg, _DAMAGED_REMEDY) from error
    return checked_attachment(_text(item, "name"), _text(item, "media_type"), content, _text(item, "sha256"))


def checked_attachment(name: str, media_type: str, content: bytes, sha256: str) -> Attachment:
    """An attachment from a file that we did not write just now.

    Raises:
        Damaged: the content is not what its hash says, it is too large, or its name leads to another folder.
    """
    if len(content) > LARGEST or hashlib.sha256(content).hexdigest() != sha256:
        _wrong(f"The attachment {name[:60]!r} is damaged.")
    if name in {"", ".", ".."} or PurePath(name.replace("\\", "/")).name != name or len(name) > 255:
        _wrong(f"{name[:60]!r} is not the name of a file.")
    if not _MEDIA_TYPE.fullmatch(media_type):
        _wrong(f"{media_type[:60]!r} is not a media type.")
    return Attachment(name, media_type, content, sha256)
