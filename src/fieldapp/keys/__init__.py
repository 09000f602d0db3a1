"""Worker, device and bundle keys: every envelope carries the id of its algorithm, so that another can follow."""
