"""A village begun from the hub's base: chosen where the log costs more, fetched in pieces, checked whole, taken at once.

The rule it holds: what was written here has gone up before (the round pushes first), and an ordinary pull goes on from
the base's vector. A cut download goes on where it was; a process killed in between begins anew or has it whole.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta

from fieldapp.errors import SyncError
from fieldapp.journal.commit import Dot, Vector
from fieldapp.store.authority.kept import is_hub
from fieldapp.store.growing.base import reaches_beyond
from fieldapp.store.growing.bootstrap import Begun, damaged
from fieldapp.store.growing.files import PIECE, parts_in_file
from fieldapp.store.growing.pieces import (
    Manifest,
    add_piece,
    drop_files,
    held_bytes,
    is_signed,
    is_whole,
    keep_manifest,
    manifests,
    pieces_from,
)
from fieldapp.store.growing.receipt_days import heard_on
from fieldapp.store.growing.taking import take_base
from fieldapp.store.vault import Vault
from fieldapp_sync.bases.messages import BootstrapAsk, BootstrapOffer, ChainsAsk, ChainsReply
from fieldapp_sync.segments.frames import Readable
from fieldapp_sync.wire import Connection

SILENT_DAYS = 180
"""A laptop that has made no round for longer begins its villages anew."""
LEAST_COMMITS = 200
"""A village with fewer commits is pulled: its log is small."""
_TIERS = ("central", "township")
_MOST_PLACES = 512


def needed(vault: Vault, theirs: Mapping[str, Vector], today: date) -> tuple[str, ...]:
    """The villages to ask a base for, after what is only here went up: new ones with a long log, and those that differ
    after a long silence. `theirs`: the hub's vectors of the villages that differ."""
    silent = is_silent(vault, today)
    return tuple(
        scope
        for scope, vector in theirs.items()
        if vector
        and _lacks(vault.ledger.vector(scope), vector)
        and (silent or not vault.ledger.vector(scope))
        and (silent or sum(vector.values()) >= LEAST_COMMITS)
    )


def is_silent(vault: Vault, today: date) -> bool:
    """Whether this laptop has made no whole round for more than `SILENT_DAYS`, though it once had."""
    heard = heard_on(vault.ledger)
    return heard != "" and heard < (today - timedelta(days=SILENT_DAYS)).isoformat()


def take(
    vault: Vault,
    connection: Connection,
    scope: str,
    today: date,
    progress: Callable[[int, int], None] = lambda done, whole: None,
    cancelled: Callable[[], bool] = lambda: False,
    most: int = 0,
    fast: bool = False,
) -> Begun | None:
    """Begin a village from the hub's base. None where the hub's log costs less, where its base holds lists that this
    dictionary does not know, where nobody answers for the hub's key, or when it was cancelled: then it is pulled, commit
    by judged commit, or goes on next time.

    `most`: bytes to ask for at once on a link that dies, 0 for all; `fast`: the link is a LAN. `progress` is told bytes
    done and in all. Raises SyncError bootstrap.damaged, bootstrap.stranger and those of `take_base` and of the network;
    what had arrived is kept.
    """
    ledger = vault.ledger
    begun = next((manifest for manifest, _ in manifests(ledger, scope)), None)
    ask = BootstrapAsk(
        scope, dict(ledger.vector(scope)), begun.hash if begun else "", is_silent(vault, today), fast
    )
    offer = _offered(connection, ask)
    manifest = begun if offer.same else offer.manifest
    if manifest is None or not _is_of_use(vault, manifest):
        drop_files(ledger, scope)
        return None
    _refuse_stranger(scope, manifest)
    drop_files(ledger, scope, but=manifest.hash)
    keep_manifest(ledger, manifest, vault.clock())
    while _fetch(vault, connection, manifest, progress, cancelled, most):
        continue
    if held_bytes(ledger, manifest.hash) < manifest.bytes:
        return None
    if not is_whole(ledger, manifest):
        drop_files(ledger, scope)
        raise damaged()
    # The file stays, as the hub has signed it, for others who begin by a stick of ours (`growing.handing_on`).
    return take_base(vault, scope, parts_in_file(pieces_from(ledger, manifest.hash)))


def chains_at(connection: Connection) -> Callable[[Sequence[Dot]], Sequence[bytes | None]]:
    """A hub's chains, as `store.epochs.settle_with` asks for them."""

    def ask(places: Sequence[Dot]) -> Sequence[bytes | None]:
        told: list[bytes | None] = []
        for at in range(0, len(places), _MOST_PLACES):
            some = tuple((dot.stream, dot.seq) for dot in places[at : at + _MOST_PLACES])
            reply = connection.ask("/v2/chains", ChainsAsk(some), ChainsReply).chains
            told += [bytes.fromhex(chain) if chain else None for chain in reply[: len(some)]]
        return told + [None] * (len(places) - len(told))

    return ask


def _offered(connection: Connection, ask: BootstrapAsk) -> BootstrapOffer:
    try:
        return connection.ask("/v2/bootstrap", ask, BootstrapOffer)
    except SyncError as refused:
        if refused.code != "sync.bases_too_often":
            raise
        # The log says the same: it is pulled.
        return BootstrapOffer()


def _fetch(
    vault: Vault,
    connection: Connection,
    manifest: Manifest,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
    most: int,
) -> bool:
    """Whether there is more to ask for."""
    offset = held_bytes(vault.ledger, manifest.hash)
    if offset >= manifest.bytes:
        return False
    before, until = offset, f"?most={most}" if most else ""
    with connection.streaming("GET", f"/v2/bootstrap/{manifest.hash}/{offset}{until}") as source:
        for piece in _pieces(source):
            if offset + len(piece) > manifest.bytes:
                raise damaged()
            add_piece(vault.ledger, manifest.hash, offset, piece)
            offset += len(piece)
            progress(offset, manifest.bytes)
            if cancelled():
                return False
    return before < offset < manifest.bytes


def _pieces(source: Readable) -> Iterable[bytes]:
    """Pieces of `PIECE` bytes; when the line is cut what had come of the last one is kept too."""
    held = bytearray()
    try:
        while chunk := source.read(PIECE // 8):
            held += chunk
            if len(held) >= PIECE:
                yield bytes(held)
                held.clear()
    finally:
        if held:
            yield bytes(held)


def _is_of_use(vault: Vault, manifest: Manifest) -> bool:
    known = any(is_hub(vault.ledger, manifest.by, tier, manifest.scope) for tier in _TIERS)
    readable = all(name in vault.ledger.layouts for name in manifest.lists)
    return known and readable and reaches_beyond(vault.db, manifest.scope, manifest.vector)


def _refuse_stranger(scope: str, manifest: Manifest) -> None:
    if manifest.scope != scope or not is_signed(manifest):
        raise SyncError(
            "bootstrap.stranger",
            "The data of the village {scope} was changed on the way: it is not what the hub has signed. Nothing of it "
            "was used. Sync again; if this comes back, ask your station.",
            scope=scope,
        )


def _lacks(ours: Vector, theirs: Vector) -> bool:
    return any(seq > ours.get(stream, 0) for stream, seq in theirs.items())
