"""Places: typed, pasted or picked on the map, as a point, a line, an area or a choice."""
