"""What a station's hub tells who looks after it: laptops and when they came, villages and what waits of them.

The rule it holds: none of it is content of a register; what a held commit says is asked for one stream at a time.
"""

import msgspec


class LaptopState(msgspec.Struct, frozen=True):
    """What a laptop says of itself with its hello: commits `waiting` there, and its clock (UTC seconds)."""

    waiting: int
    now_s: int


class LaptopSeen(msgspec.Struct, frozen=True, omit_defaults=True):
    """A paired laptop. `seen_ms` 0: not since it was paired. `waiting` is what it had left when it was last here and
    `clock_off_ms` how far its clock was ahead of the hub's; None where it has not said so (protocol 1)."""

    id: str
    account: str
    fingerprint: str
    seen_ms: int = 0
    waiting: int | None = None
    clock_off_ms: int | None = None
    protocol: int = 0
    revoked: bool = False
    reason: str = ""


class AccountSeen(msgspec.Struct, frozen=True):
    """An account of the hub; `invited`: a code of it is good still."""

    name: str
    role: str
    scopes: tuple[str, ...]
    invited: bool


class PlaceSeen(msgspec.Struct, frozen=True):
    """A village: commits here, those without the centre's receipt, and those that wait for a person's review."""

    scope: str
    commits: int
    for_centre: int
    held: int


class StationReply(msgspec.Struct, frozen=True):
    """All of it in the account's places; `owner`: whether this device may invite and revoke."""

    now_ms: int
    owner: bool
    laptops: tuple[LaptopSeen, ...]
    accounts: tuple[AccountSeen, ...]
    places: tuple[PlaceSeen, ...]


class InviteRequest(msgspec.Struct, frozen=True):
    """A new account, or with no `scopes` a new code for one that is there. `minutes`: how long the code is good."""

    name: str
    minutes: int
    role: str = ""
    scopes: tuple[str, ...] = ()


class InviteReply(msgspec.Struct, frozen=True):
    """The one-use code, good until `until_ms`."""

    code: str
    until_ms: int


class RevokeRequest(msgspec.Struct, frozen=True):
    """A laptop to be shut out, and why."""

    device: str
    reason: str


class HeldLinesRequest(msgspec.Struct, frozen=True):
    """Which stream's held commits are to be read."""

    stream: str


class HeldLinesReply(msgspec.Struct, frozen=True):
    """Its first held commits as they were written, oldest first; `more` were left out."""

    lines: tuple[str, ...]
    more: int


def state_word(state: LaptopState) -> str:
    """A laptop's state behind the tag of its hello: a few bytes."""
    return f" {state.waiting:x} {state.now_s:x}"


def read_state_word(told: str) -> tuple[str, LaptopState | None]:
    """The tag and the state of a hello; None where there is none or it is none."""
    tag, *rest = told.split(" ")
    try:
        waiting, now_s = (int(part, 16) for part in rest)
    except ValueError:
        return tag, None
    return tag, LaptopState(waiting, now_s) if 0 <= waiting < 1 << 40 and 0 <= now_s < 1 << 40 else None
