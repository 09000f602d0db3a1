"""Decisions that a late-come commit has touched: flagged for a person to confirm anew, never changed by themselves."""
