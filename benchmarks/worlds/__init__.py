"""A whole county in one process: real stores on real encrypted databases, a simulated network, the oracle beside them."""
