"""A village's base as a vault hands it on, where the lines below are no longer here: as a hub signed it, or as its own.

The rule it holds: only who may attest a base makes one for others, a hub or a station that answers for the place; anybody
hands on unchanged what one of those signed. In a vault that knows no hub a person's word stands for theirs: who was
accepted there by his fingerprint.
"""

from collections.abc import Iterator
from contextlib import nullcontext

from fieldapp.store.authority.kept import Keys, anchors
from fieldapp.store.cipher import with_little_cache
from fieldapp.store.growing.base import head_of, part_in
from fieldapp.store.growing.files import BaseFile
from fieldapp.store.growing.making import make_file
from fieldapp.store.growing.parts import End, Part, Rows
from fieldapp.store.growing.pieces import Manifest, held_bytes, manifests
from fieldapp.store.ledger import Ledger
from fieldapp.store.vault import Vault

_TIERS = ("township", "central")


def may_attest(ledger: Ledger, public: str, scope: str) -> bool:
    """Whether a key (hex) may say what a village's base is."""
    keys = Keys(ledger)
    if keys.is_witness(public, scope) or any(keys.is_hub(public, tier, scope) for tier in _TIERS):
        return True
    return not keys.above and public in anchors(ledger, "trusted")


def may_hand_on(vault: Vault, scope: str) -> bool:
    """Whether this vault has a base of the village to give away, or may make one."""
    own = vault.device.public.hex()
    return _kept(vault.ledger, scope) is not None or (
        Keys(vault.ledger).is_witness(own, scope) and head_of(vault.db, scope) is not None
    )


def base_to_hand_on(vault: Vault, scope: str) -> Manifest | None:
    """The base on which this vault's log stands, as a file kept here; made and signed now where it may be. None where it
    may not. Not in a transaction. Raises VaultError."""
    ledger = vault.ledger
    kept = _kept(ledger, scope)
    if kept is not None or not may_hand_on(vault, scope):
        return kept
    erased = ledger.db.execute("select count(*) from erased where scope = ?", [scope]).fetchone()[0]
    file = BaseFile(_parts(ledger, scope))
    with with_little_cache(vault.db):
        return make_file(lambda: nullcontext(ledger), scope, file, int(erased), vault.device, vault.clock())


def _kept(ledger: Ledger, scope: str) -> Manifest | None:
    """The file that says what the base here says, if it is here whole."""
    head = head_of(ledger.db, scope)
    if head is None:
        return None
    vector = {stream: seq for stream, _, seq, _ in head.streams if seq}
    for manifest, _ in manifests(ledger, scope):
        if manifest.vector == vector and held_bytes(ledger, manifest.hash) == manifest.bytes:
            return manifest
    return None


def _parts(ledger: Ledger, scope: str) -> Iterator[Part]:
    """The parts of the base that is kept, in order, read once each."""
    rows = 0
    numbers = ledger.db.execute("select n from base_part where scope = ? order by n", [scope]).fetchall()
    for (number,) in numbers:
        row = ledger.db.execute("select body from base_part where n = ?", [number]).fetchone()
        part = part_in.__wrapped__(bytes(row[0]))
        rows += len(part.i) if isinstance(part, Rows) else 0
        yield part
    yield End(rows)
