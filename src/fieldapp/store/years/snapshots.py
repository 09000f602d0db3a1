"""The year-end snapshot of a village: frozen, sealed, versioned; what was corrected since is seen, never written over."""

from collections.abc import Callable
from dataclasses import dataclass

from fieldapp.domain.region import LENGTH, RegionCode
from fieldapp.errors import RegisterError
from fieldapp.journal.commit import Value
from fieldapp.register.freezing import freeze, seal
from fieldapp.store.checking import one_moment
from fieldapp.store.field_rights import sees_all_fields
from fieldapp.store.files import attachments
from fieldapp.store.history import Origin, field_origins
from fieldapp.store.moving.deeds import today
from fieldapp.store.permissions import not_allowed
from fieldapp.store.records import Record, record, rows
from fieldapp.store.regions import VILLAGE_LEVEL, villages
from fieldapp.store.save import Change, Saved, save, seen_of
from fieldapp.store.vault import Vault
from fieldapp.store.years.frozen_rows import frozen_rows
from fieldapp.store.years.snapshot_bodies import pack_body
from fieldapp.store.years.year_end import (
    Figures,
    figures_at,
    reconcile,
    refuse_partial,
    refuse_wrong_day,
    wrong_day,
)

_FORMAT = 1
_ALL = 1_000_000


@dataclass(frozen=True)
class Snapshot:
    """One version of a village's year. `reconciled`: whether the three equations held when it was taken. `origin` is
    who took it and when, None where the log does not say."""

    id: str
    scope: str
    year: int
    version: int
    cut_off: str
    taken_on: str
    households: int
    people: int
    sha256: str
    body: str
    reason: str
    reconciled: bool
    origin: Origin | None


def take_snapshot(vault: Vault, scope: str, year: int, cut_off: str, reason: str = "") -> Saved:
    """Freeze a village's year as it stands, figures as of the end of `cut_off`. The first version needs no reason.

    Raises RegisterError snapshot.no_village, snapshot.no_reason, snapshot.unchanged, year.bad_day, role.not_allowed and
    those of `save`.
    """
    vault.refuse_foreign(scope)
    refuse_part_of_fields(vault)
    refuse_wrong_day(cut_off)
    if cut_off[:4] != str(year):
        raise wrong_day(cut_off)
    village = _village(vault, scope)
    before = snapshots(vault, scope, year)
    if before and not reason.strip():
        raise RegisterError(
            "snapshot.no_reason",
            "There is a version {version} of this year. Say why a new one is needed.",
            version=before[-1].version,
        )
    figures, lines = _frozen(vault, scope, year, cut_off)
    digest = seal(lines)
    if before and before[-1].sha256 == digest:
        raise RegisterError(
            "snapshot.unchanged",
            "Nothing has changed since version {version}. That version still holds.",
            version=before[-1].version,
        )
    values: dict[str, Value] = {
        "village": village,
        "year": year,
        "version": before[-1].version + 1 if before else 1,
        "cut_off": cut_off,
        "taken_on": today(vault),
        "households": sum(figures.households.values()),
        "people": sum(figures.people.values()),
        "sha256": digest,
        "body": attachments.put(vault, pack_body(lines)),
        "reason": reason.strip() or None,
        "reconciled": int(reconcile(vault, scope, year, until=cut_off).is_even),
    }
    change = Change("snapshot", None, "add", values)
    return save(vault, scope, "edit", [change], seen=seen_of(vault, scope), label="snapshot")


def _village(vault: Vault, scope: str) -> str:
    found = rows(vault, "village", scope, limit=1)
    if not found or RegionCode(scope).level != VILLAGE_LEVEL:
        raise RegisterError(
            "snapshot.no_village",
            "A snapshot is of one village. Enter the village {scope} first.",
            scope=scope,
        )
    return found[0].id


def take_snapshots(
    vault: Vault,
    scope: str,
    year: int,
    cut_off: str,
    reason: str = "",
    *,
    progress: Callable[[int, int], None] = lambda done, all_: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[Saved, ...]:
    """Every village of a region that is entered here; a village in which nothing has changed keeps its version."""
    prefix = RegionCode(scope).prefix
    inside = [one.code for one in villages(vault) if one.code.startswith(prefix) and len(one.code) == LENGTH]
    taken: list[Saved] = []
    for at, code in enumerate(inside):
        if cancelled():
            break
        progress(at, len(inside))
        try:
            taken.append(take_snapshot(vault, code, year, cut_off, reason))
        except RegisterError as refused:
            if refused.code not in ("snapshot.no_village", "snapshot.unchanged"):
                raise
    return tuple(taken)


def snapshots(vault: Vault, scope: str, year: int | None = None) -> tuple[Snapshot, ...]:
    """The versions of a village's year, or of every village and year of a region: by village, year, version, time."""
    found = rows(vault, "snapshot", scope, limit=_ALL, where={} if year is None else {"year": year})
    named = [_snapshot(vault, one) for one in found]
    return tuple(sorted(named, key=lambda one: (one.scope, one.year, one.version, one.id)))


def snapshot(vault: Vault, snapshot_id: str) -> Snapshot | None:
    """One version, or None where it is not here."""
    found = record(vault, "snapshot", snapshot_id)
    return _snapshot(vault, found) if found else None


def refuse_part_of_fields(vault: Vault) -> None:
    """Raises RegisterError role.not_allowed: a snapshot holds every field of every household of the village."""
    refuse_partial(vault)
    if not sees_all_fields(vault):
        raise not_allowed(vault)


def _frozen(vault: Vault, scope: str, year: int, cut_off: str) -> tuple[Figures, tuple[bytes, ...]]:
    with one_moment(vault):
        figures = figures_at(vault, scope, cut_off)
        header = {
            "format": _FORMAT,
            "scope": scope,
            "year": year,
            "cut_off": cut_off,
            "edition": vault.edition,
            "households": dict(figures.households),
            "people": dict(figures.people),
        }
        return figures, freeze(header, frozen_rows(vault, scope, year, cut_off))


def _snapshot(vault: Vault, one: Record) -> Snapshot:
    def text(key: str) -> str:
        return str(one.values.get(key) or "")

    def number(key: str) -> int:
        return int(one.values.get(key) or 0)

    return Snapshot(
        one.id,
        one.scope,
        number("year"),
        number("version"),
        text("cut_off"),
        text("taken_on"),
        number("households"),
        number("people"),
        text("sha256"),
        text("body"),
        text("reason"),
        bool(number("reconciled")),
        field_origins(vault, "snapshot", one.id).get("sha256"),
    )
