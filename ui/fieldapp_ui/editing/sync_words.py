"""Rounds in words: what travels now and how long it takes, what a round did, what happened when and with whom."""

from collections.abc import Mapping
from dataclasses import dataclass

from fieldapp.store.sync_notes import SyncNote
from fieldapp_sync.rounds.outcome import SyncOutcome
from fieldapp_ui.background.rounds import Moving
from fieldapp_ui.desk import Place
from fieldapp_ui.editing.standing import short_time
from fieldapp_ui.editing.station_words import clock_words
from fieldapp_ui.editing.stick_words import size_words
from fieldapp_ui.language import together, tr

_MINUTE = 60


@dataclass(frozen=True)
class Happening:
    """One line of the list. `mark` and `role` as the style sheet's; `jump` and `jump_words` where something waits."""

    when: str
    words: str
    mark: str
    role: str
    jump: Place | None = None
    jump_words: str = ""


def moving_words(moving: Moving | None, *, stopping: bool) -> str:
    """What travels now: commits or files, bytes, and the time that is left as far as anybody can say."""
    if stopping:
        return tr("Stopping: the part under way still ends …")
    if moving is None:
        return tr("Asking the hub …")
    phases = {"send": tr("Sending"), "receive": tr("Receiving"), "files": tr("Photos and files")}
    words = f"{phases.get(moving.phase, '')} {moving.done:,}/{moving.total:,}"
    if moving.bytes:
        words = f"{words} · {size_words(moving.bytes)}"
    return f"{words} · {left_words(moving.seconds)}" if moving.seconds is not None else words


def left_words(seconds: float) -> str:
    """About how long it still takes."""
    if seconds < _MINUTE:
        return tr("less than a minute left")
    return tr("about {minutes} minutes left", minutes=round(seconds / _MINUTE))


def outcome_words(outcome: SyncOutcome) -> str:
    """What a round did, in one sentence or two."""
    if outcome.cancelled:
        return tr("Stopped. What has already travelled is kept.")
    words = []
    if outcome.sent or outcome.received:
        words.append(tr("Sent {sent}, received {received}.", sent=outcome.sent, received=outcome.received))
    counts = {
        "files_sent": outcome.files_sent,
        "files_received": outcome.files_received,
        "conflicts": outcome.conflicts,
        "set_aside": outcome.set_aside,
        "held": outcome.held,
        "clock_off_ms": outcome.clock_off_ms,
    }
    words += _besides(counts)
    words += [one.sentence(tr) for one in outcome.told]
    return together(*words) if words else tr("Synchronised: nothing new.")


def happening(note: SyncNote, names: Mapping[str, str], *, open_conflicts: bool) -> Happening:
    """A note as a line. `names`: the address of a hub → what the worker calls it."""
    words = _happened(note, names.get(note.with_whom, note.with_whom))
    words = together(words, *(one.sentence(tr) for one in note.told))
    if note.times > 1:
        words = together(words, tr("({times} times)", times=note.times))
    failed = note.what in ("failed", "import_failed")
    mark, role = (
        ("✕", "error") if failed else ("■", "soft") if note.what == "stopped" or note.told else ("✓", "met")
    )
    jump, jump_words = None, ""
    if note.counts.get("conflicts") and open_conflicts:
        jump, jump_words = Place("conflicts"), tr("Decide")
    elif note.what == "import" and note.counts.get("held"):
        jump, jump_words = Place("matters"), tr("Decide")
    return Happening(short_time(note.at_ms), words, mark, role, jump, jump_words)


def _happened(note: SyncNote, whom: str) -> str:
    counts = note.counts
    sent, received = counts.get("sent", 0), counts.get("received", 0)
    besides = _besides(counts)
    why = note.refusal.sentence(tr) if note.refusal is not None else ""
    match note.what:
        case "round" if sent or received or besides:
            told = tr(
                "Synchronised with {whom}: sent {sent}, received {received}.",
                whom=whom,
                sent=f"{sent:,}",
                received=f"{received:,}",
            )
            return together(told, *besides)
        case "round":
            return tr("Synchronised with {whom}: nothing new.", whom=whom)
        case "stopped":
            told = tr("Stopped by hand: sent {sent}, received {received}.", sent=sent, received=received)
            return together(told, *besides)
        case "failed":
            return tr("Not synchronised: {why}", why=why)
        case "import":
            told = tr("From {worker}: {count} new.", worker=whom or tr("another computer"), count=received)
            return together(told, *besides)
        case "import_failed":
            return tr("From a USB stick nothing was taken in: {why}", why=why)
        case "export":
            return _written_words(whom or tr("another computer"), counts)
        case "paired":
            return tr("Paired with {whom}.", whom=whom)


def _written_words(whom: str, counts: Mapping[str, int]) -> str:
    size, sent = size_words(counts.get("bytes", 0)), f"{counts.get('sent', 0):,}"
    if files := counts.get("files_sent"):
        return tr(
            "Written for {name}: {sent} changes, {files} photos and files, {size}.",
            name=whom,
            sent=sent,
            files=f"{files:,}",
            size=size,
        )
    return tr("Written for {name}: {sent} changes, {size}.", name=whom, sent=sent, size=size)


def _besides(counts: Mapping[str, int]) -> list[str]:
    words = []
    if count := counts.get("files_sent"):
        words.append(tr("{count} photos and files sent.", count=f"{count:,}"))
    if count := counts.get("files_received"):
        words.append(tr("{count} photos and files received.", count=f"{count:,}"))
    if count := counts.get("conflicts"):
        words.append(tr("{count} conflicts wait for a decision.", count=count))
    if count := counts.get("set_aside"):
        words.append(tr("{count} could not be read and are set aside.", count=count))
    if count := counts.get("held"):
        words.append(tr("{count} wait for a review.", count=count))
    if count := counts.get("waiting"):
        words.append(tr("{count} wait for a part that is still missing.", count=count))
    if count := counts.get("foreign"):
        words.append(tr("{count} belong to other villages and were left out.", count=count))
    if off := counts.get("clock_off_ms"):
        words.append(
            tr("This computer's clock is {amount}. Please correct it.", amount=clock_words(off, limit_ms=0))
        )
    return words
