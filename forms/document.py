"""Documents and snapshots: what rules, dossiers and the window read.

A *document* is one form version with its answers. A *snapshot* holds all documents of a project at one moment and
never changes. A *reader* answers questions about a snapshot: it follows views to the fact they show, computes what
is calculated, fills in defaults, and can record which places were read.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from forms import fieldtypes
from forms.answers import Answer, Answers, Origin, Value
from forms.approach import approach_methodology
from forms.catalogue import APPROACH, REVIEW, facts_form, form, form_to_start_with
from forms.errors import UserError
from forms.expressions import expression
from forms.fieldpath import cell_path, field_of
from forms.inputs import inputs_form
from forms.methodologies import Methodology, methodology
from forms.said import said

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from forms.definition import Field, FormDefinition, Section
    from forms.evidence import Attachment
    from forms.results import Results

FACTS_DOCUMENT = "facts"
APPROACH_DOCUMENT = "approach"
REVIEW_DOCUMENT = "review"
COMPANIONS = "P.documents"
COMPANION = "doc_"
SPECIFIC = "specific"
_CALCULATION = "calculation."
Place = tuple[str, str]


@dataclass(frozen=True)
class Document:
    """One form version being filled in; reads only."""

    id: str
    form: FormDefinition
    answers: Answers


@dataclass(frozen=True)
class FieldState:
    """Whether a field is asked here and now. `reason` says why it does not apply; empty otherwise."""

    relevant: bool = True
    required: bool = False
    readonly: bool = False
    reason: str = ""


@dataclass(frozen=True)
class Snapshot:
    """All answers of a project at one moment.

    `heads` gives form id and version of each document that was created; companions and the documents of
    methodology inputs follow from `P.documents` and `P.methodologies` and have no head. Nor has the review, which
    every project has.
    """

    heads: Mapping[str, tuple[str, str]]
    answers: Mapping[str, Answers]
    attachments: Mapping[str, Attachment] = field(default_factory=dict)

    def of(self, document: str) -> Answers:
        """Answers of a document; empty when there are none."""
        return self.answers.get(document) or Answers()

    def with_changes(self, changes: Mapping[str, Mapping[str, Answer | None]]) -> Snapshot:
        """A new snapshot in which the given places of the given documents changed."""
        changed = {name: self.of(name).with_changes(places) for name, places in changes.items()}
        made = Snapshot(self.heads, {**self.answers, **changed}, self.attachments)
        made._remember(self, recalculate=any(map(is_calculation_document, changed)))
        return made

    def _remember(self, before: Snapshot, *, recalculate: bool) -> None:
        """Take over the results of the snapshot before, or what of them may be used again."""
        earlier = before.__dict__.get("results") or before.__dict__.get("_earlier")
        if earlier is not None:
            self.__dict__["_earlier" if recalculate or "results" not in before.__dict__ else "results"] = earlier

    @cached_property
    def main(self) -> str:
        """Id of the form that the project is about; empty when there is none."""
        own = {FACTS_DOCUMENT, APPROACH_DOCUMENT}
        return next((name for name in self.heads if name not in own), "")

    @cached_property
    def methodologies(self) -> Mapping[str, Methodology]:
        """Methodologies applied, by row key of `P.methodologies`; those that do not ship are left out."""
        found = ((key, self._methodology(key)) for key in self.of(FACTS_DOCUMENT).rows("P.methodologies"))
        return MappingProxyType({key: applied for key, applied in found if applied})

    def _methodology(self, key: str) -> Methodology | None:
        facts = self.of(FACTS_DOCUMENT)
        code = facts.value(cell_path("P.methodologies", key, "code"))
        version = facts.value(cell_path("P.methodologies", key, "version"))
        if code == SPECIFIC:
            return approach_methodology(self.of(APPROACH_DOCUMENT)).methodology
        try:
            return methodology(str(code), str(version))
        except UserError:
            return None

    @cached_property
    def companions(self) -> Mapping[str, FormDefinition]:
        """Forms beside the main one, by document id; rows of `P.documents` whose form does not ship are left out."""
        facts = self.of(FACTS_DOCUMENT)
        found = ((companion_document(key), _companion(facts, key)) for key in facts.rows(COMPANIONS))
        return MappingProxyType({name: shipped for name, shipped in found if shipped})

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """Every document by id: facts, approach, forms, companions, inputs of each methodology applied, the review."""
        made = {name: Document(name, form(*head), self.of(name)) for name, head in self.heads.items()}
        made |= {name: Document(name, shipped, self.of(name)) for name, shipped in self.companions.items()}
        for key, applied in self.methodologies.items():
            name = inputs_document(key)
            made[name] = Document(name, inputs_form(applied), self.of(name))
        made[REVIEW_DOCUMENT] = Document(REVIEW_DOCUMENT, form(*REVIEW), self.of(REVIEW_DOCUMENT))
        return MappingProxyType(made)

    @cached_property
    def results(self) -> Results:
        """Emission reductions with their working; see `forms.results`."""
        from forms.results import calculate_project

        return calculate_project(self, self.__dict__.get("_earlier"))


def inputs_document(key: str) -> str:
    """Document id of the inputs of the methodology in row `key` of `P.methodologies`."""
    return f"inputs_{key}"


def companion_document(key: str) -> str:
    """Document id of the companion in row `key` of `P.documents`."""
    return f"{COMPANION}{key}"


def _companion(facts: Answers, key: str) -> FormDefinition | None:
    chosen = facts.value(cell_path(COMPANIONS, key, "form"))
    form_id, _, version = str(chosen or "").partition(":")
    try:
        shipped = form(form_id, version)
    except UserError:
        return None
    return shipped if shipped.companion else None


def is_calculation_document(document: str) -> bool:
    """True for documents whose answers enter the calculation."""
    return document.startswith("inputs_") or document in {FACTS_DOCUMENT, APPROACH_DOCUMENT}


class Reader:
    """Answers questions about one snapshot; with `reads` it records the places that were read."""

    def __init__(self, snapshot: Snapshot, reads: set[Place] | None = None, *, main: str = "") -> None:
        self.snapshot = snapshot
        self._reads = reads
        self._main = main or snapshot.main

    # -- documents --------------------------------------------------------------------------------------------

    @property
    def main(self) -> str:
        """Id of the form that is read: the one that the project is about, or the companion that is printed."""
        return self._main

    def about(self, document: str) -> Reader:
        """A reader of the same snapshot to which `document` is the main form."""
        return type(self)(self.snapshot, self._reads, main=document)

    def also_read(self, places: Iterable[Place]) -> None:
        """Count places as read, on which something rests that was worked out before."""
        if self._reads is not None:
            self._reads.update(places)

    def form(self, document: str) -> FormDefinition:
        """The form that a document fills in.

        Raises:
            UserError: the project has no such document.
        """
        found = self.snapshot.documents.get(document)
        if found is None:
            known = ", ".join(self.snapshot.documents)
            msg = said("The project has no document {document!r}.", document=document)
            raise UserError(msg, said("It has: {known}.", known=known))
        return found.form

    def field(self, document: str, path: str) -> Field | None:
        """The field at `path`, or `None` when the form does not have it, or the project no such document."""
        found = self.snapshot.documents.get(document)
        return found.form.field(path) if found else None

    @property
    def results(self) -> Results:
        """Emission reductions; reading them counts as reading all inputs."""
        if self._reads is not None:
            self._reads.add((_CALCULATION, ""))
        return self.snapshot.results

    # -- answers ----------------------------------------------------------------------------------------------

    def home_of(self, document: str, path: str) -> Place:
        """Where the answer at `path` lives: views lead to the fact they show."""
        asked = self.field(document, path)
        if asked is not None and asked.home:
            return FACTS_DOCUMENT, asked.home + path[len(asked.path) :]
        return document, path

    def answer(self, document: str, path: str) -> Answer | None:
        """The answer at `path`: given, calculated or default; `None` when missing."""
        document, path = self.home_of(document, path)
        self._note(document, path)
        given = self.snapshot.of(document).get(path)
        asked = self.field(document, path)
        if given is not None and given.has_insertions:
            given = self._live(document, given)
        if asked is None or asked.path != path:
            return given
        if asked.calculate:
            return self._calculated(document, asked)
        return given or self._default(document, asked)

    def _default(self, document: str, asked: Field) -> Answer | None:
        case = next((case for case in asked.defaults if self.holds(document, case.when)), None)
        value, source = (asked.default, asked.default_source) if case is None else (case.value, case.source)
        return Answer(fieldtypes.parse(value, asked), Origin.DEFAULT, source) if value else None

    def _live(self, document: str, given: Answer) -> Answer:
        """A narrative with what it inserts as it stands now; inside of facts nothing is inserted again."""
        from forms.insertions import live

        read = self.about(document) if document in self.snapshot.companions else self
        return replace(given, value=live(read, given.value))  # type: ignore[arg-type]

    def value(self, path: str, document: str = "") -> Value | None:
        """The value at `path`; facts (`P.`), approach (`X.`) and review (`R.`) need not be named as documents."""
        found = self.answer(document or self.document_of(path), path)
        return found.value if found else None

    def rows(self, path: str, document: str = "") -> tuple[str, ...]:
        """Row keys of a table in order."""
        order = self.value(path, document)
        return tuple(str(key) for key in order) if isinstance(order, tuple) else ()

    def cell(self, table: str, row: str, column: str, document: str = "") -> Value | None:
        """One cell of a table."""
        return self.value(cell_path(table, row, column), document)

    def document_of(self, path: str) -> str:
        """The document that a path lies in when it is not said: facts, approach, else the main form."""
        if path.startswith("P."):
            return FACTS_DOCUMENT
        if path.startswith("R."):
            return REVIEW_DOCUMENT
        return APPROACH_DOCUMENT if path.startswith("X.") else self.main

    def text(self, path: str, document: str = "") -> str:
        """The value as shown and printed, without unit; empty when missing."""
        document = document or self.document_of(path)
        asked = self.asked(document, path)
        value = self.value(path, document)
        return fieldtypes.show(value, asked) if asked else str(value or "")

    def asked(self, document: str, path: str) -> fieldtypes.Asked | None:
        """The field or, for a table cell, the column that is asked at `path`."""
        found = self.field(document, path)
        if found is None or found.path == path or found.type != "table":
            return found
        return found.column(path.rpartition("].")[2])

    def _note(self, document: str, path: str) -> None:
        if self._reads is not None:
            self._reads.add((document, path))

    def _calculated(self, document: str, asked: Field) -> Answer | None:
        value = expression(asked.calculate).evaluate(_Scope(self, document))
        return None if value is None else Answer(value, Origin.CALCULATED)

    # -- states -----------------------------------------------------------------------------------------------

    def state(self, document: str, path: str) -> FieldState:
        """Whether the field at `path` applies, is required and may be edited."""
        asked = self.field(document, path)
        if asked is None:
            return FieldState()
        section = self.form(document).section_of_field[asked.path]
        if not self.is_relevant(document, section):
            return FieldState(relevant=False, reason=section.unused or "This section does not apply.")
        if not self._holds(document, asked.relevant, default=True):
            return FieldState(relevant=False, reason="Does not apply with what was answered so far.")
        readonly = bool(asked.calculate) or asked.type == "generated" or self._holds(document, asked.readonly)
        return FieldState(required=self._holds(document, asked.required), readonly=readonly)

    def is_relevant(self, document: str, section: Section) -> bool:
        """False when the condition of the section, or of one it stands under, does not hold."""
        chain = [section.id.rpartition(".")[0]] if "." in section.id else []
        parent = self.form(document).section(chain[0]) if chain else None
        if parent is not None and not self.is_relevant(document, parent):
            return False
        return self._holds(document, section.relevant, default=True)

    def constraint_holds(self, document: str, asked: Field) -> bool:
        """False when a given value breaks the constraint of its field."""
        value = self.value(asked.path, document)
        if not asked.constraint or value is None:
            return True
        return expression(asked.constraint).holds(_Scope(self, document), value)

    def holds(self, document: str, condition: str) -> bool:
        """Whether a condition holds in a document; an empty one always does."""
        return self._holds(document, condition, default=True)

    def _holds(self, document: str, source: str, *, default: bool = False) -> bool:
        if not source:
            return default
        return source == "true" or expression(source).holds(_Scope(self, document))


class _Scope:
    """What an expression of one document may name."""

    def __init__(self, reader: Reader, document: str) -> None:
        self._reader = reader
        self._document = document

    def value(self, path: str) -> Value | None:
        if path.startswith(_CALCULATION):
            return self._reader.results.figure(path.removeprefix(_CALCULATION))
        return self._reader.value(path, self._document_of(path))

    def rows(self, path: str) -> Sequence[str]:
        return self._reader.rows(path, self._document_of(path))

    def _document_of(self, path: str) -> str:
        own = self._reader.field(self._document, field_of(path))
        return self._document if own else self._reader.document_of(path)


def blank_snapshot(form_id: str, version: str) -> Snapshot:
    """Documents of a new project: the facts and the chosen form; a JI form also has room for a specific approach."""
    chosen = form_to_start_with(form_id, version)
    heads = {FACTS_DOCUMENT: (facts_form().id, facts_form().version)}
    if chosen.mechanism == "ji":
        heads[APPROACH_DOCUMENT] = APPROACH
    heads[form_id] = (form_id, version)
    return Snapshot(heads, {FACTS_DOCUMENT: Answers(_facts_of_the_form(chosen))})


def _facts_of_the_form(chosen: FormDefinition) -> dict[str, Answer]:
    """What the choice of the form says already: mechanism, scale when it is for one only, kind of activity."""
    implied = {"P.mechanism": chosen.mechanism if chosen.mechanism != "any" else ""}
    implied["P.scale"] = chosen.scale[0] if len(chosen.scale) == 1 else ""
    implied["P.activity"] = chosen.activity
    return {path: Answer(code, Origin.DEFAULT, f"of the form {chosen.name}") for path, code in implied.items() if code}
