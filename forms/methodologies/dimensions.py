"""The dimension check: do the units of an equation multiply out to the unit it declares?

A literal in an equation is either a pure number or stands for a conversion (the 3.6 of GJ/MWh, the 1000 of kg/t).
The text does not say which, so each expression has a short list of *readings*; the equation is right if one of them
is what it declares. Kilograms times 1000 are no tonnes under any reading, and GWh times tCO2/MWh is no tCO2.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

from forms.errors import DefinitionError
from forms.methodologies.equations import Formula, Signature, plain
from forms.methodologies.equations.arithmetic import constant_of
from forms.methodologies.equations.nodes import (
    Binary,
    Call,
    Comparison,
    Either,
    Fold,
    Member,
    Negative,
    Node,
    Number,
    Symbol,
    children,
    kind_of,
)
from forms.quantities import Dimensions, Unit, describe_unit, multiply_dimensions, parse_unit, raise_dimensions

Reading = tuple[Dimensions, Fraction]
# The first reading is the one with all literals as pure numbers. None fits everything: a literal zero.
Readings = tuple[Reading, ...] | None

_PURE: Reading = ((), Fraction(1))
_YEAR: Reading = (parse_unit("yr").dimensions, parse_unit("yr").factor)
_MOST_READINGS = 128
_LARGEST_POWER = 12
_LARGEST_ROOTED = 10**30


def check_dimensions(formula: Formula, unit: Unit, symbols: Mapping[str, Signature]) -> None:
    """Check that an equation gives the unit it declares.

    Raises:
        DefinitionError: saying what it gives instead, or which two things cannot be added or compared.
    """
    given = _Checker(symbols).readings(formula.tree)
    wanted = (unit.dimensions, unit.factor)
    if given is None or wanted in given:
        return
    dimensions, factor = given[0]
    if dimensions == unit.dimensions:
        amount = describe_unit((), factor / unit.factor)
        raise DefinitionError(f"It gives {amount} {unit} where {unit} is declared: a factor is missing or too many.")
    raise DefinitionError(f"It gives {describe_unit(dimensions, factor)} where {unit} is declared.")


def check_consistency(formula: Formula, symbols: Mapping[str, Signature]) -> None:
    """Check an expression without a declared unit: what it adds and compares must be alike."""
    _Checker(symbols).readings(formula.tree)


class _Checker:
    def __init__(self, symbols: Mapping[str, Signature]) -> None:
        self._symbols = symbols

    def readings(self, node: Node) -> Readings:
        """What a node's unit may be; texts and truths count as pure."""
        match node:
            case Number():
                return _literal(node)
            case Member():
                return (_PURE, _YEAR) if node.is_numeric else (_PURE,)
            case Symbol():
                unit = self._symbols[node.name].unit
                return ((unit.dimensions, unit.factor),)
            case Negative():
                return self.readings(node.operand)
            case Binary():
                return self._binary(node)
            case Comparison():
                return self._comparison(node)
            case Either():
                self.readings(node.test)
                return self._alike((node.then, node.otherwise), "chooses between")
            case Call():
                return self._call(node)
            case Fold():
                if node.test is not None:
                    self.readings(node.test)
                return self._fold(node)
        for child in children(node):
            self.readings(child)
        return (_PURE,)

    def _binary(self, node: Binary) -> Readings:
        if node.operator in ("+", "-"):
            return self._alike((node.left, node.right), "adds" if node.operator == "+" else "subtracts")
        if node.operator == "**":
            return self._power(node)
        left, right = self.readings(node.left), self.readings(node.right)
        if left is None or right is None:
            return None
        sign = 1 if node.operator == "*" else -1
        return _distinct(_multiplied(one, other, sign) for one in left for other in right)

    def _alike(self, nodes: tuple[Node, ...], verb: str) -> Readings:
        together: Readings = None
        first: Node | None = None
        for node in nodes:
            readings = self.readings(node)
            if readings is None:
                continue
            if together is None:
                together, first = readings, node
                continue
            shared = tuple(reading for reading in together if reading in readings)
            if not shared and first is not None:
                raise _unlike(verb, first, together, node, readings)
            together = shared
        return together

    def _comparison(self, node: Comparison) -> Readings:
        if kind_of(node.left) == "number" and constant_of(node.left) is None and constant_of(node.right) is None:
            self._alike((node.left, node.right), "compares")
        else:
            # A limit written as a bare number is in the unit of what it limits.
            self.readings(node.left)
            self.readings(node.right)
        return (_PURE,)

    def _power(self, node: Binary) -> Readings:
        base, exponent = self.readings(node.left), constant_of(node.right)
        if exponent is None:
            self._pure(node.right, "an exponent")
            return self._pure(node.left, "the base of a variable power")
        if constant_of(node.left) is not None:
            value = constant_of(node)
            return (_PURE,) if value is None else _literal_value(value)
        return None if base is None else _raised(base, Fraction(exponent), node)

    def _call(self, node: Call) -> Readings:
        if node.function in ("exp", "ln"):
            return self._pure(node.arguments[0], f"the argument of {node.function}")
        if node.function in ("min", "max"):
            return self._alike(node.arguments, f"takes the {node.function} of")
        readings = self.readings(node.arguments[0])
        return readings if node.function != "sqrt" or readings is None else _raised(readings, Fraction(1, 2), node)

    def _fold(self, node: Fold) -> Readings:
        if node.function == "prod":
            return self._pure(node.body, "the factor of a product over rows")
        readings = self.readings(node.body)
        if node.amount is not None:
            return self._duration(self.readings(node.amount), readings)
        return (_PURE,) if node.function == "irr" else readings

    def _duration(self, energy: Readings, load: Readings) -> Readings:
        """Each load stands for one unit of the time in which it makes the energy."""
        if energy is None or load is None:
            return None
        return _distinct(_multiplied(above, below, -1) for above in energy for below in load)

    def _pure(self, node: Node, role: str) -> Readings:
        readings = self.readings(node)
        if readings is not None and _PURE not in readings:
            raise DefinitionError(f"“{plain(node)}” is {role} and must be a pure number, but is in {_shown(readings)}.")
        return (_PURE,)


