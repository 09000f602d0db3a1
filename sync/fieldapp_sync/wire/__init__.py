"""The client's only sockets: HTTP to a hub, and the hub's certificate."""

from fieldapp_sync.wire.connection import Connection, Wire, ask_to_pair
from fieldapp_sync.wire.pin import fetch_certificate

__all__ = ["Connection", "Wire", "ask_to_pair", "fetch_certificate"]
