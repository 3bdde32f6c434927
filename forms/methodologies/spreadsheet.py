"""Equations as spreadsheet formulas, so that the exported workbook calculates by itself.

Formulas use `+ - * / ^`, comparison, and SUM, SUMPRODUCT, PRODUCT, IRR, MIN, MAX, AVERAGE, STDEV, EXP, LN, SQRT,
ABS, INT, ROUND, IF, SMALL, SUMIF and COUNTIF.
Loops are written out cell by cell, or as SUMPRODUCT where the cells lie in a row or column.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from forms.errors import UserError
from forms.methodologies.calculation import Calculation, part_of_year
from forms.methodologies.curve_formulas import hours_formula, steps_to
from forms.methodologies.equations import nodes
from forms.methodologies.equations.nodes import Node, walk
from forms.methodologies.model import Equation, Index, Parameter
from forms.methodologies.references import evaluate_node, symbol_keys
from forms.methodologies.sheet_ranges import NotPlain, RangeWriter, bare, number_text, quoted
from forms.periods import Period

CellOf = Callable[[str, Index], str]
ShareOf = Callable[[Period], str]
TermsOf = Callable[[Sequence["Term"]], str]

LONGEST_FORMULA = 8000  # Excel allows 8,192 characters
# A longer loop is given to cells of its own, where the caller has room for them.
LONGEST_LOOP = 1000
_MOST_ARGUMENTS = 200  # Excel allows 255
_FUNCTIONS = {"exp": "EXP", "ln": "LN", "sqrt": "SQRT", "abs": "ABS", "min": "MIN", "max": "MAX"}
_FOLDS = {"sum": "SUM", "prod": "PRODUCT", "min": "MIN", "max": "MAX", "mean": "AVERAGE", "stdev": "STDEV"}


@dataclass(frozen=True)
class Term:
    """One round of a long loop: its formula, beginning with `=`, its value (None: not known) and its members."""

    formula: str
    value: Decimal | None
    members: tuple[str, ...]


def sheet_formula(
    equation: Equation,
    index: Index,
    cell_of: CellOf,
    *,
    calculation: Calculation,
    share_of: ShareOf | None = None,
    terms_of: TermsOf | None = None,
) -> str:
    """The formula of one result, beginning with `=`.

    `cell_of(symbol, index)` says where each value stands, such as `B7` or `Inputs!$C$12`. Cells of annual parameters
    hold the amount of a year; the formula takes the part of the year that the period holds, from the cell that
    `share_of(period)` names, else as a number. `terms_of(terms)` puts the rounds of a loop that is too long to read
    into cells of their own and says where they stand, such as `B20:B95`. Options, words and
    members of sets are those of `calculation`: the workbook follows changed numbers, not changed choices.
    Where a side that is not taken has no value, the formula says NA().

    Raises:
        UserError: the formula would be longer than a spreadsheet takes.
    """
    writer = _SheetWriter(calculation, cell_of, share_of, terms_of)
    text = writer.write(equation.formula.tree, dict(zip(equation.indices, index, strict=True)))
    if len(text) > LONGEST_FORMULA:
        at = f"{equation.symbol}[{', '.join(index)}]" if index else equation.symbol
        raise UserError(
            f"The formula of {at} would have {len(text):,} characters, more than a spreadsheet takes.",
            "Put the cells it sums in one column, or split the equation in two.",
        )
    return f"={bare(text)}"


class _SheetWriter:
    def __init__(
        self, calculation: Calculation, cell_of: CellOf, share_of: ShareOf | None, terms_of: TermsOf | None
    ) -> None:
        self._calculation = calculation
        self._run = calculation.run
        self._cell_of = cell_of
        self._share_of = share_of
        self._terms_of = terms_of

    def write(self, node: Node, keys: Mapping[str, str]) -> str:
        """A part of the formula, in parentheses where it is more than one term."""
        match node:
            case nodes.Number():
                return number_text(node.value)
            case nodes.Text():
                return quoted(node.value)
            case nodes.Member():
                return self._member(node, keys)
            case nodes.OptionValue():
                return quoted(self._calculation.options.get(node.id, ""))
            case nodes.Symbol():
                return self._cell(node, keys)
            case nodes.Negative():
                return f"(-{self.write(node.operand, keys)})"
            case nodes.Binary():
                operator = "^" if node.operator == "**" else node.operator
                return f"({self.write(node.left, keys)}{operator}{self.write(node.right, keys)})"
            case nodes.Call():
                arguments = ",".join(bare(self.write(argument, keys)) for argument in node.arguments)
                if node.function == "floor":
                    # 0.57/0.001 is a little less than 570 in binary arithmetic.
                    return f"INT(ROUND({arguments},9))"
                return f"{_FUNCTIONS.get(node.function, 'ROUND')}({arguments})"
            case nodes.Fold():
                return self._fold(node, keys)
            case nodes.Either():
                return self._either(node, keys)
        return self._truth(node, keys)

    def _truth(self, node: Node, keys: Mapping[str, str]) -> str:
        match node:
            case nodes.Comparison():
                sign = {"==": "=", "!=": "<>"}.get(node.operator, node.operator)
                return f"({self.write(node.left, keys)}{sign}{self.write(node.right, keys)})"
            case nodes.OneOf():
                operand = self.write(node.operand, keys)
                listed = ",".join(f"{operand}={quoted(text)}" for text in node.texts)
                return f"NOT(OR({listed}))" if node.negated else f"OR({listed})"
            case nodes.Logic():
                open_ones = [part for part in node.operands if self._decided(part, keys) is None]
                tests = [bare(self.write(part, keys)) for part in open_ones]
                return tests[0] if len(tests) == 1 else f"{node.operator.upper()}({','.join(tests)})"
            case nodes.Not():
                return f"NOT({bare(self.write(node.operand, keys))})"
        raise AssertionError(node)

    def _member(self, node: nodes.Member, keys: Mapping[str, str]) -> str:
        key = keys[node.variable]
        return number_text(self._run.sets.numbers(node.set_id)[key]) if node.is_numeric else quoted(key)

    def _cell(self, node: nodes.Symbol, keys: Mapping[str, str]) -> str:
        index = symbol_keys(node, keys, self._run)
        if index is None:
            raise UserError(f"The index of {node.name} cannot be calculated.", "Complete the inputs first.")
        if self._calculation.value(node.name, index) is None:
            # On a side that is not taken now; the workbook shows that an input lacks if it ever is.
            return "NA()"
        share = self._share(node.name, index)
        cell = self._cell_of(node.name, index)
        return cell if share is None else f"({cell}*{share})"

    def _share(self, symbol: str, index: Index) -> str | None:
        definition = self._calculation.definition(symbol)
        if not isinstance(definition, Parameter) or not definition.annual:
            return None
        sets = self._calculation.methodology.sets_by_id
        labels = [key for set_id, key in zip(definition.indices, index, strict=True) if sets[set_id].kind == "period"]
        period = next(period for period in self._calculation.inputs.periods if period.label == labels[0])
        if self._share_of is not None:
            return self._share_of(period)
        share = part_of_year(period)
        months = share * 12
        if share == 1:
            return None
        return f"{months.numerator}/12" if months.denominator == 1 else f"{share.numerator}/{share.denominator}"

    # -- decisions --

    def _decided(self, node: Node, keys: Mapping[str, str]) -> bool | None:
        """What a condition on options, indices and words gives; None when it looks at numbers, which may change."""
        match node:
            case nodes.Logic():
                answers = [self._decided(part, keys) for part in node.operands]
                decisive = node.operator == "or"
                return decisive if decisive in answers else None if None in answers else not decisive
            case nodes.Not():
                answer = self._decided(node.operand, keys)
                return None if answer is None else not answer
        if any(isinstance(part, nodes.Symbol) and part.is_number for part in walk(node)):
            return None
        return evaluate_node(node, keys, self._run) is True

    def _either(self, node: nodes.Either, keys: Mapping[str, str]) -> str:
        decided = self._decided(node.test, keys)
        if decided is not None:
            return self.write(node.then if decided else node.otherwise, keys)
        parts = (self.write(part, keys) for part in (node.test, node.then, node.otherwise))
        return f"IF({','.join(bare(part) for part in parts)})"

    # -- loops --

    def _fold(self, node: nodes.Fold, keys: Mapping[str, str]) -> str:
        rounds = list(self._rounds(node, keys))
        if not rounds:
            return {"sum": "0", "prod": "1"}.get(node.function, "NA()")
        if node.function == "irr":
            return self._rate_of_return(node, [inner for inner, _ in rounds])
        if node.amount is not None:
            return self._hours_below(node, [inner for inner, _ in rounds], self.write(node.amount, keys))
        if any(test is not None for _, test in rounds):
            return self._filtered(node, rounds)
        plain_rounds = [inner for inner, _ in rounds]
        if node.function == "sum" and len(rounds) > 3:
            try:
                return RangeWriter(self.write, plain_rounds).write(node.body)
            except NotPlain:
                pass
        texts = [bare(self.write(node.body, inner)) for inner in plain_rounds]
        return self._listed(_FOLDS[node.function], node, plain_rounds, texts, self._values(node, plain_rounds))

    def _rate_of_return(self, node: nodes.Fold, rounds: Sequence[Mapping[str, str]]) -> str:
        return f"IRR({self._range_of(node, rounds, 'a rate of return needs')})"

    def _range_of(self, node: nodes.Fold, rounds: Sequence[Mapping[str, str]], what: str) -> str:
        """One row or column of cells that holds every round: where the values stand, else cells of their own."""
        try:
            return RangeWriter(self.write, rounds).cells(node.body)
        except NotPlain:
            if self._terms_of is None:
                words = f"{what[0].upper()}{what[1:]} the values in one row or column."
                raise UserError(words, "Let an equation give them, by year or hour.") from None
            texts = [bare(self.write(node.body, inner)) for inner in rounds]
            return self._terms_of(_terms(node, rounds, texts, self._values(node, rounds)))

    def _hours_below(self, node: nodes.Fold, rounds: Sequence[Mapping[str, str]], energy: str) -> str:
        """Looks for the last of the sorted loads at which the line holds less, in steps that get finer."""
        loads = self._range_of(node, rounds, "hours below a line need")
        hours = evaluate_node(node, rounds[0], self._run)
        found = "0"
        for step in steps_to(len(rounds)):
            passed = None if not isinstance(hours, Decimal) else hours // step * step if hours < len(rounds) else hours
            text = hours_formula(loads, bare(energy), len(rounds), found, step)
            found = text if self._terms_of is None else self._cell_for(text, passed, f"steps of {step} hours")
        return found

    def _cell_for(self, text: str, value: Decimal | None, words: str) -> str:
        """A cell of its own for a part of a formula."""
        assert self._terms_of is not None
        return self._terms_of([Term(f"={bare(text)}", value, (words,))]).partition(":")[0]

    def _listed(
        self,
        function: str,
        node: nodes.Fold,
        rounds: Sequence[Mapping[str, str]],
        texts: Sequence[str],
        values: Iterable[Decimal | None],
    ) -> str:
        """A function of all rounds of a loop: side by side, or in cells of their own when that is too long."""
        if self._terms_of is None or sum(map(len, texts)) <= LONGEST_LOOP:
            return _nested(function, texts)
        return f"{function}({self._terms_of(_terms(node, rounds, texts, values))})"

    def _rounds(self, node: nodes.Fold, keys: Mapping[str, str]) -> Iterator[tuple[dict[str, str], str | None]]:
        """Index variables of each round that may count, with the condition the workbook must test, if any."""
        sets = [self._run.known_members(loop.set_id) for loop in node.loops]
        for members in itertools.product(*sets):
            inner = {**keys, **{loop.variable: key for loop, key in zip(node.loops, members, strict=True)}}
            decided = True if node.test is None else self._decided(node.test, inner)
            if node.test is not None and decided is None:
                yield inner, bare(self.write(node.test, inner))
            elif decided:
                yield inner, None

    def _filtered(self, node: nodes.Fold, rounds: Sequence[tuple[Mapping[str, str], str | None]]) -> str:
        """A loop whose condition looks at numbers, so that each round carries its own IF."""
        terms = [(test, bare(self.write(node.body, inner))) for inner, test in rounds]
        inner = [keys for keys, _ in rounds]
        values = list(self._values(node, inner)) if self._terms_of else [None] * len(terms)
        if node.function in ("min", "max"):
            never = "9.99E+307" if node.function == "min" else "-9.99E+307"
            return self._tested(node, inner, [(test, body, never) for test, body in terms], values)
        of_none = "1" if node.function == "prod" else "0"
        total = self._tested(node, inner, [(test, body, of_none) for test, body in terms], values)
        if node.function in ("sum", "prod"):
            return total
        ones = [None if value is None else Decimal(1) for value in values]
        count = self._tested(node, inner, [(test, "1", "0") for test, _ in terms], ones)
        if node.function == "mean":
            return f"({total}/{count})"
        known = [value for value in values if value is not None]
        mean = sum(known, Decimal(0)) / max(1, len(known))
        squares = [(test, f"({body}-{total}/{count})^2", "0") for test, body in terms]
        distances = [None if value is None else (value - mean) ** 2 for value in values]
        return f"SQRT({self._tested(node, inner, squares, distances)}/({count}-1))"

    def _values(self, node: nodes.Fold, rounds: Iterable[Mapping[str, str]]) -> Iterator[Decimal | None]:
        """What each round adds; None where the condition does not let it through, or it cannot be had."""
        for keys in rounds:
            passes = node.test is None or evaluate_node(node.test, keys, self._run) is True
            value = evaluate_node(node.body, keys, self._run) if passes else None
            yield value if isinstance(value, Decimal) else None

    def _tested(
        self,
        node: nodes.Fold,
        rounds: Sequence[Mapping[str, str]],
        terms: Sequence[tuple[str | None, str, str]],
        values: Sequence[Decimal | None],
    ) -> str:
        """The rounds, each behind its condition; where a value is None, the third of `terms` stands instead."""
        function = _FOLDS[node.function] if node.function in ("min", "max", "prod") else "SUM"
        results = [Decimal(term[2]) if value is None else value for term, value in zip(terms, values, strict=True)]
        return self._listed(function, node, rounds, [_if(*term) for term in terms], results)


def _terms(
    node: nodes.Fold, rounds: Sequence[Mapping[str, str]], texts: Sequence[str], values: Iterable[Decimal | None]
) -> list[Term]:
    return [
        Term(f"={text}", value, tuple(inner[loop.variable] for loop in node.loops))
        for inner, text, value in zip(rounds, texts, values, strict=True)
    ]


def _if(test: str | None, then: str, otherwise: str) -> str:
    return then if test is None else f"IF({test},{then},{otherwise})"


def _nested(function: str, arguments: Sequence[str]) -> str:
    """A function of many arguments, in groups of no more than a spreadsheet takes."""
    if len(arguments) <= _MOST_ARGUMENTS or function in ("AVERAGE", "STDEV"):
        return f"{function}({','.join(arguments)})"
    starts = range(0, len(arguments), _MOST_ARGUMENTS)
    groups = [_nested(function, arguments[start : start + _MOST_ARGUMENTS]) for start in starts]
    return f"{function}({','.join(groups)})"
