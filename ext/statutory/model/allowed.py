"""Which expressions content may hold: judged on the syntax tree, never evaluated.

sphinx-needs evaluates filters, conditions and variants as Python. Content is text that
anybody may propose, so it may compare fields and links and call a short list of helpers,
and nothing else. What is allowed here cannot reach Python's own functions or attributes,
whatever the names in it stand for; whether the names are fields is another question
(:mod:`statutory.checks.filters`).
"""

from __future__ import annotations

import ast
import enum
from collections.abc import Sequence
from dataclasses import dataclass

from statutory.model.expression import UnreadableFilterError, read_expression
from statutory.model.patterns import is_slow

HELPERS = ("search", "len")
"""The functions that an expression may call by name."""

METHODS = ("lower", "upper", "startswith", "endswith")
"""The methods of texts that an expression may call."""

MAX_LENGTH = 10_000
"""The number of characters that an expression may have."""

MAX_DEPTH = 60
"""How deep the parts of an expression may be nested."""

_VARIANT = "var"
_CONTEXT, _OF_CONTEXT = "c", "this_doc"
_OF_RECORD = "current_need"


class Reason(enum.Enum):
    """Why an expression is refused."""

    SIZE = "size"
    CALL = "call"
    ATTRIBUTE = "attribute"
    PATTERN = "pattern"
    PYTHON = "python"


@dataclass(frozen=True, slots=True)
class Refusal:
    """What of an expression is not allowed.

    :param part: The part of the text, as written.
    """

    reason: Reason
    part: str


class _RefusedError(Exception):
    """A part of an expression is not allowed."""

    def __init__(self, reason: Reason, node: ast.AST) -> None:
        super().__init__(reason)
        self.reason = reason
        self.node = node


def refusal_of(text: str) -> Refusal | None:
    """Return what of an expression is not allowed, or ``None`` where all of it is.

    A text that is no expression is not refused: it is evaluated by nobody, and
    ``bad-filter`` tells of it. One that is too deep to be read is refused.
    """
    stripped = text.strip()
    if len(stripped) > MAX_LENGTH:
        return Refusal(Reason.SIZE, stripped)
    try:
        tree = read_expression(stripped)
    except UnreadableFilterError as error:
        too_deep = isinstance(error.__cause__, RecursionError | MemoryError)
        return Refusal(Reason.SIZE, stripped) if too_deep or _is_deep(stripped) else None
    try:
        _judge(tree, 0)
    except _RefusedError as error:
        part = ast.get_source_segment(stripped, error.node) if error.reason != Reason.SIZE else ""
        return Refusal(error.reason, part or stripped)
    return None


def _is_deep(text: str) -> bool:
    """Say whether Python may have given a text up for its depth alone."""
    return sum(map(text.count, "([{")) > MAX_DEPTH


def _judge(node: ast.expr, depth: int) -> None:
    """Judge a condition and its parts.

    :raises _RefusedError: At the first part that is not allowed.
    """
    if depth > MAX_DEPTH:
        raise _RefusedError(Reason.SIZE, node)
    if _is_plain(node):
        return
    for part in _parts(node):
        _judge(part, depth + 1)


def _is_plain(node: ast.expr) -> bool:
    """Say whether a part is a value that may stand anywhere: a constant, a field."""
    match node:
        case ast.Constant() | ast.UnaryOp(op=ast.USub() | ast.UAdd(), operand=ast.Constant()):
            return True
        case ast.Name(id=name):
            return not name.startswith("__")
        case ast.Subscript(value=ast.Name(id=name), slice=ast.Constant(value=str())):
            return name == _OF_RECORD
    return _is_variant(node)


def _parts(node: ast.expr) -> Sequence[ast.expr]:
    """Return the parts of what is made of several.

    :raises _RefusedError: If it may not stand in a condition.
    """
    match node:
        case ast.BoolOp():
            return node.values
        case ast.UnaryOp(op=ast.Not()):
            return [node.operand]
        case ast.Compare():
            return [node.left, *node.comparators]
        case ast.List() | ast.Tuple() | ast.Set():
            return node.elts
        case ast.Call():
            return _arguments(node)
        case ast.Attribute() | ast.Name():
            raise _RefusedError(Reason.ATTRIBUTE, node)
    raise _RefusedError(Reason.PYTHON, node)


def _is_variant(node: ast.expr) -> bool:
    """Say whether an attribute is read from the variant data of the project."""
    if not isinstance(node, ast.Attribute):
        return False
    while isinstance(node, ast.Attribute):
        if node.attr.startswith("_"):
            return False
        node = node.value
    return isinstance(node, ast.Name) and node.id == _VARIANT


def _arguments(call: ast.Call) -> list[ast.expr]:
    """Return what a call is given, for it to be judged in turn.

    :raises _RefusedError: If the call is not one of a helper, as helpers are called.
    """
    if call.keywords:
        raise _RefusedError(Reason.CALL, call)
    match call.func, call.args:
        case ast.Name(id="search"), [ast.Constant(value=str(pattern)), text]:
            if is_slow(pattern):
                raise _RefusedError(Reason.PATTERN, call.args[0])
            return [text]
        case ast.Name(id="len"), [value]:
            return [value]
        case ast.Attribute(value=ast.Name(id=owner), attr=method), [] if (owner, method) == (
            _CONTEXT,
            _OF_CONTEXT,
        ):
            return []
        case ast.Attribute(value=value, attr="lower" | "upper"), []:
            return [value]
        case ast.Attribute(value=value, attr="startswith" | "endswith"), [
            ast.Constant(value=str())
        ]:
            return [value]
    raise _RefusedError(Reason.CALL, call)
