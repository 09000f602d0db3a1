"""A connection of the hub that counts the time: a request must arrive whole within it, or its connection is cut."""

import asyncio
import socket
from dataclasses import dataclass

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

_HAND_OVER_SECONDS = 0.02


@dataclass(frozen=True)
class Bounds:
    """Seconds for the head of a request, for the whole of it, for an idle connection; and how many connections."""

    head: float = 15.0
    whole: float = 300.0
    idle: int = 30
    connections: int = 1000


def bounded(to: Bounds) -> type[asyncio.Protocol]:
    """The protocol with these bounds, as uvicorn takes one: a class without arguments of its own."""

    class Protocol(_BoundedProtocol):
        bounds = to

    return Protocol


class _BoundedProtocol(HttpToolsProtocol):
    """uvicorn holds a connection that sends a byte now and then for ever; this one counts the time."""

    bounds: Bounds
    _deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        # asyncio does so only for sockets made with an explicit protocol; without it each reply waits 40 ms.
        transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._within(self.bounds.head)

    def shutdown(self) -> None:
        """At the end of the hub an idle connection is cut: TLS would wait for the laptop's goodbye, which sleeps."""
        idle = self.cycle is None or self.cycle.response_complete
        if idle and not self.transport.get_write_buffer_size():
            self.transport.abort()
        else:
            super().shutdown()

    def connection_lost(self, exc: Exception | None) -> None:
        self._within(0)
        cycle = self.cycle
        super().connection_lost(exc)
        if cycle is not None and cycle.body and not cycle.response_complete:
            cycle.disconnected = False
            self._hand_over(cycle)

    def _hand_over(self, cycle: RequestResponseCycle) -> None:
        """uvicorn drops what of a body has arrived when its connection dies; a push that was cut must not lose it."""
        if cycle.body and not cycle.response_complete:
            self.loop.call_later(_HAND_OVER_SECONDS, self._hand_over, cycle)
        else:
            cycle.disconnected = True
            cycle.message_event.set()

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._within(self.bounds.head)

    def on_headers_complete(self) -> None:
        super().on_headers_complete()
        self._within(self.bounds.whole)

    def on_message_complete(self) -> None:
        super().on_message_complete()
        self._within(0)

    def _within(self, seconds: float) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
        self._deadline = self.loop.call_later(seconds, self.transport.abort) if seconds else None
