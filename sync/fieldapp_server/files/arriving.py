"""Files that arrive at the hub in chunks: what is held of each, how much one account may have begun, when old parts go.

The rule it holds: what an account sends lies in its own room until the hash is right, so nobody spoils another's file.
"""

from hashlib import sha256
from threading import Lock

from fieldapp.errors import SyncError
from fieldapp.store.files.attachment_folder import is_digest
from fieldapp.store.files.attachment_places import LANES, ORIGINALS, is_placed, lacking
from fieldapp.store.files.file_chunks import GRID, refuse_misplaced
from fieldapp.store.files.partial_files import PART_DAYS, PartialFiles
from fieldapp.store.files.sweeping import sweep_torn
from fieldapp_server.accounts import Account
from fieldapp_server.archive import Archive
from fieldapp_server.files.attachments import folder_of, is_erased, note_arrived, refuse_unnamed
from fieldapp_server.problems import MALFORMED, Problem, Refused
from fieldapp_sync.files.messages import LARGEST_ASK, ChunkReply, FilesAsk, FilesMissing, Missing

MOST_BEGUN = 64
MOST_BEGUN_BYTES = 512 << 20
"""What one account may have begun and not ended: files, and bytes by the sizes it told."""
TOO_MANY_FILES = Problem("file.too_many", 429, "Too many files were begun and not ended. End those first.")
_STATUS = {"file.too_large": 413, "file.wrong_hash": 422}
_DAY_MS = 86_400_000


class Arriving:
    """The arriving files of one archive; one object a hub."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._rooms: dict[str, PartialFiles] = {}
        self._turn = Lock()

    def missing(self, account: Account, asked: FilesAsk) -> FilesMissing:
        """What the hub lacks; of given names those that the account's records name. Raises Refused request.malformed."""
        if asked.lane not in LANES or len(asked.names) > LARGEST_ASK or not all(map(is_digest, asked.names)):
            raise Refused(MALFORMED)
        with self._archive.tables() as ledger:
            if asked.names:
                found = [("", name) for name in asked.names if is_placed(ledger, name, account.scopes)]
            else:
                found = list(lacking(ledger, account.scopes, asked.lane, asked.after, LARGEST_ASK))
        if asked.names:
            found = [one for one in found if not folder_of(self._archive).holds(one[1])]
        return FilesMissing(
            tuple(self._missing(account, asked.lane, scope, name) for scope, name in found),
            not asked.names and len(found) == LARGEST_ASK,
        )

    def refuse(self, account: Account, name: str) -> None:
        """Raises Refused before a body is read, where it would be refused whatever it holds."""
        refuse_unnamed(self._archive, account, name)

    def take(
        self, account: Account, name: str, size: int, offset: int, content: bytes, now_ms: int
    ) -> ChunkReply:
        """Keep a chunk. Raises Refused scope.foreign, file.too_many, and file.* as `PartialFiles.take` and `finish`."""
        self.refuse(account, name)
        if is_erased(self._archive, name) or folder_of(self._archive).holds(name):
            self._end(account, name)
            return ChunkReply(size, whole=True)
        room = self._room(account)
        try:
            refuse_misplaced(size, offset, content)
            self._begin(account, name, size, now_ms)
            if not room.take(name, size, offset, content):
                return ChunkReply(room.held(name).bytes)
            note_arrived(self._archive, name, room.finish(name))
        except SyncError as wrong:
            if not room.held(name).bytes:
                self._end(account, name)
            raise Refused(_problem(wrong)) from wrong
        self._end(account, name)
        return ChunkReply(size, whole=True)

    def take_beginning(
        self, account: Account, name: str, size: int, offset: int, content: bytes, now_ms: int
    ) -> None:
        """Keep what came of a chunk whose connection was cut, as far as the grid reaches."""
        whole = content[: len(content) // GRID * GRID]
        if whole:
            self.take(account, name, size, offset, whole, now_ms)

    def sweep(self, now_ms: int) -> None:
        """Throw away what was begun long ago and never ended."""
        sweep_torn(self._archive.attachments, now_ms)
        with self._archive.tables() as ledger:
            old = ledger.db.execute(
                "select account, sha256 from file_part where at < ?", [now_ms - PART_DAYS * _DAY_MS]
            ).fetchall()
        for account, name in old:
            self._named(account).drop(name)
            self._forget(account, name)

    def _missing(self, account: Account, lane: str, scope: str, name: str) -> Missing:
        if lane != ORIGINALS:
            return Missing(name, scope)
        held = self._room(account).held(name)
        return Missing(name, scope, held.size, held.ranges)

    def _begin(self, account: Account, name: str, size: int, now_ms: int) -> None:
        with self._archive.tables() as ledger:
            known = ledger.db.execute(
                "select at from file_part where account = ? and sha256 = ?", [account.name, name]
            ).fetchone()
            if known and known[0] > now_ms - _DAY_MS:
                return
            files, total = ledger.db.execute(
                "select count(*), coalesce(sum(size), 0) from file_part where account = ? and sha256 <> ?",
                [account.name, name],
            ).fetchone()
            if files >= MOST_BEGUN or total + size > MOST_BEGUN_BYTES:
                raise Refused(TOO_MANY_FILES)
            with ledger.transaction():
                ledger.db.execute(
                    "insert or replace into file_part (account, sha256, size, at) values (?, ?, ?, ?)",
                    [account.name, name, size, now_ms],
                )

    def _end(self, account: Account, name: str) -> None:
        self._room(account).drop(name)
        self._forget(account.name, name)

    def _forget(self, account: str, name: str) -> None:
        with self._archive.tables() as ledger, ledger.transaction():
            ledger.db.execute("delete from file_part where account = ? and sha256 = ?", [account, name])

    def _room(self, account: Account) -> PartialFiles:
        return self._named(account.name)

    def _named(self, account: str) -> PartialFiles:
        with self._turn:
            if account not in self._rooms:
                name = sha256(account.encode()).hexdigest()[:16]
                self._rooms[account] = PartialFiles(folder_of(self._archive), name)
            return self._rooms[account]


def _problem(wrong: SyncError) -> Problem:
    return Problem(wrong.code, _STATUS.get(wrong.code, 409), wrong.sentence())
