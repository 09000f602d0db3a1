"""Writes a bundle or a receipt into a folder: each part whole or not at all, and never more than two parts in memory.

A part is written under another name, synced and renamed. When the stick is full or pulled out, or the worker stops,
the parts of this bundle are taken away again; what a killed process left behind is swept by the next writing.
"""

import secrets
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from itertools import chain
from pathlib import Path

import msgspec

from fieldapp.domain.region import scope_covers
from fieldapp.journal.commit import Vector
from fieldapp.keys.recipients import seal
from fieldapp.store.cipher import with_little_cache
from fieldapp.store.exports import note_exchange
from fieldapp.store.growing.dropped import say_dropped, with_dropped
from fieldapp.store.replacing import make_folder, no_folder, replace_with
from fieldapp.store.streams import scopes
from fieldapp.store.sync_notes import note
from fieldapp.store.unmask import tell_unmask_days
from fieldapp.store.vault import Vault
from fieldapp_sync.authority.pairing import bundle_recipient, team_of
from fieldapp_sync.bundles.bases import after_bases, base_frames, bases_for
from fieldapp_sync.bundles.manifest import FORMAT, MAX_FRAMES, MINIMUM, PART_BYTES, WITH_BASE, Manifest
from fieldapp_sync.bundles.names import PartName, bundle_name, is_leftover
from fieldapp_sync.bundles.outgoing import (
    count_bytes,
    file_frames,
    files_for,
    scopes_for,
    segment_frames,
)
from fieldapp_sync.bundles.part import part_pieces
from fieldapp_sync.bundles.peers import peer_files, peer_vectors
from fieldapp_sync.bundles.receipts import words_for
from fieldapp_sync.bundles.refusals import no_room, stopped
from fieldapp_sync.bundles.senders import scopes_of
from fieldapp_sync.rounds.sending import ahead

Progress = Callable[[int, int], None]
"""Bytes done, bytes in all as far as known."""
Cancelled = Callable[[], bool]
_SEAL_BYTES = 16_384
"""What age, signature and frame lengths add to a part, with room to spare."""
_LEAST_BODY = 2_200_000
"""A part takes one frame of the largest size, whatever its manifest weighs."""


def no_progress(done: int, total: int) -> None:
    """For who shows none."""
    return


def never() -> bool:
    """For who cannot stop."""
    return False


def export_bundle(
    vault: Vault,
    out_dir: Path,
    recipient: str,
    *,
    everything: bool = False,
    files: bool = True,
    target: tuple[str, ...] = (),
    progress: Progress = no_progress,
    cancelled: Cancelled = never,
) -> Path:
    """Write a bundle for the vault whose bundle key is `recipient`: the first part's path; the others stand beside it.

    Holds what that vault had not yet confirmed by a bundle or receipt of its own, photos last; `everything` all there
    is, `files=False` no photos. Of a village whose old lines are no longer here a base goes before the rest, where the
    receiver lacks them and this vault may give one. `target` narrows the villages: written are those of the
    receiver's certificate, else the worker's own.

    Raises BundleError bundle.bad_recipient, bundle.no_room, bundle.stopped; VaultError for a full, read-only or
    pulled-out stick; then nothing of it is on the stick.
    """
    # Who cannot be sealed for is refused first: nothing leaves, nothing is put on record.
    seal(b"", [recipient])
    tell_unmask_days(vault)
    allowed = scopes_of(vault, recipient)
    target = target or allowed
    villages = scopes_for(vault, allowed) & scopes_for(vault, target)
    known = {} if everything else peer_vectors(vault, recipient)
    there = frozenset[str]() if everything else peer_files(vault, recipient)
    sending = files_for(vault, villages, there) if files else []
    bases = bases_for(vault, villages, known)
    known = after_bases(known, bases)
    total = count_bytes(vault, villages, known) + sum(one.size for one in sending)
    total += sum(base.bytes for base in bases)
    make_folder(out_dir)
    _refuse_full(out_dir, total)
    note_exchange(vault, recipient, scope=" ".join(sorted(villages)))
    frames = chain(
        words_for(vault, recipient, villages),
        base_frames(vault, bases),
        segment_frames(vault, villages, known),
        file_frames(vault, sending),
    )
    manifest = _manifest(vault, "bundle", recipient, _shared(target, allowed), villages)
    if bases:
        manifest = msgspec.structs.replace(manifest, format=WITH_BASE, minimum=WITH_BASE)
    with with_little_cache(vault.db):
        first = _write(vault, out_dir, manifest, _counted(frames, total, progress, cancelled))
    _note_export(vault, manifest, known, {"files_sent": len(sending), "bytes": total})
    return first


