"""Editors: view-models without widgets between a page and the store."""
