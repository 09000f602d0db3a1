"""One round of sync: what is asked, sent, fetched and tried again, and what is noted of it."""
