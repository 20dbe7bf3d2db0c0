"""A page that tries everything is built and read, and nothing runs, is fetched or leaks."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from subprocess import CompletedProcess
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from tests.browser.adversary import adversary
from tests.browser.conftest import SilentHandler, SiteServer
from tests.full.project import build_site, make_project
from tests.handbook import background

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page

PAGE = "strategy/sivu"
HURT = "document.documentElement.dataset.hurt=1"


class Leaks(SiteServer):
    """A server elsewhere that counts what it is asked for."""

    def __init__(self) -> None:
        """Listen on this machine."""
        super().__init__(("127.0.0.1", 0), LeakHandler)
        self.asked: list[str] = []

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_port}"


class LeakHandler(BaseHTTPRequestHandler):
    """Notes each request."""

    server: Leaks

    def do_GET(self) -> None:
        """Note what is asked for, and have nothing."""
        self.server.asked.append(self.path)
        self.send_error(404)

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


@dataclass(frozen=True, kw_only=True)
class Attack:
    """A built project with the page.

    :param made: The file that the content would make.
    """

    folder: Path
    out: Path
    made: Path
    run: CompletedProcess[str]
    leaks: Leaks


@pytest.fixture(scope="module")
def attack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Attack]:
    """The pages of a project with the page, a secret beside it, and a server elsewhere."""
    base = tmp_path_factory.mktemp("attack")
    folder, made = base / "project", base / "made"
    folder.mkdir()
    (base / "secret.txt").write_text("what nobody may see", encoding="utf-8")
    with Leaks() as leaks:
        thread = threading.Thread(target=leaks.serve_forever)
        thread.start()
        values = {
            "HURT": HURT,
            "LEAK": leaks.address,
            "RUN": f"__import__('os').system('touch {made}')",
            "SECRET": "secret.txt",
        }
        pages = {"docs/tausta.md": f"# Tausta\n\n{background()}", f"{PAGE}.md": adversary(values)}
        make_project(folder, pages)
        run = build_site(folder, base / "html", "-q")
        yield Attack(folder=folder, out=base / "html", made=made, run=run, leaks=leaks)
        leaks.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def served(attack: Attack) -> Iterator[str]:
    """The address of the pages."""
    handler = functools.partial(SilentHandler, directory=str(attack.out))
    with SiteServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def read(browser: Browser, address: str) -> tuple[Page, list[str]]:
    """Open a page, and return it with what the policy of the page has blocked."""
    page = browser.new_page()
    blocked: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            blocked.append(message.text)

    page.on("console", note)
    page.goto(address, wait_until="load")
    page.wait_for_timeout(300)
    return page, blocked


def written(attack: Attack) -> list[str]:
    """Return the pages that were written."""
    return sorted(path.relative_to(attack.out).as_posix() for path in attack.out.rglob("*.html"))


def test_building_runs_fetches_and_publishes_nothing(attack: Attack) -> None:
    """It fails, since there are findings, and the pages are there."""
    assert attack.run.returncode == 1, attack.run.stderr
    assert "Traceback" not in attack.run.stderr
    for name in ("raw-html", "active-address", "outside-file", "refused-front-matter"):
        assert f"[statutory.{name}]" in attack.run.stderr, name
    assert "[statutory.refused-code]" in attack.run.stderr
    assert f"{PAGE}.html" in written(attack)
    assert not attack.made.exists()
    assert attack.leaks.asked == []
    published = [path for path in attack.out.rglob("*") if path.is_file()]
    assert [path for path in published if b"what nobody may see" in path.read_bytes()] == []


@pytest.mark.parametrize("way", ["http", "file"])
def test_reading_runs_and_fetches_nothing(
    attack: Attack, served: str, browser: Browser, way: str
) -> None:
    """Each page is read from a server and from a folder; the policy has nothing to block."""
    start = served if way == "http" else f"file://{attack.out}"
    for name in written(attack):
        page, blocked = read(browser, f"{start}/{name}")
        assert page.evaluate("document.documentElement.dataset.hurt") is None, name
        assert page.locator("[onerror], [onload], [onfocus], [onmouseover]").count() == 0, name
        assert page.url == f"{start}/{name}"
        assert blocked == [], name
        page.close()
    assert attack.leaks.asked == []


def test_searching_runs_and_fetches_nothing(attack: Attack, served: str, browser: Browser) -> None:
    """Titles and texts that results show are text."""
    for word in ("sivu", "elinvoima", "toinen", "img"):
        page, blocked = read(browser, f"{served}/search.html?q={quote(word)}")
        page.wait_for_timeout(700)
        assert page.locator("#search-results li").count() > 0, word
        assert page.locator("#search-results img").count() == 0, word
        assert page.evaluate("document.documentElement.dataset.hurt") is None, word
        assert blocked == [], word
        page.close()
    assert attack.leaks.asked == []


def test_policy_blocks_what_would_be_on_a_page(
    attack: Attack, served: str, browser: Browser
) -> None:
    """The second wall stands by itself: here the markup is put into the page by hand."""
    leak = attack.leaks.address
    markup = (
        f"<script>{HURT}</script><img src='{leak}/img' onerror='{HURT}'>"
        f"<iframe src='{leak}/frame'></iframe><link rel=stylesheet href='{leak}/css'>"
        f"<object data='{leak}/object'></object><script src='{leak}/js'></script>"
        f"<p style='background: url({leak}/style)'>x</p>"
    )
    text = (attack.out / f"{PAGE}.html").read_text(encoding="utf-8")
    (attack.out / "by-hand.htm").write_text(text.replace("</main>", f"{markup}</main>"), "utf-8")
    page, blocked = read(browser, f"{served}/by-hand.htm")
    assert page.evaluate("document.documentElement.dataset.hurt") is None
    assert len(blocked) >= 6
    assert attack.leaks.asked == []
    page.close()
