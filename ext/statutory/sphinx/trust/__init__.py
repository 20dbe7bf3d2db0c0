"""What keeps content from doing harm.

Python in content is refused everywhere, unless ``statutory_allow_code`` in ``conf.py`` lets
it through. ``statutory_untrusted_content`` switches on what protects the readers of the
pages. Neither is a key of the TOML file: what a change in the content can reach must not
decide whether that content is safe.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statutory.sphinx.trust.addresses import RemoveAddresses, unlink_late
from statutory.sphinx.trust.code import setup_code
from statutory.sphinx.trust.files import RemoveFiles, leave_linked_pages_out
from statutory.sphinx.trust.front_matter import clear_front_matter, clear_settings
from statutory.sphinx.trust.insertion import refuse_insertion
from statutory.sphinx.trust.logs import setup_logs
from statutory.sphinx.trust.markup import EscapeMarkup
from statutory.sphinx.trust.menu import setup_menu
from statutory.sphinx.trust.policy import setup_policy
from statutory.sphinx.trust.programs import setup_programs
from statutory.sphinx.trust.reading import setup_reading
from statutory.sphinx.trust.refusals import RefusalsDomain
from statutory.sphinx.trust.safety_net import setup_safety_net

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_trust(app: Sphinx) -> None:
    """Register the setting and what obeys it."""
    # Another value has all pages read again: what was refused is noted as they are read.
    app.add_config_value("statutory_untrusted_content", default=False, rebuild="env", types=bool)
    app.add_domain(RefusalsDomain)
    for transform in (EscapeMarkup, RemoveAddresses, RemoveFiles):
        app.add_transform(transform)
    app.connect("builder-inited", refuse_insertion)
    # Before anything looks at the pages that there are.
    app.connect("env-get-outdated", leave_linked_pages_out, priority=100)
    # After others have changed the text: MyST reads what is left of it.
    app.connect("source-read", clear_front_matter, priority=900)
    # Before Sphinx collects them (500).
    app.connect("doctree-read", clear_settings, priority=100)
    # After sphinx-needs and the views (500).
    app.connect("doctree-resolved", unlink_late, priority=900)
    setup_menu(app)
    setup_policy(app)
    setup_logs(app)
    setup_safety_net(app)
    setup_code(app)
    setup_reading(app)
    setup_programs(app)
