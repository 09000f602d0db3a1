"""The hub's bases: made at one point in time beside its work, kept by hash for a while, given in ranges, signed.

Every question carries the account's scopes. A base that is older than an erasure is never given again.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from threading import Lock

from fieldapp.journal.commit import Vector
from fieldapp.store.cipher import open_database
from fieldapp.store.growing.files import make_file, parts_in_file
from fieldapp.store.growing.parts import Rows
from fieldapp.store.growing.pieces import (
    Manifest,
    add_piece,
    drop_files,
    keep_manifest,
    manifest_of,
    manifests,
    pieces_from,
    sign_manifest,
)
from fieldapp.store.ledger import Ledger
from fieldapp.store.streams import chain_at
from fieldapp_server.accounts import Account
from fieldapp_server.archive import CACHE_KIB, Archive
from fieldapp_server.authority.authority import hub_key
from fieldapp_server.problems import UNKNOWN, Refused
from fieldapp_sync.bases.messages import BootstrapAsk, BootstrapOffer, ChainsAsk, ChainsReply

KEPT_MS = 2 * 86_400_000
"""A base that another has replaced is kept for whoever has begun to fetch it."""
FRESH_SHARE = 0.1
"""A base is given again while its village has grown by less than this share of commits since."""
WORTH = 0.9
"""A base is offered when it costs less than this share of the log."""
FAST_COMMITS = 3
"""On a fast link a base is offered from so many commits a row on: before, the log comes sooner than a base is made."""
SMALL_LOG = 32_768
_ROW_BYTES = 60
_TAIL_SHARE = 4


class Bootstraps:
    """The bases of one archive; one is made at a time."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._making = Lock()

    def offer(self, account: Account, asked: BootstrapAsk, now_ms: int) -> BootstrapOffer:
        """The base of a village for an account, made now where none is fresh. Raises Refused scope.foreign."""
        account.refuse_foreign(asked.scope)
        with self._archive.held() as ledger:
            cost = log_bytes(ledger, asked.scope, asked.vector)
            rows = _rows(ledger, asked.scope)
            long = not asked.fast or _is_long(ledger, asked, rows)
        cheap = cost < SMALL_LOG or rows * _ROW_BYTES > cost * WORTH or not long
        if not cost or (cheap and not asked.always):
            return BootstrapOffer()
        with self._making:
            manifest = self._kept(asked) or self._make(asked.scope, now_ms)
        if not asked.always and manifest.bytes > cost * WORTH:
            return BootstrapOffer()
        return BootstrapOffer(same=True) if manifest.hash == asked.begun else BootstrapOffer(manifest)

    def give(self, account: Account, name: str, offset: int) -> Iterator[bytes]:
        """The bytes of a base from `offset` on. Raises Refused request.unknown, scope.foreign."""
        with self._archive.held() as ledger:
            manifest = manifest_of(ledger, name)
            if manifest is None or manifest.erased != _erased(ledger, manifest.scope):
                raise Refused(UNKNOWN)
        account.refuse_foreign(manifest.scope)
        return self._pieces(name, offset, manifest.bytes)

    def chains(self, account: Account, asked: ChainsAsk) -> ChainsReply:
        """The chains at these places; of a foreign village nothing is told."""
        told = []
        with self._archive.held() as ledger:
            for stream, seq in asked.places[:512]:
                known = ledger.stream(stream)
                mine = known is not None and account.covers(known.scope)
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

    def _kept(self, asked: BootstrapAsk) -> Manifest | None:
        with self._archive.held() as ledger:
            erased, held = _erased(ledger, asked.scope), sum(ledger.vector(asked.scope).values())
            for manifest, _ in manifests(ledger, asked.scope):
                grown = held - sum(manifest.vector.values())
                fresh = grown <= held * FRESH_SHARE or manifest.hash == asked.begun
                if manifest.erased == erased and fresh and _goes_beyond(manifest.vector, asked.vector):
                    return manifest
        return None

    def _make(self, scope: str, now_ms: int) -> Manifest:
        with _reading(self._archive) as reader:
            made = list(make_file(reader, scope, ""))
            erased, vector = _erased(reader, scope), dict(reader.projected(scope))
        told, size, rows = sha256(), 0, 0
        lists: dict[str, None] = {}
        for piece in made:
            told.update(piece)
            size += len(piece)
        for part in parts_in_file(made):
            if isinstance(part, Rows):
                rows += len(part.i)
                lists[part.l] = None
        manifest = Manifest(scope, told.hexdigest(), size, rows, tuple(lists), vector, erased)
        with self._archive.held() as ledger:
            manifest = sign_manifest(hub_key(ledger), manifest)
            keep_manifest(ledger, manifest, now_ms)
        at = 0
        for piece in made:
            with self._archive.held() as ledger:
                add_piece(ledger, manifest.hash, at, piece)
            at += len(piece)
        with self._archive.held() as ledger:
            drop_files(ledger, scope, but=manifest.hash, older_than=now_ms - KEPT_MS)
        return manifest


def _is_long(ledger: Ledger, asked: BootstrapAsk, rows: int) -> bool:
    """Whether the log is much longer than the tables, as far as these have followed it."""
    held = dict(ledger.vector(asked.scope))
    left = sum(max(0, head - asked.vector.get(stream, 0)) for stream, head in held.items())
    return dict(ledger.projected(asked.scope)) == held and left >= FAST_COMMITS * rows


def log_bytes(ledger: Ledger, scope: str, known: Vector) -> int:
    """About how many bytes travel of a village's log beyond a vector."""
    size = 0
    for stream, number, head in ledger.db.execute(
        "select id, n, head_seq from stream where scope = ? and head_seq > 0", [scope]
    ).fetchall():
        at = known.get(stream, 0)
        if at < head:
            sealed = ledger.db.execute(
                "select coalesce(sum(length(body)), 0) from segment where stream = ? and last > ?",
                [number, at],
            ).fetchone()[0]
            tail = ledger.db.execute(
                "select coalesce(sum(length(line)), 0) from tail where stream = ? and seq > ?", [number, at]
            ).fetchone()[0]
            size += int(sealed) + int(tail) // _TAIL_SHARE
    return size


@contextmanager
def _reading(archive: Archive) -> Iterator[Ledger]:
    """The archive as it is now, on a connection of its own, so that the hub goes on working."""
    with archive.tables() as ledger:
        place = ledger.db.execute("pragma database_list").fetchone()[2]
        db = open_database(Path(place), archive.file_key, cache=CACHE_KIB)
        reader = Ledger(db, ledger.dictionary, ledger.replica)
        reader.db.execute("begin")
        reader.meta("format")
    try:
        yield reader
    finally:
        reader.db.execute("rollback")
        reader.db.close()


def _rows(ledger: Ledger, scope: str) -> int:
    return sum(
        int(ledger.db.execute(f'select count(*) from "{name}" where scope = ?', [scope]).fetchone()[0])
        for name in ledger.layouts
    )


def _erased(ledger: Ledger, scope: str) -> int:
    return int(ledger.db.execute("select count(*) from erased where scope = ?", [scope]).fetchone()[0])


def _goes_beyond(vector: Vector, known: Vector) -> bool:
    return all(vector.get(stream, 0) >= seq for stream, seq in known.items())
