"""How an account's laptop and this hub differ: every question to the archive carries the account's scopes."""

from fieldapp.store.authority.heads import author_of
from fieldapp.store.files.attachment_places import ORIGINALS, THUMBNAILS
from fieldapp.store.ledger import Ledger
from fieldapp.store.streams import digest
from fieldapp_server.accounts import Account
from fieldapp_server.archive import Archive, within
from fieldapp_server.authority import exchange as authority_exchange
from fieldapp_server.devices import Device
from fieldapp_server.files.attachments import is_missing
from fieldapp_sync.messages import (
    LOWEST,
    PROTOCOL,
    SHORT,
    Digests,
    HelloReply,
    Vectors,
    VectorsReply,
    root_digest,
)

FEW_STREAMS = 32
"""Vectors of so many streams are told at once in the hello; above it only those of the scopes that differ."""


def hello(archive: Archive, device: Device, root: str, tag: str) -> HelloReply | None:
    """None when the laptop holds all that its account may see and has heard all that there is to tell."""
    account = device.account
    ours, who = authority_exchange.tag(archive, account.scopes)
    with archive.held() as ledger:
        if root_of(ledger, account) == root and tag == ours:
            return None
        held = {scope: dict(ledger.vector(scope)) for scope in _scopes(ledger, account)}
        few = sum(map(len, held.values())) <= FEW_STREAMS
        chains = _own_chains(ledger, held, device) if few else {}
    wanted = any(is_missing(archive, account, lane) for lane in (THUMBNAILS, ORIGINALS))
    told = held if few else None
    return HelloReply(ours, who, wanted, vectors=told, chains=chains, protocol=PROTOCOL, lowest=LOWEST)


def _own_chains(ledger: Ledger, held: Vectors, device: Device) -> dict[str, str]:
    """The chains at the heads of this device's own streams, so that it need not ask whether it is a copy."""
    own = {
        stream: ledger.db.execute("select head_hash from stream where id = ?", [stream]).fetchone()[0]
        for vector in held.values()
        for stream in vector
        if author_of(ledger, _replica(ledger, stream)) == device.public
    }
    return {stream: bytes(chain).hex()[:SHORT] for stream, chain in own.items()}


def _replica(ledger: Ledger, stream: str) -> str:
    known = ledger.stream(stream)
    return known.replica if known else ""


def root_of(ledger: Ledger, account: Account) -> str:
    """The root digest (hex) of everything this account may see."""
    return root_digest({scope: digest(ledger, scope) for scope in _scopes(ledger, account)})


def is_equal(archive: Archive, account: Account, root: str) -> bool:
    """Whether the laptop's root digest is that of everything this account may see here."""
    with archive.held() as ledger:
        return root_of(ledger, account) == root


def vectors(archive: Archive, account: Account, asked: Digests) -> VectorsReply:
    """The vectors of the account's scopes whose digest is not the laptop's, and of those it named that are empty here.

    Raises Refused scope.foreign for a named scope outside the account.
    """
    out: Vectors = {}
    with archive.held() as ledger:
        for scope in asked.digests:
            account.refuse_foreign(scope)
            out[scope] = {}
        for scope in _scopes(ledger, account):
            named = asked.digests.get(scope, "")
            if len(named) >= SHORT and digest(ledger, scope).hex().startswith(named):
                del out[scope]
            else:
                out[scope] = dict(ledger.vector(scope))
    return VectorsReply(out)


def receipts(archive: Archive, account: Account) -> Vectors:
    """Tier → stream → sequence: what is stored here of the account's scopes, as a receipt of this hub's tier."""
    condition, parameters = within(account.scopes)
    with archive.held() as ledger:
        rows = ledger.db.execute(
            f"select id, head_seq from stream where head_seq > 0 and {condition}", parameters
        ).fetchall()
        return {ledger.meta("tier"): dict(rows)}


def _scopes(ledger: Ledger, account: Account) -> list[str]:
    condition, parameters = within(account.scopes)
    rows = ledger.db.execute(
        f"select distinct scope from stream where head_seq > 0 and {condition} order by scope", parameters
    ).fetchall()
    return [row[0] for row in rows]
