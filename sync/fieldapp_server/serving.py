"""Runs a hub under uvicorn with bounded connections, in this process or in a thread of it."""

import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn

from fieldapp.errors import SyncError
from fieldapp.store.vault import now_ms
from fieldapp_server.app import hub_app
from fieldapp_server.archive import Archive
from fieldapp_server.bounded import Bounds, bounded
from fieldapp_server.failing import without_values

BOUNDS = Bounds()


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
        http=bounded(bounds),
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
            "The hub cannot listen on {host} port {port}. Choose another port with --port, or name an address of this "
            "computer with --host.",
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
