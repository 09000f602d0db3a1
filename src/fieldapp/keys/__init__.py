"""Worker, device and escrow keys; wraps and envelopes with an algorithm id."""
