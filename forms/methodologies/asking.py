"""When something is asked, said over the options that the user chooses.

A methodology decides some options of its tools, such as the application of TOOL04. Nobody is asked for those: in
conditions that are shown, or evaluated outside the calculation, what they decide is put in and worked out.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from forms.methodologies.equations import Formula
    from forms.methodologies.model import Methodology

ALWAYS, NEVER = "True", "False"


def asked_when(methodology: Methodology, *conditions: Formula | None) -> str:
    """All the conditions together, over options that are asked: Python syntax, `ALWAYS` or `NEVER`."""
    decided = {option.id: option.derived for option in methodology.derived_options if option.derived is not None}
    given = [ast.parse(condition.source, mode="eval").body for condition in conditions if condition is not None]
    whole = ast.BoolOp(ast.And(), [ast.Constant(value=True), *given])
    return ast.unparse(_Deciding(decided).visit(whole))


class _Deciding(ast.NodeTransformer):
    """Puts in what is decided, and leaves out what can no longer change the outcome."""

    def __init__(self, decided: Mapping[str, Formula]) -> None:
        self._decided = decided

    def visit_Name(self, node: ast.Name) -> ast.expr:
        formula = self._decided.get(node.id)
        # A decision may rest on another one, of the methodology that calls the one that decides.
        return node if formula is None else self.visit(ast.parse(formula.source, mode="eval").body)

    def visit_IfExp(self, node: ast.IfExp) -> ast.AST:
        made = self.generic_visit(node)
        if isinstance(made, ast.IfExp) and isinstance(made.test, ast.Constant):
            return made.body if made.test.value else made.orelse
        return made

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.AST:
        made = self.generic_visit(node)
        if isinstance(made, ast.UnaryOp) and isinstance(made.op, ast.Not) and isinstance(made.operand, ast.Constant):
            return ast.Constant(value=not made.operand.value)
        return made

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.expr:
        # One that is false settles an “and”, one that is true settles an “or”; the others of that kind say nothing.
        settles = isinstance(node.op, ast.Or)
        left: list[ast.expr] = []
        for part in (self.visit(value) for value in node.values):
            if not isinstance(part, ast.Constant):
                left += part.values if isinstance(part, ast.BoolOp) and type(part.op) is type(node.op) else [part]
            elif bool(part.value) is settles:
                return ast.Constant(value=settles)
        said = list({ast.dump(part): part for part in left}.values())
        if not said:
            return ast.Constant(value=not settles)
        return said[0] if len(said) == 1 else ast.BoolOp(node.op, said)

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        made = self.generic_visit(node)
        try:
            return ast.Constant(value=_compared(made))
        except ValueError:  # Something in it is chosen by the user.
            return made


def _compared(node: ast.AST) -> bool:
    """Raises ValueError when not everything in the comparison is known, or when it is of another kind."""
    if not isinstance(node, ast.Compare) or len(node.ops) != 1:
        raise ValueError
    left, right = ast.literal_eval(node.left), ast.literal_eval(node.comparators[0])
    match node.ops[0]:
        case ast.Eq():
            return bool(left == right)
        case ast.NotEq():
            return bool(left != right)
        case ast.In():
            return left in right
        case ast.NotIn():
            return left not in right
    raise ValueError
