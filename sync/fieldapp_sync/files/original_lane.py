"""The lane of originals: each file in chunks, resumed where it was cut; on a far link only the small sheets of forms."""

from fieldapp.store.files.attachment_places import ORIGINALS, SHEETS, THUMBNAILS
from fieldapp.store.files.attachments import PREFIX, folder_of, note_held, wanted
from fieldapp.store.files.file_chunks import Arrived
from fieldapp.store.files.files_waiting import note_sent, note_there, unsent
from fieldapp.store.files.partial_files import PartialFiles
from fieldapp.store.files.thumbnails import LARGEST_SHEET, PICTURE_HEAD, is_picture, is_sheet
from fieldapp.store.vault import Vault
from fieldapp_sync.files.hub_files import HubFiles
from fieldapp_sync.files.messages import Missing
from fieldapp_sync.files.moving import Moving
from fieldapp_sync.files.transfer import Transfer
from fieldapp_sync.wire import Connection


class OriginalLane:
    """With `sheets_only` no picture and nothing large travels."""

    def __init__(
        self, vault: Vault, connection: Connection, hub: HubFiles, moving: Moving, *, sheets_only: bool
    ) -> None:
        self._vault, self._connection, self._hub, self._moving = vault, connection, hub, moving
        self._sheets_only = sheets_only
        self._folder = folder_of(vault)
        self._partial = PartialFiles(self._folder)

    def send(self) -> None:
        """Give the hub the files that it lacks."""
        lacking = self._lacking_sheets() if self._sheets_only else self._hub.lacking(ORIGINALS)
        ready = {name: one for name, one in lacking.items() if self._folder.holds(name)}
        transfer = self._transfer()

        def send(name: str) -> int:
            return transfer.send(name, Arrived(ready[name].size, ready[name].ranges))

        sent = self._moving.move(ORIGINALS, "send", list(ready), send)
        if self._sheets_only:
            note_sent(self._vault, ORIGINALS, sent)
        else:
            note_there(self._vault, ORIGINALS, set(lacking) - sent)

    def fetch(self) -> None:
        """Take the files that are named here and not here."""
        names = [ref.removeprefix(PREFIX) for ref in wanted(self._vault)]
        for name in names:
            if self._folder.holds(name):  # It came whole, and the program ended before the table said so.
                self._keep(name, self._folder.size(name))
        left = [name for name in names if not self._folder.holds(name)]
        sizes = self._hub.held_of(SHEETS if self._sheets_only else ORIGINALS, left)
        self._note_sizes(sizes)
        transfer = self._transfer()

        def fetch(name: str) -> int:
            return transfer.fetch(name, sizes[name])

        come = self._moving.move(ORIGINALS, "fetch", list(sizes), fetch, self._keep)
        note_sent(self._vault, ORIGINALS, come)
        no_pictures = {name for name in come if not is_picture(self._folder.read_part(name, 0, PICTURE_HEAD))}
        note_sent(self._vault, THUMBNAILS, no_pictures)

    def _lacking_sheets(self) -> dict[str, Missing]:
        """The small files that are no picture and that the hub lacks; those it has are asked about once."""
        names = [name for name in unsent(self._vault, LARGEST_SHEET) if is_sheet(self._folder.read(name))]
        found = self._hub.lacking_of(ORIGINALS, names)
        if there := set(names) - set(found):
            note_sent(self._vault, ORIGINALS, there)
        return found

    def _keep(self, name: str, size: int) -> None:
        note_held(self._vault.ledger, self._folder, name, size)

    def _note_sizes(self, sizes: dict[str, int]) -> None:
        with self._vault.transaction():
            self._vault.db.conn.executemany(
                "update attachment set bytes = ? where sha256 = ? and have = 0 and bytes <> ?",
                [(size, name, size) for name, size in sizes.items()],
            )

    def _transfer(self) -> Transfer:
        moving = self._moving
        return Transfer(self._connection, self._folder, self._partial, moving.stop, moving.note_bytes)
