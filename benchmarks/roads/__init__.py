"""Counties on real roads: the hub behind the real wire, bundles as files, photos, old lines dropped, late work held."""
