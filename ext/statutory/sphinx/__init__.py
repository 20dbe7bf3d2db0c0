"""The full door into the model: a Sphinx build.

This is the only package that imports Sphinx, docutils and sphinx-needs. Handlers are a few
lines each and call the pure core.
"""
