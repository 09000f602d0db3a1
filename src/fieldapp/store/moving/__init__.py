"""Movements of households and people: each a named deed in one commit, taken back by one undo."""
