"""The data dictionary, records and what their values mean. Pure."""
