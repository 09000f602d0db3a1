"""What a hub says of files when asked: which it lacks in a lane, and which of some it holds."""

from collections.abc import Callable, Iterator, Sequence

from fieldapp_sync.files.messages import LARGEST_ASK, FilesAsk, FilesHeld, FilesHeldAsk, FilesMissing, Missing
from fieldapp_sync.wire import Connection


class HubFiles:
    """The files of one hub; `stop_if_asked` is called before each question."""

    def __init__(self, connection: Connection, stop_if_asked: Callable[[], None]) -> None:
        self._connection, self._stop_if_asked = connection, stop_if_asked

    def lacking(self, lane: str) -> dict[str, Missing]:
        """What the hub lacks in a lane, of all places of this account."""
        found: dict[str, Missing] = {}
        after = ("", "")
        while True:
            reply = self._missing(FilesAsk(lane, after=after))
            found |= {one.name: one for one in reply.missing}
            if not reply.more or not reply.missing:
                return found
            after = (reply.missing[-1].scope, reply.missing[-1].name)

    def lacking_of(self, lane: str, names: Sequence[str]) -> dict[str, Missing]:
        """Which of these the hub lacks."""
        replies = (self._missing(FilesAsk(lane, some)) for some in _asks(names))
        return {one.name: one for reply in replies for one in reply.missing}

    def held_of(self, lane: str, names: Sequence[str]) -> dict[str, int]:
        """Which of these the hub holds, and their bytes."""
        sizes: dict[str, int] = {}
        for some in _asks(names):
            self._stop_if_asked()
            told = self._connection.ask("/v2/files/held", FilesHeldAsk(lane, some), FilesHeld).sizes
            sizes |= {name: told[name] for name in some if name in told}
        return sizes

    def _missing(self, asked: FilesAsk) -> FilesMissing:
        self._stop_if_asked()
        return self._connection.ask("/v2/files/missing", asked, FilesMissing)


def _asks(names: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for at in range(0, len(names), LARGEST_ASK):
        yield tuple(names[at : at + LARGEST_ASK])
