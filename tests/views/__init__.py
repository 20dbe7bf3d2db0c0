"""Tests of the views, on catalogues made by hand."""
