"""The client's only sockets: HTTP to a hub, and the hub's certificate."""

from fieldapp_sync.wire.connection import Connection, Wire, ask_to_pair
from fieldapp_sync.wire.pin import fetch_certificate
from fieldapp_sync.wire.talk import Talk, talk_over

__all__ = ["Connection", "Talk", "Wire", "ask_to_pair", "fetch_certificate", "talk_over"]
