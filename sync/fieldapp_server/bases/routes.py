"""Bases at /v2: which there is of a village, its bytes from any offset on; and chains, for those who may be a copy."""

from collections.abc import Iterator

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from fieldapp_server.bases.bootstraps import Bootstraps
from fieldapp_server.door import SMALL_REPLY, Door, bare_reply, json_reply, posts
from fieldapp_server.problems import MALFORMED, Refused
from fieldapp_sync.bases.messages import BootstrapAsk, ChainsAsk


class _Snapshots:
    """The handlers."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._bases = Bootstraps(door.archive)

    async def offer(self, request: Request) -> Response:
        """The base of a village, or none where the log costs less."""
        device = await self._door.device(request)
        asked = await self._door.read(request, BootstrapAsk)
        return bare_reply(await run_in_threadpool(self._bases.offer, device, asked, self._door.clock()))

    async def give(self, request: Request) -> Response:
        """A base's bytes from an offset on, all or `most` of them."""
        device = await self._door.device(request)
        name, offset = request.path_params["hash"], request.path_params["offset"]
        most = request.query_params.get("most", "0")
        if not all(told.isascii() and told.isdigit() and len(told) <= 12 for told in (offset, most)):
            raise Refused(MALFORMED)
        now = self._door.clock()
        pieces = await run_in_threadpool(self._bases.give, device, name, int(offset), now)
        if 0 < int(most) <= SMALL_REPLY:
            return Response(await run_in_threadpool(b"".join, _first(pieces, int(most))))
        return StreamingResponse(
            _first(pieces, int(most)) if int(most) else pieces, media_type="application/octet-stream"
        )

    async def chains(self, request: Request) -> Response:
        """The chains of streams at some places."""
        device = await self._door.device(request)
        asked = await self._door.read(request, ChainsAsk)
        return json_reply(await run_in_threadpool(self._bases.chains, device, asked))


def _first(pieces: Iterator[bytes], most: int) -> Iterator[bytes]:
    """The first `most` bytes of some pieces."""
    for piece in pieces:
        yield piece[:most]
        most -= len(piece)
        if most <= 0:
            return


def routes(door: Door) -> list[Route]:
    """Every route of bases at /v2."""
    bases = _Snapshots(door)
    return [
        *posts({"/v2/bootstrap": bases.offer, "/v2/chains": bases.chains}),
        Route("/v2/bootstrap/{hash}/{offset}", bases.give, methods=["GET"]),
    ]
