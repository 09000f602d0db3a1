"""The hub: archive, accounts, devices, HTTP."""
