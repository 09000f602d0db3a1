"""Copies of a vault: noticed, renamed, and what two of them wrote under one name."""
