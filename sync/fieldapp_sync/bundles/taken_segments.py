"""Segments of bundles: each is judged, then received, held for a review, or kept until what it follows comes."""

from collections.abc import Callable

from fieldapp.domain.region import scope_covers
from fieldapp.errors import SyncError
from fieldapp.journal.stream import Segment
from fieldapp.keys.acceptances import Acceptance
from fieldapp.store.authority.acceptances import hear, hold_unaccepted
from fieldapp.store.authority.judging import Verdict, front, judge
from fieldapp.store.hand import Changed
from fieldapp.store.intake import receive
from fieldapp.store.vault import Vault
from fieldapp_sync.bundles.contents import read_segment
from fieldapp_sync.bundles.waiting import keep_waiting


class TakenSegments:
    """Commits taken in so far: `applied`, `ignored` (here already), `aside` (not readable), `foreign` (of villages that
    `covers` says are not ours), `held` for a review, `unkept` (there is no room to let them wait). `refusals` by
    sentence; `changed` the records."""

    def __init__(self, vault: Vault, covers: Callable[[str], bool]) -> None:
        self._vault, self._covers = vault, covers
        self.applied = self.ignored = self.aside = self.foreign = self.held = self.unkept = 0
        self.refusals: dict[str, SyncError] = {}
        self.changed: dict[Changed, None] = {}

    def take(self, frame: bytes, signer: str) -> bool:
        """Whether all of it is in, held for review, or kept until its predecessor comes."""
        carried = read_segment(frame)
        segment = carried.segment
        commits = segment.last - segment.first + 1
        if not self._covers(segment.scope):
            self.foreign += commits
            return True
        verdict = judge(self._vault.ledger, segment, carried.by, carried.sig, sender=signer)
        if verdict.refusal is not None:
            return self._refuse(verdict.refusal)
        if verdict.reason == "gap":
            if not keep_waiting(self._vault, segment, frame, signer):
                self.unkept += commits
                return False
        elif verdict.way == "review":
            return self._hold(segment, verdict, signer)
        else:
            self._receive(segment)
        return True

    def take_accepted(self, told: tuple[Acceptance, ...]) -> None:
        """What stations took in from review: what waits here because of it is taken in as well."""
        own = [one for one in told if self._covers(one.scope)]
        self.held = max(0, self.held - hear(self._vault.ledger, own, self._receive)[1])

    def _refuse(self, refusal: SyncError) -> bool:
        self.refusals.setdefault(refusal.sentence(), refusal)
        return False

    def _hold(self, segment: Segment, verdict: Verdict, signer: str) -> bool:
        if (in_time := front(segment, verdict)) is not None:
            self._receive(in_time)
        try:
            now = self._vault.clock()
            self.held += hold_unaccepted(
                self._vault.ledger, segment, verdict, self._receive, sender=signer, now_ms=now
            )
        except SyncError as full:
            return self._refuse(full)
        return True

    def _receive(self, segment: Segment) -> None:
        received = receive(self._vault.ledger, segment)
        self.applied += received.applied
        self.ignored += received.ignored
        self.aside += received.quarantined
        self.changed.update(dict.fromkeys(received.changed))


def own_villages(vault: Vault) -> Callable[[str], bool]:
    """Whether a village is any worker's of this vault."""
    rows = vault.db.execute("select distinct s.value from worker, json_each(worker.scopes) s").fetchall()
    return lambda scope: any(scope_covers(own, scope) for (own,) in rows)
