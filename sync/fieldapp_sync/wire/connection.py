"""HTTP to a hub, with timeouts; every failure is a SyncError that says what to do."""

import ipaddress
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar
from urllib.parse import urlsplit

import msgspec
import requests
import urllib3.exceptions
from requests.auth import AuthBase
from urllib3.util import SKIP_HEADER

from fieldapp.errors import SyncError
from fieldapp.keys.devices import DeviceKey
from fieldapp_sync.messages import (
    PROTOCOL,
    ChallengeReply,
    ChallengeRequest,
    PairReply,
    PairRequest,
    TokenReply,
    TokenRequest,
    challenge_text,
)
from fieldapp_sync.refusals import (
    TOKEN_CODES,
    bad_address,
    downgraded,
    not_a_hub,
    not_private,
    refusal_of,
    too_slow,
)
from fieldapp_sync.rounds.link import Link
from fieldapp_sync.segments.frames import Readable, cut_short
from fieldapp_sync.segments.packing import ZSTD
from fieldapp_sync.wire.pin import PinnedAdapter, wrong_certificate
from fieldapp_sync.wire.replies import lost, read_reply, says_its_end, whole

TIMEOUT = (10.0, 60.0)
"""Seconds to connect, and between two bytes."""
MAX_REPLY = 4 << 20
Body = bytes | Iterator[bytes]
_Struct = TypeVar("_Struct", bound=msgspec.Struct)


class Wire:
    """Requests to one hub. `certificate` (PEM) is the pinned one; without it https asks the public authorities."""

    def __init__(self, url: str, *, certificate: str = "", timeout: tuple[float, float] = TIMEOUT) -> None:
        self.url = url.rstrip("/")
        self._timeout, self._certificate = timeout, certificate
        self._session = requests.Session()
        # Heads cost bytes on a slow link: only what a request needs. Nothing else is accepted than plain bodies anyway.
        self._session.headers.clear()
        self._session.headers.update({"User-Agent": SKIP_HEADER, "Accept-Encoding": SKIP_HEADER})
        _refuse_open_network(self.url)
        if _is_loopback(self.url):
            self._session.trust_env = False
        if certificate:
            self._session.mount("https://", PinnedAdapter(certificate))

    def twin(self) -> "Wire":
        """The same hub over a connection of its own."""
        return Wire(self.url, certificate=self._certificate, timeout=self._timeout)

    def ask(self, path: str, message: msgspec.Struct | bytes, reply: type[_Struct]) -> _Struct:
        """POST a message without a token and read the struct of the reply."""
        return read_reply(self.request("POST", path, _bytes_of(message)), reply, self.url)

    def request(self, method: str, path: str, body: Body, token: str = "", limit: int = MAX_REPLY) -> bytes:
        """The whole body of a successful reply, b"" for 204. Raises SyncError for everything else."""
        with self.streaming(method, path, body, token) as response:
            if response.status_code == 200 and not says_its_end(response):
                raise cut_short()
            content = whole(response, limit)
            if content is None:
                raise not_a_hub(self.url)
            return content

    @contextmanager
    def streaming(self, method: str, path: str, body: Body, token: str = "") -> Iterator[requests.Response]:
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
                    wait, why = response.headers.get("Retry-After", ""), whole(response, MAX_REPLY) or b""
                    if not why and not says_its_end(response):
                        raise cut_short()
                    raise refusal_of(response.status_code, why, self.url, wait)
                yield response
        except (requests.exceptions.SSLError, urllib3.exceptions.SSLError) as wrong:
            raise wrong_certificate(self.url) from wrong
        except (requests.exceptions.Timeout, urllib3.exceptions.TimeoutError) as wrong:
            raise too_slow(self.url) from wrong
        except urllib3.exceptions.ProtocolError as wrong:
            raise cut_short() from wrong
        except requests.exceptions.ConnectionError as wrong:
            raise lost(wrong, self.url) from wrong
        except (urllib3.exceptions.HTTPError, requests.exceptions.RequestException) as wrong:
            raise not_a_hub(self.url) from wrong

    def close(self) -> None:
        """End the kept connection."""
        self._session.close()


