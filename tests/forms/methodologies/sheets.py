"""A very small spreadsheet that recalculates formulas, written apart from the engine so that it can contradict it."""

from __future__ import annotations

import math
import re
import statistics
from collections.abc import Callable

_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+\.?\d*(?:E[+-]?\d+)?)|(?P<text>\"(?:[^\"]|\"\")*\")"
    r"|(?P<range>\$?[A-Z]{1,3}\$?\d+:\$?[A-Z]{1,3}\$?\d+)|(?P<cell>\$?[A-Z]{1,3}\$?\d+)"
    r"|(?P<name>[A-Z]+)(?=\()|(?P<array>\{[\d,]+\})|(?P<mark><>|<=|>=|[-+*/^(),<>=&]))"
)


class Sheet:
    """Cells by name; those that begin with `=` are formulas."""

    def __init__(self, cells: dict[str, object]) -> None:
        self.cells = cells

    def value(self, cell: str):
        content = self.cells[cell.replace("$", "")]
        return self.calculate(content) if isinstance(content, str) and content.startswith("=") else content

    def calculate(self, formula: str):
        assert formula.startswith("=")
        parser = _Parser(self, formula[1:])
        found = parser.comparison()
        assert parser.at == len(parser.tokens), f"rest: {parser.tokens[parser.at :]}"
        return found

    def block(self, text: str) -> list:
        first, last = (re.fullmatch(r"([A-Z]+)(\d+)", part.replace("$", "")) for part in text.split(":"))
        if first[1] == last[1]:
            return [self.value(f"{first[1]}{row}") for row in range(int(first[2]), int(last[2]) + 1)]
        assert first[2] == last[2]
        assert len(first[1]) == len(last[1]) == 1
        return [self.value(f"{chr(code)}{first[2]}") for code in range(ord(first[1]), ord(last[1]) + 1)]


class _Parser:
    def __init__(self, sheet: Sheet, text: str) -> None:
        self.sheet = sheet
        self.tokens: list[tuple[str, str]] = []
        at = 0
        while at < len(text):
            found = _TOKEN.match(text, at)
            assert found, text[at:]
            self.tokens.append((found.lastgroup, found[found.lastgroup]))
            at = found.end()
        self.at = 0

    def take(self, *marks: str) -> str:
        if self.at < len(self.tokens) and self.tokens[self.at][1] in marks and self.tokens[self.at][0] == "mark":
            self.at += 1
            return self.tokens[self.at - 1][1]
        return ""

    def comparison(self):
        left = self.joined()
        tests = {"=": lambda a, b: a == b, "<>": lambda a, b: a != b, "<": lambda a, b: a < b}
        tests |= {">": lambda a, b: a > b, "<=": lambda a, b: a <= b, ">=": lambda a, b: a >= b}
        if sign := self.take(*tests):
            return each(tests[sign], left, self.joined())
        return left

    def joined(self):
        left = self.sum()
        while self.take("&"):
            left = each(lambda a, b: f"{a}{b!r}", left, self.sum())
        return left

    def sum(self):
        left = self.product()
        while sign := self.take("+", "-"):
            right = self.product()
            left = each((lambda a, b: a + b) if sign == "+" else (lambda a, b: a - b), left, right)
        return left

    def product(self):
        left = self.power()
        while sign := self.take("*", "/"):
            right = self.power()
            left = each((lambda a, b: a * b) if sign == "*" else (lambda a, b: a / b if b else math.nan), left, right)
        return left

    def power(self):
        left = self.sign()
        while self.take("^"):
            left = each(lambda a, b: a**b, left, self.sign())
        return left

    def sign(self):
        # In spreadsheets a minus binds tighter than a power: =-2^2 is 4.
        return each(lambda a, _: -a, self.sign(), 0) if self.take("-") else self.single()

    def single(self):
        kind, text = self.tokens[self.at]
        self.at += 1
        if kind == "number":
            return float(text)
        if kind == "text":
            return text[1:-1].replace('""', '"')
        if kind == "cell":
            return self.sheet.value(text)
        if kind == "array":
            return [float(number) for number in text[1:-1].split(",")]
        if kind == "range":
            return self.sheet.block(text)
        if kind == "mark":
            assert text == "(", text
            inside = self.comparison()
            assert self.take(")")
            return inside
        return self.call(text)

    def call(self, name: str):
        assert self.take("(")
        arguments = []
        while not self.take(")"):
            arguments.append(self.comparison())
            self.take(",")
        return FUNCTIONS[name](*arguments)


def each(operation: Callable, left, right):
    if isinstance(left, list) and isinstance(right, list):
        assert len(left) == len(right)
        return [operation(a, b) for a, b in zip(left, right, strict=True)]
    if isinstance(left, list):
        return [operation(a, right) for a in left]
    if isinstance(right, list):
        return [operation(left, b) for b in right]
    return operation(left, right)


def flat(arguments) -> list:
    found = []
    for argument in arguments:
        found.extend(argument if isinstance(argument, list) else [argument])
    return found


def meeting(values: list[float], criterion: str) -> list[float]:
    """The values that are below, or not below, the number of a criterion such as `<12.5`."""
    sign, number = ("<", criterion[1:]) if criterion[1] != "=" else (">=", criterion[2:])
    assert criterion.startswith(sign)
    return [value for value in values if (value < float(number)) == (sign == "<")]


def half_up(value: float, digits: float) -> float:
    return math.copysign(math.floor(abs(value) * 10**digits + 0.5) / 10**digits, value)


def rate_of_return(flow: list[float]) -> float:
    """Halving between -99 % and 1,000 %."""
    low, high = -0.99, 10.0

    def worth(rate: float) -> float:
        return math.fsum(amount / (1 + rate) ** year for year, amount in enumerate(flow))

    assert worth(low) * worth(high) < 0
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if worth(low) * worth(middle) > 0 else (low, middle)
    return (low + high) / 2


FUNCTIONS: dict[str, Callable] = {
    "SUM": lambda *values: math.fsum(flat(values)),
    "SUMPRODUCT": lambda *values: math.fsum(flat(values)),
    "MIN": lambda *values: min(flat(values)),
    "MAX": lambda *values: max(flat(values)),
    "PRODUCT": lambda *values: math.prod(flat(values)),
    "IRR": lambda *values: rate_of_return(list(flat(values))),
    "AVERAGE": lambda *values: statistics.fmean(flat(values)),
    "STDEV": lambda *values: statistics.stdev(flat(values)),
    "EXP": lambda value: each(lambda a, _: math.exp(a), value, 0),
    "LN": lambda value: each(lambda a, _: math.log(a), value, 0),
    "SQRT": lambda value: each(lambda a, _: math.sqrt(a), value, 0),
    "ABS": lambda value: each(lambda a, _: abs(a), value, 0),
    "INT": math.floor,
    "ROUND": lambda value, digits: each(half_up, value, digits),
    "SMALL": lambda values, ranks: each(lambda rank, _: sorted(values)[int(rank) - 1], ranks, 0),
    "SUMIF": lambda values, criteria: each(lambda wanted, _: math.fsum(meeting(values, wanted)), criteria, 0),
    "COUNTIF": lambda values, criteria: each(lambda wanted, _: len(meeting(values, wanted)), criteria, 0),
    "IF": lambda test, then, otherwise: then if test else otherwise,
    "AND": lambda *tests: all(tests),
    "OR": lambda *tests: any(tests),
    "NOT": lambda test: not test,
    # All arguments are calculated here, also the side of IF that is not taken; taken by mistake, it spoils the result.
    "NA": lambda: math.nan,
}
