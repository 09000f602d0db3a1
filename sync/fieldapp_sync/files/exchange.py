"""The files of a round: after the data thumbnails, then originals, several in flight, each resumed where it was cut.

Originals travel by LAN or USB unless the vault says otherwise (`originals_anywhere` in its meta table); a form's sheet
is small and no picture, and goes on any link. The rule it holds: tables are written by this thread alone, once a file
lies whole and right in its folder.
"""

import queue
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from threading import Event

from fieldapp.errors import RegisterError, SyncError
from fieldapp.store.files.attachment_places import LANES, ORIGINALS, SHEETS, THUMBNAILS
from fieldapp.store.files.attachments import PREFIX, folder_of, note_held, wanted
from fieldapp.store.files.file_chunks import Arrived
from fieldapp.store.files.files_waiting import (
    NamedFile,
    files_waiting,
    named_by,
    note_sent,
    note_there,
    unsent,
    wanted_thumbnails,
)
from fieldapp.store.files.partial_files import PartialFiles
from fieldapp.store.files.thumbnails import (
    LARGEST_SHEET,
    LARGEST_THUMBNAIL,
    has_thumb,
    is_picture,
    is_sheet,
    keep_thumb,
)
from fieldapp.store.vault import Vault
from fieldapp_sync.files.messages import LARGEST_ASK, FilesAsk, FilesHeld, FilesHeldAsk, FilesMissing, Missing
from fieldapp_sync.files.outcome import FilesOutcome, FilesProgress
from fieldapp_sync.files.transfer import Stopped, Transfer, refusal_of_file
from fieldapp_sync.files.whole import exchange_whole
from fieldapp_sync.messages import PROTOCOL
from fieldapp_sync.rounds.in_flight import under_way
from fieldapp_sync.wire import Connection

_HEAD = 16
MakeThumbnail = Callable[[bytes], bytes | None]
"""A small picture (at most 10 KB) of a photo's bytes; None for what is no picture."""


@dataclass
class _Counts:
    moved: dict[tuple[str, str], int] = field(default_factory=dict)
    refused: list[SyncError] = field(default_factory=list)

    def add(self, lane: str, way: str) -> None:
        self.moved[lane, way] = self.moved.get((lane, way), 0) + 1


def exchange_files(
    vault: Vault,
    connection: Connection,
    *,
    lanes: Collection[str] = LANES,
    progress: Callable[[FilesProgress], None] = lambda progress: None,
    cancelled: Callable[[], bool] = lambda: False,
    make_thumbnail: MakeThumbnail | None = None,
) -> FilesOutcome:
    """Send and fetch what these lanes lack. A second call has nothing to do.

    Raises SyncError when the link or the hub fails; VaultError when this disk does. What has travelled stays.
    """
    if connection.protocol < PROTOCOL:
        return exchange_whole(vault, connection, progress, cancelled)
    return _FileRound(vault, connection, progress, cancelled, make_thumbnail).run(lanes)


