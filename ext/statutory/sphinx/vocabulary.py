"""The vocabulary of a project, as sphinx-needs has resolved it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from docutils.parsers.rst.directives import (  # type: ignore[attr-defined]
    _directive_registry,
    _directives,
)
from sphinx_needs.config import NeedsSphinxConfig
from sphinx_needs.data import NeedsCoreFields, SphinxNeedsData

from statutory.model.settings import ItemType, LinkType, Vocabulary
from statutory.sphinx.schemas import read_schemas, settings_elsewhere

if TYPE_CHECKING:
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

# What every need directive of sphinx-needs takes, whatever the project declares.
_CORE_OPTIONS = frozenset(
    (
        *("id", "status", "tags", "links", "style", "layout", "collapse", "hide", "delete"),
        *("template", "pre_template", "post_template", "constraints", "jinja_content"),
        "title_from_content",
    )
)


def read_vocabulary(config: Config) -> Vocabulary:
    """Return the vocabulary of a project.

    :param config: The configuration, after sphinx-needs has resolved its need types.
    """
    needs = NeedsSphinxConfig(config)
    types = {kind["directive"]: kind for kind in needs.types}
    fields: dict[str, Mapping[str, Any]] = dict(needs._fields)
    links: dict[str, Mapping[str, Any]] = {"links": {}, **needs._links}  # noqa: SLF001
    own_options: dict[str, set[str]] = {}
    for name, kind in types.items():
        own_fields, own_links = kind.get("fields", {}), kind.get("links", {})
        own_options[name] = {*own_fields, *own_links}
        for own, declared in ((fields, own_fields), (links, own_links)):
            for option, declaration in declared.items():
                own.setdefault(option, declaration)
    shared = {*needs._fields, *needs._links} | _CORE_OPTIONS  # noqa: SLF001
    computed = {name for own in (fields, links) for name in own if _is_derived(own[name])}
    return Vocabulary(
        types={
            name: ItemType(
                name=name,
                title=kind["title"],
                options=frozenset((shared | _inherited(types, name, own_options)) - computed),
                prefix=kind.get("prefix", ""),
            )
            for name, kind in types.items()
        },
        fields=tuple(sorted({"status", *fields})),
        links={
            name: LinkType(
                name=name,
                outgoing=link.get("outgoing", name),
                incoming=link.get("incoming", f"{name} incoming"),
                target_types=tuple(link.get("target_types") or ()),
            )
            for name, link in sorted(links.items())
        },
        enumerations={
            name: tuple(declaration.get("schema", {}).get("enum", ()))
            for name, declaration in sorted(fields.items())
            if declaration.get("schema", {}).get("enum")
        },
    )


def complete_vocabulary(vocabulary: Vocabulary, env: BuildEnvironment) -> Vocabulary:
    """Return a vocabulary with what sphinx-needs knows only once it is set up."""
    needs = NeedsSphinxConfig(env.config)
    return dataclasses.replace(
        vocabulary,
        directives=known_directives(env),
        filter_names=_filter_names(vocabulary, env),
        id_pattern=needs.id_regex,
        schemas=read_schemas(env, vocabulary.types),
        elsewhere=settings_elsewhere(needs),
    )


def _filter_names(vocabulary: Vocabulary, env: BuildEnvironment) -> frozenset[str]:
    """Return the names that sphinx-needs gives a filter: of the item and beside it."""
    needs, schema = NeedsSphinxConfig(env.config), SphinxNeedsData(env).get_schema()
    fields = {*vocabulary.fields, *schema.iter_extra_field_names()}
    links = {*vocabulary.links, *schema.iter_link_field_names()}
    incoming = {f"{link}_back" for link in links}
    variants = {"var"} if needs.variant_data_proxy is not None else set()
    beside = {"needs", "current_need", "search", "c", *needs.filter_data, *variants}
    return frozenset({*NeedsCoreFields, *fields, *links, *incoming, *beside})


def known_directives(env: BuildEnvironment) -> frozenset[str]:
    """Return the names of all directives that Sphinx and its extensions know."""
    of_domains = {
        name if domain.name == "std" else f"{domain.name}:{name}"
        for domain in env.domains.sorted()
        for name in domain.directives
    }
    return frozenset({*_directive_registry, *_directives, *of_domains})


def _is_derived(declaration: Mapping[str, Any]) -> bool:
    """Say whether a field or link is computed, so that no author may set it."""
    return bool(declaration.get("derive") or declaration.get("derive_by_type"))


def _inherited(
    types: Mapping[str, Mapping[str, Any]], name: str, own: Mapping[str, set[str]]
) -> set[str]:
    """Return the options that a type declares itself or inherits."""
    options: set[str] = set()
    seen: set[str] = set()
    while name in types and name not in seen:
        seen.add(name)
        options |= own[name]
        name = types[name].get("inherits", "")
    return options
