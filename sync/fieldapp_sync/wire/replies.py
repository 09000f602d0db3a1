"""What came back of a request: whole, cut, or nothing a hub says.

The rule it holds: an answer that was cut anywhere, in its head too, is never taken for a whole one.
"""

from http.client import HTTPException, RemoteDisconnected
from typing import TypeVar

import msgspec
import requests
import urllib3.exceptions

from fieldapp.errors import SyncError
from fieldapp_sync.refusals import not_a_hub, unreachable
from fieldapp_sync.segments.frames import cut_short

_CHUNK = 1 << 16
_Struct = TypeVar("_Struct", bound=msgspec.Struct)


def read_reply(body: bytes, shape: type[_Struct], url: str) -> _Struct:
    """The struct of a reply. Raises SyncError sync.not_a_hub."""
    try:
        return msgspec.json.decode(body, type=shape)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as wrong:
        raise not_a_hub(url) from wrong


def whole(response: requests.Response, limit: int) -> bytes | None:
    """A body to its end, which alone tells that it was not cut; None above `limit` bytes. Raises ProtocolError."""
    content = bytearray()
    while chunk := response.raw.read(_CHUNK):
        content += chunk
        if len(content) > limit:
            return None
    return bytes(content)


def says_its_end(response: requests.Response) -> bool:
    """Whether a reply's head says where its body ends. One that was cut in its head does not, and would be taken for an
    empty one: a hub that died there would have nothing to tell."""
    return bool(response.raw.chunked) or response.raw.length_remaining is not None


def lost(wrong: requests.exceptions.ConnectionError, url: str) -> SyncError:
    """The refusal of a connection that ended: never made, ended by something else than a hub, or cut."""
    reason = wrong.args[0] if wrong.args else None
    if not isinstance(reason, urllib3.exceptions.ProtocolError):
        return unreachable(url)
    cause = reason.args[-1]
    babble = isinstance(cause, HTTPException) and not isinstance(cause, RemoteDisconnected)
    return not_a_hub(url) if babble else cut_short()