class _FileRound:
    def __init__(
        self,
        vault: Vault,
        connection: Connection,
        progress: Callable[[FilesProgress], None],
        cancelled: Callable[[], bool],
        make_thumbnail: MakeThumbnail | None,
    ) -> None:
        self._vault, self._connection = vault, connection
        self._progress, self._cancelled, self._make = progress, cancelled, make_thumbnail
        self._folder = folder_of(vault)
        self._partial = PartialFiles(self._folder)
        self._counts = _Counts()
        self._stop = Event()
        self._news: queue.SimpleQueue[tuple[str, int, int]] = queue.SimpleQueue()

    def run(self, lanes: Collection[str]) -> FilesOutcome:
        self._partial.sweep(self._vault.clock())
        stopped = False
        try:
            if THUMBNAILS in lanes:
                self._send_thumbnails()
                self._fetch_thumbnails()
            if lanes:
                self._send_originals(sheets_only=ORIGINALS not in lanes)
                self._fetch_originals(sheets_only=ORIGINALS not in lanes)
        except Stopped:
            stopped = True
        moved = self._counts.moved
        return FilesOutcome(
            moved.get((ORIGINALS, "send"), 0),
            moved.get((ORIGINALS, "fetch"), 0),
            tuple(self._counts.refused),
            stopped,
            files_waiting(self._vault),
        )

    def _send_thumbnails(self) -> None:
        lacking = self._lacking(THUMBNAILS)
        kinds = {name: self._thumbnail_kind(name) for name in lacking}
        connection, folder = self._connection, self._folder

        def send(name: str) -> int:
            content = folder.read_thumbnail(name) or b""
            connection.send("PUT", f"/v2/thumbnails/{name}", content)
            return len(content)

        ready = [name for name in lacking if kinds[name] == "ready"]
        sent = self._move(THUMBNAILS, "send", ready, send, lambda name, size: None)
        there = sent | {name for name in lacking if kinds[name] == "none"}
        note_there(self._vault, THUMBNAILS, set(lacking) - there)

    def _thumbnail_kind(self, name: str) -> str:
        """`ready` where a small picture is here or now made, or a picture has none; `none` for a file that is no picture,
        which the hub sees itself when the file comes; "" where it cannot be told here."""
        vault, folder = self._vault, self._folder
        if has_thumb(vault.ledger, name):
            return "ready"
        if not folder.holds(name):
            return ""
        self._stop_if_asked()
        try:
            # A film is not read whole only to be seen to be no picture.
            if not is_picture(folder.read_part(name, 0, _HEAD)):
                return "none"
            made = None if self._make is None else self._make(folder.read(name))
        except RegisterError:
            return ""
        if self._make is None:
            return ""
        return "ready" if keep_thumb(vault.ledger, folder, name, made or b"") else ""

    def _fetch_thumbnails(self) -> None:
        sizes = self._held(THUMBNAILS, wanted_thumbnails(self._vault))
        come: dict[str, bytes] = {}
        for name in (name for name, size in sizes.items() if not size):
            keep_thumb(self._vault.ledger, self._folder, name, b"")

        def fetch(name: str) -> int:
            come[name] = self._connection.send("GET", f"/v2/thumbnails/{name}", limit=LARGEST_THUMBNAIL)
            return len(come[name])

        def keep(name: str, size: int) -> None:
            keep_thumb(self._vault.ledger, self._folder, name, come.pop(name))

        pictures = [name for name, size in sizes.items() if size]
        note_sent(self._vault, THUMBNAILS, self._move(THUMBNAILS, "fetch", pictures, fetch, keep))

    def _send_originals(self, *, sheets_only: bool) -> None:
        lacking = self._lacking_sheets() if sheets_only else self._lacking(ORIGINALS)
        ready = {name: one for name, one in lacking.items() if self._folder.holds(name)}
        transfer = self._transfer()

        def send(name: str) -> int:
            return transfer.send(name, Arrived(ready[name].size, ready[name].ranges))

        sent = self._move(ORIGINALS, "send", list(ready), send, lambda name, size: None)
        if sheets_only:
            note_sent(self._vault, ORIGINALS, sent)
        else:
            note_there(self._vault, ORIGINALS, set(lacking) - sent)

    def _lacking_sheets(self) -> dict[str, Missing]:
        """The small files that are no picture and that the hub lacks; those it has are asked about once."""
        names = [name for name in unsent(self._vault, LARGEST_SHEET) if is_sheet(self._folder.read(name))]
        found: dict[str, Missing] = {}
        for at in range(0, len(names), LARGEST_ASK):
            self._stop_if_asked()
            asked = FilesAsk(ORIGINALS, tuple(names[at : at + LARGEST_ASK]))
            reply = self._connection.ask("/v2/files/missing", asked, FilesMissing)
            found |= {one.name: one for one in reply.missing}
        if there := set(names) - set(found):
            note_sent(self._vault, ORIGINALS, there)
        return found

    def _fetch_originals(self, *, sheets_only: bool) -> None:
        names = [ref.removeprefix(PREFIX) for ref in wanted(self._vault)]
        for name in names:
            if self._folder.holds(name):  # It came whole, and the program ended before the table said so.
                self._keep_original(name, self._folder.size(name))
        left = [name for name in names if not self._folder.holds(name)]
        sizes = self._held(SHEETS if sheets_only else ORIGINALS, left)
        self._note_sizes(sizes)
        transfer = self._transfer()

        def fetch(name: str) -> int:
            return transfer.fetch(name, sizes[name])

        come = self._move(ORIGINALS, "fetch", list(sizes), fetch, self._keep_original)
        note_sent(self._vault, ORIGINALS, come)
        no_pictures = {name for name in come if not is_picture(self._folder.read_part(name, 0, _HEAD))}
        note_sent(self._vault, THUMBNAILS, no_pictures)

    def _keep_original(self, name: str, size: int) -> None:
        note_held(self._vault.ledger, self._folder, name, size)

    def _note_sizes(self, sizes: dict[str, int]) -> None:
        with self._vault.transaction():
            self._vault.db.conn.executemany(
                "update attachment set bytes = ? where sha256 = ? and have = 0 and bytes <> ?",
                [(size, name, size) for name, size in sizes.items()],
            )

    def _transfer(self) -> Transfer:
        return Transfer(self._connection, self._folder, self._partial, self._stop, self._moved)

    def _lacking(self, lane: str) -> dict[str, Missing]:
        """What the hub lacks in a lane, of all places of this account."""
        found: dict[str, Missing] = {}
        after = ("", "")
        while True:
            self._stop_if_asked()
            reply = self._connection.ask("/v2/files/missing", FilesAsk(lane, after=after), FilesMissing)
            found |= {one.name: one for one in reply.missing}
            if not reply.more or not reply.missing:
                return found
            after = (reply.missing[-1].scope, reply.missing[-1].name)

    def _held(self, lane: str, names: Sequence[str]) -> dict[str, int]:
        """Which of these the hub holds, and their bytes."""
        sizes: dict[str, int] = {}
        for at in range(0, len(names), LARGEST_ASK):
            self._stop_if_asked()
            asked = FilesHeldAsk(lane, tuple(names[at : at + LARGEST_ASK]))
            told = self._connection.ask("/v2/files/held", asked, FilesHeld).sizes
            sizes |= {name: told[name] for name in asked.names if name in told}
        return sizes

    def _moved(self, name: str, done: int, total: int) -> None:
        """Bytes of a file, told from its thread."""
        self._news.put((name, done, total))

    def _move(
        self,
        lane: str,
        way: str,
        names: Sequence[str],
        work: Callable[[str], int],
        keep: Callable[[str, int], None],
    ) -> set[str]:
        """Run `work` for each name, several at once, and `keep` in this thread for each that came through."""
        done: set[str] = set()
        ended = 0
        titles: dict[str, NamedFile | None] = {}

        def tell(name: str, bytes_done: int, bytes_total: int) -> None:
            if name not in titles:
                titles[name] = named_by(self._vault, name)
            told = FilesProgress(lane, way, titles[name], bytes_done, bytes_total, ended, len(names), name)
            self._progress(told)

        def look() -> None:
            self._stop_if_asked()
            while not self._news.empty():
                tell(*self._news.get())

        for name, future in under_way(names, work, self._stop, look):
            ended += 1
            if wrong := future.exception():
                self._note_refusal(wrong)
                continue
            size = future.result()
            keep(name, size)
            done.add(name)
            self._counts.add(lane, way)
            tell(name, size, size)
        return done

    def _note_refusal(self, wrong: BaseException) -> None:
        """A refusal of one file is noted and the others go on; everything else ends the round."""
        told = refusal_of_file(wrong) if isinstance(wrong, SyncError) else None
        if isinstance(wrong, RegisterError):
            told = SyncError(wrong.code, wrong.text, **wrong.params)
        if told is None:
            raise wrong
        self._counts.refused.append(told)

    def _stop_if_asked(self) -> None:
        if self._cancelled():
            raise Stopped
