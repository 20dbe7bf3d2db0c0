"""Finnish spelling of the content and the handbook, checked with Voikko.

Run as ``python -m tests.spelling``. It needs the shared library and the dictionary of
Voikko (Debian: ``libvoikko1`` and ``voikko-fi``) and ends with 0 where every word is
known, 1 where some are not, 2 where Voikko is not there.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[1]
KNOWN = ROOT / "tests" / "spelling.txt"
PAGES = ("index.md", "strategy/**/*.md", "requirements/**/*.md", "docs/**/*.md")
NOT_FINNISH = ("docs/architecture.md",)
PROSE_FIELDS = ("lahdekohta", "ehto", "toistuvuus", "peruste")

_NOT_PROSE = (
    re.compile(r"(?ms)\A---$.*?^---$"),
    re.compile(r"(?ms)^(`{4,}).*?^\1$"),
    re.compile(r"(?ms)^```\{toctree\}.*?^```$"),
    re.compile(rf"(?m)^:(?!{'|'.join(PROSE_FIELDS)})[\w-]+:.*$"),
    re.compile(r"(?m)^:[\w-]+:"),
    re.compile(r"(?ms)^```\w+$.*?^```$"),
    re.compile(r"(?m)^```(?:\{\w+\})?"),
    re.compile(r"(?m)^\([\w-]+\)=$"),
    re.compile(r"\{\w+\}`[^`]*`|`[^`]*`|\]\([^)]*\)|https?://\S+|[\w.-]+\.fi\S*"),
)
_WORD = re.compile(r"[A-Za-zÅÄÖåäö]{3,}")


def words_of(text: str) -> set[str]:
    """Return the words of the prose of a page; names in capitals are no words."""
    for pattern in _NOT_PROSE:
        text = pattern.sub(" ", text)
    return {word for word in _WORD.findall(text) if not any(c.isupper() for c in word[1:])}


def main() -> int:
    """Print the words that Voikko does not know, each with its pages."""
    try:
        import libvoikko

        voikko = libvoikko.Voikko("fi")
    except (ImportError, OSError) as error:
        print(f"Voikko is not there: {error}", file=sys.stderr)
        return 2
    known = set(KNOWN.read_text(encoding="utf-8").split())
    pages: dict[str, set[str]] = defaultdict(set)
    for pattern in PAGES:
        for path in ROOT.glob(pattern):
            name = path.relative_to(ROOT).as_posix()
            if name not in NOT_FINNISH:
                for word in words_of(path.read_text(encoding="utf-8")):
                    pages[word].add(name)
    unknown = [word for word in sorted(pages) if word not in known and not voikko.spell(word)]
    for word in unknown:
        print(f"{word}: {', '.join(sorted(pages[word]))}")
    return 1 if unknown else 0


if __name__ == "__main__":
    sys.exit(main())
