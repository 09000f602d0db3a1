"""The station in words: what its state is, when somebody was here, how a clock is off; and the rows of its tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fieldapp_sync.station.messages import LaptopSeen
from fieldapp_sync.station.villages import VillageState
from fieldapp_ui.background.station_hub import StationState
from fieldapp_ui.language import tr
from fieldapp_ui.models.figures import FigureRow, Heading, Tone

CLOCK_LIMIT_MS = 10 * 60_000
MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000
SILENT_DAYS = 14
"""From so many days on the silence is marked."""


def state_words(state: StationState) -> str:
    """One sentence or two: what the station does, and what happened to it."""
    if state.kind == "off":
        return tr(
            "Off. Switched on, this computer takes in the villages of your township over the local network."
        )
    if state.kind == "starting":
        if state.deaths:
            return tr("The station ended by itself and is being started again. Nothing is lost.")
        return tr("The station is starting …")
    if state.kind == "failed":
        why = state.why.sentence(tr) if state.why is not None else ""
        return tr("The station does not run: {why} It is tried again by itself.", why=why)
    words = tr("The station runs; the villages can synchronise.")
    if state.deaths:
        words += " " + tr("It ended by itself {count} times and was started again.", count=state.deaths)
    return words


def heed_words(state: StationState, *, appointed: bool) -> str:
    """What to do when the usual port was taken, or the county does not know of this station."""
    return " ".join(part for part in (_moved_words(state), _unknown_words(appointed=appointed)) if part)


def _unknown_words(*, appointed: bool) -> str:
    if appointed:
        return ""
    return tr(
        "The county has not made this computer a station: what villages bring is held there for review. Ask the county "
        "to let your account run a station, and synchronise."
    )


def _moved_words(state: StationState) -> str:
    if not state.moved_from:
        return ""
    return tr(
        "Port {taken} is used by another program, so the station took port {port}. Give the villages the new address, "
        "or end the other program and switch the station off and on.",
        taken=state.moved_from,
        port=state.port,
    )


def firewall_words(port: int) -> str:
    """What to allow."""
    return tr(
        "If a village cannot reach it: allow FieldApp in this computer's firewall (TCP port {port}, private networks).",
        port=port,
    )


def ago_words(then_ms: int, now_ms: int) -> str:
    """How long ago; 0: never."""
    if not then_ms:
        return tr("not yet")
    gone = max(0, now_ms - then_ms)
    if gone < 2 * MINUTE:
        return tr("just now")
    if gone < HOUR:
        return tr("{count} minutes ago", count=gone // MINUTE)
    if gone < DAY:
        return tr("{count} hours ago", count=gone // HOUR)
    return tr("{count} days ago", count=gone // DAY)


def clock_words(off_ms: int | None, *, limit_ms: int = CLOCK_LIMIT_MS) -> str:
    """How a laptop's clock is off; within ten minutes it is right."""
    if off_ms is None:
        return ""
    off = abs(off_ms)
    if off <= limit_ms:
        return tr("right")
    if off < 2 * HOUR:
        amount = tr("{count} minutes", count=round(off / MINUTE))
    elif off < 2 * DAY:
        amount = tr("{count} hours", count=round(off / HOUR))
    else:
        amount = tr("{count} days", count=round(off / DAY))
    return tr("{amount} fast", amount=amount) if off_ms > 0 else tr("{amount} slow", amount=amount)


def village_headings() -> tuple[Heading, ...]:
    """The columns of the villages, short enough for a small screen in large type; the name gives way."""
    return (
        Heading(tr("Village"), wide=True),
        Heading(tr("Last seen")),
        Heading(tr("Still there"), right=True, tip=tr("What its laptops had left when they were last here")),
        Heading(
            tr("Still here"), right=True, tip=tr("What the village brought and is not yet at the county")
        ),
        Heading(tr("Conflicts"), right=True),
        Heading(tr("For review"), right=True),
        Heading(tr("Clock")),
    )


def village_rows(
    found: Sequence[VillageState], names: Mapping[str, str], now_ms: int
) -> tuple[FigureRow, ...]:
    """A row for each village, in the order in which they came."""
    return tuple(_village_row(one, _name_of(one, names), now_ms) for one in found)


def laptop_headings() -> tuple[Heading, ...]:
    """The columns of one village's laptops."""
    return (
        Heading(tr("Laptop of"), wide=True),
        Heading(tr("Last seen")),
        Heading(tr("Waiting there"), right=True),
        Heading(tr("Clock")),
        Heading(tr("Digits")),
    )


def laptop_rows(found: Sequence[LaptopSeen], now_ms: int) -> tuple[FigureRow, ...]:
    """A row for each laptop; one that was shut out says so, and why."""
    return tuple(_laptop_row(one, now_ms) for one in found)


def _name_of(one: VillageState, names: Mapping[str, str]) -> str:
    """Its name; before anybody has sent that, who was invited."""
    name = names.get(one.scope, one.scope)
    return name if name != one.scope or not one.accounts else one.accounts[0]


def _village_row(one: VillageState, name: str, now_ms: int) -> FigureRow:
    silent = one.laptops > 0 and now_ms - one.seen_ms >= SILENT_DAYS * DAY
    seen = ago_words(one.seen_ms, now_ms)
    if not one.laptops:
        seen = tr("invited") if one.invited else tr("not invited")
    if one.laptops > 1:
        name = tr("{village} · {count} laptops", village=name, count=one.laptops)
    tones: tuple[Tone, ...] = (
        "",
        "unknown" if silent else "",
        "",
        "",
        "not_met" if one.conflicts else "",
        "unknown" if one.held else "",
        "not_met" if abs(one.clock_off_ms) > CLOCK_LIMIT_MS else "",
    )
    clock = clock_words(one.clock_off_ms) if one.waiting is not None else ""
    return FigureRow(
        (
            *(name, f"! {seen}" if silent else seen),
            "" if one.waiting is None else f"{one.waiting:,}",
            # Before anybody came a nought would read like a report.
            f"{one.for_centre:,}" if one.laptops else _asked(one.for_centre),
            *(_asked(one.conflicts), _asked(one.held)),
            f"! {clock}" if tones[-1] else clock,
        ),
        one.scope,
        tones,
    )


def _asked(count: int) -> str:
    """A number that asks for somebody; nought asks for nobody and stays blank."""
    return f"{count:,}" if count else ""


def _laptop_row(one: LaptopSeen, now_ms: int) -> FigureRow:
    seen = ago_words(one.seen_ms, now_ms)
    if one.revoked:
        seen = f"✕ {tr('shut out')}"
        if one.reason:
            seen = tr("✕ shut out: {reason}", reason=one.reason)
    waiting = "" if one.waiting is None else f"{one.waiting:,}"
    off = abs(one.clock_off_ms or 0) > CLOCK_LIMIT_MS
    clock = f"! {clock_words(one.clock_off_ms)}" if off else clock_words(one.clock_off_ms)
    tones: tuple[Tone, ...] = ("", "not_met" if one.revoked else "", "", "not_met" if off else "", "soft")
    return FigureRow((one.account, seen, waiting, clock, one.fingerprint), one.id, tones)
