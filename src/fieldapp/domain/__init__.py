"""Values of the field: identity number, region code, money, masking, dates. Pure."""
