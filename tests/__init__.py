"""Tests: they mirror ``ext/statutory``; those that build real projects are in ``full``."""
