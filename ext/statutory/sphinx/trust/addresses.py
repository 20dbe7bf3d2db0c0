"""Addresses in content: what does more than lead to a page is taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform
from sphinx.util import logging

from statutory.checks.trust import LATE_ADDRESS
from statutory.model.refusal import Hazard
from statutory.source.addresses import is_active, is_remote, refused_by_markdown, scheme_of
from statutory.sphinx.trust.refusals import line_of, refuse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

logger = logging.getLogger(__name__)

_CODE = (nodes.literal, nodes.FixedTextElement)


_SERVERS = ("//", "\\\\")
"""How an address begins that names a server, and none of its schemes."""


class RemoveAddresses(SphinxTransform):
    """Takes active addresses out of a page, and pictures from elsewhere, and notes each.

    It runs when docutils has resolved what refers to an address, and before Sphinx looks
    for files and takes tables of contents from the page.
    """

    default_priority = 876

    def apply(self, **_options: object) -> None:
        """Look through the page."""
        if not self.config.statutory_untrusted_content:
            return
        told = self._targets()
        for image in list(self.document.findall(nodes.image)):
            self._image(image)
        for link, address in list(self._links()):
            if address not in told:
                refuse(self.env, Hazard.ACTIVE_ADDRESS, link, address)
            unlink(link)
        for table in self.document.findall(addnodes.toctree):
            self._entries(table)
        for text in self.document.findall(nodes.Text):
            self._text(text)

    def _links(self) -> Iterator[tuple[nodes.Element, str]]:
        """Yield the links whose addresses are active, each with it."""
        for reference in self.document.findall(nodes.reference):
            if is_active(reference.get("refuri", "")):
                yield reference, reference["refuri"]
        for download in self.document.findall(addnodes.download_reference):
            if is_active(download["reftarget"]):
                yield download, download["reftarget"]
        for link in self.document.findall(addnodes.pending_xref):
            if link.get("reftarget", "").startswith(_SERVERS):  # Markdown takes it for a page.
                yield link, link["reftarget"]

    def _targets(self) -> set[str]:
        """Take the addresses of named targets out, and return them: they are told once."""
        told = set()
        for target in self.document.findall(nodes.target):
            if is_active(target.get("refuri", "")):
                refuse(self.env, Hazard.ACTIVE_ADDRESS, target, target["refuri"])
                told.add(target["refuri"])
                del target["refuri"]
        return told

    def _image(self, image: nodes.image) -> None:
        address = image.get("uri", "")
        if is_remote(address):
            web = scheme_of(address) in {"http", "https"}
            hazard = Hazard.REMOTE_PICTURE if web else Hazard.ACTIVE_ADDRESS
            refuse(self.env, hazard, image, address)
            take_out(image, image.get("alt") or address)

    def _entries(self, table: addnodes.toctree) -> None:
        """Take the entries of a table of contents out that have active addresses."""
        for entry in list(table["entries"]):
            if is_active(entry[1]):
                refuse(self.env, Hazard.ACTIVE_ADDRESS, table, entry[1])
                table["entries"].remove(entry)

    def _text(self, text: nodes.Text) -> None:
        """Note the links that Markdown has left as text since their addresses are active."""
        for address in refused_by_markdown(text.astext()):
            if not any(isinstance(node, _CODE) for node in _around(text)):
                refuse(self.env, Hazard.ACTIVE_ADDRESS, text, address)


def unlink_late(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Take active addresses out that extensions have put onto a page as it is written."""
    if not app.config.statutory_untrusted_content:
        return
    kind, _, subkind = LATE_ADDRESS.partition(".")
    for reference in list(doctree.findall(nodes.reference)):
        address = reference.get("refuri", "")
        if is_active(address):
            logger.warning(
                "%s", address, type=kind, subtype=subkind, location=(docname, line_of(reference))
            )
            unlink(reference)


def unlink(node: nodes.Element) -> None:
    """Put what a link shows into its place."""
    shown = node.children or [nodes.Text(node.astext())]
    node.replace_self(shown)


def take_out(node: nodes.Element, text: str) -> None:
    """Put a text into the place of something that is not shown."""
    literal = nodes.literal(text, text, classes=["statutory-missing"])
    in_text = isinstance(node.parent, nodes.TextElement)
    node.replace_self(literal if in_text else nodes.paragraph("", "", literal))


def _around(node: nodes.Node) -> Iterator[nodes.Node]:
    while node.parent is not None:
        node = node.parent
        yield node
