"""Inputs of the card: one fact of the register, by the type its field has in the dictionary."""
