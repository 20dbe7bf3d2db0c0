"""A small project in MyST: the environmental plan of an invented harbour."""

project = "Port of Grauhafen: environmental plan"
language = "en"
extensions = ["myst_parser", "sphinx_needs", "statutory"]
myst_enable_extensions = ["colon_fence"]
needs_from_toml = "../ubproject.toml"
