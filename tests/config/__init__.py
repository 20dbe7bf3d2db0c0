"""Tests of the configuration: its policy, and the file of the baseline."""
