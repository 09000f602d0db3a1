"""Wrong stores on purpose, each a slip that a real programme could make; the world must catch every one of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from unittest.mock import patch

from fieldapp.journal.commit import MalformedCommit, decode_commit
from fieldapp.journal.stream import Segment, join_lines
from fieldapp.store.vault import Vault

BUGS = (
    "gap skipped",
    "aside dropped",
    "sent remembered",
    "name kept",
    "seen at save",
    "foreign sent",
    "losers unwritten",
    "half a save",
    "seen forgotten",
    "context ignored",
    "lagging forgotten",
)


@contextmanager
def planted(bug: str) -> Iterator[None]:
    """The two bugs that lie deep in the store; the others are played by the world itself."""
    if bug == "seen forgotten":
        # What a writer had seen of commits that are still under way is not kept beside the row.
        with (
            patch("fieldapp.store.plain_edits.unarrived", lambda seen, known: {}),
            patch("fieldapp.store.rows.unarrived", lambda seen, known: {}),
        ):
            yield
    elif bug == "context ignored":
        # The last to arrive overwrites a row that was never contested before.
        with (
            patch("fieldapp.store.plain_edits.written_over", lambda *_: b""),
            patch("fieldapp.journal.row_context.RowContext.is_seen_through", lambda *_: True),
        ):
            yield
    else:
        yield


def skip_gap(vault: Vault, segment: Segment) -> None:
    """Take what follows a gap as if nothing were missing."""
    ledger = vault.ledger
    if segment.first > ledger.vector(segment.scope).get(segment.stream, 0) + 1:
        with ledger.transaction():
            stream = ledger.enter_stream(segment.stream, segment.replica, segment.scope)
            ledger.db.execute("update stream set head_seq = ? where n = ?", [segment.first - 1, stream.n])


def without_bad_lines(segment: Segment) -> Segment:
    """Drop the lines that cannot be read instead of keeping them aside."""
    kept = []
    for line in segment.lines.splitlines():
        try:
            decode_commit(line, stream=segment.stream, scope=segment.scope, replica=segment.replica)
            kept.append(line)
        except MalformedCommit:
            continue
    return replace(segment, last=segment.first + len(kept) - 1, lines=join_lines(kept))


def forget_losers(vault: Vault) -> None:
    """The values that are not shown are not kept."""
    vault.db.execute("delete from conflict")


def forget_rows(vault: Vault) -> None:
    """The log of a save is durable and its rows are not."""
    vault.db.execute("delete from household")
