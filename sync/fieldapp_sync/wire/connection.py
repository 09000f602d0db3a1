"""HTTP to a hub, with timeouts; every failure is a SyncError that says what to do."""

import ipaddress
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from http.client import HTTPException, RemoteDisconnected
from typing import TypeVar
from urllib.parse import urlsplit

import msgspec
import requests
import urllib3.exceptions
from requests.auth import AuthBase

from fieldapp.errors import SyncError
from fieldapp.journal.commit import Vector
from fieldapp.journal.stream import Segment
from fieldapp.keys.devices import DeviceKey
from fieldapp_sync.frames import Readable, cut_short, put_frame, read_frames, unpack_segment
from fieldapp_sync.messages import (
    ChallengeReply,
    ChallengeRequest,
    Digests,
    PairReply,
    PairRequest,
    PullRequest,
    PushReply,
    StateReply,
    TokenReply,
    TokenRequest,
    Vectors,
    VectorsReply,
    challenge_text,
)
from fieldapp_sync.refusals import (
    TOKEN_CODES,
    not_a_hub,
    not_private,
    refusal_of,
    too_slow,
    unreachable,
)
from fieldapp_sync.wire.pin import PinnedAdapter, wrong_certificate

TIMEOUT = (10.0, 60.0)
"""Seconds to connect, and between two bytes."""
MAX_REPLY = 4 << 20
_CHUNK = 1 << 16
_MAX_ATTACHMENT = 16 << 20
_Struct = TypeVar("_Struct", bound=msgspec.Struct)


class Wire:
    """Requests to one hub. `certificate` (PEM) is the pinned one; without it https asks the public authorities."""

    def __init__(self, url: str, *, certificate: str = "", timeout: tuple[float, float] = TIMEOUT) -> None:
        self.url = url.rstrip("/")
        self._timeout = timeout
        self._session = requests.Session()
        # Heads cost bytes on a slow link: only what a request needs.
        self._session.headers.clear()
        self._session.headers.update({"User-Agent": "FieldApp", "Accept-Encoding": "identity"})
        _refuse_open_network(self.url)
        if _is_loopback(self.url):
            self._session.trust_env = False
        if certificate:
            self._session.mount("https://", PinnedAdapter(certificate))

    def ask(
        self, path: str, message: msgspec.Struct | bytes, reply: type[_Struct], token: str = ""
    ) -> _Struct:
        """POST a message and read the struct of the reply."""
        _, body = self.request("POST", path, _bytes_of(message), token)
        try:
            return msgspec.json.decode(body, type=reply)
        except (msgspec.MsgspecError, UnicodeDecodeError) as wrong:
            raise not_a_hub(self.url) from wrong

    def request(
        self, method: str, path: str, body: bytes, token: str = "", limit: int = MAX_REPLY
    ) -> tuple[int, bytes]:
        """Status and whole body of a successful reply. Raises SyncError for everything else."""
        with self.streaming(method, path, body, token) as response:
            content = bytearray()
            # Read to the end: only the read after a short body tells that it was short.
            while chunk := response.raw.read(_CHUNK):
                content += chunk
                if len(content) > limit:
                    raise not_a_hub(self.url)
            return response.status_code, bytes(content)

    @contextmanager
    def streaming(self, method: str, path: str, body: bytes, token: str = "") -> Iterator[requests.Response]:
        """A successful response to read from its `raw`. Failures of the network inside the block are SyncErrors too."""
        try:
            with self._session.request(
                method,
                f"{self.url}{path}",
                data=body,
                auth=_Token(token),
                stream=True,
                timeout=self._timeout,
                allow_redirects=False,
            ) as response:
                if response.status_code not in (200, 204):
                    raise refusal_of(response.status_code, response.raw.read(MAX_REPLY), self.url)
                yield response
        except (requests.exceptions.SSLError, urllib3.exceptions.SSLError) as wrong:
            raise wrong_certificate(self.url) from wrong
        except (requests.exceptions.Timeout, urllib3.exceptions.TimeoutError) as wrong:
            raise too_slow(self.url) from wrong
        except urllib3.exceptions.ProtocolError as wrong:
            raise cut_short() from wrong
        except requests.exceptions.ConnectionError as wrong:
            raise _lost(wrong, self.url) from wrong
        except (urllib3.exceptions.HTTPError, requests.exceptions.RequestException) as wrong:
            raise not_a_hub(self.url) from wrong

    def close(self) -> None:
        """End the kept connection."""
        self._session.close()


