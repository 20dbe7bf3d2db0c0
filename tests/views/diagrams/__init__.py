"""Diagrams: what is drawn where, tested on the models and the shapes."""
