"""What another vault is known to hold, by its own word: its vectors, and the files it has whole.

The rule it holds: this decides only what need not be written once more. It lets nothing go from this laptop.
"""

from collections.abc import Iterable

import msgspec

from fieldapp.domain.region import scope_covers
from fieldapp.store.vault import Vault
from fieldapp_sync.bundles.manifest import Manifest
from fieldapp_sync.messages import Vectors

_PEER, _TOLD = "peer:", "peer_told:"


class _Told(msgspec.Struct, frozen=True):
    replica: str = ""
    sequence: int = 0
    made_ms: int = 0


def peer_vectors(vault: Vault, recipient: str) -> Vectors:
    """What the vault of this bundle key holds, as the newest of its bundles and receipts says."""
    text = vault.ledger.meta(_PEER + recipient)
    return msgspec.json.decode(text, type=dict[str, dict[str, int]]) if text else {}


def note_vectors(vault: Vault, manifest: Manifest) -> None:
    """Remember what the sender holds, in the caller's transaction; an older bundle of its changes nothing.

    A sender that was restored from a backup holds less than before: its newest word counts, not its greatest,
    for the villages that it was written for.
    """
    kept = vault.ledger.meta(_TOLD + manifest.sender)
    before = msgspec.json.decode(kept, type=_Told) if kept else _Told()
    if manifest.replica == before.replica:
        is_old = manifest.sequence < before.sequence
    else:
        is_old = manifest.made_ms < before.made_ms
    if is_old:
        return
    now = _Told(manifest.replica, manifest.sequence, manifest.made_ms)
    vault.ledger.set_meta(_TOLD + manifest.sender, msgspec.json.encode(now).decode())
    others = {
        scope: vector
        for scope, vector in peer_vectors(vault, manifest.sender).items()
        if not any(scope_covers(told, scope) for told in manifest.scopes)
    }
    vault.ledger.set_meta(_PEER + manifest.sender, msgspec.json.encode(others | manifest.vectors).decode())
    if before.replica and before.replica != manifest.replica:
        # It may have lost photos with what it lost; it says again which it has.
        vault.db.execute("delete from bundle_file where peer = ?", [manifest.sender])


def peer_files(vault: Vault, recipient: str) -> frozenset[str]:
    """The SHA-256 of files that the vault of this bundle key holds whole."""
    found = vault.db.execute("select sha256 from bundle_file where peer = ?", [recipient])
    return frozenset(row[0] for row in found.fetchall())


def note_files(vault: Vault, recipient: str, files: Iterable[str]) -> None:
    """That vault holds these files whole, by its own word or because they came from it. In the caller's transaction."""
    vault.db.conn.executemany(
        "insert or ignore into bundle_file (peer, sha256) values (?, ?)",
        [(recipient, name) for name in files],
    )
