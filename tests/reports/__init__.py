"""Tests of the reports, on catalogues made by hand."""
