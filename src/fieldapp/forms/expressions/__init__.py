"""Expressions of forms: XPath 1.0 as ODK XForms extends it, from text to closures over value slots."""
