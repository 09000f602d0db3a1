"""Photos and forms on their way: chunks, lanes, what is lacking."""
