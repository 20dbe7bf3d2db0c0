"""What a value has to be where the project says nothing of it."""

from __future__ import annotations

from statutory.model.values import ValueSchema


def test_value_of_which_nothing_is_said_is_any_text_of_the_author() -> None:
    """It is no rule of the project that gives it, and nothing but the schema decides."""
    schema = ValueSchema()
    assert (schema.kind, schema.allowed, schema.pattern, schema.format) == ("string", (), "", "")
    assert (schema.computed, schema.exact) == (False, True)


def test_values_are_alike_where_the_same_is_said_of_them() -> None:
    """The vocabularies of two readings are compared by what they say."""
    assert ValueSchema(pattern="[A-Z]+") == ValueSchema(pattern="[A-Z]+")
    assert ValueSchema(pattern="[A-Z]+") != ValueSchema()
