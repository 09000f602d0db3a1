"""What a laptop lacks, made while it travels; each turn asks anew which places are its own and whether it may ask on."""

from collections.abc import Iterator
from itertools import islice

import msgspec

from fieldapp.journal.stream import Segment
from fieldapp.store.streams import segments_after
from fieldapp_server.accounts import Account
from fieldapp_server.archive import Archive
from fieldapp_server.authority import exchange as authority_exchange
from fieldapp_server.authority.authority import hub_key
from fieldapp_server.devices import Device, active_device
from fieldapp_server.exchange.exchange import root_of
from fieldapp_server.problems import Refused
from fieldapp_sync.messages import (
    PullAll,
    PullEnd,
    PullRequest,
)
from fieldapp_sync.rounds.link import FIRST_SEGMENT, LARGEST_SEGMENT, SMALLEST_SEGMENT
from fieldapp_sync.segments.frames import pack_segment, put_frame
from fieldapp_sync.segments.packing import words
from fieldapp_sync.segments.signing import signed_frame

PULL_BYTES = 1 << 20
"""A reply to a pull of protocol 1 stops after this many bytes; the laptop asks on with its new vector."""
_AT_ONCE = 4
_LEVELS = range(1, 16)
"""Levels of zstd a hub packs with: above them one laptop would keep it busier than its link is worth."""


def pull_all(archive: Archive, device: Device, asked: PullAll) -> Iterator[bytes]:
    """Frames of what the laptop lacks of many scopes, then a `PullEnd`; small first, then as large as it asked for.

    Raises Refused scope.foreign at once. Each few segments are read in a turn of their own and packed after it; each
    time the device and its places are asked of anew: one that is shut out meanwhile gets no `PullEnd` and nothing more.
    """
    for scope in asked.vectors:
        device.account.refuse_foreign(scope)
    return _pulled(archive, device, asked)


def _pulled(archive: Archive, device: Device, asked: PullAll) -> Iterator[bytes]:
    largest = min(max(asked.size, SMALLEST_SEGMENT), LARGEST_SEGMENT)
    level = min(max(asked.level, _LEVELS[0]), _LEVELS[-1])
    packs = asked.packs or words()
    with archive.held() as ledger:
        key = hub_key(ledger)
    sent, segments = 0, _segments(archive, device, asked, largest)
    given: dict[str, int] = {}
    try:
        for segment in segments:
            archive.give_way()
            with archive.held() as ledger:
                content = signed_frame(
                    ledger, key, segment, packs, level, base=asked.bases.get(segment.stream, 0)
                )
            yield put_frame(content)
            sent += len(content)
            given[segment.stream] = segment.last
            if 0 < asked.most <= sent and next(segments, None) is not None:
                yield put_frame(msgspec.json.encode(PullEnd()))
                return
        account = active_device(archive, device.id).account
    except Refused:
        return
    # Read first, then given: nothing may hold the archive while it waits for a slow reader.
    with archive.held() as ledger:
        root = root_of(ledger, account)
    told = PullEnd(root, *authority_exchange.words_on(archive, account.scopes, given))
    yield put_frame(msgspec.json.encode(told))


def _segments(archive: Archive, device: Device, asked: PullAll, largest: int) -> Iterator[Segment]:
    """What the laptop lacks, scope by scope, in segments that grow up to `largest`. Raises Refused."""
    # On a LAN, and where a reply ends soon, nothing is won by small ones: what is sealed goes as it is.
    size = largest if asked.most or largest == LARGEST_SEGMENT else min(FIRST_SEGMENT, largest)
    count = 1
    for scope, vector in asked.vectors.items():
        known = dict(vector)
        while some := _next_segments(archive, device, scope, known, size, count):
            for segment in some:
                known[segment.stream] = segment.last
                yield segment
            size = min(size * 2, largest)
            # The first goes out at once: a laptop then works while the next are read.
            count = _AT_ONCE if size == largest else 1


def _next_segments(
    archive: Archive, device: Device, scope: str, known: dict[str, int], size: int, count: int
) -> list[Segment]:
    active_device(archive, device.id).account.refuse_foreign(scope)
    with archive.held() as ledger:
        return list(islice(segments_after(ledger, scope, known, size), count))


def pull(archive: Archive, account: Account, asked: PullRequest) -> bytes:
    """Frames of what the laptop lacks of one scope, about `PULL_BYTES` of them. Raises Refused scope.foreign."""
    account.refuse_foreign(asked.scope)
    frames = bytearray()
    with archive.held() as ledger:
        for segment in segments_after(ledger, asked.scope, asked.vector):
            frames += put_frame(pack_segment(segment))
            if len(frames) >= PULL_BYTES:
                break
    return bytes(frames)
