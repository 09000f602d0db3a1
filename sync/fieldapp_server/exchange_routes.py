"""Protocol 2 at /v2: tokens, hello, vectors, push, pull, state. `exchange` holds what an account may see and give."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from fieldapp_server.accounts import active_device
from fieldapp_server.door import Door, json_reply
from fieldapp_server.problems import MALFORMED, Refused
from fieldapp_server.tokens import TOKEN_SECONDS
from fieldapp_sync.messages import ChallengeReply, ChallengeRequest, TokenReply, TokenRequest

MAX_PUSH = 8 << 20


def talking(door: Door, prefix: str) -> list[Route]:
    """How a device gets its token, the same in every protocol."""

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
        return json_reply(TokenReply(given, TOKEN_SECONDS))

    return [
        Route(f"{prefix}/challenge", challenge, methods=["POST"]),
        Route(f"{prefix}/token", token, methods=["POST"]),
    ]


def routes(door: Door) -> list[Route]:
    """Every route of the exchange at /v2."""
    return talking(door, "/v2")
