"""Counties on real roads: the real hub behind the real wire, bundles as files, photos, old logs dropped, late work held."""
