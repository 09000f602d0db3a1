"""Who may sign, at a client: pairing, and certificates, revocations and heads exchanged."""
