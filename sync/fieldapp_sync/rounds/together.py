"""A transaction for segments that come faster than they are taken in; never open while the network is waited for.

The rule it holds: what was taken in before a refusal or a cut stays.
"""

from contextlib import ExitStack
from types import TracebackType

from fieldapp.errors import SyncError
from fieldapp.store.vault import Vault

AT_ONCE = 4 << 20
"""Bytes of lines that share a transaction when they are there: the search index and the disk are asked once for all."""


class Together:
    """Around the taking in of one reply; whoever has to wait for its next segment calls `end` first."""

    def __init__(self, vault: Vault) -> None:
        self._vault, self._open, self._bytes = vault, ExitStack(), 0

    def begin_or_go_on(self, size: int) -> None:
        """Be in a transaction for lines of `size` bytes, in a new one after `AT_ONCE`."""
        if self._bytes >= AT_ONCE:
            self.end()
        if not self._bytes:
            self._open.enter_context(self._vault.transaction())
        self._bytes += size

    def end(self) -> None:
        """Make durable what was taken."""
        self._bytes = 0
        self._open.close()

    def __enter__(self) -> "Together":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, trace: TracebackType | None
    ) -> None:
        if raised is None or isinstance(raised, SyncError):
            self.end()
        else:
            self._open.__exit__(kind, raised, trace)
