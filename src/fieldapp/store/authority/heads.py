"""What was attested of every stream: the newest word of its author, of the township, of the centre.

The rule it holds: a word is kept only when its signature, its signer's certificate and our own chain agree with it; where
they do not, an alarm is kept and told, and nothing of it counts. The author of a replica is the key its name says; where
a name says none, the first key that is seen to sign as its author, for good.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from fieldapp.errors import Finding
from fieldapp.journal.stream import Segment
from fieldapp.keys.attestations import Attestation, Place, Role, Tier, attest, head_text, role_of
from fieldapp.keys.certificates import key_id
from fieldapp.keys.devices import DeviceKey
from fieldapp.keys.replicas import is_named_by, may_write_as
from fieldapp.store.authority.kept import Keys, anchors
from fieldapp.store.ledger import Ledger, stream_id
from fieldapp.store.streams import chain_at

Noted = Literal["new", "known", "alarm", "signature", "stranger", "revoked"]
_HEAD = "stream, replica, scope, seq, chain, signer, tier, signature"


class Proved(NamedTuple):
    """An attestation whose signature is its signer's, and whether the signature says the tier."""

    told: Attestation
    is_role_told: bool


@dataclass(frozen=True)
class Alarm:
    """Two histories under one name. `kind` chain: two chains at one place; author: two keys under one replica; root: a
    second centre. `held` is what this database holds, `told` what came, `signer` whose word that is (hex)."""

    stream: str
    seq: int
    kind: str
    scope: str
    replica: str
    held: str
    told: str
    signer: str

    def finding(self) -> Finding:
        """The alarm as a sentence that says what to do."""
        words = {"scope": self.scope, "replica": self.replica[:8], "seq": self.seq}
        if self.kind == "root":
            return Finding(
                "authority.second_root",
                "A second centre was named, and it is not believed. Ask the county which hub is the right one and pair "
                "again.",
                words,
            )
        if self.kind == "author":
            return Finding(
                "authority.second_author",
                "Two computers write under one name ({replica}) in the village {scope}. Nothing of the second one was "
                "used. A copy of a vault may be in use: tell your station.",
                words,
            )
        return Finding(
            "authority.forked",
            "There are two histories of {replica} in the village {scope} from change {seq} on. Ours was kept. A copy of "
            "a vault may be in use, or somebody changed a log: tell your station before you go on.",
            words,
        )


def author_of(ledger: Ledger, replica: str) -> str:
    """The key (hex) that writes under this replica's name, "" where none was seen yet."""
    row = ledger.db.execute("select public from author where replica = ?", [replica]).fetchone()
    return str(row[0]) if row else ""


def pin_author(ledger: Ledger, replica: str, public: str) -> str:
    """Hold this key for the replica's author if none is yet and the name is not another's; gives the author that
    stands."""
    if not may_write_as(replica, public):
        return author_of(ledger, replica)
    with ledger.transaction():
        ledger.db.execute("insert or ignore into author (replica, public) values (?, ?)", [replica, public])
    return author_of(ledger, replica)


def sign(key: DeviceKey, segment: Segment, chain: bytes, role: Role) -> tuple[str, str]:
    """`by` and `sig` of a segment's header; `chain` is the stream's after the segment's last line."""
    import base64

    place = Place(segment.stream, segment.replica, segment.scope, segment.last, chain)
    return key_id(key.public), base64.b64encode(key.sign(head_text(role, place))).decode().rstrip("=")


def role_in(ledger: Ledger, public: str, replica: str) -> Role:
    """As what a key (hex) hands on a replica's segments."""
    if public in anchors(ledger, "own"):
        return "central" if ledger.meta("tier") == "central" else "township"
    is_own = is_named_by(replica, public) or author_of(ledger, replica) == public
    return "author" if is_own else "carrier"


def attest_own(ledger: Ledger, key: DeviceKey, replicas: Sequence[str]) -> tuple[Attestation, ...]:
    """Sign the heads of what was written here since the last time, as its author. Gives the new attestations."""
    for replica in replicas:
        pin_author(ledger, replica, key.public.hex())
    marks = ", ".join("?" * len(replicas))
    return _sign_heads(ledger, key, "author", f"replica in ({marks})", replicas)


def witness(ledger: Ledger, key: DeviceKey, tier: Tier, condition: str, parameters: Sequence[str]) -> None:
    """Countersign, as a hub, the heads of the streams an SQL condition names, where they moved since the last time."""
    _sign_heads(ledger, key, tier, condition, parameters)


def newest(
    ledger: Ledger, condition: str = "1", parameters: Sequence[str | int] = ()
) -> tuple[Attestation, ...]:
    """The kept attestations, newest of every stream and tier; `condition` is over the columns of `head`."""
    rows = ledger.db.execute(
        f"select {_HEAD} from head where {condition} order by stream, tier", parameters
    ).fetchall()
    return tuple(Attestation(*row) for row in rows)


def proved(told: Iterable[Attestation]) -> Iterator[Proved]:
    """Attestations with what their signatures say, which costs the most and asks no ledger; false ones are left out."""
    for one in told:
        role = role_of(one)
        if role and one.stream == stream_id(one.replica, one.scope):
            yield Proved(one, role == one.tier)


def note_all(ledger: Ledger, told: Iterable[Attestation]) -> int:
    """Take in attestations from any carrier; gives how many were new."""
    return note_proved(ledger, tuple(proved(told)))


