"""The hub's endpoints: each names its device by token, reads a bounded body, answers a struct, frames or a problem."""

import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import TypeVar

import msgspec
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from fieldapp.errors import UserError, VaultError
from fieldapp_server import exchange
from fieldapp_server.accounts import Device, active_device, enrol, team_of
from fieldapp_server.archive import Archive
from fieldapp_server.attachments import MAX_BYTES, give_attachment, take_attachment, wanted_from
from fieldapp_server.problems import (
    BAD_SEGMENT,
    BUSY,
    INTERNAL,
    MALFORMED,
    TOO_LARGE,
    UNKNOWN,
    WRONG_METHOD,
    Problem,
    Refused,
)
from fieldapp_server.tokens import TOKEN_SECONDS, Tokens
from fieldapp_sync.frames import FrameBuffer
from fieldapp_sync.messages import (
    ChallengeReply,
    ChallengeRequest,
    Digests,
    ErrorBody,
    ErrorReply,
    PairReply,
    PairRequest,
    PullRequest,
    StateReply,
    TokenReply,
    TokenRequest,
)

MAX_JSON = 1 << 20
MAX_PUSH = 8 << 20
_LOG = logging.getLogger(__name__)
_Struct = TypeVar("_Struct", bound=msgspec.Struct)


class Hub:
    """The handlers over one archive. `clock` is UTC milliseconds, `seconds` a clock that never runs back."""

    def __init__(self, archive: Archive, clock: Callable[[], int], seconds: Callable[[], float]) -> None:
        self._archive, self._clock = archive, clock
        self._tokens = Tokens(seconds)

    async def pair(self, request: Request) -> Response:
        """A one-use code for a device; nobody is known yet, so wrong codes are counted."""
        asked = await _read(request, PairRequest)
        self._tokens.refuse_guessing()
        try:
            device = await run_in_threadpool(enrol, self._archive, asked, self._clock())
        except Refused:
            self._tokens.note_wrong_code()
            raise
        account, archive = device.account, self._archive
        team = await run_in_threadpool(team_of, archive, account)
        return _json(
            PairReply(device.id, archive.name, account.name, account.role, account.scopes, archive.tier, team)
        )

    async def challenge(self, request: Request) -> Response:
        """A nonce to sign; given for any name, so that it tells nobody which devices there are."""
        asked = await _read(request, ChallengeRequest)
        return _json(ChallengeReply(self._tokens.challenge(asked.device)))

    async def token(self, request: Request) -> Response:
        """A token for a signed nonce."""
        asked = await _read(request, TokenRequest)
        device = await run_in_threadpool(active_device, self._archive, asked.device)
        try:
            signature = bytes.fromhex(asked.signature)
        except ValueError as wrong:
            raise Refused(MALFORMED) from wrong
        token = self._tokens.token(device.id, bytes.fromhex(device.public), asked.nonce, signature)
        return _json(TokenReply(token, TOKEN_SECONDS))

    async def hello(self, request: Request) -> Response:
        """204 when the root digest (64 hex digits) is ours and no file is missing here: done in one round trip.

        Otherwise 200 with nothing in it.
        """
        device = await self._device(request)
        root = (await _body(request, 64)).decode("ascii", "replace")
        equal = await run_in_threadpool(exchange.is_equal, self._archive, device.account, root)
        equal = equal and not await run_in_threadpool(wanted_from, self._archive, device.account)
        return Response(status_code=204 if equal else 200)

    async def vectors(self, request: Request) -> Response:
        """The vectors of the scopes that differ."""
        device = await self._device(request)
        asked = await _read(request, Digests)
        return _json(await run_in_threadpool(exchange.vectors, self._archive, device.account, asked))

    async def push(self, request: Request) -> Response:
        """Frames of segments, stored one by one while the body is still arriving."""
        device = await self._device(request)
        push, frames = exchange.Push(self._archive, device.account), FrameBuffer()
        async for chunk in _chunks(request, MAX_PUSH):
            try:
                contents = list(frames.take(chunk))
            except UserError as refused:
                raise Refused(BAD_SEGMENT) from refused
            for content in contents:
                await run_in_threadpool(push.take, content)
        if frames.pending:
            raise Refused(BAD_SEGMENT)
        return _json(push.reply())

    async def pull(self, request: Request) -> Response:
        """Frames of what the laptop lacks of a scope; an empty reply when it lacks nothing."""
        device = await self._device(request)
        asked = await _read(request, PullRequest)
        frames = await run_in_threadpool(exchange.pull, self._archive, device.account, asked)
        return Response(frames, media_type="application/octet-stream")

    async def state(self, request: Request) -> Response:
        """Receipts, the team's devices, the files missing here, the hub's clock."""
        device = await self._device(request)
        receipts = await run_in_threadpool(exchange.receipts, self._archive, device.account)
        team = await run_in_threadpool(team_of, self._archive, device.account)
        wanted = await run_in_threadpool(wanted_from, self._archive, device.account)
        return _json(StateReply(receipts, team, wanted, self._clock()))

    async def attachment(self, request: Request) -> Response:
        """PUT or GET of one whole file by its SHA-256."""
        device = await self._device(request)
        name = request.path_params["sha256"]
        if request.method == "PUT":
            content = await _body(request, MAX_BYTES)
            await run_in_threadpool(take_attachment, self._archive, device.account, name, content)
            return Response(status_code=204)
        content = await run_in_threadpool(give_attachment, self._archive, device.account, name)
        return Response(content, media_type="application/octet-stream")

    async def _device(self, request: Request) -> Device:
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        device = self._tokens.device_of(token if kind.lower() == "bearer" else "")
        return await run_in_threadpool(active_device, self._archive, device)


