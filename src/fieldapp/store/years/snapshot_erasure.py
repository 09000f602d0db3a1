"""The erasure of records from the snapshots that froze them: their lines go, their hashes stay, the seals hold."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from fieldapp.register.freezing import erase
from fieldapp.store.files import attachments
from fieldapp.store.save import Change
from fieldapp.store.vault import Vault
from fieldapp.store.years.snapshot_bodies import pack_body, unpack_body
from fieldapp.store.years.snapshots import snapshots


@dataclass(frozen=True)
class Bared:
    """A snapshot without some of its lines: the change that names the new body, and the old one, to be deleted."""

    change: Change
    old_body: str


def bare_snapshots(vault: Vault, scope: str, gone: Collection[tuple[str, str]]) -> Iterator[Bared]:
    """What an erasure of (list, id) has to write into the snapshots of a village; the new bodies are kept already.

    Raises RegisterError attachment.missing for a snapshot whose body has not arrived: fetch it before erasing.
    """
    for one in snapshots(vault, scope):
        lines = unpack_body(attachments.get(vault, one.body))
        left = erase(lines, gone)
        if left != lines:
            body = attachments.put(vault, pack_body(left))
            yield Bared(Change("snapshot", one.id, "set", {"body": body}), one.body)
