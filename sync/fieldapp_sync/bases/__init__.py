"""A village begun from a hub's base instead of its whole log."""
