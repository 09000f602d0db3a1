"""Certificates, anchors and revocations of a vault or archive: nothing is kept whose signature and place did not hold.

A revocation reaches as far as its issuer may certify: a station takes nothing back in another township, and nobody the
root. An anchor is a key this database believes by itself: `own` (the hub's), `root` (the centre's), `hub` (the paired
one),
`owner` (the desktop that runs this station's hub); and those that sign for nobody else: `trusted` (a device accepted by
its fingerprint), `team` (named by a hub of protocol 1, which has no certificates).
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Literal

import msgspec

from fieldapp.domain.region import scope_covers
from fieldapp.keys.certificates import (
    EVERYWHERE,
    HUB_ROLES,
    Certificate,
    Revocation,
    key_id,
    refusal_of_place,
)
from fieldapp.keys.replicas import key_of
from fieldapp.store.ledger import Ledger

Why = Literal["own", "root", "hub", "owner", "trusted", "team"]
ABOVE: tuple[Why, ...] = ("own", "root", "hub", "owner")
"""Anchors that may issue, and whose word on what they hand down is taken."""

_HOLDS = (
    "not exists (select 1 from certificate c where c.public = r.public and c.issuer = r.issuer "
    "and c.issued_ms > r.revoked_ms)"
)
"""Of a revocation `r`: its issuer has not certified the key again since."""
_MARKS = ", ".join("?" * len(ABOVE))


def set_anchor(ledger: Ledger, public: str, why: Why, name: str = "", recipient: str = "") -> None:
    """Believe a key from now on; who sets it has been told by a person or over a pinned line."""
    with ledger.transaction():
        ledger.db.execute(
            "insert into anchor (public, why, name, recipient) values (?, ?, ?, ?) on conflict (public) do update set "
            "why = excluded.why, name = excluded.name, recipient = excluded.recipient",
            [public, why, name, recipient],
        )


def team(ledger: Ledger) -> tuple[Certificate, ...]:
    """Every device whose word counts here and that was not revoked, each once: by certificate, or accepted by a person.

    A hub's own key is none: what it hands on is its laptops' and stations'.
    """
    rows = ledger.db.execute(
        "select public from certificate union select public from anchor order by 1"
    ).fetchall()
    found = (unrevoked(ledger, public, standing(ledger, public))[:1] for (public,) in rows)
    return tuple(one for some in found for one in some if one.role not in HUB_ROLES.values())


def anchors(ledger: Ledger, *why: Why) -> tuple[str, ...]:
    """The believed keys of these kinds, by default those that may issue; a revoked one is none."""
    kinds = why or ABOVE
    rows = ledger.db.execute(
        "select public from anchor where (why in ('own', 'root') or not exists (select 1 from revocation r "
        f"join anchor a on a.public = r.issuer and a.why in ({_MARKS}) where r.public = anchor.public and r.scope = '' "
        f"and {_HOLDS})) "
        f"and why in ({', '.join('?' * len(kinds))}) order by public",
        [*ABOVE, *kinds],
    ).fetchall()
    return tuple(public for (public,) in rows)


def certificates(ledger: Ledger, public: str = "") -> tuple[Certificate, ...]:
    """What is kept of one key, or of all."""
    condition, parameters = ("where public = ?", [public]) if public else ("", [])
    rows = ledger.db.execute(f"select body from certificate {condition} order by public, issuer", parameters)
    return tuple(msgspec.json.decode(body, type=Certificate) for (body,) in rows.fetchall())


class Keys:
    """What the kept words say of keys, each asked of the database once: for the length of one judgement, not longer."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._standing: dict[str, tuple[Certificate, ...]] = {}
        self._revoked: dict[str, tuple[tuple[Revocation, tuple[str, ...]], ...]] = {}

    @cached_property
    def above(self) -> tuple[str, ...]:
        """The believed keys that may issue."""
        return anchors(self._ledger)

    def standing(self, public: str) -> tuple[Certificate, ...]:
        """The certificates of a key that count here today; one that is `trusted` or `team` stands everywhere and issues
        nothing.

        Whether the key itself was revoked is asked apart (`counts_until`): what it wrote before still counts.
        """
        if public not in self._standing:
            self._standing[public] = self._read(public)
        return self._standing[public]

    def is_accepted(self, public: str) -> bool:
        """Whether a person accepted this key by its fingerprint, or a hub of protocol 1 named it."""
        return public in anchors(self._ledger, "trusted", "team")

    def covers(self, public: str, scope: str) -> bool:
        """Whether a key's certificates cover a place."""
        return any(one.covers(scope) for one in self.standing(public))

    def is_witness(self, public: str, scope: str) -> bool:
        """Whether a key is a hub's or station's that answers for a place: it judged what it hands on."""
        issuing = any(one.may_issue and one.covers(scope) for one in self.standing(public))
        return issuing and self.counts_until(public, "", scope) is None

    def is_hub(self, public: str, tier: str, scope: str) -> bool:
        """Whether a key is that of a hub of this tier for a place: then its attestation is a receipt."""
        own = any(one.role == HUB_ROLES.get(tier) and one.covers(scope) for one in self.standing(public))
        return own and self.counts_until(public, "", scope) is None

    def counts_until(self, public: str, stream: str = "", scope: str = "") -> int | None:
        """The last sequence of a revoked author's stream in a place that counts (0: none); None for a key that is not
        revoked there."""
        if public not in self._revoked:
            self._revoked[public] = tuple(
                (one, reach_of(self._ledger, one.issuer)) for one in revocations(self._ledger, public)
            )
        held = [
            one
            for one, reach in self._revoked[public]
            if _covers(reach, scope) and (not one.scope or scope_covers(one.scope, scope))
        ]
        # Of one issuer's words the latest count, and of these the one that knows the stream.
        newest: dict[str, tuple[int, int]] = {}
        for one in held:
            word = (one.revoked_ms, one.heads.get(stream, 0))
            newest[one.issuer] = max(word, newest.get(one.issuer, word))
        return min(seq for _, seq in newest.values()) if held else None

    def revoked_as(self, replica: str, stream: str, scope: str) -> str:
        """The key that a replica's name says, where it was revoked in a place; "" else."""
        rows = self._ledger.db.execute("select distinct public from revocation").fetchall()
        named = key_of(replica, (public for (public,) in rows))
        return named if named and self.counts_until(named, stream, scope) is not None else ""

    def _read(self, public: str) -> tuple[Certificate, ...]:
        known = Known(self._ledger)
        found = [
            one for one in certificates(self._ledger, public) if not refusal_of_place(one, known, self.above)
        ]
        accepted = self._ledger.db.execute(
            "select name, recipient from anchor where public = ? and why in ('trusted', 'team')", [public]
        ).fetchone()
        if accepted:
            found.append(Certificate(public, accepted[0], "", EVERYWHERE, public, 0, accepted[1]))
        return tuple(found)


