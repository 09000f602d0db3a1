"""Bases for new laptops: made, kept, given in ranges."""