def hub_app(archive: Archive, clock: Callable[[], int], seconds: Callable[[], float]) -> Starlette:
    """The ASGI application of a hub."""
    hub = Hub(archive, clock, seconds)
    posts: dict[str, Callable[[Request], Awaitable[Response]]] = {
        "/v1/pair": hub.pair,
        "/v1/challenge": hub.challenge,
        "/v1/token": hub.token,
        "/v1/hello": hub.hello,
        "/v1/vectors": hub.vectors,
        "/v1/push": hub.push,
        "/v1/pull": hub.pull,
        "/v1/state": hub.state,
    }
    return Starlette(
        routes=[
            *(Route(path, handler, methods=["POST"]) for path, handler in posts.items()),
            Route("/v1/attachments/{sha256}", hub.attachment, methods=["GET", "PUT"]),
        ],
        exception_handlers={
            Refused: _tell_problem,
            HTTPException: _tell_routing,
            VaultError: _tell_medium,
            ClientDisconnect: _tell_nobody,
            Exception: _tell_bug,
        },
    )


async def _chunks(request: Request, limit: int) -> AsyncIterator[bytes]:
    if int(request.headers.get("content-length") or 0) > limit:
        raise Refused(TOO_LARGE)
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > limit:
            raise Refused(TOO_LARGE)
        yield chunk


async def _body(request: Request, limit: int) -> bytes:
    return b"".join([chunk async for chunk in _chunks(request, limit)])


async def _read(request: Request, shape: type[_Struct]) -> _Struct:
    try:
        return msgspec.json.decode(await _body(request, MAX_JSON), type=shape)
    except (msgspec.MsgspecError, UnicodeDecodeError) as wrong:
        raise Refused(MALFORMED) from wrong


def _json(message: msgspec.Struct) -> Response:
    return Response(msgspec.json.encode(message), media_type="application/json")


def _refusal(problem: Problem) -> Response:
    body = msgspec.json.encode(ErrorReply(ErrorBody(problem.code, problem.text)))
    # No "connection: close": uvicorn then reads and drops the rest of a refused body, where a reset could overtake
    # the answer.
    return Response(body, problem.status, media_type="application/json")


async def _tell_problem(request: Request, refused: Exception) -> Response:
    return _refusal(refused.problem if isinstance(refused, Refused) else INTERNAL)


async def _tell_routing(request: Request, wrong: Exception) -> Response:
    return _refusal(
        WRONG_METHOD if isinstance(wrong, HTTPException) and wrong.status_code == 405 else UNKNOWN
    )


async def _tell_medium(request: Request, wrong: Exception) -> Response:
    _LOG.error("the archive refused: %s", wrong)
    return _refusal(BUSY)


async def _tell_nobody(request: Request, wrong: Exception) -> Response:
    return Response(status_code=400)


async def _tell_bug(request: Request, wrong: Exception) -> Response:
    return _refusal(INTERNAL)
