"""Tests of recording reviews."""
