"""Input widgets, one for each type of field; each speaks typed text and never decides what is right."""
