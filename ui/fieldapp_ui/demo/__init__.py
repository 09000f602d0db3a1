"""A throw-away county to show and prove the program: invented people under a region code that does not exist."""
