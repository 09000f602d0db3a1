"""Work that must not hold the window: a thread pool with progress and cancel."""
