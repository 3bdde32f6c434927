"""What a form says of a parameter in plain words: its name, what is given, where it comes from, the usual faults."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from forms.input_places import asked_indices
from forms.methodologies.typesetting import GREEK
from forms.quantities import CALENDAR_YEAR, format_amount, unit_in_print

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from forms.methodologies.model import IndexSet, Methodology, Parameter

UNVERIFIED = "(unverified)"
_CALLED = {"choice": "One of the answers listed", "yes_no": "Yes or no", "date": "A date", "text": "A word or name"}
# What says no more than that there is a value.
_SAYS_NOTHING = frozenset({"", "constant", "measured", "metered", "counted", "weighed", "taken over"})
_SMALL_WORD = re.compile(r"[a-z]{3,}")
# Words that a description cannot end with.
_LEADING_ON = frozenset({"a", "an", "and", "for", "from", "in", "of", "on", "or", "that", "the", "with"})


# -- names -----------------------------------------------------------------------------------------------------------


def title_of(cases: Sequence[Parameter]) -> str:
    """Symbol and words; the words alone where the text has no symbol and the name is one of ours."""
    words, symbol = described(cases), cases[0].symbol
    return words if is_our_name(symbol) else f"{symbol}: {words}"


def is_our_name(symbol: str) -> bool:
    """Whether a name is one of ours, such as `part_of_year`, and no symbol of the text: it begins with a small word."""
    head = symbol.partition("_")[0]
    return _SMALL_WORD.fullmatch(head) is not None and head not in GREEK


def described(cases: Sequence[Parameter]) -> str:
    """What the descriptions of all cases begin and end with; where they begin alike with no word, all of them."""
    listed = list(dict.fromkeys(case.description for case in cases))
    if len(listed) == 1:
        return listed[0]
    texts = [text.split() for text in listed]
    head = _common(texts)
    if not head:
        return " or ".join([listed[0], *(text[:1].lower() + text[1:] for text in listed[1:])])
    tail = _common([text[: len(head) - 1 : -1] for text in texts])[::-1]
    while len(head) > 1 and head[-1] in _LEADING_ON:
        head.pop()
    start = " ".join(head).rstrip(";:,")
    return f"{start} … {' '.join(tail)}" if len(tail) > 1 else start


def _common(texts: Sequence[Sequence[str]]) -> list[str]:
    """The words that all texts begin with."""
    return [here[0] for here in takewhile(lambda here: len(set(here)) == 1, zip(*texts, strict=False))]


def clause(origin: object, reference: str) -> str:
    """The text and the place in it; whether it was read is said by a mark, and not again in words."""
    return ", ".join(part for part in (str(origin), reference.replace(UNVERIFIED, "").strip()) if part)


# -- help ------------------------------------------------------------------------------------------------------------


def summary_of(parameter: Parameter) -> str:
    """When it is given, for the head of its page."""
    if parameter.kind == "monitored":
        return "Monitored in each year of the crediting period. Before that, what is given here is the estimate."
    if parameter.kind == "ex_ante_estimate":
        return "Estimated before the project starts."
    return "Given once, before registration or determination, and kept for the whole crediting period."


def help_of(cases: Sequence[Parameter], methodology: Methodology) -> str:
    """What is given, where it comes from, how it is got, and what stands while nothing is typed."""
    parameter = cases[0]
    told = (
        f"{_wanted(parameter)}{_for_each(parameter, methodology.sets_by_id)}.",
        _sentence("Where it comes from", _alike(cases, lambda case: case.source)),
        _got(parameter, _alike(cases, lambda case: case.method)),
        _while_empty(cases),
    )
    return " ".join(sentence for sentence in told if sentence)


def _wanted(parameter: Parameter) -> str:
    unit = parameter.input_unit
    if not parameter.is_number:
        return _CALLED[parameter.type]
    if unit == CALENDAR_YEAR:
        return "A year of the calendar, such as 2013"
    if parameter.annual:
        is_plain = str(parameter.unit) == "1"
        return "The number for a whole year" if is_plain else f"The amount of a whole year, in {unit_in_print(unit)}"
    if is_share(parameter):
        return "A share between 0 and 1"
    return "A plain number, without a unit" if unit == "1" else f"An amount in {unit_in_print(unit)}"


def is_share(parameter: Parameter) -> bool:
    """True for parts of a whole."""
    least, most = parameter.limits
    return str(parameter.unit) == "1" and least is not None and most is not None and 0 <= least < most <= 1


def _for_each(parameter: Parameter, sets: Mapping[str, IndexSet]) -> str:
    """`, one for each of the fuels`: the sets that it is asked by, in the words of the methodology."""
    names = [_members(sets[index]) for index in asked_indices(parameter)]
    return f", one for each of the {' and each of the '.join(names)}" if names else ""


def _members(index_set: IndexSet) -> str:
    """The label up to its first explanation, as it stands inside a sentence."""
    words = re.split(r"[:;,(]", index_set.label)[0].strip() or "rows of the table"
    words = re.sub(r"^(The|All) ", "", words)
    return words if words[:2].isupper() else words[:1].lower() + words[1:]


def _alike(cases: Sequence[Parameter], said: Callable[[Parameter], str]) -> str:
    """What is said in every case; empty where the cases differ, for each tells its own below."""
    texts = {said(case).strip() for case in cases}
    return texts.pop() if len(texts) == 1 else ""


def _sentence(head: str, words: str) -> str:
    text = words.replace(UNVERIFIED, "").strip().rstrip(".")
    return f"{head}: {text}." if text.casefold() not in _SAYS_NOTHING else ""


def _got(parameter: Parameter, method: str) -> str:
    if method.startswith(("Taken over ", "Taken over,")):
        return f"It is {method[:1].lower()}{method[1:].rstrip('.')}."
    return _sentence("How it is measured" if parameter.kind == "monitored" else "How it is chosen", method)


def _while_empty(cases: Sequence[Parameter]) -> str:
    parameter = cases[0]
    if len(cases) > 1:
        alike = len(" ".join(_common([case.description.split() for case in cases])))
        apart = {case.description[alike:].strip(" :;,") or case.description: default_in_print(case) for case in cases}
        listed = "; ".join(f"{words}: {value}" for words, value in apart.items())
        return f"While it is empty, the value that goes with the choices made stands. {listed[:1].upper()}{listed[1:]}."
    if parameter.default_table is not None:
        return _sentence("While it is empty, it is taken from a table", parameter.default_source)
    if not parameter.default:
        return ""
    source = f": {parameter.default_source.rstrip('.')}" if parameter.default_source else ""
    return f"While it is empty, {default_in_print(parameter)} stands{source}."


def default_in_print(parameter: Parameter) -> str:
    """The default as it is read: a number with its unit, an answer by its words."""
    if not parameter.default:
        return "none"
    if not parameter.is_number:
        return next(
            (choice.label for choice in parameter.choices if choice.code == parameter.default), parameter.default
        )
    number = format_amount(Decimal(parameter.default), parameter.input_unit)
    return number if str(parameter.unit) == "1" else f"{number} {unit_in_print(parameter.input_unit)}".rstrip()


# -- usual faults ------------------------------------------------------------------------------------------------------


class _Usual(NamedTuple):
    """A fault that is usual with parameters of some kind: by unit, or by words of the description."""

    fault: str
    units: frozenset[str] = frozenset()
    words: str = ""

    def befalls(self, parameter: Parameter) -> bool:
        is_unit = not self.units or str(parameter.unit) in self.units
        return is_unit and re.search(self.words, parameter.description, re.IGNORECASE) is not None


# Carbon dioxide of coal and natural gas by energy: 2006 IPCC Guidelines, vol. 2, table 1.4.
_USUAL = (
    _Usual(
        "the gross calorific value where the net one is asked; a value of wet fuel for a dry quantity.",
        words="calorific value",
    ),
    _Usual(
        "carbon instead of CO₂, or another energy than the unit says: coal has about 95 t CO₂/TJ, natural gas 56.",
        frozenset({"tCO2/TJ"}),
    ),
    _Usual(
        "carbon instead of CO₂, or another energy than the unit says: coal has about 0.095 t CO₂/GJ, gas 0.056.",
        frozenset({"tCO2/GJ"}),
    ),
    _Usual("grams for a kWh where tonnes for a MWh are asked: 620 g/kWh are 0.62 t/MWh.", frozenset({"tCO2/MWh"})),
    _Usual("gross generation where the net supply is meant.", frozenset({"MWh", "GWh"}), "supplied|net electricity"),
    _Usual("the potential of another report than the one that holds for the year.", words="warming potential"),
    _Usual("the volume as metered where the volume at normal conditions is asked.", frozenset({"Nm3", "1000 Nm3"})),
    _Usual("wet mass where dry mass is asked.", frozenset({"tDM", "t/ha"}), "dry|biomass"),
    _Usual(
        "tonnes of CO₂e where tonnes of methane are asked; the equations apply the warming potential.",
        frozenset({"tCH4", "kgCH4"}),
    ),
    _Usual("degrees Celsius where kelvin are asked: 25 °C are 298.15 K.", frozenset({"K"})),
    _Usual("a share where per cent are asked: 5 % is written 5.", frozenset({"%"})),
)


def faults_of(cases: Sequence[Parameter]) -> str:
    """The usual faults with a number of this kind, and the limits beyond which it is questioned; perhaps empty."""
    if not cases[0].is_number:
        return ""
    limits = _limits(cases[0]) if len({case.limits for case in cases}) == 1 else ""
    found = [*_faults(cases[0]), *([limits] if limits else [])]
    return " ".join(f"{fault[:1].upper()}{fault[1:]}" for fault in found)


def _faults(parameter: Parameter) -> Iterator[str]:
    yield from (usual.fault for usual in _USUAL if usual.befalls(parameter))
    if parameter.annual:
        yield "the amount of some months: a period shorter than a year takes its part of the whole year by itself."
    if is_share(parameter):
        yield "per cent where a share is asked: 62 % is 0.62."


def _limits(parameter: Parameter) -> str:
    """What is questioned. That nothing is less than nothing, and no share more than all, goes without saying."""
    least, most = parameter.limits
    if least is not None and least == most:
        return f"a value other than {_limit(least, parameter)} is questioned."
    low = f"below {_limit(least, parameter)}" if least else ""
    high = f"above {_limit(most, parameter)}" if most is not None and not (most == 1 and is_share(parameter)) else ""
    told = " or ".join(limit for limit in (low, high) if limit)
    return f"a value {told} is questioned." if told else ""


def _limit(value: Decimal, parameter: Parameter) -> str:
    unit = "" if str(parameter.unit) == "1" else unit_in_print(parameter.input_unit)
    return f"{format_amount(value, parameter.input_unit)} {unit}".rstrip()
