"""Kept files: pictures, sketches, sounds, films, bar codes; from disk, clipboard or camera."""
