"""What a vault knows of its hub and team: learnt at pairing, renewed by every sync, kept in the vault's meta table."""

from dataclasses import dataclass

import msgspec

from fieldapp.keys.devices import fingerprint
from fieldapp.keys.recipients import new_identity, recipient_of
from fieldapp.store.vault import Vault
from fieldapp_sync.messages import PairRequest, Teammate
from fieldapp_sync.refusals import not_paired
from fieldapp_sync.wire import Connection, Wire, ask_to_pair, fetch_certificate

_PAIRING, _TEAM, _TRUSTED, _IDENTITY = "hub", "hub_team", "trusted", "bundle_identity"


@dataclass(frozen=True)
class Pairing:
    """A vault's hub. `certificate` is the pinned PEM or empty; `tier` is `township` or `central`."""

    url: str
    hub: str
    device: str
    account: str
    role: str
    scopes: tuple[str, ...]
    tier: str
    certificate: str = ""


def pair(vault: Vault, url: str, code: str, *, pin: str = "") -> Pairing:
    """Pair with the hub at `url`. `pin` is the fingerprint of the hub's own certificate, as its screen shows it.

    Raises SyncError sync.bad_code, sync.wrong_certificate, sync.not_private and whatever the network does.
    """
    certificate = fetch_certificate(url, pin) if pin else ""
    wire = Wire(url, certificate=certificate)
    try:
        reply = ask_to_pair(
            wire, PairRequest(code.strip(), vault.device.public.hex(), vault.replica, bundle_recipient(vault))
        )
    finally:
        wire.close()
    pairing = Pairing(
        wire.url, reply.hub, reply.device, reply.account, reply.role, reply.scopes, reply.tier, certificate
    )
    with vault.transaction():
        vault.ledger.set_meta(_PAIRING, msgspec.json.encode(pairing).decode())
        note_team(vault, reply.team)
    return pairing


def pairing_of(vault: Vault) -> Pairing | None:
    """The vault's hub, or None."""
    text = vault.ledger.meta(_PAIRING)
    return msgspec.json.decode(text, type=Pairing) if text else None


def connect(vault: Vault, url: str = "") -> Connection:
    """A connection to the paired hub, or to the same hub at another address. Raises SyncError sync.not_paired."""
    pairing = pairing_of(vault)
    if pairing is None:
        raise not_paired()
    return Connection(Wire(url or pairing.url, certificate=pairing.certificate), pairing.device, vault.device)


def bundle_recipient(vault: Vault) -> str:
    """This vault's bundle key "age1…", to give to others who make bundles for it."""
    return recipient_of(bundle_identity(vault))


def bundle_identity(vault: Vault) -> str:
    """The secret behind `bundle_recipient`, made once."""
    identity = vault.ledger.meta(_IDENTITY)
    if not identity:
        identity = new_identity()
        with vault.transaction():
            vault.ledger.set_meta(_IDENTITY, identity)
    return identity


def team_of(vault: Vault) -> tuple[Teammate, ...]:
    """The devices whose bundles this vault takes: the hub's list, then those accepted by fingerprint."""
    known = {mate.public: mate for key in (_TRUSTED, _TEAM) for mate in _mates(vault, key)}
    return tuple(known.values())


def note_team(vault: Vault, team: tuple[Teammate, ...]) -> None:
    """Replace the hub's list, inside the caller's transaction; a device that was revoked there is gone here too."""
    vault.ledger.set_meta(_TEAM, msgspec.json.encode(team).decode())


def trust(vault: Vault, public: bytes) -> None:
    """Accept a device for good; the worker has compared its fingerprint with the other laptop's screen."""
    mate = Teammate(fingerprint(public), public.hex())
    with vault.transaction():
        kept = [known for known in _mates(vault, _TRUSTED) if known.public != mate.public]
        vault.ledger.set_meta(_TRUSTED, msgspec.json.encode([*kept, mate]).decode())


def _mates(vault: Vault, key: str) -> tuple[Teammate, ...]:
    text = vault.ledger.meta(key)
    return msgspec.json.decode(text, type=tuple[Teammate, ...]) if text else ()
