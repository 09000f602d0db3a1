"""Standard sets: lines, criteria, met / not met / not enough data. Pure."""
