"""A JI-specific approach: the methodology that the user writes in the project, in our equation language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from forms.fieldpath import cell_path
from forms.methodologies import Methodology, check_methodology_data

if TYPE_CHECKING:
    from collections.abc import Mapping

    from forms.answers import Answers
    from forms.errors import DefinitionError

PROJECT_SPECIFIC = "project_specific"
"""The kind of a methodology that is written in a project."""

_PERIOD_SET = {"id": "y", "kind": "period", "label": "Years of the crediting period"}
_RESULTS = {"baseline": "BE", "project": "PE", "leakage": "LE", "reductions": "ER"}


@dataclass(frozen=True)
class Approach:
    """What the answers describe: the methodology as far as it holds, and what is wrong with it.

    `methodology` is `None` while no equation is written.
    """

    methodology: Methodology | None
    errors: tuple[DefinitionError, ...]


def approach_methodology(answers: Answers) -> Approach:
    """The approach written in these answers; derived once for each state of them."""
    if "approach" not in answers.memo:
        answers.memo["approach"] = _build(answers)
    made = answers.memo["approach"]
    return made if isinstance(made, Approach) else Approach(None, ())


def _build(answers: Answers) -> Approach:
    if not answers.rows("X.equations"):
        return Approach(None, ())
    reading = check_methodology_data(_data(answers), "approach")
    return Approach(reading.methodology, tuple(reading.errors))


def _data(answers: Answers) -> dict[str, Any]:
    return {
        "code": "specific",
        "version": "1",
        "kind": PROJECT_SPECIFIC,
        "title": str(answers.value("X.title") or "JI-specific approach"),
        "source": "written in this project",
        "evidence": "found",
        "set": [_PERIOD_SET, *(_set(row) for row in _rows(answers, "X.sets"))],
        "parameter": [_parameter(row) for row in _rows(answers, "X.parameters")],
        "equation": [_texts(row) for row in _rows(answers, "X.equations")],
        "results": _RESULTS,
    }


def _rows(answers: Answers, table: str) -> list[dict[str, Any]]:
    return [_row(answers, table, key) for key in answers.rows(table)]


def _row(answers: Answers, table: str, key: str) -> dict[str, Any]:
    prefix = cell_path(table, key, "")
    cells = {path.removeprefix(prefix): answers.value(path) for path in answers if path.startswith(prefix)}
    return {column: value for column, value in cells.items() if value is not None}


def _texts(row: Mapping[str, Any]) -> dict[str, str]:
    return {column: str(value) for column, value in row.items()}


def _set(row: Mapping[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = _texts(row)
    members = _names(str(row.get("members", "")))
    return {**made, "members": members} if members else {key: made[key] for key in made if key != "members"}


def _parameter(row: Mapping[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = {
        key: value for key, value in _texts(row).items() if key not in {"annual", "indices", "choice"}
    }
    # The JI forms ask for the justification and the method in one line; the methodology data have one text for both.
    made["method"] = " ".join(str(row[key]) for key in ("choice", "method") if row.get(key))
    made["indices"] = _names(str(row.get("indices", "")))
    made["annual"] = row.get("annual") is True
    return made


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]
