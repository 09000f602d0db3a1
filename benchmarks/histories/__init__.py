"""Random histories of several replicas against true happens-before: the truth, the replicas, their moves, wrong rules."""
