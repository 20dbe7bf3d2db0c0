"""The search of the site: Finnish words by their stems, items as results of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.domains import Domain, ObjType
from sphinx.search import SearchLanguage
from sphinx.search.fi import SearchFinnish

from statutory.finnish.script import stemmer_script
from statutory.finnish.stem import stem
from statutory.finnish.words import ABBREVIATIONS, WordList
from statutory.model.item import Item
from statutory.sphinx.session import session_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

FINNISH = "fi"
ITEM_SCRIPT = Path(__file__).parent / "search.js"
IMPORTANCE = 1
"""What Sphinx calls the priority of an ordinary object: not to be put first."""


class FinnishSearch(SearchLanguage):
    """Splits and stems Finnish; the index also has the last parts of compounds."""

    lang = FINNISH
    language_name = "Finnish"
    stopwords = frozenset(SearchFinnish.stopwords) - ABBREVIATIONS
    word_list: ClassVar[WordList] = WordList()

    def __init__(self, options: dict[str, str]) -> None:
        """Take the options of the project, and make the script for the reader's browser."""
        super().__init__(options)
        self.js_stemmer_code = "\n".join((stemmer_script(), ITEM_SCRIPT.read_text("utf-8")))

    def split(self, input: str) -> list[str]:  # noqa: A002 - Sphinx calls it so
        """Return the words by which a page is found, without stop words."""
        found = self.word_list.index_words(input)
        return [word for word in found if word.lower() not in self.stopwords]

    def stem(self, word: str) -> str:
        """Return the stem of a word."""
        return stem(word)

    def word_filter(self, word: str) -> bool:
        """Say whether a stem goes into the index; stop words are gone before stemming."""
        return not word.isdigit()


class ItemDomain(Domain):
    """The items as objects, by which Sphinx's search leads to the item and not to its page.

    It keeps nothing: what it lists is set in each build, before pages are written.
    """

    name = "statutory"
    label = "statutory"
    items: tuple[Item, ...] = ()

    def list_items(self, items: Iterable[Item], titles: Iterable[tuple[str, str]]) -> None:
        """Take the items of the build, and the titles of their types."""
        self.items = tuple(item for item in items if item.docname and not item.is_external)
        for name, title in titles:
            self.add_object_type(name, ObjType(title))

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """Yield the items by title and identifier.

        The name is in lower case: of a name that equals the anchor, Sphinx's search would
        look for the title.
        """
        for item in self.items:
            shown = f"{item.title} ({item.id})"
            yield (item.id.lower(), shown, item.type, item.docname, item.id, IMPORTANCE)

    def get_type_name(self, type: ObjType, primary: bool = False) -> str:  # noqa: A002, ARG002, FBT001, FBT002 - Sphinx calls it so
        """Return the title of a type as it is."""
        return type.lname

    def merge_domaindata(self, docnames: object, otherdata: object) -> None:
        """Merge nothing: no process that reads finds anything for this domain."""

    def resolve_any_xref(self, *_arguments: object) -> list[Any]:
        """Resolve nothing: items are referred to by sphinx-needs' roles."""
        return []


def setup_search(app: Sphinx) -> None:
    """Register the search."""
    app.add_domain(ItemDomain)
    # After the checks (600), which leave the catalogue of the build.
    app.connect("write-started", prepare_search, priority=700)


def prepare_search(app: Sphinx, builder: Builder) -> None:
    """Give the search what this build has: its items, and its words in a Finnish project."""
    session = session_of(app)
    if session.report is None or not isinstance(builder, StandaloneHTMLBuilder):
        return
    catalogue = session.report.catalogue
    domain = app.env.get_domain(ItemDomain.name)
    if isinstance(domain, ItemDomain):
        types = catalogue.vocabulary.types.values()
        domain.list_items(catalogue.items.values(), [(kind.name, kind.title) for kind in types])
    language = app.config.html_search_language or app.config.language
    if language.partition("_")[0] == FINNISH:
        session.word_list = WordList.of_texts(document.text for document in session.documents)
        words = {"word_list": session.word_list}
        app.add_search_language(type("ProjectSearch", (FinnishSearch,), words))
