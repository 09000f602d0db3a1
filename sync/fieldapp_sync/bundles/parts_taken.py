"""Which parts of which bundle were taken in: so that a missing one can be named, and a whole bundle be receipted."""

from dataclasses import dataclass

from fieldapp.errors import Finding
from fieldapp.store.vault import Vault
from fieldapp_sync.bundles.manifest import Manifest
from fieldapp_sync.bundles.names import bundle_name

_CODE = "bundle.missing_parts"


@dataclass(frozen=True)
class Missing:
    """What lacks of a bundle. `parts` are numbers between those that came; `is_open`: its last part has not come either,
    so how many there are is not known. `name` is what the names of its files begin with."""

    name: str
    worker: str
    parts: tuple[int, ...]
    is_open: bool

    def finding(self) -> Finding:
        """In words for the worker."""
        numbers = ", ".join(map(str, self.parts))
        words = {"name": self.name, "worker": self.worker, "parts": numbers}
        if self.is_open and self.parts:
            return Finding(
                _CODE,
                "Of {name} from {worker} part {parts} and the last part are missing. Take them in from the stick.",
                words,
            )
        if self.is_open:
            return Finding(
                _CODE, "Of {name} from {worker} the last part is missing. Take it in from the stick.", words
            )
        return Finding(
            _CODE, "Of {name} from {worker} part {parts} is missing. Take it in from the stick.", words
        )


def note_part(vault: Vault, manifest: Manifest) -> None:
    """All of this part is in, or kept waiting. In the caller's transaction."""
    vault.db.execute(
        "insert or replace into bundle_part (peer, bundle, part, last, name, worker) values (?, ?, ?, ?, ?, ?)",
        [
            manifest.sender,
            manifest.bundle,
            manifest.part,
            int(manifest.last),
            bundle_name(manifest.kind, manifest.replica, manifest.sequence),
            manifest.worker,
        ],
    )


def missing_of(vault: Vault, sender: str, bundle: str) -> Missing | None:
    """What lacks of a bundle of which some part came; None for one that is whole."""
    rows = vault.db.execute(
        "select part, last, name, worker from bundle_part where peer = ? and bundle = ? order by part",
        [sender, bundle],
    ).fetchall()
    if not rows:
        return None
    here = {row[0] for row in rows}
    is_open = not any(row[1] for row in rows)
    lacking = tuple(number for number in range(1, max(here)) if number not in here)
    return Missing(rows[0][2], rows[0][3], lacking, is_open) if lacking or is_open else None


def taken_whole(vault: Vault, sender: str) -> tuple[str, ...]:
    """The bundles of a sender of which every part is in."""
    rows = vault.db.execute(
        "select bundle from bundle_part where peer = ? group by bundle having count(*) = max(part) and max(last) = 1",
        [sender],
    )
    return tuple(row[0] for row in rows.fetchall())


def note_receipted(vault: Vault, recipient: str, bundles: tuple[str, ...]) -> None:
    """Bundles of ours that the vault of this bundle key has taken in whole, by its word. In the caller's transaction."""
    vault.db.conn.executemany(
        "insert or ignore into bundle_receipted (peer, bundle) values (?, ?)",
        [(recipient, bundle) for bundle in bundles],
    )


def is_receipted(vault: Vault, recipient: str, bundle: str) -> bool:
    """Whether the receiver's own receipt for a bundle of ours has come."""
    found = vault.db.execute(
        "select 1 from bundle_receipted where peer = ? and bundle = ?", [recipient, bundle]
    )
    return found.fetchone() is not None
