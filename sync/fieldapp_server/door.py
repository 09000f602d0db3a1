"""What every endpoint shares: who asks (by token), a bounded body, a struct read and answered, and every refusal told."""

import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from typing import TypeVar

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from fieldapp.errors import VaultError
from fieldapp_server.archive import Archive
from fieldapp_server.devices import Device, active_device
from fieldapp_server.problems import (
    BUSY,
    INTERNAL,
    MALFORMED,
    TOO_LARGE,
    UNKNOWN,
    WRONG_METHOD,
    Problem,
    Refused,
)
from fieldapp_server.tokens import Tokens
from fieldapp_sync.messages import ErrorBody, ErrorReply

MAX_JSON = 1 << 20
"""Bytes of a body that is a struct."""
SMALL_REPLY = 32_768
"""Bytes that a laptop asks for up to which an answer is made whole before it goes: its head is shorter then."""
BUSY_SECONDS = 20
"""What a busy hub asks a laptop to wait, as `Retry-After`."""
_LONGEST_LENGTH = 19
"""Digits of a length that a number is made of at all."""
_LOG = logging.getLogger(__name__)
_Struct = TypeVar("_Struct", bound=msgspec.Struct)
Handler = Callable[[Request], Awaitable[Response]]


class Door:
    """One hub's archive, clock (UTC milliseconds) and tokens, handed to every route module."""

    def __init__(self, archive: Archive, clock: Callable[[], int], tokens: Tokens) -> None:
        self.archive, self.clock, self.tokens = archive, clock, tokens

    async def device(self, request: Request) -> Device:
        """Whose token this is. Raises Refused auth.required, auth.expired, auth.revoked."""
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        device = self.tokens.device_of(token if kind.lower() == "bearer" else "")
        return await run_in_threadpool(active_device, self.archive, device)

    async def read(self, request: Request, shape: type[_Struct], limit: int = MAX_JSON) -> _Struct:
        """The struct of a body. Raises Refused request.malformed, body.too_large."""
        try:
            return msgspec.json.decode(await self.body(request, limit), type=shape)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as wrong:
            raise Refused(MALFORMED) from wrong

    async def body(self, request: Request, limit: int) -> bytes:
        """A whole body of at most `limit` bytes. Raises Refused body.too_large."""
        return b"".join([chunk async for chunk in self.chunks(request, limit)])

    async def chunks(self, request: Request, limit: int) -> AsyncIterator[bytes]:
        """A body as it arrives, `limit` bytes at most. Raises Refused body.too_large."""
        told = request.headers.get("content-length") or "0"
        if not (told.isascii() and told.isdigit()):
            raise Refused(MALFORMED)
        if len(told) > _LONGEST_LENGTH or int(told) > limit:
            raise Refused(TOO_LARGE)
        size = 0
        async for chunk in request.stream():
            size += len(chunk)
            if size > limit:
                raise Refused(TOO_LARGE)
            yield chunk


def host_of(request: Request) -> str:
    """The address a request came from; "" where there is none."""
    return request.client.host if request.client else ""


def posts(handlers: Mapping[str, Handler]) -> list[Route]:
    """A route for each path that is asked by POST."""
    return [Route(path, handler, methods=["POST"]) for path, handler in handlers.items()]


def json_reply(message: msgspec.Struct) -> Response:
    """A struct as the answer."""
    return Response(msgspec.json.encode(message), media_type="application/json")


def bare_reply(message: msgspec.Struct) -> Response:
    """A struct as the answer of protocol 2 where each byte counts: its head says how long it is and no more."""
    return Response(msgspec.json.encode(message))


def refusal(problem: Problem) -> Response:
    """A problem as the answer; a busy hub says when to come again."""
    body = msgspec.json.encode(ErrorReply(ErrorBody(problem.code, problem.text)))
    wait = {"Retry-After": str(BUSY_SECONDS)} if problem.status in (429, 503) else None
    # No "connection: close": uvicorn then reads and drops the rest of a refused body, where a reset could overtake
    # the answer.
    return Response(body, problem.status, headers=wait, media_type="application/json")


async def _tell_problem(request: Request, refused: Exception) -> Response:
    return refusal(refused.problem if isinstance(refused, Refused) else INTERNAL)


async def _tell_routing(request: Request, wrong: Exception) -> Response:
    return refusal(WRONG_METHOD if isinstance(wrong, HTTPException) and wrong.status_code == 405 else UNKNOWN)


async def _tell_medium(request: Request, wrong: Exception) -> Response:
    _LOG.error("the archive refused: %s", wrong)
    return refusal(BUSY)


async def _tell_nobody(request: Request, wrong: Exception) -> Response:
    return Response(status_code=400)


async def _tell_bug(request: Request, wrong: Exception) -> Response:
    return refusal(INTERNAL)


TELLERS = {
    Refused: _tell_problem,
    HTTPException: _tell_routing,
    VaultError: _tell_medium,
    ClientDisconnect: _tell_nobody,
    Exception: _tell_bug,
}
"""Exception → the handler that turns it into an answer."""
