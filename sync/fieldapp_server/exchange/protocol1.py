"""Protocol 1 for laptops of the first release, at /v1: they may still upload, pull and fetch files as they always did."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from fieldapp_server.accounts import Account
from fieldapp_server.devices import enrol, team_of
from fieldapp_server.door import Door, host_of, json_reply, posts
from fieldapp_server.exchange import exchange, pulling, pushing
from fieldapp_server.exchange.routes import stored, talking
from fieldapp_server.files.attachments import MAX_BYTES, give_attachment, take_attachment, wanted_from
from fieldapp_server.problems import Refused
from fieldapp_sync.messages import FirstPushReply, PairReply, PairRequest, PullRequest, StateReply


class FirstProtocol:
    """The handlers of /v1."""

    def __init__(self, door: Door) -> None:
        self._door, self._archive = door, door.archive

    async def pair(self, request: Request) -> Response:
        """A one-use code for a device; nobody is known yet, so wrong codes are counted."""
        asked = await self._door.read(request, PairRequest)
        self._door.tokens.refuse_guessing(host_of(request))
        try:
            device = await run_in_threadpool(enrol, self._archive, asked, self._door.clock())
        except Refused:
            self._door.tokens.note_wrong_code(host_of(request))
            raise
        account, archive = device.account, self._archive
        team = await run_in_threadpool(team_of, archive, account)
        return json_reply(
            PairReply(device.id, archive.name, account.name, account.role, account.scopes, archive.tier, team)
        )

    async def hello(self, request: Request) -> Response:
        """204 when the root digest (64 hex digits) is ours and no file is missing here: done in one round trip.

        Otherwise 200 with nothing in it.
        """
        device = await self._door.device(request)
        root = (await self._door.body(request, 64)).decode("ascii", "replace")
        equal = await run_in_threadpool(exchange.is_equal, self._archive, device.account, root)
        equal = equal and not await run_in_threadpool(wanted_from, self._archive, device.account)
        return Response(status_code=204 if equal else 200)

    async def push(self, request: Request) -> Response:
        """Frames of segments, stored one by one while the body is still arriving."""
        device = await self._door.device(request)
        push = pushing.Push(self._archive, device, now_ms=self._door.clock(), strict=True)
        told = await stored(self._door, request, push)
        return json_reply(
            FirstPushReply(told.applied, told.ignored, told.quarantined, told.heads, told.gap, told.held)
        )

    async def pull(self, request: Request) -> Response:
        """Frames of what the laptop lacks of a scope; an empty reply when it lacks nothing."""
        device = await self._door.device(request)
        asked = await self._door.read(request, PullRequest)
        frames = await run_in_threadpool(pulling.pull, self._archive, device.account, asked)
        return Response(frames, media_type="application/octet-stream")

    async def state(self, request: Request) -> Response:
        """Receipts, the team's devices, the files missing here, the hub's clock."""
        device = await self._door.device(request)
        return json_reply(await run_in_threadpool(self._state, device.account))

    def _state(self, account: Account) -> StateReply:
        receipts = exchange.receipts(self._archive, account)
        wanted = wanted_from(self._archive, account)
        return StateReply(receipts, team_of(self._archive, account), wanted, self._door.clock())

    async def attachment(self, request: Request) -> Response:
        """PUT or GET of one whole file by its SHA-256."""
        device = await self._door.device(request)
        name = request.path_params["sha256"]
        if request.method == "PUT":
            content = await self._door.body(request, MAX_BYTES)
            await run_in_threadpool(take_attachment, self._archive, device.account, name, content)
            return Response(status_code=204)
        content = await run_in_threadpool(give_attachment, self._archive, device.account, name)
        return Response(content, media_type="application/octet-stream")


def routes(door: Door) -> list[Route]:
    """Every route of /v1."""
    first = FirstProtocol(door)
    return [
        *talking(door, "/v1"),
        *posts(
            {
                "/v1/pair": first.pair,
                "/v1/hello": first.hello,
                "/v1/push": first.push,
                "/v1/pull": first.pull,
                "/v1/state": first.state,
            }
        ),
        Route("/v1/attachments/{sha256}", first.attachment, methods=["GET", "PUT"]),
    ]
