"""Other people's lists: compared with the register row by row, decided once, and what the national system lacks."""
