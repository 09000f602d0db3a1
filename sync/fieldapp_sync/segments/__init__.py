"""Segments as bytes: signed, packed, framed."""
