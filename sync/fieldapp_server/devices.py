"""The laptops of the accounts: one-use pairing codes let one in, its public key says who talks, revoking shuts it out."""

import json
import re
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from fieldapp.domain.region import scope_covers
from fieldapp.errors import SyncError
from fieldapp.keys.replicas import may_write_as
from fieldapp.store.authority.kept import set_anchor
from fieldapp.store.vault import now_ms
from fieldapp_server.accounts import Account, unknown_account
from fieldapp_server.archive import Archive
from fieldapp_server.authority.authority import certify, revoke_key
from fieldapp_server.problems import BAD_CODE, MALFORMED, REVOKED, Refused
from fieldapp_sync.messages import PairRequest, Teammate

CODE_MINUTES = 60
_ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
_CODE_LENGTH = 8
_HEX = {"public": re.compile(r"[0-9a-f]{64}"), "replica": re.compile(r"[0-9a-f]{1,64}")}


@dataclass(frozen=True)
class Device:
    """A paired laptop and the account it works for. `public` is hex."""

    id: str
    public: str
    replica: str
    account: Account


def devices(archive: Archive) -> tuple[tuple[Device, bool], ...]:
    """Every device and whether it is revoked."""
    with archive.held() as ledger:
        rows = ledger.db.execute(f"{_DEVICE} order by a.name, d.id").fetchall()
    return tuple((_device(row), bool(row[6] or row[7])) for row in rows)


def pairing_code(archive: Archive, account: str, now_ms: int, *, minutes: int = CODE_MINUTES) -> str:
    """A code for one laptop of this account, shown once. Raises SyncError hub.unknown_account."""
    code = "".join(secrets.choice(_ALPHABET) for _ in range(_CODE_LENGTH))
    with archive.held() as ledger, ledger.transaction():
        if not ledger.db.execute(
            "select 1 from hub_account where name = ? and not revoked", [account]
        ).fetchone():
            raise unknown_account(account)
        ledger.db.execute("delete from hub_code where expires_ms < ?", [now_ms])
        ledger.db.execute(
            "insert into hub_code (hash, account, expires_ms) values (?, ?, ?)",
            [_hash(code), account, now_ms + minutes * 60_000],
        )
    return f"{code[:4]}-{code[4:]}"


def enrol(archive: Archive, request: PairRequest, at_ms: int, *, is_proved: bool = False) -> Device:
    """Use up a pairing code for this device. Raises Refused pair.code, request.malformed.

    Where it has not proved that the key is its own (protocol 1), it moves no device that is here to another account.
    """
    if not (_HEX["public"].fullmatch(request.public) and _HEX["replica"].fullmatch(request.replica)):
        raise Refused(MALFORMED)
    if not may_write_as(request.replica, request.public):
        raise Refused(MALFORMED)
    with archive.held() as ledger, ledger.transaction():
        row = ledger.db.execute(
            "delete from hub_code where hash = ? and expires_ms >= ? returning account",
            [_hash(request.code), at_ms],
        ).fetchone()
        if row is None:
            raise Refused(BAD_CODE)
        device = sha256(bytes.fromhex(request.public)).hexdigest()[:16]
        others = "select 1 from hub_device where id = ? and account <> ?"
        if not is_proved and ledger.db.execute(others, [device, row[0]]).fetchone():
            raise Refused(BAD_CODE)
        ledger.db.execute(
            "insert into hub_device (id, account, public, recipient, replica, paired_ms) values (?, ?, ?, ?, ?, ?) "
            "on conflict (id) do update set account = excluded.account, recipient = excluded.recipient, "
            "replica = excluded.replica, paired_ms = excluded.paired_ms, revoked = 0",
            [device, row[0], request.public, request.recipient[:200], request.replica, at_ms],
        )
        certify(ledger, device, at_ms)
    return active_device(archive, device)


def active_device(archive: Archive, device: str) -> Device:
    """A device that may talk. Raises Refused auth.revoked for one that is unknown or revoked, or whose account is."""
    with archive.held() as ledger:
        row = ledger.db.execute(
            f"{_DEVICE} where d.id = ? and not d.revoked and not a.revoked", [device]
        ).fetchone()
    if row is None:
        raise Refused(REVOKED)
    return _device(row)


def revoke_device(archive: Archive, device: str, *, clock: Callable[[], int] = now_ms) -> None:
    """Shut a device out; its commits that are here already stay. Raises SyncError hub.unknown_device."""
    with archive.held() as ledger, ledger.transaction():
        changed = ledger.db.execute(
            "update hub_device set revoked = 1 where id = ? returning public", [device]
        ).fetchone()
        if changed is not None:
            revoke_key(ledger, changed[0], clock())
    if changed is None:
        raise _unknown_device(device)


def appoint(archive: Archive, device: str) -> None:
    """Make a device the owner of this hub: it may hand over the certificates above it. Raises SyncError
    hub.unknown_device."""
    with archive.held() as ledger, ledger.transaction():
        found = ledger.db.execute(
            "select public, account from hub_device where id = ? and not revoked", [device]
        ).fetchone()
        if found is None:
            raise _unknown_device(device)
        set_anchor(ledger, found[0], "owner", found[1])


def team_of(archive: Archive, account: Account) -> tuple[Teammate, ...]:
    """The devices whose account shares a place with this one: their bundles may be trusted."""
    with archive.held() as ledger:
        rows = ledger.db.execute(
            "select a.name, d.public, d.recipient, a.scopes from hub_device d join hub_account a on a.name = d.account "
            "where not d.revoked and not a.revoked order by d.id"
        ).fetchall()
    return tuple(Teammate(*row[:3]) for row in rows if _share(account.scopes, json.loads(row[3])))


_DEVICE = (
    "select d.id, d.public, d.replica, a.name, a.role, a.scopes, d.revoked, a.revoked "
    "from hub_device d join hub_account a on a.name = d.account"
)


def _share(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    return any(scope_covers(a, b) or scope_covers(b, a) for a in ours for b in theirs)


def _device(row: Sequence[str]) -> Device:
    return Device(row[0], row[1], row[2], Account(row[3], row[4], tuple(json.loads(row[5]))))


def _unknown_device(device: str) -> SyncError:
    return SyncError(
        "hub.unknown_device",
        "This hub has no device {id}. `fieldapp hub device list` shows them.",
        id=device,
    )


def _hash(code: str) -> str:
    return sha256(code.replace("-", "").replace(" ", "").upper().encode()).hexdigest()
