"""The stemmer of the reader's browser is that of the index."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from statutory.finnish.script import stemmer_script
from statutory.finnish.stem import stem
from statutory.finnish.words import words
from tests.finnish.test_stem import APART, MEET

ROOT = Path(__file__).parents[2]
NODE = shutil.which("node")
CALL = """
const texts = JSON.parse(require("fs").readFileSync(0, "utf8"));
const stemmer = new Stemmer();
const found = texts.map((text) => splitQuery(text).map((word) => [word, stemmer.stemWord(word)]));
console.log(JSON.stringify(found));
"""
ODD = ["İstanbul ß Ⅳ ½ ٣", "a_b -- :n EU:N eu:ssa SA-OSA- -x", "constructor toString"]


def content() -> list[str]:
    """Return the text of every page, the words of the tests, and texts that read in two ways."""
    folders = ("docs", "strategy", "requirements")
    files = (file for folder in folders for file in sorted((ROOT / folder).rglob("*.md")))
    return [*(file.read_text("utf-8") for file in files), MEET, APART, *ODD]


@pytest.mark.skipif(NODE is None, reason="no node to run the script; the browser session does")
def test_both_stemmers_agree_on_every_word_of_the_content(tmp_path: Path) -> None:
    """Each text gives the same words and the same stems in Python and in JavaScript."""
    script = tmp_path / "stem.js"
    script.write_text(stemmer_script() + CALL, encoding="utf-8")
    texts = content()
    run = subprocess.run(
        [str(NODE), str(script)],
        input=json.dumps(texts),
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    expected = [[[word, stem(word)] for word in words(text)] for text in texts]
    assert json.loads(run.stdout) == expected


def test_script_defines_what_sphinx_calls() -> None:
    """Sphinx's search calls a class and a function by these names."""
    defined = set(re.findall(r"^var (\w+) =", stemmer_script(), re.MULTILINE))
    assert defined == {"Stemmer", "splitQuery"}
