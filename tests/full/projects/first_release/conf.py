"""The project as version 0.1.0 had it."""

project = "Port plan"
extensions = ["myst_parser", "sphinx_needs", "statutory"]
needs_from_toml = "ubproject.toml"
exclude_patterns = ["_build"]
