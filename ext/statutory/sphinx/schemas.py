"""What sphinx-needs takes for a value, and what of a project lies outside its files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from sphinx_needs.data import SphinxNeedsData

from statutory.model.values import ValueSchema

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment
    from sphinx_needs.config import NeedsSphinxConfig

_READ = frozenset(("type", "enum", "pattern", "format", "items", "description", "title"))
_FUNCTION, _VARIANTS = "[[", ("<<", "<{")

# Settings by which items, or values of items, come from elsewhere than the files.
_ELSEWHERE = (
    *("external_needs", "schema_definitions", "schema_definitions_from_json"),
    *("title_from_content", "constraints", "_global_options", "_extra_options", "_extra_links"),
)


def read_schemas(
    env: BuildEnvironment, types: Iterable[str]
) -> dict[str, Mapping[str, ValueSchema]]:
    """Return what each option of each item type has to be, by type and option.

    :param env: The environment, once sphinx-needs has set its schema up.
    """
    schema = SphinxNeedsData(env).get_schema()
    return {name: dict(_of_type(schema.for_type(name))) for name in types}


def settings_elsewhere(needs: NeedsSphinxConfig) -> tuple[str, ...]:
    """Return the settings in use by which items come from elsewhere than the files."""
    names = [f"needs_{name.lstrip('_')}" for name in _ELSEWHERE if getattr(needs, name, None)]
    return (*names, *(() if needs.id_required else ("needs_id_required",)))


def _of_type(schema: Any) -> Iterator[tuple[str, ValueSchema]]:  # noqa: ANN401 - untyped library
    """Yield the options of an item type, each with what it has to be."""
    for field in (*schema.iter_core_fields(), *schema.iter_extra_fields()):
        if field.derived or field.directive_option:
            yield field.name, _value_schema(field, str(field.type))
    for link in schema.iter_link_fields():
        if link.derived or link.directive_option:
            yield link.name, _value_schema(link, "links", copied=link.copy)


def _value_schema(
    field: Any,  # noqa: ANN401 - likewise
    kind: str,
    *,
    copied: bool = False,
) -> ValueSchema:
    """Return what a field or link has to be.

    :param copied: Whether the links are copied into those of another name.
    """
    rules: dict[str, Any] = {"items": {}, **field.schema}
    is_simple = rules.keys() <= _READ and rules["items"].keys() <= {"type"}
    functions = (_FUNCTION,) if field.parse_dynamic_functions else ()
    default = getattr(field.default, "value", field.default)
    return ValueSchema(
        kind=kind,
        allowed=tuple(rules.get("enum", ())),
        pattern=rules.get("pattern", ""),
        format=rules.get("format", ""),
        marks=functions + (_VARIANTS if field.parse_variants else ()),
        computed=field.derived,
        exact=is_simple and not copied and not default and not field.predicate_defaults,
    )
