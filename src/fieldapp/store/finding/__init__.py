"""Finding and viewing: the one box, filters by any field, saved views."""
