"""A hub without a socket: what the real wire asks is handed to the real application, and a seeded coin cuts it.

The rule it holds: everything between the laptop's request and the hub's handler runs, in one thread and by a clock of
the world, so the same seed says the same bytes in the same order and dies at the same byte.
"""

import asyncio
import random
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from http.client import RemoteDisconnected
from threading import Event
from types import SimpleNamespace
from typing import Any, TypeVar
from unittest.mock import patch
from urllib.parse import urlsplit

import requests
import urllib3.exceptions
from requests.structures import CaseInsensitiveDict

URL = "http://127.0.0.1:9"
"""Near enough for originals to travel; nobody listens there."""
_TRIP, _RATE = 0.02, 1_000_000
_T = TypeVar("_T")
_WAITING = (
    "fieldapp_server.bases.routes",
    "fieldapp_server.door",
    "fieldapp_server.files.routes",
    "fieldapp_server.exchange.protocol1",
    "fieldapp_server.exchange.routes",
    "fieldapp_server.station.routes",
    "fieldapp_server.authority.routes",
)


@dataclass
class Wire:
    """`app` answers at `URL`. `cuts` of the requests die: before or after they are heard, or with either body in part."""

    app: Any
    rng: random.Random
    cuts: float = 0.0
    now: float = 0.0
    died: dict[str, int] = field(default_factory=dict)
    loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.new_event_loop)

    def seconds(self) -> float:
        """The clock of the link: it moves with what travels."""
        return self.now

    def send(self, request: requests.PreparedRequest, **_: object) -> requests.Response:
        """One request, as an adapter of requests answers it."""
        fate = self.rng.choice(("lost", "up", "answer", "down")) if self.rng.random() < self.cuts else ""
        self.now += _TRIP
        if fate:
            self.died[fate] = self.died.get(fate, 0) + 1
        if fate == "lost":
            raise _disconnected()
        most = self.rng.randrange(4000) if fate == "up" else -1
        status, headers, body = self.loop.run_until_complete(self._answered(request, most))
        self.now += len(body) / _RATE
        if fate in ("up", "answer"):
            raise _disconnected()
        reply = requests.Response()
        reply.status_code, reply.headers = status, CaseInsensitiveDict(headers)
        reply.request, reply.url = request, request.url or ""
        reply.raw = Body(body, self.rng.randrange(len(body) + 1) if fate == "down" else -1)
        return reply

    def close(self) -> None:
        """Free the loop."""
        self.loop.close()

    async def _answered(
        self, request: requests.PreparedRequest, most: int
    ) -> tuple[int, list[tuple[str, str]], bytes]:
        chunks, taken, is_over = iter(_chunks(request.body)), 0, False
        heads: list[dict[str, Any]] = []
        bodies: list[bytes] = []

        async def receive() -> dict[str, Any]:
            nonlocal taken, is_over
            if is_over or (most >= 0 and taken >= most):
                return {"type": "http.disconnect"}
            chunk = next(chunks, b"")
            is_over = not chunk
            if most >= 0:
                chunk = chunk[: most - taken]
            taken += len(chunk)
            self.now += len(chunk) / _RATE
            return {"type": "http.request", "body": chunk, "more_body": not is_over}

        async def send(message: dict[str, Any]) -> None:
            if message["type"] == "http.response.start":
                heads.append(message)
            else:
                bodies.append(message.get("body", b""))

        await self.app(_scope_of(request), receive, send)
        if not heads:
            return 500, [], b""
        told = [(key.decode("latin-1"), value.decode("latin-1")) for key, value in heads[0]["headers"]]
        return heads[0]["status"], told, b"".join(bodies)


class Body:
    """The body of an answer whose head came whole; after `until` bytes (-1: never) the line is dead."""

    chunked = True

    def __init__(self, content: bytes, until: int) -> None:
        self._content, self._until, self._at = content, until, 0

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        end = len(self._content) if size is None or size < 0 else min(len(self._content), self._at + size)
        if 0 <= self._until < end or (self._until == len(self._content) and self._at == end):
            if self._at >= self._until:
                raise urllib3.exceptions.ProtocolError("the line is dead")
            end = self._until
        found, self._at = self._content[self._at : end], end
        return found

    def close(self) -> None:
        """Nothing is held."""

    def release_conn(self) -> None:
        """Nothing is held."""


@contextmanager
def in_process(wire: Wire) -> Iterator[None]:
    """What is asked at `URL` in this block goes to the hub; clocks are the wire's, and nothing runs in a thread."""

    def adapter(self: requests.Session, url: str) -> object:
        return SimpleNamespace(send=wire.send, close=lambda: None)

    async def at_once(deed: Callable[..., _T], *arguments: Any) -> _T:
        return deed(*arguments)

    async def each(items: Iterable[_T]) -> AsyncIterator[_T]:
        for item in items:
            yield item

    clock = SimpleNamespace(monotonic=wire.seconds)
    with ExitStack() as patches:
        for name in _WAITING:
            patches.enter_context(patch(f"{name}.run_in_threadpool", at_once))
        for name, value in (
            ("starlette.responses.iterate_in_threadpool", each),
            ("fieldapp_sync.wire.connection.time", clock),
            ("fieldapp_sync.files.transfer.time", clock),
            ("fieldapp_sync.rounds.round.monotonic", wire.seconds),
            ("fieldapp_sync.rounds.ways.monotonic", wire.seconds),
            ("fieldapp_sync.files.moving.under_way", one_by_one),
            ("fieldapp_sync.rounds.patience.PAUSES", (0.0, 0.0)),
        ):
            patches.enter_context(patch(name, value))
        patches.enter_context(patch.object(requests.Session, "get_adapter", adapter))
        yield


def one_by_one(
    names: Sequence[str], work: Callable[[str], int], stop: Event, look: Callable[[], None]
) -> Iterator[tuple[str, "Future[int]"]]:
    """As `files.in_flight.under_way`, one file at a time: which thread is quicker is not for a seed to say."""
    for name in names:
        look()
        future: Future[int] = Future()
        try:
            future.set_result(work(name))
        except Exception as wrong:  # noqa: BLE001 - handed on whatever it is, as a future does
            future.set_exception(wrong)
        yield name, future


def _chunks(body: object) -> Iterable[bytes]:
    if body is None:
        return ()
    if isinstance(body, (bytes, str)):
        content = body.encode() if isinstance(body, str) else body
        return (content[at : at + 65_536] for at in range(0, len(content), 65_536))
    return filter(None, body)  # type: ignore[call-overload, no-any-return]


def _scope_of(request: requests.PreparedRequest) -> dict[str, Any]:
    place = urlsplit(request.url or "")
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": request.method,
        "scheme": "http",
        "path": place.path,
        "raw_path": place.path.encode(),
        "query_string": place.query.encode(),
        "root_path": "",
        "headers": [
            (_bytes(key).lower(), _bytes(value))
            for key, value in request.headers.items()
            if b"SKIP" not in _bytes(value)
        ],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 9),
    }


def _bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode("latin-1")


def _disconnected() -> requests.ConnectionError:
    return requests.ConnectionError(
        urllib3.exceptions.ProtocolError("Connection aborted.", RemoteDisconnected("the line is dead"))
    )
