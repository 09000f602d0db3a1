"""Certificates and revocations that come in, kept where they hold: only who stands above a key revokes it."""

from collections.abc import Iterable

import msgspec

from fieldapp.domain.region import is_region_code
from fieldapp.keys.certificates import Certificate, Revocation, is_signed, key_id, refusal_of
from fieldapp.store.authority.kept import Known, anchors, certificates, unrevoked
from fieldapp.store.ledger import Ledger


def take_certificates(ledger: Ledger, told: Iterable[Certificate]) -> dict[str, Certificate]:
    """Keep those that hold, in whatever order they come. Gives the refused ones by their reason word and key id.

    Of one issuer's words about one key the latest (`issued_ms`) stays.
    """
    waiting = list(told)
    with ledger.transaction():
        while True:
            left: list[Certificate] = []
            refused: dict[str, Certificate] = {}
            for one in waiting:
                reason = _take(ledger, one)
                if reason:
                    left.append(one)
                    refused[f"{reason} {one.public[:16]}"] = one
            if not left or len(left) == len(waiting):
                return refused
            waiting = left


def take_revocation(ledger: Ledger, told: Revocation) -> str:
    """Keep a revocation: "" when it is kept or known, else signature or stranger: only who stands above may revoke."""
    if not is_signed(told) or (told.scope and not is_region_code(told.scope)):
        return "signature"
    if told.issuer not in _above(ledger, told.public) or not _may_revoke(ledger, told.issuer):
        return "stranger"
    with ledger.transaction():
        ledger.db.execute(
            "insert into revocation (public, issuer, scope, revoked_ms, body) values (?, ?, ?, ?, ?) "
            "on conflict (public, issuer, scope) do update set revoked_ms = excluded.revoked_ms, body = excluded.body "
            "where excluded.revoked_ms > revocation.revoked_ms",
            [told.public, told.issuer, told.scope, told.revoked_ms, msgspec.json.encode(told)],
        )
    return ""


def _may_revoke(ledger: Ledger, issuer: str) -> bool:
    """Who was revoked revokes nobody: what hung on him alone has ended with him."""
    return issuer in anchors(ledger) or bool(unrevoked(ledger, issuer, certificates(ledger, issuer)))


def _take(ledger: Ledger, told: Certificate) -> str:
    reason = refusal_of(told, Known(ledger), anchors(ledger))
    if reason:
        return reason
    ledger.db.execute(
        "insert into certificate (public, issuer, id, issued_ms, body) values (?, ?, ?, ?, ?) "
        "on conflict (public, issuer) do update set issued_ms = excluded.issued_ms, body = excluded.body "
        "where excluded.issued_ms > certificate.issued_ms",
        [
            told.public,
            told.issuer,
            key_id(bytes.fromhex(told.public)),
            told.issued_ms,
            msgspec.json.encode(told),
        ],
    )
    return ""


def _above(ledger: Ledger, public: str) -> frozenset[str]:
    """Every key whose certificates lead down to this one; being believed alone gives no right to revoke."""
    found: set[str] = set()
    ask = [public]
    while ask:
        for (issuer,) in ledger.db.execute(
            "select issuer from certificate where public = ?", [ask.pop()]
        ).fetchall():
            if issuer not in found:
                found.add(issuer)
                ask.append(issuer)
    return frozenset(found - {public})
