"""Emission reductions as plain data for `cerulean calculate`: of a project, or of a methodology with given inputs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from forms.errors import UserError
from forms.fieldpath import matrix_path
from forms.quantities import decimal_text, without_trailing_zeros
from forms.said import said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from forms.components import Together
    from forms.methodologies.calculation import Calculation, Fault, Missing
    from forms.methodologies.working import Step
    from forms.periods import Period
    from forms.results import Results

COLUMNS = ("baseline", "project", "leakage", "reductions")
Figures = dict[str, Any]


def project_figures(results: Results, applied_to: Mapping[str, str] | None = None) -> Figures:
    """What the dossiers print, in whole tonnes; the same without rounding under `unrounded`.

    `components` has each methodology applied by itself, without rounding; `applied_to` says by row key what it is
    applied to.
    """
    return {
        "periods": [_row(row.period, row.tonnes) for row in results.printed_rows],
        "total": _columns(results.printed_total),
        "annual_average": decimal_text(results.printed_average),
        "rounding": results.rounding,
        "unrounded": {
            "periods": [_row(row.period, row.tonnes) for row in results.rows],
            "total": _columns(results.total),
            "annual_average": _average(results.annual_average),
        },
        "components": [
            _component(key, made, (applied_to or {}).get(key, ""))
            for key, made in results.calculations.items()
            if made.methodology.results.symbols
        ],
        "outputs": _project_outputs(results.calculations),
        "missing": [_missing(item) | {"methodology": key} for key, item in results.missing],
        "faults": [_fault(item) | {"methodology": key} for key, item in results.faults],
    }


def sum_figures(together: Together) -> Figures:
    """What the components of a programme or the projects of a bundle come to by year, whole tonnes and unrounded."""
    parts = [
        {
            "row": part.key,
            "title": part.title,
            "basis": part.basis,
            "years": {str(year): decimal_text(value) for year, value in part.reductions.items()},
            "total": decimal_text(part.total),
        }
        for part in together.parts
    ]
    years = {year: together.in_year(year) for year in together.years}
    return {
        "years": {str(year): decimal_text(together.printed(value)) for year, value in years.items()},
        "total": decimal_text(together.figure(together.name)),
        "annual_average": decimal_text(together.figure(f"{together.name}_average")),
        "rounding": together.rounding,
        "unrounded": {
            "years": {str(year): decimal_text(value) for year, value in years.items()},
            "total": decimal_text(together.total),
        },
        "parts": parts,
    }


def explained_sum(together: Together, wanted: str) -> Step:
    """The working of a sum, named as `components` or `bundle[2014]`.

    Raises:
        UserError: nothing is credited in that year.
    """
    from forms.component_working import explain

    year = wanted.partition("[")[2].rstrip("]").strip()
    years = [str(known) for known in together.years]
    if year and year not in years:
        remedy = (
            said("Name one of the years {known}.", known=", ".join(years))
            if years
            else said("Give the crediting period of each part.")
        )
        raise UserError(said("Nothing is credited in {year}.", year=year), remedy)
    return explain(together, int(year) if year else None)


def methodology_figures(made: Calculation) -> Figures:
    """Everything a methodology calculates from given inputs, without rounding."""
    return {
        "periods": [_row(row.period, row) for row in made.periods],
        "total": _columns(made.total),
        "annual_average": _average(made.annual_average),
        "outputs": _outputs(made),
        "missing": [_missing(item) for item in made.missing],
        "faults": [_fault(item) for item in made.faults],
    }


def _component(key: str, made: Calculation, applied_to: str) -> Figures:
    return {
        "row": key,
        "methodology": made.methodology.id,
        "applied_to": applied_to,
        "periods": [_row(row.period, row) for row in made.periods],
        "total": _columns(made.total),
    }


def _average(value: Decimal | None) -> str | None:
    """Without the zeros that a division leaves behind it."""
    return None if value is None else decimal_text(without_trailing_zeros(value))


def is_complete(figures: Figures) -> bool:
    """True when nothing is missing and nothing went wrong on the way."""
    return not figures["missing"] and not any(fault["severity"] == "error" for fault in figures["faults"])


def _project_outputs(calculations: Mapping[str, Calculation]) -> Figures:
    """Outputs by symbol; where two methodologies share a symbol, the later one's is `row key.symbol`."""
    outputs: Figures = {}
    for key, made in calculations.items():
        for symbol, value in _outputs(made).items():
            outputs[f"{key}.{symbol}" if symbol in outputs else symbol] = value
    return outputs


