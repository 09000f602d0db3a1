"""Bases of villages in a bundle: for a receiver who lacks what the writer's own log no longer holds line by line.

The rule it holds: a base goes along only where segments alone would leave a gap, and the segments begin where it ends.
"""

from collections.abc import Iterator

from fieldapp.store.growing.dropped import dropped_below
from fieldapp.store.growing.handing_on import base_to_hand_on, may_hand_on
from fieldapp.store.growing.pieces import Manifest, pieces_from
from fieldapp.store.vault import Vault
from fieldapp_sync.bundles.contents import CHUNK_BYTES, BasePiece, pack_base_piece
from fieldapp_sync.messages import Vectors


def wanted_bases(vault: Vault, villages: frozenset[str], known: Vectors) -> tuple[str, ...]:
    """The villages of which a receiver who holds `known` needs a base, and gets one."""
    return tuple(
        scope
        for scope in sorted(villages)
        if dropped_below(vault.ledger, scope, known.get(scope, {})) and may_hand_on(vault, scope)
    )


def bases_for(vault: Vault, villages: frozenset[str], known: Vectors) -> tuple[Manifest, ...]:
    """Those bases, made where they are not here as files yet. Raises VaultError."""
    found = (base_to_hand_on(vault, scope) for scope in wanted_bases(vault, villages, known))
    return tuple(one for one in found if one is not None)


def after_bases(known: Vectors, bases: tuple[Manifest, ...]) -> Vectors:
    """What the receiver holds once he has taken these."""
    out = dict(known)
    for base in bases:
        before = known.get(base.scope, {})
        above = {stream: max(seq, base.vector.get(stream, 0)) for stream, seq in before.items()}
        out[base.scope] = {**base.vector, **above}
    return out


def base_frames(vault: Vault, bases: tuple[Manifest, ...]) -> Iterator[bytes]:
    """The frames of these bases."""
    for base in bases:
        held, offset = bytearray(), 0
        for piece in pieces_from(vault.ledger, base.hash):
            held += piece
            while len(held) >= CHUNK_BYTES:
                yield pack_base_piece(BasePiece(base, offset, bytes(held[:CHUNK_BYTES])))
                del held[:CHUNK_BYTES]
                offset += CHUNK_BYTES
        if held:
            yield pack_base_piece(BasePiece(base, offset, bytes(held)))


def count_base_bytes(vault: Vault, scopes: tuple[str, ...]) -> int:
    """About how many bytes these villages' bases take: they are kept packed a little worse."""
    return sum(
        int(
            vault.db.execute(
                "select coalesce(sum(length(body)), 0) from base_part where scope = ?", [scope]
            ).fetchone()[0]
        )
        for scope in scopes
    )
