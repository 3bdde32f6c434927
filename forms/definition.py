"""What a form asks: sections, fields, columns, read from TOML and refused when they contradict themselves."""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from forms.errors import DefinitionError
from forms.expressions import expression
from forms.periods import InForce
from forms.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from importlib.resources.abc import Traversable

FIELD_TYPES = frozenset(
    {
        "text",
        "prose",
        "number",
        "date",
        "duration",
        "choice",
        "yes_no",
        "reference",
        "file",
        "table",
        "generated",
    }
)
EVIDENCE = frozenset({"found", "partial", "unverified"})
_OWN_OF_VIEW = (
    "path", "home", "show", "labels", "layout", "label", "required", "relevant", "min_rows",
    "help", "faults", "example", "source", "evidence",
)  # fmt: skip
_ALWAYS = InForce()
_CONDITIONS = ("required", "relevant", "readonly", "constraint", "calculate")
T = TypeVar("T")


@dataclass(frozen=True)
class Choice:
    """One entry of a closed list: stored by `code`, shown by `label`."""

    code: str
    label: str


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column of a table; `refers` names the table whose rows a reference points to.

    `personal` marks data of a person, which a public edition withholds.
    """

    key: str
    label: str
    type: str = "text"
    unit: str = ""
    decimals: int | None = None
    choices: tuple[Choice, ...] = ()
    choices_from: str = ""
    required: bool = False
    refers: str = ""
    width: float = 1.0
    personal: bool = False
    help: str = ""
    evidence: str = "found"


@dataclass(frozen=True)
class CaseDefault:
    """A value that stands while nothing is typed, in the case that `when` tells."""

    when: str
    value: str
    source: str


@dataclass(frozen=True, kw_only=True)
class Field:
    """One question of a form. Conditions are sources of `forms.expressions`; `required` may be `"true"`.

    `home` is the path of the project fact that this field is a view of (`from` in TOML), `content` names what a
    generated field shows, `indices` the index sets of a matrix, `default` the value that stands while nothing is
    typed, with `default_source` saying where it comes from; of `defaults` the first stands whose case holds.
    `personal` marks data of a person, which a public edition withholds.
    """

    path: str
    label: str
    type: str
    unit: str = ""
    decimals: int | None = None
    choices: tuple[Choice, ...] = ()
    choices_from: str = ""
    required: str = ""
    relevant: str = ""
    readonly: str = ""
    constraint: str = ""
    constraint_message: str = ""
    calculate: str = ""
    home: str = ""
    show: tuple[str, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    content: str = ""
    layout: str = "table"
    min_rows: int = 0
    columns: tuple[Column, ...] = ()
    refers: str = ""
    indices: tuple[str, ...] = ()
    default: str = ""
    default_source: str = ""
    defaults: tuple[CaseDefault, ...] = ()
    personal: bool = False
    help: str = ""
    faults: str = ""
    example: str = ""
    source: str = ""
    evidence: str = "found"

    def column(self, key: str) -> Column | None:
        """The column with this key, or `None`."""
        return next((column for column in self.columns if column.key == key), None)

    @property
    def shown_columns(self) -> tuple[Column, ...]:
        """Columns that this field shows, under the headings that its form gives them."""
        keys = self.show or tuple(column.key for column in self.columns)
        known = (self.column(key) for key in keys)
        return tuple(replace(column, label=self.labels.get(column.key, column.label)) for column in known if column)


@dataclass(frozen=True, kw_only=True)
class Section:
    """A heading of the form with its fields. `unused` is printed when the section is not relevant."""

    id: str
    title: str
    summary: str = ""
    help: str = ""
    faults: str = ""
    example: str = ""
    source: str = ""
    evidence: str = "found"
    relevant: str = ""
    unused: str = ""
    fields: tuple[Field, ...] = ()

    @property
    def level(self) -> int:
        """1 for `A`, 2 for `A.1`, 4 for `A.4.1.1`."""
        return self.id.count(".") + 1


@dataclass(frozen=True, kw_only=True)
class FormDefinition:
    """One version of one form: a full copy of an official text, without inheritance.

    A `companion` stands beside the design document of a project, such as a notice, a letter or an application.
    `activity` is the kind that the form is for alone (`P.activity`): forestry or programme; empty for others.
    """

    id: str
    version: str
    title: str
    code: str = ""
    mechanism: str = "any"
    scale: tuple[str, ...] = ()
    activity: str = ""
    recipients: tuple[str, ...] = ()
    companion: bool = False
    in_force: InForce = _ALWAYS
    source: str = ""
    evidence: str = "found"
    header: str = ""
    footer: str = ""
    sections: tuple[Section, ...] = ()

    @cached_property
    def fields(self) -> Mapping[str, Field]:
        """Every field by path, in print order."""
        return {field.path: field for section in self.sections for field in section.fields}

    @cached_property
    def section_of_field(self) -> Mapping[str, Section]:
        """The section in which a field stands."""
        return {field.path: section for section in self.sections for field in section.fields}

    def field(self, path: str) -> Field | None:
        """The field that `path` lies in (a cell gives its table), or `None` when the form has no such field."""
        return self.fields.get(path.partition("[")[0])

    def section(self, section_id: str) -> Section | None:
        """The section with this id, or `None`."""
        return next((section for section in self.sections if section.id == section_id), None)

    @property
    def name(self) -> str:
        """Code and version as people say it: `CDM-PDD-FORM 12.0`."""
        return f"{self.code or self.id} {self.version}"


def read_form(folder: Traversable) -> FormDefinition:
    """Read `form.toml` and the section files that it names.

    Raises:
        DefinitionError: unknown key, type or path twice, naming file and key.
    """
    head = read_head(folder)
    files = head.pop("files", [])
    sections = [section for name in files for section in _read_sections(folder / f"{name}.toml")]
    return build_form({**head, "in_force": in_force_of(head)}, sections, str(head.get("id", folder.name)))


def read_head(folder: Traversable) -> dict[str, Any]:
    """`form.toml` as it stands.

    Raises:
        DefinitionError: it cannot be read.
    """
    return _read_toml(folder / "form.toml")


def build_form(head: Mapping[str, Any], sections: Sequence[Section], file: str) -> FormDefinition:
    """Put a form together and check that no path or section id stands twice."""
    known = {key: value for key, value in head.items() if not key.startswith("in_force_")}
    form = _make(FormDefinition, {**known, "sections": tuple(sections)}, file, str(head.get("id", "")))
    _refuse_twice([section.id for section in sections], file)
    _refuse_twice([field.path for section in sections for field in section.fields], file)
    return form


def in_force_of(data: Mapping[str, Any]) -> InForce:
    """`in_force_from` and `in_force_to` of a TOML table; empty strings are open ends."""
    return InForce(_day(data.get("in_force_from", "")), _day(data.get("in_force_to", "")))


def _day(value: object) -> dt.date | None:
    if isinstance(value, dt.date):
        return value
    return dt.date.fromisoformat(value) if isinstance(value, str) and value else None


def _read_toml(file: Traversable) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise DefinitionError(str(error), file=file.name) from error


def _read_sections(file: Traversable) -> Iterator[Section]:
    for data in _read_toml(file).get("section", []):
        yield section_from(data, file.name)


def section_from(data: Mapping[str, Any], file: str) -> Section:
    """One `[[section]]` table."""
    values = dict(data)
    values["fields"] = tuple(field_from(item, file) for item in values.pop("field", []))
    section = _make(Section, values, file, str(data.get("id", "")))
    _check_conditions(section, ("relevant",), file)
    return section


def field_from(data: Mapping[str, Any], file: str) -> Field:
    """One `[[section.field]]` table."""
    values = dict(data)
    if "from" in values:
        values["home"] = values.pop("from")
        values.setdefault("type", "")
        values.setdefault("label", "")
    for condition in _CONDITIONS:
        if isinstance(values.get(condition), bool):
            values[condition] = "true" if values[condition] else ""
    values["columns"] = tuple(_column(item, file, str(values.get("path"))) for item in values.pop("column", []))
    made = _make(Field, {**values, **_choices(values)}, file, str(values.get("path", "")))
    return _checked_field(made, file)


def _column(data: Mapping[str, Any], file: str, path: str) -> Column:
    column = _make(Column, {**data, **_choices(data)}, file, f"{path}.{data.get('key', '')}")
    if column.type not in FIELD_TYPES - {"table", "generated"}:
        msg = f"unknown column type {column.type!r}"
        raise DefinitionError(msg, file, f"{path}.{column.key}")
    return column


def _choices(data: Mapping[str, Any]) -> dict[str, tuple[Choice, ...]]:
    if data.get("choices_from") == "parties":
        return {"choices": tuple(Choice(row["alpha2"], row["name"]) for row in table("parties"))}
    if "choices" not in data:
        return {}
    return {"choices": tuple(Choice(str(item["code"]), str(item["label"])) for item in data["choices"])}


def _checked_field(made: Field, file: str) -> Field:
    if made.type not in FIELD_TYPES and not made.home:
        msg = f"unknown field type {made.type!r}"
        raise DefinitionError(msg, file, made.path)
    if made.evidence not in EVIDENCE:
        msg = f"evidence is {made.evidence!r}, not one of {', '.join(sorted(EVIDENCE))}"
        raise DefinitionError(msg, file, made.path)
    _check_conditions(made, _CONDITIONS, file)
    return made


def _check_conditions(item: Field | Section, names: Sequence[str], file: str) -> None:
    for name in names:
        source = getattr(item, name)
        if source and source != "true":
            try:
                expression(source)
            except DefinitionError as error:
                raise DefinitionError(
                    error.message, file, getattr(item, "path", "") or getattr(item, "id", "")
                ) from error


def _make(kind: type[T], values: Mapping[str, Any], file: str, key: str) -> T:
    known = {item.name for item in fields(kind)}  # type: ignore[arg-type]
    unknown = sorted(set(values) - known)
    if unknown:
        msg = f"unknown key {', '.join(unknown)}"
        raise DefinitionError(msg, file, key)
    try:
        return kind(**{name: tuple(value) if isinstance(value, list) else value for name, value in values.items()})
    except TypeError as error:
        raise DefinitionError(str(error), file, key) from error


def _refuse_twice(names: Sequence[str], file: str) -> None:
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        msg = f"stands twice: {', '.join(twice)}"
        raise DefinitionError(msg, file)


def with_choices(form: FormDefinition, name: str, choices: tuple[Choice, ...]) -> FormDefinition:
    """The form with the choices of every column that takes them `from` this name."""
    sections = tuple(
        replace(section, fields=tuple(_with_choices(item, name, choices) for item in section.fields))
        for section in form.sections
    )
    return replace(form, sections=sections)


def _with_choices(item: Field, name: str, choices: tuple[Choice, ...]) -> Field:
    if not any(column.choices_from == name for column in item.columns):
        return item
    columns = (replace(column, choices=choices) if column.choices_from == name else column for column in item.columns)
    return replace(item, columns=tuple(columns))


def with_homes(form: FormDefinition, facts: FormDefinition) -> FormDefinition:
    """The form with every view completed from the fact that it shows.

    Raises:
        DefinitionError: a view of a fact that does not exist, or of a column that it has not.
    """
    sections = tuple(
        replace(section, fields=tuple(_with_home(item, facts, form.id) for item in section.fields))
        for section in form.sections
    )
    return replace(form, sections=sections)


def _with_home(view: Field, facts: FormDefinition, file: str) -> Field:
    if not view.home:
        return view
    home = facts.fields.get(view.home)
    if home is None:
        msg = f"is a view of {view.home}, which is not a project fact"
        raise DefinitionError(msg, file, view.path)
    unknown = {*view.show, *view.labels} - {column.key for column in home.columns}
    if unknown:
        msg = f"shows columns that {view.home} has not: {', '.join(sorted(unknown))}"
        raise DefinitionError(msg, file, view.path)
    kept = {name: getattr(view, name) for name in _OWN_OF_VIEW if getattr(view, name)}
    return replace(home, **kept)
