"""The client's end of sync: messages, round, HTTP wire, USB bundle, pairing."""