def _note_export(
    vault: Vault, manifest: Manifest, known: Mapping[str, Vector], counts: Mapping[str, int]
) -> None:
    """`known`: what the receiver had confirmed of each village."""
    there = {scope: known.get(scope, {}) for scope in manifest.vectors}
    commits = sum(
        ahead(told, with_dropped(vault.ledger, scope, there[scope]))
        for scope, told in manifest.vectors.items()
    )
    name = next((one.name for one in team_of(vault) if one.recipient == manifest.recipient), "")
    told = say_dropped(vault.ledger, there, is_central=False)
    note(vault, "export", name, {"sent": commits, **counts}, told=told)


def _shared(target: tuple[str, ...], allowed: tuple[str, ...]) -> tuple[str, ...]:
    """The places that both name: a receiver is not told of others."""
    pairs = ((wanted, own) for wanted in target for own in allowed)
    both = (
        wanted if scope_covers(own, wanted) else own if scope_covers(wanted, own) else None
        for wanted, own in pairs
    )
    return tuple(dict.fromkeys(scope for scope in both if scope is not None))


def export_receipt(vault: Vault, out_dir: Path, recipient: str) -> Path:
    """Write the receipt for a vault that gave us a bundle: what is held here of the villages it named, and the receipts
    of higher tiers.

    Raises as `export_bundle`.
    """
    seal(b"", [recipient])
    told = tuple(sorted(peer_vectors(vault, recipient)))
    villages = frozenset(scopes(vault.ledger)) & frozenset(told)
    make_folder(out_dir)
    manifest = _manifest(vault, "receipt", recipient, told, villages)
    return _write(vault, out_dir, manifest, words_for(vault, recipient, villages))


def _manifest(
    vault: Vault, kind: str, recipient: str, target: tuple[str, ...], villages: frozenset[str]
) -> Manifest:
    ledger = vault.ledger
    with vault.transaction():
        sequence = int(ledger.meta("bundles_made") or "0") + 1
        ledger.set_meta("bundles_made", str(sequence))
    return Manifest(
        FORMAT,
        MINIMUM,
        "ed25519",
        kind,
        vault.device.public.hex(),
        bundle_recipient(vault),
        recipient,
        vault.replica,
        vault.worker.name,
        secrets.token_hex(8),
        sequence,
        vault.clock(),
        target,
        {scope: dict(ledger.vector(scope)) for scope in sorted(villages)},
    )


def _write(vault: Vault, out_dir: Path, manifest: Manifest, frames: Iterator[bytes]) -> Path:
    name = bundle_name(manifest.kind, manifest.replica, manifest.sequence)
    written: list[Path] = []
    try:
        _sweep(out_dir)
        for number, last, body in _bodies(frames, _room(manifest)):
            path = out_dir / PartName(name, number).file
            told = msgspec.structs.replace(manifest, part=number, last=last)
            written.append(path)
            replace_with(path, part_pieces(told, body, vault.device))
    except BaseException as trouble:
        _take_away(written)
        if isinstance(trouble, OSError):
            raise no_folder(out_dir) from trouble
        raise
    return written[0]


def _bodies(frames: Iterator[bytes], room: int) -> Iterator[tuple[int, bool, tuple[bytes, ...]]]:
    """(number from 1, whether it is the last, frames) of each part."""
    body: list[bytes] = []
    size, number = 0, 1
    for frame in frames:
        if body and (size + len(frame) + 4 > room or len(body) == MAX_FRAMES):
            yield number, False, tuple(body)
            body, size, number = [], 0, number + 1
        body.append(frame)
        size += len(frame) + 4
    yield number, True, tuple(body)


def _room(manifest: Manifest) -> int:
    return max(_LEAST_BODY, PART_BYTES - _SEAL_BYTES - len(msgspec.json.encode(manifest)))


def _counted(
    frames: Iterator[bytes], total: int, progress: Progress, cancelled: Cancelled
) -> Iterator[bytes]:
    done = 0
    for frame in frames:
        if cancelled():
            raise stopped()
        yield frame
        done += len(frame)
        progress(min(done, total), total)
    if cancelled():
        raise stopped()
    progress(total, total)


def _refuse_full(out_dir: Path, needed: int) -> None:
    with suppress(OSError):
        free = shutil.disk_usage(out_dir).free
        if needed + needed // 50 + _SEAL_BYTES > free:
            raise no_room(needed, free, out_dir)


def _sweep(out_dir: Path) -> None:
    """Take away what a writing that was cut off left here."""
    for path in list(out_dir.iterdir()):
        if is_leftover(path.name):
            with suppress(OSError):
                path.unlink()


def _take_away(written: list[Path]) -> None:
    for path in written:
        # A stick that was pulled out is not there any more; its leftovers are swept next time.
        with suppress(OSError):
            path.unlink()
