"""Sync by USB stick: bundles of the same segments, signed, sealed to one vault, in parts that import alone and twice.

Whom a vault trusts: the devices of its team, as the hub told when it was last reached, and those accepted by their
fingerprint (`accept`) after two workers compared it on their screens; that works without any hub. A receipt is a bundle
without segments: it carries back what the receiver holds and the receipts of higher tiers it knows of.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import get_args

import msgspec

from fieldapp.domain.region import scope_covers
from fieldapp.errors import BundleError, SyncError
from fieldapp.journal.context import joined
from fieldapp.journal.stream import Segment
from fieldapp.keys.devices import fingerprint
from fieldapp.keys.recipients import seal
from fieldapp.store.attachments import folder_of
from fieldapp.store.exports import note_exchange
from fieldapp.store.faults import telling_faults
from fieldapp.store.intake import receive
from fieldapp.store.projection import Changed
from fieldapp.store.receipts import Tier, note_receipt
from fieldapp.store.replacing import make_folder, replace_file
from fieldapp.store.streams import scopes, segments_after
from fieldapp.store.striking import settle
from fieldapp.store.unmask import tell_unmask_days
from fieldapp.store.vault import Vault
from fieldapp_sync.frames import MAX_LINES, pack_segment, put_frame, unpack_segment
from fieldapp_sync.manifest import (
    FORMAT,
    MAX_FILE,
    PART_BYTES,
    Manifest,
    Part,
    PartEntry,
    damaged,
    read_part,
    write_part,
)
from fieldapp_sync.messages import Vectors
from fieldapp_sync.pairing import bundle_identity, bundle_recipient, team_of, trust

__all__ = [
    "Imported",
    "bundle_recipient",
    "export_bundle",
    "export_receipt",
    "import_bundle",
    "parts_of",
    "peer_vectors",
]

SUFFIX = ".fab"
MAX_UNPACKED = 8 * MAX_LINES
_NAME = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]{0,80}\.fab")
_PEER = "peer:"


@dataclass(frozen=True)
class Imported:
    """Counts of commits. `waiting` are held back by a part that is still missing; `foreign` are of villages that are no
    worker's of this vault and were left out. `sender` is the bundle key to send the receipt to."""

    applied: int
    ignored: int
    quarantined: int
    waiting: int
    foreign: int
    changed: tuple[Changed, ...]
    worker: str
    sender: str


def export_bundle(vault: Vault, out_dir: Path, recipient: str, *, everything: bool = False) -> Path:
    """Write a bundle for the vault whose bundle key is `recipient`: the first part's path; the others stand beside it.

    Holds what that vault had not yet confirmed by a bundle or receipt of its own; `everything` all there is.
    Raises BundleError bundle.bad_recipient, VaultError for a full or read-only stick.
    """
    # Who cannot be sealed for is refused first: nothing leaves, nothing is put on record.
    seal(b"", [recipient])
    tell_unmask_days(vault)
    note_exchange(vault, recipient, scope=" ".join(scopes(vault.ledger)))
    known = {} if everything else peer_vectors(vault, recipient)
    return _write(vault, out_dir, recipient, list(_bodies(_segments(vault, known))), "bundle")


def parts_of(first: Path) -> tuple[Path, ...]:
    """Every part of a bundle beside its first."""
    return tuple(sorted(first.parent.glob(first.name.removesuffix(f"001{SUFFIX}") + f"*{SUFFIX}")))


def export_receipt(vault: Vault, out_dir: Path, recipient: str) -> Path:
    """Write the receipt for a vault that gave us a bundle. Raises as `export_bundle`."""
    seal(b"", [recipient])
    return _write(vault, out_dir, recipient, [], "receipt")


def import_bundle(vault: Vault, *files: Path, accept: str = "") -> Imported:
    """Take in parts of bundles, any subset in any order, and receipts. `accept` is a fingerprint to trust from now on.

    Every file is checked whole before the first commit is stored. Raises BundleError: bad_name, damaged, not_for_us,
    bad_signature, unknown_signer, newer; then nothing of any file is in.
    """
    identity = bundle_identity(vault)
    parts = [read_part(_read_file(file), identity) for file in files]
    for part in parts:
        _refuse_stranger(vault, part.manifest, accept)
    segments = sorted(_unpacked(parts), key=lambda segment: (segment.stream, segment.first))
    for part in parts:
        if accept and _is_fingerprint(part.manifest.signer, accept):
            trust(vault, bytes.fromhex(part.manifest.signer))
    totals = _take_in(vault, segments)
    settle(vault.ledger, folder_of(vault))
    for part in parts:
        _note_sender(vault, part.manifest)
    last = parts[-1].manifest
    return replace(totals, worker=last.worker, sender=last.sender)


def _take_in(vault: Vault, segments: list[Segment]) -> Imported:
    covered = _own_villages(vault)
    applied = ignored = aside = held_back = foreign = 0
    changed: dict[Changed, None] = {}
    for segment in segments:
        commits = segment.last - segment.first + 1
        if not covered(segment.scope):
            foreign += commits
            continue
        received = receive(vault.ledger, segment)
        applied, ignored = applied + received.applied, ignored + received.ignored
        aside += received.quarantined
        changed.update(dict.fromkeys(received.changed))
        if not (received.applied or received.ignored or received.quarantined):
            held_back += commits
    return Imported(applied, ignored, aside, held_back, foreign, tuple(changed), "", "")


