"""What if, on the command line: inputs varied one at a time, and other choices beside each other."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from desktop.cli.terminal import DONE, print_json, refuse

if TYPE_CHECKING:
    import argparse

    from forms.document import Snapshot
    from forms.methodologies.calculation import Calculation

_MOST_PER_CENT = 100


def what_if(chosen: argparse.Namespace, snapshot: Snapshot) -> int:
    """Total reductions as they are, with each input varied, and under each other choice; tCO2e, not rounded."""
    told = {"varied": _varied(chosen, snapshot), "choices": _choices(chosen, snapshot)}
    if chosen.json:
        print_json(told)
    else:
        _print_varied(told["varied"], chosen.by)
        _print_choices(told["choices"])
    return DONE


def _varied(chosen: argparse.Namespace, snapshot: Snapshot) -> list[dict[str, Any]]:
    from forms.quantities import decimal_text
    from forms.sensitivity import sensitivity_of_project

    return [
        {"symbol": one.symbol, **{name: decimal_text(getattr(one, name)) for name in ("low", "base", "high")}}
        for one in sensitivity_of_project(snapshot, chosen.vary, _relative(chosen.by))
    ]


def _relative(words: str) -> Decimal:
    try:
        change = Decimal(words)
    except InvalidOperation:
        change = Decimal(0)
    if not 0 < change <= _MOST_PER_CENT:
        refuse(f"“{words}” is no change in per cent.", "Give a number above 0, at most 100: --by 10")
    return change / 100


def _choices(chosen: argparse.Namespace, snapshot: Snapshot) -> list[dict[str, Any]]:
    """As it is, then each choice by itself, in the methodology that has the option."""
    from forms.sensitivity import scenarios_of_project

    if not chosen.choose:
        return []
    found = [_case("as it is", key, made) for key, made in snapshot.results.calculations.items()]
    for words in chosen.choose:
        option, _, code = words.partition("=")
        keys = [key for key, applied in snapshot.methodologies.items() if option in applied.options_by_id]
        if not keys or not code:
            known = sorted({name for applied in snapshot.methodologies.values() for name in applied.options_by_id})
            refuse(f"“{words}” is no choice of a methodology applied.", f"Write OPTION=CODE, of {', '.join(known)}.")
        for key in keys:
            made = scenarios_of_project(snapshot, key, {words: {option: code}})
            found += [_case(name, key, calculation) for name, calculation in made.items()]
    return found


def _case(name: str, key: str, made: Calculation) -> dict[str, Any]:
    from forms.quantities import decimal_text

    return {
        "choice": name,
        "row": key,
        "methodology": made.methodology.id,
        "years": {row.period.label: decimal_text(row.reductions) for row in made.periods},
        "total": decimal_text(made.total.reductions),
        "missing": sorted({missing.symbol for missing in made.missing}),
    }


def _print_varied(rows: list[dict[str, Any]], change: str) -> None:
    if not rows:
        return
    width = max(len(row["symbol"]) for row in rows)
    heads = (f"-{change} %", "as it is", f"+{change} %")
    print(f"{'tCO2e':<{width}}" + "".join(f"{head:>16}" for head in heads))
    for row in rows:
        print(f"{row['symbol']:<{width}}" + "".join(f"{_amount(row[name]):>16}" for name in ("low", "base", "high")))


def _print_choices(cases: list[dict[str, Any]]) -> None:
    """Years down, cases across, each with its total; what a choice needs is named."""
    if not cases:
        return
    for number, case in enumerate(cases, start=1):
        needs = f" (needs {', '.join(case['missing'])})" if case["missing"] else ""
        print(f"({number}) {case['choice']}, {case['methodology']}{needs}")
    labels = [*dict.fromkeys(label for case in cases for label in case["years"])]
    width = max(len(label) for label in [*labels, "Total"])
    print(" " * width + "".join(f"{f'({number})':>16}" for number in range(1, len(cases) + 1)))
    for label in labels:
        print(f"{label:<{width}}" + "".join(f"{_amount(case['years'].get(label)):>16}" for case in cases))
    print(f"{'Total':<{width}}" + "".join(f"{_amount(case['total']):>16}" for case in cases))


def _amount(words: str | None) -> str:
    from forms.quantities import format_number

    return "–" if words is None else format_number(Decimal(words), 2)
