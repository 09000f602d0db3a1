"""Own work in villages that are no longer the account's: it still goes up, and the hub holds it for a person (SYNC 20).

The rule it holds: nothing that was written here is left behind because an account got other villages. The hub tells no
vectors of a foreign village, so the last commit of each such stream is shown to it: its answer says from where on.
"""

from collections.abc import Iterator
from itertools import islice

from fieldapp.domain.region import scope_covers
from fieldapp.journal.stream import Segment
from fieldapp.store.receipts import own_replicas
from fieldapp.store.streams import segments_after
from fieldapp.store.vault import Vault
from fieldapp_sync.authority.pairing import Pairing
from fieldapp_sync.refusals import refusal_of_code
from fieldapp_sync.segments.signing import signed_frame
from fieldapp_sync.wire import Talk

_LEVEL = 9
_AT_ONCE = 16
"""Segments of one request: half a megabyte unpacked."""


def send_former(vault: Vault, talk: Talk, pairing: Pairing, url: str) -> int:
    """Hand over what the centre has not confirmed of own streams outside the account's places; gives the commits that the
    hub holds for review since. A hub whose key is not known is not asked. Raises SyncError."""
    if not pairing.public:
        return 0
    held = 0
    for scope, stream, head in _unconfirmed(vault, pairing):
        at, held_now = _push(vault, talk, scope, stream, head - 1, url)
        held += held_now
        before = -1
        while before < at < head:
            before = at
            at, held_now = _push(vault, talk, scope, stream, at, url)
            held += held_now
    return held


def _unconfirmed(vault: Vault, pairing: Pairing) -> list[tuple[str, str, int]]:
    replicas = own_replicas(vault)
    rows = vault.db.execute(
        "select scope, id, head_seq from stream where head_seq > coalesce((select max(seq) from receipt "
        f"where stream = id and tier in (?, 'central')), 0) and replica in ({', '.join('?' * len(replicas))})",
        [pairing.tier, *replicas],
    ).fetchall()
    return [row for row in rows if not any(scope_covers(own, row[0]) for own in pairing.scopes)]


def _push(vault: Vault, talk: Talk, scope: str, stream: str, after: int, url: str) -> tuple[int, int]:
    """How far the hub has come with this stream after one request, and the commits that it holds since."""
    answer = talk.push(_frames(vault, scope, stream, after))
    if answer.refused:
        raise refusal_of_code(answer.refused[0].code, url)
    return answer.heads.get(stream, 0), answer.held


def _frames(vault: Vault, scope: str, stream: str, after: int) -> Iterator[bytes]:
    known = {**vault.ledger.vector(scope), stream: after}
    segments: Iterator[Segment] = segments_after(vault.ledger, scope, known)
    for segment in islice(segments, _AT_ONCE):
        yield signed_frame(vault.ledger, vault.device, segment, (), _LEVEL)
