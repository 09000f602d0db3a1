"""SIGKILL at every write and flush of one deed: the shim that counts calls, and the deeds that are cut there."""
