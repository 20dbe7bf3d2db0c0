"""Reports: findings as text and as files, one format a module.

A new format is a module with a pure function from a report to text, and a line in
``statutory.cli``.
"""
