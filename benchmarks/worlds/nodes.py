"""One computer of a world: a real store on a real database file, with a clock of its own, killed and put back at will."""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from fieldapp.journal.commit import Vector
from fieldapp.store.projecting import project
from fieldapp.store.vault import Vault
from worlds.ground import Ground


@dataclass(frozen=True)
class Opened:
    """A form as it was opened: the scope's vector then, and the oracle's set of what was there."""

    list: str
    record: str
    scope: str
    seen: Vector
    had: int


@dataclass
class Node:
    """`tier` is laptop, township or central. `acknowledged`: stream → the last commit somebody was told is durable."""

    ground: Ground
    name: str
    tier: str
    scopes: tuple[str, ...]
    true_ms: Callable[[], int]
    skew_ms: int = 0
    copies: int = 0
    opened: list[Opened] = field(default_factory=list)
    acknowledged: dict[str, int] = field(default_factory=dict)
    backups: list[tuple[Path, dict[str, int]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.path = self.ground.copy(self.name)
        self.session = self.ground.session_of(
            self.path, f"worker {self.name}", self.scopes, lambda: self.true_ms() + self.skew_ms
        )
        self.vault = self._open(self._replica())
        self._name_itself()

    def vector(self, scope: str) -> dict[str, int]:
        """What is held of a village, read from the store."""
        return dict(self.vault.ledger.vector(scope))

    def held(self) -> dict[str, int]:
        """What is held of every village, asked for or not."""
        found = self.vault.db.execute("select id, head_seq from stream where head_seq > 0").fetchall()
        return dict(found)

    def catch_up(self) -> None:
        """Everything that is in the log stands in the tables afterwards."""
        while project(self.vault.ledger):
            continue

    def acknowledge(self) -> None:
        """Whoever waits is told: what is here now must survive."""
        self.acknowledged = self.held()

    def kill(self) -> None:
        """The process ends where it stands, in mid-transaction or not, and is started again."""
        self.vault.db.close()
        self.vault = self._open(self.vault.replica)
        self.opened.clear()

    @contextmanager
    def dying(self, keeps: Callable[[Vault], None] | None = None) -> Iterator[Vault]:
        """What is done in this block is cut off just before it would be durable. `keeps` spoils that."""
        self.vault.db.execute("begin immediate")
        yield self.vault
        if keeps is not None:
            keeps(self.vault)
            self.vault.db.execute("commit")
        self.kill()

    def back_up(self) -> None:
        """A copy of the file as it is now."""
        self.vault.db.execute("pragma wal_checkpoint(truncate)").fetchall()
        kept = self.path.with_suffix(f".{len(self.backups)}")
        shutil.copyfile(self.path, kept)
        self.backups.append((kept, self.held()))

    def put_back(self, which: int, *, renamed: bool = True) -> None:
        """An old copy in place of the file. What writes takes another name then (`renamed`), as opening a copy does."""
        kept, held = self.backups[which % len(self.backups)]
        self.vault.db.close()
        for left in ("-wal", "-shm"):
            with suppress(FileNotFoundError):
                self.path.with_name(self.path.name + left).unlink()
        shutil.copyfile(kept, self.path)
        if renamed:
            self.copies += 1
        self.vault = self._open(self._replica())
        self._name_itself()
        self.opened.clear()
        self.acknowledged = dict(held)

    def close(self) -> None:
        """Close the database."""
        self.vault.db.close()

    def _open(self, replica: str) -> Vault:
        return self.ground.open(self.path, self.session, replica)

    def _replica(self) -> str:
        return self.named(self.copies)

    def named(self, copies: int) -> str:
        """The replica it is after so many copies were put back."""
        return f"{self.name}.{copies}"

    def _name_itself(self) -> None:
        ledger = self.vault.ledger
        former = [self.named(n) for n in range(self.copies)]
        with ledger.transaction():
            ledger.set_meta("replica", ledger.replica)
            ledger.set_meta("former_replicas", json.dumps(former))
