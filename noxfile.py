"""What can be done with the knowledge base, each as a nox session.

``nox -l`` lists them; ``nox -s NAME`` runs one. Each session makes its own environment
from the lock file, but ``lowest``, which asks for the oldest versions declared.
"""

from __future__ import annotations

import nox

nox.needs_version = ">=2025.5"
nox.options.default_venv_backend = "uv"

BUILD = "_build"


def install(session: nox.Session, *groups: str) -> None:
    """Install the package, the site's theme and some dependency groups, as locked."""
    session.run_install(
        "uv",
        "sync",
        "--locked",
        "--quiet",
        "--no-default-groups",
        "--compile-bytecode",
        "--group=site",
        *(f"--group={group}" for group in groups),
        env={"UV_PROJECT_ENVIRONMENT": session.virtualenv.location},
    )


@nox.session
def site(session: nox.Session) -> None:
    """Build the site and check it: fails on findings; the pages are in _build/html."""
    install(session)
    session.run("sphinx-build", "-b", "html", "-q", *session.posargs, ".", f"{BUILD}/html")
    session.log("The pages are in %s/html/index.html", BUILD)


@nox.session
def check(session: nox.Session) -> None:
    """Check the content without writing pages: fails on findings."""
    install(session)
    session.run("statutory", "check", *session.posargs)


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests."""
    install(session, "test")
    session.run("pytest", "-n", "auto", *session.posargs)


@nox.session(default=False)
def lowest(session: nox.Session) -> None:
    """Run the tests with the oldest versions that the package declares."""
    session.install("--resolution=lowest-direct", "-e", ".", "--group=site", "--group=test")
    session.run("pytest", "-n", "auto", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, types, layers and spelling of the code."""
    install(session, "test", "lint")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("mypy")
    session.run("lint-imports")
    session.run("codespell")


@nox.session(default=False)
def browser(session: nox.Session) -> None:
    """Look at the site in a browser: accessibility, keyboard, print; skips without one."""
    install(session, "test", "browser")
    session.run("sphinx-build", "-b", "html", "-q", ".", f"{BUILD}/html")
    session.run("pytest", "tests/browser", "-n", "auto", *session.posargs)


@nox.session(default=False)
def code_mutation(session: nox.Session) -> None:
    """Change the core a little at a time and list what no test notices; takes an hour."""
    install(session, "test", "mutation")
    session.run("python", "-m", "tests.code_mutation", *session.posargs)


@nox.session(default=False)
def mutation(session: nox.Session) -> None:
    """Change the content a little at a time and report what no check notices; ten minutes."""
    install(session, "test")
    session.run("python", "-m", "tests.mutation", *session.posargs)


@nox.session(default=False)
def spelling(session: nox.Session) -> None:
    """Check the Finnish of content and handbook; says so where Voikko is not there."""
    install(session, "spelling")
    session.run("python", "-m", "tests.spelling", success_codes=[0, 2])


@nox.session(default=False)
def live(session: nox.Session) -> None:
    """Serve the site and rebuild it at every saved change."""
    install(session, "live")
    session.run(
        "sphinx-autobuild",
        *("--watch", "ubproject.toml", "--ignore", f"{BUILD}/*", "--open-browser"),
        # The server puts a script into the pages, which their policy would block.
        *("-D", "statutory_content_policy=0"),
        *session.posargs,
        *(".", f"{BUILD}/live"),
    )
