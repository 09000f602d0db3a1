"""Random order as every ODK client has it: Fisher–Yates over Park–Miller numbers, the seed decides."""

import random

from fieldapp.forms.tree import Node

_MODULUS = 2_147_483_647


def shuffled(nodes: list[Node], seed: float | None, chance: random.Random) -> list[Node]:
    """The nodes in the order the seed gives; without a seed in an order of `chance`."""
    found = list(nodes)
    if seed is None:
        chance.shuffle(found)
        return found
    state = _start(seed)
    for at in range(len(found) - 1, 0, -1):
        state = state * 16_807 % _MODULUS
        other = int((state - 1) / (_MODULUS - 1) * (at + 1))
        found[at], found[other] = found[other], found[at]
    return found


def _start(seed: float) -> int:
    whole = int(seed) if seed == seed and abs(seed) != float("inf") else 0
    state = int(whole - _MODULUS * int(whole / _MODULUS))
    return state + _MODULUS - 1 if state <= 0 else state
