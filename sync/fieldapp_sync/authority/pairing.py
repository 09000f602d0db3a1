"""What a vault knows of its hubs and team: learnt at pairing, renewed by every sync, kept in the vault.

Two hubs are kept: `hub`, the one above, and `station`, the one this desktop runs itself. The hub's certificate is pinned
before a byte of the pairing code leaves; with the code come the hub's key, the chain above it and our own certificate.
"""

from dataclasses import dataclass
from typing import Literal

import msgspec

from fieldapp.errors import SyncError
from fieldapp.keys.devices import fingerprint
from fieldapp.keys.recipients import new_identity, recipient_of
from fieldapp.store.authority import entering, kept
from fieldapp.store.sync_notes import note
from fieldapp.store.vault import Vault
from fieldapp_sync.authority.messages import EnrolReply, EnrolRequest, enrol_text
from fieldapp_sync.authority.pairing_text import read_pairing_text
from fieldapp_sync.messages import PROTOCOL, PairRequest, Teammate
from fieldapp_sync.refusals import not_paired
from fieldapp_sync.wire import Connection, Wire, ask_to_pair, fetch_certificate

Which = Literal["hub", "station"]
_IDENTITY = "bundle_identity"


@dataclass(frozen=True)
class Pairing:
    """A vault's hub. `certificate` is the pinned PEM or empty; `tier` is `township` or `central`; `public` the hub's own
    key (hex), "" at a hub of protocol 1."""

    url: str
    hub: str
    device: str
    account: str
    role: str
    scopes: tuple[str, ...]
    tier: str
    certificate: str = ""
    public: str = ""


def pair(vault: Vault, url: str, code: str, *, pin: str = "", which: Which = "hub") -> Pairing:
    """Pair with the hub at `url`, which may be the one line that says all (`pairing_text`). `pin` is the fingerprint of
    the hub's own certificate, as its screen shows it.

    Raises SyncError sync.bad_code, sync.wrong_certificate, sync.not_private and whatever the network does.
    """
    told = read_pairing_text(url)
    if told is not None:
        url, code, pin = told.url, code.strip() or told.code, pin or told.pin
    certificate = fetch_certificate(url, pin) if pin else ""
    wire = Wire(url, certificate=certificate)
    try:
        pairing = _enrolled(vault, wire, code.strip(), certificate)
    finally:
        wire.close()
    with vault.transaction():
        vault.ledger.set_meta(which, msgspec.json.encode(pairing).decode())
    note(vault, "paired", pairing.url)
    return pairing


def pairing_of(vault: Vault, which: Which = "hub") -> Pairing | None:
    """The vault's hub above, or its own station's; None where it has none."""
    text = vault.ledger.meta(which)
    return msgspec.json.decode(text, type=Pairing) if text else None


def connect(vault: Vault, url: str = "", *, which: Which = "hub") -> Connection:
    """A connection to the paired hub, or to the same hub at another address. Raises SyncError sync.not_paired."""
    pairing = pairing_of(vault, which)
    if pairing is None:
        raise not_paired()
    wire = Wire(url or pairing.url, certificate=pairing.certificate)
    return Connection(wire, pairing.device, vault.device, lowest=PROTOCOL if pairing.public else 1)


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
    """The devices whose bundles this vault takes: those whose certificates count here, and those accepted by
    fingerprint. A revoked one is gone."""
    return tuple(Teammate(one.name, one.public, one.recipient) for one in kept.team(vault.ledger))


def note_team(vault: Vault, team: tuple[Teammate, ...]) -> None:
    """Replace the list of a hub of protocol 1, which has no certificates, inside the caller's transaction."""
    vault.db.execute("delete from anchor where why = 'team'")
    for mate in team:
        if not vault.db.execute("select 1 from anchor where public = ?", [mate.public]).fetchone():
            kept.set_anchor(vault.ledger, mate.public, "team", mate.name, mate.recipient)


def believe_hub(vault: Vault, public: str, name: str) -> None:
    """The key (hex) of a hub, told over its pinned line: from now on its certificates say who is of the team."""
    kept.set_anchor(vault.ledger, public, "hub", name)
    note_team(vault, ())


def trust(vault: Vault, public: bytes) -> None:
    """Accept a device for good; the worker has compared its fingerprint with the other laptop's screen."""
    kept.set_anchor(vault.ledger, public.hex(), "trusted", fingerprint(public))


def _enrolled(vault: Vault, wire: Wire, code: str, certificate: str) -> Pairing:
    """The pairing at protocol 2, or at 1 with a hub of the first release."""
    own, recipient = vault.device, bundle_recipient(vault)
    proof = own.sign(enrol_text(code, vault.replica)).hex()
    try:
        asked = EnrolRequest(code, own.public.hex(), vault.replica, proof, recipient)
        reply = wire.ask("/v2/pair", asked, EnrolReply)
    except SyncError as refused:
        if refused.params.get("hub_code") != "request.unknown":
            raise
        old = ask_to_pair(wire, PairRequest(code, own.public.hex(), vault.replica, recipient))
        with vault.transaction():
            note_team(vault, old.team)
        return Pairing(
            wire.url, old.hub, old.device, old.account, old.role, old.scopes, old.tier, certificate
        )
    with vault.transaction():
        believe_hub(vault, reply.public, reply.hub)
        for root in reply.anchors:
            kept.set_anchor(vault.ledger, root, "root")
        entering.take_certificates(vault.ledger, reply.certificates)
        for revocation in reply.revocations:
            entering.take_revocation(vault.ledger, revocation)
    return Pairing(
        wire.url,
        *(reply.hub, reply.device, reply.account, reply.role, reply.scopes, reply.tier),
        certificate,
        reply.public,
    )
