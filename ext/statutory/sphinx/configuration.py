"""Configuration: the file is read before sphinx-needs reads it, and validated once."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.errors import ConfigError
from sphinx_needs.config import NeedsSphinxConfig

from statutory.checks import CHECKS
from statutory.config import (
    ConfigurationError,
    read_settings,
    read_toml,
    refuse_unknown_keys,
)
from statutory.sphinx.session import session_of
from statutory.sphinx.vocabulary import read_vocabulary

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

DEFAULT_FILE = "ubproject.toml"

# Warnings of sphinx-needs for what checks of the extension find, with a better place and
# with waivers. Schema violations come back from its report, with their lines.
REPLACED_WARNINGS = (
    "needs.link_outgoing",
    "needs.link_target_type",
    "needs.duplicate_id",
    "sn_schema_violation",
    "sn_schema_warning",
    "sn_schema_info",
)


def setup_configuration(app: Sphinx) -> None:
    """Register what reads the configuration."""
    # The digest of the configuration file, a part of what tells which pages are old.
    app.add_config_value("statutory_digest", "", "html", types=str)
    # Before sphinx-needs (10), which only warns of a file that it cannot read.
    app.connect("config-inited", read_file, priority=5)
    # After sphinx-needs has resolved its types (12) and checked its fields (600).
    app.connect("config-inited", read_table, priority=700)


def read_file(app: Sphinx, config: Config) -> None:
    """Read the configuration file, so that a broken one ends the build.

    :raises ConfigError: If it cannot be read, or names keys of sphinx-needs that are none.
    """
    try:
        file, root = configuration_file(app, config), Path(app.srcdir)
        document = read_toml(file, root=root)
        # sphinx-needs leaves keys that it does not know out in silence.
        known = {"schema", *NeedsSphinxConfig.field_names()}
        refuse_unknown_keys(file, "needs", known, root=root)
    except ConfigurationError as error:
        raise ConfigError(str(error)) from error
    tables = json.dumps(document, sort_keys=True, default=str)
    config.statutory_digest = hashlib.sha256(tables.encode()).hexdigest()
    config.suppress_warnings = [*config.suppress_warnings, *REPLACED_WARNINGS]


def read_table(app: Sphinx, config: Config) -> None:
    """Validate the table of the extension against the vocabulary.

    :raises ConfigError: If it has mistakes; the message names them all.
    """
    session = session_of(app)
    session.vocabulary = read_vocabulary(config)
    try:
        session.settings = read_settings(
            configuration_file(app, config), session.vocabulary, CHECKS, root=Path(app.srcdir)
        )
    except ConfigurationError as error:
        raise ConfigError(str(error)) from error


def configuration_file(app: Sphinx, config: Config) -> Path:
    """Return the file that holds the table of the extension: the one of sphinx-needs."""
    return Path(app.confdir, config.needs_from_toml or DEFAULT_FILE)
