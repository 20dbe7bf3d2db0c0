"""Diagrams: models of what is drawn, and their drawings as shapes; pure, like all views.

A diagram has a model, made of the catalogue, and a function that lays the model out as
shapes for a width. A page holds a wide and a narrow drawing, and shows the one that fits.
"""