def standing(ledger: Ledger, public: str) -> tuple[Certificate, ...]:
    """`Keys.standing` of one key."""
    return Keys(ledger).standing(public)


def is_hub(ledger: Ledger, public: str, tier: str, scope: str) -> bool:
    """`Keys.is_hub` of one key."""
    return Keys(ledger).is_hub(public, tier, scope)


def key_named(ledger: Ledger, by: str) -> str:
    """The public key (hex) a segment names by its 16 digits, "" where nobody is known by them."""
    row = ledger.db.execute("select public from certificate where id = ? limit 1", [by]).fetchone()
    if row:
        return str(row[0])
    rows = ledger.db.execute("select public from anchor").fetchall()
    return next((public for (public,) in rows if key_id(bytes.fromhex(public)) == by), "")


def all_revocations(ledger: Ledger) -> tuple[Revocation, ...]:
    """Every revocation that is kept, also those a newer certificate has lifted; those for everywhere first."""
    rows = ledger.db.execute("select body from revocation order by scope, public, issuer").fetchall()
    return tuple(msgspec.json.decode(body, type=Revocation) for (body,) in rows)


def revocations(ledger: Ledger, public: str) -> tuple[Revocation, ...]:
    """The revocations of a key that hold, those for one village too: its issuer has not certified it again since."""
    rows = ledger.db.execute(
        f"select body from revocation r where public = ? and {_HOLDS}",
        [public],
    ).fetchall()
    return tuple(msgspec.json.decode(body, type=Revocation) for (body,) in rows)


def reach_of(ledger: Ledger, issuer: str) -> tuple[str, ...]:
    """The places in which a key's revocations count: everywhere for one that is believed here by itself, else where it
    was let certify."""
    believed = ledger.db.execute(
        f"select 1 from anchor where public = ? and why in ({_MARKS})", [issuer, *ABOVE]
    ).fetchone()
    if believed:
        return EVERYWHERE
    # Asked of the certificates as they were taken in, not of what stands today: two that revoke each other must end.
    return tuple(scope for one in certificates(ledger, issuer) if one.may_issue for scope in one.scopes)


def _covers(reach: Sequence[str], scope: str) -> bool:
    return any(scope_covers(own, scope) for own in reach)


def unrevoked(ledger: Ledger, public: str, told: Sequence[Certificate]) -> tuple[Certificate, ...]:
    """Of a key's certificates those that nobody has taken back who may certify in all of their places."""
    held = [one for one in revocations(ledger, public) if not one.scope]
    if not held:
        return tuple(told)
    reaches = [reach_of(ledger, one.issuer) for one in held]
    return tuple(
        one
        for one in told
        if not any(all(_covers(reach, scope) for scope in one.scopes) for reach in reaches)
    )


class Known(Mapping[str, Collection[Certificate]]):
    """The kept certificates by key, as `keys.certificates` asks for them; of a revoked issuer those that still stand."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def __getitem__(self, public: str) -> Collection[Certificate]:
        return unrevoked(self._ledger, public, certificates(self._ledger, public))

    def __iter__(self) -> Iterator[str]:
        rows = self._ledger.db.execute("select distinct public from certificate").fetchall()
        return iter([public for (public,) in rows])

    def __len__(self) -> int:
        return sum(1 for _ in self)
