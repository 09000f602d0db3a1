"""The day until which a laptop may be read: set when the vault is made, by the township, or with the recovery key.

The rule it holds: past its day a vault opens only to be synced or handed over. A clock set back does not help: no day
before the newest commit of this vault is believed. The township's decision is a record (`device_term`) and travels.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Literal

from fieldapp.domain.clock import clock_ms
from fieldapp.domain.dates import is_date
from fieldapp.errors import Finding, RegisterError, VaultError
from fieldapp.store.ledger import Ledger
from fieldapp.store.permissions import refuse_without
from fieldapp.store.rows import marks_in, read_row
from fieldapp.store.save import Change, Saved, save, seen_of
from fieldapp.store.vault import Vault

TERMS = "device_term"
WARN_DAYS = 14
_DAY, _BY, _AT = "expires_on", "expires_by", "expires_at"


@dataclass(frozen=True)
class Expiry:
    """`expires_on` is the last day of reading, "" for none; `days_left` counts that day, 0 and less is past it."""

    expires_on: str
    days_left: int
    state: Literal["none", "good", "soon", "past"]


def device_id(vault: Vault) -> str:
    """How a device is named in decisions about it and on the hub: it stays when the vault is copied or restored."""
    return sha256(vault.device.public).hexdigest()[:16]


def expiry(vault: Vault) -> Expiry:
    """Until when this vault may be read, by this computer's clock or the newest commit, whichever is later."""
    day = _day(vault)
    if not day:
        return Expiry("", 0, "none")
    left = (date.fromisoformat(day) - date.fromisoformat(today(vault))).days + 1
    return Expiry(day, left, "past" if left <= 0 else "soon" if left <= WARN_DAYS else "good")


def expiry_warning(vault: Vault) -> Finding | None:
    """What to say in the last fourteen days, or None."""
    now = expiry(vault)
    if now.state != "soon":
        return None
    return Finding(
        "vault.expires_soon",
        "This computer's copy of the register can be read until {day} ({days} days). Sync, and ask the township "
        "station for a later day if your work goes on.",
        {"day": now.expires_on, "days": now.days_left},
        severity="warning",
    )


def refuse_expired(vault: Vault) -> None:
    """Raises VaultError vault.expired past the last day."""
    now = expiry(vault)
    if now.state == "past":
        raise VaultError(
            "vault.expired",
            "This computer's copy of the register could be read until {day}. Nothing is lost: sync it once more or hand "
            "it over to the township, which can set a later day, as can who holds the recovery key.",
            day=now.expires_on,
        )


def today(vault: Vault) -> str:
    """The day (UTC) that is believed: the clock's, but never one before the newest commit that is here."""
    newest = vault.ledger.meta("clock")
    moment = max(vault.clock(), clock_ms(newest) if newest else 0)
    return datetime.fromtimestamp(moment / 1000, UTC).date().isoformat()


def set_first_day(ledger: Ledger, day: str, *, by: str, at: str) -> None:
    """Write the last day into the vault itself, in the caller's transaction: `by` creation or escrow, `at` a clock
    reading. Raises RegisterError expiry.bad_day."""
    refuse_bad_day(day)
    for key, value in ((_DAY, day), (_BY, by), (_AT, at)):
        ledger.set_meta(key, value)


def set_term(vault: Vault, device: str, expires_on: str, *, scope: str, reason: str) -> Saved:
    """The township's decision on another device (`device_id`), in a village that device holds; it travels by sync.

    Raises RegisterError role.not_allowed, expiry.bad_day, expiry.no_list, expiry.no_reason and those of `save`.
    """
    refuse_without(vault, "expire")
    refuse_bad_day(expires_on)
    if not reason.strip():
        raise RegisterError(
            "expiry.no_reason", "Write why the day of this computer changes. It goes on record."
        )
    layout = vault.ledger.layouts.get(TERMS)
    if layout is None:
        raise RegisterError(
            "expiry.no_list",
            "The dictionary of this vault has no list for the days of computers. Install the newer pack.",
        )
    record = sha256(f"{TERMS}/{scope}/{device}".encode()).hexdigest()[:32]
    values = {
        "device": device,
        "expires_on": expires_on,
        "reason": reason.strip(),
        "decided_by": vault.worker.name,
    }
    is_new = read_row(vault.ledger, layout, record) is None
    change = Change(TERMS, record, "add" if is_new else "set", values)
    return save(vault, scope, "edit", [change], seen=seen_of(vault, scope), label="term")


def refuse_bad_day(day: str) -> None:
    """Raises RegisterError expiry.bad_day."""
    if not is_date(day):
        raise RegisterError("expiry.bad_day", "{day} is no day. Write it as 2020-12-31.", day=day or "-")


def refuse_past_day(day: str, now_ms: int) -> None:
    """Raises RegisterError expiry.bad_day, expiry.past_day: a vault that could never be read."""
    refuse_bad_day(day)
    if day < datetime.fromtimestamp(now_ms / 1000, UTC).date().isoformat():
        raise RegisterError(
            "expiry.past_day", "{day} is already past. Name a last day from today on, as 2030-12-31.", day=day
        )


def _day(vault: Vault) -> str:
    """The newest decision: the township's, unless the recovery key was used after it."""
    ledger = vault.ledger
    own, by, at = (ledger.meta(key) for key in (_DAY, _BY, _AT))
    layout = ledger.layouts.get(TERMS)
    if layout is None:
        return own
    decided: list[tuple[str, str]] = [(at, own)] if by == "escrow" else []
    for (record,) in vault.db.execute(
        f"select id from {TERMS} where device = ? and ended_on is null", [device_id(vault)]
    ).fetchall():
        row = read_row(ledger, layout, record)
        mark = marks_in(ledger, layout, row).get("expires_on") if row else None
        if row and mark:
            decided.append((mark.time, str(row.values.get("expires_on") or "")))
    return max(decided)[1] if decided else own
