"""Before a round sends anything: the hub as the second witness of whether this vault is an old copy or one of two."""

from collections.abc import Mapping

from fieldapp.journal.commit import Vector
from fieldapp.store.copies.epochs import Settled, settle_with
from fieldapp.store.vault import Vault
from fieldapp_sync.bases.bootstrap import chains_at
from fieldapp_sync.wire import Connection


def settle_copy(vault: Vault, connection: Connection, theirs: Mapping[str, Vector]) -> Settled:
    """What the hub's vectors of the villages that differ say of this copy; one request where both hold something of ours.
    With a `state` the vault's vectors have changed: say hello again. A hub of protocol 1 tells no chains.

    Raises SyncError forks.dropped and those of the network; VaultError.
    """
    return settle_with(vault, theirs, chains_at(connection)) if connection.protocol > 1 else Settled()
