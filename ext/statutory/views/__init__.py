"""Views: what a page shows, as data; tested without Sphinx.

A new view is a module with a frozen model and a pure function from a report to it, and a
renderer in ``statutory.sphinx`` that only spells it.
"""
