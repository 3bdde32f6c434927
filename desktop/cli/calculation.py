"""The command `calculate`."""

from __future__ import annotations

import json
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.cli.arguments import add_command
from desktop.cli.files import read_project
from desktop.cli.terminal import DONE, HAS_ERRORS, print_json, refuse, tell
from desktop.cli.what_if import what_if

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

    from desktop.cli.arguments import Commands
    from forms.document import Snapshot
    from forms.facts import AppliedMethodology
    from forms.methodologies.working import Step


_MOST_NAMED = 3


def calculate(chosen: argparse.Namespace) -> int:
    """Emission reductions, of a project or of a methodology with given inputs."""
    if chosen.methodology:
        return _calculate_methodology(chosen)
    if chosen.file is None or chosen.inputs:
        refuse(
            "Name a project, or a methodology with its inputs.",
            "cerulean calculate FILE, or: cerulean calculate --methodology ACM0002:20.0 --inputs IN.json",
        )
    from desktop.figures import explained, explained_sum, project_figures, sum_figures
    from forms.components import sums
    from forms.document import Reader
    from forms.facts import applied_methodologies

    snapshot = read_project(chosen.file).snapshot
    if chosen.vary or chosen.choose:
        return what_if(chosen, snapshot)
    results = snapshot.results
    applied = applied_methodologies(Reader(snapshot))
    figures = project_figures(results, {row.key: row.role for row in applied})
    is_sound = _tell_about_methodologies(snapshot)
    if not results.rows:
        tell("There is no crediting period yet (P.crediting.start and P.crediting.length).")
    added_up = sums(Reader(snapshot))
    figures["sums"] = {name: sum_figures(together) for name, together in added_up.items()}

    def explain(wanted: str) -> Step:
        together = added_up.get(wanted.partition("[")[0].strip())
        return explained_sum(together, wanted) if together else explained(results.calculations, wanted, chosen.of)

    code = _show_figures(chosen, figures, explain)
    return code if results.is_complete and is_sound else HAS_ERRORS


def _tell_about_methodologies(snapshot: Snapshot) -> bool:
    """Why a methodology is not calculated at all, or not as it was written; false when an approach has errors."""
    from forms.approach import approach_methodology
    from forms.document import APPROACH_DOCUMENT, SPECIFIC, Reader
    from forms.facts import applied_methodologies

    errors = approach_methodology(snapshot.of(APPROACH_DOCUMENT)).errors
    for error in errors:
        tell(f"error: {error}")
    applied = applied_methodologies(Reader(snapshot))
    for row in applied:
        if row.key in snapshot.methodologies:
            continue
        if row.code != SPECIFIC:
            tell(f"{_named(row)} does not ship (see: cerulean list methodologies).")
        elif not snapshot.of(APPROACH_DOCUMENT).rows("X.equations"):
            tell("The JI-specific approach has no equation yet (X.equations).")
    if not applied:
        tell("No methodology is applied yet (P.methodologies).")
    return not errors


def _named(row: AppliedMethodology) -> str:
    return f"{row.code or 'A methodology without a code'} version {row.version or '(none given)'}"


def _calculate_methodology(chosen: argparse.Namespace) -> int:
    from desktop.figures import explained, methodology_figures
    from forms.methodologies import methodology
    from forms.methodologies.calculation import calculate as calculated
    from forms.methodologies.calculation import inputs_from_json

    if chosen.file is not None or chosen.inputs is None:
        refuse("A methodology is calculated with --inputs IN.json and no project file.", "See --help.")
    code, _, version = chosen.methodology.rpartition(":")
    found = methodology(code, version)
    made = calculated(found, inputs_from_json(found, _read_inputs(chosen.inputs)))
    return _show_figures(chosen, methodology_figures(made), lambda wanted: explained({"": made}, wanted, chosen.of))


