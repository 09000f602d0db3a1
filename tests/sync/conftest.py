"""Builders for sync: vaults of one village, a hub of its own in a thread, a bad server that answers what it is told."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from fieldapp.store import Vault, create_vault
from fieldapp.store.intake import receive
from fieldapp.store.save import Change, Saved, save, seen_of
from fieldapp.store.streams import segments_after
from fieldapp.store.vault import now_ms
from fieldapp_server.accounts import add_account
from fieldapp_server.archive import Archive, open_archive
from fieldapp_server.devices import pairing_code
from fieldapp_server.serving import serving
from fieldapp_sync.authority.pairing import connect, pair
from fieldapp_sync.rounds.outcome import SyncOutcome
from fieldapp_sync.rounds.round import sync_once

VILLAGE = "990101001201"
PASSPHRASE = "four invented words here"
MakeVault = Callable[..., Vault]


@pytest.fixture(scope="session", autouse=True)
def _quick_passphrases() -> Iterator[None]:
    """Dozens of vaults are made here and the passphrase is not what is tested: its stretching costs little."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("fieldapp.keys.wraps._MEMORY_KIB", 64)
        yield


@pytest.fixture(scope="session", autouse=True)
def _no_pauses() -> Iterator[None]:
    """A round that tries again does so at once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("fieldapp_sync.rounds.patience.PAUSES", (0.0,) * 5)
        yield


def new_vault(folder: Path, *scopes: str) -> Vault:
    """A new open vault of one village."""
    return create_vault(
        folder / "laptop.vault",
        PASSPHRASE,
        worker=f"worker {folder.name}",
        role="collector",
        scopes=scopes or (VILLAGE,),
        packs=["cn-base"],
        escrow_recovery=False,
    )


@pytest.fixture
def make_vault(tmp_path: Path) -> Iterator[MakeVault]:
    """`make_vault("a")` is a new open vault; closed after the test."""
    with ExitStack() as opened:

        def make(name: str, *scopes: str) -> Vault:
            return opened.enter_context(new_vault(tmp_path / name, *scopes))

        yield make


@dataclass
class Hub:
    """A running hub."""

    archive: Archive
    url: str

    def pair(self, vault: Vault, *scopes: str, account: str = "team") -> None:
        add_account(self.archive, account, "team", scopes or (VILLAGE,))
        pair(vault, self.url, pairing_code(self.archive, account, now_ms()))

    def sync(self, vault: Vault) -> SyncOutcome:
        connection = connect(vault)
        try:
            return sync_once(vault, connection)
        finally:
            connection.close()


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Hub]:
    with open_archive(tmp_path / "hub") as archive, serving(archive) as url:
        yield Hub(archive, url)


@pytest.fixture(scope="module")
def paired(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Hub, Vault]]:
    """One hub and one vault for all tests of a file that leave no trace."""
    folder = tmp_path_factory.mktemp("paired")
    with new_vault(folder / "a") as vault, open_archive(folder / "hub") as archive, serving(archive) as url:
        hub = Hub(archive, url)
        hub.pair(vault)
        yield hub, vault


@dataclass(frozen=True)
class Writer:
    """Saves into a vault as a person would, one commit a call."""

    vault: Vault
    scope: str = VILLAGE

    def add_household(self, number: str, **values: str | int | None) -> str:
        changes = [Change("household", None, "add", {"household_no": number, **values})]
        return save(self.vault, self.scope, "edit", changes, seen=seen_of(self.vault, self.scope)).changed[0][
            1
        ]

    def set(self, record: str, **values: str | int | None) -> Saved:
        change = Change("household", record, "set", values)
        return save(self.vault, self.scope, "edit", [change], seen=seen_of(self.vault, self.scope))


@pytest.fixture
def writer() -> type[Writer]:
    return Writer


@pytest.fixture
def carry() -> Callable[[Vault, Vault], None]:
    """`carry(a, b)` brings all that a has and b lacks of the village to b."""

    def bring(source: Vault, target: Vault) -> None:
        for segment in segments_after(source.ledger, VILLAGE, target.ledger.vector(VILLAGE)):
            receive(target.ledger, segment)

    return bring


@contextmanager
def answering(*answers: bytes) -> Iterator[str]:
    """A server on loopback that reads a request head and sends the next of these bytes, then closes; gives its URL."""
    with socket.create_server(("127.0.0.1", 0)) as door:

        def serve() -> None:
            for at in range(100):
                try:
                    connection, _ = door.accept()
                except OSError:
                    return
                with connection:
                    connection.settimeout(5)
                    head = b""
                    while b"\r\n\r\n" not in head and (chunk := connection.recv(65536)):
                        head += chunk
                    # Ended in order, with the rest of the request read: a reset could overtake the answer.
                    with suppress(OSError):
                        connection.sendall(answers[min(at, len(answers) - 1)])
                        connection.shutdown(socket.SHUT_WR)
                        while connection.recv(65536):
                            continue

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{door.getsockname()[1]}"
        finally:
            door.shutdown(socket.SHUT_RDWR)
    thread.join(5)


@pytest.fixture
def bad_server() -> Callable[..., object]:
    return answering


def records_of(vault: Vault) -> dict[str, dict[str, object]]:
    """Every household of a vault as shown, by id."""
    rows = vault.db.execute("select * from household").fetchall()
    names = [column[1] for column in vault.db.execute("pragma table_info(household)").fetchall()]
    return {
        row[names.index("id")]: {
            name: value for name, value in zip(names, row, strict=True) if name not in ("n", "seen")
        }
        for row in rows
    }


@pytest.fixture
def shown() -> Callable[[Vault], dict[str, dict[str, object]]]:
    return records_of
