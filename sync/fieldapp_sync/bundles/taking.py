"""Takes in parts of bundles: any subset, in any order, from several writers, once or many times.

Every file is checked whole before the first commit is stored, and is checked again when its turn comes: only a part
that was wholly right is ever used, and no more than one is in memory.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from fieldapp.domain.region import scope_covers
from fieldapp.errors import UserError
from fieldapp.journal.stream import Segment
from fieldapp.keys.devices import fingerprint
from fieldapp.store.attachments import folder_of
from fieldapp.store.hand import Changed
from fieldapp.store.intake import receive
from fieldapp.store.striking import settle
from fieldapp.store.vault import Vault
from fieldapp_sync.bundles.contents import (
    CHUNK,
    SEGMENT,
    WORD,
    Word,
    read_chunk,
    read_segment,
    read_word,
)
from fieldapp_sync.bundles.manifest import Manifest
from fieldapp_sync.bundles.names import STICK_FOLDER, mark_of
from fieldapp_sync.bundles.opening import read_file, size_of
from fieldapp_sync.bundles.part import Part, read_part
from fieldapp_sync.bundles.parts_taken import Missing, missing_of, note_part
from fieldapp_sync.bundles.peers import note_vectors
from fieldapp_sync.bundles.receipts import note_word
from fieldapp_sync.bundles.refusals import unknown_signer
from fieldapp_sync.bundles.taken_files import TakenFiles
from fieldapp_sync.bundles.waiting import count_waiting, keep_waiting, take_waiting
from fieldapp_sync.bundles.writing import Cancelled, Progress, export_receipt, never, no_progress
from fieldapp_sync.pairing import bundle_identity, team_of, trust


@dataclass(frozen=True)
class Imported:
    """Counts of commits. `waiting` wait for a part that is still missing (`missing` says which); `foreign` are of
    villages that are no worker's of this vault and were left out; `files` became whole, `files_waiting` lack a part,
    `files_refused` came wrong and stay wanted. `sender` is the bundle key to send the receipt to; `receipts` were written
    already, or `receipt_refusal` says why not: the import stands."""

    applied: int
    ignored: int
    quarantined: int
    waiting: int
    foreign: int
    changed: tuple[Changed, ...]
    worker: str
    sender: str
    files: int = 0
    files_waiting: int = 0
    files_refused: int = 0
    missing: tuple[Missing, ...] = ()
    receipts: tuple[Path, ...] = ()
    receipt_refusal: UserError | None = None
    cancelled: bool = False


def import_bundle(
    vault: Vault,
    *files: Path,
    accept: str = "",
    receipt_to: Path | None = None,
    progress: Progress = no_progress,
    cancelled: Cancelled = never,
) -> Imported:
    """Take in parts of bundles, and receipts. `accept` is a fingerprint to trust from now on; `receipt_to` the folder of
    a stick where the receipts go. Asks `cancelled` between segments; what was taken in stays.

    Raises BundleError: bad_name, unreadable, not_a_file, damaged, not_for_us, bad_signature, unknown_signer, newer,
    older; then nothing of any file is in. VaultError when this disk fails.
    """
    return _Import(vault, files, progress, cancelled).run(accept, receipt_to)


class _Import:
    def __init__(self, vault: Vault, files: Sequence[Path], progress: Progress, cancelled: Cancelled) -> None:
        self._vault, self._files = vault, files
        self._progress, self._cancelled = progress, cancelled
        self._identity = bundle_identity(vault)
        self._covers = own_villages(vault)
        # Each file is read twice: checked, then taken in.
        self._bytes = 2 * sum(map(size_of, files))
        self._done = 0
        self._applied = self._ignored = self._aside = self._foreign = self._unkept = 0
        self._changed: dict[Changed, None] = {}
        self._pictures = TakenFiles(vault)
        self._coming: set[str] = set()
        self._words: list[tuple[Manifest, Word]] = []
        self._manifests: list[Manifest] = []
        self._stopped = False

    def run(self, accept: str, receipt_to: Path | None) -> Imported:
        checked = [(self._checked(file, accept).manifest, file) for file in self._files]
        self._trust([manifest for manifest, _ in checked], accept)
        for _, file in sorted(checked, key=lambda one: _order(one[0])):
            self._take_part(self._checked(file, ""))
        take_waiting(self._vault, self._take_frame)
        self._note_words()
        settle(self._vault.ledger, folder_of(self._vault))
        last = checked[-1][0]
        return self._outcome(last, *self._receipt(receipt_to))

    def _checked(self, file: Path, accept: str) -> Part:
        content = read_file(file)
        part = read_part(content, self._identity)
        refuse_stranger(self._vault, part.manifest, accept)
        self._done += len(content)
        self._progress(min(self._done, self._bytes), self._bytes)
        return part

    def _trust(self, manifests: Sequence[Manifest], accept: str) -> None:
        for signer in {manifest.signer for manifest in manifests}:
            if accept and is_fingerprint(signer, accept):
                trust(self._vault, bytes.fromhex(signer))

    def _take_part(self, part: Part) -> None:
        is_kept = True
        for frame in part.frames:
            self._stopped = self._stopped or self._cancelled()
            if self._stopped:
                return
            if frame[:1] == SEGMENT:
                is_kept = self._take_segment(frame, part.manifest) and is_kept
            elif frame[:1] == CHUNK:
                self._take_chunk(frame, part.manifest)
            elif frame[:1] == WORD:
                self._words.append((part.manifest, read_word(frame)))
        self._manifests.append(part.manifest)
        with self._vault.transaction():
            note_vectors(self._vault, part.manifest)
            if is_kept:
                note_part(self._vault, part.manifest)

    def _take_segment(self, frame: bytes, manifest: Manifest) -> bool:
        """Whether all of it is in, or kept until its predecessor comes."""
        segment = read_segment(frame)
        commits = segment.last - segment.first + 1
        if not self._covers(segment.scope):
            self._foreign += commits
        elif segment.first > self._vault.ledger.vector(segment.scope).get(segment.stream, 0) + 1:
            if not keep_waiting(self._vault, segment, frame, manifest.signer):
                self._unkept += commits
                return False
        else:
            self._receive(segment)
        return True

    def _take_frame(self, frame: bytes, signer: str) -> None:
        self._receive(read_segment(frame))

    def _receive(self, segment: Segment) -> None:
        received = receive(self._vault.ledger, segment)
        self._applied += received.applied
        self._ignored += received.ignored
        self._aside += received.quarantined
        self._changed.update(dict.fromkeys(received.changed))

    def _take_chunk(self, frame: bytes, manifest: Manifest) -> None:
        chunk = read_chunk(frame)
        if self._covers(chunk.scope):
            self._coming.add(chunk.sha256)
            self._pictures.take(chunk, manifest.sender)

    def _note_words(self) -> None:
        """Last, for a receipt counts for what is here."""
        with self._vault.transaction():
            for manifest, word in self._words:
                note_word(self._vault, manifest.sender, word)

    def _receipt(self, folder: Path | None) -> tuple[tuple[Path, ...], UserError | None]:
        senders = dict.fromkeys(one.sender for one in self._manifests if one.kind == "bundle")
        if folder is None or self._stopped:
            return (), None
        try:
            return tuple(
                export_receipt(self._vault, _place(folder, sender), sender) for sender in senders
            ), None
        except UserError as refused:
            return (), refused

    def _outcome(self, last: Manifest, receipts: tuple[Path, ...], refusal: UserError | None) -> Imported:
        bundles = dict.fromkeys((one.sender, one.bundle) for one in self._manifests)
        missing = (missing_of(self._vault, *bundle) for bundle in bundles)
        folder = folder_of(self._vault)
        return Imported(
            self._applied,
            self._ignored,
            self._aside,
            count_waiting(self._vault) + self._unkept,
            self._foreign,
            tuple(self._changed),
            last.worker,
            last.sender,
            len(self._pictures.whole),
            sum(not folder.holds(name) for name in self._coming - self._pictures.refused),
            len(self._pictures.refused),
            tuple(one for one in missing if one),
            receipts,
            refusal,
            self._stopped,
        )


def refuse_stranger(vault: Vault, manifest: Manifest, accept: str) -> None:
    """Raises BundleError bundle.unknown_signer for a device that is not of the team and not accepted just now."""
    known = {mate.public for mate in team_of(vault)} | {vault.device.public.hex()}
    if manifest.signer not in known and not (accept and is_fingerprint(manifest.signer, accept)):
        raise unknown_signer(manifest.worker, manifest.signer)


def own_villages(vault: Vault) -> Callable[[str], bool]:
    """Whether a village is any worker's of this vault."""
    rows = vault.db.execute("select distinct s.value from worker, json_each(worker.scopes) s").fetchall()
    return lambda scope: any(scope_covers(own, scope) for (own,) in rows)


def is_fingerprint(public: str, digits: str) -> bool:
    """Whether these are the digits of a public key (hex), with whatever spaces a person typed."""
    return fingerprint(bytes.fromhex(public)).replace(" ", "") == "".join(digits.lower().split())


def _order(manifest: Manifest) -> tuple[str, int, int]:
    return manifest.signer, manifest.sequence, manifest.part


def _place(folder: Path, sender: str) -> Path:
    """On a stick of ours the receipt goes where its receiver looks: into his own folder."""
    return folder.parent / mark_of(sender) if folder.parent.name == STICK_FOLDER else folder
