"""Random order as ODK's clients have it: Fisher–Yates from the front over Park–Miller numbers, the seed decides."""

import hashlib
import random
from collections.abc import Callable

from fieldapp.forms.tree import Node

_MODULUS = 2_147_483_647
_LARGEST = 2**63 - 1


def seed_of(number: float, text: str) -> int:
    """The seed that a number stands for, cut to a whole one; of words their SHA-256 decides, a blank is 0."""
    if number == number:
        return int(number) if abs(number) < _LARGEST else (_LARGEST if number > 0 else -_LARGEST - 1)
    if text == "":
        return 0
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big", signed=True)


def shuffled(nodes: list[Node], seed: int | None, chance: random.Random) -> list[Node]:
    """The nodes in the order the seed gives; without a seed in an order of `chance`."""
    draw = chance.random if seed is None else _drawn(seed)
    found: list[Node] = []
    for at, node in enumerate(nodes):
        other = int(draw() * (at + 1))
        if other == at:
            found.append(node)
        else:
            found.append(found[other])
            found[other] = node
    return found


def _drawn(seed: int) -> Callable[[], float]:
    """Park and Miller's numbers from 0 to below 1."""
    state = abs(seed) % _MODULUS * (1 if seed > 0 else -1)
    if state <= 0:
        state += _MODULUS - 1

    def draw() -> float:
        nonlocal state
        state = state * 16_807 % _MODULUS
        return (state - 1) / (_MODULUS - 1)

    return draw
