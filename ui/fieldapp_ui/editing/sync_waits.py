"""What waits, counted beside the window: saves and files on their way, and what asks for a person, each with its jump."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fieldapp.store.conflicts import conflicts
from fieldapp.store.files.attachment_places import ORIGINALS, THUMBNAILS
from fieldapp.store.files.files_waiting import Amount, FilesWaiting, files_waiting
from fieldapp.store.set_aside import SetAside, set_aside
from fieldapp.store.twins.duplicates import duplicates
from fieldapp_sync.authority.pairing import pairing_of
from fieldapp_sync.bundles.waiting import count_waiting
from fieldapp_sync.files.lanes import lanes_for
from fieldapp_ui.desk import Place
from fieldapp_ui.editing.outlook import count_matters, village_names, village_words
from fieldapp_ui.editing.stick_words import size_words
from fieldapp_ui.language import tr

if TYPE_CHECKING:
    from fieldapp.store import Vault

_MOST_ASIDE = 5


@dataclass(frozen=True)
class Waits:
    """What a thread has read. `originals_travel`: whether photos go to the paired hub at all, or only near it."""

    files: FilesWaiting
    originals_travel: bool
    conflicts: int
    duplicates: int
    matters: int
    parts: int
    aside: tuple[SetAside, ...]
    villages: dict[str, str]


@dataclass(frozen=True)
class Line:
    """One thing that waits: its count, in words what it is and what to do; `jump` where it is dealt with; `detail` for
    whoever helps, in the tool tip."""

    count: str
    words: str
    jump: Place | None = None
    jump_words: str = ""
    is_matter: bool = False
    detail: str = ""


def read_waits(vault: Vault) -> Waits:
    """Reads it all; a thread's work."""
    pairing = pairing_of(vault)
    return Waits(
        files_waiting(vault),
        pairing is None or ORIGINALS in lanes_for(pairing, vault),
        len(conflicts(vault)),
        len(duplicates(vault)),
        count_matters(vault, ""),
        count_waiting(vault),
        set_aside(vault),
        village_names(vault),
    )


def lines_of(waits: Waits) -> tuple[Line, ...]:
    """What asks for a person first, then the files by lane."""
    return (*_to_decide(waits), *_aside(waits), *_files(waits))


def _to_decide(waits: Waits) -> list[Line]:
    told = (
        (waits.conflicts, tr("conflicts: two people changed the same thing"), "conflicts", tr("Decide")),
        (waits.duplicates, tr("people or households that stand twice"), "duplicates", tr("Look at them")),
        (waits.matters, tr("matters that a late exchange has touched"), "matters", tr("Decide")),
    )
    lines = [
        Line(f"{count:,}", words, Place(page), jump, is_matter=True)
        for count, words, page, jump in told
        if count
    ]
    if waits.parts:
        words = tr(
            "changes from a USB stick wait for a part that is still missing: take in its other files too"
        )
        lines.append(Line(f"{waits.parts:,}", words, is_matter=True))
    return lines


def _aside(waits: Waits) -> list[Line]:
    if not waits.aside:
        return []
    words = tr(
        "changes could not be read and are set aside; nothing is lost. Install the newest FieldApp; if they stay, "
        "tell your station"
    )
    villages = Counter(village_words(waits.villages, one.scope) for one in waits.aside)
    where = [tr("{village}: {count}", village=name, count=f"{count:,}") for name, count in villages.items()]
    # For the station, which may ask: not for reading.
    details = [f"{one.replica}/{one.scope}/{one.seq}: {one.reason}" for one in waits.aside[:_MOST_ASIDE]]
    return [
        Line(
            f"{len(waits.aside):,}",
            "\n".join((words, tr(", ").join(where))),
            is_matter=True,
            detail="\n".join(details),
        )
    ]


def _files(waits: Waits) -> list[Line]:
    send, fetch = waits.files.send, waits.files.fetch
    near = (
        "" if waits.originals_travel else tr("they go on a LAN or a USB stick; the settings can change that")
    )
    told = (
        (send[THUMBNAILS], tr("small pictures to send"), ""),
        (send[ORIGINALS], tr("photos and files to send"), near),
        (fetch[THUMBNAILS], tr("small pictures to fetch"), ""),
        (fetch[ORIGINALS], tr("photos and files to fetch"), near),
    )
    return [_file_line(amount, words, note) for amount, words, note in told if amount.files]


def _file_line(amount: Amount, words: str, note: str) -> Line:
    parts = [words, size_words(amount.bytes) if amount.bytes else "", note]
    return Line(f"{amount.files:,}", " · ".join(part for part in parts if part))
