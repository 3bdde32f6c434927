"""Carries a document from one version of its form to a later one, when the user asks for it, never on opening.

`migration.toml` in the folder of the later version says where each place of a version before has gone. Nothing is
dropped: an answer that finds no place is reported with its text and kept in the snapshot, under the name of the old
document, where it counts among the answers without a place. Facts stay where they are: both versions show them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from forms import fieldtypes
from forms.anchors import carried
from forms.answers import Answer, Answers
from forms.catalogue import form, form_versions
from forms.document import REVIEW_DOCUMENT, Snapshot
from forms.errors import DefinitionError, UserError
from forms.exchange import asked_at
from forms.fieldpath import FieldPath, parse
from forms.said import said

if TYPE_CHECKING:
    from forms.definition import FormDefinition

MIGRATION_FILE = "migration.toml"
_NO_PLACE = "Version {version} of the form has no place for it."
_TAKEN = "Another answer was carried to {path} already."


@dataclass(frozen=True, kw_only=True)
class Migration:
    """Where the places of one form version went in a later one; a place that is not named keeps its path.

    `renamed` is old path to new path, `removed` old path to the reason, `split` old path to the places its content
    belongs to now, `new` the places that had none before. A column is named `table[].column`.
    """

    form: str
    version: str
    renamed: Mapping[str, str] = field(default_factory=dict)
    removed: Mapping[str, str] = field(default_factory=dict)
    split: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    new: tuple[str, ...] = ()

    def place_of(self, path: str) -> str:
        """Where the answer at `path` belongs in the later version; empty when it was removed."""
        place = parse(path)
        if place.field in self.removed or _pattern(place) in self.removed:
            return ""
        if not place.row:
            return self._field(place.field)
        column = self.renamed.get(_pattern(place), "").rpartition(".")[2] or place.column
        moved = FieldPath(self._field(place.field), place.row, column)
        return str(moved)

    def _field(self, path: str) -> str:
        return self.split[path][0] if path in self.split else self.renamed.get(path, path)

    def reason(self, path: str) -> str:
        """Why the later version has no place for it; empty when it has one."""
        place = parse(path)
        return self.removed.get(place.field) or self.removed.get(_pattern(place), "")


def _pattern(place: FieldPath) -> str:
    return f"{place.field}[].{place.column}" if place.column else place.field


@dataclass(frozen=True)
class Placed:
    """An answer that was carried over; `look_at` names places that part of it may belong to."""

    old: str
    new: str
    look_at: tuple[str, ...] = ()


@dataclass(frozen=True)
class WithoutPlace:
    """An answer that the later version cannot hold: where it stood, what it says, and why it has no place."""

    path: str
    label: str
    text: str
    reason: str


@dataclass(frozen=True)
class Upgraded:
    """A project whose form was replaced by a later version.

    `kept_in` is the document in which answers without a place are kept, empty when there are none; `new` are places
    that the version before did not have.
    """

    snapshot: Snapshot
    placed: tuple[Placed, ...]
    without_place: tuple[WithoutPlace, ...]
    kept_in: str
    new: tuple[str, ...]


def upgrade(snapshot: Snapshot, form_id: str, to_version: str) -> Upgraded:
    """The project with its main document carried to a later version of its form; the given one is not changed.

    Raises:
        UserError: no such form version, or it cannot take over the form that the project is on.
    """
    target = form(form_id, to_version)
    before = snapshot.heads[snapshot.main]
    known = {(migration.form, migration.version): migration for migration in migrations(form_id, to_version)}
    if before not in known or form_id in {*snapshot.heads} - {snapshot.main}:
        raise _no_way(before, target)
    return _Carrying(snapshot, target, known[before]).upgraded()


def targets(snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    """Form versions that the main document can be carried to."""
    before = snapshot.heads[snapshot.main]
    return tuple(
        version
        for version in form_versions()
        if any((known.form, known.version) == before for known in migrations(*version))
    )


@cache
def migrations(form_id: str, version: str) -> tuple[Migration, ...]:
    """What the folder of a form version says about the versions before it; empty when it says nothing.

    Raises:
        DefinitionError: the file contradicts itself.
    """
    file = files("forms") / "definitions" / form_id / version / MIGRATION_FILE
    if not file.is_file():
        return ()
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DefinitionError(str(error), MIGRATION_FILE) from error
    return tuple(_migration(entry) for entry in data.get("from", []))


def _migration(entry: Mapping[str, Any]) -> Migration:
    unknown = set(entry) - {known.name for known in fields(Migration)}
    name = f"{entry.get('form', '')} {entry.get('version', '')}"
    if unknown or not {"form", "version"} <= set(entry):
        msg = f"unknown key {', '.join(sorted(unknown))}" if unknown else "form and version are needed"
        raise DefinitionError(msg, MIGRATION_FILE, name)
    made = Migration(
        **{
            **entry,
            "split": {old: tuple(new) for old, new in entry.get("split", {}).items()},
            "new": tuple(entry.get("new", ())),
        }
    )
    twice = sorted({*made.renamed} & {*made.removed} | {*made.renamed, *made.removed} & {*made.split})
    if twice:
        msg = f"is told to go two ways: {', '.join(twice)}"
        raise DefinitionError(msg, MIGRATION_FILE, name)
    return made


def _no_way(before: tuple[str, str], target: FormDefinition) -> UserError:
    known = ", ".join(f"{known.form}:{known.version}" for known in migrations(target.id, target.version))
    msg = said(
        "A project on {form}:{edition} cannot be carried to {target}:{version}.",
        form=before[0],
        edition=before[1],
        target=target.id,
        version=target.version,
    )
    remedy = (
        said("That version takes over: {known}.", known=known)
        if known
        else said("That version takes over no other form.")
    )
    return UserError(msg, remedy)


class _Carrying:
    """Carries the answers of the main document one by one, in the order in which the old form prints them."""

    def __init__(self, snapshot: Snapshot, target: FormDefinition, migration: Migration) -> None:
        self._snapshot = snapshot
        self._old = snapshot.documents[snapshot.main]
        self._target = target
        self._migration = migration
        self._answers: dict[str, Answer] = {}
        self._kept: dict[str, Answer] = {}
        self._placed: list[Placed] = []
        self._without_place: list[WithoutPlace] = []

    def upgraded(self) -> Upgraded:
        for path in self._in_print_order():
            self._carry(path, self._old.answers[path])
        kept_in = f"{self._old.id}_{self._old.form.version}".replace(".", "_") if self._kept else ""
        return Upgraded(
            self._new_snapshot(kept_in),
            tuple(self._placed),
            tuple(self._without_place),
            kept_in,
            self._migration.new,
        )

    def _in_print_order(self) -> list[str]:
        order = {path: number for number, path in enumerate(self._old.form.fields)}
        return sorted(self._old.answers, key=lambda path: order.get(path.partition("[")[0], len(order)))

    def _carry(self, path: str, answer: Answer) -> None:
        new = self._migration.place_of(path) if asked_at(self._old.form, path) else ""
        obstacle = self._obstacle(path, new, answer)
        if obstacle:
            self._kept[path] = answer
            self._without_place.append(WithoutPlace(path, self._label(path), self._text(path, answer), obstacle))
            return
        self._answers[new] = answer
        self._placed.append(Placed(path, new, self._migration.split.get(path, ("",))[1:]))

    def _obstacle(self, path: str, new: str, answer: Answer) -> str:
        """Why the answer cannot stand at `new`; empty when it can."""
        asked = asked_at(self._target, new) if new else None
        if asked is None:
            return self._migration.reason(path) or _NO_PLACE.format(version=self._target.version)
        if new in self._answers:
            return _TAKEN.format(path=new)
        try:
            if answer.value is not None:
                fieldtypes.check(answer.value, asked)
        except UserError as error:
            return str(error)
        return ""

    def _label(self, path: str) -> str:
        asked = asked_at(self._old.form, path)
        return asked.label if asked else path

    def _text(self, path: str, answer: Answer) -> str:
        if answer.is_blank_on_purpose:
            return f"Left blank on purpose: {answer.blank_reason}"
        asked = asked_at(self._old.form, path)
        return fieldtypes.show(answer.value, asked) if asked else str(answer.value)

    def _new_snapshot(self, kept_in: str) -> Snapshot:
        before, head = self._snapshot, (self._target.id, self._target.version)
        moved = {before.main: (self._target.id, head)}
        heads = dict(moved.get(name, (name, kept)) for name, kept in before.heads.items())
        answers = {name: found for name, found in before.answers.items() if name != before.main}
        answers[self._target.id] = Answers(self._answers)
        if REVIEW_DOCUMENT in answers:
            review = answers[REVIEW_DOCUMENT]
            answers[REVIEW_DOCUMENT] = carried(review, before.main, self._target.id, self._migration.place_of)
        if kept_in:
            answers[kept_in] = Answers({**before.of(kept_in), **self._kept})
        return Snapshot(heads, answers, before.attachments)
