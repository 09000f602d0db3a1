"""Who may talk to the hub: accounts, each a person or office with a role and the places it sees."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from fieldapp.domain.region import scope_covers
from fieldapp.errors import SyncError
from fieldapp.store.vault import now_ms, refuse_wrong_scopes
from fieldapp_server.archive import Archive
from fieldapp_server.authority.authority import certify_account, places, revoke_key, set_station
from fieldapp_server.problems import FOREIGN, Refused

LONGEST_NAME = 200


@dataclass(frozen=True)
class Account:
    """A person or office on the hub."""

    name: str
    role: str
    scopes: tuple[str, ...]

    def covers(self, scope: str) -> bool:
        """Whether a place lies in the account's."""
        return any(scope_covers(own, scope) for own in self.scopes)

    def refuse_foreign(self, scope: str) -> None:
        """Raises Refused scope.foreign for a place outside the account's."""
        if not self.covers(scope):
            raise Refused(FOREIGN)


def add_account(
    archive: Archive,
    name: str,
    role: str,
    scopes: Sequence[str],
    *,
    station: bool | None = None,
    clock: Callable[[], int] = now_ms,
) -> Account:
    """Enter an account or change its role and scopes; its devices are certified anew. `station`: whether its device may
    run a station; None leaves it as it was.

    Raises RegisterError register.bad_scope; SyncError hub.bad_name, hub.no_scope, hub.scope_beyond for a
    place that is not this hub's.
    """
    _refuse_wrong_name(name)
    refuse_wrong_scopes(scopes)
    if not scopes:
        raise SyncError("hub.no_scope", "An account needs at least one scope: the region code of its place.")
    with archive.held() as ledger, ledger.transaction():
        _refuse_beyond(places(ledger), scopes)
        ledger.db.execute(
            "insert into hub_account (name, role, scopes) values (?, ?, ?) "
            "on conflict (name) do update set role = excluded.role, scopes = excluded.scopes, revoked = 0",
            [name, role, json.dumps(list(scopes))],
        )
        if station is not None:
            set_station(ledger, name, station)
        certify_account(ledger, name, clock())
    return Account(name, role, tuple(scopes))


def accounts(archive: Archive) -> tuple[Account, ...]:
    """Every account that is not revoked."""
    with archive.held() as ledger:
        rows = ledger.db.execute(
            "select name, role, scopes from hub_account where not revoked order by name"
        ).fetchall()
    return tuple(Account(name, role, tuple(json.loads(scopes))) for name, role, scopes in rows)


def revoke_account(archive: Archive, name: str) -> None:
    """Shut an account and its devices out; what they sent stays, what comes later by other ways waits for review.

    Raises SyncError hub.unknown_account.
    """
    with archive.held() as ledger, ledger.transaction():
        changed = ledger.db.execute(
            "update hub_account set revoked = 1 where name = ? returning name", [name]
        )
        if changed.fetchone() is None:
            raise unknown_account(name)
        for (public,) in ledger.db.execute(
            "select public from hub_device where account = ?", [name]
        ).fetchall():
            revoke_key(ledger, public, now_ms())


def _refuse_wrong_name(name: str) -> None:
    if not name.strip() or len(name) > LONGEST_NAME or len(name.splitlines()) != 1:
        raise SyncError(
            "hub.bad_name",
            "An account needs a name of at most {longest} letters in one line. Choose another one.",
            longest=LONGEST_NAME,
        )


def _refuse_beyond(own: Sequence[str], scopes: Sequence[str]) -> None:
    for scope in scopes:
        if not any(scope_covers(place, scope) for place in own):
            raise SyncError(
                "hub.scope_beyond",
                "{scope} is not a place of this station. It answers for {places}.",
                scope=scope,
                places=", ".join(own),
            )


def unknown_account(name: str) -> SyncError:
    """No account has this name."""
    return SyncError(
        "hub.unknown_account",
        "This hub has no account {name}. Add it first with `fieldapp hub account add`.",
        name=name,
    )
