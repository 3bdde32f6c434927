"""Random single faults in the clean samples, and how many of them the check notices.

`python -m tests.returns.mutations [faults] [seed] [-v]` prints the share by kind of fault and kind of place.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from forms.answers import Answer
from forms.errors import UserError
from forms.fieldpath import field_of
from forms.prose import from_json, to_json
from forms.rules import Checker
from tests.forms.rules.projects import sample

if TYPE_CHECKING:
    from forms.document import Reader
    from forms.project import Project

SAMPLES = ("los_cocos", "sudenai")
KINDS = ("digit", "unit", "date", "row", "name")
_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?(?=\s?(?:MWh?|GWh|kWh|t\b|%|per cent|CERs|USD))")
_DATE = re.compile(r"\b(\d{1,2})( (?:January|February|March|April|May|June|July|August|September|October|November|"
                   r"December) \d{4})")  # fmt: skip
_NAME = re.compile(r"\b[A-Z][a-z]{5,}\b")
_NAMED = re.compile(r"entity|title|name|authori|location|town|region")
_ENDS_OF_SENTENCES = '. \n"“|'


@dataclass(frozen=True)
class Fault:
    """One change of one answer; `where` is the class of places it belongs to."""

    kind: str
    where: str
    document: str
    path: str
    change: Callable[[Project], object]


@dataclass(frozen=True)
class Outcome:
    """Whether the check says something new, and whether it does so at the field that was changed."""

    fault: Fault
    noticed: bool
    at_the_field: bool


def faults(read: Reader, chance: random.Random) -> Iterator[Fault]:
    """A fault of every kind for every place that can have one."""
    for document, answers in sorted(read.snapshot.answers.items()):
        for path, answer in sorted(answers.items()):
            asked = read.asked(document, path)
            if asked is None or answer.value is None:
                continue
            yield from _of_value(document, path, answer.value, asked.type, chance)


def _of_value(document: str, path: str, value: object, kind: str, chance: random.Random) -> Iterator[Fault]:
    area = _area(document, path)
    if isinstance(value, Decimal):
        yield Fault("digit", f"numbers: {area}", document, path, _putting(document, path, another_digit(value, chance)))
        if value:
            yield Fault("unit", f"numbers: {area}", document, path, _putting(document, path, value * 1000))
    elif isinstance(value, dt.date):
        yield Fault("date", f"dates: {area}", document, path, _putting(document, path, moved(value, chance)))
    elif kind == "table" and isinstance(value, tuple) and value:
        row = chance.choice([str(key) for key in value])
        yield Fault("row", f"rows: {area}", document, path, lambda project: project.remove_row(document, path, row))
    elif kind == "prose" and isinstance(value, tuple):
        yield from _of_narrative(document, path, value, chance)
    elif kind == "text" and isinstance(value, str):
        yield from _of_text(document, path, value, area, chance)


def _area(document: str, path: str) -> str:
    kinds = {"facts": "facts", "approach": "approach"}
    return "inputs" if document.startswith("inputs") else kinds.get(document, "form" if "[" not in path else "tables")


def _putting(document: str, path: str, value: object) -> Callable[[Project], object]:
    return lambda project: project.put(document, path, Answer(value))


def _of_text(document: str, path: str, value: str, area: str, chance: random.Random) -> Iterator[Fault]:
    words = _NAME.findall(value)
    if words and _NAMED.search(path):
        changed = value.replace(words[0], misspelt(words[0], chance), 1)
        yield Fault("name", f"names: {area}", document, path, _putting(document, path, changed))
    figures = list(_FIGURE.finditer(value))
    if figures:
        changed = _replaced(value, chance.choice(figures), chance)
        yield Fault("digit", f"figures in texts: {area}", document, path, _putting(document, path, changed))


def _of_narrative(document: str, path: str, value: tuple[object, ...], chance: random.Random) -> Iterator[Fault]:
    told = json.dumps(to_json(value), ensure_ascii=False)
    for kind, where, pattern, change in (
        ("digit", "figures in narratives", _FIGURE, _replaced),
        ("date", "dates in narratives", _DATE, _redated),
        ("name", "names in narratives", _NAME, _misspelt),
    ):
        found = [match for match in pattern.finditer(told) if kind != "name" or _is_a_name(told, match)]
        if found:
            changed = change(told, chance.choice(found), chance)
            yield Fault(kind, where, document, path, _putting(document, path, from_json(json.loads(changed))))


def _is_a_name(told: str, match: re.Match[str]) -> bool:
    """A capital inside a sentence."""
    before = told[max(0, match.start() - 2) : match.start()].strip(" ")
    return bool(before) and before[-1] not in _ENDS_OF_SENTENCES and match[0].lower() not in told


def another_digit(value: Decimal, chance: random.Random) -> Decimal:
    """The number with one digit written wrongly; the first digit does not become zero."""
    text = f"{value:f}"
    return Decimal(_other_digit(text, chance))


def _other_digit(text: str, chance: random.Random) -> str:
    first = next(at for at, sign in enumerate(text) if sign.isdigit())
    at = chance.choice([at for at, sign in enumerate(text) if sign.isdigit()])
    digits = [digit for digit in "0123456789" if digit != text[at] and (at != first or digit != "0")]
    return text[:at] + chance.choice(digits) + text[at + 1 :]


def _replaced(text: str, match: re.Match[str], chance: random.Random) -> str:
    return text[: match.start()] + _other_digit(match[0], chance) + text[match.end() :]


def moved(value: dt.date, chance: random.Random) -> dt.date:
    """Another day of the month, another month, or another year."""
    days = chance.choice([-365, -31, -9, -1, 1, 9, 31, 365])
    return value + dt.timedelta(days=days)


def _redated(text: str, match: re.Match[str], chance: random.Random) -> str:
    day = chance.choice([day for day in range(1, 29) if str(day) != match[1]])
    return text[: match.start()] + str(day) + match[2] + text[match.end() :]


def misspelt(word: str, chance: random.Random) -> str:
    """One letter inside the word wrong, missing, or exchanged with the next."""
    at = chance.randrange(1, len(word) - 2)
    exchanged = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    wrong = word[:at] + chance.choice([letter for letter in "aeilnort" if letter != word[at]]) + word[at + 1 :]
    return chance.choice([wrong, word[:at] + word[at + 1 :], exchanged if exchanged != word else wrong])


def _misspelt(text: str, match: re.Match[str], chance: random.Random) -> str:
    return text[: match.start()] + misspelt(match[0], chance) + text[match.end() :]


def outcomes(sample_id: str, count: int, seed: int) -> Iterator[Outcome]:
    """What the check says to `count` faults, drawn evenly over the kinds of places, each undone again."""
    chance = random.Random(seed)
    project, checker = sample(sample_id).project, Checker()
    project.listen(lambda edit, _: checker.note(edit))
    clean = set(checker.check(project.snapshot).problems)
    for fault in _drawn(list(faults(project.read, chance)), count, chance):
        try:
            fault.change(project)
        except UserError:
            continue
        new = set(checker.check(project.snapshot).problems) - clean
        here = any(
            (problem.document, field_of(problem.path)) == (fault.document, field_of(fault.path)) for problem in new
        )
        yield Outcome(fault, bool(new), here)
        project.undo()


def _drawn(every: list[Fault], count: int, chance: random.Random) -> list[Fault]:
    by_class: dict[tuple[str, str], list[Fault]] = {}
    for fault in every:
        by_class.setdefault((fault.kind, fault.where), []).append(fault)
    for group in by_class.values():
        chance.shuffle(group)
    share = max(1, count // len(by_class))
    return [fault for group in by_class.values() for fault in group[:share]]


def report(made: Sequence[tuple[str, Outcome]], *, missed: bool = False) -> str:
    """Shares by kind of fault and by field class; with `missed` every fault that went unnoticed."""
    lines = []
    for title, key in (("kind", "kind"), ("field class", "where")):
        lines += ["", f"{title:34} faults  noticed  at the field"]
        groups: dict[str, list[Outcome]] = {}
        for _, outcome in made:
            groups.setdefault(getattr(outcome.fault, key), []).append(outcome)
        lines += [_share(name, groups[name]) for name in sorted(groups)]
    lines += ["", _share("all", [outcome for _, outcome in made])]
    lines += [
        f"missed: {name}, {outcome.fault.kind}, {outcome.fault.document} {outcome.fault.path}"
        for name, outcome in made
        if missed and not outcome.noticed
    ]
    return "\n".join(lines)


def _share(name: str, own: Sequence[Outcome]) -> str:
    noticed, here = sum(each.noticed for each in own), sum(each.at_the_field for each in own)
    return f"{name:34} {len(own):6} {noticed / len(own):8.0%} {here / len(own):13.0%}"


def run(count: int, seed: int) -> list[tuple[str, Outcome]]:
    """About `count` faults in every sample."""
    return [(name, outcome) for name in SAMPLES for outcome in outcomes(name, count, seed)]


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:] if word.isdecimal()]
    shown = report(run(numbers[0] if numbers else 400, numbers[1] if len(numbers) > 1 else 1), missed="-v" in sys.argv)
    sys.stdout.write(f"{shown}\n")