class Connection:
    """A paired device's talk with its hub; it gets itself a token and a new one when that has run out."""

    def __init__(self, wire: Wire, device: str, key: DeviceKey) -> None:
        self.wire = wire
        self._device, self._key, self._token = device, key, ""

    @property
    def url(self) -> str:
        """The hub's address."""
        return self.wire.url

    def ask(self, path: str, message: msgspec.Struct | bytes, reply: type[_Struct]) -> _Struct:
        """POST a message and read the struct of the reply. Raises SyncError."""
        body = self.send("POST", path, _bytes_of(message))
        try:
            return msgspec.json.decode(body, type=reply)
        except (msgspec.MsgspecError, UnicodeDecodeError) as wrong:
            raise not_a_hub(self.url) from wrong

    def send(self, method: str, path: str, body: bytes = b"", limit: int = MAX_REPLY) -> bytes:
        """The whole body of a successful reply, at most `limit` bytes. Raises SyncError."""
        return self._with_token(method, path, body, limit)[1]

    @contextmanager
    def streaming(self, method: str, path: str, body: bytes = b"") -> Iterator[Readable]:
        """A successful reply to read from while it arrives. Raises SyncError, inside the block too."""
        self._renew_if_needed()
        with self.wire.streaming(method, path, body, self._token) as response:
            yield response.raw

    def is_equal(self, root: str) -> bool:
        """Hello: whether the hub holds exactly what this root digest says."""
        return self._with_token("POST", "/v1/hello", root.encode())[0] == 204

    def vectors(self, digests: dict[str, str]) -> Vectors:
        """The hub's vectors of the scopes that differ."""
        return self.ask("/v1/vectors", Digests(digests), VectorsReply).vectors

    def push(self, frames: Iterable[bytes]) -> PushReply:
        """Send packed segments, several in flight in one request."""
        return self.ask("/v1/push", b"".join(put_frame(frame) for frame in frames), PushReply)

    def pull(self, scope: str, vector: Vector) -> Iterator[Segment]:
        """What the hub holds beyond this vector, each segment as soon as it is whole; not always all of it."""
        body = msgspec.json.encode(PullRequest(scope, dict(vector)))
        with self.streaming("POST", "/v1/pull", body) as reply:
            for content in read_frames(reply):
                yield unpack_segment(content)

    def state(self) -> StateReply:
        """Receipts, the team, the hub's clock."""
        return self.ask("/v1/state", b"", StateReply)

    def put_attachment(self, sha256: str, content: bytes) -> None:
        """Hand over one file."""
        self.send("PUT", f"/v1/attachments/{sha256}", content)

    def get_attachment(self, sha256: str) -> bytes:
        """Fetch one file; the caller checks its hash."""
        return self.send("GET", f"/v1/attachments/{sha256}", limit=_MAX_ATTACHMENT)

    def close(self) -> None:
        """End the kept connection."""
        self.wire.close()

    def _with_token(self, method: str, path: str, body: bytes, limit: int = MAX_REPLY) -> tuple[int, bytes]:
        self._renew_if_needed()
        try:
            return self.wire.request(method, path, body, self._token, limit)
        except SyncError as refused:
            if refused.params.get("hub_code") not in TOKEN_CODES:
                raise
        self._token = ""
        self._renew_if_needed()
        return self.wire.request(method, path, body, self._token, limit)

    def _renew_if_needed(self) -> None:
        if not self._token:
            nonce = self.wire.ask("/v1/challenge", ChallengeRequest(self._device), ChallengeReply).nonce
            signature = self._key.sign(challenge_text(self._device, nonce)).hex()
            request = TokenRequest(self._device, nonce, signature)
            self._token = self.wire.ask("/v1/token", request, TokenReply).token


def ask_to_pair(wire: Wire, request: PairRequest) -> PairReply:
    """Show a pairing code to a hub."""
    return wire.ask("/v1/pair", request, PairReply)


class _Token(AuthBase):
    """An explicit authorisation also keeps requests from reading passwords out of a .netrc file."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        if self._token:
            request.headers["Authorization"] = f"Bearer {self._token}"
        return request


def _bytes_of(message: msgspec.Struct | bytes) -> bytes:
    return message if isinstance(message, bytes) else msgspec.json.encode(message)


def _lost(wrong: requests.exceptions.ConnectionError, url: str) -> SyncError:
    reason = wrong.args[0] if wrong.args else None
    if not isinstance(reason, urllib3.exceptions.ProtocolError):
        return unreachable(url)
    cause = reason.args[-1]
    babble = isinstance(cause, HTTPException) and not isinstance(cause, RemoteDisconnected)
    return not_a_hub(url) if babble else cut_short()


def _is_loopback(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _refuse_open_network(url: str) -> None:
    scheme = urlsplit(url).scheme
    if scheme not in ("http", "https"):
        raise not_a_hub(url)
    if scheme == "http" and not _is_loopback(url):
        raise not_private(url)
