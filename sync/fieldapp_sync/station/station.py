"""The station seen from its own desktop: whether this vault runs one, and what is asked of its hub over loopback.

The rule it holds: the choice is the vault's; switched on here, it goes on at the next start. The round of a station is
`noted.synchronise`, as everybody's.
"""

from dataclasses import replace
from typing import TypeVar

import msgspec

from fieldapp.domain.roles import role
from fieldapp.errors import SyncError
from fieldapp.store.authority import kept
from fieldapp.store.vault import Vault
from fieldapp_sync.authority.pairing import Pairing, pairing_of
from fieldapp_sync.station.messages import (
    HeldLinesReply,
    HeldLinesRequest,
    InviteReply,
    InviteRequest,
    RevokeRequest,
    StationReply,
)
from fieldapp_sync.wire import Connection, Wire

PORT = 8737
"""What a station listens on while nobody else does."""
RUN_BY = ("township", "county")
"""Roles that may run a station."""
OWN_TIMEOUT = (3.0, 10.0)
"""Seconds to connect and between two bytes on this very computer."""
_Reply = TypeVar("_Reply", bound=msgspec.Struct)
_CHOICE = "station_choice"


class Choice(msgspec.Struct, frozen=True):
    """Whether the station is switched on, its port, and whether villages were invited, who know that port.

    `by_hand`: its hub is a `fieldapp serve` of somebody's own, which no window starts or ends.
    """

    on: bool = False
    port: int = PORT
    invited: bool = False
    by_hand: bool = False


def may_run(vault: Vault) -> bool:
    """Whether this worker's role may run a station."""
    return role(vault.worker.role).id in RUN_BY


def choice(vault: Vault) -> Choice:
    """What was chosen on this vault."""
    text = vault.ledger.meta(_CHOICE)
    return msgspec.json.decode(text, type=Choice) if text else Choice()


def choose(vault: Vault, **changes: bool | int) -> None:
    """Remember new values for some of the fields of `Choice`. The window's switch ends what was run by hand."""
    if "on" in changes:
        changes = {"by_hand": False, **changes}
    chosen = msgspec.structs.replace(choice(vault), **changes)
    with vault.transaction():
        vault.ledger.set_meta(_CHOICE, msgspec.json.encode(chosen).decode())


def is_station(vault: Vault) -> bool:
    """Whether this vault runs a station now: switched on, or run by hand, and paired with its own hub."""
    chosen = choice(vault)
    return (chosen.on or chosen.by_hand) and pairing_of(vault, "station") is not None


def is_appointed(vault: Vault) -> bool:
    """Whether the hub above, where there is one, lets this computer vouch for the laptops of its villages."""
    own = vault.device.public.hex()
    return pairing_of(vault) is None or any(one.may_issue for one in kept.standing(vault.ledger, own))


def connect_own(vault: Vault) -> Connection:
    """A connection to our own station, which answers soon or not at all. Raises SyncError sync.not_paired."""
    pairing = pairing_of(vault, "station")
    if pairing is None:
        raise _off()
    wire = Wire(pairing.url, certificate=pairing.certificate, timeout=OWN_TIMEOUT)
    return Connection(wire, pairing.device, vault.device)


def move_to(vault: Vault, url: str) -> Pairing:
    """The station's hub listens at another address now; gives the pairing as it is then. Raises SyncError
    sync.not_paired."""
    pairing = pairing_of(vault, "station")
    if pairing is None:
        raise _off()
    moved = replace(pairing, url=url)
    if moved != pairing:
        with vault.transaction():
            vault.ledger.set_meta("station", msgspec.json.encode(moved).decode())
    return moved


def overview(connection: Connection) -> StationReply:
    """Laptops, accounts and villages of the station. Raises SyncError."""
    return connection.ask("/v2/station", b"", StationReply)


def invite(
    connection: Connection, name: str, role: str, scopes: tuple[str, ...], minutes: int
) -> InviteReply:
    """A new account with its first code. Raises SyncError station.name_taken and whatever the network does."""
    return _told(connection, "/v2/station/invite", InviteRequest(name, minutes, role, scopes), InviteReply)


def another_code(connection: Connection, name: str, minutes: int) -> InviteReply:
    """A code for another laptop of an account. Raises SyncError."""
    return _told(connection, "/v2/station/invite", InviteRequest(name, minutes), InviteReply)


def revoke(connection: Connection, device: str, reason: str) -> StationReply:
    """Shut a laptop out; the revocation travels with every round from now on. Raises SyncError."""
    return _told(connection, "/v2/station/revoke", RevokeRequest(device, reason), StationReply)


def held_lines(connection: Connection, stream: str) -> HeldLinesReply:
    """What the first held commits of a stream at the station say. Raises SyncError."""
    return _told(connection, "/v2/station/held", HeldLinesRequest(stream), HeldLinesReply)


def _off() -> SyncError:
    return SyncError("station.off", "No station runs on this computer. Switch it on first.")


def _told(connection: Connection, path: str, asked: msgspec.Struct, reply: type[_Reply]) -> _Reply:
    try:
        return connection.ask(path, asked, reply)
    except SyncError as refused:
        raise _refusal(str(refused.params.get("hub_code")), refused) from refused


def _refusal(code: str, refused: SyncError) -> SyncError:
    if code == "station.name_taken":
        return SyncError(
            code,
            "An account has this name already. Choose another name, or open its village and give a new code.",
        )
    if code in ("station.not_owner", "station.not_allowed"):
        return SyncError(
            code,
            "Only the computer that runs the station does this. Switch the station off and on again here.",
        )
    if code == "station.no_account":
        return SyncError(code, "It is no longer at the station. Look at the list again.")
    if code == "hub.scope_beyond":
        return SyncError(
            code, "This village is not one of the station's. Ask the county which villages are yours."
        )
    return refused
