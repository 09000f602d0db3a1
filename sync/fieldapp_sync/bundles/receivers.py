"""For whom a worker may write a bundle: the stations first, then the team, then those who gave him one."""

from dataclasses import dataclass

from fieldapp.store.authority.kept import team
from fieldapp.store.vault import Vault
from fieldapp_sync.authority.pairing import bundle_recipient


@dataclass(frozen=True)
class Receiver:
    """A vault by its bundle key; `is_station` when it may sign for others."""

    name: str
    recipient: str
    is_station: bool


def receivers(vault: Vault) -> tuple[Receiver, ...]:
    """Each vault once, without our own."""
    found: dict[str, Receiver] = {}
    mates = sorted(team(vault.ledger), key=lambda one: (not one.may_issue, one.name))
    for mate in mates:
        if mate.recipient:
            found.setdefault(mate.recipient, Receiver(mate.name, mate.recipient, mate.may_issue))
    # One that was accepted by its fingerprint has no certificate with a key: its bundles told it, signed.
    given = vault.db.execute("select peer, min(worker) from bundle_part group by peer order by 2").fetchall()
    for recipient, worker in given:
        found.setdefault(recipient, Receiver(worker, recipient, False))
    found.pop(bundle_recipient(vault), None)
    return tuple(found.values())
