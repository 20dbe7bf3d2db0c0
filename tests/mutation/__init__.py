"""Mutation of the content: whether the checks notice each small change of it."""
