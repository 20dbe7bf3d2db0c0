"""The pure model of a knowledge base: items, periods, findings, the catalogue.

Nothing here imports Sphinx, docutils or sphinx-needs, and nothing changes after it has
been built: the two doors (a Sphinx build, later the instant reader) fill the model once,
and checks, views and reports only read it.
"""
