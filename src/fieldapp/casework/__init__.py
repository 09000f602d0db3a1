"""Procedures with steps and signatures. Pure."""