def note_proved(ledger: Ledger, told: Iterable[Proved]) -> int:
    """As `note_all`, of those that were proved before; in one transaction."""
    with ledger.transaction():
        return sum(_note(ledger, *one) == "new" for one in told)


def note(ledger: Ledger, told: Attestation) -> Noted:
    """Take in one attestation. `stranger`: its signer has no certificate for the place; `revoked`: written too late."""
    found = next(proved([told]), None)
    return _note(ledger, *found) if found else "signature"


def _note(ledger: Ledger, told: Attestation, is_role_told: bool) -> Noted:
    refused = _refusal(ledger, told, is_role_told=is_role_told)
    if refused:
        return refused
    with ledger.transaction():
        held = chain_at(ledger, told.stream, told.seq)
        if held is not None and held.hex() != told.chain:
            return _alarm(ledger, "chain", told, held.hex())
        for kept in newest(
            ledger, "stream = ? and seq = ? and chain <> ?", [told.stream, told.seq, told.chain]
        ):
            return _alarm(ledger, "chain", told, kept.chain)
        changed = ledger.db.execute(
            f"insert into head ({_HEAD}) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (stream, tier) do update set "
            "seq = excluded.seq, chain = excluded.chain, signer = excluded.signer, signature = excluded.signature "
            "where excluded.seq > head.seq returning seq",
            [
                *(told.stream, told.replica, told.scope, told.seq),
                *(told.chain, told.by, told.tier, told.signature),
            ],
        ).fetchone()
        if told.tier == "author":
            pin_author(ledger, told.replica, told.by)
    return "new" if changed else "known"


def raise_alarm(ledger: Ledger, alarm: Alarm) -> None:
    """Keep an alarm; the same one is kept once."""
    with ledger.transaction():
        ledger.db.execute(
            "insert or ignore into alarm (stream, seq, kind, scope, replica, held, told, signer) "
            "values (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                *(alarm.stream, alarm.seq, alarm.kind, alarm.scope),
                *(alarm.replica, alarm.held, alarm.told, alarm.signer),
            ],
        )


def alarms(ledger: Ledger) -> tuple[Alarm, ...]:
    """Every alarm that was raised here, for the sync page and `vault doctor`."""
    rows = ledger.db.execute(
        "select stream, seq, kind, scope, replica, held, told, signer from alarm order by stream, seq, kind"
    ).fetchall()
    return tuple(Alarm(*row) for row in rows)


def unlike_their_heads(ledger: Ledger) -> tuple[Attestation, ...]:
    """Attestations that our own log contradicts now: it was changed, cut or put back since. Reads the log."""
    found = []
    for one in newest(ledger):
        held = chain_at(ledger, one.stream, one.seq)
        if held is not None and held.hex() != one.chain:
            found.append(one)
    return tuple(found)


def cut_short(ledger: Ledger) -> tuple[tuple[Attestation, int], ...]:
    """What this computer's key signed of streams that end before it here, with where they end."""
    signed = newest(
        ledger,
        "tier = 'author' and signer = (select public from author where replica = ?)",
        [ledger.replica],
    )
    ends = dict(ledger.db.execute("select id, head_seq from stream").fetchall())
    return tuple((one, ends.get(one.stream, 0)) for one in signed if one.seq > ends.get(one.stream, 0))


def _refusal(ledger: Ledger, told: Attestation, *, is_role_told: bool) -> Noted | None:
    keys = Keys(ledger)
    if told.tier != "author":
        return None if keys.is_hub(told.by, told.tier, told.scope) else "stranger"
    author = author_of(ledger, told.replica)
    if author != told.by and not keys.covers(told.by, told.scope):
        return "stranger"
    if author and author != told.by:
        return _alarm(ledger, "author", told, author)
    if not author and not (is_named_by(told.replica, told.by) or _may_be_first(told, is_role_told)):
        return "stranger"
    until = keys.counts_until(told.by, told.stream, told.scope)
    return "revoked" if until is not None and told.seq > until else None


def _may_be_first(told: Attestation, is_role_told: bool) -> bool:
    """Whether a key may become the author of a name that says no key: not by what it may have signed as a carrier."""
    return is_role_told and may_write_as(told.replica, told.by)


def _alarm(ledger: Ledger, kind: str, told: Attestation, held: str) -> Noted:
    word = told.by if kind == "author" else told.chain
    raise_alarm(ledger, Alarm(told.stream, told.seq, kind, told.scope, told.replica, held, word, told.by))
    return "alarm"


def _sign_heads(
    ledger: Ledger, key: DeviceKey, tier: Tier, condition: str, parameters: Sequence[str]
) -> tuple[Attestation, ...]:
    moved = ledger.db.execute(
        "select id, replica, scope, head_seq, head_hash from stream where head_seq > "
        "coalesce((select seq from head where head.stream = stream.id and tier = ?), 0) "
        f"and replica <> '' and {condition}",
        [tier, *parameters],
    ).fetchall()
    told = tuple(
        attest(key, tier, stream=stream, replica=replica, scope=scope, seq=seq, chain=bytes(chain))
        for stream, replica, scope, seq, chain in moved
    )
    if told:
        with ledger.transaction():
            ledger.db.conn.executemany(
                f"insert or replace into head ({_HEAD}) values (?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    (one.stream, one.replica, one.scope, one.seq, one.chain, one.by, one.tier, one.signature)
                    for one in told
                ],
            )
    return told
