"""Which edition of form and methodology, on which day, and is it applicable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms.approach import approach_methodology
from forms.days import day_text
from forms.definition import in_force_of
from forms.document import APPROACH_DOCUMENT, Reader, inputs_document
from forms.facts import applied_methodologies, day, text
from forms.fieldpath import cell_path
from forms.problems import Severity, Step
from forms.rules import Hit, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.methodologies import Methodology
    from forms.periods import InForce


@rule("MET-00", source="CDM-PDD, B.1; JI PDD, B.1: methodology with number and version")
def methodology_ships_with_the_program(read: Reader) -> Iterator[Hit]:
    """Each methodology is named by a code and version that can be calculated with."""
    for applied in applied_methodologies(read):
        if applied.code and applied.version and applied.key not in read.snapshot.methodologies:
            known = applied.code == "specific"
            yield Hit(
                cell_path("P.methodologies", applied.key, "version"),
                "The JI-specific approach has no equation yet."
                if known
                else f"{applied.code} version {applied.version} does not ship.",
                "Write the equations in the approach."
                if known
                else "Choose a code and version of the list of methodologies.",
            )


@rule("MET-01", source="Project cycle procedure, version 9, paragraph 76: validity of versions", mechanism="cdm",
      evidence="partial")  # fmt: skip
def methodology_is_in_force(read: Reader) -> Iterator[Hit]:
    """The version of the methodology is in force on the day of submission."""
    on = day(read, "P.prepared_for")
    if text(read, "P.purpose") == "archive" or on is None:
        return
    for key, applied in read.snapshot.methodologies.items():
        if applied.code != "specific" and not _in_force(applied).covers(on):
            yield Hit(
                cell_path("P.methodologies", key, "version"),
                f"{applied.code} version {applied.version} is not in force on {day_text(on)}.",
                "Use the version in force on that day, or show that its period of grace covers the submission.",
            )


@rule("MET-05", source="Project standard: every applicability condition is met", mechanism="any")
def calculated_conditions_hold(read: Reader) -> Iterator[Hit]:
    """No applicability condition that can be calculated comes out false."""
    for key, made in read.results.calculations.items():
        # A condition of a text that could not be read may warn, never block.
        mildest = Severity.WARNING if made.methodology.evidence == "unverified" else Severity.ERROR
        for condition in made.methodology.conditions:
            if made.conditions.get(condition.id) is False:
                yield Hit(
                    f"I.conditions.{condition.id}.met",
                    f"{made.methodology.code} {condition.reference}: “{condition.text}” does not hold.",
                    "The methodology cannot be applied; check the inputs, or choose another methodology.",
                    inputs_document(key),
                    mildest,
                )


@rule("MET-11", source="own rule: how far the text behind the equations could be read is stated",
      severity=Severity.WARNING, step=Step.QUALITY)  # fmt: skip
def the_text_behind_the_equations_was_read(read: Reader) -> Iterator[Hit]:
    """The official text of each methodology applied was read when its equations were written down."""
    for key, applied in read.snapshot.methodologies.items():
        if applied.evidence == "unverified":
            yield Hit(
                cell_path("P.methodologies", key, "version"),
                f"The text of {applied.code} {applied.version} could not be read: {applied.source.rstrip('.')}.",
                "Compare its equations and conditions, as printed here, with the official text before you submit.",
            )


def _in_force(applied: Methodology) -> InForce:
    return in_force_of({"in_force_from": applied.in_force_from, "in_force_to": applied.in_force_to})


@rule("FRM-01", source="Completeness check of the secretariat: valid version of the form", evidence="partial")
def form_is_in_force(read: Reader) -> Iterator[Hit]:
    """The version of the form is in force on the day of submission."""
    on, form = day(read, "P.prepared_for"), read.form(read.main)
    if text(read, "P.purpose") != "archive" and on is not None and not form.in_force.covers(on):
        yield Hit(
            "P.prepared_for",
            f"{form.name} is not in force on {day_text(on)}.",
            "Use the version in force on that day, or restate the project for the archive (purpose).",
        )


@rule("FRM-11", source="own consistency: the form belongs to the mechanism")
def form_belongs_to_the_mechanism(read: Reader) -> Iterator[Hit]:
    """The form is one of the mechanism and scale of the project."""
    form, mechanism, scale = read.form(read.main), text(read, "P.mechanism"), text(read, "P.scale")
    if mechanism and form.mechanism not in {"any", mechanism}:
        yield Hit(
            "P.mechanism",
            f"{form.name} is not a form of this mechanism.",
            "Correct the mechanism, or start with another form.",
        )
    if scale and form.scale and scale not in form.scale:
        yield Hit(
            "P.scale",
            f"{form.name} is not meant for {scale} scale.",
            "Correct the scale, or start with another form.",
        )


@rule("MET-02", source="Project standard: every applicability condition is met", mechanism="cdm")
def applicability_conditions_are_met(read: Reader) -> Iterator[Hit]:
    """No applicability condition of a methodology or tool is answered with no."""
    for key, applied in read.snapshot.methodologies.items():
        document = inputs_document(key)
        for condition in applied.conditions:
            path = f"I.conditions.{condition.id}.met"
            if read.state(document, path).relevant and read.value(path, document) == "no":
                yield Hit(
                    path,
                    f"{applied.code}: “{condition.text}” is not met.",
                    "The methodology cannot be applied; choose another, or correct the answer.",
                    document,
                )


@rule("MET-04", source="ACM0022 version 3, paragraph 7; AMS-III.D version 21, paragraph 11: scopes of a methodology",
      mechanism="cdm")  # fmt: skip
def scopes_are_those_of_the_methodologies(read: Reader) -> Iterator[Hit]:
    """The mandatory sectoral scopes are those of the methodologies applied."""
    needed = {str(scope) for applied in read.snapshot.methodologies.values() for scope in applied.scopes}
    stated = {
        str(read.cell("P.scopes", key, "scope"))
        for key in read.rows("P.scopes")
        if read.cell("P.scopes", key, "kind") != "conditional"
    }
    if needed and stated and needed != stated:
        yield Hit(
            "P.scopes",
            f"Sectoral scopes stated: {_listed(stated)}; the methodologies name {_listed(needed)}.",
            "State the scopes that the methodologies name.",
        )


def _listed(scopes: set[str]) -> str:
    return ", ".join(sorted(scopes, key=lambda scope: (len(scope), scope)))


@rule("BND-01", source="CDM-PDD, B.3: justification of each source and gas")
def every_source_is_justified(read: Reader) -> Iterator[Hit]:
    """Each source and gas of the boundary, included or not, has its justification."""
    for key in read.rows("X.sources", APPROACH_DOCUMENT):
        path = cell_path("X.sources", key, "justification")
        if not read.text(path, APPROACH_DOCUMENT).strip():
            yield Hit(path, "A source of the boundary has no justification.", "Say why it is included or left out.")


@rule("JI-B01", source="10/CMP.1, paragraph 4(a); guidance on baseline setting and monitoring", mechanism="ji")
def approach_or_methodology_is_chosen(read: Reader) -> Iterator[Hit]:
    """A JI-specific approach or an approved CDM methodology is chosen."""
    if not read.rows("P.methodologies"):
        yield Hit(
            "P.methodologies",
            "Neither a JI-specific approach nor a CDM methodology is chosen.",
            "Add a row: “specific” version 1 for an approach of your own, or code and version of a methodology.",
        )


@rule("JI-M04", source="9/CMP.1, appendix B, paragraph 4", mechanism="ji")
def equations_of_the_approach_hold(read: Reader) -> Iterator[Hit]:
    """Every equation of a JI-specific approach names known symbols and its units multiply out."""
    if APPROACH_DOCUMENT not in read.snapshot.documents:
        return
    for path in read.snapshot.of(APPROACH_DOCUMENT):
        read.value(path, APPROACH_DOCUMENT)
    for error in approach_methodology(read.snapshot.of(APPROACH_DOCUMENT)).errors:
        yield Hit(
            _path_in_approach(read, error.key),
            f"{error.key[:1].upper()}{error.key[1:]}: {error.message}" if error.key else error.message,
            "Correct the expression, its unit, or the parameter that it names.",
            APPROACH_DOCUMENT,
        )


# What a fault names first: the table of such entries, the column with their names, and where the mark is set.
_TABLE_OF = {
    "equation": ("X.equations", "symbol", "expression"),
    "parameter": ("X.parameters", "symbol", "symbol"),
    "set": ("X.sets", "id", "id"),
}


def _path_in_approach(read: Reader, key: str) -> str:
    """The place of what a fault names, as `equation BE[y] 1` or `set 2`; the table of equations when it is unknown."""
    kind, _, rest = key.partition(" ")
    table, named_by, marked = _TABLE_OF.get(kind, _TABLE_OF["equation"])
    wanted = rest.partition("[")[0].partition(" ")[0]
    for position, row in enumerate(read.rows(table, APPROACH_DOCUMENT), start=1):
        name = read.text(cell_path(table, row, named_by), APPROACH_DOCUMENT).partition("[")[0].strip()
        if wanted and wanted == (name or str(position)):
            return cell_path(table, row, marked)
    return table
