"""FieldApp's core: the register, forms, journal, standards and vault of a village work team. No Qt, no sockets."""

__version__ = "0.1.0"
