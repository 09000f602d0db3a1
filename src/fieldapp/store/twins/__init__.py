"""Records that may stand twice: found while typing and as tasks, merged or told apart."""
