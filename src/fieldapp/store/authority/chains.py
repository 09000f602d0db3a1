"""The chain of a stream where the log still reaches, to hold against what others attest."""

from fieldapp.store.ledger import Ledger
from fieldapp.store.streams import chain_at


def chain_held(ledger: Ledger, stream: str, seq: int) -> bytes | None:
    """The chain after line `seq`, or None: the stream does not reach it, or its lines gave way to a base."""
    try:
        return chain_at(ledger, stream, seq)
    except LookupError:
        return None
