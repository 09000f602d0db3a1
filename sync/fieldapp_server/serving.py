"""Runs a hub under uvicorn with bounded connections: a request must arrive whole in time, or its connection is cut."""

import asyncio
import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from fieldapp.errors import SyncError
from fieldapp.store.vault import now_ms
from fieldapp_server.app import hub_app
from fieldapp_server.archive import Archive
from fieldapp_server.failing import without_values


@dataclass(frozen=True)
class Bounds:
    """Seconds for the head of a request, for the whole of it, for an idle connection; and how many connections."""

    head: float = 15.0
    whole: float = 300.0
    idle: int = 30
    connections: int = 1000


BOUNDS = Bounds()
_HAND_OVER_SECONDS = 0.02


def hub_server(
    archive: Archive,
    *,
    certificate: Path | None = None,
    bounds: Bounds = BOUNDS,
    clock: Callable[[], int] = now_ms,
) -> uvicorn.Server:
    """A uvicorn server of this archive; run it with `run(sockets=[…])`."""
    config = uvicorn.Config(
        without_values(hub_app(archive, clock, time.monotonic)),
        http=_bounded(bounds),
        loop="asyncio",
        ws="none",
        lifespan="off",
        access_log=False,
        log_config=None,
        server_header=False,
        date_header=False,
        timeout_keep_alive=bounds.idle,
        limit_concurrency=bounds.connections,
        timeout_graceful_shutdown=5,
        ssl_certfile=certificate,
    )
    return uvicorn.Server(config)


def end_with_input(server: uvicorn.Server) -> None:
    """End a server when this process's standard input ends: whoever started it holds the other end, alive or not."""

    def wait() -> None:
        while os.read(0, 1 << 10):
            continue
        server.should_exit = True

    threading.Thread(target=wait, daemon=True).start()


def listening(host: str, port: int) -> socket.socket:
    """A listening socket; port 0 takes a free one. Raises SyncError hub.port_taken."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=256)
    except OSError as taken:
        raise SyncError(
            "hub.port_taken",
            "The hub cannot listen on {host} port {port}. Choose another port with --port.",
            host=host,
            port=port,
        ) from taken


@contextmanager
def serving(
    archive: Archive, *, certificate: Path | None = None, bounds: Bounds = BOUNDS, port: int = 0
) -> Iterator[str]:
    """A hub on loopback in a thread, for the length of the block; gives its URL."""
    server = hub_server(archive, certificate=certificate, bounds=bounds)
    with listening("127.0.0.1", port) as door:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [door]}, daemon=True)
        thread.start()
        try:
            yield f"{'https' if certificate else 'http'}://127.0.0.1:{door.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


def _bounded(bounds: Bounds) -> type[asyncio.Protocol]:
    class BoundedProtocol(HttpToolsProtocol):
        """uvicorn holds a connection that sends a byte now and then for ever; this one counts the time."""

        _deadline: asyncio.TimerHandle | None = None

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            # asyncio does so only for sockets made with an explicit protocol; without it each reply waits 40 ms.
            transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._within(bounds.head)

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
            self._within(bounds.head)

        def on_headers_complete(self) -> None:
            super().on_headers_complete()
            self._within(bounds.whole)

        def on_message_complete(self) -> None:
            super().on_message_complete()
            self._within(0)

        def _within(self, seconds: float) -> None:
            if self._deadline is not None:
                self._deadline.cancel()
            self._deadline = self.loop.call_later(seconds, self.transport.abort) if seconds else None

    return BoundedProtocol
