"""Who may sign, at the hub: its key, certificates, revocations, review."""