class Connection:
    """A paired device's talk with its hub; it gets itself a token and a new one when that has run out. `lowest`: the
    protocol below which nothing is said, 2 for a hub whose key is known: what it hands over is signed, for good.
    `link`: what its rounds have learnt of the way there."""

    def __init__(self, wire: Wire, device: str, key: DeviceKey, lowest: int = 1) -> None:
        self.wire = wire
        self._device, self._key, self._lowest, self._token = device, key, lowest, ""
        self._until = 0.0
        self._protocol = 0
        self._packs: tuple[str, ...] = (ZSTD,)
        self.link = Link()
        self._hub_ms, self._hub_at = 0, 0.0

    @property
    def url(self) -> str:
        """The hub's address."""
        return self.wire.url

    @property
    def protocol(self) -> int:
        """The newest protocol that both speak: 2, or 1 at a hub of the first release. Raises SyncError."""
        self._renew_if_needed()
        return self._protocol

    @property
    def packs(self) -> tuple[str, ...]:
        """The packings that the hub reads. Raises SyncError."""
        self._renew_if_needed()
        return self._packs

    @property
    def hub_ms(self) -> int:
        """The hub's clock now (UTC milliseconds), as it told with the token; 0 while it has told none."""
        return self._hub_ms and self._hub_ms + int((time.monotonic() - self._hub_at) * 1000)

    def twin(self) -> "Connection":
        """Another connection to the same hub, for another thread; it begins with this one's token."""
        other = Connection(self.wire.twin(), self._device, self._key, self._lowest)
        other._token, other._until, other._protocol = self._token, self._until, self._protocol
        other._packs = self._packs
        return other

    def ask(self, path: str, message: msgspec.Struct | bytes, reply: type[_Struct]) -> _Struct:
        """POST a message and read the struct of the reply. Raises SyncError."""
        return read_reply(self.send("POST", path, _bytes_of(message)), reply, self.url)

    def send(self, method: str, path: str, body: Body = b"", limit: int = MAX_REPLY) -> bytes:
        """The whole body of a successful reply, at most `limit` bytes. Raises SyncError.

        A body that is an iterator travels while it is made, and only once.
        """
        self._renew_if_needed()
        try:
            return self.wire.request(method, path, body, self._token, limit)
        except SyncError as refused:
            if refused.params.get("hub_code") not in TOKEN_CODES:
                raise
            self._token = ""
            if not isinstance(body, bytes):
                raise
        self._renew_if_needed()
        return self.wire.request(method, path, body, self._token, limit)

    @contextmanager
    def streaming(self, method: str, path: str, body: bytes = b"") -> Iterator[Readable]:
        """A successful reply to read from while it arrives. Raises SyncError, inside the block too."""
        self._renew_if_needed()
        try:
            with self.wire.streaming(method, path, body, self._token) as response:
                yield response.raw
        except SyncError as refused:
            if refused.params.get("hub_code") in TOKEN_CODES:
                self._token = ""
            raise

    def feel_way(self) -> None:
        """Let `link` learn how long an exchange takes that asks nothing of the hub's archive. Raises SyncError."""
        self._nonce(f"/v{self.protocol}")

    def close(self) -> None:
        """End the kept connection."""
        self.wire.close()

    def _renew_if_needed(self) -> None:
        if self._token and time.monotonic() < self._until:
            return
        try:
            self._renew(f"/v{self._protocol or PROTOCOL}")
        except SyncError as refused:
            if self._protocol or refused.params.get("hub_code") != "request.unknown":
                raise
            if self._lowest > 1:
                raise downgraded(self.url) from refused
            self._renew("/v1")

    def _renew(self, prefix: str) -> None:
        nonce = self._nonce(prefix)
        signature = self._key.sign(challenge_text(self._device, nonce)).hex()
        given = self.wire.ask(f"{prefix}/token", TokenRequest(self._device, nonce, signature), TokenReply)
        self._token, self._protocol = given.token, int(prefix[2:])
        self._packs = given.packs or (ZSTD,)
        self._hub_ms, self._hub_at = given.now_ms, time.monotonic()
        # Before it runs out: a body that travels while it is made cannot be sent again.
        self._until = time.monotonic() + given.seconds * 0.8

    def _nonce(self, prefix: str) -> str:
        begun = time.monotonic()
        nonce = self.wire.ask(f"{prefix}/challenge", ChallengeRequest(self._device), ChallengeReply).nonce
        self.link.note_trip(time.monotonic() - begun)
        return nonce


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


def _is_loopback(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _refuse_open_network(url: str) -> None:
    try:
        parts = urlsplit(url)
        is_address = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_address = False
    if not is_address:
        raise bad_address(url)
    scheme = parts.scheme
    if scheme == "http" and not _is_loopback(url):
        raise not_private(url)
