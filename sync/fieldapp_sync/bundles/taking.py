"""Takes in parts of bundles: any subset, in any order, from several writers, once or many times.

Every file is checked whole before the first commit is stored, and is checked again when its turn comes: only a part
that was wholly right is ever used, and no more than one is in memory.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from fieldapp.errors import SyncError, UserError
from fieldapp.store.files.attachments import folder_of
from fieldapp.store.finding.waiting_rows import indexing_after
from fieldapp.store.growing.pieces import Manifest as BaseManifest
from fieldapp.store.renewals.renewal import note_late
from fieldapp.store.striking import settle
from fieldapp.store.sync_notes import note
from fieldapp.store.vault import Vault
from fieldapp_sync.authority.pairing import bundle_identity
from fieldapp_sync.bundles.contents import (
    BASE,
    CHUNK,
    SEGMENT,
    WORD,
    Word,
    read_base_piece,
    read_chunk,
    read_word,
)
from fieldapp_sync.bundles.imported import Imported
from fieldapp_sync.bundles.manifest import Manifest
from fieldapp_sync.bundles.names import STICK_FOLDER, mark_of
from fieldapp_sync.bundles.opening import read_file, size_of
from fieldapp_sync.bundles.part import Part, read_part
from fieldapp_sync.bundles.parts_taken import missing_of, note_part
from fieldapp_sync.bundles.peers import note_vectors
from fieldapp_sync.bundles.receipts import draw, note_authority, note_heads, note_word
from fieldapp_sync.bundles.senders import refuse_stranger, welcome
from fieldapp_sync.bundles.taken_bases import TakenBases, refuse_strange_base
from fieldapp_sync.bundles.taken_files import TakenFiles
from fieldapp_sync.bundles.taken_segments import TakenSegments, own_villages
from fieldapp_sync.bundles.waiting import count_waiting, take_waiting
from fieldapp_sync.bundles.writing import Cancelled, Progress, export_receipt, never, no_progress


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

    Raises BundleError: bad_name, unreadable, not_a_file, damaged, not_for_us, bad_signature, unknown_signer,
    base_stranger, newer, older; then nothing of any file is in. VaultError when this disk fails.
    """
    try:
        with indexing_after(vault.ledger):
            imported = _Import(vault, files, progress, cancelled).run(accept, receipt_to)
    except SyncError as refused:
        # A stranger is a question to the worker and no failure yet.
        if refused.code != "bundle.unknown_signer":
            note(vault, "import_failed", "", refusal=refused)
        raise
    note(vault, "import", imported.worker, imported.counts())
    return imported


def take_what_waited(vault: Vault) -> int:
    """Parts that came before the one they follow, taken in now that a round has brought that; how many commits. Judged as
    when they came; late ones flag decisions. Raises VaultError."""
    if not count_waiting(vault):
        return 0
    return _Import(vault, (), no_progress, never).take_waited()


@dataclass(frozen=True)
class _Checked:
    """What a file was found to be, whole and right: its manifest, its words, the bases it has pieces of."""

    manifest: Manifest
    words: tuple[Word, ...]
    bases: tuple[BaseManifest, ...]


