"""Files at /v2: what is missing, what is held, chunks both ways, thumbnails.

A chunk that is cut keeps what came of it.
"""

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from fieldapp.store.files.file_boxes import LARGEST_BOX
from fieldapp.store.files.thumbnails import LARGEST_THUMBNAIL
from fieldapp_server.door import Door, json_reply, posts
from fieldapp_server.files.arriving import Arriving
from fieldapp_server.files.attachments import give_part, give_thumbnail, held_of, take_thumbnail
from fieldapp_server.problems import MALFORMED, Refused
from fieldapp_sync.files.messages import FilesAsk, FilesHeldAsk

_BYTES = "application/octet-stream"


class _Files:
    """The handlers."""

    def __init__(self, door: Door) -> None:
        self._door, self._archive = door, door.archive
        self._arriving = Arriving(door.archive)
        self._arriving.sweep(door.clock())

    async def missing(self, request: Request) -> Response:
        """What the hub lacks, and what it holds of each."""
        device = await self._door.device(request)
        asked = await self._door.read(request, FilesAsk)
        return json_reply(await run_in_threadpool(self._arriving.missing, device.account, asked))

    async def held(self, request: Request) -> Response:
        """Which of the named files the hub holds."""
        device = await self._door.device(request)
        asked = await self._door.read(request, FilesHeldAsk)
        return json_reply(await run_in_threadpool(held_of, self._archive, device.account, asked))

    async def put_chunk(self, request: Request) -> Response:
        """A part of a file: `size` is that of all of it."""
        device = await self._door.device(request)
        name = request.path_params["sha256"]
        size, offset = _number(request, "size"), _number(request, "offset")
        await run_in_threadpool(self._arriving.refuse, device.account, name)
        content, take = bytearray(), self._arriving.take
        try:
            async for part in self._door.chunks(request, LARGEST_BOX):
                content += part
        except ClientDisconnect:
            take_beginning, now = self._arriving.take_beginning, self._door.clock()
            await run_in_threadpool(take_beginning, device.account, name, size, offset, bytes(content), now)
            raise
        reply = await run_in_threadpool(
            take, device.account, name, size, offset, bytes(content), self._door.clock()
        )
        return json_reply(reply)

    async def get_chunk(self, request: Request) -> Response:
        """A part of a file; shorter at its end."""
        device = await self._door.device(request)
        first, length = _number(request, "offset"), _number(request, "length")
        if length > LARGEST_BOX:
            raise Refused(MALFORMED)
        name = request.path_params["sha256"]
        content = await run_in_threadpool(
            give_part, self._archive, device.account, name, first, first + length
        )
        return Response(content, media_type=_BYTES)

    async def put_thumbnail(self, request: Request) -> Response:
        """The small picture of a file."""
        device = await self._door.device(request)
        content = await self._door.body(request, LARGEST_THUMBNAIL)
        name = request.path_params["sha256"]
        await run_in_threadpool(take_thumbnail, self._archive, device.account, name, content)
        return Response(status_code=204)

    async def get_thumbnail(self, request: Request) -> Response:
        """The small picture of a file."""
        device = await self._door.device(request)
        name = request.path_params["sha256"]
        return Response(
            await run_in_threadpool(give_thumbnail, self._archive, device.account, name), media_type=_BYTES
        )


def routes(door: Door) -> list[Route]:
    """Every route of files at /v2."""
    files = _Files(door)
    return [
        *posts(
            {
                "/v2/files/missing": files.missing,
                "/v2/files/held": files.held,
                "/v2/files/{sha256}/{size}/{offset}": files.put_chunk,
            }
        ),
        Route("/v2/files/{sha256}/{offset}/{length}", files.get_chunk, methods=["GET"]),
        Route("/v2/thumbnails/{sha256}", files.put_thumbnail, methods=["PUT"]),
        Route("/v2/thumbnails/{sha256}", files.get_thumbnail, methods=["GET"]),
    ]


def _number(request: Request, name: str) -> int:
    text = request.path_params[name]
    if not (text.isascii() and text.isdigit() and len(text) <= 12):
        raise Refused(MALFORMED)
    return int(text)
