"""What changed: commit, operation, dot, context, merge. Pure."""
