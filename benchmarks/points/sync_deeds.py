"""One round of sync with a real hub in a process of its own: the laptop is cut, or the hub is."""

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

from durable_steps import PASSPHRASE, VILLAGE
from worlds.ground import write_pack

from fieldapp.errors import UserError
from fieldapp.store import Vault, open_vault
from fieldapp.store.doctor import examine
from fieldapp.store.projecting import project
from fieldapp.store.streams import digest
from fieldapp.store.vault import now_ms
from fieldapp_server.accounts import add_account
from fieldapp_server.archive import open_archive
from fieldapp_server.devices import pairing_code
from fieldapp_server.serving import hub_server, listening, serving
from fieldapp_sync.authority.pairing import connect, pair
from fieldapp_sync.rounds import patience
from fieldapp_sync.rounds.round import sync_once
from points.deeds import Deed, Wrong, expected, new_vault, numbers, refuse_unlike

_COUNT = 25
_TOLD = "told"


class LaptopCut(Deed):
    """`a` has 25 households the hub lacks, the hub 25 of `b`; the laptop is gone at some call."""

    name = "sync, laptop"

    def prepare(self, folder: Path) -> None:
        with (
            new_vault(folder / "a", "A", _COUNT) as a,
            new_vault(folder / "b", "B", _COUNT) as b,
            open_archive(folder / "hub", packs=[write_pack(folder / "pack")]) as archive,
        ):
            add_account(archive, "team", "team", (VILLAGE,))
            with serving(archive) as url:
                for vault in (b, a):
                    pair(vault, url, pairing_code(archive, "team", now_ms()))
                _round(b, url)

    def around(self, folder: Path) -> AbstractContextManager[None]:
        return self._beside_a_hub(folder)

    @contextmanager
    def _beside_a_hub(self, folder: Path) -> Iterator[None]:
        with hub_process(folder / "hub") as self.url:
            yield

    def do(self, folder: Path, ready: Callable[[], None]) -> None:
        with _opened(folder) as vault:
            ready()
            _round(vault, self.url)

    def judge(self, folder: Path, told: bool) -> None:
        everything = expected("A", _COUNT) + expected("B", _COUNT)
        told = told or (folder / _TOLD).exists()
        if told:
            with _opened(folder) as vault:
                refuse_unlike(numbers(vault.db), everything, f"{self.name}: the laptop")
            refuse_unlike(_at_hub(folder), everything, f"{self.name}: the hub")
        with hub_process(folder / "hub") as url, _opened(folder) as vault:
            _round(vault, url)
            refuse_unlike(numbers(vault.db), everything, f"{self.name}, done again: the laptop")
            mine = digest(vault.ledger, VILLAGE)
            if examine(vault):
                raise Wrong(f"{self.name}: {examine(vault)}")
        refuse_unlike(_at_hub(folder), everything, f"{self.name}, done again: the hub")
        with open_archive(folder / "hub") as archive, archive.held() as ledger:
            if digest(ledger, VILLAGE) != mine:
                raise Wrong(f"{self.name}: laptop and hub differ at rest")


class HubCut(LaptopCut):
    """The same round; the hub is gone at some call, and the laptop meets that."""

    name = "sync, hub"

    def around(self, folder: Path) -> AbstractContextManager[None]:
        return nullcontext()

    def do(self, folder: Path, ready: Callable[[], None]) -> None:
        with listening("127.0.0.1", 0) as door:
            laptop = os.fork()
            if laptop == 0:
                url = f"http://127.0.0.1:{door.getsockname()[1]}"
                # A socket that only we hold would let us wait for a hub that is gone.
                door.close()
                os._exit(_visit(folder, url))
            with open_archive(folder / "hub") as archive:
                server = hub_server(archive)
                ended: list[int] = []

                def wait() -> None:
                    ended.append(os.waitpid(laptop, 0)[1])
                    server.should_exit = True

                ready()
                waiting = threading.Thread(target=wait)
                waiting.start()
                server.run(sockets=[door])
                waiting.join()
            if ended[0]:
                raise Wrong("the round failed although nobody was cut")


def _visit(folder: Path, url: str) -> int:
    """The laptop's round; what it was told stands in a file, for it outlives the hub. 0 when the round succeeded."""
    with _opened(folder) as vault:
        try:
            _round(vault, url)
        except UserError:
            return 1
    (folder / _TOLD).touch()
    return 0


@contextmanager
def hub_process(folder: Path) -> Iterator[str]:
    """A hub on loopback in a child of its own that nobody cuts; gives its URL, and ends the hub afterwards."""
    with listening("127.0.0.1", 0) as door:
        child = os.fork()
        if child == 0:
            with open_archive(folder) as archive:
                hub_server(archive).run(sockets=[door])
            os._exit(0)
        try:
            yield f"http://127.0.0.1:{door.getsockname()[1]}"
        finally:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)


def _opened(folder: Path) -> Vault:
    return open_vault(folder / "a" / "laptop.vault", PASSPHRASE)


def _round(vault: Vault, url: str) -> None:
    # Nobody waits here for a hub that is gone.
    patience.PAUSES = (0.0,) * 5
    connection = connect(vault, url)
    try:
        sync_once(vault, connection)
    finally:
        connection.close()


def _at_hub(folder: Path) -> list[str]:
    with open_archive(folder / "hub") as archive, archive.held() as ledger:
        while project(ledger):
            continue
        return numbers(ledger.db)
