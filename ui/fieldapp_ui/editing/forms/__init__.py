"""Forms without widgets: the library, opening, one entry and its deeds, the plan of its sections, rows as a table."""
