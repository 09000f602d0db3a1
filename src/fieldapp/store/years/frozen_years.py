"""A snapshot read again: its seal checked, compared with another version, and with what the register says since."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

import zstandard

from fieldapp.errors import RegisterError
from fieldapp.register.freezing import Difference, Frozen, differences, seal, thaw
from fieldapp.store.checking import one_moment
from fieldapp.store.files import attachments
from fieldapp.store.history import Origin, field_origins
from fieldapp.store.refusals import unknown_record
from fieldapp.store.vault import Vault
from fieldapp.store.years.frozen_rows import frozen_rows
from fieldapp.store.years.snapshot_bodies import unpack_body
from fieldapp.store.years.snapshots import Snapshot, refuse_part_of_fields, snapshot
from fieldapp.store.years.year_end import Figures, figures_at


@dataclass(frozen=True)
class FrozenYear:
    """What a snapshot holds: the figures of its cut-off day, its records, and how many of them the law has erased."""

    scope: str
    year: int
    cut_off: str
    edition: str
    figures: Figures
    rows: tuple[Frozen, ...]
    erased: int


@dataclass(frozen=True)
class Correction:
    """A difference between a snapshot and the register now. `origin` is who wrote the newer value, when, and from which
    source; None for a computed field."""

    difference: Difference
    origin: Origin | None


@dataclass(frozen=True)
class Drift:
    """What the register says now of the cut-off day, beside what was frozen."""

    frozen: Figures
    now: Figures
    corrections: tuple[Correction, ...]


def read_snapshot(vault: Vault, snapshot_id: str) -> FrozenYear:
    """What was frozen, its seal checked. Raises RegisterError register.unknown_record, snapshot.damaged,
    attachment.missing, role.not_allowed."""
    refuse_part_of_fields(vault)
    one = snapshot(vault, snapshot_id)
    if one is None:
        raise unknown_record()
    try:
        lines = unpack_body(attachments.get(vault, one.body))
        header, kept, erased = thaw(lines)
        if seal(lines) != one.sha256:
            raise ValueError("seal")
        return FrozenYear(
            one.scope,
            one.year,
            one.cut_off,
            str(header.get("edition", "")),
            _figures(one, header),
            kept,
            erased,
        )
    except (ValueError, KeyError, TypeError, zstandard.ZstdError) as wrong:
        raise RegisterError(
            "snapshot.damaged",
            "Version {version} of {year} is not what was sealed. Fetch it again from the station.",
            version=one.version,
            year=one.year,
        ) from wrong


def compare_snapshots(a: FrozenYear, b: FrozenYear) -> tuple[Difference, ...]:
    """What differs from `a` to `b`, by list, record and field."""
    return differences(a.rows, b.rows)


def drift(vault: Vault, snapshot_id: str) -> Drift:
    """What was corrected since: the register now beside what was frozen, with who wrote it. Raises as `read_snapshot`."""
    kept = read_snapshot(vault, snapshot_id)
    with one_moment(vault):
        now = figures_at(vault, kept.scope, kept.cut_off)
        found = differences(kept.rows, frozen_rows(vault, kept.scope, kept.year, kept.cut_off))
        origins = {name: field_origins(vault, *name) for name in {(one.list, one.record) for one in found}}
    corrections = (Correction(one, _origin(origins[one.list, one.record], one)) for one in found)
    return Drift(kept.figures, now, tuple(corrections))


def _figures(one: Snapshot, header: Mapping[str, object]) -> Figures:
    households, people = (cast("Mapping[str, int]", header[key]) for key in ("households", "people"))
    return Figures(one.scope, one.cut_off, households, people)


def _origin(origins: Mapping[str, Origin], one: Difference) -> Origin | None:
    if one.field:
        key = "ended" if one.field in ("ended_on", "ended_reason") else one.field
        return origins.get(key)
    return origins.get("ended") or max(origins.values(), key=lambda found: found.time_ms, default=None)
