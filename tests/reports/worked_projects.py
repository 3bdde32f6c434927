"""Projects made of the worked examples of methodologies: one methodology, its inputs entered as a person would."""

import datetime as dt
from functools import cache

from forms.document import Snapshot, inputs_document
from forms.fieldpath import cell_path, matrix_path
from forms.inputs import asked_indices, row_sets, value_path
from forms.methodologies import examples, methodology
from forms.project import Project


@cache
def worked_project(code: str, version: str, case: str) -> Snapshot:
    """Two years of a CDM project with the inputs of an example, of which every one is the same in all years."""
    told = next(known for known in examples(code, version) if known["id"] == case)["inputs"]
    project = Project.new("cdm_pdd", "12.0")
    start = dt.date.fromisoformat(told["crediting_period"]["start"])
    facts = {
        "title": f"{code} {case}",
        "crediting.type": "fixed",
        "crediting.start": f"{start}",
        "crediting.length": "2",
    }
    for name, words in facts.items():
        project.type_in("facts", f"P.{name}", words)
    row = project.add_row("facts", "P.methodologies")
    for column, words in (("code", code), ("version", version)):
        project.type_in("facts", cell_path("P.methodologies", row, column), words)
    _enter_inputs(project, inputs_document(row), methodology(code, version), told)
    return project.snapshot


def _enter_inputs(project, document, made, told):
    for option, chosen in told.get("options", {}).items():
        if made.options_by_id[option].derived is None and option != "crediting_number":  # which a fact decides
            project.type_in(document, f"I.options.{option}", chosen)
    keys = {
        index_set.id: dict(_rows_entered(project, document, index_set.id, told.get("sets", {})))
        for index_set in row_sets(made)
    }
    for symbol, given in told["values"].items():
        indices = asked_indices(made.parameter(symbol))
        for index, value in given.items() if indices else [("", given)]:
            members = index.split(",") if indices else ()
            place = tuple(keys.get(name, {}).get(member, member) for name, member in zip(indices, members, strict=True))
            project.type_in(document, matrix_path(value_path(symbol), place) if place else value_path(symbol), value)


def _rows_entered(project, document, name, sets):
    """Members of a set with the keys of their rows."""
    for member in sets.get(name, ()):
        key = project.add_row(document, f"I.sets.{name}")
        project.type_in(document, cell_path(f"I.sets.{name}", key, "name"), member)
        yield member, key
