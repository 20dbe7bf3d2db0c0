"""The operators: each changes one thing of a page in every place where it can."""

from tests.mutation.operators import blocks, identity, links, options, pages, times, values
from tests.mutation.operators.registry import OPERATORS, Operator

__all__ = [
    "OPERATORS",
    "Operator",
    "blocks",
    "identity",
    "links",
    "options",
    "pages",
    "times",
    "values",
]
