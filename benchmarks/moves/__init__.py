"""Random histories of a register's movements: the villages, what is counted in them, the deeds."""
