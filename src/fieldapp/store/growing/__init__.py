"""Growing old: a village's rows as a base in place of its oldest log, for a new laptop and for one that has grown old."""
