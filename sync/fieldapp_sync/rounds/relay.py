"""The station's desktop carries between its own hub and the one above: up what the villages brought, down what came.

The rule it holds: the vault is the relay. It syncs with its own station, with the hub above, and with its station again;
so a commit, a certificate or a receipt of the centre goes the whole way in one round, and a line that is down costs
only its own half.
"""

from collections.abc import Callable
from dataclasses import dataclass

from fieldapp.errors import SyncError
from fieldapp.store.vault import Vault
from fieldapp_sync.authority.pairing import Which, connect, pairing_of
from fieldapp_sync.authority.round import attach_station
from fieldapp_sync.files.thumbnail_lane import MakeThumbnail
from fieldapp_sync.refusals import not_paired
from fieldapp_sync.rounds.outcome import Progress, SyncOutcome
from fieldapp_sync.rounds.round import sync_once


@dataclass(frozen=True)
class RelayOutcome:
    """The rounds in their order; None where there is no such hub, it failed, or the round before was cancelled.

    `failure`: why one of the two could not be reached; what the other side brought waits here for the next time.
    """

    station: SyncOutcome | None = None
    hub: SyncOutcome | None = None
    back: SyncOutcome | None = None
    failure: SyncError | None = None


def relay_once(
    vault: Vault,
    progress: Callable[[Progress], None] = lambda progress: None,
    cancelled: Callable[[], bool] = lambda: False,
    make_thumbnail: MakeThumbnail | None = None,
) -> RelayOutcome:
    """One round with the station, one with the hub above, one with the station again where the second brought something.

    Raises SyncError when this vault has no hub at all or none of them answers; VaultError.
    """
    if pairing_of(vault, "station") is None and pairing_of(vault, "hub") is None:
        raise not_paired()
    station, silent = None, None
    try:
        station = _round(vault, "station", progress, cancelled, make_thumbnail)
    except SyncError as refused:
        # Its child process may be starting again; the way up is open all the same.
        silent = refused
    if cancelled() and silent is None:
        return RelayOutcome(station)
    try:
        hub = _round(vault, "hub", progress, cancelled, make_thumbnail)
    except SyncError as refused:
        if silent is not None:
            raise silent from refused
        return RelayOutcome(station, failure=refused)
    if silent is not None:
        if hub is None:
            raise silent
        return RelayOutcome(None, hub, failure=silent)
    if cancelled() or hub is None:
        return RelayOutcome(station, hub)
    back = _round(vault, "station", progress, cancelled, make_thumbnail)
    return RelayOutcome(station, hub, back)


def _round(
    vault: Vault,
    which: Which,
    progress: Callable[[Progress], None],
    cancelled: Callable[[], bool],
    make_thumbnail: MakeThumbnail | None,
) -> SyncOutcome | None:
    if pairing_of(vault, which) is None:
        return None
    connection = connect(vault, which=which)
    try:
        if which == "station":
            attach_station(vault, connection)
        return sync_once(vault, connection, progress, cancelled, which=which, make_thumbnail=make_thumbnail)
    finally:
        connection.close()
