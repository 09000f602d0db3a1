"""Short-lived tokens: a device signs a challenge with its key and gets a token; both live in memory only."""

import secrets
import threading
from collections.abc import Callable
from hashlib import sha256
from ipaddress import IPv6Address, ip_address, ip_network
from typing import TypeVar

from fieldapp.keys.devices import verify
from fieldapp_server.problems import BAD_SIGNATURE, EXPIRED, NO_TOKEN, TOO_MANY, Refused
from fieldapp_sync.messages import challenge_text

TOKEN_SECONDS = 15 * 60
CHALLENGE_SECONDS = 60
_TOKEN_BYTES = 16
_MOST_HELD = 20_000
_LONGEST_NAME = 64
_WRONG_CODES, _WRONG_IN_ALL, _WRONG_SECONDS = 10, 200, 60
"""Wrong pairing codes of one address and of all in so many seconds. A code has forty bits and lives an hour: by two
hundred a minute one of a hundred open codes is found once in seven hundred thousand hours."""

_Key = TypeVar("_Key", str, bytes)


class Tokens:
    """Challenges, tokens and wrong pairing codes of one hub process. `seconds` is a clock that never runs back."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._challenges: dict[str, tuple[str, float]] = {}
        self._tokens: dict[bytes, tuple[str, float]] = {}
        self._wrong: list[tuple[float, str]] = []
        self._turn = threading.Lock()

    def challenge(self, device: str) -> str:
        """A nonce for this device to sign, once."""
        nonce = secrets.token_hex(16)
        with self._turn:
            _shed(self._challenges, self._seconds())
            # Cut short: who asks is not known yet, and twenty thousand long names would be a gigabyte.
            self._challenges[nonce] = (device[:_LONGEST_NAME], self._seconds() + CHALLENGE_SECONDS)
        return nonce

    def token(self, device: str, public: bytes, nonce: str, signature: bytes) -> str:
        """A token for a device that signed its challenge. Raises Refused auth.signature."""
        with self._turn:
            asked, until = self._challenges.pop(nonce, ("", 0.0))
        if (
            asked != device
            or until < self._seconds()
            or not verify(public, signature, challenge_text(device, nonce))
        ):
            raise Refused(BAD_SIGNATURE)
        token = secrets.token_urlsafe(_TOKEN_BYTES)
        with self._turn:
            _shed(self._tokens, self._seconds())
            self._tokens[sha256(token.encode()).digest()] = (device, self._seconds() + TOKEN_SECONDS)
        return token

    def device_of(self, token: str) -> str:
        """The device a token was given to. Raises Refused auth.required, auth.expired."""
        if not token:
            raise Refused(NO_TOKEN)
        with self._turn:
            device, until = self._tokens.get(sha256(token.encode()).digest(), ("", 0.0))
        if until < self._seconds():
            raise Refused(EXPIRED)
        return device

    def refuse_guessing(self, host: str) -> None:
        """Raises Refused pair.too_many after ten wrong pairing codes in a minute from where `host` is, or very many from
        anywhere."""
        place = network_of(host)
        with self._turn:
            self._wrong = [one for one in self._wrong if one[0] > self._seconds() - _WRONG_SECONDS]
            own = sum(named == place for _, named in self._wrong)
            if own >= _WRONG_CODES or len(self._wrong) >= _WRONG_IN_ALL:
                raise Refused(TOO_MANY)

    def note_wrong_code(self, host: str) -> None:
        """Count a wrong pairing code."""
        with self._turn:
            self._wrong.append((self._seconds(), network_of(host)))


def network_of(host: str) -> str:
    """What one computer cannot change at will of its address: of IPv6 the first half."""
    try:
        told = ip_address(host)
    except ValueError:
        return host[:_LONGEST_NAME]
    if isinstance(told, IPv6Address):
        return str(told.ipv4_mapped or ip_network((int(told) >> 64 << 64, 64)))
    return str(told)


def _shed(held: dict[_Key, tuple[str, float]], now: float) -> None:
    """Forget what has run out and, when somebody floods the hub, the oldest."""
    for key in [key for key, (_, until) in held.items() if until < now]:
        del held[key]
    while len(held) >= _MOST_HELD:
        del held[next(iter(held))]
