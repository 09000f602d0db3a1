"""The form engine: definition, expressions, session, submission. Pure."""
