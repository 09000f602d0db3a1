"""What the desktop of a station asks its hub: who came when, what waits where; and its deeds: invite, revoke.

The rule it holds: only an account that may approve is told, of its own places only; only the owner of the hub invites and
revokes, and nobody who is invited by this way may approve.
"""

from fieldapp.domain.roles import ROLES, may
from fieldapp.errors import UserError
from fieldapp.keys.devices import fingerprint
from fieldapp.store.authority import kept, review
from fieldapp_server.accounts import Account, accounts, add_account
from fieldapp_server.archive import Archive, within
from fieldapp_server.authority.exchange import LONGEST_REASON
from fieldapp_server.devices import Device, devices, pairing_code, revoke_device
from fieldapp_server.problems import MALFORMED, Problem, Refused
from fieldapp_server.station.seen import note_why
from fieldapp_sync.station.messages import (
    AccountSeen,
    HeldLinesReply,
    InviteReply,
    InviteRequest,
    LaptopSeen,
    PlaceSeen,
    RevokeRequest,
    StationReply,
)

NOT_APPROVER = Problem("station.not_allowed", 403, "Only an account that may approve looks after a station.")
NOT_OWNER = Problem("station.not_owner", 403, "Only the desktop that runs this hub invites and revokes.")
NAME_TAKEN = Problem("station.name_taken", 409, "An account has this name already.")
NO_ACCOUNT = Problem("station.no_account", 404, "There is no such account or laptop in these places.")
MOST_LINES = 20
"""Held commits that are shown of one stream."""
LONGEST_NAME, LONGEST_MINUTES = 60, 10_080
_LONGEST_LINE = 1 << 16


def overview(archive: Archive, device: Device, now_ms: int) -> StationReply:
    """Laptops, accounts and villages of the account's places. Raises Refused station.not_allowed."""
    _refuse_without(device.account)
    named = {one.name: one for one in accounts(archive) if _is_ours(device.account, one)}
    with archive.held() as ledger:
        seen = {row[0]: row[1:] for row in ledger.db.execute("select * from hub_seen").fetchall()}
        codes = {
            row[0]
            for row in ledger.db.execute("select account from hub_code where expires_ms >= ?", [now_ms])
        }
        owner = device.public in kept.anchors(ledger, "owner")
    laptops = []
    for one, revoked in devices(archive):
        if one.id == device.id or not _is_ours(device.account, one.account):
            continue
        seen_ms, waiting, off, protocol, reason = seen.get(one.id, (0, None, None, 0, ""))
        digits = fingerprint(bytes.fromhex(one.public))
        laptops.append(
            LaptopSeen(one.id, one.account.name, digits, seen_ms, waiting, off, protocol, revoked, reason)
        )
    told = tuple(
        AccountSeen(one.name, one.role, one.scopes, one.name in codes)
        for one in named.values()
        if one.name != device.account.name
    )
    return StationReply(now_ms, owner, tuple(laptops), told, _places(archive, device.account))


def invite(archive: Archive, device: Device, asked: InviteRequest, now_ms: int) -> InviteReply:
    """A new account with its first code, or another code for one. Raises Refused station.not_owner, station.name_taken,
    station.no_account, request.malformed, scope.foreign."""
    _refuse_no_owner(archive, device)
    name = asked.name.strip()
    if not 0 < len(name) <= LONGEST_NAME or not 0 < asked.minutes <= LONGEST_MINUTES:
        raise Refused(MALFORMED)
    known = {one.name: one for one in accounts(archive)}
    if asked.scopes:
        if name in known:
            raise Refused(NAME_TAKEN)
        for scope in asked.scopes:
            device.account.refuse_foreign(scope)
        if asked.role not in ROLES or may(asked.role, "approve"):
            raise Refused(MALFORMED)
        try:
            add_account(archive, name, asked.role, asked.scopes, clock=lambda: now_ms)
        except UserError as refused:
            raise Refused(Problem(refused.code, 409, refused.sentence())) from refused
    elif name not in known or not _is_ours(device.account, known[name]):
        raise Refused(NO_ACCOUNT)
    code = pairing_code(archive, name, now_ms, minutes=asked.minutes)
    return InviteReply(code, now_ms + asked.minutes * 60_000)


def revoke(archive: Archive, device: Device, asked: RevokeRequest, now_ms: int) -> StationReply:
    """Shut a laptop out, and keep why. Raises Refused station.not_owner, station.no_account."""
    _refuse_no_owner(archive, device)
    ours = [one for one, _ in devices(archive) if _is_ours(device.account, one.account)]
    if asked.device == device.id or asked.device not in [one.id for one in ours]:
        raise Refused(NO_ACCOUNT)
    with archive.held() as ledger, ledger.transaction():
        revoke_device(archive, asked.device, clock=lambda: now_ms)
        note_why(ledger, asked.device, asked.reason.strip()[:LONGEST_REASON])
    return overview(archive, device, now_ms)


def held_lines(archive: Archive, device: Device, stream: str) -> HeldLinesReply:
    """What a held stream's first commits say. Raises Refused station.not_allowed, station.no_account."""
    _refuse_without(device.account)
    condition, parameters = within(device.account.scopes)
    with archive.held() as ledger:
        found = review.waiting(ledger, f"stream = ? and {condition}", [stream, *parameters], rejected=True)
        if not found:
            raise Refused(NO_ACCOUNT)
        lines = review.lines_of(ledger, stream, MOST_LINES)
    told = tuple(line.decode("utf-8", "replace") for line in lines if len(line) <= _LONGEST_LINE)
    return HeldLinesReply(told, found[0].commits - len(told))


def _places(archive: Archive, account: Account) -> tuple[PlaceSeen, ...]:
    condition, parameters = within(account.scopes, "s.scope")
    held, its = within(account.scopes)
    with archive.held() as ledger:
        rows = ledger.db.execute(
            "select s.scope, sum(s.head_seq), "
            "sum(s.head_seq - min(s.head_seq, coalesce((select h.seq from head h where h.stream = s.id "
            f"and h.tier = 'central'), 0))) from stream s where {condition} group by s.scope",
            parameters,
        ).fetchall()
        found = {scope: [commits, waiting, 0] for scope, commits, waiting in rows}
        for one in review.waiting(ledger, held, its):
            found.setdefault(one.scope, [0, 0, 0])[2] += one.commits
    return tuple(PlaceSeen(scope, *counts) for scope, counts in sorted(found.items()))


def _is_ours(account: Account, other: Account) -> bool:
    return all(map(account.covers, other.scopes))


def _refuse_without(account: Account) -> None:
    if not may(account.role, "approve"):
        raise Refused(NOT_APPROVER)


def _refuse_no_owner(archive: Archive, device: Device) -> None:
    _refuse_without(device.account)
    with archive.held() as ledger:
        if device.public not in kept.anchors(ledger, "owner"):
            raise Refused(NOT_OWNER)
