"""Bases out of bundles: kept in pieces until whole, then taken as one that came from a hub is; any order, any subset.

The rule it holds: only a base whose signer may attest it is looked at, and it is asked before anything of the bundle is
in. One that holds nothing new is left, one that hides an erasure it says to reach, and one that would cover what is only
here; what was erased here since it was made is struck from it.
"""

from collections.abc import Callable

from fieldapp.errors import SyncError
from fieldapp.store.growing.base import reaches_beyond
from fieldapp.store.growing.bootstrap import damaged, forked
from fieldapp.store.growing.files import parts_in_file
from fieldapp.store.growing.handing_on import may_attest
from fieldapp.store.growing.pieces import (
    Manifest,
    add_piece,
    drop_file,
    drop_files,
    held_bytes,
    is_signed,
    is_whole,
    keep_manifest,
    manifest_of,
    manifests,
    pieces_from,
)
from fieldapp.store.growing.taking import take_base
from fieldapp.store.receipts import own_replicas
from fieldapp.store.vault import Vault
from fieldapp_sync.bundles.contents import BasePiece
from fieldapp_sync.bundles.refusals import base_of_stranger
from fieldapp_sync.bundles.senders import is_fingerprint
from fieldapp_sync.bundles.waiting import keeping_waiting


def refuse_strange_base(vault: Vault, base: Manifest, accept: str) -> None:
    """Raises BundleError bundle.base_stranger for a base that was changed, or that its signer may not attest. `accept`: a
    fingerprint that a person has just compared; in a vault that knows a hub it gives no such right."""
    if not is_signed(base):
        raise base_of_stranger(base.scope)
    known = vault.ledger.db.execute(
        "select 1 from anchor where why in ('own', 'root', 'hub', 'owner') limit 1"
    )
    accepted = bool(accept) and is_fingerprint(base.by, accept) and known.fetchone() is None
    if not (accepted or may_attest(vault.ledger, base.by, base.scope)):
        raise base_of_stranger(base.scope)


class TakenBases:
    """One import's bases. `begun`: villages that began from one; `foreign`: how many pieces are of villages that are not
    ours; `refusals` by sentence."""

    def __init__(self, vault: Vault, covers: Callable[[str], bool]) -> None:
        self._vault, self._covers = vault, covers
        self.begun: dict[str, None] = {}
        self.refusals: dict[str, SyncError] = {}

    def take(self, piece: BasePiece) -> bool:
        """Whether the piece is kept or not needed; with the last one of a base the village begins from it."""
        base, ledger = piece.base, self._vault.ledger
        if not self._covers(base.scope) or not self._is_new(base):
            return True
        if manifest_of(ledger, base.hash) is None:
            held = manifests(ledger, base.scope)
            if held and sum(held[0][0].vector.values()) > sum(base.vector.values()):
                # A newer one is coming by another road.
                return True
            drop_files(ledger, base.scope)
            keep_manifest(ledger, base, self._vault.clock())
        add_piece(ledger, base.hash, piece.offset, piece.data)
        if held_bytes(ledger, base.hash) < base.bytes:
            return True
        try:
            self._begin(base)
        except SyncError as refused:
            drop_file(ledger, base.hash)
            self.refusals.setdefault(refused.sentence(), refused)
            return False
        return True

    def _is_new(self, base: Manifest) -> bool:
        held = self._vault.ledger.vector(base.scope)
        beyond = any(seq > held.get(stream, 0) for stream, seq in base.vector.items())
        return beyond and reaches_beyond(self._vault.db, base.scope, base.vector)

    def _begin(self, base: Manifest) -> None:
        vault = self._vault
        if not is_whole(vault.ledger, base):
            raise damaged()
        _refuse_unproven(vault, base)
        with keeping_waiting(vault, base.scope):
            parts = parts_in_file(pieces_from(vault.ledger, base.hash))
            take_base(vault, base.scope, parts, keeps_erased=True)
        self.begun[base.scope] = None


def _refuse_unproven(vault: Vault, base: Manifest) -> None:
    """A base that goes on where our own log ends: this may be a copy, and what it wrote since would be lost in silence. A
    round asks the hub for its chains (`epochs.settle_with`), a stick cannot: here only a hub's receipt says that it holds
    ours. Raises SyncError bootstrap.forked."""
    marks = ", ".join("?" * len(own := own_replicas(vault)))
    ours = vault.db.execute(
        "select id, head_seq, (select max(seq) from receipt where stream = stream.id) from stream "
        f"where scope = ? and replica in ({marks})",
        [base.scope, *own],
    ).fetchall()
    if any((held or 0) < head < base.vector.get(stream, 0) for stream, head, held in ours):
        raise forked(base.scope)
