"""The reasons with which a record ends that never stood for anything of its own: it counts on no day, past or present."""

UNDONE = "undone"
"""It was made by mistake and taken back."""
DUPLICATE = "duplicate"
"""It stood twice and was folded into the other."""
NEVER_WAS = (UNDONE, DUPLICATE)
