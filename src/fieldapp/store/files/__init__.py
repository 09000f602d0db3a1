"""Photos, sheets and submissions as encrypted files: kept, arriving, named, swept."""
