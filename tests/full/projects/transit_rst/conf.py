"""A small project in reStructuredText: the plan of an invented transit district."""

project = "Lakeside Transit District: long-range plan"
language = "en"
extensions = ["sphinx_needs", "statutory"]
root_doc = "contents"
needs_from_toml = "settings/plan.toml"
