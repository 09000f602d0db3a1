"""How large the next chunk of a file is: larger while the link is quick, smaller where it is slow or dies."""

CHUNK_BYTES = 64 << 10
_LEAST = 32 << 10
_MOST = 1 << 20
_QUICK_SECONDS = 1.0
_SLOW_SECONDS = 8.0
_CAREFUL_CHUNKS = 8


class ChunkSize:
    """`bytes` of the next chunk, as the chunks before it went."""

    def __init__(self) -> None:
        self.bytes = CHUNK_BYTES
        self._wait = 0

    def note(self, seconds: float) -> None:
        """A chunk went through in so many seconds."""
        if seconds > _SLOW_SECONDS:
            self._shrink()
        elif self._wait:
            self._wait -= 1
        elif seconds < _QUICK_SECONDS:
            self.bytes = min(_MOST, self.bytes * 2)

    def note_cut(self) -> None:
        """A chunk did not get through: a link that died once dies again, so it must go well for long before it grows."""
        self._shrink()
        self._wait = _CAREFUL_CHUNKS

    def _shrink(self) -> None:
        self.bytes = max(_LEAST, self.bytes // 2)
