"""Figures: typed, on a scale, as stars, picked from a range."""
