"""How sync stands: what waits where, and whether anything is the matter, in a word and a sentence that says what to do.

Everything is read from the vault, so it is the same after a restart; only what runs now, and the link, come from the
session. One matter is told, the gravest first.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

from fieldapp.errors import Finding
from fieldapp.store.authority.heads import alarms
from fieldapp.store.receipts import Counts, waiting
from fieldapp.store.sync_notes import SyncNote, last_exchange, last_round
from fieldapp_sync.station.station import may_run
from fieldapp_ui.language import together, tr

if TYPE_CHECKING:
    from fieldapp.store import Vault

State = Literal[
    "alarm", "running", "unpaired", "shut_out", "too_old", "clock", "failed", "offline", "waiting", "fine"
]
_DAY_MS = 86_400_000
_FORKED = ("sync.forked", "sync.forked_there", "sync.copy", "forks.dropped")
_SHUT_OUT = ("sync.revoked", "sync.unauthorised", "sync.foreign_scope")


@dataclass(frozen=True)
class Facts:
    """What the vault says. `round` is how the last one with a hub went; `last_ms` the last exchange that succeeded;
    `upward`: this is a township's computer, which pairs with the county; `has_hub`: it has done so, its own station
    not counted."""

    counts: Counts
    paired: bool
    last_ms: int | None
    round: SyncNote | None
    alarm: Finding | None
    upward: bool = False
    has_hub: bool = True


@dataclass(frozen=True)
class Standing:
    """`word` is short, for the badge; `why` a sentence, "" where nothing is the matter; `link_words` for the foot of the
    window: the state of the link and the last exchange."""

    state: State
    counts: Counts
    word: str
    why: str
    link_words: tuple[str, str]


def read_facts(vault: Vault) -> Facts:
    """A few small reads: cheap enough for the window's thread after every save."""
    found = alarms(vault.ledger)
    paired = bool(vault.ledger.meta("hub") or vault.ledger.meta("station"))
    return Facts(
        waiting(vault),
        paired,
        last_exchange(vault),
        last_round(vault),
        found[-1].finding() if found else None,
        may_run(vault),
        bool(vault.ledger.meta("hub")),
    )


def standing_of(
    facts: Facts, now_ms: int, *, running: bool, link_up: bool, by_itself: bool = True
) -> Standing:
    """The gravest matter, in words of the worker's language. `by_itself`: whether rounds begin without being asked."""
    state, word, why = _matter(facts, now_ms, running=running, link_up=link_up, by_itself=by_itself)
    return Standing(state, facts.counts, word, why, _link_words(facts, now_ms))


def _matter(
    facts: Facts, now_ms: int, *, running: bool, link_up: bool, by_itself: bool
) -> tuple[State, str, str]:
    refusal = facts.round.refusal if facts.round is not None else None
    code = refusal.code if refusal is not None else ""
    sentence = refusal.sentence(tr) if refusal is not None else ""
    if code in _FORKED:
        return "alarm", tr("Alarm"), sentence
    if facts.alarm is not None:
        return "alarm", tr("Alarm"), facts.alarm.sentence(tr)
    if running:
        return "running", tr("Synchronising"), ""
    if not facts.paired:
        return "unpaired", tr("Not paired"), _unpaired_words(facts)
    if code in _SHUT_OUT:
        return "shut_out", tr("Not let in"), sentence
    if code == "sync.too_old":
        return "too_old", tr("Program too old"), sentence
    if facts.round is not None and facts.round.counts.get("clock_off_ms"):
        return "clock", tr("Clock is wrong"), _clock_words(facts.round)
    return _road(facts, now_ms, sentence, link_up=link_up, by_itself=by_itself)


def _road(
    facts: Facts, now_ms: int, sentence: str, *, link_up: bool, by_itself: bool
) -> tuple[State, str, str]:
    """Whether it travels, where nothing graver is the matter."""
    days = _days(facts, now_ms)
    if not link_up:
        word = tr("Offline · day {days}", days=days + 1) if days else tr("Offline")
        why = tr(
            "There is no network. Go on working: it synchronises by itself when one comes, or use a USB stick."
        )
        return "offline", word, why
    if sentence:
        kept = tr("Nothing is lost: what you write is saved on this computer.")
        return "failed", tr("Failed"), together(sentence, kept)
    if days:
        why = tr("Synchronise when there is a network, or carry it to the station on a USB stick.")
        return "offline", tr("Offline · day {days}", days=days + 1), why
    if facts.upward and not facts.has_hub:
        why = tr(
            "This station is not paired with the county: what the villages bring goes no further until then."
        )
        return "waiting", tr("Not at the county"), why
    if facts.last_ms is None:
        return "waiting", tr("Never synchronised"), tr("Paired. Now synchronise.")
    if facts.counts.here:
        return "waiting", tr("Waiting to be sent"), _waiting_words(facts.counts.here, by_itself=by_itself)
    return ("fine", *_arrived(facts.counts))


def _unpaired_words(facts: Facts) -> str:
    saved = tr("What you write is saved on this computer.") if facts.counts.here else ""
    if facts.upward:
        return together(saved, tr("Not paired with a hub yet. The county gives you an address and a code."))
    return together(saved, tr("Not paired with a hub yet. The station gives you an address and a code."))


def _waiting_words(count: int, *, by_itself: bool) -> str:
    saved = tr("{count} changes are saved on this computer and not yet sent.", count=f"{count:,}")
    if by_itself:
        return together(saved, tr("They go by themselves when there is a network."))
    return together(saved, tr("Press “Synchronise now”, or carry them on a USB stick."))


def _arrived(counts: Counts) -> tuple[str, str]:
    """How far everything has come, in a word and a sentence."""
    if counts.township:
        why = tr(
            "Everything is sent. {count} changes are at the township and go from there to the county; this computer "
            "keeps them until they have arrived.",
            count=f"{counts.township:,}",
        )
        return tr("At the township"), why
    if counts.county:
        return tr("At the county"), tr("Everything written on this computer is at the county.")
    return tr("All sent"), tr("Nothing waits on this computer.")


def _clock_words(told: SyncNote) -> str:
    off = told.counts["clock_off_ms"]
    return tr(
        "The time of this computer is wrong: here it was {here}, at the hub {there}. Set this computer's clock right; "
        "nothing is lost, but times on paper and in the history are wrong until then.",
        here=whole_time(told.at_ms),
        there=whole_time(told.at_ms - off),
    )


def _link_words(facts: Facts, now_ms: int) -> tuple[str, str]:
    if facts.last_ms is None:
        return tr("Offline"), tr("Never synchronised")
    days = _days(facts, now_ms)
    link = tr("Offline · day {days}", days=days + 1) if days else tr("Synchronised today")
    return link, tr("Last synchronised {time}", time=short_time(facts.last_ms))


def _days(facts: Facts, now_ms: int) -> int:
    return max(0, (now_ms - facts.last_ms) // _DAY_MS) if facts.last_ms is not None else 0


def short_time(ms: int) -> str:
    """Month, day and time of UTC milliseconds, in local time."""
    return datetime.fromtimestamp(ms / 1000, UTC).astimezone().strftime("%m-%d %H:%M")


def whole_time(ms: int) -> str:
    """The same with its year."""
    return datetime.fromtimestamp(ms / 1000, UTC).astimezone().strftime("%Y-%m-%d %H:%M")