def _outputs(made: Calculation) -> Figures:
    return {symbol: _cells(cells) for symbol, cells in made.values.items() if cells}


def _cells(cells: Mapping[tuple[str, ...], Decimal]) -> str | dict[str, str] | None:
    if () in cells:
        return decimal_text(cells[()])
    return {",".join(index): format(value, "f") for index, value in cells.items()}


def _row(period: Period, tonnes: object) -> Figures:
    span = {"from": period.start.isoformat(), "to": period.end.isoformat(), "label": period.label}
    return {**span, **_columns(tonnes)}


def _columns(tonnes: object) -> Figures:
    return {column: decimal_text(getattr(tonnes, column)) for column in COLUMNS}


def _missing(item: Missing) -> Figures:
    return {
        "symbol": item.symbol,
        "index": ",".join(item.index),
        "kind": item.kind,
        "needed_by": item.needed_by,
    }


def _fault(item: Fault) -> Figures:
    return {
        "symbol": item.symbol,
        "index": ",".join(item.index),
        "equation": item.equation_number,
        "severity": item.severity,
        "message": item.message,
        "remedy": item.remedy,
    }


def explained(calculations: Mapping[str, Calculation], wanted: str, of: str = "") -> Step:
    """The working of a value, named as `ER` or `ER[2013]`; of the first index when none is named.

    `of` says in which methodology: its code, its code with the version, or its row key.

    Raises:
        UserError: nothing of that name was calculated or given, or several methodologies have it.
    """
    symbol, _, index_text = wanted.partition("[")
    index = tuple(part.strip() for part in index_text.rstrip("]").split(",")) if index_text else None
    asked = _asked(calculations, of)
    found = {key: place for key, made in asked.items() if (place := _place(made, symbol.strip(), index)) is not None}
    if len(found) > 1:
        raise _ambiguous(wanted, {key: asked[key] for key in found})
    for key, place in found.items():
        return asked[key].explain(symbol.strip(), place)
    msg = said("Nothing called {wanted!r} was calculated.", wanted=wanted)
    known = [matrix_path(name, at) for made in asked.values() for name, at in _places(made)]
    raise UserError(msg, _near(symbol.strip(), known))


def _asked(calculations: Mapping[str, Calculation], of: str) -> dict[str, Calculation]:
    """Those that `of` names; all when it is empty."""
    asked = {
        key: made for key, made in calculations.items() if of in {"", key, made.methodology.code, made.methodology.id}
    }
    if of and not asked:
        msg = said("No methodology called {of!r} is applied.", of=of)
        raise UserError(msg, said("Name one of: {choices}.", choices=_choices(calculations)))
    return asked


def _places(made: Calculation) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield from ((name, at) for name, cells in made.values.items() for at in cells)
    yield from made.given


def _place(made: Calculation, symbol: str, index: tuple[str, ...] | None) -> tuple[str, ...] | None:
    """The first index of a symbol, or the one wanted; `None` when the methodology does not have it."""
    return next((at for name, at in _places(made) if name == symbol and index in {None, at}), None)


def _ambiguous(wanted: str, having: Mapping[str, Calculation]) -> UserError:
    msg = said("{wanted!r} is in {n} of the methodologies applied.", wanted=wanted, n=len(having))
    return UserError(msg, said("Say which with --of, by one of: {choices}.", choices=_choices(having)))


def _choices(calculations: Mapping[str, Calculation]) -> str:
    """By code and version; by row key where the same text is applied twice."""
    names = [made.methodology.id for made in calculations.values()]
    return ", ".join(
        made.methodology.id if names.count(made.methodology.id) == 1 else f"{key} ({made.methodology.id})"
        for key, made in calculations.items()
    )


def _near(symbol: str, known: list[str]) -> str:
    if not known:
        return "Nothing could be calculated yet; see what is missing: cerulean calculate FILE"
    same = [name for name in known if name.partition("[")[0] == symbol]
    names = same or sorted({name.partition("[")[0] for name in known})
    return f"Name one of: {', '.join(names[:40])}."
