"""One file up or down in chunks over a link that may die at any byte: what came stays, and only the rest is asked for.

The rule it holds: what the other end holds is asked, never remembered. A cut is no failure while each try brings bytes.
"""

import time
from collections.abc import Callable, Mapping
from threading import Event

from fieldapp.errors import SyncError
from fieldapp.store.files.attachment_folder import AttachmentFolder
from fieldapp.store.files.attachment_places import ORIGINALS
from fieldapp.store.files.file_boxes import LARGEST_FILE
from fieldapp.store.files.file_chunks import GRID, Arrived, joined, missing_ranges
from fieldapp.store.files.file_refusals import bad_chunk, overlapping, size_changed, too_large, wrong_hash
from fieldapp.store.files.partial_files import PartialFiles
from fieldapp_sync.files.chunk_size import ChunkSize
from fieldapp_sync.files.messages import ChunkReply, FilesAsk, FilesMissing
from fieldapp_sync.refusals import TOKEN_CODES, not_a_hub
from fieldapp_sync.wire import Connection

_PATIENCE = 3
_READ = 16 << 10
_LINK = frozenset(("sync.cut", "sync.unreachable", "sync.timeout"))


class Stopped(Exception):
    """The round was ended while this file travelled; what came stays."""


class Transfer:
    """Moves the files of one vault; every method may run in a thread of its own, none touches the database.

    `stop` ends between chunks; `moved(name, done, total)` tells bytes.
    """

    def __init__(
        self,
        connection: Connection,
        folder: AttachmentFolder,
        partial: PartialFiles,
        stop: Event,
        moved: Callable[[str, int, int], None],
    ) -> None:
        self._connection, self._folder, self._partial = connection, folder, partial
        self._stop, self._moved = stop, moved
        self._chunk = ChunkSize()

    def send(self, name: str, held: Arrived) -> int:
        """Give the hub what it lacks of a file; returns the size. `held`: what the hub said it holds.

        Raises SyncError file.* as the hub refuses, what the network does; RegisterError attachment.damaged.
        """
        size = self._folder.size(name)
        if size > LARGEST_FILE:
            raise too_large()
        tries, is_unsure = 0, False
        while True:
            self._stop_if_asked()
            try:
                if is_unsure:
                    found = self._hub_holds(name)
                    if found is None:
                        break
                    tries = 0 if found.bytes > held.bytes else tries
                    held, is_unsure = found, False
                self._moved(name, held.bytes, size)
                # Held whole and still missing: any chunk of it makes the hub look at it again.
                first, last = next(missing_ranges(size, held, self._chunk.bytes), (0, min(size, GRID)))
                if self._send_chunk(name, size, first, last):
                    break
                held, tries = Arrived(size, joined((*held.ranges, (first, last)))), 0
            except SyncError as cut:
                is_unsure, tries = True, self._bear(cut, tries)
        self._moved(name, size, size)
        return size

    def fetch(self, name: str, size: int) -> int:
        """Fetch what lacks here of a file of this size; returns the size. It then lies in the folder whole.

        Raises SyncError file.wrong_hash after a second try, file.too_large, what the network does.
        """
        if size > LARGEST_FILE:
            raise too_large()
        if self._partial.held(name).size not in (0, size):
            self._partial.drop(name)
        for is_last in (False, True):
            self._fetch_chunks(name, size)
            try:
                return self._partial.finish(name)
            except SyncError as wrong:
                if wrong.code != "file.wrong_hash" or is_last:
                    raise
        raise wrong_hash()

    def _fetch_chunks(self, name: str, size: int) -> None:
        tries = 0
        while (held := self._partial.held(name)).bytes < size or not held.ranges:
            self._stop_if_asked()
            self._moved(name, held.bytes, size)
            first, last = next(missing_ranges(size, held, self._chunk.bytes), (0, 0))
            try:
                self._fetch_chunk(name, size, first, last)
                tries = 0
            except SyncError as cut:
                tries = self._bear(cut, 0 if self._partial.held(name).bytes > held.bytes else tries)
        self._moved(name, size, size)

    def _send_chunk(self, name: str, size: int, first: int, last: int) -> bool:
        content = self._folder.read_part(name, first, last)
        began = time.monotonic()
        reply = self._connection.ask(f"/v2/files/{name}/{size}/{first}", content, ChunkReply)
        self._chunk.note(time.monotonic() - began)
        return reply.whole

    def _fetch_chunk(self, name: str, size: int, first: int, last: int) -> None:
        content, began = bytearray(), time.monotonic()
        try:
            with self._connection.streaming("GET", f"/v2/files/{name}/{first}/{last - first}") as reply:
                while part := reply.read(_READ):
                    content += part
                    if len(content) > last - first:
                        raise not_a_hub(self._connection.url)
        except SyncError:
            # What came before the cut is whole up to the grid; the hash of the file is asked at its end.
            if whole := bytes(content[: min(len(content), last - first) // GRID * GRID]):
                self._partial.take(name, size, first, whole)
            raise
        if len(content) != last - first:
            raise not_a_hub(self._connection.url)
        self._partial.take(name, size, first, bytes(content))
        self._chunk.note(time.monotonic() - began)

    def _hub_holds(self, name: str) -> Arrived | None:
        """What the hub holds of a file; None when it lacks nothing of it."""
        found = self._connection.ask("/v2/files/missing", FilesAsk(ORIGINALS, (name,)), FilesMissing).missing
        return Arrived(found[0].size, found[0].ranges) if found else None

    def _bear(self, cut: SyncError, tries: int) -> int:
        """How many tries came to nothing so far; raises the failure that is none of the link's, or one too many."""
        is_race = cut.params.get("hub_code") in ("file.overlap", *TOKEN_CODES)
        if not (is_race or cut.code in _LINK) or tries >= _PATIENCE:
            raise cut
        self._chunk.note_cut()
        return tries + 1

    def _stop_if_asked(self) -> None:
        if self._stop.is_set():
            raise Stopped


def refusal_of_file(wrong: SyncError) -> SyncError | None:
    """What a hub said about one file, as a sentence for the worker; None where the link or the hub itself failed."""
    if wrong.code in _OF_ONE_FILE:
        return wrong
    told = str(wrong.params.get("hub_code") or "")
    if told in ("request.unknown", "scope.foreign"):
        return not_named()
    made = _OF_ONE_FILE.get(told)
    return made() if made else None


def not_named() -> SyncError:
    """The hub holds no record that names the file, or no longer."""
    return SyncError(
        "file.not_named",
        "The hub does not know a record with this photo or file. Sync the data first; the file goes next time.",
    )


def too_many() -> SyncError:
    """The hub holds too many beginnings of files from this account."""
    return SyncError(
        "file.too_many",
        "Too many photos were begun and not finished at the hub. Those go first; the others follow with later syncs.",
    )


_OF_ONE_FILE: Mapping[str, Callable[[], SyncError]] = {
    "file.too_large": too_large,
    "file.wrong_hash": wrong_hash,
    "file.bad_chunk": bad_chunk,
    "file.size_changed": size_changed,
    "file.overlap": overlapping,
    "file.too_many": too_many,
    "file.not_named": not_named,
}