def _read_inputs(file: Path) -> dict[str, Any]:
    from desktop.starting import read_bytes
    from forms.errors import Damaged
    from forms.methodologies.calculation import read_json

    try:
        data = read_json(read_bytes(file))
    except (ValueError, RecursionError) as error:
        msg = f"{file} is not JSON ({str(error)[:120]})."
        raise Damaged(msg, 'It begins like this: {"values": {"EG_facility": "74200"}}') from error
    if not isinstance(data, dict):
        msg = f"{file} holds no JSON object."
        raise Damaged(msg, 'It begins like this: {"values": {"EG_facility": "74200"}}')
    return data


def _show_figures(chosen: argparse.Namespace, figures: dict[str, Any], explain: Callable[[str], Step]) -> int:
    from desktop.figures import is_complete

    step = explain(chosen.explain) if chosen.explain else None
    if chosen.json:
        print_json(figures | ({"working": _step_data(step)} if step else {}))
    elif step:
        _print_working(step)
    else:
        _print_figures(figures)
    return DONE if is_complete(figures) else HAS_ERRORS


def _print_figures(figures: dict[str, Any]) -> None:
    from desktop.figures import COLUMNS

    rows = [[row["label"], *(row[column] for column in COLUMNS)] for row in figures["periods"]]
    rows.append(["Total", *(figures["total"][column] for column in COLUMNS)])
    if figures["periods"]:
        width = max(len(str(row[0])) for row in rows)
        print(f"{'tCO2e':<{width}}" + "".join(f"{column:>14}" for column in COLUMNS))
        for label, *cells in rows:
            print(f"{label:<{width}}" + "".join(f"{_amount(cell):>14}" for cell in cells))
        print(f"Annual average: {_amount(figures['annual_average'])} tCO2e")
    else:
        for symbol, value in figures["outputs"].items():
            print(f"{symbol} = {json.dumps(value)}")
    if len(figures.get("components", ())) > 1:
        _print_components(figures["components"])
    for name, together in figures.get("sums", {}).items():
        _print_sum(name, together)
    for line in _missing_lines(figures["missing"]):
        tell(line)
    for line, years in Counter(map(_fault_line, figures["faults"])).items():
        tell(f"{line} ({years} times)" if years > 1 else line)


def _print_sum(name: str, together: dict[str, Any]) -> None:
    """What all components of a programme, or all projects of a bundle, come to by calendar year."""
    print(f"\nAll {'projects of the bundle' if name == 'bundle' else 'components of the programme'} together, tCO2e:")
    for year, amount in (*together["years"].items(), ("Total", together["total"])):
        print(f"{year:<6}{_amount(amount):>14}")
    print(f"Annual average: {_amount(together['annual_average'])} tCO2e")


def _print_components(components: list[dict[str, Any]]) -> None:
    """The reductions of each methodology applied, by year, beside each other, and their sum."""
    print("\nReductions by component, tCO2e:")
    for number, one in enumerate(components, start=1):
        print(f"  ({number}) {one['methodology']}{': ' if one['applied_to'] else ''}{one['applied_to']}")
    years = zip(*(one["periods"] for one in components), strict=True)
    rows = [(rows[0]["label"], [row["reductions"] for row in rows]) for rows in years]
    rows.append(("Total", [one["total"]["reductions"] for one in components]))
    width = max(len(label) for label, _ in rows)
    heads = (*(f"({number})" for number in range(1, len(components) + 1)), "together")
    print(" " * width + "".join(f"{head:>14}" for head in heads))
    for label, cells in rows:
        together = None if None in cells else str(sum(map(Decimal, cells), Decimal(0)))
        print(f"{label:<{width}}" + "".join(f"{_amount(cell):>14}" for cell in (*cells, together)))


