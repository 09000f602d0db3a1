"""Protocol 2 at /v2: tokens, hello, vectors, push, pull, state. `exchange` holds what an account may see and give."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from fieldapp.errors import UserError
from fieldapp_server.archive import Archive
from fieldapp_server.devices import active_device
from fieldapp_server.door import SMALL_REPLY, Door, bare_reply, json_reply, posts
from fieldapp_server.exchange import exchange, pulling
from fieldapp_server.exchange.pushing import Push
from fieldapp_server.problems import BAD_SEGMENT, MALFORMED, Refused
from fieldapp_server.station.seen import note_state, note_token
from fieldapp_server.tokens import TOKEN_SECONDS
from fieldapp_sync.messages import (
    ChallengeReply,
    ChallengeRequest,
    Digests,
    PullAll,
    PushReply,
    TokenReply,
    TokenRequest,
)
from fieldapp_sync.segments.frames import FrameBuffer
from fieldapp_sync.segments.packing import words
from fieldapp_sync.station.messages import LaptopState, read_state_word

MAX_PUSH = 8 << 20
MAX_HELLO = 96


def talking(door: Door, prefix: str) -> list[Route]:
    """How a device gets its token and compares vectors, the same in every protocol."""

    async def challenge(request: Request) -> Response:
        """A nonce to sign; given for any name, so that it tells nobody which devices there are."""
        asked = await door.read(request, ChallengeRequest)
        return json_reply(ChallengeReply(door.tokens.challenge(asked.device)))

    async def token(request: Request) -> Response:
        """A token for a signed nonce."""
        asked = await door.read(request, TokenRequest)
        device = await run_in_threadpool(active_device, door.archive, asked.device)
        try:
            signature = bytes.fromhex(asked.signature)
        except ValueError as wrong:
            raise Refused(MALFORMED) from wrong
        given = door.tokens.token(device.id, bytes.fromhex(device.public), asked.nonce, signature)
        await run_in_threadpool(_note_token, door.archive, device.id, int(prefix[2:]), door.clock())
        packs = () if prefix == "/v1" else words()
        return json_reply(TokenReply(given, TOKEN_SECONDS, door.clock(), packs))

    async def vectors(request: Request) -> Response:
        """The vectors of the scopes that differ."""
        device = await door.device(request)
        asked = await door.read(request, Digests)
        return json_reply(await run_in_threadpool(exchange.vectors, door.archive, device.account, asked))

    return posts({f"{prefix}/challenge": challenge, f"{prefix}/token": token, f"{prefix}/vectors": vectors})


class Exchange:
    """The handlers of the exchange."""

    def __init__(self, door: Door) -> None:
        self._door, self._archive = door, door.archive

    async def hello(self, request: Request) -> Response:
        """32 bytes of root digest, what the laptop last heard as `tag`, its state: 204 when there is nothing to say."""
        device = await self._door.device(request)
        told = await self._door.body(request, MAX_HELLO)
        root = told[:32].hex()
        tag, state = read_state_word(told[32:].decode("ascii", "replace"))
        if state is not None:
            await run_in_threadpool(_note, self._archive, device.id, state, self._door.clock())
        reply = await run_in_threadpool(exchange.hello, self._archive, device, root, tag)
        return Response(status_code=204) if reply is None else bare_reply(reply)

    async def push(self, request: Request) -> Response:
        """Frames of segments, stored one by one while the body is still arriving."""
        device = await self._door.device(request)
        return bare_reply(
            await stored(self._door, request, Push(self._archive, device, now_ms=self._door.clock()))
        )

    async def pull(self, request: Request) -> Response:
        """Frames of what the laptop lacks of many scopes, made while they travel."""
        device = await self._door.device(request)
        asked = await self._door.read(request, PullAll)
        frames = pulling.pull_all(self._archive, device, asked)
        if 0 < asked.most <= SMALL_REPLY:
            return Response(await run_in_threadpool(b"".join, frames))
        return StreamingResponse(frames, media_type="application/octet-stream")


async def stored(door: Door, request: Request, push: Push) -> PushReply:
    """Feed a push with its body. Raises Refused segment.damaged for bytes that are no frames; what came before stays."""
    frames = FrameBuffer()
    async for chunk in door.chunks(request, MAX_PUSH):
        try:
            contents = list(frames.take(chunk))
        except UserError as refused:
            raise Refused(BAD_SEGMENT) from refused
        for content in contents:
            await run_in_threadpool(push.take, content)
    if frames.pending:
        raise Refused(BAD_SEGMENT)
    return await run_in_threadpool(push.reply)


def routes(door: Door) -> list[Route]:
    """Every route of the exchange at /v2."""
    part = Exchange(door)
    return [
        *talking(door, "/v2"),
        *posts({"/v2/hello": part.hello, "/v2/push": part.push, "/v2/pull": part.pull}),
    ]


def _note(archive: Archive, device: str, state: LaptopState, now_ms: int) -> None:
    with archive.held() as ledger:
        note_state(ledger, device, state, now_ms)


def _note_token(archive: Archive, device: str, protocol: int, now_ms: int) -> None:
    with archive.held() as ledger:
        note_token(ledger, device, protocol, now_ms)
