"""The station's hub as a child process on the whole network, with an archive beside the vault, and its pairing with it.

The rule it holds: the child holds the reading end of a pipe of ours and ends when that ends, so a desktop that is killed
leaves no hub behind.
"""

import json
import subprocess
from dataclasses import dataclass

from fieldapp.domain.roles import role
from fieldapp.errors import SyncError
from fieldapp.program import ask_hub, fieldapp_command
from fieldapp.resources import resource
from fieldapp.store import Vault
from fieldapp.store.station_archive import bring_back, station_folder
from fieldapp_sync.authority.pairing import connect, pair, pairing_of
from fieldapp_sync.authority.round import attach_station
from fieldapp_sync.station.station import move_to, overview

EVERY_NETWORK = "0.0.0.0"
"""The villages come over the LAN, by TLS with a pinned certificate."""
LOG = "hub.log"
_SECONDS = 10


@dataclass(frozen=True)
class StationProcess:
    """A running hub. `url` is its loopback address, `fingerprint` its certificate's."""

    url: str
    port: int
    hub: str
    fingerprint: str
    process: subprocess.Popen[bytes]

    @property
    def is_alive(self) -> bool:
        """Whether it runs still."""
        return self.process.poll() is None

    def stop(self) -> None:
        """Let it end what it does, and wait until it has."""
        end(self.process)


def start_station(vault: Vault, port: int) -> StationProcess:
    """Start the hub; it answers when this returns. The archive of a restored backup is brought back first. Another port
    is taken where this one is not free. Raises SyncError station.not_started, station.not_brought_back."""
    bring_back(vault)
    folder = station_folder(vault.path)
    folder.mkdir(mode=0o700, exist_ok=True)
    packs = [part for place in _packs(vault) for part in ("--pack", place)]
    command = fieldapp_command(
        *(
            "serve",
            "--data",
            str(folder),
            "--host",
            EVERY_NETWORK,
            "--port",
            str(port if is_free(port) else 0),
        ),
        *("--tier", "township", *packs, "--while-read", "--json"),
    )
    with (folder / LOG).open("ab") as log:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log)
    assert process.stdout is not None
    # The first line is its address, printed once it listens; the end of the stream means that it died.
    line = process.stdout.readline()
    if not line:
        end(process)
        raise SyncError(
            "station.not_started",
            "The station could not be started. Nothing is lost. Look at hub.log in {folder}, or start FieldApp anew.",
            folder=folder,
        )
    told = json.loads(line)
    port = int(told["url"].rpartition(":")[2])
    return StationProcess(f"https://127.0.0.1:{port}", port, told["hub"], told["fingerprint"], process)


def settle_in(vault: Vault, running: StationProcess) -> None:
    """Pair the vault with its hub where it is not yet, as its owner, and hand the hub the certificates above. Raises
    SyncError."""
    folder = station_folder(vault.path)
    above, own = pairing_of(vault, "hub"), pairing_of(vault, "station")
    name = vault.worker.name
    scopes = above.scopes if above is not None else vault.worker.scopes
    if own is None or own.hub != running.hub or set(own.scopes) != set(scopes):
        places = [part for scope in scopes for part in ("--scope", scope)]
        ask_hub(folder, "account add", "--role", role(vault.worker.role).id, *places, "--", name)
    if own is None or own.hub != running.hub:
        code = str(ask_hub(folder, "device code", "--", name)["code"])
        own = pair(vault, running.url, code, pin=running.fingerprint, which="station")
    own = move_to(vault, running.url)
    connection = connect(vault, which="station")
    try:
        if not overview(connection).owner:
            ask_hub(folder, "device appoint", own.device)
        attach_station(vault, connection)
    finally:
        connection.close()


def is_free(port: int) -> bool:
    """Whether a hub could listen on this port."""
    from fieldapp_server.serving import listening

    try:
        listening(EVERY_NETWORK, port).close()
    except SyncError:
        return False
    return True


def end(process: subprocess.Popen[bytes]) -> None:
    """Its input ends, so it ends; if it does not, it is ended."""
    if process.stdin is not None:
        process.stdin.close()
    try:
        process.wait(_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdout is not None:
        process.stdout.close()


def _packs(vault: Vault) -> list[str]:
    """The vault's packs: by name where they are shipped, else their folders."""
    shipped = resource("packs")
    return [pack.id if pack.folder == shipped / pack.id else str(pack.folder) for pack in vault.packs]