class _Import:
    def __init__(self, vault: Vault, files: Sequence[Path], progress: Progress, cancelled: Cancelled) -> None:
        self._vault, self._files = vault, files
        self._progress, self._cancelled = progress, cancelled
        self._identity = bundle_identity(vault)
        self._covers = own_villages(vault)
        # Each file is read twice: checked, then taken in.
        self._bytes = 2 * sum(map(size_of, files))
        self._done = 0
        self._segments = TakenSegments(vault, self._covers)
        self._bases = TakenBases(vault, self._covers)
        self._pictures = TakenFiles(vault)
        self._coming: set[str] = set()
        self._manifests: list[Manifest] = []
        self._stopped = False

    def run(self, accept: str, receipt_to: Path | None) -> Imported:
        checked = [self._checked(file) for file in self._files]
        note_authority(self._vault, (word for one in checked for word in one.words))
        for one in checked:
            refuse_stranger(self._vault, one.manifest, accept)
        for base in {(base.hash, base.by, base.sig): base for one in checked for base in one.bases}.values():
            if self._covers(base.scope):
                refuse_strange_base(self._vault, base, accept)
        for manifest in {one.manifest.signer: one.manifest for one in checked}.values():
            welcome(self._vault, manifest, accept)
        turns = zip((one.manifest for one in checked), self._files, strict=True)
        for _, file in sorted(turns, key=lambda one: _order(one[0])):
            part = self._read(file)
            refuse_stranger(self._vault, part.manifest, "")
            self._take_part(part)
        self.take_waited()
        return self._outcome(checked[-1].manifest, *self._receipt(receipt_to))

    def take_waited(self) -> int:
        """What now follows what is here, and all that has to be done after new commits; commits taken in so far."""
        take_waiting(self._vault, self._segments.take)
        draw(self._vault)
        note_late(self._vault, self._segments.changed)
        settle(self._vault.ledger, folder_of(self._vault))
        return self._segments.applied

    def _checked(self, file: Path) -> _Checked:
        part = self._read(file)
        words = tuple(read_word(frame) for frame in part.frames if frame[:1] == WORD)
        bases = (read_base_piece(frame).base for frame in part.frames if frame[:1] == BASE)
        return _Checked(part.manifest, words, tuple({(base.hash, base.sig): base for base in bases}.values()))

    def _read(self, file: Path) -> Part:
        content = read_file(file)
        part = read_part(content, self._identity)
        self._done += len(content)
        self._progress(min(self._done, self._bytes), self._bytes)
        return part

    def _take_part(self, part: Part) -> None:
        is_kept = True
        with self._vault.transaction():
            note_vectors(self._vault, part.manifest)
        for frame in part.frames:
            self._stopped = self._stopped or self._cancelled()
            if self._stopped:
                return
            if frame[:1] == SEGMENT:
                is_kept = self._segments.take(frame, part.manifest.signer) and is_kept
            elif frame[:1] == BASE:
                is_kept = self._take_base(frame) and is_kept
            elif frame[:1] == CHUNK:
                self._take_chunk(frame, part.manifest)
            elif frame[:1] == WORD:
                self._take_word(read_word(frame), part.manifest)
        self._manifests.append(part.manifest)
        if is_kept:
            with self._vault.transaction():
                note_part(self._vault, part.manifest)

    def _take_word(self, word: Word, manifest: Manifest) -> None:
        note_heads(self._vault, word, self._covers)
        self._segments.take_accepted(word.acceptances)
        with self._vault.transaction():
            note_word(self._vault, manifest.sender, word)

    def _take_base(self, frame: bytes) -> bool:
        piece = read_base_piece(frame)
        if self._covers(piece.base.scope):
            # The file was read again since: what it says now is asked again.
            refuse_strange_base(self._vault, piece.base, "")
        return self._bases.take(piece)

    def _take_chunk(self, frame: bytes, manifest: Manifest) -> None:
        chunk = read_chunk(frame)
        if self._covers(chunk.scope):
            self._coming.add(chunk.sha256)
            self._pictures.take(chunk, manifest.sender)

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
        folder, taken = folder_of(self._vault), self._segments
        return Imported(
            taken.applied,
            taken.ignored,
            taken.aside,
            count_waiting(self._vault) + taken.unkept,
            taken.foreign,
            tuple(taken.changed),
            last.worker,
            last.sender,
            len(self._pictures.whole),
            sum(not folder.holds(name) for name in self._coming - self._pictures.refused),
            len(self._pictures.refused),
            tuple(one for one in missing if one),
            receipts,
            refusal,
            self._stopped,
            taken.held,
            (*taken.refusals.values(), *self._bases.refusals.values()),
            tuple(self._bases.begun),
        )


def _order(manifest: Manifest) -> tuple[str, int, int]:
    return manifest.signer, manifest.sequence, manifest.part


def _place(folder: Path, sender: str) -> Path:
    """On a stick of ours the receipt goes where its receiver looks: into his own folder."""
    return folder.parent / mark_of(sender) if folder.parent.name == STICK_FOLDER else folder
