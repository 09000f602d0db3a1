"""Content packs: read, check, build, install."""
