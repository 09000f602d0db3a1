"""What belongs to a year: its balance, its opening, its snapshots, its income."""
