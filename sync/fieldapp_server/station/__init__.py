"""What a station tells its owner: laptops, villages, what waits."""
