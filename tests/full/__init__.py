"""Tests that run Sphinx on real projects."""
