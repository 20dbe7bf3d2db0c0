"""One browser for all tests, and pages opened in it as readers have them.

Without a browser a single test is reported, as skipped, with the reason.
"""

from __future__ import annotations

import functools
import os
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    sync_playwright,
)

from tests.browser.chromium import MISSING, find_chromium
from tests.browser.pages import KINDS, chosen_pages

ROOT = Path(__file__).parents[2]
WIDE, NARROW = 1280, 390


@dataclass(frozen=True, slots=True)
class Look:
    """How a reader sees the site.

    :param theme: ``light`` or ``dark``.
    :param width: The width of the window in pixels.
    """

    theme: str
    width: int

    def __str__(self) -> str:
        """Return the name that tests show."""
        return f"{self.theme}-{self.width}"


LOOKS = tuple(Look(theme, width) for theme in ("light", "dark") for width in (WIDE, NARROW))
READ_WIDE, READ_NARROW = Look("light", WIDE), Look("light", NARROW)


class SilentHandler(SimpleHTTPRequestHandler):
    """Serves the site and says nothing of it."""

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


class SiteServer(ThreadingHTTPServer):
    """Serves the site, however soon a browser loses interest in a file."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of what a browser has stopped loading."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


OpenPage = Callable[..., Page]
"""Opens a page of the site in a look: ``open_page("index.html", look)``."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the caller name the folder of the built site."""
    parser.addoption("--site", default=str(ROOT / "_build" / "html"), help="the built site")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave one test, skipped, where there is no browser."""
    if not find_chromium():
        items[1:] = []
        for item in items:
            item.add_marker(pytest.mark.skip(reason=MISSING))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that asks for a page name on each chosen page."""
    if "page_name" in metafunc.fixturenames:
        folder = Path(metafunc.config.getoption("--site"))
        pages = chosen_pages(folder) if find_chromium() else KINDS[:1]
        metafunc.parametrize("page_name", pages)


@pytest.fixture(scope="session")
def site(request: pytest.FixtureRequest) -> Path:
    """The folder of the built site."""
    folder = Path(request.config.getoption("--site")).resolve()
    if not (folder / "index.html").exists():
        pytest.fail(f"there is no site in {folder}; build it with: nox -s site")
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser of the machine, without a window."""
    # Chromium refuses its sandbox to root, who runs containers.
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=find_chromium(), args=arguments)
        yield started
        started.close()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address of the site on this machine: scripts may not read files of ``file:``."""
    handler = functools.partial(SilentHandler, directory=str(site))
    with SiteServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def context_of(browser: Browser) -> Callable[[Look, bool], BrowserContext]:
    """Returns what pages of one look share, with scripts or without."""

    @functools.cache
    def made(look: Look, scripts: bool) -> BrowserContext:  # noqa: FBT001 - a key of the cache
        context = browser.new_context(
            viewport={"width": look.width, "height": 900},
            reduced_motion="reduce",
            java_script_enabled=scripts,
        )
        for key in ("mode", "theme"):
            context.add_init_script(f"localStorage.setItem('{key}', '{look.theme}')")
        return context

    return made


@pytest.fixture
def open_page(
    address: str, context_of: Callable[[Look, bool], BrowserContext]
) -> Iterator[OpenPage]:
    """Opens pages; fails at a script error and where a page wants what it may not have."""
    pages: list[Page] = []
    faults: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith((address, "data:", "blob:")):
            faults.append(request.url)

    def note_blocked(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            faults.append(message.text)

    def opened(name: str, look: Look = READ_WIDE, *, scripts: bool = True) -> Page:
        page = context_of(look, scripts).new_page()
        pages.append(page)
        page.on("request", note)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", note_blocked)
        page.goto(f"{address}/{name}", wait_until="load")
        page.remove_listener("console", note_blocked)  # axe adds styles of its own.
        return page

    yield opened
    for page in pages:
        page.close()
    assert faults == []
