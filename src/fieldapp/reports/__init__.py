"""Cards and checklists as page descriptions. No Qt."""
