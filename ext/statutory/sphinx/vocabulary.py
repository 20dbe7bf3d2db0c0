"""The vocabulary of a project, as sphinx-needs has resolved it."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from docutils.parsers.rst.directives import (  # type: ignore[attr-defined]
    _directive_registry,
    _directives,
)
from sphinx_needs.config import _NEEDS_CONFIG, NeedsSphinxConfig
from sphinx_needs.data import NeedsCoreFields, SphinxNeedsData

from statutory.model.settings import ItemType, LinkType, Vocabulary
from statutory.sphinx.schemas import read_schemas, settings_elsewhere

if TYPE_CHECKING:
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

Declaration = Mapping[str, Any]

_LINK_WARNINGS = frozenset(("needs", "needs.*", "needs.link_outgoing"))
"""What suppresses the warning of sphinx-needs of links to what is not there."""

_OF_TYPES = "needs_types"
"""Where a field comes from that single types declare."""

# What every need directive of sphinx-needs takes, whatever the project declares.
_CORE_OPTIONS = frozenset(
    (
        *("id", "status", "tags", "links", "style", "layout", "collapse", "hide", "delete"),
        *("template", "pre_template", "post_template", "constraints", "jinja_content"),
        "title_from_content",
    )
)


def read_vocabulary(config: Config, suppressed: Collection[str] = ()) -> Vocabulary:
    """Return the vocabulary of a project.

    Fields and links count wherever they are declared: in the configuration, by its present or
    its former names, or by another extension.

    :param config: The configuration, after sphinx-needs has resolved its need types and its
        fields, and the extensions have added theirs.
    :param suppressed: The warnings that the project itself does not want to see; who does not
        want those of dead links allows them.
    """
    needs = NeedsSphinxConfig(config)
    types = {kind["directive"]: kind for kind in needs.types}
    shared_fields, shared_links = _fields_of(needs), _links_of(needs)
    fields, links = dict(shared_fields), dict(shared_links)
    own_options: dict[str, set[str]] = {}
    for name, kind in types.items():
        own_fields, own_links = _declarations(kind.get("fields")), _declarations(kind.get("links"))
        own_options[name] = {*own_fields, *own_links}
        for own, declared in ((fields, own_fields), (links, own_links)):
            for option, declaration in declared.items():
                own.setdefault(option, declaration)
    shared = {*shared_fields, *shared_links} | _CORE_OPTIONS
    computed = {name for own in (fields, links) for name in own if _is_derived(own[name])}
    allows_dead = not needs.report_dead_links or not _LINK_WARNINGS.isdisjoint(suppressed)
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
                allows_dead=allows_dead or bool(link.get("allow_dead_links")),
            )
            for name, link in sorted(links.items())
        },
        enumerations={
            name: tuple(declaration["schema"]["enum"])
            for name, declaration in sorted(fields.items())
            if (declaration.get("schema") or {}).get("enum")
        },
    )


def _fields_of(needs: NeedsSphinxConfig) -> dict[str, Declaration]:
    """Return the fields that every type has, by name, each as the configuration declares it."""
    registered = {
        name: {
            "schema": field.schema,
            "derive": field.derive,
            "derive_by_type": field.derive_by_type,
        }
        for name, field in _NEEDS_CONFIG.fields.items()
        if field.source != _OF_TYPES
    }
    return {**registered, **_declarations(needs._fields)}


def _links_of(needs: NeedsSphinxConfig) -> dict[str, Declaration]:
    """Return the links that every type has, by name, each as the configuration declares it."""
    former = [link for link in needs._extra_links if isinstance(link, Mapping)]  # noqa: SLF001
    named = {link["option"]: link for link in former if isinstance(link.get("option"), str)}
    return {"links": {}, **_declarations(needs._links), **named}  # noqa: SLF001


def _declarations(table: object) -> dict[str, Declaration]:
    """Return the declarations of a table; what is none, sphinx-needs has warned of."""
    if not isinstance(table, Mapping):
        return {}
    return {name: one for name, one in table.items() if isinstance(one, Mapping)}


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
