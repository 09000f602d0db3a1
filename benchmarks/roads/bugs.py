"""Wrong rules on purpose, each a slip that a real programme could make; a county must catch every one of them."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from typing import Any
from unittest.mock import patch

from fieldapp.store.files.attachments import wanted
from fieldapp.store.vault import Vault

_Patch = Callable[[], AbstractContextManager[Any]]


def _waiting_dropped() -> AbstractContextManager[Any]:
    """What follows a missing part is said to be kept and is not."""
    return patch("fieldapp_sync.bundles.taken_segments.keep_waiting", lambda *_: True)


def _written_believed() -> AbstractContextManager[Any]:
    """Who wrote a bundle remembers it as taken in."""
    from fieldapp_sync.bundles import writing

    known: dict[tuple[str, str], dict[str, dict[str, int]]] = {}

    def believed(vault: Vault, recipient: str) -> dict[str, dict[str, int]]:
        told = known.get((vault.replica, recipient), {})
        known[vault.replica, recipient] = {scope: dict(vault.ledger.vector(scope)) for scope in _SCOPES}
        return told

    return patch.object(writing, "peer_vectors", believed)


def _photo_asked_once() -> AbstractContextManager[Any]:
    """A photo that was asked for is taken for come, though the line died."""
    asked: set[tuple[str, str]] = set()

    def once(vault: Vault) -> tuple[str, ...]:
        found = [ref for ref in wanted(vault) if (str(vault.path), ref) not in asked]
        asked.update((str(vault.path), ref) for ref in found)
        return tuple(found)

    return patch("fieldapp_sync.files.original_lane.wanted", once)


def _beside_unwanted() -> AbstractContextManager[Any]:
    """Of a base only what is shown is asked for: the photo that stands in a conflict never comes."""
    return patch("fieldapp.store.growing.loading._want_beside", lambda *_: None)


def _unreceipted_dropped() -> AbstractContextManager[Any]:
    """Old lines are dropped whether the county has them or not."""
    return patch(
        "fieldapp.store.growing.compaction.received_until",
        lambda ledger, day: dict(ledger.db.execute("select id, head_seq from stream").fetchall()),
    )


def _work_under_a_base() -> AbstractContextManager[Any]:
    """What was written here above a base is not applied again when it comes."""
    return patch("fieldapp.store.growing.bootstrap.apply_log", lambda *_: None)


def _late_taken() -> AbstractContextManager[Any]:
    """The judge asks nobody whether an author was revoked."""
    return patch("fieldapp.store.authority.judging._Case._counts_until", lambda *_: None)


def _names_unread() -> AbstractContextManager[Any]:
    """The judge reads no name: who carries the work of a laptop that was never seen answers for it."""
    patches = ExitStack()
    patches.enter_context(patch("fieldapp.store.authority.judging.is_bound", lambda _: False))
    patches.enter_context(patch("fieldapp.store.authority.judging.Keys.revoked_as", lambda *_: ""))
    return patches


def _rejected_thrown_away() -> AbstractContextManager[Any]:
    """What a person turned down is deleted."""

    def lose(ledger: Any, stream: str, state: str, *_: object) -> None:
        ledger.db.execute("delete from review where stream = ?", [stream])

    return patch("fieldapp.store.authority.deciding._mark", lose)


_SCOPES = ("990101001201", "990101001202")
_PATCHES: dict[str, _Patch] = {
    "waiting dropped": _waiting_dropped,
    "written believed": _written_believed,
    "photo asked once": _photo_asked_once,
    "beside unwanted": _beside_unwanted,
    "unreceipted dropped": _unreceipted_dropped,
    "work under a base": _work_under_a_base,
    "late taken": _late_taken,
    "names unread": _names_unread,
    "rejected thrown away": _rejected_thrown_away,
}
BUGS = tuple(_PATCHES)


@contextmanager
def planted(bug: str) -> Iterator[None]:
    """One of them in this block, or none."""
    with _PATCHES[bug]() if bug else nullcontext():
        yield
