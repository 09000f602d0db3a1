"""The hub's bases as laptops ask for them: offered where they cost less than the log, given in ranges.

The rule it holds: every question carries the account's scopes, and what a laptop says that it holds decides only whether
a base is worth its bytes to it, never which base there is. One that is older than an erasure is never given.
"""

from collections.abc import Iterator

from fieldapp.store.growing.pieces import manifest_of, pieces_from
from fieldapp.store.streams import chain_at
from fieldapp_server.archive import Archive
from fieldapp_server.bases.kept_bases import KeptBases, erasures
from fieldapp_server.bases.worth import clamped, count_rows, is_long, log_bytes
from fieldapp_server.devices import Device
from fieldapp_server.problems import UNKNOWN, Refused
from fieldapp_sync.bases.messages import BootstrapAsk, BootstrapOffer, ChainsAsk, ChainsReply

WORTH = 0.9
"""A base is offered when it costs less than this share of the log."""
SMALL_LOG = 32_768
_ROW_BYTES = 60


class Bootstraps:
    """The bases of one archive."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._kept = KeptBases(archive)

    def offer(self, device: Device, asked: BootstrapAsk, now_ms: int) -> BootstrapOffer:
        """The base of a village for a laptop, made now where none is fresh. Raises Refused scope.foreign, hub.busy,
        bootstrap.too_often."""
        device.account.refuse_foreign(asked.scope)
        with self._archive.held() as ledger:
            known = clamped(ledger, asked.scope, asked.vector)
            cost = log_bytes(ledger, asked.scope, known)
            rows = count_rows(ledger, asked.scope)
            long = not asked.fast or is_long(ledger, asked.scope, known, rows)
        cheap = cost < SMALL_LOG or rows * _ROW_BYTES > cost * WORTH or not long
        if not cost or (cheap and not asked.always):
            return BootstrapOffer()
        manifest = self._kept.base(asked.scope, asked.begun, device.id, now_ms)
        with self._archive.held() as ledger:
            above = {stream: max(seq, manifest.vector.get(stream, 0)) for stream, seq in known.items()}
            after = log_bytes(ledger, asked.scope, {**manifest.vector, **above})
        if not asked.always and manifest.bytes + after > cost * WORTH:
            return BootstrapOffer()
        return BootstrapOffer(same=True) if manifest.hash == asked.begun else BootstrapOffer(manifest)

    def give(self, device: Device, name: str, offset: int, now_ms: int) -> Iterator[bytes]:
        """The bytes of a base from `offset` on. Raises Refused request.unknown, scope.foreign."""
        with self._archive.held() as ledger:
            manifest = manifest_of(ledger, name)
            if manifest is None or manifest.erased != erasures(ledger, manifest.scope):
                raise Refused(UNKNOWN)
        device.account.refuse_foreign(manifest.scope)
        self._kept.note_fetched(name, now_ms)
        return self._pieces(name, offset, manifest.bytes)

    def chains(self, device: Device, asked: ChainsAsk) -> ChainsReply:
        """The chains at these places; of a foreign village nothing is told."""
        told = []
        with self._archive.held() as ledger:
            for stream, seq in asked.places[:512]:
                known = ledger.stream(stream)
                mine = known is not None and device.account.covers(known.scope)
                chain = chain_at(ledger, stream, seq) if mine else None
                told.append(chain.hex() if chain else "")
        return ChainsReply(tuple(told))

    def _pieces(self, name: str, offset: int, size: int) -> Iterator[bytes]:
        # A piece a turn: a slow laptop must not hold the archive.
        while offset < size:
            with self._archive.held() as ledger:
                piece = next(pieces_from(ledger, name, offset), b"")
            if not piece:
                return
            yield piece
            offset += len(piece)
