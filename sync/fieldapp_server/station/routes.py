"""Routes of who looks after a station, at /v2/station: the overview, invitations, revoking, what is held in words."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from fieldapp_server.door import Door, json_reply, posts
from fieldapp_server.station import station
from fieldapp_sync.station.messages import HeldLinesRequest, InviteRequest, RevokeRequest

MAX_ASKED = 1 << 16


class Station:
    """The handlers."""

    def __init__(self, door: Door) -> None:
        self._door, self._archive = door, door.archive

    async def overview(self, request: Request) -> Response:
        """Laptops, accounts and villages in the account's places."""
        device = await self._door.device(request)
        return json_reply(
            await run_in_threadpool(station.overview, self._archive, device, self._door.clock())
        )

    async def invite(self, request: Request) -> Response:
        """An account and a code, or a code for an account."""
        device = await self._door.device(request)
        asked = await self._door.read(request, InviteRequest, MAX_ASKED)
        now = self._door.clock()
        return json_reply(await run_in_threadpool(station.invite, self._archive, device, asked, now))

    async def revoke(self, request: Request) -> Response:
        """A laptop is shut out; answers the overview after it."""
        device = await self._door.device(request)
        asked = await self._door.read(request, RevokeRequest, MAX_ASKED)
        now = self._door.clock()
        return json_reply(await run_in_threadpool(station.revoke, self._archive, device, asked, now))

    async def held(self, request: Request) -> Response:
        """What the held commits of one stream say."""
        device = await self._door.device(request)
        asked = await self._door.read(request, HeldLinesRequest, MAX_ASKED)
        return json_reply(await run_in_threadpool(station.held_lines, self._archive, device, asked.stream))


def routes(door: Door) -> list[Route]:
    """Every route of the station."""
    part = Station(door)
    return posts(
        {
            "/v2/station": part.overview,
            "/v2/station/invite": part.invite,
            "/v2/station/revoke": part.revoke,
            "/v2/station/held": part.held,
        }
    )
