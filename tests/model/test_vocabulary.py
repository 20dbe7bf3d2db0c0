"""The vocabulary: read-only, and right about what names are called."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any, cast

import pytest

from statutory.model.values import ValueSchema
from statutory.model.vocabulary import ItemType, LinkType, Vocabulary

VOCABULARY = Vocabulary(
    types={"plan": ItemType(name="plan", title="Plan")},
    fields=("period", "region"),
    links={"owner": LinkType(name="owner", outgoing="Owned by", incoming="Owns")},
    enumerations={"region": ("north", "south")},
    schemas={"plan": {"period": ValueSchema()}},
)


@pytest.mark.parametrize("name", ["types", "links", "enumerations", "schemas"])
def test_mappings_cannot_be_changed(name: str) -> None:
    """What one check took out would be missing in all that come behind it."""
    with pytest.raises(TypeError):
        cast("MutableMapping[str, Any]", getattr(VOCABULARY, name))["new"] = None


def test_link_is_called_as_the_project_says() -> None:
    """A link that the project does not have keeps its name."""
    assert (VOCABULARY.outgoing("owner"), VOCABULARY.outgoing("other")) == ("Owned by", "other")
    assert VOCABULARY.names == ("period", "region", "owner")
