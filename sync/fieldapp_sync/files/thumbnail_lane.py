"""The lane of thumbnails: small pictures go up and come down on any link, before any original does."""

from collections.abc import Callable

from fieldapp.errors import RegisterError
from fieldapp.store.files.attachment_places import THUMBNAILS
from fieldapp.store.files.attachments import folder_of
from fieldapp.store.files.files_waiting import note_sent, note_there, wanted_thumbnails
from fieldapp.store.files.thumbnails import LARGEST_THUMBNAIL, PICTURE_HEAD, has_thumb, is_picture, keep_thumb
from fieldapp.store.vault import Vault
from fieldapp_sync.files.hub_files import HubFiles
from fieldapp_sync.files.moving import Moving
from fieldapp_sync.wire import Connection

MakeThumbnail = Callable[[bytes], bytes | None]
"""A small picture (at most 10 KB) of a photo's bytes; None for what is no picture."""


class ThumbnailLane:
    """Without `make` only small pictures that are here travel."""

    def __init__(
        self, vault: Vault, connection: Connection, hub: HubFiles, moving: Moving, make: MakeThumbnail | None
    ) -> None:
        self._vault, self._connection, self._hub, self._moving = vault, connection, hub, moving
        self._make = make
        self._folder = folder_of(vault)

    def send(self) -> None:
        """Give the hub the small pictures that it lacks."""
        lacking = self._hub.lacking(THUMBNAILS)
        kinds = {name: self._kind(name) for name in lacking}
        connection, folder = self._connection, self._folder

        def send(name: str) -> int:
            content = folder.read_thumbnail(name) or b""
            connection.send("PUT", f"/v2/thumbnails/{name}", content)
            return len(content)

        ready = [name for name in lacking if kinds[name] == "ready"]
        sent = self._moving.move(THUMBNAILS, "send", ready, send)
        there = sent | {name for name in lacking if kinds[name] == "none"}
        note_there(self._vault, THUMBNAILS, set(lacking) - there)

    def fetch(self) -> None:
        """Take the small pictures that are not here; where the hub says that there is none, that is noted."""
        sizes = self._hub.held_of(THUMBNAILS, wanted_thumbnails(self._vault))
        come: dict[str, bytes] = {}
        for name in (name for name, size in sizes.items() if not size):
            keep_thumb(self._vault.ledger, self._folder, name, b"")

        def fetch(name: str) -> int:
            come[name] = self._connection.send("GET", f"/v2/thumbnails/{name}", limit=LARGEST_THUMBNAIL)
            return len(come[name])

        def keep(name: str, size: int) -> None:
            keep_thumb(self._vault.ledger, self._folder, name, come.pop(name))

        pictures = [name for name, size in sizes.items() if size]
        note_sent(self._vault, THUMBNAILS, self._moving.move(THUMBNAILS, "fetch", pictures, fetch, keep))

    def _kind(self, name: str) -> str:
        """`ready` where a small picture is here or now made, or a picture has none; `none` for a file that is no picture,
        which the hub sees itself when the file comes; "" where it cannot be told here."""
        vault, folder = self._vault, self._folder
        if has_thumb(vault.ledger, name):
            return "ready"
        if not folder.holds(name):
            return ""
        self._moving.stop_if_asked()
        try:
            # A film is not read whole only to be seen to be no picture.
            if not is_picture(folder.read_part(name, 0, PICTURE_HEAD)):
                return "none"
            made = None if self._make is None else self._make(folder.read(name))
        except RegisterError:
            return ""
        if self._make is None:
            return ""
        return "ready" if keep_thumb(vault.ledger, folder, name, made or b"") else ""
