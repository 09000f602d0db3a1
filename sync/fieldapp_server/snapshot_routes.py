"""Bases at /v2: which there is of a village, its bytes from any offset on; and chains, for those who may be a copy."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from fieldapp_server.bootstraps import Bootstraps
from fieldapp_server.door import Door, json_reply
from fieldapp_server.problems import MALFORMED, Refused
from fieldapp_sync.bootstrap_messages import BootstrapAsk, ChainsAsk


class _Snapshots:
    """The handlers."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._bases = Bootstraps(door.archive)

    async def offer(self, request: Request) -> Response:
        """The base of a village, or none where the log costs less."""
        device = await self._door.device(request)
        asked = await self._door.read(request, BootstrapAsk)
        return json_reply(
            await run_in_threadpool(self._bases.offer, device.account, asked, self._door.clock())
        )

    async def give(self, request: Request) -> Response:
        """A base's bytes from an offset on."""
        device = await self._door.device(request)
        name, offset = request.path_params["hash"], request.path_params["offset"]
        if not (offset.isascii() and offset.isdigit() and len(offset) <= 12):
            raise Refused(MALFORMED)
        pieces = await run_in_threadpool(self._bases.give, device.account, name, int(offset))
        return StreamingResponse(pieces, media_type="application/octet-stream")

    async def chains(self, request: Request) -> Response:
        """The chains of streams at some places."""
        device = await self._door.device(request)
        asked = await self._door.read(request, ChainsAsk)
        return json_reply(await run_in_threadpool(self._bases.chains, device.account, asked))


def routes(door: Door) -> list[Route]:
    """Every route of bases at /v2."""
    bases = _Snapshots(door)
    return [
        Route("/v2/bootstrap", bases.offer, methods=["POST"]),
        Route("/v2/bootstrap/{hash}/{offset}", bases.give, methods=["GET"]),
        Route("/v2/chains", bases.chains, methods=["POST"]),
    ]
