"""A project as one JSON archive, out and in; also the JSON of single answers, which the store keeps as well.

The archive is canonical: sorted keys, numbers as strings, attachments in base64. What was exported, imported and
exported again is the same bytes. It holds no log of edits, no names of users and no folders.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NoReturn

from forms import fieldpath, fieldtypes
from forms.answers import Answer, Answers, Value
from forms.archive_parts import (
    DAMAGED_REMEDY,
    attachment_from_data,
    attachment_to_data,
    refuse_damaged,
    revision_from_data,
    revision_to_data,
    text_of,
)
from forms.catalogue import form
from forms.definition import Column, FormDefinition
from forms.document import APPROACH_DOCUMENT, COMPANION, FACTS_DOCUMENT, REVIEW_DOCUMENT, Place, Snapshot
from forms.errors import Damaged, Refused, UserError
from forms.periods import Duration
from forms.revisions import Revision, first_broken_revision
from forms.said import said

if TYPE_CHECKING:
    from forms.evidence import Attachment

FORMAT = "cerulean-project"
FORMAT_VERSION = 2
EMBEDDED_NAME = "project.cerulean.json"
LARGEST_ARCHIVE = 1024**3
MOST_ANSWERS = 500_000
LONGEST_PATH = 500
Head = tuple[str, str]
# Documents that follow from answers, or that every project has, are not named by the file.
_FOLLOWING = ("inputs_", COMPANION, REVIEW_DOCUMENT)
_DOCUMENT_ID = re.compile(r"[a-z][a-z0-9_]{0,60}")


@dataclass(frozen=True)
class SetAside:
    """An answer that cannot be read at its place: its JSON is kept as it is and goes back unchanged."""

    document: str
    path: str
    text: str
    reason: str


@dataclass(frozen=True)
class Content:
    """What a project file or an archive holds, apart from its log.

    `damage` says in sentences what was changed by another program since it was written, or by a fault of the disk.
    """

    snapshot: Snapshot
    set_aside: tuple[SetAside, ...] = ()
    revisions: tuple[Revision, ...] = ()
    damage: tuple[str, ...] = ()


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
        refuse_damaged(said("{data!r} is not an answer.", data=str(data)[:60]))
    unknown = set(data) - {"type", "value", "origin", "note", "blank"}
    if unknown:
        refuse_damaged(said("An answer has no {known}.", known=", ".join(sorted(map(str, unknown)))))
    type_name = data.get("type")
    if not isinstance(type_name, str | None):
        refuse_damaged(said("{type_name!r} is not a type of answers.", type_name=str(type_name)[:60]))
    # An empty narrative and an empty table are written alike.
    if asked and data.get("value") != [] and type_name not in {None, _TEXTUAL.get(asked.type, asked.type)}:
        refuse_damaged(
            said("“{asked}” cannot hold an answer of type {type_name!r}.", asked=asked.label, type_name=type_name)
        )
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
        refuse_damaged(said("{type_name!r} is not a type of answers.", type_name=type_name[:60]))
    return Column(key="value", label="value", type=type_name)


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
        refuse_damaged(said("The file has no project facts or no form."))
    for name, (form_id, _) in heads.items():
        expected = {FACTS_DOCUMENT: "project_facts", APPROACH_DOCUMENT: "specific_approach"}.get(name, form_id)
        if not _DOCUMENT_ID.fullmatch(name) or name.startswith(_FOLLOWING) or form_id != expected:
            refuse_damaged(said("The document {name!r} cannot be one of a project.", name=name[:60]))
    return {name: _form(*head) for name, head in heads.items()}


def _form(form_id: str, version: str) -> FormDefinition:
    try:
        return form(form_id, version)
    except UserError as error:
        remedy = said("Install the version of Cerulean that the project was written with, or a newer one.")
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
        msg = said("{path!r} is not a place of a form.", path=path[:80])
        raise Damaged(msg, DAMAGED_REMEDY) from error
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
    return b"".join(archive_pieces(content))


def archive_pieces(content: Content) -> Iterator[bytes]:
    """The archive in pieces, one attachment at a time: together they may not fit into memory."""
    snapshot, revisions = content.snapshot, content.revisions
    frozen = {"revisions": [revision_to_data(revision) for revision in revisions]} if revisions else {}
    # A program that knows no revisions refuses what it would lose, and only that.
    data = {**_data_of(content), **frozen, "format_version": 2 if revisions else 1, "attachments": []}
    if not snapshot.attachments:
        yield canonical_json(data)
        return
    # In sorted order the answers alone come before; no text holds a line break as it is, so the place is certain.
    before, after = canonical_json(data).split(b'\n "attachments": []', 1)
    yield before + b'\n "attachments": ['
    for number, sha256 in enumerate(sorted(snapshot.attachments)):
        item = canonical_json(attachment_to_data(snapshot.attachments[sha256])).rstrip().replace(b"\n", b"\n  ")
        yield (b",\n  " if number else b"\n  ") + item
    yield b"\n ]" + after


def export_state(snapshot: Snapshot) -> bytes:
    """The archive of what stands in a project, with its files named by their hashes but not carried."""
    named = [snapshot.attachments[sha256] for sha256 in sorted(snapshot.attachments)]
    files = [{"name": item.name, "media_type": item.media_type, "sha256": item.sha256} for item in named]
    return canonical_json({**_data_of(Content(snapshot)), "format_version": 1, "attachments": files})


def canonical_json(data: Mapping[str, Any]) -> bytes:
    """JSON in the one form that is hashed and compared: sorted, indented by one, in UTF-8, with an end of line."""
    return (json.dumps(data, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()


def _data_of(content: Content) -> dict[str, Any]:
    snapshot = content.snapshot
    answers = {
        name: {path: answer_to_data(answer) for path, answer in snapshot.answers[name].items()}
        for name in snapshot.answers
        if snapshot.answers[name]
    }
    return {
        "format": FORMAT,
        "documents": [
            {"id": name, "form": form_id, "version": version} for name, (form_id, version) in snapshot.heads.items()
        ],
        "answers": answers,
        "set_aside": [
            {"document": item.document, "path": item.path, "answer": item.text}
            for item in sorted(content.set_aside, key=lambda item: (item.document, item.path))
            if item.path not in snapshot.of(item.document)
        ],
    }


def import_project(archive: bytes) -> Content:
    """The content of an archive; the reverse of `export_project`.

    Raises:
        Damaged: not an archive, or one with an answer that its place cannot hold; the message names the place.
        Refused: written by a newer version, or for a form that does not ship.
    """
    data = _archive(archive)
    attachments = [attachment_from_data(item) for item in _list(data, "attachments")]
    content = _content_of(data, {attachment.sha256: attachment for attachment in attachments})
    return with_revisions(content, tuple(revision_from_data(item) for item in _list(data, "revisions")))


def import_state(archive: bytes, files: Mapping[str, Attachment]) -> Snapshot:
    """What stood in a project; of its files those that are still among `files`. The reverse of `export_state`.

    Raises:
        Damaged, Refused: as `import_project`.
    """
    data = _archive(archive)
    named = {text_of(item, "sha256"): item for item in _list(data, "attachments")}
    carried = {
        sha256: replace(files[sha256], name=text_of(item, "name"), media_type=text_of(item, "media_type"))
        for sha256, item in named.items()
        if sha256 in files
    }
    return _content_of(data, carried).snapshot


def with_revisions(content: Content, revisions: tuple[Revision, ...]) -> Content:
    """The content with its revisions; where they were changed since, that is said in `damage`."""
    broken = first_broken_revision(revisions)
    damage = () if broken is None else (f"Revision {broken} was changed since it was frozen, or lacks the one before.",)
    return replace(content, revisions=revisions, damage=(*content.damage, *damage))


def _content_of(data: Mapping[str, Any], carried: Mapping[str, Attachment]) -> Content:
    heads = dict(_head(item) for item in _list(data, "documents"))
    raw = dict(_raw_answers(data))
    aside = {
        (text_of(item, "document"), text_of(item, "path")): text_of(item, "answer") for item in _list(data, "set_aside")
    }
    content = read_content(heads, {**aside, **raw}, carried)
    for item in content.set_aside:
        if (item.document, item.path) in raw:
            msg = said(
                "The answer at {path} in “{document}” cannot be read: {reason}",
                path=item.path[:80],
                document=item.document[:60],
                reason=item.reason,
            )
            raise Damaged(msg, said("Correct it in the archive, or ask for a fresh export."))
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
        msg = said("It is not JSON that can be read ({error}).", error=str(error)[:120])
        raise Damaged(msg, DAMAGED_REMEDY) from error
    return data


def _no_float(text: str) -> NoReturn:
    refuse_damaged(said("The number {text} is not written as a decimal in quotes.", text=text[:40]))


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        refuse_damaged(said("{twice!r} is given twice.", twice=twice[:80]))
    return found


# Made once: an archive or a file has a thousand answers, each a JSON text of its own.
_DECODER = json.JSONDecoder(parse_float=_no_float, parse_constant=_no_float, object_pairs_hook=_once)


def _archive(archive: bytes) -> Mapping[str, Any]:
    if len(archive) > LARGEST_ARCHIVE:
        refuse_damaged(
            said("The archive is larger than {largest_archive} MB.", largest_archive=LARGEST_ARCHIVE // 1024**2)
        )
    data = parse_json(archive)
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        msg = said("This is JSON, but not the archive of a project.")
        raise Damaged(msg, said("Give a file written by: cerulean export PROJECT.cerulean ARCHIVE.json"))
    version = data.get("format_version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        refuse_damaged(said("The archive does not say in which version of the format it is written."))
    if version > FORMAT_VERSION:
        msg = said(
            "The archive is written in version {version} of the format; this program reads up to {format_version}.",
            version=version,
            format_version=FORMAT_VERSION,
        )
        raise Refused(msg, said("Install a newer version of Cerulean."))
    return data


def _head(item: Mapping[str, Any]) -> tuple[str, Head]:
    return text_of(item, "id"), (text_of(item, "form"), text_of(item, "version"))


def _raw_answers(data: Mapping[str, Any]) -> Iterator[tuple[Place, str]]:
    documents = data.get("answers", {})
    if not isinstance(documents, dict) or not all(isinstance(paths, dict) for paths in documents.values()):
        refuse_damaged(said("The answers of the archive are not sorted by document and path."))
    if sum(map(len, documents.values())) > MOST_ANSWERS:
        refuse_damaged(said("The archive has more than {most_answers:,} answers.", most_answers=MOST_ANSWERS))
    for name, paths in documents.items():
        for path, answer in paths.items():
            if len(path) > LONGEST_PATH:
                refuse_damaged(said("{path!r} is not a place of a form.", path=path[:60]))
            yield (name, path), answer_text(answer)


def answer_text(data: object) -> str:
    """The JSON of an answer as it is stored: on one line, with sorted keys."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _list(data: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    found = data.get(name, [])
    if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
        refuse_damaged(said("“{name}” of the archive is not a list of entries.", name=name))
    return found
