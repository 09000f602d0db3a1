"""Days and hours: typed without separators, or picked from a calendar."""