def _missing_lines(items: list[dict[str, Any]]) -> Iterator[str]:
    """A line for each thing that is missing; of a symbol that lacks many values, how many and the first of them."""
    by_symbol: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for item in items:
        by_symbol.setdefault((item["kind"], item["symbol"]), []).append(item)
    for alike in by_symbol.values():
        needed = alike[0]["needed_by"] or "the result"
        names = ", ".join(map(_missing_name, alike[:_MOST_NAMED]))
        more = f" and {len(alike) - _MOST_NAMED:,} more of them" if len(alike) > _MOST_NAMED else ""
        yield f"Missing: {names}{more} (needed by {needed})."


def _missing_name(item: dict[str, Any]) -> str:
    from forms.inputs import PERIOD_INDEX

    if item["kind"] == "set" and item["symbol"] == PERIOD_INDEX:
        return "the crediting period"
    if item["kind"] == "set":
        return f"members of the set {item['symbol']}"
    if item["kind"] == "option":
        return f"the option {item['symbol']}"
    return f"{item['symbol']}[{item['index']}]" if item["index"] else str(item["symbol"])


def _fault_line(fault: dict[str, Any]) -> str:
    return f"{fault['severity']}: {fault['symbol']}: {fault['message']} {fault['remedy']}".rstrip()


def _amount(text: str | None) -> str:
    from forms.quantities import format_number

    return "missing" if text is None else format_number(round(Decimal(text), 2).normalize())


def _print_working(step: Step) -> None:
    from forms.methodologies.working import steps_below

    for part in steps_below(step):
        print(f"{part.name} = {_value(part)}  {part.number}".rstrip())
        if part.description:
            print(f"    {part.description}")
        if part.expression_text:
            print(f"    = {part.expression_text}")
        if part.substituted_text:
            print(f"    = {part.substituted_text}")
        for line in (part.origin_text, *part.notes):
            if line:
                print(f"    {line}")


def _value(step: Step) -> str:
    from forms.methodologies.working import show_value
    from forms.quantities import CALENDAR_YEAR

    shown = show_value(step.value, step.unit, exact=step.kind == "input")
    return shown if step.unit == CALENDAR_YEAR else f"{shown} {step.unit}".rstrip()


def _step_data(step: Step) -> list[dict[str, Any]]:
    from forms.methodologies.working import steps_below

    return [
        {
            "symbol": part.symbol,
            "index": ",".join(part.index),
            "value": format(part.value, "f") if isinstance(part.value, Decimal) else part.value,
            "unit": part.unit,
            "number": part.number,
            "expression": part.expression_text,
            "substituted": part.substituted_text,
            "description": part.description,
            "origin": part.origin_text,
            "rests_on": [child.name for child in part.children],
        }
        for part in steps_below(step)
    ]


def add(commands: Commands) -> None:
    """Describe the command `calculate`."""
    command = add_command(
        commands, "calculate", calculate, "calculate emission reductions by year, with the working",
        "cerulean calculate project.cerulean --explain ER[2013]",
    )  # fmt: skip
    command.add_argument("file", metavar="FILE", nargs="?", type=Path, help="project file")
    command.add_argument("--methodology", metavar="CODE:VERSION", help="calculate this, without a project")
    command.add_argument(
        "--inputs", metavar="IN.json", type=Path, help="values by symbol, sets, options, crediting_period"
    )
    command.add_argument("--explain", metavar="SYMBOL", help="print how a value came about, for example ER[2013]")
    command.add_argument(
        "--of",
        metavar="METHODOLOGY",
        default="",
        help="in which methodology, where several have the value: code or row",
    )
    command.add_argument(
        "--vary", metavar="SYMBOL", action="append", default=[], help="how the total moves with this input; repeatable"
    )
    command.add_argument("--by", metavar="PERCENT", default="10", help="by how much inputs are varied; 10 by default")
    command.add_argument(
        "--choose", metavar="OPTION=CODE", action="append", default=[],
        help="the years under another choice, beside those as they are; repeatable",
    )  # fmt: skip
    command.add_argument("--json", action="store_true", help="print JSON")
