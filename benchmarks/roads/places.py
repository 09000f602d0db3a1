"""The computers of a county on real roads: laptops with keys, photos and a bundle key of their own, and the real hub."""

import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import patch

from worlds.ground import VILLAGES, Ground
from worlds.nodes import Node

from fieldapp.keys.devices import DeviceKey
from fieldapp.keys.replicas import CHANCE, replica_name
from fieldapp.store.files.attachment_folder import AttachmentFolder
from fieldapp.store.files.attachments import files_path, folder_of
from fieldapp.store.vault import write_worker
from fieldapp_server.accounts import add_account
from fieldapp_server.app import hub_app
from fieldapp_server.archive import Archive, open_archive
from fieldapp_server.devices import pairing_code
from fieldapp_sync.authority.pairing import bundle_recipient, pair, pairing_of
from roads.wire import URL, Wire


@dataclass
class Laptop(Node):
    """`role` is its worker's. `away_until`: it meets nobody before that (ms). `is_bound`: its name says its key; those of
    vaults made before protocol 2 say none."""

    role: str = "team"
    is_bound: bool = True
    away_until: int = 0
    revoked: bool = False

    def __post_init__(self) -> None:
        super().__post_init__()
        self.session = replace(self.session, worker=replace(self.session.worker, role=self.role))
        vault = self.vault
        vault.work_with(self.session)
        with vault.transaction():
            vault.db.execute("delete from worker")
            write_worker(vault.db, self.session.worker)
            vault.ledger.set_meta("device_key", self._key.private.hex())
        self.recipient = bundle_recipient(vault)

    @property
    def joined(self) -> bool:
        """Whether it is paired with the hub."""
        return pairing_of(self.vault) is not None

    @property
    def photos(self) -> Path:
        """Where its photos lie."""
        return files_path(self.path)

    def holds(self, name: str) -> bytes | None:
        """A photo as it lies here, None where it does not."""
        folder = folder_of(self.vault)
        return folder.read(name) if folder.holds(name) else None

    def put_back(self, which: int, *, renamed: bool = True) -> None:
        """As a node; what a round had renamed is of the file that is gone."""
        self.session.renamed.clear()
        super().put_back(which, renamed=renamed)

    def named(self, copies: int) -> str:
        """A name as a real vault's; its chance is of the seed."""
        chance = sha256(f"{self.name}.{copies}".encode())
        return (
            replica_name(self._key.public, chance.digest()[:CHANCE])
            if self.is_bound
            else chance.hexdigest()[:16]
        )

    @property
    def _key(self) -> DeviceKey:
        return DeviceKey(sha256(f"device {self.name}".encode()).digest())


class Hub:
    """The county's hub as the judge sees a node. Close it."""

    tier = "central"
    scopes = VILLAGES

    def __init__(
        self, template: Path, folder: Path, rng: random.Random, now_ms: Callable[[], int], cuts: float
    ) -> None:
        shutil.copytree(template, folder)
        self.name, self.folder, self._now = folder.name, folder, now_ms
        self.archive: Archive = open_archive(folder, alone=False)
        # Its tables follow when somebody asks for them: no thread decides what a seed leads to.
        self.archive.project_soon = lambda: None  # type: ignore[method-assign]
        self.acknowledged: dict[str, int] = {}
        self.wire = Wire(hub_app(self.archive, now_ms, lambda: self.wire.now), rng, cuts)

    @property
    def vault(self) -> SimpleNamespace:
        """Ledger and database, tables as new as the log."""
        with self.archive.tables() as ledger:
            return SimpleNamespace(ledger=ledger, db=ledger.db)

    def enrol(self, laptop: Laptop) -> None:
        """Pair a laptop; its account is its own."""
        account = laptop.session.worker.name
        add_account(self.archive, account, laptop.role, laptop.scopes, clock=self._now)
        pair(laptop.vault, URL, pairing_code(self.archive, account, self._now()))

    def held(self) -> dict[str, int]:
        """What is in the log."""
        with self.archive.held() as ledger:
            return dict(ledger.db.execute("select id, head_seq from stream where head_seq > 0").fetchall())

    def vector(self, scope: str) -> dict[str, int]:
        """What is held of a village."""
        with self.archive.held() as ledger:
            return dict(ledger.vector(scope))

    def catch_up(self) -> None:
        """`vault` does."""

    def acknowledge(self) -> None:
        """What is here must stay."""
        self.acknowledged = self.held()

    def photo(self, name: str) -> bytes | None:
        """A photo as it lies here, None where it does not."""
        folder = AttachmentFolder(self.archive.attachments, self.archive.file_key)
        return folder.read(name) if folder.holds(name) else None

    def close(self) -> None:
        """Close the archive and take it away."""
        self.archive.close()
        self.wire.close()
        shutil.rmtree(self.folder)


@contextmanager
def hub_template(ground: Ground) -> Iterator[Path]:
    """An empty archive to copy, with the same key in every run."""
    folder = ground.folder / "hub-template"
    with (
        patch.object(DeviceKey, "generate", lambda: DeviceKey(bytes([7]) * 32)),
        patch("fieldapp_server.archive.secrets.token_hex", lambda size: "ab" * size),
    ):
        open_archive(folder, packs=[ground.folder / "small"], alone=False).close()
    yield folder
