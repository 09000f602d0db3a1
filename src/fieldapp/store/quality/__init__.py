"""Data quality and the batches, read from the tables by the rules of the packs."""
