"""Every segment of protocol 2 is answered for: whoever sends it signs the chain it leads to."""

from fieldapp.journal.columns import fits
from fieldapp.journal.stream import Segment, join_lines
from fieldapp.keys.devices import DeviceKey
from fieldapp.store.authority.heads import role_in, sign
from fieldapp.store.ledger import Ledger
from fieldapp.store.streams import chain_at, lines_before
from fieldapp_sync.segments.frames import pack_segment
from fieldapp_sync.segments.packing import WINDOW_BYTES, WINDOW_FOR, WITH_HISTORY, choose


def signed_frame(
    ledger: Ledger,
    key: DeviceKey,
    segment: Segment,
    packs: tuple[str, ...],
    level: int,
    *,
    brief: bool = True,
    base: int = 0,
) -> bytes:
    """The content of a frame: the segment signed, its lines packed in the best way a peer with these words reads. One
    that reads words with a history holds the stream from after `base` up to the segment. Not `brief`: for a peer of
    protocol 1."""
    chain = chain_at(ledger, segment.stream, segment.last)
    if chain is None:
        raise LookupError(segment.stream)
    by, sig = sign(key, segment, chain, role_in(ledger, key.public.hex(), segment.replica))
    after, window = segment.first, b""
    if len(segment.lines) <= WINDOW_FOR and any(word in packs for word in WITH_HISTORY):
        after, window = lines_before(ledger, segment.stream, segment.first, WINDOW_BYTES)
        if after <= base:
            after, window = base + 1, join_lines(window.splitlines()[base + 1 - after :])
    word = choose(packs, len(segment.lines), window, in_columns=fits(segment.lines))
    return pack_segment(
        segment, by=by, sig=sig, word=word, level=level, window=window, after=after, brief=brief
    )
