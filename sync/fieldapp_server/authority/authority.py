"""The hub's own authority: its key, the certificates and revocations it signs, what it answers for.

A central hub's key is a root; a station's signs its laptops by itself until its owner (the desktop that runs it) hands
over the chain above it (`authority_exchange.attach`).
"""

import json

from fieldapp.keys.certificates import EVERYWHERE, HUB_ROLES, Certificate, issue, revoke
from fieldapp.keys.devices import DeviceKey
from fieldapp.keys.replicas import is_named_by
from fieldapp.store.authority import entering, heads, kept
from fieldapp.store.ledger import Ledger

_KEY, _STATIONS = "hub_key", "hub_stations"


def hub_key(ledger: Ledger) -> DeviceKey:
    """The hub's signing key; at the first call it certifies itself and the devices that came before it."""
    key = DeviceKey(bytes.fromhex(ledger.meta(_KEY)))
    public = key.public.hex()
    if ledger.db.execute("select 1 from anchor where public = ?", [public]).fetchone():
        return key
    with ledger.transaction():
        kept.set_anchor(ledger, public, "own")
        own = issue(
            key,
            key.public,
            name=ledger.replica,
            role=HUB_ROLES[ledger.meta("tier")],
            scopes=EVERYWHERE,
            issued_ms=0,
            may_issue=True,
        )
        entering.take_certificates(ledger, [own])
        for (device,) in ledger.db.execute("select id from hub_device where not revoked").fetchall():
            certify(ledger, device, 1)
    return key


def certify(ledger: Ledger, device: str, now_ms: int) -> None:
    """Sign what a device's account is now, inside the caller's transaction; its replica is its own from now on."""
    key = hub_key(ledger)
    public, recipient, replica, name, role, scopes = ledger.db.execute(
        "select d.public, d.recipient, d.replica, a.name, a.role, a.scopes from hub_device d "
        "join hub_account a on a.name = d.account where d.id = ?",
        [device],
    ).fetchone()
    told = issue(
        key,
        bytes.fromhex(public),
        name=name,
        role=role,
        scopes=json.loads(scopes),
        issued_ms=_after_all(ledger, public, key, now_ms),
        recipient=recipient,
        may_issue=name in stations(ledger),
    )
    entering.take_certificates(ledger, [told])
    if not heads.author_of(ledger, replica):
        heads.pin_author(ledger, replica, public)


def certify_account(ledger: Ledger, name: str, now_ms: int) -> None:
    """Sign again for every device of an account whose role or places changed, inside the caller's transaction."""
    for (device,) in ledger.db.execute(
        "select id from hub_device where account = ? and not revoked", [name]
    ).fetchall():
        certify(ledger, device, now_ms)


def revoke_key(ledger: Ledger, public: str, now_ms: int) -> None:
    """Sign that this device is no longer answered for, beyond what is held of it, each village's in words of its own;
    inside the caller's transaction."""
    key = hub_key(ledger)
    # Of a renamed laptop the new name may not have been attested yet: it says itself whose it is.
    streams = ledger.db.execute(
        "select s.scope, s.id, s.head_seq, s.replica, a.public from stream s "
        "left join author a on a.replica = s.replica where coalesce(a.public, ?) = ? and s.head_seq > 0",
        [public, public],
    ).fetchall()
    heads_in: dict[str, dict[str, int]] = {"": {}}
    for scope, stream, seq, replica, author in streams:
        if author or is_named_by(replica, public):
            heads_in.setdefault(scope, {})[stream] = seq
    at = _after_all(ledger, public, key, now_ms)
    for scope, held in heads_in.items():
        entering.take_revocation(ledger, revoke(key, bytes.fromhex(public), at, held, scope))


def stations(ledger: Ledger) -> tuple[str, ...]:
    """The accounts whose device may sign the key of a hub of its own."""
    return tuple(json.loads(ledger.meta(_STATIONS) or "[]"))


def set_station(ledger: Ledger, account: str, is_station: bool) -> None:
    """Whether an account's device may run a station, inside the caller's transaction."""
    named = [*(one for one in stations(ledger) if one != account), *([account] if is_station else [])]
    ledger.set_meta(_STATIONS, json.dumps(named))


def places(ledger: Ledger) -> tuple[str, ...]:
    """What this hub answers for: everywhere, or what the chain above it says."""
    public = hub_key(ledger).public.hex()
    above = [one for one in kept.standing(ledger, public) if not one.is_root]
    return tuple(scope for one in above for scope in one.scopes) or EVERYWHERE


def chain_above(ledger: Ledger) -> tuple[Certificate, ...]:
    """The hub's own certificates and those they hang on, for a laptop that has nothing yet."""
    found: dict[tuple[str, str], Certificate] = {}
    ask = [hub_key(ledger).public.hex()]
    while ask:
        for one in kept.standing(ledger, ask.pop()):
            if (one.public, one.issuer) not in found:
                found[one.public, one.issuer] = one
                ask.append(one.issuer)
    return tuple(found.values())


def _after_all(ledger: Ledger, public: str, key: DeviceKey, now_ms: int) -> int:
    """A time after everything this hub has said of a key: its clock may have been set back."""
    issuer = key.public.hex()
    said = ledger.db.execute(
        "select max(at) from (select issued_ms at from certificate where public = ? and issuer = ? "
        "union all select revoked_ms from revocation where public = ? and issuer = ?)",
        [public, issuer, public, issuer],
    ).fetchone()[0]
    return max(now_ms, (said or 0) + 1)
