"""A round as a person or the background asks for it: with our own station too where there is one, and noted in the vault.

The rule it holds: whoever starts a round, by key, by itself or from the command line, starts this one; so the page and
the badge know of every one.
"""

from collections.abc import Callable

from fieldapp.errors import SyncError
from fieldapp.store.cipher import fold_log
from fieldapp.store.finding.waiting_rows import indexing_after
from fieldapp.store.sync_notes import What, note
from fieldapp.store.vault import Vault
from fieldapp_sync.authority.pairing import connect, pairing_of
from fieldapp_sync.bundles.taking import take_what_waited
from fieldapp_sync.files.thumbnail_lane import MakeThumbnail
from fieldapp_sync.rounds.outcome import Progress, SyncOutcome
from fieldapp_sync.rounds.relay import relay_once
from fieldapp_sync.rounds.round import sync_once
from fieldapp_sync.station.station import is_station


def synchronise(
    vault: Vault,
    url: str = "",
    progress: Callable[[Progress], None] = lambda progress: None,
    cancelled: Callable[[], bool] = lambda: False,
    make_thumbnail: MakeThumbnail | None = None,
) -> SyncOutcome:
    """One round with the paired hub, at `url` where that is not its usual address; a station's goes round all its hubs.

    Raises SyncError when a hub could not be reached or refused, VaultError; what has travelled stays, is noted and can be
    searched.
    """
    with indexing_after(vault.ledger):
        outcome = _synchronised(vault, url, progress, cancelled, make_thumbnail)
    fold_log(vault.db)
    return outcome


def _synchronised(
    vault: Vault,
    url: str,
    progress: Callable[[Progress], None],
    cancelled: Callable[[], bool],
    make_thumbnail: MakeThumbnail | None,
) -> SyncOutcome:
    with_whom = url or _whom(vault)
    try:
        if is_station(vault) and not url:
            return _relayed(vault, progress, cancelled, make_thumbnail)
        connection = connect(vault, url)
        try:
            outcome = sync_once(vault, connection, progress, cancelled, make_thumbnail=make_thumbnail)
        finally:
            connection.close()
    except SyncError as refused:
        note(vault, "failed", with_whom, refusal=refused)
        raise
    # Parts of bundles could wait until the commits before them were there.
    take_what_waited(vault)
    _note_round(vault, with_whom, outcome)
    return outcome


def _relayed(
    vault: Vault,
    progress: Callable[[Progress], None],
    cancelled: Callable[[], bool],
    make_thumbnail: MakeThumbnail | None,
) -> SyncOutcome:
    relayed = relay_once(vault, progress, cancelled, make_thumbnail)
    rounds = [one for one in (relayed.station, relayed.hub, relayed.back) if one is not None]
    for which, done in (("station", relayed.station), ("hub", relayed.hub)):
        pairing = pairing_of(vault, "station" if which == "station" else "hub")
        if done is not None and pairing is not None:
            _note_round(vault, pairing.url, done, pairing.tier)
    take_what_waited(vault)
    if relayed.failure is not None:
        raise relayed.failure
    last = rounds[-1]
    return SyncOutcome(
        sum(one.sent for one in rounds),
        sum(one.received for one in rounds),
        sum(one.set_aside for one in rounds),
        last.conflicts,
        last.counts,
        sum(one.files_sent for one in rounds),
        sum(one.files_received for one in rounds),
        next((one.clock_off_ms for one in reversed(rounds) if one.clock_off_ms), 0),
        last.cancelled,
        sum(one.held for one in rounds),
        sum(one.tries for one in rounds),
        tuple(told for one in rounds for told in one.told),
    )


def _note_round(vault: Vault, with_whom: str, outcome: SyncOutcome, tier: str = "") -> None:
    pairing = pairing_of(vault)
    counts = {
        "sent": outcome.sent,
        "received": outcome.received,
        "set_aside": outcome.set_aside,
        "conflicts": outcome.conflicts if outcome.received else 0,
        "files_sent": outcome.files_sent,
        "files_received": outcome.files_received,
        "held": outcome.held,
        "clock_off_ms": outcome.clock_off_ms,
    }
    what: What = "stopped" if outcome.cancelled else "round"
    tier = tier or (pairing.tier if pairing is not None else "")
    note(vault, what, with_whom, counts, tier=tier, told=outcome.told)


def _whom(vault: Vault) -> str:
    pairing = pairing_of(vault)
    return pairing.url if pairing is not None else ""
