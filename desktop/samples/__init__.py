"""Sample projects, complete enough to be checked, calculated and printed; each is a TOML file in this folder."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from forms import fieldtypes
from forms.answers import Answer, Origin
from forms.document import APPROACH_DOCUMENT, FACTS_DOCUMENT, companion_document, inputs_document
from forms.errors import DefinitionError, UserError
from forms.evidence import attachment
from forms.exchange import Content
from forms.fieldpath import cell_path
from forms.project import Project
from forms.said import said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from importlib.resources.abc import Traversable

    from forms.answers import Value
    from forms.document import Snapshot

Place = tuple[str, str]
_ANSWER_KEYS = frozenset({"value", "origin", "note", "blank"})


@dataclass(frozen=True)
class Sample:
    """A sample project that ships: its id, what it is called, and the form with its version."""

    id: str
    title: str
    form_id: str
    form_version: str


@cache
def samples() -> tuple[Sample, ...]:
    """Every sample that ships, by id."""
    return tuple(_sample(file) for file in sorted(_files(), key=lambda file: file.name))


def content(sample_id: str) -> Content:
    """The project of a sample, every value read as if it had been typed.

    Raises:
        UserError: there is no such sample.
        DefinitionError: a value that its place cannot hold, with file and path.
    """
    found = next((sample for sample in samples() if sample.id == sample_id), None)
    if found is None:
        msg = said("There is no sample {sample_id!r}.", sample_id=sample_id)
        raise UserError(msg, said("Samples: {known}.", known=", ".join(sample.id for sample in samples())))
    data = _read(files("desktop") / "samples" / f"{sample_id}.toml")
    return Content(_Filling(found, data).filled())


class _Filling:
    """Puts the values of one file through the gate of a new project."""

    def __init__(self, sample: Sample, data: Mapping[str, Any]) -> None:
        self._data = data
        self._file = f"{sample.id}.toml"
        self._form_id = sample.form_id
        self._project = Project.new(sample.form_id, sample.form_version)

    def filled(self) -> Snapshot:
        """The snapshot with everything answered."""
        with self._project.edit("Sample"):
            for document, answers in self._documents():
                for path, given in answers.items():
                    self._put(document, path, given)
        return self._project.snapshot

    def _documents(self) -> Iterator[tuple[str, Mapping[str, Any]]]:
        known = {"form", "title", "facts", "document", "approach", "inputs", "companions"}
        if unknown := sorted(set(self._data) - known):
            msg = f"unknown table {', '.join(unknown)}"
            raise DefinitionError(msg, self._file)
        # The approach before the facts: once the facts name it, each answer would build it anew.
        yield APPROACH_DOCUMENT, self._data.get("approach", {})
        yield FACTS_DOCUMENT, self._data.get("facts", {})
        for key, answers in self._data.get("inputs", {}).items():
            yield inputs_document(key), answers
        yield self._form_id, self._data.get("document", {})
        for key, answers in self._data.get("companions", {}).items():
            yield companion_document(key), answers

    def _put(self, document: str, path: str, given: object) -> None:
        try:
            for place, item in _places(path, given):
                self._project.put(document, place, self._answer(document, place, item))
        except UserError as error:
            raise DefinitionError(str(error), self._file, f"{document} {path}") from error

    def _answer(self, document: str, path: str, given: object) -> Answer:
        if isinstance(given, tuple):
            return Answer(given)
        if isinstance(given, dict):
            return self._detailed(document, path, given)
        return Answer(self._value(document, path, given))

    def _detailed(self, document: str, path: str, given: Mapping[str, Any]) -> Answer:
        if "blank" in given:
            return Answer(blank_reason=str(given["blank"]))
        origin = Origin(given.get("origin", "typed"))
        return Answer(self._value(document, path, given["value"]), origin, str(given.get("note", "")))

    def _value(self, document: str, path: str, given: object) -> Value:
        asked = self._project.read.asked(*self._project.read.home_of(document, path))
        if asked is None:
            msg = said("There is no place {path!r}.", path=path)
            raise UserError(msg)
        if asked.type == "file":
            return self._attached(str(given))
        return given if isinstance(given, bool) else fieldtypes.parse(str(given), asked)

    def _attached(self, name: str) -> str:
        """A file beside the samples, carried in the project."""
        file = files("desktop") / "samples" / name
        if not file.is_file():
            msg = said("There is no file {name!r} beside the samples.", name=name)
            raise UserError(msg)
        return self._project.attach(attachment(name, file.read_bytes()))


def _places(path: str, given: object) -> Iterator[tuple[str, Any]]:
    """A value as it is, a table as the order of its rows and their cells, a matrix as its cells."""
    if isinstance(given, list):
        yield path, tuple(str(row["key"]) for row in given)
        for row in given:
            yield from ((cell_path(path, str(row["key"]), name), row[name]) for name in row if name != "key")
    elif isinstance(given, dict) and not set(given) <= _ANSWER_KEYS:
        yield from ((f"{path}[{index}]", value) for index, value in given.items())
    else:
        yield path, given


def _sample(file: Traversable) -> Sample:
    data = _read(file)
    form_id, _, version = str(data.get("form", "")).partition(":")
    title = data.get("title") or data.get("facts", {}).get("P.title", "")
    return Sample(file.name.removesuffix(".toml"), str(title), form_id, version)


def _read(file: Traversable) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise DefinitionError(str(error), file.name) from error


def _files() -> Sequence[Traversable]:
    return [file for file in (files("desktop") / "samples").iterdir() if file.name.endswith(".toml")]
