"""Python's syntax tree of an expression, refused when it is too long or too deep to be handled safely."""

from __future__ import annotations

import ast
import warnings

from forms.errors import DefinitionError

_LONGEST_SOURCE = 4000
_DEEPEST_TREE = 120
_MOST_NODES = 1500


def syntax_tree(text: str) -> ast.expr:
    """The tree as Python sees it.

    Raises:
        DefinitionError: there is nothing, it breaks off, or it is beyond the limits.
    """
    if not text:
        raise DefinitionError("The expression is empty.")
    if len(text) > _LONGEST_SOURCE:
        raise DefinitionError(f"The expression has {len(text)} characters; {_LONGEST_SOURCE} are allowed.")
    try:
        # What Python only warns of, such as 2in, is refused below or harmless; nobody reads the warning.
        with warnings.catch_warnings(action="ignore"):
            tree = ast.parse(text, mode="eval").body
    except SyntaxError as error:
        if "nested" in error.msg:
            raise DefinitionError(f"“{shortened(text)}” is too deeply nested.") from error
        where = f" near “{text[max(0, (error.offset or 1) - 8) : (error.offset or 1) + 8].strip()}”"
        raise DefinitionError(f"“{shortened(text)}” is not a complete expression{where}.") from error
    except (ValueError, RecursionError, MemoryError) as error:
        raise DefinitionError(f"“{shortened(text)}” cannot be read: it is too deeply nested.") from error
    _check_size(tree, text)
    return tree


def _check_size(tree: ast.expr, text: str) -> None:
    level: list[ast.AST] = [tree]
    depth = count = 0
    while level:
        depth, count = depth + 1, count + len(level)
        if depth > _DEEPEST_TREE or count > 3 * _MOST_NODES:
            raise DefinitionError(f"“{shortened(text)}” is too deeply nested or too long. Split it into two equations.")
        level = [child for node in level for child in ast.iter_child_nodes(node)]


def shortened(text: str) -> str:
    """At most 60 characters, to be quoted in a message."""
    return text if len(text) <= 60 else text[:57] + "…"
