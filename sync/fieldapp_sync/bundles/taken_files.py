"""Pieces of photos and files out of bundles: kept until the file is whole, believed when its hash is right.

Taken are files that a record of a village of this vault names, by the signed word of the writer; what was erased here
never comes back.
"""

from dataclasses import dataclass, field

from fieldapp.errors import SyncError
from fieldapp.store.files.attachments import folder_of, note_held
from fieldapp.store.files.file_chunks import missing_ranges
from fieldapp.store.files.partial_files import PartialFiles
from fieldapp.store.striking import is_file_erased
from fieldapp.store.vault import Vault
from fieldapp_sync.bundles.contents import CHUNK_BYTES, Chunk
from fieldapp_sync.bundles.peers import note_files


@dataclass
class TakenFiles:
    """One import's files. `whole`: SHA-256 of those that became whole; `refused`: of those whose pieces did not fit."""

    vault: Vault
    whole: list[str] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._folder = folder_of(self.vault)
        self._partial = PartialFiles(self._folder)

    def take(self, chunk: Chunk, sender: str) -> None:
        """Keep a piece, durably. Raises VaultError when the disk does not take it."""
        name = chunk.sha256
        if is_file_erased(self.vault.ledger, name):
            return
        if self._folder.holds(name):
            self._note(name, self._folder.size(name), sender)
            return
        try:
            if self._keep(chunk):
                self._note(name, self._partial.finish(name), sender)
                self.whole.append(name)
        except SyncError:
            # Wrong pieces of one file are no reason to lose the others; it stays wanted.
            self.refused.add(name)

    def _keep(self, chunk: Chunk) -> bool:
        """Keep what lacks of a piece: by another road the same file may have come in other pieces."""
        held = self._partial.held(chunk.sha256)
        end = chunk.offset + len(chunk.data)
        if not chunk.size:
            return self._partial.take(chunk.sha256, 0, 0, b"")
        is_whole = held.size == chunk.size and held.bytes == chunk.size
        for first, last in missing_ranges(chunk.size, held, CHUNK_BYTES):
            first, last = max(first, chunk.offset), min(last, end)
            if first < last:
                data = chunk.data[first - chunk.offset : last - chunk.offset]
                is_whole = self._partial.take(chunk.sha256, chunk.size, first, data)
        return is_whole

    def _note(self, name: str, size: int, sender: str) -> None:
        if note_held(self.vault.ledger, self._folder, name, size):
            with self.vault.transaction():
                note_files(self.vault, sender, [name])
