"""One page of content that tries everything: to run, to fetch, to read and to send.

A new trick is a new entry. ``HURT`` is a program for the browser that leaves a mark,
``LEAK`` an address whose server counts what it is asked for, ``RUN`` a Python expression
that makes a file, ``SECRET`` a file beside the project.
"""

from __future__ import annotations

from collections.abc import Mapping

TITLE = "Sivu `<img src=LEAK/title onerror=HURT>` <img src=LEAK/heading onerror=HURT>"

FRONT_MATTER = """\
---x
? myst
: enable_extensions: [substitution, html_image, html_admonition, linkify]
  disable_syntax: []
  url_schemes: [javascript, data, http]
  html_meta: {"http-equiv=refresh": "0; url=LEAK/refresh"}
---x
"""

MARKUP = {
    "block": "<script>HURT</script>",
    "inline": "teksti <img src=LEAK/inline onerror=HURT> ja <b onmouseover=HURT>b</b>",
    "frame": "<iframe srcdoc='<script>HURT</script>' src=LEAK/frame></iframe>",
    "drawing": "<svg onload=HURT><script>HURT</script></svg>",
    "style": "<style>@import 'LEAK/style'; body {background: url(LEAK/background)}</style>",
    "head": "<meta http-equiv=refresh content='0;url=LEAK/meta'><base href=LEAK/base>",
    "comment": "<!--> <img src=LEAK/comment onerror=HURT> -->",
    "form": "<form action=LEAK/form><input autofocus onfocus=HURT></form>",
    "table": "| a | b |\n| --- | --- |\n| <img src=LEAK/table onerror=HURT> | x |",
    "definition": "termi <img src=LEAK/term onerror=HURT>\n: <img src=LEAK/word onerror=HURT>",
    "footnote": "Viite[^1].\n\n[^1]: Alaviite <img src=LEAK/footnote onerror=HURT>",
    "code": "`<img src=LEAK/code onerror=HURT>`",
    "raw": "```{raw} html\n<script>HURT</script>\n```",
    "raw role": (
        "```{eval-rst}\n.. role:: h(raw)\n   :format: html\n\n:h:`<script>HURT</script>`\n```"
    ),
    "glossary": "```{glossary}\n`<img src=LEAK/glossary onerror=HURT>`\n  Selitys.\n```",
    "index": "```{index} <img src=LEAK/index onerror=HURT>\n```",
    "admonition": "```{note} <img src=LEAK/note onerror=HURT>\nTeksti.\n```",
    "heading": "## Toinen `<img src=LEAK/second onerror=HURT>`",
    "caption": "```{list-table} <img src=LEAK/caption onerror=HURT>\n* - a\n```",
    "language": '```{code-block} "><img src=LEAK/language onerror=HURT>\nx\n```',
    "class": '```{container} "><img src=LEAK/class onerror=HURT>\nx\n```',
    "contents": (
        "```{toctree}\nNimi <img src=LEAK/contents onerror=HURT> <https://fine.example>\n"
        'Toinen <https://fine.example/"onmouseover="HURT>\n```'
    ),
}

ADDRESSES = {
    "link": "[a](javascript:HURT) [b](<data:text/html,x>) [c](&#106;avascript:HURT)",
    "picture": "![a](LEAK/picture.png) ![b](data:image/svg+xml;base64,PHN2Zy8+)",
    "figure": "```{figure} LEAK/figure.png\n:target: javascript:HURT\n```",
    "image": "```{image} LEAK/image.png\n:target: java\tscript:HURT\n```",
    "target": "```{eval-rst}\n`a <javascript:HURT>`_ b_\n\n.. _b: vbscript:HURT\n```",
    "download": "{download}`a <javascript://x%0aHURT>` {download}`b <LEAK/download>`",
    "entry": "```{toctree}\nX <javascript://x%0aHURT>\n```",
    "metadata": "```{eval-rst}\n.. meta::\n   :http-equiv=refresh: 0; url=LEAK/metadata\n```",
    "candidates": "![x](LEAK/candidates.*)",
}

FILES = {
    "picture file": "![x](../../SECRET) ![y](/../SECRET)",
    "link to a file": "[x](../../SECRET) <path:../../SECRET> {download}`z <../../SECRET>`",
    "include": "```{include} ../../SECRET\n```",
    "literal": "```{literalinclude} ../../SECRET\n```",
    "table file": "```{csv-table} x\n:file: ../../SECRET\n```",
    "table address": "```{csv-table} x\n:url: LEAK/table.csv\n```",
    "raw file": "```{raw} html\n:file: ../../SECRET\n```",
    "raw address": "```{raw} html\n:url: LEAK/raw.html\n```",
    "graph": "```{graphviz} ../../SECRET\n```",
    "program": "```{graphviz}\n:layout: sh\n\ntouch made\n```",
    "import": "```{needimport} ../../SECRET\n```",
    "import address": "```{needimport} LEAK/needs.json\n```",
}

CODE = {
    "table": "```{needtable}\n:filter: RUN\n```",
    "count": "{need_count}`RUN`",
    "function": "```{needtable}\n:filter-func: os.system(x)\n```",
    "extend": "```{needextend} RUN and id\n:status: luonnos\n```",
    "condition": (
        "```{osaalue} Ehto\n:id: SA-OSA-EHTO\n:maakunta: satakunta\n"
        ":vastuutaho: SA-TJA-VALTUUSTO[RUN]\n```"
    ),
    "substitution": "{{ cycler.__init__.__globals__.os.system('x') }}",
}

ITEM = """\
```{osaalue} Elinvoima <img src=LEAK/item onerror=HURT> `<img src=LEAK/span onerror=HURT>`
:id: SA-OSA-ELINVOIMA
:maakunta: satakunta
:kuuluu: SA-TUO-STRATEGIA
:toteuttaa: VK-VEL-HYTE
:vastuutaho: SA-TJA-VALTUUSTO
:valmistelija: SA-TJA-RYHMA
:ajankohta: 2018-02/2018-06
:lahteet: SA-LAH-ESIMERKKI
:lahdekohta: <img src=LEAK/locator onerror=HURT> javascript:HURT

Teksti <img src=LEAK/body onerror=HURT>
```
"""

VIEWS = "\n".join(
    f"```{{{name}}}\n```\n" for name in ("jaljitettavyys", "kattavuus", "vastuut", "aikajana")
)


def adversary(values: Mapping[str, str]) -> str:
    """Return the page.

    :param values: What stands for the words in capitals.
    """
    pieces = [*MARKUP.values(), *ADDRESSES.values(), *FILES.values(), *CODE.values(), ITEM, VIEWS]
    text = f"{FRONT_MATTER}# {TITLE}\n\n" + "\n\n".join(pieces) + "\n"
    for name, value in values.items():
        text = text.replace(name, value)
    return text
