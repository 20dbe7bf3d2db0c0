"""Sphinx configuration of the knowledge base: data only.

The vocabulary and the policy of the checks are in ``ubproject.toml``.
"""

project = "Maakuntastrategian tietopohja"
author = "Tietopohjan ylläpito"
copyright = "2018, tietopohjan ylläpito, CC BY 4.0"
release = "0.1.0"
language = "fi"

extensions = ["myst_parser", "sphinx_needs", "statutory"]

# The repository root is the source directory, so that strategy/ and requirements/ stand
# beside the handbook. Only these are content; the second list also prunes the walk.
include_patterns = ["index.md", "docs/**", "strategy/**", "requirements/**"]
exclude_patterns = [".*", "_build", "ext", "tests", "build", "dist", "**/*.egg-info"]

needs_from_toml = "ubproject.toml"

myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3

statutory_untrusted_content = True  # Nothing in the content may act: CONTRIBUTING.md.

html_theme = "pydata_sphinx_theme"
html_title = project
html_static_path = []
html_copy_source = False
html_show_sourcelink = False
html_use_index = False  # The glossary is the only index, and it is in order itself.
html_theme_options = {
    "navbar_end": ["theme-switcher"],
    "navbar_persistent": ["search-button"],
    "search_bar_text": "Etsi tietopohjasta",
    "secondary_sidebar_items": ["page-toc"],
    "footer_start": ["copyright"],
    "footer_end": ["statutory-statement"],
    "navigation_depth": 3,
    "show_nav_level": 1,
    "show_toc_level": 2,
    "show_prev_next": False,
}
