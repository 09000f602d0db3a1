"""Every segment of protocol 2 is answered for: whoever sends it signs the chain it leads to."""

from fieldapp.journal.stream import Segment
from fieldapp.keys.devices import DeviceKey
from fieldapp.store.authority.heads import sign
from fieldapp.store.ledger import Ledger
from fieldapp.store.streams import chain_at
from fieldapp_sync.frames import pack_segment
from fieldapp_sync.packing import choose


def signed_frame(
    ledger: Ledger,
    key: DeviceKey,
    segment: Segment,
    packs: tuple[str, ...],
    level: int,
    window: bytes = b"",
) -> bytes:
    """The content of a frame: the segment signed, its lines packed in the best way a peer with these words reads."""
    chain = chain_at(ledger, segment.stream, segment.last)
    if chain is None:
        raise LookupError(segment.stream)
    by, sig = sign(key, segment, chain)
    word = choose(packs, len(segment.lines), level, window)
    return pack_segment(segment, by=by, sig=sig, word=word, level=level, window=window)
