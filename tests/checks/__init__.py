"""Tests of the checks, on catalogues made by hand."""
