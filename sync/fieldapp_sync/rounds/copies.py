"""Before a round sends anything: the hub as the second witness of whether this vault is an old copy or one of two."""

from collections.abc import Mapping, Sequence

from fieldapp.journal.commit import Dot, Vector
from fieldapp.store.copies.epochs import Settled, settle_with
from fieldapp.store.streams import chain_at
from fieldapp.store.vault import Vault
from fieldapp_sync.bases.bootstrap import chains_at
from fieldapp_sync.wire import Connection


def settle_copy(
    vault: Vault, connection: Connection, theirs: Mapping[str, Vector], chains: Mapping[str, str]
) -> Settled:
    """What the hub's vectors of the villages that differ say of this copy. `chains`: how the hub's chains at the heads of
    our streams begin, as the hello told them; where those are not ours too, or not told, one request asks.
    With a `state` the vault's vectors have changed: say hello again. A hub of protocol 1 tells no chains.

    Raises SyncError forks.dropped and those of the network; VaultError.
    """
    if connection.protocol == 1:
        return Settled()
    heads = {stream: seq for vector in theirs.values() for stream, seq in vector.items()}

    def chains_of(places: Sequence[Dot]) -> Sequence[bytes | None]:
        ours = [chain_at(vault.ledger, *dot) for dot in places]
        told = [chains.get(dot.stream, "") if heads.get(dot.stream) == dot.seq else "" for dot in places]
        alike = (mine and word and mine.hex().startswith(word) for mine, word in zip(ours, told, strict=True))
        return ours if all(alike) else chains_at(connection)(places)

    return settle_with(vault, theirs, chains_of)
