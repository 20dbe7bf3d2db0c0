"""Tests of the Finnish words of the search."""