def _own_villages(vault: Vault) -> Callable[[str], bool]:
    rows = vault.db.execute("select distinct s.value from worker, json_each(worker.scopes) s").fetchall()
    return lambda scope: any(scope_covers(own, scope) for (own,) in rows)


def peer_vectors(vault: Vault, recipient: str) -> Vectors:
    """What the vault of this bundle key is known to hold, from its own bundles and receipts."""
    text = vault.ledger.meta(_PEER + recipient)
    return msgspec.json.decode(text, type=dict[str, dict[str, int]]) if text else {}


def _segments(vault: Vault, known: Vectors) -> Iterator[Segment]:
    for scope in scopes(vault.ledger):
        yield from segments_after(vault.ledger, scope, known.get(scope, {}))


def _bodies(segments: Iterator[Segment]) -> Iterator[bytes]:
    body = b""
    for segment in segments:
        frame = put_frame(pack_segment(segment))
        if body and len(body) + len(frame) > PART_BYTES:
            yield body
            body = b""
        body += frame
    yield body


def _write(vault: Vault, out_dir: Path, recipient: str, bodies: list[bytes], kind: str) -> Path:
    ledger = vault.ledger
    with vault.transaction():
        sequence = int(ledger.meta("bundles_made") or "0") + 1
        ledger.set_meta("bundles_made", str(sequence))
    manifest = Manifest(
        FORMAT,
        "ed25519",
        vault.device.public.hex(),
        bundle_recipient(vault),
        recipient,
        vault.replica,
        vault.worker.name,
        sequence,
        vault.clock(),
        {scope: dict(ledger.vector(scope)) for scope in scopes(ledger)},
        _receipts(vault),
        tuple(PartEntry(len(body), sha256(body).hexdigest()) for body in bodies),
    )
    make_folder(out_dir)
    paths = []
    for number, body in enumerate(bodies or [b""]):
        paths.append(out_dir / f"{kind}-{vault.replica[:8]}-{sequence:05}-{number + 1:03}{SUFFIX}")
        replace_file(paths[-1], write_part(manifest, number, body, vault.device))
    return paths[0]


def _receipts(vault: Vault) -> Vectors:
    out: Vectors = {}
    for tier, stream, seq in vault.db.execute("select tier, stream, seq from receipt").fetchall():
        out.setdefault(tier, {})[stream] = seq
    return out


def _read_file(file: Path) -> bytes:
    if not _NAME.fullmatch(file.name):
        raise BundleError(
            "bundle.bad_name",
            "{name} is no bundle. Choose the files that end in .fab, with the names they were written with.",
            name=file.name,
        )
    try:
        with telling_faults(), file.open("rb") as opened:
            content = opened.read(MAX_FILE + 1)
    except OSError as wrong:
        raise BundleError(
            "bundle.unreadable",
            "{name} cannot be read. Put the stick in again and choose the file again.",
            name=file.name,
        ) from wrong
    if len(content) > MAX_FILE:
        raise damaged()
    return content


def _refuse_stranger(vault: Vault, manifest: Manifest, accept: str) -> None:
    known = {mate.public for mate in team_of(vault)} | {vault.device.public.hex()}
    if manifest.signer in known or (accept and _is_fingerprint(manifest.signer, accept)):
        return
    raise BundleError(
        "bundle.unknown_signer",
        "This bundle is from {worker}, on a computer this vault does not know: {fingerprint}. Compare these digits with "
        "the other screen; if they are the same, import again with --trust and the digits.",
        worker=manifest.worker,
        fingerprint=fingerprint(bytes.fromhex(manifest.signer)),
    )


def _is_fingerprint(public: str, digits: str) -> bool:
    return fingerprint(bytes.fromhex(public)).replace(" ", "") == "".join(digits.lower().split())


def _unpacked(parts: list[Part]) -> Iterator[Segment]:
    """Every segment, unpacked within a bound; a part that would grow beyond it is refused before anything is stored."""
    size = 0
    for part in parts:
        for frame in part.frames:
            try:
                segment = unpack_segment(frame)
            except SyncError as wrong:
                raise damaged() from wrong
            size += len(segment.lines)
            if size > MAX_UNPACKED * len(parts):
                raise damaged()
            yield segment


def _note_sender(vault: Vault, manifest: Manifest) -> None:
    """Remember what the sender holds, and the receipts it knows of."""
    vectors = dict(peer_vectors(vault, manifest.sender))
    for scope, vector in manifest.vectors.items():
        vectors[scope] = dict(joined(vectors.get(scope, {}), vector))
    with vault.transaction():
        vault.ledger.set_meta(_PEER + manifest.sender, msgspec.json.encode(vectors).decode())
        for tier in get_args(Tier):
            for stream, seq in manifest.receipts.get(tier, {}).items():
                note_receipt(vault, tier, stream, seq)
