"""Lists in and out: planned, imported by chunks and taken back; exported so that nothing changes on return."""