def _literal(node: Number) -> Readings:
    return _literal_value(node.value)


def _literal_value(value: Decimal) -> Readings:
    number = Fraction(value)
    if number == 0:
        return None
    return (_PURE,) if abs(number) == 1 else (_PURE, ((), 1 / abs(number)))


def _multiplied(one: Reading, other: Reading, sign: int) -> Reading:
    if other is _PURE:
        return one
    return multiply_dimensions(one[0], raise_dimensions(other[0], Fraction(sign))), one[1] * other[1] ** sign


def _raised(readings: tuple[Reading, ...], exponent: Fraction, node: Node) -> tuple[Reading, ...]:
    powers = ((dimensions, _exact_power(factor, exponent)) for dimensions, factor in readings)
    found = _distinct((raise_dimensions(dimensions, exponent), factor) for dimensions, factor in powers if factor)
    if not found:
        raise DefinitionError(f"The unit of “{plain(node)}” cannot be checked: use base units inside the power.")
    return found


def _exact_power(factor: Fraction, exponent: Fraction) -> Fraction | None:
    if exponent.denominator == 1 or factor == 1:
        return Fraction(1) if factor == 1 else _bounded_power(factor, int(exponent))
    above, below = (_exact_root(part, exponent.denominator) for part in (factor.numerator, factor.denominator))
    return None if above is None or below is None else _bounded_power(Fraction(above, below), exponent.numerator)


def _bounded_power(factor: Fraction, exponent: int) -> Fraction | None:
    return Fraction(1) * factor**exponent if abs(exponent) <= _LARGEST_POWER else None


def _exact_root(number: int, degree: int) -> int | None:
    if number > _LARGEST_ROOTED or degree > _LARGEST_POWER:
        return None
    guess = round(number ** (1 / degree))
    return next((root for root in (guess - 1, guess, guess + 1) if root**degree == number), None)


def _distinct(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    return tuple(dict.fromkeys(readings))[:_MOST_READINGS]


def _shown(readings: tuple[Reading, ...]) -> str:
    return describe_unit(*readings[0])


def _unlike(
    verb: str, first: Node, first_readings: tuple[Reading, ...], second: Node, readings: tuple[Reading, ...]
) -> DefinitionError:
    write: Callable[[Node], str] = plain
    return DefinitionError(
        f"It {verb} unlike things: “{write(first)}” is in {_shown(first_readings)}, "
        f"“{write(second)}” in {_shown(readings)}."
    )
