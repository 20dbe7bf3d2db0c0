"""Filters: the Python expressions by which sphinx-needs chooses items, read, never run."""

from __future__ import annotations

import ast
import warnings

from statutory.model.patterns import is_readable


class UnreadableFilterError(ValueError):
    """A text is no expression; the message is the part from which it cannot be read."""


class ConstantFilterError(ValueError):
    """An expression says the same of every item, so that it chooses none."""


def names_read(text: str) -> tuple[str, ...]:
    """Return the names that a filter takes from its surroundings, in alphabetical order.

    Names that the expression binds itself, as a comprehension does, are left out.

    :raises UnreadableFilterError: If the text is no expression.
    :raises ConstantFilterError: If it is a constant other than ``True`` and ``False``.
    """
    tree = read_expression(text.strip())
    if _is_constant(tree):
        raise ConstantFilterError(text)
    read: set[str] = set()
    bound: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            (read if isinstance(node.ctx, ast.Load) else bound).add(node.id)
        elif isinstance(node, ast.arg):
            bound.add(node.arg)
    return tuple(sorted(read - bound))


def unreadable_patterns(text: str) -> tuple[str, ...]:
    """Return the patterns that an expression searches for and that cannot be read.

    :raises UnreadableFilterError: If the text is no expression.
    """
    calls = [node for node in ast.walk(read_expression(text.strip())) if isinstance(node, ast.Call)]
    patterns = [
        call.args[0].value
        for call in calls
        if isinstance(call.func, ast.Name)
        and call.func.id == "search"
        and call.args
        and isinstance(call.args[0], ast.Constant)
        and isinstance(call.args[0].value, str)
    ]
    return tuple(pattern for pattern in patterns if not is_readable(pattern))


def read_expression(text: str) -> ast.expr:
    """Return the syntax tree of an expression.

    :raises UnreadableFilterError: If the text is no expression.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Of what Python finds odd but understands.
            return ast.parse(text, mode="eval").body
    except SyntaxError as error:
        start = error.offset - 1 if error.offset else 0
        raise UnreadableFilterError(text[start:] or text) from error
    except (ValueError, RecursionError, MemoryError) as error:
        raise UnreadableFilterError(text) from error


def _is_constant(node: ast.expr) -> bool:
    """Say whether sphinx-needs refuses an expression since it does not read the item."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.UAdd):
        return isinstance(node.operand, ast.Constant) and not isinstance(node.operand.value, bool)
    if isinstance(node, ast.Tuple | ast.List | ast.Set):
        return not any(isinstance(part, ast.Starred) for part in node.elts)
    if isinstance(node, ast.Dict):
        return None not in node.keys
    if isinstance(node, ast.JoinedStr):
        return not any(isinstance(part, ast.FormattedValue) for part in node.values)
    if isinstance(node, ast.Constant):
        return not isinstance(node.value, bool)
    return isinstance(node, ast.GeneratorExp)
