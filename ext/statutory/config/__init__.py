"""The ``[statutory]`` table of a project's configuration: read and validated once.

Every mistake is collected with its key path and line, and all are reported together.
"""

from statutory.config.language import (
    DEFAULT_FILE,
    is_project,
    language_at,
    language_of,
    project_above,
)
from statutory.config.names import read_names
from statutory.config.table import read_settings
from statutory.config.toml_file import (
    ConfigurationError,
    Mistake,
    key_lines,
    read_toml,
    unknown_keys,
)

__all__ = [
    "DEFAULT_FILE",
    "ConfigurationError",
    "Mistake",
    "is_project",
    "key_lines",
    "language_at",
    "language_of",
    "project_above",
    "read_names",
    "read_settings",
    "read_toml",
    "unknown_keys",
]
