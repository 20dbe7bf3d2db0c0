"""Configuration: the file is read before sphinx-needs reads it, and validated once."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.errors import ConfigError
from sphinx_needs.config import NeedsSphinxConfig

from statutory.checks import CHECKS
from statutory.checks.registry import FORMER
from statutory.config import (
    DEFAULT_FILE,
    ConfigurationError,
    Mistake,
    language_of,
    read_names,
    read_settings,
    read_toml,
    unknown_keys,
)
from statutory.messages import Messages
from statutory.model.finding import Message
from statutory.sphinx.session import session_of
from statutory.sphinx.vocabulary import read_vocabulary

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

# Warnings of sphinx-needs for what checks of the extension find, with a better place and
# with waivers. Schema violations come back from its report, with their lines.
REPLACED_WARNINGS = (
    "needs.link_outgoing",
    "needs.link_target_type",
    "needs.link_condition_failed",
    "needs.derive_authored",
    "needs.duplicate_id",
    "sn_schema_violation",
    "sn_schema_warning",
    "sn_schema_info",
)

# Warnings of what only the authors of another project can mend.
OTHERS_WARNINGS = ("needs.external_link_outgoing",)


# Warnings that Sphinx is kept from printing: what checks of the extension make of them is
# printed, and the rest as they are.
PRINTED_HERE = (
    "myst.role_unknown",
    "myst.xref_missing",
    "needs.filter",
    "needs.link_ref",
    "ref",
    "toc.circular",
    "toc.not_included",
    "toc.not_readable",
)


def setup_configuration(app: Sphinx) -> None:
    """Register what reads the configuration."""
    # The digest of the configuration file, a part of what tells which pages are old.
    app.add_config_value("statutory_digest", "", "html", types=str)
    # Whether baseline and snapshot are passed over, because this run is to write one anew.
    app.add_config_value("statutory_rewrites_state", default=False, rebuild="", types=bool)
    # Before sphinx-needs (10), which only warns of a file that it cannot read.
    app.connect("config-inited", read_file, priority=5)
    # After sphinx-needs has resolved its types (12) and checked its fields (600).
    app.connect("config-inited", read_table, priority=700)


def read_file(app: Sphinx, config: Config) -> None:
    """Read the configuration file, so that a broken one ends the build.

    :raises ConfigError: If it cannot be read.
    """
    session, file, root = session_of(app), configuration_file(app, config), Path(app.srcdir)
    try:
        document = read_toml(file, root=root)
        # sphinx-needs leaves keys that it does not know out in silence.
        known = {"schema", *NeedsSphinxConfig.field_names()}
        session.unknown_keys = unknown_keys(file, "needs", known)
    except ConfigurationError as error:
        raise _told(error, file) from error
    config.statutory_digest = _digest(document)
    config.statutory_surroundings = _digest({**document, "statutory": None})
    session.suppressed = tuple(config.suppress_warnings)
    suppressed = [*config.suppress_warnings, *REPLACED_WARNINGS, *OTHERS_WARNINGS]
    session.recorder.suppressed = suppressed
    config.suppress_warnings = [*suppressed, *PRINTED_HERE]


def read_table(app: Sphinx, config: Config) -> None:
    """Validate the table of the extension against the vocabulary.

    :raises ConfigError: If it has mistakes; the message names them all.
    """
    session = session_of(app)
    session.vocabulary = read_vocabulary(config, session.suppressed)
    file = configuration_file(app, config)
    try:
        settings = read_settings(
            file,
            session.vocabulary,
            CHECKS,
            root=Path(app.srcdir),
            former=FORMER,
            today=check_day(os.environ),
            needs_state=not config.statutory_rewrites_state,
        )
        privacy = dataclasses.replace(settings.privacy, names=read_names(os.environ))
        session.settings = dataclasses.replace(
            settings,
            privacy=privacy,
            untrusted=bool(config.statutory_untrusted_content),
            allows_code=bool(config.statutory_allow_code),
            unknown_keys={one.key: one.message for one in session.unknown_keys},
        )
    except ConfigurationError as error:
        # Where the vocabulary stands under a misspelt key, all that names it is wrong too.
        misspelt = [one for one in session.unknown_keys if "nearest" in one.message.values]
        cause = ConfigurationError(error.path, misspelt) if misspelt else error
        raise _told(cause, file) from error
    # Pages show what a waiver silences, and that can change with the day of the check.
    config.statutory_digest += str(settings.check_day or "")


def check_day(environment: Mapping[str, str]) -> dt.date:
    """Return the day of the check: today, or the one that a reproducible build is of.

    :param environment: The environment variables; ``SOURCE_DATE_EPOCH`` counts in seconds.
    :raises ConfigurationError: If that variable is no time.
    """
    variable = "SOURCE_DATE_EPOCH"
    given = environment.get(variable, "")
    if not given:
        return dt.datetime.now().astimezone().date()
    try:
        return dt.datetime.fromtimestamp(int(given), tz=dt.UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        message = Message("'{given}' is no time in seconds", {"given": given})
        raise ConfigurationError("", [Mistake(0, variable, message)]) from error


def configuration_file(app: Sphinx, config: Config) -> Path:
    """Return the file that holds the table of the extension: the one of sphinx-needs."""
    return Path(app.confdir, config.needs_from_toml or DEFAULT_FILE)


def _digest(tables: Mapping[str, object]) -> str:
    """Return a digest of tables of the configuration file."""
    text = json.dumps(tables, sort_keys=True, default=str)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _told(error: ConfigurationError, file: Path) -> ConfigError:
    """Return an error as Sphinx shows it, in the language that the file names."""
    messages = Messages(language_of(file))
    told = ConfigError(error.told(messages.message))
    told.category = messages.text("Configuration error")
    return told
