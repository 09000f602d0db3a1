"""What a bundle for a vault would hold, before it is written; and whether one on a stick has been taken in already."""

from dataclasses import dataclass

from fieldapp.errors import Finding
from fieldapp.store.growing.dropped import say_dropped, with_dropped
from fieldapp.store.vault import Vault
from fieldapp_sync.bundles.bases import count_base_bytes, wanted_bases
from fieldapp_sync.bundles.found import FoundBundle
from fieldapp_sync.bundles.names import part_name
from fieldapp_sync.bundles.outgoing import count_bytes, files_for, scopes_for
from fieldapp_sync.bundles.peers import peer_files, peer_vectors
from fieldapp_sync.bundles.senders import scopes_of
from fieldapp_sync.rounds.sending import ahead


@dataclass(frozen=True)
class Preview:
    """`commits` that the receiver has not confirmed, about `bytes` of them; `photos` and files it lacks."""

    commits: int
    bytes: int
    photos: int
    photo_bytes: int


def preview(vault: Vault, recipient: str) -> Preview:
    """What `export_bundle` would write for the vault of this bundle key."""
    villages = scopes_for(vault, scopes_of(vault, recipient))
    known = peer_vectors(vault, recipient)
    based = wanted_bases(vault, villages, known)
    commits = sum(
        ahead(
            vault.ledger.vector(scope),
            # A base stands for the lines that are gone.
            known.get(scope, {})
            if scope in based
            else with_dropped(vault.ledger, scope, known.get(scope, {})),
        )
        for scope in villages
    )
    photos = files_for(vault, villages, peer_files(vault, recipient))
    size = count_bytes(vault, villages, known) if commits else 0
    size += count_base_bytes(vault, based)
    return Preview(commits, size, len(photos), sum(one.size for one in photos))


def left_out(vault: Vault, recipient: str, *, everything: bool = False) -> tuple[Finding, ...]:
    """A sentence for each village whose older part this computer has given up, and may not hand on as a base, so
    that a bundle for the vault of this key holds only the newer one: its receiver gets the older part at the county."""
    villages = scopes_for(vault, scopes_of(vault, recipient))
    known = {} if everything else peer_vectors(vault, recipient)
    alone = villages.difference(wanted_bases(vault, villages, known))
    return say_dropped(
        vault.ledger, {scope: known.get(scope, {}) for scope in sorted(alone)}, is_central=False
    )


def is_taken(vault: Vault, found: FoundBundle) -> bool:
    """Whether every file of a bundle was taken in before, by the names they were written with; renamed ones never."""
    return all(_is_in(vault, path.name) for path in found.files)


def _is_in(vault: Vault, name: str) -> bool:
    named = part_name(name)
    if named is None:
        return False
    asked = "select 1 from bundle_part where name = ? and part = ?"
    return vault.db.execute(asked, [named.bundle, named.number]).fetchone() is not None
