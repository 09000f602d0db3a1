"""What an account may see and give: every question to the archive carries the account's scopes inside its query."""

from fieldapp.domain.region import scope_covers
from fieldapp.domain.roles import may
from fieldapp.errors import SyncError
from fieldapp.journal.stream import Segment
from fieldapp.store.attachments import AttachmentFolder
from fieldapp.store.intake import receive
from fieldapp.store.ledger import Ledger, Stream
from fieldapp.store.streams import digest, segments_after
from fieldapp.store.striking import erasures_in, settle
from fieldapp_server.accounts import Account
from fieldapp_server.archive import Archive, within
from fieldapp_server.problems import BAD_SEGMENT, ERASE_REFUSED, FOREIGN, Refused
from fieldapp_sync.frames import pack_segment, put_frame, unpack_segment
from fieldapp_sync.messages import Digests, PullRequest, PushReply, Vectors, VectorsReply, root_digest

PULL_BYTES = 1 << 20
"""A pull reply stops after this many bytes; the laptop asks on with its new vector."""


def is_equal(archive: Archive, account: Account, root: str) -> bool:
    """Whether the laptop's root digest is that of everything this account may see here."""
    with archive.held() as ledger:
        return root_digest({scope: digest(ledger, scope) for scope in _scopes(ledger, account)}) == root


def vectors(archive: Archive, account: Account, asked: Digests) -> VectorsReply:
    """The vectors of the account's scopes whose digest is not the laptop's, and of those it named that are empty here.

    Raises Refused scope.foreign for a named scope outside the account.
    """
    out: Vectors = {}
    with archive.held() as ledger:
        for scope in asked.digests:
            _refuse_foreign(account, scope)
            out[scope] = {}
        for scope in _scopes(ledger, account):
            if digest(ledger, scope).hex() == asked.digests.get(scope):
                del out[scope]
            else:
                out[scope] = dict(ledger.vector(scope))
    return VectorsReply(out)


class Push:
    """One push, fed with the segments as they arrive; each is stored in a transaction of its own."""

    def __init__(self, archive: Archive, account: Account) -> None:
        self._archive, self._account = archive, account
        self._applied = self._ignored = self._quarantined = 0
        self._heads: dict[str, int] = {}
        self._gap = False

    def take(self, content: bytes) -> None:
        """Store one segment. Raises Refused segment.damaged, scope.foreign, erase.refused; what was stored stays."""
        try:
            segment = unpack_segment(content)
        except SyncError as refused:
            raise Refused(BAD_SEGMENT) from refused
        with self._archive.held() as ledger:
            _refuse_foreign(self._account, segment.scope)
            _refuse_erasing(ledger, self._account, segment)
            received = receive(ledger, segment)
            head = ledger.vector(segment.scope).get(segment.stream, 0)
        self._applied += received.applied
        self._ignored += received.ignored
        self._quarantined += received.quarantined
        self._heads[segment.stream] = head
        self._gap = self._gap or head < segment.last

    def reply(self) -> PushReply:
        """What became of it all; `gap` when a segment began after what is here. Erased words are off the disk then."""
        with self._archive.held() as ledger:
            settle(ledger, AttachmentFolder(self._archive.attachments, self._archive.file_key))
        return PushReply(self._applied, self._ignored, self._quarantined, self._heads, self._gap)


def pull(archive: Archive, account: Account, asked: PullRequest) -> bytes:
    """Frames of what the laptop lacks of one scope, about `PULL_BYTES` of them. Raises Refused scope.foreign."""
    _refuse_foreign(account, asked.scope)
    frames = bytearray()
    with archive.held() as ledger:
        for segment in segments_after(ledger, asked.scope, asked.vector):
            frames += put_frame(pack_segment(segment))
            if len(frames) >= PULL_BYTES:
                break
    return bytes(frames)


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


def _refuse_erasing(ledger: Ledger, account: Account, segment: Segment) -> None:
    """Raises Refused erase.refused: an erasure is taken from an account that may erase, or as the work of one."""
    stream = Stream(0, segment.stream, segment.replica, segment.scope)
    if may(account.role, "erase") or not erasures_in(stream, segment.first, segment.lines.splitlines()):
        return
    authors = ledger.db.execute(
        "select a.role from hub_device d join hub_account a on a.name = d.account where d.replica = ?",
        [segment.replica],
    ).fetchall()
    if not any(may(role, "erase") for (role,) in authors):
        raise Refused(ERASE_REFUSED)


def _refuse_foreign(account: Account, scope: str) -> None:
    if not any(scope_covers(own, scope) for own in account.scopes):
        raise Refused(FOREIGN)
