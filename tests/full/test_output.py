"""What is printed of content: no terminal obeys it, no build server takes it for commands."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

from tests.full.project import build_site, make_project

PAGE = """\
# Page \u202e reversed

```{osaalue} Title
:id: SA-OSA-X
:sta\x1b[31mtus: x
:kuuluu: SA-OSA-\x1b]0;title\x07
:ajankohta: \u200e2018
:lahdekohta: ##[error]y
```

```{eval-rst}
.. nosuch::
   ::error file=a.py::x
   ::stop-commands::token
   ##[add-mask]z
```
"""


def run_command(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command ``statutory`` in a process of its own."""
    code = "import sys; from statutory.cli import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_nothing_that_is_printed_is_obeyed(tmp_path: Path) -> None:
    """The check prints findings of one line each, and Sphinx's own lines are escaped too."""
    folder = tmp_path / "project"
    folder.mkdir()
    make_project(folder, {"strategy/page.md": PAGE})
    checked = run_command("check", str(folder), "--notes")
    built = build_site(folder, tmp_path / "html", "-q", "--no-color")
    assert (checked.returncode, checked.stderr, built.returncode) == (1, "", 1)
    for printed in (checked.stdout, built.stderr):
        assert re.search(r"\\u\{1b\}", printed)
        assert [char for char in printed if not char.isprintable() and char != "\n"] == []
        assert [line for line in printed.split("\n") if line.lstrip().startswith("::")] == []
        assert "##[" not in printed
    line = r"(?:[\w./]+:\d+: \S+: .*\[[a-z-]+\]|    \S.*|Tarkistettuja .*|)"
    assert [it for it in checked.stdout.splitlines() if not re.fullmatch(line, it)] == []


def test_nothing_is_fetched(tmp_path: Path) -> None:
    """Imports of addresses and services send nothing, and are findings at their lines."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_arguments: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/x.json"
    secret = tmp_path / "secret.json"
    secret.write_text("{}", encoding="utf-8")
    imports = [address, f"HTTP{address[4:]}", f"file://{secret}", f"file:{secret}", "//host/x.json"]
    imports += ["\\\\host\\x.json", "ftp://host/x.json", "C:/x.json"]
    page = "# Page\n" + "".join(f"\n```{{needimport}} {one}\n```\n" for one in imports)
    page += "\n```{needservice} github-issues\n```\n"
    folder = tmp_path / "project"
    folder.mkdir()
    make_project(folder, {"strategy/page.md": page})
    checked = run_command("check", str(folder))
    server.shutdown()
    server.server_close()
    assert asked == []
    lines = [line for line in checked.stdout.splitlines() if line.startswith("strategy/page.md:")]
    assert len(lines) == len(imports) + 1
    assert all("[refused-code]" in line for line in lines)
