"""The chain of signatures of one household and year: each entry names the hash of what was shown and of the one before.

An entry's id is a UUIDv7 whose random bits are the first bits of the entry's SHA-256, so an edited entry, the last
one too, no longer fits its own id. An entry cut off the end leaves no trace in the chain itself: that is found only
against a head noted elsewhere (the check code on the printed sheet). Nothing here proves who held the pen.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from fieldapp.domain.identifiers import uuid7
from fieldapp.errors import Finding, Where
from fieldapp.journal.commit import Value

Mode = Literal["paper", "drawn"]
MODES: tuple[Mode, ...] = ("paper", "drawn")
_SHAPE = "signature-1"
Shown = tuple[str, str, str, Value]
"""One fact as it was shown: list, record id, field key, stored value."""


@dataclass(frozen=True)
class SignatureEntry:
    """One party's answer. `drawn` means drawn on the screen and recorded by the worker; paper is signed by hand.

    `previous` is the hash of the entry before it ("" for the first); `at_ms` is when it was recorded.
    """

    household: str
    year: int
    subject: str
    party: str
    signer_name: str
    post: str
    signed_on: str
    mode: Mode
    agrees: bool
    refuse_reason: str
    shown_sha256: str
    set_version: str
    previous: str
    image: str
    at_ms: int


@dataclass(frozen=True)
class StoredEntry:
    """An entry under the id it was stored with."""

    id: str
    entry: SignatureEntry


def shown_hash(facts: Iterable[Shown], set_version: str) -> str:
    """SHA-256 (hex) of the sorted facts that were shown, with the version of the standard set."""
    ordered = sorted(facts, key=lambda fact: json.dumps(fact, ensure_ascii=False))
    return _sha256([set_version, *ordered])


def entry_hash(entry: SignatureEntry) -> str:
    """SHA-256 (hex) of everything in an entry, in the order of its fields."""
    return _sha256([_SHAPE, *(getattr(entry, name) for name in SignatureEntry.__dataclass_fields__)])


def entry_id(entry: SignatureEntry) -> str:
    """The id an entry is stored under: its moment, and the first bits of its hash."""
    return uuid7(entry.at_ms, bytes.fromhex(entry_hash(entry))[:10])


def recorded_ms(record_id: str) -> int:
    """The moment within an entry's id."""
    return int(record_id.replace("-", "")[:12], 16)


def next_hash(entries: Sequence[StoredEntry]) -> str:
    """What the next entry names as `previous`: the end of the longest branch, "" where there is none yet."""
    depths = _depths(entries)
    last = max(entries, key=lambda stored: (depths[stored.id], stored.id), default=None)
    return entry_hash(last.entry) if last else ""


def head(entries: Sequence[StoredEntry]) -> str:
    """One hash for the whole chain with all its branches: note it outside, and nothing can be cut unseen."""
    return _sha256(sorted(entry_hash(stored.entry) for stored in entries))


def verify_signatures(
    entries: Sequence[StoredEntry], household: str, year: int, *, noted_head: str = ""
) -> tuple[Finding, ...]:
    """Every break of a chain: edited, foreign or missing entries, and a tail cut off if `noted_head` is given.

    Two entries after one (recorded on two laptops at once) are a warning, not a break.
    """
    hashes = {entry_hash(stored.entry) for stored in entries}
    findings = [finding for stored in entries for finding in _entry_findings(stored, household, year, hashes)]
    firsts = [stored.entry.previous for stored in entries]
    if len(set(firsts)) < len(firsts):
        findings.append(
            Finding(
                "signature.branches",
                "Signatures were recorded on two laptops at once; both are kept.",
                severity="warning",
                where=_where(household),
            )
        )
    if noted_head and head(entries) != noted_head:
        findings.append(
            Finding(
                "signature.head",
                "The signatures do not agree with the check code {code} noted outside: some are missing or were added.",
                {"code": noted_head[:8]},
                _where(household),
            )
        )
    return tuple(findings)


def in_order(entries: Sequence[StoredEntry]) -> tuple[StoredEntry, ...]:
    """The entries along their chain; of two branches the earlier moment first."""
    depths = _depths(entries)
    return tuple(sorted(entries, key=lambda stored: (depths[stored.id], stored.id)))


def _entry_findings(stored: StoredEntry, household: str, year: int, hashes: set[str]) -> list[Finding]:
    findings = []
    where = Where(list="signature", record=stored.id)
    name = {"name": stored.entry.signer_name}
    if entry_id(stored.entry) != stored.id:
        findings.append(
            Finding(
                "signature.edited",
                "The signature of {name} was changed after it was recorded. Compare it with the signed paper.",
                name,
                where,
            )
        )
    if (stored.entry.household, stored.entry.year) != (household, year):
        findings.append(
            Finding(
                "signature.foreign",
                "The signature of {name} belongs to another household or year. Compare it with the signed paper.",
                name,
                where,
            )
        )
    if stored.entry.previous and stored.entry.previous not in hashes:
        findings.append(
            Finding(
                "signature.missing",
                "A signature before that of {name} is missing or was changed. Compare the list with the signed papers.",
                name,
                where,
            )
        )
    return findings


def _depths(entries: Sequence[StoredEntry]) -> dict[str, int]:
    """How many entries stand before each, by id; a missing one counts as none."""
    by_hash = {entry_hash(stored.entry): stored for stored in entries}
    depths: dict[str, int] = {}
    for stored in entries:
        walked: list[str] = []
        at: StoredEntry | None = stored
        while at is not None and at.id not in depths and at.id not in walked:
            walked.append(at.id)
            at = by_hash.get(at.entry.previous)
        depth = depths.get(at.id, -1) if at is not None else -1
        for name in reversed(walked):
            depth += 1
            depths[name] = depth
    return depths


def _where(household: str) -> Where:
    return Where(list="household", record=household)


def _sha256(content: object) -> str:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode("utf-8")).hexdigest()
