"""Paints page descriptions: screen, PDF, PNG. Qt without windows."""
